from datetime import date

import pytest

from bilan.document import Identity
from bilan.period import Period
from bilan.pipeline.fingerprint import MEMORY, inputs, remember, remembered
from bilan.pipeline.request import Order
from bilan.project import Project

ORDER = Order(Identity("kz-kg", Period.parse("2026-10"), "minister", "en"), date(2026, 10, 31), date(2026, 11, 2))


@pytest.mark.parametrize("name", ["bilan.toml", "data/kz-kg/trade.csv", "templates/minister/briefing.html", "data/kz-kg/new.csv"])
def test_any_file_an_edition_is_made_from_changes_it(fresh: Project, name: str) -> None:
    before = inputs(fresh, ORDER, "p")
    path = fresh.root / name
    path.write_bytes((path.read_bytes() if path.exists() else b"") + b"\n")

    assert inputs(fresh, ORDER, "p") != before


def test_what_is_no_input_changes_nothing(fresh: Project) -> None:
    before = inputs(fresh, ORDER, "p")
    (fresh.root / "data" / "kz-kg" / ".hidden").mkdir()
    (fresh.root / "notes.txt").write_text("x", encoding="utf-8")

    assert inputs(fresh, ORDER, "p") == before
    assert inputs(fresh, ORDER, "q") != before


@pytest.mark.parametrize("text", ["", "[]", "{", None])
def test_a_memory_that_cannot_be_read_remembers_nothing(fresh: Project, text: str | None) -> None:
    if text is not None:
        fresh.machine.mkdir()
        (fresh.machine / MEMORY).write_text(text, encoding="utf-8")

    assert remembered(fresh) == {}


def test_remembers_each_edition(fresh: Project) -> None:
    remember(fresh, "a", "1", "a.json")
    remember(fresh, "b", "2", "b.json")

    assert remembered(fresh) == {"a": {"inputs": "1", "manifest": "a.json"}, "b": {"inputs": "2", "manifest": "b.json"}}
