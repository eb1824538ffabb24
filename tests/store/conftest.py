from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bilan.model import Observation, SeriesKey
from bilan.period import Frequency, Period
from bilan.store.parquet import Store

KEY = SeriesKey("trade", "KGZ", "KAZ", "total", "TOTAL", Frequency.ANNUAL)

Make = Callable[..., Observation]
Moment = Callable[[int], datetime]


@pytest.fixture
def make() -> Make:
    """Make an observation of the one series, named by its row."""

    def maker(row: str, value: str | None = "1317.884", published_on: date = date(2024, 4, 9), **other: object) -> Observation:
        facts: dict[str, object] = {
            "key": KEY,
            "period": Period(2023, Frequency.ANNUAL),
            "value": None if value is None else Decimal(value),
            "unit": "USD_million",
            "published_on": published_on,
            "source_ids": ("early",),
            "row": f"trade.csv#{row}",
        }
        return Observation(**{**facts, **other})  # type: ignore[arg-type]

    return maker


@pytest.fixture
def moment() -> Moment:
    """The n-th day on which the tables were taken in."""
    return lambda day: datetime(2026, 11, 1, 12, tzinfo=UTC) + timedelta(days=day)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")
