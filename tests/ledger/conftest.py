from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bilan.document import Edition, Identity
from bilan.ledger.book import Ledger
from bilan.ledger.records import Due
from bilan.period import Period

URL = "sqlite:///.bilan/ledger.sqlite3"
OCTOBER = Period.parse("2026-10")


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 2, 1, tzinfo=UTC)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(URL, tmp_path) as opened:
        yield opened


@pytest.fixture
def due(now: datetime) -> Callable[..., Due]:
    def make(audience: str = "analyst", language: str = "fr", period: str = "2026-10", due_at: datetime | None = None) -> Due:
        return Due("monthly", "kz-kg", audience, language, Period.parse(period), due_at or now)

    return make


@pytest.fixture
def edition() -> Callable[..., Edition]:
    def make(identity: Identity | None = None, *, number: int = 1, issue: int = 1, key: str = "k1") -> Edition:
        identity = identity or Identity("kz-kg", OCTOBER, "analyst", "fr")
        path = f"{identity.partnership}/{identity.period}/{identity.audience}.{identity.language}.pdf"
        day = date(2026, 11, 2)
        return Edition(identity, number, issue, day, day, key, path, "a" * 64, pages=8, findings=3)

    return make
