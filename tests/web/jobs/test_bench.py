from pathlib import Path

import pytest
from tests.web.jobs.conftest import NOW, Ask

from bilan.errors import AwaitingError, BilanError, BusyError, CancelledError, HeldError, StoppedError, UsageError
from bilan.ledger.book import Ledger
from bilan.ledger.job_records import JobState
from bilan.project import Project
from bilan.secret import hide
from bilan.web.jobs.bench import counted, folder_of, indoors, key_of, settled, state_of

WHERE = "kz-kg/2026-10/minister.en"


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (HeldError(WHERE, ()), JobState.HELD),
        (AwaitingError(WHERE, "waits"), JobState.AWAITING),
        (CancelledError(WHERE, "was cancelled"), JobState.CANCELLED),
        (StoppedError(WHERE, "was given back"), JobState.WAITING),
        (UsageError(WHERE, "is odd"), JobState.FAILED),
    ],
)
def test_a_mistake_leaves_a_job_in_a_state_of_its_own(error: BilanError, state: JobState) -> None:
    assert state_of(error) is state


def test_the_worst_of_several_is_told_and_what_may_work_later_is_tried_again(ledger: Ledger, ask: Ask) -> None:
    ask("build", partnership="kz-kg")
    job = ledger.jobs.take(NOW, "w")
    assert job is not None
    held, failed, busy = HeldError(WHERE, ()), UsageError(WHERE, "is odd"), BusyError(WHERE, "is busy")

    assert settled(job, []) == (JobState.DONE, "")
    assert settled(job, [held, failed]) == (JobState.FAILED, f"{WHERE}: is odd")
    assert settled(job, [held, busy]) == (JobState.WAITING, f"{WHERE}: is busy")
    assert settled(job, [failed, busy])[0] is JobState.FAILED


def test_no_answer_says_where_the_project_lies_or_what_is_secret(project: Project, tmp_path: Path) -> None:
    hide("hush-hush")
    told = {"a": [f"{tmp_path}/data/kz-kg/trade.csv: is odd"], "b": (f"{project.reports}/x.pdf and hush-hush", 3, None)}

    assert indoors(project, told) == {"a": ["data/kz-kg/trade.csv: is odd"], "b": ["reports/x.pdf and ***", 3, None]}
    outside = tmp_path / "elsewhere"
    outside.mkdir()
    (outside / "bilan.toml").write_text(f'partnerships = ["kz-kg"]\nreports = "{tmp_path / "archive"}"\n', encoding="utf-8")
    assert indoors(Project(outside), f"{tmp_path}/archive/x.pdf") == "reports/x.pdf"
    (outside / "bilan.toml").write_text("oh", encoding="utf-8")
    assert indoors(Project(outside), f"{outside}/bilan.toml") == "bilan.toml"


def test_a_job_has_a_folder_and_a_key_of_its_own(project: Project, ask: Ask) -> None:
    job = ask("build", partnership="kz-kg")

    assert folder_of(project, job.name) == project.root / ".bilan" / "drafts" / "j1"
    assert key_of(job) == "job-j1"
    assert [counted(number, "fault") for number in (0, 1, 2)] == ["0 faults", "1 fault", "2 faults"]
