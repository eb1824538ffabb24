import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.errors import BilanError

Said = tuple[int, str, str]
Bilan = Callable[..., Said]


def test_looks_at_everything_a_machine_needs(issued: Path, bilan: Bilan) -> None:
    code, out, _ = bilan("doctor", "--json", "--project", issued)

    looked = {one["what"]: one["well"] for one in json.loads(out)}
    assert code == 0
    assert {"weasyprint", "matplotlib", "duckdb", "fonts", "clock", "ledger", "disk", "archive"} <= set(looked)
    assert all(looked.values())


def test_outside_a_project_it_says_what_to_do(tmp_path: Path, bilan: Bilan) -> None:
    code, out, _ = bilan("doctor", "--project", tmp_path)

    assert code == 1
    assert "BAD  project" in out
    assert "bilan init" in out


def test_a_library_that_cannot_load_is_named(issued: Path, bilan: Bilan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bilan.schedule.doctor.LIBRARIES", {"weasyprint": "weasyprint_that_is_not_there"})

    code, out, _ = bilan("doctor", "--project", issued)

    assert code == 1
    assert "BAD  weasyprint  No module named" in out


def test_settings_that_cannot_be_read_are_told_with_the_rest(issued: Path, bilan: Bilan) -> None:
    (issued / "bilan.toml").write_text("partnership = 3", encoding="utf-8")

    code, out, _ = bilan("doctor", "--project", issued)

    assert code == 1
    assert "BAD  project" in out
    assert "ok   fonts" in out


def test_a_ledger_that_cannot_be_read_is_told(issued: Path, bilan: Bilan) -> None:
    (issued / ".bilan" / "ledger.sqlite3").write_bytes(b"no database at all, but long enough to look like one" * 40)

    code, out, _ = bilan("doctor", "--project", issued)

    assert code == 1
    assert "BAD  ledger" in out


def test_a_latest_edition_that_was_changed_is_named(issued: Path, bilan: Bilan) -> None:
    (issued / "reports/kz-kg/2026-10/minister.en.pdf").unlink()

    code, out, _ = bilan("doctor", "--project", issued)

    assert code == 1
    assert "BAD  archive" in out
    assert "minister.en.pdf: is missing; `bilan archive check` reads every file" in out


def test_says_nothing_when_asked_to_be_quiet(issued: Path, bilan: Bilan) -> None:
    assert bilan("doctor", "--quiet", "--project", issued)[1] == ""


def test_an_error_of_ours_has_a_place() -> None:
    assert BilanError("here", "wrong").where == "here"
