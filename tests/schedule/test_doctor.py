from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bilan.ledger.book import Ledger
from bilan.project import Project
from bilan.schedule.doctor import DISK_FREE, LIBRARIES, inside, machine

NOW = datetime(2026, 11, 25, tzinfo=UTC)
SETTINGS = 'partnerships = ["kz-kg"]\naudiences = ["minister", "analyst"]\nlanguages = ["en"]\n'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "bilan.toml").write_text(SETTINGS, encoding="utf-8")
    return Project(tmp_path)


@pytest.fixture
def ledger(project: Project) -> Iterator[Ledger]:
    with Ledger.open(project.config.ledger, project.root) as opened:
        yield opened


def test_a_machine_that_has_everything_is_well(tmp_path: Path) -> None:
    looks = machine(NOW, tmp_path)

    assert [one.what for one in looks] == [*LIBRARIES, "fonts", "clock"]
    assert [one for one in looks if not one.well] == []
    assert looks[-1].found == "2026-11-25T00:00:00+00:00"


def test_a_clock_that_went_wrong_and_a_library_that_is_not_there_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bilan.schedule.doctor.LIBRARIES", {"babel": "babel_that_is_not_there"})
    library, _, clock = machine(datetime(1970, 1, 1, tzinfo=UTC), tmp_path)

    assert (library.well, library.found) == (False, "No module named 'babel_that_is_not_there'")
    assert (clock.well, clock.hint) == (False, "set the clock of this machine")


def test_a_project_that_can_issue_is_well(project: Project, ledger: Ledger) -> None:
    looks = inside(project, ledger)

    assert [(one.what, one.well) for one in looks] == [("project", True), ("ledger", True), ("disk", True), ("archive", True)]
    assert looks[0].found == "1 partnerships, 2 audiences"
    assert inside(project)[1] == looks[1]


def test_settings_that_cannot_be_read_are_all_there_is_to_tell(project: Project) -> None:
    (project.root / "bilan.toml").write_text("partnership = 3", encoding="utf-8")

    (look,) = inside(Project(project.root))

    assert (look.what, look.well) == ("project", False)
    assert "did you mean 'partnerships'" in look.found


def test_the_open_ledger_is_asked_and_no_new_one_begun(project: Project, ledger: Ledger) -> None:
    path = project.root / ".bilan" / "ledger.sqlite3"
    path.unlink()

    look = inside(project, ledger)[1]

    assert (look.what, look.well, path.exists()) == ("ledger", False, False)
    assert "cannot be reached" in look.found


def test_a_disk_that_is_full_or_closed_is_told(project: Project, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bilan.schedule.doctor.DISK_FREE", 2**70)
    monkeypatch.setattr("bilan.schedule.doctor.os.access", lambda *_: False)

    look = inside(project, ledger)[2]

    assert (look.what, look.well) == ("disk", False)
    assert look.hint.startswith(f"let this user write to {project.root}/reports; free some space")
    assert DISK_FREE < 2**40
