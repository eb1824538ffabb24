from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count

import pytest

from bilan.errors import CancelledError, ConflictError, TakenOverError, UsageError
from bilan.ledger.book import Ledger
from bilan.ledger.job_records import Asked, FullError, JobRow, JobState, Most
from bilan.ledger.jobs import ATTEMPTS, LEASE

SECOND = timedelta(seconds=1)
Ask = Callable[..., JobRow]


@pytest.fixture
def ask(ledger: Ledger, now: datetime) -> Ask:
    numbers = count(1)

    def made(actor: str = "aliya", key: str = "", month: str = "2026-10", most: Most | None = None) -> JobRow:
        asked = Asked(f"j{next(numbers)}", "build", {"period": month}, actor, key)
        return ledger.jobs.place(asked, now, most)[0]

    return made


def taken(ledger: Ledger, now: datetime) -> JobRow:
    job = ledger.jobs.take(now, "worker")
    assert job is not None
    return job


def test_what_is_asked_for_waits_is_taken_told_of_and_ended(ledger: Ledger, now: datetime, ask: Ask) -> None:
    assert ask().state is JobState.WAITING
    job = taken(ledger, now)
    ledger.jobs.tell(job, "render", "kz-kg/2026-10/minister.fr", 0.5, now)

    assert (ledger.jobs.find("j1").stage, ledger.jobs.find("j1").done) == ("render", 0.5)
    assert ledger.jobs.finish(job, JobState.DONE, now + SECOND, "1 issued", [{"edition": "x"}])
    ended = ledger.jobs.find("j1")
    assert (ended.state, ended.reason, ended.result, ended.done, ended.open) == (JobState.DONE, "1 issued", [{"edition": "x"}], 1.0, False)
    assert ledger.jobs.take(now, "worker") is None
    told = [(one.from_state, one.to_state) for one in ledger.events("job j1")]
    assert told == [("", "waiting"), ("waiting", "running"), ("running", "done")]


def test_a_second_click_is_the_same_job(ledger: Ledger, now: datetime, ask: Ask) -> None:
    first = ask(key="click")

    assert ledger.jobs.place(Asked("other", "build", {"period": "2026-10"}, "aliya", "click"), now) == (first, False)
    assert ledger.jobs.place(Asked("other", "build", {"period": "2026-10"}, "bek", "click"), now)[1], "another person's keys are their own"


def test_a_key_stands_for_one_request(ask: Ask) -> None:
    ask(key="click")

    with pytest.raises(ConflictError, match="stands for another request"):
        ask(key="click", month="2026-09")


def test_who_asks_for_much_does_not_keep_others_waiting(ledger: Ledger, now: datetime, ask: Ask) -> None:
    for actor in ("aliya", "aliya", "aliya", "bek", "bek", "chyngyz"):
        ask(actor)
    places = {one.name: ledger.jobs.ahead(one) for one in ledger.jobs.rows()}
    order: list[str] = []
    while job := ledger.jobs.take(now + len(order) * SECOND, "worker"):
        order.append(job.name)
        ledger.jobs.finish(job, JobState.DONE, now + len(order) * SECOND)

    assert order == ["j1", "j4", "j6", "j2", "j5", "j3"]
    assert places == {"j1": 0, "j4": 1, "j6": 2, "j2": 3, "j5": 4, "j3": 5}


def test_too_many_of_one_person_or_of_all_are_refused_with_a_time_to_come_back(ask: Ask) -> None:
    for number in range(3):
        ask("aliya", most=Most(3, 4), month=f"2026-0{number + 1}")

    with pytest.raises(FullError, match="3 jobs of aliya are open, no more than 3 may be") as met:
        ask("aliya", most=Most(3, 4))
    assert met.value.seconds > 0
    ask("bek", most=Most(3, 4))
    with pytest.raises(FullError, match="4 jobs are open"):
        ask("chyngyz", most=Most(3, 4))


def test_one_that_waits_is_cancelled_at_once_and_one_that_runs_at_its_next_step(ledger: Ledger, now: datetime, ask: Ask) -> None:
    ask(), ask("bek")
    job = taken(ledger, now)

    assert ledger.jobs.cancel("j2", "bek", now).state is JobState.CANCELLED
    assert ledger.jobs.cancel("j1", "aliya", now).state is JobState.CANCELLING
    assert ledger.jobs.cancel("j1", "aliya", now).state is JobState.CANCELLING, "again is no news"
    with pytest.raises(CancelledError, match="cancelled by aliya"):
        ledger.jobs.tell(job, "render", "", 0.1, now)
    ledger.jobs.finish(job, JobState.WAITING, now, "given back")
    assert ledger.jobs.find("j1").state is JobState.CANCELLED


def test_what_has_ended_cannot_be_cancelled(ledger: Ledger, now: datetime, ask: Ask) -> None:
    ask()
    ledger.jobs.finish(taken(ledger, now), JobState.FAILED, now, "no data")

    with pytest.raises(ConflictError, match="has ended: failed"):
        ledger.jobs.cancel("j1", "aliya", now)


def test_a_lost_worker_costs_an_attempt_and_writes_nothing_more(ledger: Ledger, now: datetime, ask: Ask) -> None:
    ask()
    lost = taken(ledger, now)
    later = now + LEASE
    job = taken(ledger, later)

    assert (job.name, job.attempt) == ("j1", 2)
    with pytest.raises(TakenOverError):
        ledger.jobs.tell(lost, "render", "", 0.9, later)
    assert not ledger.jobs.finish(lost, JobState.DONE, later)
    assert ledger.jobs.finish(job, JobState.DONE, later)
    assert ledger.jobs.finish(job, JobState.DONE, later), "the same end again is no news"


def test_one_that_kills_its_workers_is_given_up(ledger: Ledger, now: datetime, ask: Ask) -> None:
    ask()
    for turn in range(ATTEMPTS):
        taken(ledger, now + turn * LEASE)

    assert ledger.jobs.take(now + ATTEMPTS * LEASE, "worker") is None
    assert ledger.jobs.find("j1").state is JobState.FAILED


def test_one_cancelled_whose_worker_is_lost_ends(ledger: Ledger, now: datetime, ask: Ask) -> None:
    ask()
    taken(ledger, now)
    ledger.jobs.cancel("j1", "aliya", now)

    assert ledger.jobs.take(now + LEASE, "worker") is None
    assert ledger.jobs.find("j1").state is JobState.CANCELLED


def test_each_sees_their_own_newest_first(ledger: Ledger, ask: Ask) -> None:
    ask(), ask("bek"), ask(month="2026-09")

    assert [one.name for one in ledger.jobs.rows("aliya")] == ["j3", "j1"]
    assert [one.name for one in ledger.jobs.rows(states=[JobState.RUNNING])] == []
    assert [one.name for one in ledger.jobs.rows(before=ledger.jobs.find("j3").id, most=1)] == ["j2"]


def test_how_long_one_takes_is_told_by_those_before(ledger: Ledger, now: datetime, ask: Ask) -> None:
    assert ledger.jobs.usual("build") is None
    for seconds in (3, 9, 4):
        ask()
        ledger.jobs.finish(taken(ledger, now), JobState.DONE, now + seconds * SECOND)

    assert ledger.jobs.usual("build") == 4


def test_a_job_nobody_asked_for_is_not_there(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="job 'nothing': is not there"):
        ledger.jobs.find("nothing")
