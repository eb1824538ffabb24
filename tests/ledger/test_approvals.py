from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bilan.document import Edition
from bilan.errors import CancelledError, ConflictError, TakenOverError
from bilan.ledger.acts import Act
from bilan.ledger.approvals import Built
from bilan.ledger.book import Ledger
from bilan.ledger.records import Claim, Due, State

LEASE = timedelta(minutes=5)
HASH = "1f2e3d4c" + "a" * 56
TWO = Built(HASH, "b" * 64, 2)


def waiting(ledger: Ledger, due: Due, now: datetime, built: Built = TWO) -> Claim:
    """Something built that waits; the claim that built it."""
    ledger.plan([due], now)
    claim = ledger.claim(now, "one", LEASE, like=due)
    assert claim is not None
    ledger.approvals.wait(claim, built, now)
    return claim


def test_what_is_built_waits_with_its_hash_and_nobody_makes_it_again(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    waiting(ledger, due(), now)

    (row,), (run,) = ledger.occurrences(), ledger.runs()
    assert (row.state, row.sha256, row.manifest_sha256, row.approvals) == (State.AWAITING, HASH, "b" * 64, 2)
    assert row.reason == "awaits approval by 2 persons of 1f2e3d4caaaaaaaa"
    assert (run.state, run.ended_at) == (State.AWAITING, now)
    assert ledger.claim(now + LEASE, "two", LEASE) is None
    assert ledger.approvals.claim(now, "two", LEASE) is None


def test_two_different_persons_must_approve_the_same_hash(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    waiting(ledger, due(), now)

    counts = [ledger.approvals.approve(1, "1f2e3d4c", person, now)[1] for person in ("anna", "anna", "boris")]

    assert counts == [1, 1, 2]
    assert [(one.person, one.sha256, one.manifest_sha256) for one in ledger.approvals.given(1)] == [
        ("anna", HASH, "b" * 64),
        ("boris", HASH, "b" * 64),
    ]
    assert [one.actor for one in ledger.events() if one.detail == "approved 1f2e3d4caaaaaaaa"] == ["anna", "boris"]


@pytest.mark.parametrize("said", ["2f2e3d4c", "1f2e3d4", ""])
def test_another_hash_or_too_little_of_it_approves_nothing(ledger: Ledger, due: Callable[..., Due], now: datetime, said: str) -> None:
    waiting(ledger, due(), now)

    with pytest.raises(ConflictError, match=f"awaits approval of 1f2e3d4caaaaaaaa, not of '{said}'") as caught:
        ledger.approvals.approve(1, said, "anna", now)
    assert caught.value.hint == "look at it again, then approve 1f2e3d4caaaaaaaa"
    assert ledger.approvals.given(1) == []


def test_what_does_not_await_approval_says_so(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    ledger.plan([due()], now)

    with pytest.raises(ConflictError, match="is due: nothing awaits approval"):
        ledger.approvals.approve(1, HASH, "anna", now)


def test_what_is_approved_is_issued_once_with_the_approved_hash(
    ledger: Ledger, due: Callable[..., Due], edition: Callable[..., Edition], now: datetime
) -> None:
    waiting(ledger, due(), now, Built("a" * 64, "b" * 64, 1))
    ledger.approvals.approve(1, "a" * 64, "anna", now)

    claim = ledger.approvals.claim(now, "two", LEASE)
    assert claim is not None
    assert claim.fence == 2
    assert ledger.approvals.claim(now, "three", LEASE) is None
    ledger.record_edition(edition(), "b" * 64, None, now, claim)

    (row,) = ledger.occurrences()
    assert (row.state, row.sha256) == (State.ISSUED, ledger.editions()[0].sha256)
    assert ledger.approvals.approve(1, "a" * 64, "boris", now)[0].state is State.ISSUED
    assert len(ledger.approvals.given(1)) == 1


def test_a_worker_lost_while_issuing_is_followed_by_one_that_issues_the_same(
    ledger: Ledger, due: Callable[..., Due], now: datetime
) -> None:
    waiting(ledger, due(), now, Built(HASH, "b" * 64, 1))
    ledger.approvals.approve(1, HASH, "anna", now)
    stale = ledger.approvals.claim(now, "two", LEASE, occurrence=1)

    assert ledger.claim(now + LEASE, "builder", LEASE) is None
    fresh = ledger.approvals.claim(now + LEASE, "three", LEASE)

    assert stale is not None
    assert fresh is not None
    assert fresh.fence == stale.fence + 1
    assert not ledger.finish(stale, State.ISSUED, now + LEASE)


def test_what_awaits_gives_way_to_what_is_built_after_it(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    waiting(ledger, due(), now)
    waiting(ledger, due("minister"), now)
    again = due()
    waiting(ledger, Due("weekly", again.partnership, again.audience, again.language, again.period, now), now, Built("c" * 64, "d" * 64, 2))

    assert [(str(row.due), row.state) for row in ledger.occurrences()] == [
        ("monthly: kz-kg/2026-10/analyst.fr", State.CANCELLED),
        ("monthly: kz-kg/2026-10/minister.fr", State.AWAITING),
        ("weekly: kz-kg/2026-10/analyst.fr", State.AWAITING),
    ]
    assert ledger.occurrences()[0].reason == "a later edition awaits approval in its place"


def test_a_hold_forgets_what_was_built(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    waiting(ledger, due(), now, Built(HASH, "b" * 64, 1))
    ledger.approvals.approve(1, HASH, "anna", now)
    ledger.act(Act.HOLD, 1, ("boris", "wait for the minister"), now)
    assert ledger.approvals.claim(now, "two", LEASE) is None

    row = ledger.act(Act.RELEASE, 1, ("boris", ""), now)

    assert (row.state, row.sha256, row.approvals) == (State.DUE, None, 0)
    assert ledger.claim(now, "two", LEASE) is not None


def test_only_who_still_holds_the_claim_lets_it_wait(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    ledger.plan([due()], now)
    stale = ledger.claim(now, "one", LEASE)
    fresh = ledger.claim(now + LEASE, "two", LEASE)
    assert stale is not None
    assert fresh is not None

    with pytest.raises(TakenOverError):
        ledger.approvals.wait(stale, TWO, now + LEASE)
    ledger.act(Act.CANCEL, 1, ("anna", "not this month"), now + LEASE)
    with pytest.raises(CancelledError):
        ledger.approvals.wait(fresh, TWO, now + LEASE)


def test_letting_it_wait_twice_is_no_news(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    claim = waiting(ledger, due(), now)
    before = ledger.events()

    ledger.approvals.wait(claim, TWO, now)

    assert ledger.events() == before
