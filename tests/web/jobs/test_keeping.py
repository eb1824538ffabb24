import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.web.jobs.conftest import NOW, Ask

from bilan.cli.archive_command import command
from bilan.errors import CancelledError
from bilan.ledger.book import Ledger
from bilan.ledger.job_records import JobState
from bilan.project import Project
from bilan.stop import Stop
from bilan.web.jobs.bench import Bench, Ended
from bilan.web.jobs.work import work
from bilan.web.jobs.worker import Worker

PDF = Path("reports/kz-kg/2026-10/minister.en.pdf")


@pytest.fixture
def project(finished: Path, tmp_path: Path) -> Project:
    return Project(Path(shutil.copytree(finished, tmp_path / "project", symlinks=True)))


def by_command(project: Project, capsys: pytest.CaptureFixture[str], name: str) -> Any:  # noqa: ANN401  JSON
    command.main([name, "--json", "--project", str(project.root)], standalone_mode=False)
    return json.loads(capsys.readouterr().out.replace(f"{project.root}/", ""))


def test_a_damaged_archive_is_checked_mended_and_checked_again(
    project: Project, ledger: Ledger, ask: Ask, worker: Worker, capsys: pytest.CaptureFixture[str]
) -> None:
    (project.root / PDF).unlink()
    wanted = by_command(project, capsys, "check")
    ask("archive-check")
    ask("archive-rebuild")
    ask("archive-check")

    assert worker.run() == 3
    again, rebuilt, checked = ledger.jobs.rows()
    assert {one.state for one in (checked, rebuilt, again)} == {JobState.DONE}
    assert checked.result == wanted
    assert checked.reason == f"2 faults, the first: {PDF}: is missing", "its name, and `latest` which leads to it"
    assert checked.result["faults"][0]["where"] == str(PDF), "nobody learns where on this machine the project lies"
    assert (rebuilt.result, rebuilt.reason) == ({"editions": 1, "lost": []}, "")
    assert (again.result, again.reason) == (by_command(project, capsys, "check"), "")
    assert again.result["faults"] == []


def test_what_is_lost_for_good_is_the_result_of_a_job_that_is_done(
    project: Project, ledger: Ledger, ask: Ask, worker: Worker, capsys: pytest.CaptureFixture[str]
) -> None:
    (project.root / PDF).unlink()
    for path in (project.root / "reports" / "blob").iterdir():
        path.unlink()
    ask("archive-rebuild")

    worker.run()
    (job,) = ledger.jobs.rows()
    assert job.state is JobState.DONE
    assert job.reason.startswith("1 edition could not be given back, the first: ")
    assert job.result == by_command(project, capsys, "rebuild")


@pytest.mark.parametrize("kind", ["archive-check", "archive-rebuild"])
def test_called_off_or_asked_to_stop_it_ends_before_the_next_file(project: Project, ledger: Ledger, ask: Ask, kind: str) -> None:
    executor: Any = None  # no pages are laid out
    bench, stop, told = Bench(project, ledger, executor, project.root, lambda: NOW), Stop(), []

    def tell(stage: str, subject: str, done: float) -> None:
        told.append((stage, subject.rpartition("/")[2], done))
        raise CancelledError("job j1", "was cancelled")

    ended: Ended = work(bench, ask(kind), tell, stop)
    assert ended.state is JobState.CANCELLED
    assert told[0][0] == "archive"
    assert told[0][2] == 0.95
    stop.ask()
    assert work(bench, ask(kind), tell, stop).state is JobState.WAITING
    assert len(told) == 1
