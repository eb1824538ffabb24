from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.errors import CancelledError, TakenOverError
from bilan.ledger import leases
from bilan.ledger.acts import Act
from bilan.ledger.book import Ledger
from bilan.ledger.records import Claim, Due, State

LEASE = timedelta(minutes=5)


@pytest.fixture
def claim(ledger: Ledger, due: Callable[..., Due], now: datetime) -> Claim:
    ledger.plan([due()], now)
    return taken(ledger, now, "one")


def taken(ledger: Ledger, now: datetime, owner: str) -> Claim:
    claim = ledger.claim(now, owner, LEASE)
    assert claim is not None
    return claim


def test_a_worker_that_goes_on_keeps_its_claim(ledger: Ledger, claim: Claim, now: datetime) -> None:
    for minutes in (4, 8, 12):
        ledger.renew(claim, now + timedelta(minutes=minutes), LEASE)

    assert ledger.claim(now + timedelta(minutes=16), "two", LEASE) is None
    assert ledger.claim(now + timedelta(minutes=17), "two", LEASE) is not None


def test_a_worker_that_slept_learns_that_another_took_over(ledger: Ledger, claim: Claim, now: datetime) -> None:
    taken(ledger, now + LEASE, "two")

    with pytest.raises(TakenOverError, match="was taken over by another process"):
        ledger.renew(claim, now + LEASE, LEASE)
    assert ledger.put_off(claim, now + LEASE, "the disk is full", 0.0) is None


def test_a_running_worker_learns_at_its_next_step_that_it_was_called_off(ledger: Ledger, claim: Claim, now: datetime) -> None:
    ledger.act(Act.CANCEL, claim.occurrence, ("anna", "not this month"), now)

    with pytest.raises(CancelledError, match="was cancelled: not this month") as caught:
        ledger.renew(claim, now, LEASE)
    assert caught.value.hint == "`bilan retry` takes it up again"


def test_what_fails_in_passing_is_tried_again_later_and_later(ledger: Ledger, claim: Claim, now: datetime) -> None:
    moment, waits = now, []
    for attempt in range(1, leases.ATTEMPTS):
        assert ledger.put_off(claim, moment, "the disk is full", 0.0) is State.DUE
        (row,) = ledger.occurrences()
        assert row.reason == f"attempt {attempt} failed: the disk is full"
        assert row.next_try_at is not None
        waits.append((row.next_try_at - moment).total_seconds())
        assert ledger.claim(row.next_try_at - timedelta(seconds=1), "one", LEASE) is None
        moment = row.next_try_at
        claim = taken(ledger, moment, "one")

    assert waits == [30, 60, 120, 240, 480]
    assert ledger.put_off(claim, moment, "the disk is full", 0.0) is State.FAILED
    (row,) = ledger.occurrences()
    assert (row.state, row.reason) == (State.FAILED, "given up after 6 attempts: the disk is full")
    assert ledger.claim(moment + timedelta(days=1), "one", LEASE) is None


def test_what_is_put_off_and_called_off_is_not_tried_again(ledger: Ledger, claim: Claim, now: datetime) -> None:
    ledger.act(Act.CANCEL, claim.occurrence, ("anna", "not this month"), now)

    assert ledger.put_off(claim, now, "the disk is full", 0.0) is State.CANCELLED
    assert ledger.occurrences()[0].state is State.CANCELLED


@given(attempt=st.integers(1, leases.ATTEMPTS), chance=st.floats(0, 1, exclude_max=True))
def test_a_wait_is_at_least_its_share_and_at_most_half_as_much_more(attempt: int, chance: float) -> None:
    least = timedelta(seconds=30 * 2 ** (attempt - 1))

    assert least <= leases.wait(attempt, chance) <= least * 1.5
