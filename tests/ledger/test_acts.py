from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bilan.document import Edition
from bilan.errors import CancelledError, ConflictError, UsageError
from bilan.ledger.acts import Act
from bilan.ledger.book import Ledger
from bilan.ledger.records import Due, Origin, State

LEASE = timedelta(minutes=5)
ANNA = ("anna", "a wrong table")


@pytest.fixture
def stand(ledger: Ledger, due: Callable[..., Due], now: datetime) -> Callable[[State], int]:
    """Bring the occurrence into a state, as what happens does, and get its number."""

    def bring(state: State) -> int:
        ledger.plan([due()], now)
        if state is not State.DUE:
            claim = ledger.claim(now, "one", LEASE)
            assert claim is not None
            if state is not State.RUNNING:
                assert ledger.finish(claim, state, now, "as the test has it")
        return 1

    return bring


@pytest.mark.parametrize(
    ("what", "before", "after"),
    [
        (Act.HOLD, State.DUE, State.HELD),
        (Act.RELEASE, State.HELD, State.DUE),
        (Act.RETRY, State.HELD, State.DUE),
        (Act.RETRY, State.FAILED, State.DUE),
        (Act.RETRY, State.SKIPPED, State.DUE),
        (Act.RETRY, State.CANCELLED, State.DUE),
        (Act.CANCEL, State.DUE, State.CANCELLED),
        (Act.CANCEL, State.HELD, State.CANCELLED),
        (Act.CANCEL, State.RUNNING, State.CANCELLING),
    ],
)
def test_a_person_moves_an_occurrence_and_saying_it_twice_is_no_news(
    ledger: Ledger, stand: Callable[[State], int], now: datetime, what: Act, before: State, after: State
) -> None:
    number = stand(before)

    first = ledger.act(what, number, ANNA, now)
    events = ledger.events()

    assert (first.state, first.reason) == (after, "a wrong table")
    last = events[-1]
    assert (last.from_state, last.to_state, last.actor, last.detail) == (before, after, "anna", "a wrong table")
    assert ledger.act(what, number, ("boris", "again"), now) == first
    assert ledger.events() == events


@pytest.mark.parametrize(
    ("what", "state", "hint"),
    [
        (Act.CANCEL, State.ISSUED, "`bilan withdraw` takes back what was issued"),
        (Act.RETRY, State.ISSUED, "`bilan build` makes another, and `bilan correct` an issue with an erratum"),
        (Act.HOLD, State.RUNNING, "only what is due or awaits approval can be held; cancel what runs"),
        (Act.RELEASE, State.FAILED, "only what is held can be released"),
    ],
)
def test_what_cannot_be_done_says_what_can(
    ledger: Ledger, stand: Callable[[State], int], now: datetime, what: Act, state: State, hint: str
) -> None:
    number = stand(state)
    before = ledger.events()

    with pytest.raises(ConflictError, match=rf"monthly: kz-kg/2026-10/analyst\.fr: is {state}: nothing to {what}") as caught:
        ledger.act(what, number, ANNA, now)
    assert caught.value.hint == hint
    assert ledger.events() == before


def test_a_number_that_is_not_there_is_a_mistake_of_whoever_asks(ledger: Ledger, now: datetime) -> None:
    with pytest.raises(UsageError, match="number 7: is not in the ledger"):
        ledger.act(Act.HOLD, 7, ANNA, now)


def test_what_is_released_begins_afresh_and_is_not_skipped_as_missed(
    ledger: Ledger, stand: Callable[[State], int], due: Callable[..., Due], now: datetime
) -> None:
    number = stand(State.HELD)
    later = due(period="2026-11", due_at=now + timedelta(days=29))

    row = ledger.act(Act.RELEASE, number, ("anna", ""), now + timedelta(days=30))
    ledger.catch_up([later], now + timedelta(days=30))

    assert (row.attempt, row.fence, row.lease_until, row.origin) == (0, 2, None, Origin.RELEASED)
    assert [one.state for one in ledger.occurrences()] == [State.DUE, State.DUE]


def test_a_held_worker_that_wakes_writes_nothing(
    ledger: Ledger, due: Callable[..., Due], edition: Callable[..., Edition], now: datetime
) -> None:
    ledger.plan([due()], now)
    claim = ledger.claim(now, "one", LEASE)
    assert claim is not None
    ledger.act(Act.CANCEL, 1, ANNA, now)

    with pytest.raises(CancelledError, match="was cancelled: a wrong table"):
        ledger.record_edition(edition(), "b" * 64, None, now, claim)
    assert ledger.editions() == []
    assert not ledger.finish(claim, State.FAILED, now, "cancelled")
    (row,), (run,) = ledger.occurrences(), ledger.runs()
    assert (row.state, run.state, run.ended_at) == (State.CANCELLED, State.CANCELLED, now)


def test_what_was_called_off_ends_even_where_its_worker_is_gone(ledger: Ledger, stand: Callable[[State], int], now: datetime) -> None:
    ledger.act(Act.CANCEL, stand(State.RUNNING), ANNA, now)

    assert ledger.claim(now + LEASE, "two", LEASE) is None
    assert ledger.abandoned(now + LEASE)
    assert ledger.give_up(now + LEASE) == 1
    assert (ledger.occurrences()[0].state, ledger.runs()[0].state) == (State.CANCELLED, State.LOST)
