import os
import threading
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.web.jobs.conftest import NOW, Ask

from bilan.document import Identity
from bilan.errors import CancelledError, GoneError, TakenOverError
from bilan.ledger.book import Ledger
from bilan.ledger.job_records import JobState
from bilan.ledger.jobs import LEASE
from bilan.ledger.orders import Wanted
from bilan.ledger.records import State
from bilan.period import Period
from bilan.project import Project
from bilan.web.jobs import worker as module
from bilan.web.jobs.bench import Ended, folder_of, key_of
from bilan.web.jobs.sent import sent_folder
from bilan.web.jobs.worker import MOST_JOBS, Worker, sweep


@pytest.fixture(autouse=True)
def no_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages are not laid out here."""
    monkeypatch.setattr(module, "LOOK_SECONDS", 0.005)
    monkeypatch.setattr(module, "BEAT_SECONDS", 0.01)


def doing(monkeypatch: pytest.MonkeyPatch, what: Any) -> None:  # noqa: ANN401  any shape of work
    monkeypatch.setattr(module, "work", what)


def test_one_that_is_called_off_ends_as_cancelled_and_nobody_issues_what_it_ordered(
    ledger: Ledger, ask: Ask, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = ask("build", partnership="kz-kg")
    october = Identity("kz-kg", Period.parse("2026-10"), "minister", "en")
    rows = ledger.orders.place(Wanted([(october, NOW.date())], "{}", "aliya", key_of(job)), NOW)
    assert ledger.claim(NOW, "a clock", LEASE) is None, "what a job ordered is that job's"

    def work(_bench: object, _job: object, _tell: object, stop: Any) -> Ended:  # noqa: ANN401  a Stop
        ledger.jobs.cancel("j1", "aliya", NOW)
        assert stop.at_once.wait(10)
        return Ended(JobState.WAITING, "given back")

    doing(monkeypatch, work)
    worker.run()
    assert ledger.jobs.find("j1").state is JobState.CANCELLED
    assert [row.state for row in ledger.occurrences()] == [State.CANCELLED]
    assert [row.id for row in rows] == [1]


def test_work_that_tells_how_far_it_is_learns_that_it_is_called_off(
    ledger: Ledger, ask: Ask, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask("build", partnership="kz-kg")

    def work(_bench: object, _job: object, tell: Any, _stop: object) -> Ended:  # noqa: ANN401  a function
        tell("render", "kz-kg/2026-10/minister.en", 0.4)
        assert ledger.jobs.find("j1").done == 0.4
        ledger.jobs.cancel("j1", "aliya", NOW)
        with pytest.raises(CancelledError):
            tell("publish", "", 0.9)
        return Ended(JobState.CANCELLED)

    doing(monkeypatch, work)
    worker.run()
    assert ledger.jobs.find("j1").state is JobState.CANCELLED


def test_a_worker_that_lost_its_job_writes_nothing_of_it(ledger: Ledger, ask: Ask, worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    ask("build", partnership="kz-kg")

    def work(_bench: object, job: Any, tell: Any, _stop: object) -> Ended:  # noqa: ANN401  same
        other = ledger.jobs.take(NOW + 2 * LEASE, "there:2")
        assert other is not None
        with pytest.raises(TakenOverError):
            tell("render", "", 0.5)
        assert ledger.jobs.finish(other, JobState.DONE, NOW, "by the other")
        del job
        return Ended(JobState.FAILED, "late")

    doing(monkeypatch, work)
    worker.run()
    assert ledger.jobs.find("j1").reason == "by the other"


def test_a_bug_ends_the_job_and_not_the_worker(ledger: Ledger, ask: Ask, worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    ask("build", partnership="kz-kg"), ask("build", partnership="kz-kg", draft=True)

    def work(_bench: object, job: Any, _tell: object, _stop: object) -> Ended:  # noqa: ANN401  same
        if job.name == "j1":
            raise ZeroDivisionError("oh")
        return Ended(JobState.DONE)

    doing(monkeypatch, work)
    assert worker.run() == 2
    assert ledger.jobs.find("j1").reason == "ZeroDivisionError: oh"
    assert ledger.jobs.find("j2").state is JobState.DONE


def test_asked_to_stop_it_lets_go_of_what_it_does(ledger: Ledger, ask: Ask, worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    ask("build", partnership="kz-kg"), ask("build", partnership="kz-kg", draft=True)

    def work(_bench: object, _job: object, _tell: object, stop: Any) -> Ended:  # noqa: ANN401  same
        worker.stop.ask()
        assert stop.asked.wait(10)
        return Ended(JobState.WAITING, "given back")

    doing(monkeypatch, work)
    assert worker.run() == 1
    assert {one.state for one in ledger.jobs.rows()} == {JobState.WAITING}


def test_the_lease_is_kept_while_the_work_takes_long(ledger: Ledger, ask: Ask, worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    ask("build", partnership="kz-kg")
    times = {"now": NOW}
    worker.clock = lambda: times["now"]
    renewed = threading.Event()

    def work(bench: Any, _job: object, _tell: object, _stop: object) -> Ended:  # noqa: ANN401  same
        told = bench.ledger.jobs.tell

        def tell(*given: Any) -> None:  # noqa: ANN401  as the ledger takes them
            told(*given)
            renewed.set()

        monkeypatch.setattr(bench.ledger.jobs, "tell", tell)
        times["now"] = NOW + LEASE - timedelta(seconds=1)
        assert renewed.wait(10)
        assert ledger.jobs.take(NOW + LEASE, "there:2") is None
        return Ended(JobState.DONE)

    doing(monkeypatch, work)
    worker.run()
    assert ledger.jobs.find("j1").state is JobState.DONE


def test_it_waits_where_the_ledger_is_away_and_ends_for_a_fresh_process_in_time(
    ledger: Ledger, ask: Ask, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    doing(monkeypatch, lambda *_: Ended(JobState.DONE))
    for number in range(3):
        ask("build", partnership="kz-kg", period=f"2026-0{number + 1}")
    waits = []

    def away(*_: object) -> None:
        raise GoneError("ledger", "cannot be reached")

    with monkeypatch.context() as patch:
        patch.setattr("bilan.ledger.jobs.Jobs.take", away)
        worker.wait = lambda: waits.append(1) or len(waits) < 3  # type: ignore[func-returns-value]  # counts
        assert worker.run() == 0
    assert len(waits) == 3
    worker.served = MOST_JOBS - 2
    assert worker.run() == MOST_JOBS
    assert len(ledger.jobs.rows(states=[JobState.WAITING])) == 1


def test_drafts_are_kept_for_a_week(project: Project) -> None:
    for name, days in (("old", 8), ("young", 6)):
        folder = folder_of(project, name)
        folder.mkdir(parents=True)
        (folder / "x.pdf").write_bytes(b"%PDF")
        at = (NOW - timedelta(days=days)).timestamp()
        os.utime(folder, (at, at))

    assert sweep(project, NOW) == 1
    assert not folder_of(project, "old").exists()
    assert folder_of(project, "young").exists()


def test_a_worker_that_lives_long_sweeps_once_a_day(project: Project, worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    swept: list[datetime] = []
    times = iter(NOW + timedelta(hours=12 * count) for count in range(9))
    now = [next(times)]

    def wait() -> bool:
        now[0] = next(times)
        return len(swept) < 3

    monkeypatch.setattr(module, "sweep", lambda _project, at: swept.append(at))
    worker.clock, worker.wait = lambda: now[0], wait
    worker.run()
    assert swept == [NOW, NOW + timedelta(days=1), NOW + timedelta(days=2)]
    assert project.root.exists()


@pytest.mark.parametrize(("state", "kept"), [(JobState.DONE, False), (JobState.FAILED, False), (JobState.WAITING, True)])
def test_what_was_sent_for_a_job_goes_when_it_has_ended_and_stays_when_it_is_given_back(
    project: Project, ask: Ask, worker: Worker, monkeypatch: pytest.MonkeyPatch, state: JobState, *, kept: bool
) -> None:
    folder = sent_folder(project, ask("audit").name)
    folder.mkdir(parents=True)

    def work(*_: object) -> Ended:
        worker.stop.ask()
        return Ended(state)

    doing(monkeypatch, work)
    worker.run()
    assert folder.exists() is kept


def test_why_there_is_no_result_is_no_result_of_what_was_called_off(
    ledger: Ledger, ask: Ask, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask("gallery", language="en")

    def work(_bench: object, _job: object, tell: Any, _stop: object) -> Ended:  # noqa: ANN401  a function
        ledger.jobs.cancel("j1", "aliya", NOW)
        with pytest.raises(CancelledError):
            tell("render", "", 0.5)
        return Ended(JobState.WAITING, "given back", {"problem": {"message": "was given back"}})

    doing(monkeypatch, work)
    worker.run()
    assert ledger.jobs.find("j1").result is None


def test_what_was_done_before_it_was_called_off_is_told(ledger: Ledger, ask: Ask, worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    ask("replay", **{"partnership": "kz-kg", "from": "2026-01", "to": "2026-02"})

    def work(_bench: object, _job: object, tell: Any, _stop: object) -> Ended:  # noqa: ANN401  a function
        ledger.jobs.cancel("j1", "aliya", NOW)
        with pytest.raises(CancelledError):
            tell("render", "", 0.5)
        return Ended(JobState.WAITING, "given back", {"rows": ["2026-01"]})

    doing(monkeypatch, work)
    worker.run()
    job = ledger.jobs.find("j1")
    assert (job.state, job.reason, job.result) == (JobState.CANCELLED, "job j1: cancelled by aliya", {"rows": ["2026-01"]})
