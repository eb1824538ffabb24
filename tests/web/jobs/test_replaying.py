import json
from dataclasses import replace
from typing import Any

import pytest
from tests.web.jobs.conftest import NOW, Ask

from bilan.archive.archive import Archive
from bilan.cli.replay_command import command
from bilan.document import Identity
from bilan.errors import CancelledError
from bilan.ledger.book import Ledger
from bilan.ledger.job_records import JobRow, JobState
from bilan.ledger.orders import Wanted
from bilan.ledger.records import State
from bilan.period import Period
from bilan.pipeline.outcome import Outcome
from bilan.project import Project
from bilan.stop import Stop
from bilan.web.jobs.bench import Bench, Ways
from bilan.web.jobs.replaying import month_keys, replayed
from bilan.web.jobs.requests import ReplayAsked
from bilan.web.jobs.worker import Worker, call_off

SPAN = {"partnership": "kz-kg", "from": "2025-02", "to": "2025-03"}


def test_months_are_issued_as_the_command_issues_them(
    project: Project, ledger: Ledger, ask: Ask, worker: Worker, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    ask("replay", **SPAN)

    worker.run()
    (job,) = ledger.jobs.rows()
    first, second = job.result["rows"]
    assert (first["edition"], first["state"], second["number"], second["state"]) == ("kz-kg/2025-02/minister.en", "held", "1", "issued")
    assert job.state is JobState.HELD
    assert job.reason.startswith("1 of 2 not issued: ")
    assert [entry.period for entry in Archive.of(project).editions()] == ["2025-03"]
    arguments = ["kz-kg", "--from", "2025-03", "--to", "2025-03", "--json", "--quiet", "--project", str(project.root)]
    command.main(arguments, standalone_mode=False)
    (told,) = json.loads(capsys.readouterr().out)
    assert told == second | {"state": "unchanged"}
    again = replayed(bench_of(project, ledger), replace(job, attempt=2), ReplayAsked.model_validate(SPAN), Ways(lambda *_: None, Stop()))
    assert again.result == {"rows": [first, second | {"state": "unchanged"}]}, (
        "taken up by another worker it finds what is out, and makes nothing"
    )
    assert len(ledger.occurrences()) == 2, "each month was ordered once"


@pytest.fixture
def job(ledger: Ledger, ask: Ask) -> JobRow:
    ask("replay", **SPAN)
    taken = ledger.jobs.take(NOW, "here:1")
    assert taken is not None
    return taken


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys months were ordered under; no pages are laid out."""
    keys: list[str] = []

    def build(session: Any, request: Any, _place: object) -> list[Outcome]:  # noqa: ANN401  as the pipeline takes them
        session.told("compose", str(request.period))
        keys.append(session.key)
        return []

    monkeypatch.setattr("bilan.pipeline.replay.build", build)
    return keys


def bench_of(project: Project, ledger: Ledger) -> Bench:
    executor: Any = None
    return Bench(project, ledger, executor, project.root, lambda: NOW)


def test_each_month_is_an_order_of_its_own_and_progress_goes_by_months(
    project: Project, ledger: Ledger, job: JobRow, made: list[str]
) -> None:
    told: list[tuple[str, str, float]] = []
    asked = ReplayAsked.model_validate(SPAN)
    ended = replayed(bench_of(project, ledger), job, asked, Ways(lambda *one: told.append(one), Stop()))

    assert (ended.state, ended.reason, ended.result) == (JobState.DONE, "", {"rows": []})
    assert made == month_keys(job, asked) == ["job-j1.2025-02", "job-j1.2025-03"]
    assert told == [("compose", "2025-02", 0.0), ("publish", "2025-02", 0.5), ("compose", "2025-03", 0.5), ("publish", "2025-03", 1.0)]


def test_called_off_it_ends_after_the_month_it_is_at(project: Project, ledger: Ledger, job: JobRow, made: list[str]) -> None:
    def tell(stage: str, *_: object) -> None:
        if stage == "publish":
            raise CancelledError("job j1", "was cancelled")

    with pytest.raises(CancelledError):
        replayed(bench_of(project, ledger), job, ReplayAsked.model_validate(SPAN), Ways(tell, Stop()))
    assert made == ["job-j1.2025-02"]


def test_what_a_replay_ordered_is_called_off_with_it(ledger: Ledger, job: JobRow) -> None:
    month = Identity("kz-kg", Period.parse("2025-03"), "minister", "en")
    ledger.orders.place(Wanted([(month, NOW.date())], "{}", "aliya", "job-j1.2025-03"), NOW)

    call_off(ledger, job, NOW)
    assert [row.state for row in ledger.occurrences()] == [State.CANCELLED]
