import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.cli.list_command import KINDS

Said = tuple[int, str, str]
Bilan = Callable[..., Said]
EXPECTED = {
    "indicators": "trade.partner_share", "charts": "trade-bars", "rules": "mirror-below", "sources": "24kg-20241205",
    "audiences": "minister", "editions": "kz-kg/2026-10/minister.en",
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_shows_what_there_is(issued: Path, bilan: Bilan, kind: str) -> None:
    code, out, _ = bilan("list", kind, "--project", issued)
    as_json = json.loads(bilan("list", kind, "--json", "--project", issued)[1])

    assert code == 0
    assert EXPECTED[kind] in out
    assert EXPECTED[kind] in [value for row in as_json for value in row.values()]


def test_an_indicator_is_shown_with_question_formula_unit_and_source(issued: Path, bilan: Bilan) -> None:
    rows = {one["indicator"]: one for one in json.loads(bilan("list", "indicators", "--json", "--project", issued)[1])}

    assert len(rows) >= 12
    assert all(one["question"].endswith("?") and one["unit"] and one["formula"] for one in rows.values())


def test_an_empty_archive_has_no_editions(project: Path, bilan: Bilan) -> None:
    assert bilan("list", "editions", "--project", project)[1] == "no editions\n"


def test_a_partnership_without_a_register_has_no_sources(project: Path, bilan: Bilan) -> None:
    (project / "data" / "kz-kg" / "sources.csv").unlink()

    assert bilan("list", "sources", "--project", project)[1] == "no sources\n"
