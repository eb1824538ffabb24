"""A tiny store in memory, the real partnership, and readings made from either."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bilan.config.decode import load
from bilan.config.models import PartnershipConfig
from bilan.indicators.context import ProductSlice
from bilan.model import Evidence, Observation, Precision, Series, SeriesKey
from bilan.period import Frequency, Period

AS_OF = date(2026, 10, 31)


@dataclass(frozen=True)
class Table:
    """Observations as a view: one per key and period, in the order given."""

    rows: tuple[Observation, ...] = ()
    said: tuple[Observation, ...] = ()
    older: tuple[Observation, ...] = field(default=())

    def series(self, key: SeriesKey) -> Series:
        return Series(key, AS_OF, tuple(sorted((one for one in self.rows if one.key == key), key=lambda one: one.period)))

    def history(self, key: SeriesKey, period: Period) -> list[Observation]:
        return sorted(
            (one for one in (*self.older, *self.rows) if (one.key, one.period) == (key, period)), key=lambda one: one.published_on
        )

    def statements(self, indicator: str) -> list[Observation]:
        return [one for one in self.said if one.key.indicator == indicator]

    def keys(self) -> Iterable[SeriesKey]:
        return {one.key for one in self.rows}

    @property
    def has_products(self) -> bool:
        return False

    def query(self, sql: str, parameters: object = ()) -> list[tuple[Any, ...]]:  # noqa: ARG002  no table to ask
        return []

    def slice(self, reporter: str, partner: str, flow: str, period: Period) -> ProductSlice:
        raise AssertionError(f"nobody may rest on {reporter}/{partner}/{flow}/{period}: there is no such table")


def _observed(
    key: SeriesKey,
    period: str,
    value: str | None,
    unit: str = "USD_million",
    precision: Precision = Precision.EXACT,
    published: str = "2025-02-25",
) -> Observation:
    number = None if value is None else Decimal(value)
    day = date.fromisoformat(published)
    return Observation(
        key, Period.parse(period), number, unit, day, ("press",), f"t.csv#{key}{period}{published}", precision, Evidence.REPORTED
    )


def _trade(reporter: str, flow: str, frequency: Frequency = Frequency.ANNUAL) -> SeriesKey:
    return SeriesKey("trade", reporter, "KGZ" if reporter == "KAZ" else "KAZ", flow, "TOTAL", frequency)


@pytest.fixture(scope="session")
def table() -> Callable[..., Table]:
    """Make a view of observations."""
    return Table


@pytest.fixture(scope="session")
def observed() -> Callable[..., Observation]:
    """Make an observation: key, period, value, unit, precision, day of publication."""
    return _observed


@pytest.fixture(scope="session")
def trade() -> Callable[..., SeriesKey]:
    """The key of a trade series: reporter, flow, frequency."""
    return _trade


@pytest.fixture(scope="session")
def partnership(checkout: Path) -> PartnershipConfig:
    return load(checkout / "data" / "kz-kg" / "partnership.toml", PartnershipConfig)
