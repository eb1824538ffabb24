"""What do we know as of a date? Series of statistics, and the statements kept apart from them."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from bilan.model import Observation, Series, SeriesKey
from bilan.period import Period
from bilan.store.locked import Parameters
from bilan.store.products_model import Slice
from bilan.store.products_view import ProductView


@dataclass(frozen=True, slots=True)
class Vintage:
    """An observation with its part in a view.

    It `stands` unless a newer version of its row replaced it, is a `statistic` unless forecast or of inferred
    attribution, and `speaks` where it is the one that counts for its period.
    """

    observation: Observation
    digest: str
    stands: bool
    statistic: bool
    speaks: bool


@dataclass(frozen=True)
class View:
    """Everything published by `as_of` and seen by `seen_by`; statistics from memory, product tables from their files."""

    as_of: date
    seen_by: datetime
    vintages: tuple[Vintage, ...]
    products: ProductView = field(repr=False, compare=False)

    @cached_property
    def version(self) -> str:
        """Hash of the content of the rows that stand and of the product files, never of the moment or order they came in."""
        digests = sorted(one.digest for one in self.vintages if one.stands)
        return hashlib.sha256("\n".join(digests + self.products.sources()).encode()).hexdigest()

    @cached_property
    def standing(self) -> tuple[Observation, ...]:
        """Every row that stands: statistics of all vintages, withdrawals, statements; sorted."""
        return _sorted([one.observation for one in self.vintages if one.stands])

    @cached_property
    def statistics(self) -> tuple[Observation, ...]:
        """Standing rows that are neither forecasts nor of inferred attribution, of all vintages; sorted."""
        return _sorted([one.observation for one in self.vintages if one.stands and one.statistic])

    def keys(self) -> list[SeriesKey]:
        """Keys of all series with at least one value, sorted."""
        return sorted(self._series)

    def series(self, key: SeriesKey) -> Series:
        """The statistics of a key, one per period; empty where there is none."""
        return self._series.get(key, Series(key, self.as_of))

    def observations(
        self,
        indicator: str | None = None,
        *,
        reporter: str | None = None,
        partner: str | None = None,
        flow: str | None = None,
        product: str | None = None,
        period: Period | None = None,
    ) -> list[Observation]:
        """The statistics that speak for their period, of the named parts of the key; sorted. A period says its frequency too."""
        wanted = (indicator, reporter, partner, flow, product)
        return [
            one
            for key, series in sorted(self._series.items())
            if all(part in (None, own) for part, own in zip(wanted, _parts(key), strict=True))
            for one in series.observations
            if period in (None, one.period)
        ]

    def statements(self, indicator: str | None = None) -> list[Observation]:
        """Forecasts and figures whose reporter was only inferred: never statistics; sorted."""
        told = [one.observation for one in self.vintages if one.stands and not one.statistic and one.observation.value is not None]
        return list(_sorted([one for one in told if indicator in (None, one.key.indicator)]))

    def history(self, key: SeriesKey, period: Period) -> list[Observation]:
        """All vintages of a statistic, in the order they were published and then seen; replaced versions included."""
        return self._history.get((key, period), [])

    @cached_property
    def has_products(self) -> bool:
        """Whether any row of a product table was known on the date."""
        return self.products.has_rows()

    def query(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """Rows of one SELECT over `products`, `product_months`, `product_years` and `observations`; values are Decimal.

        Raises DefinitionError for SQL that may not run (files, settings, several statements, clock), is wrong, gives
        floating-point numbers, or takes more time, memory or rows than it may; StoreError where a file is damaged.
        """
        return self.products.query(sql, parameters)

    def slice(self, reporter: str, partner: str, flow: str, period: Period) -> Slice:
        """Provenance of product-level trade in a period: its rows with a hash of their content; the partner `WLD` or '' is the world."""
        return self.products.slice((reporter, partner, flow), period)

    def find(self, digest: str) -> Observation | None:
        """The observation a reading names as its input, of whatever vintage."""
        return self._by_digest.get(digest)

    @cached_property
    def _series(self) -> dict[SeriesKey, Series]:
        found: dict[SeriesKey, list[Observation]] = defaultdict(list)
        for one in self.vintages:
            if one.speaks:
                found[one.observation.key].append(one.observation)
        return {key: Series(key, self.as_of, _sorted(ones)) for key, ones in found.items()}

    @cached_property
    def _history(self) -> dict[tuple[SeriesKey, Period], list[Observation]]:
        found: dict[tuple[SeriesKey, Period], list[Observation]] = defaultdict(list)
        for one in self.vintages:
            if one.statistic:
                found[one.observation.key, one.observation.period].append(one.observation)
        return dict(found)

    @cached_property
    def _by_digest(self) -> dict[str, Observation]:
        return {one.digest: one.observation for one in self.vintages}


def _parts(key: SeriesKey) -> tuple[str, ...]:
    return (key.indicator, key.reporter, key.partner, key.flow, key.product)


def _sorted(observations: Sequence[Observation]) -> tuple[Observation, ...]:
    return tuple(sorted(observations, key=lambda one: (one.key, one.period, one.published_on, one.row)))
