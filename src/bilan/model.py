"""What do we know? Records of the data side: source, observation, series, reading."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bilan.errors import Problem
from bilan.period import Frequency, Period


class Precision(StrEnum):
    """How a value was stated; from the firmest to the weakest."""

    EXACT = "exact"
    ROUNDED = "rounded"
    APPROXIMATE = "approximate"
    LOWER_BOUND = "lower_bound"
    UPPER_BOUND = "upper_bound"


class Evidence(StrEnum):
    """What stands behind a value."""

    REPORTED = "reported"
    DERIVED = "derived"
    ANNOUNCED = "announced"
    FORECAST = "forecast"


class Status(StrEnum):
    """Where a value is in its life."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    ESTIMATED = "estimated"
    WITHDRAWN = "withdrawn"


class Attribution(StrEnum):
    """Whether a source said whose statistics it quotes."""

    STATED = "stated"
    INFERRED = "inferred"


def weakest_precision(parts: Iterable[Precision]) -> Precision:
    """The weakest precision among inputs; bounds of both kinds together are only approximate."""
    kinds = set(parts)
    if {Precision.LOWER_BOUND, Precision.UPPER_BOUND} <= kinds:
        return Precision.APPROXIMATE
    order = list(Precision)
    return max(kinds, key=order.index, default=Precision.EXACT)


def weakest_status(parts: Iterable[Status]) -> Status:
    """The weakest status among inputs: provisional is weaker than estimated, estimated than final."""
    order = [Status.FINAL, Status.ESTIMATED, Status.PROVISIONAL, Status.WITHDRAWN]
    return max(parts, key=order.index, default=Status.FINAL)


@dataclass(frozen=True, slots=True)
class Source:
    """Where observations come from: citation, address, publication date as known, licence."""

    id: str
    title: str
    publisher: str
    url: str = ""
    published: str = ""
    language: str = ""
    licence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, order=True)
class SeriesKey:
    """What a series measures and who reports it; `reporter` first, so statistics never mix."""

    indicator: str
    reporter: str
    partner: str = ""
    flow: str = ""
    product: str = ""
    frequency: Frequency = Frequency.ANNUAL

    def __str__(self) -> str:
        return f"{self.indicator}/{self.reporter}/{self.partner}/{self.flow}/{self.product}/{self.frequency.value}"


@dataclass(frozen=True, slots=True)
class Observation:
    """One value of one series for one period, as published on a date; `value` is None once withdrawn."""

    key: SeriesKey
    period: Period
    value: Decimal | None
    unit: str
    published_on: date
    source_ids: tuple[str, ...]
    row: str
    precision: Precision = Precision.EXACT
    evidence: Evidence = Evidence.REPORTED
    status: Status = Status.FINAL
    attribution: Attribution = Attribution.STATED
    published: str = ""
    printed: str = ""
    derivation: str = ""
    note: str = ""

    @property
    def digest(self) -> str:
        """Hash of the content alone, never of the moment it was ingested (16 hexadecimal digits)."""
        value = "" if self.value is None else format(self.value.normalize(), "f")
        parts = (
            str(self.key), str(self.period), value, self.unit, self.published_on.isoformat(), ";".join(self.source_ids),
            self.row, self.precision, self.evidence, self.status, self.attribution, self.published, self.printed,
            self.derivation, self.note,
        )  # fmt: skip
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Series:
    """Observations of one key as of a date: one per period, oldest first."""

    key: SeriesKey
    as_of: date
    observations: tuple[Observation, ...] = ()

    def at(self, period: Period) -> Observation | None:
        """The observation of a period, or None."""
        return next((one for one in self.observations if one.period == period), None)

    @property
    def latest(self) -> Observation | None:
        """The observation of the last period, or None for an empty series."""
        return self.observations[-1] if self.observations else None


@dataclass(frozen=True, slots=True)
class Reading:
    """An indicator's value as of a date; no value means a Problem says why.

    `inputs` are ids of readings or digests of observations, so provenance is free; `published` is the
    publication date as far as it is known (`2025-08`), `published_on` the day from which it counts.
    """

    id: str
    indicator: str
    period: Period
    as_of: date
    unit: str
    value: Decimal | None = None
    reporter: str = ""
    partner: str = ""
    precision: Precision = Precision.EXACT
    evidence: Evidence = Evidence.REPORTED
    status: Status = Status.FINAL
    formula: str = ""
    inputs: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()
    published_on: date | None = None
    published: str = ""
    problems: tuple[Problem, ...] = ()
