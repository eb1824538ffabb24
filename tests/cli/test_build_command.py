import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bilan.cli.build_command import instant, worst
from bilan.errors import HeldError, Problem, RenderError, TemplateError, UsageError

Said = tuple[int, str, str]
Bilan = Callable[..., Said]


def test_says_where_the_edition_is(project: Path, bilan: Bilan) -> None:
    code, out, err = bilan("build", "--project", project)

    assert code == 0
    assert "reports/kz-kg/2026-10/minister.en.pdf" in out
    assert "number 1, issue 1" in out
    assert "1 issued, 0 unchanged, 0 not issued" in err
    assert (project / "reports" / "kz-kg" / "2026-10" / "minister.en.pdf").read_bytes().startswith(b"%PDF")


def test_says_that_nothing_has_changed(issued: Path, bilan: Bilan) -> None:
    bilan("build", "--project", issued)

    code, out, err = bilan("build", "--project", issued)

    assert code == 0
    assert "unchanged" in out
    assert err.startswith("nothing has changed; ")


def test_speaks_json(issued: Path, bilan: Bilan) -> None:
    code, out, _ = bilan("build", "--json", "--project", issued)

    told = json.loads(out)
    assert code == 0
    assert told["schema"] == 1
    assert [one["edition"] for one in told["editions"]] == ["kz-kg/2026-10/minister.en"]


def test_tells_a_held_edition_as_json(issued: Path, bilan: Bilan) -> None:
    code, out, _ = bilan("build", "--json", "--strict", "--as-of", "2026-10-30", "--project", issued)

    assert code == 4
    assert json.loads(out)["editions"][0]["problem"]["error"] == "HeldError"


def test_paths_are_short_inside_the_current_folder(issued: Path, bilan: Bilan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(issued)

    _, out, _ = bilan("build")

    assert "\nreports/kz-kg/2026-10/minister.en.pdf" in out


def test_a_draft_is_not_issued(issued: Path, bilan: Bilan) -> None:
    before = sorted((issued / "reports").rglob("*"))

    code, out, _ = bilan("build", "--draft", "--project", issued)

    assert code == 0
    assert ".bilan/drafts/kz-kg-2026-10-minister.en.pdf" in out
    assert sorted((issued / "reports").rglob("*")) == before


def test_an_order_under_a_key_is_answered_again_and_another_is_a_mistake(issued: Path, bilan: Bilan) -> None:
    order = ("build", "--key", "visit", "--by", "anna", "--project", issued)

    first, again = bilan(*order), bilan(*order)
    other = bilan(*order, "--period", "2026-09")

    assert (first[0], again[0]) == (0, 0)
    assert "unchanged" in again[1]
    assert other[0] == 2
    assert other[2].splitlines() == ["key 'visit': stands for another order: {}", "hint: take another key, or ask for the same"]


def test_takes_the_instant_from_the_environment() -> None:
    assert instant({"SOURCE_DATE_EPOCH": "0"}) == datetime(1970, 1, 1, tzinfo=UTC)
    assert instant({}).tzinfo is UTC
    with pytest.raises(UsageError, match="'soon' is no number of seconds"):
        instant({"SOURCE_DATE_EPOCH": "soon"})


def test_a_failure_outweighs_a_hold() -> None:
    held, broken = HeldError("x", (Problem("a", "b"),)), TemplateError("t", ("line 1",))

    assert worst([]) == 0
    assert worst([held]) == 4
    assert worst([held, broken]) == 3
    assert worst([RenderError("r", "slow"), held]) == 1


def test_the_clock_of_the_tests_is_fixed() -> None:
    assert os.environ["SOURCE_DATE_EPOCH"] == "1795564800"
