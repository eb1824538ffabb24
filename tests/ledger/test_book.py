from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bilan.document import Edition
from bilan.errors import BusyError, LedgerError
from bilan.ledger.book import Ledger
from bilan.ledger.records import Due, State

LEASE = timedelta(minutes=5)


def test_issuing_ends_the_claim_and_its_run_in_the_same_breath(
    ledger: Ledger, due: Callable[..., Due], edition: Callable[..., Edition], now: datetime
) -> None:
    ledger.plan([due()], now)
    claim = ledger.claim(now, "one", LEASE)
    assert claim is not None

    ledger.record_edition(edition(), "b" * 64, None, now, claim)

    (row,), (run,), (out,) = ledger.occurrences(), ledger.runs(), ledger.editions()
    assert (row.state, row.reason) == (State.ISSUED, out.path)
    assert (run.state, run.ended_at, out.run) == (State.ISSUED, now, run.id)
    assert ledger.finish(claim, State.ISSUED, now)


def test_a_worker_that_lost_its_lease_records_nothing(
    ledger: Ledger, due: Callable[..., Due], edition: Callable[..., Edition], now: datetime
) -> None:
    ledger.plan([due()], now)
    stale = ledger.claim(now, "one", LEASE)
    fresh = ledger.claim(now + LEASE, "two", LEASE)

    with pytest.raises(BusyError, match=r"monthly: kz-kg/2026-10/analyst\.fr: was taken over by another process"):
        ledger.record_edition(edition(), "b" * 64, None, now + LEASE, stale)
    assert ledger.editions() == []
    ledger.record_edition(edition(), "b" * 64, None, now + LEASE, fresh)
    assert len(ledger.editions()) == 1


def test_an_edition_that_cannot_be_recorded_leaves_its_claim_as_it_was(
    ledger: Ledger, due: Callable[..., Due], edition: Callable[..., Edition], now: datetime
) -> None:
    ledger.plan([due()], now)
    claim = ledger.claim(now, "one", LEASE)

    with pytest.raises(LedgerError, match="was numbered 5"):
        ledger.record_edition(edition(number=5), "b" * 64, None, now, claim)
    (row,) = ledger.occurrences()
    assert row.state is State.RUNNING
    assert ledger.runs()[0].ended_at is None


def test_shows_one_occurrence_as_it_stands(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    ledger.plan([due()], now)

    row = ledger.occurrence(1)

    assert row is not None
    assert (row.due, row.state) == (due(), State.DUE)
    assert ledger.occurrence(2) is None


def test_what_was_written_is_there_after_a_restart(url: str, tmp_path: Path, due: Callable[..., Due], now: datetime) -> None:
    with Ledger.open(url, tmp_path) as ledger:
        ledger.plan([due()], now)

    with Ledger.open(url, tmp_path) as ledger:
        assert [row.due for row in ledger.occurrences()] == [due()]
