from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import make_url

from bilan.ledger.book import Ledger
from bilan.ledger.columns import Instant
from bilan.ledger.records import Due


def test_refuses_a_time_without_zone() -> None:
    naive = datetime(2026, 11, 2, 7)  # noqa: DTZ001  the mistake itself

    with pytest.raises(ValueError, match="2026-11-02T07:00:00 has no time zone"):
        Instant().process_bind_param(naive, make_url("sqlite://").get_dialect()())


def test_keeps_instants_in_utc_and_gives_them_back_aware(ledger: Ledger, due: Callable[..., Due], now: datetime) -> None:
    ledger.plan([due(due_at=now.astimezone(timezone(timedelta(hours=6))))], now)

    (row,) = ledger.occurrences()
    assert row.due.due_at == now
    assert row.due.due_at.tzinfo is UTC
    assert row.lease_until is None


def test_takes_what_a_database_with_zones_gives(now: datetime) -> None:
    there = now.astimezone(timezone(timedelta(hours=5)))

    assert Instant().process_result_value(there, make_url("postgresql+psycopg://").get_dialect()()) == now
