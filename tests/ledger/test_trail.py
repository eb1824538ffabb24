from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from bilan.errors import LedgerError
from bilan.ledger.book import Ledger
from bilan.ledger.records import Due, State


@pytest.mark.parametrize("statement", ["UPDATE event SET detail = 'nothing happened'", "DELETE FROM event"])
def test_what_happened_cannot_be_altered(ledger: Ledger, due: Callable[..., Due], now: datetime, statement: str) -> None:
    ledger.plan([due()], now)
    before = ledger.events()

    with pytest.raises(LedgerError, match="event is append-only"), ledger._door.write() as connection:
        connection.execute(text(statement))
    assert ledger.events() == before


def test_a_run_begins_with_its_claim_and_ends_once(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    ledger.plan([due()], now)
    claim = ledger.claim(now, "anna", timedelta(minutes=5))
    assert claim is not None

    assert ledger.finish(claim, State.HELD, now + timedelta(seconds=9), "a gap in trade")
    assert not ledger.finish(claim, State.ISSUED, now + timedelta(seconds=10))
    (row,) = ledger.runs()
    assert (row.occurrence, row.state, row.actor, row.reason) == (1, State.HELD, "anna", "a gap in trade")
    assert row.ended_at == now + timedelta(seconds=9)


def test_every_step_of_an_occurrence_is_kept(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    ledger.plan([due()], now)
    claim = ledger.claim(now, "worker 1", timedelta(minutes=5))
    assert claim is not None
    ledger.finish(claim, State.HELD, now, "a gap in trade")

    steps = [(one.from_state, one.to_state, one.actor, one.fence, one.detail) for one in ledger.events(str(due()))]
    assert steps == [
        ("", "due", "schedule", 0, "due 2026-11-02T01:00:00+00:00"),
        ("due", "running", "worker 1", 1, "attempt 1"),
        ("running", "held", "worker 1", 1, "a gap in trade"),
    ]


def test_the_latest_events_come_in_parts(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    ledger.plan([due(), due("minister"), due("press")], now)
    newest = ledger.events()[::-1]

    assert ledger.latest_events() == newest
    assert ledger.latest_events(most=2) == newest[:2]
    assert ledger.latest_events(before=newest[1].id) == newest[2:]
    assert [one.subject for one in ledger.latest_events(str(due("press")))] == [str(due("press"))]
