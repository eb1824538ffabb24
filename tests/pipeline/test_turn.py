from pathlib import Path

import pytest

from bilan.errors import BusyError, StoreError
from bilan.pipeline.turn import turn
from bilan.project import Project


def test_a_second_fetch_is_told_that_one_is_at_work(tmp_path: Path) -> None:
    project = Project(tmp_path)

    with turn(project), pytest.raises(BusyError, match="another fetch of this project is at work"), turn(project):
        pytest.fail("two fetch at once")
    with turn(project):
        assert (tmp_path / ".bilan" / "fetch.lock").exists()


def test_one_that_waits_goes_on_when_the_other_has_ended(tmp_path: Path) -> None:
    project, asked = Project(tmp_path), []
    first = turn(project)
    first.__enter__()

    def wait() -> bool:
        asked.append(1)
        if len(asked) == 3:
            first.__exit__(None, None, None)
        return True

    with turn(project, wait):
        assert len(asked) == 3


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / ".bilan").write_text("no folder", encoding="utf-8")

    with pytest.raises(StoreError, match="cannot be written"), turn(Project(tmp_path)):
        pytest.fail("nothing can be locked")
