from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, make_url

from bilan.document import Edition
from bilan.ledger import queue, tables
from bilan.ledger.book import Ledger
from bilan.ledger.records import Claim, Due, Missed, State
from bilan.period import Period

LEASE = timedelta(minutes=5)
URL = "sqlite:///.bilan/ledger.sqlite3"
_numbers = count()


def claimed(ledger: Ledger, now: datetime, owner: str = "one", like: Due | None = None) -> Claim:
    claim = ledger.claim(now, owner, LEASE, like)
    assert claim is not None
    return claim


def test_what_is_due_is_planned_once_however_often_the_clock_fires(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    assert ledger.plan([due("analyst"), due("minister"), due("analyst")], now) == 2
    assert ledger.plan([due("analyst", due_at=now + timedelta(hours=1))], now) == 0
    assert [str(row.due.identity) for row in ledger.occurrences()] == ["kz-kg/2026-10/analyst.fr", "kz-kg/2026-10/minister.fr"]
    assert ledger.occurrences("fr-kz") == []


def test_remembers_how_far_a_schedule_is_planned(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    month = timedelta(days=30)
    assert ledger.before(now).until == {}

    ledger.plan(
        [due(), due(period="2026-09", due_at=now - month), replace(due(period="2026-11", due_at=now - month), schedule="weekly")], now
    )

    assert ledger.before(now).until == {"monthly": now, "weekly": now - month}
    assert ledger.before(now - month).until == {"monthly": now - month, "weekly": now - month}, (
        "a later one says nothing of the time before"
    )


def test_the_earliest_is_served_first_and_none_before_its_time(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    later, earlier = due(period="2026-11", due_at=now + timedelta(days=29)), due()
    ledger.plan([later, earlier], now)

    assert ledger.claim(now - timedelta(seconds=1), "one", LEASE) is None
    first = claimed(ledger, now)
    assert (first.due, first.fence, first.attempt, first.owner, first.lease_until) == (earlier, 1, 1, "one", now + LEASE)
    assert ledger.claim(now, "two", LEASE) is None


def test_a_claim_can_ask_for_the_rest_of_a_group(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    september = due(period="2026-09", due_at=now - timedelta(days=30))
    ledger.plan([september, due("analyst"), due("minister")], now)
    assert claimed(ledger, now).due == september

    assert ledger.claim(now, "one", LEASE, like=september) is None
    assert claimed(ledger, now, like=due()).due == due("analyst")


def test_a_lost_lease_goes_to_the_next_with_a_higher_fence(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    ledger.plan([due()], now)
    stale = claimed(ledger, now)
    assert not ledger.abandoned(now)
    assert ledger.abandoned(now + LEASE)

    fresh = claimed(ledger, now + LEASE, "two")

    assert (fresh.fence, fresh.attempt) == (2, 2)
    assert not ledger.finish(stale, State.FAILED, now + LEASE, "woke up late")
    assert ledger.finish(fresh, State.HELD, now + LEASE, "a gap")
    (row,) = ledger.occurrences()
    assert (row.state, row.reason, row.owner, row.lease_until) == (State.HELD, "a gap", "two", None)
    assert [(run.state, run.reason) for run in ledger.runs()] == [(State.LOST, "the lease ran out"), (State.HELD, "a gap")]


def test_finishing_twice_the_same_way_is_no_news(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    ledger.plan([due()], now)
    claim = claimed(ledger, now)

    assert [ledger.finish(claim, State.ISSUED, now), ledger.finish(claim, State.ISSUED, now)] == [True, True]
    assert not ledger.finish(claim, State.FAILED, now)
    assert len(ledger.events()) == 3


def test_what_is_given_back_is_due_again_and_not_counted(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    ledger.plan([due()], now)
    ledger.finish(claimed(ledger, now), State.DUE, now, "the disk was busy")

    again = claimed(ledger, now)

    assert (again.attempt, again.fence) == (1, 2)


def test_gives_up_what_kills_its_worker_every_time(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    ledger.plan([due()], now)
    for attempt in range(2):
        claimed(ledger, now + attempt * LEASE)

    assert ledger.give_up(now + LEASE, attempts=2) == 0
    assert ledger.give_up(now + 2 * LEASE, attempts=2) == 1
    (row,) = ledger.occurrences()
    assert (row.state, row.reason) == (State.FAILED, "given up: 2 runs began and none came to an end")
    assert ledger.claim(now + 2 * LEASE, "one", LEASE) is None


def test_an_edition_made_since_settles_what_was_due(
    ledger: Ledger, due: Callable[..., Due], edition: Callable[..., Edition], now: datetime
) -> None:
    ledger.plan([due(), due("minister")], now)
    ledger.record_edition(edition(), "b" * 64, None, now + timedelta(minutes=1))

    assert ledger.settle(now + timedelta(minutes=2)) == 1
    assert ledger.settle(now + timedelta(minutes=2)) == 0
    analyst, minister = ledger.occurrences()
    assert (analyst.state, analyst.reason) == (State.ISSUED, "issued already: kz-kg/2026-10/analyst.fr.pdf")
    assert minister.state is State.DUE


def test_an_edition_made_before_it_fell_due_does_not_settle_it(
    ledger: Ledger, due: Callable[..., Due], edition: Callable[..., Edition], now: datetime
) -> None:
    early = now - timedelta(days=3)
    ledger.plan([due(due_at=now + timedelta(days=1))], now)
    ledger.record_edition(edition(), "b" * 64, None, early)
    ledger.adopt([(edition(issue=2, key="k2"), "b" * 64)], now + timedelta(days=2))

    assert ledger.settle(now + timedelta(days=3)) == 0


def test_catching_up_issues_the_latest_and_skips_what_was_missed(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    september = due(period="2026-09", due_at=now - timedelta(days=32))

    assert ledger.catch_up([september, due()], now) == [september, due()]
    assert ledger.catch_up([september, due()], now) == []

    missed, latest = ledger.occurrences()
    assert (missed.due, missed.state) == (september, State.SKIPPED)
    assert missed.reason == "missed: a later occurrence of this schedule is due by now"
    assert (latest.due, latest.state) == (due(), State.DUE)


def test_what_was_missed_is_served_or_skipped_as_its_schedule_has_it(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    def thrice(schedule: str) -> list[Due]:
        months = [("2026-08", 62), ("2026-09", 32), ("2026-10", 0)]
        return [replace(due(period=month, due_at=now - timedelta(days=days)), schedule=schedule) for month, days in months]

    policies = {"all": Missed("all"), "skip": Missed("skip", timedelta(days=1)), "latest": Missed("latest")}
    ledger.catch_up([one for name in (*policies, "unnamed") for one in thrice(name)], now, policies)

    states = {name: [row.state.value for row in ledger.occurrences() if row.due.schedule == name] for name in (*policies, "unnamed")}
    assert states == {
        "all": ["due", "due", "due"], "skip": ["skipped", "skipped", "due"],
        "latest": ["skipped", "skipped", "due"], "unnamed": ["skipped", "skipped", "due"],
    }  # fmt: skip
    reasons = {row.reason for row in ledger.occurrences() if row.due.schedule == "skip"}
    assert reasons == {"", "missed: more than the grace of its schedule went by since it fell due"}


def test_of_those_due_at_one_instant_the_last_revision_is_the_latest(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    ledger.catch_up([replace(due(), revision=revision) for revision in (1, 2, 3)], now)

    assert [(row.due.revision, row.state) for row in ledger.occurrences()] == [(1, State.SKIPPED), (2, State.SKIPPED), (3, State.DUE)]


def test_the_latest_of_one_partnership_says_nothing_of_another(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    ledger.catch_up([due(period="2026-09", due_at=now - timedelta(days=32)), replace(due(), partnership="fr-kz")], now)

    assert [row.state for row in ledger.occurrences()] == [State.DUE, State.DUE]


def test_what_is_planned_as_held_waits_for_a_person_with_its_reason(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    held = due("minister")

    assert ledger.catch_up([due(), held], now, held={held: "awaited data had not come"}) == [due(), held]
    assert ledger.catch_up([held], now) == []

    rows = {row.due.audience: (row.state, row.reason) for row in ledger.occurrences()}
    assert rows == {"analyst": (State.DUE, ""), "minister": (State.HELD, "awaited data had not come")}
    event = ledger.events("monthly: kz-kg/2026-10/minister.fr")[0]
    assert (event.from_state, event.to_state, event.detail) == ("", "held", "awaited data had not come")


def test_what_an_occurrence_asks_for_is_kept_with_it(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    ledger.plan(
        [replace(due(), request="first"), replace(due(), revision=2), replace(due(period="2026-09", due_at=now + LEASE), request="other")],
        now,
    )

    assert ledger.requests("monthly", "kz-kg", Period.parse("2026-10")) == {1: "first", 2: None}
    assert claimed(ledger, now).due.request == "first"


def test_revisions_of_one_period_are_claimed_apart(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    ledger.plan([replace(due(audience), revision=revision) for audience in ("analyst", "minister") for revision in (1, 2)], now)
    first = claimed(ledger, now)

    assert claimed(ledger, now, like=first.due).due == replace(due("minister"), revision=1)
    assert ledger.claim(now, "one", LEASE, like=first.due) is None


def test_two_workers_never_hold_the_same(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    ledger.plan([due(f"audience-{number}") for number in range(24)], now)

    with ThreadPoolExecutor(4) as pool:
        claims = list(pool.map(lambda _: claimed(ledger, now), range(24)))

    assert len({claim.occurrence for claim in claims}) == 24
    assert ledger.claim(now, "late", LEASE) is None


def test_postgresql_leaves_taken_keys_alone_too() -> None:
    class _There:
        dialect = make_url("postgresql+psycopg://").get_dialect()()

    statement = queue.insert_new(cast("Connection", _There()), tables.run)

    assert str(statement.compile(dialect=_There.dialect)).endswith("ON CONFLICT DO NOTHING")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(URL, tmp_path_factory.mktemp("ledger")) as opened:
        yield opened


@given(steps=st.lists(st.tuples(st.sampled_from(["claim", "finish", "wait"]), st.integers(0, 2)), max_size=16))
def test_however_workers_interleave_an_occurrence_ends_once_by_its_last_owner(shared: Ledger, steps: list[tuple[str, int]]) -> None:
    moment = datetime(2026, 11, 2, 1, tzinfo=UTC)
    mine = Due(f"schedule-{next(_numbers)}", "kz-kg", "analyst", "fr", Period.parse("2026-10"), moment)
    shared.plan([mine], moment)
    claims: dict[int, Claim] = {}
    fences: list[int] = []
    ended: list[int] = []

    for step, worker in steps:
        if step == "wait":
            moment += LEASE
        elif step == "claim" and (claim := shared.claim(moment, str(worker), LEASE, like=mine)):
            claims[worker] = claim
            fences.append(claim.fence)
        elif step == "finish" and worker in claims and shared.finish(claims.pop(worker), State.HELD, moment):
            ended.append(fences[-1])

    assert fences == sorted(set(fences))
    assert ended in ([], fences[-1:])
    assert not (ended and shared.claim(moment + 2 * LEASE, "late", LEASE, like=mine))
