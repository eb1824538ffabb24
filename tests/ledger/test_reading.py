from collections.abc import Callable
from datetime import datetime, timedelta

from bilan.document import Edition, Identity
from bilan.ledger.book import Ledger
from bilan.ledger.records import Due, State
from bilan.period import Period

LEASE = timedelta(minutes=5)
DAY = timedelta(days=1)


def test_occurrences_can_be_asked_for_by_state(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    ledger.plan([due("analyst"), due("minister")], now)
    ledger.claim(now, "one", LEASE)

    assert [row.due.audience for row in ledger.occurrences(states=[State.RUNNING])] == ["analyst"]
    assert [row.due.audience for row in ledger.occurrences("kz-kg", [State.DUE, State.HELD])] == ["minister"]
    assert ledger.occurrences("fr-kz") == []


def test_a_day_begins_with_its_first_instant_and_ends_before_the_next(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    for period, moment in (("2026-08", now - DAY), ("2026-09", now), ("2026-10", now + DAY)):
        ledger.plan([due(period=period, due_at=moment)], now)

    assert [str(row.due.period) for row in ledger.fell_due(now, now + DAY)] == ["2026-09"]


def test_recent_editions_are_those_issued_or_taken_back_since(ledger: Ledger, edition: Callable[..., Edition], now: datetime) -> None:
    old = ledger.record_edition(edition(), "b" * 64, None, now)
    minister = Identity("kz-kg", Period.parse("2026-10"), "minister", "fr")
    ledger.record_edition(edition(minister), "b" * 64, None, now + 2 * DAY)

    assert [row.identity.audience for row in ledger.editions(since=now + DAY)] == ["minister"]
    ledger.withdraw(old, "a wrong table", "anna", now + 2 * DAY)
    assert [row.identity.audience for row in ledger.editions(since=now + DAY)] == ["analyst", "minister"]
