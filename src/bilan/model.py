"""The records that flow through Bilan, in the order of the flow: source, observation, ... edition."""

import hashlib
import html
from collections.abc import Iterable
from dataclasses import dataclass, field
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

    `inputs` are ids of readings or digests of observations, so provenance is free.
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
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """A numeral exactly as it stands on the page, and what it resolves to.

    `ref` is a reading's id, or for a declared constant what it is (`2024-04-19`); `kind` tells which
    (`reading`, or a constant kind: date, period, axis, edition, ordinal, name, count, age, claim, code).
    `number` is the numeral inside `text`; `value` is the exact value behind a reading, in its unit,
    and `shown` that value after display rounding, in the scale `scale` (1e9 for billions).
    """

    text: str
    kind: str
    ref: str
    number: str = ""
    value: str = ""
    shown: str = ""
    scale: str = "1"

    def __str__(self) -> str:
        return self.text

    def __html__(self) -> str:
        text, ref, kind = html.escape(self.text), html.escape(self.ref), html.escape(self.kind)
        if self.kind == "reading":
            return f'<data value="{html.escape(self.value)}" data-id="{ref}">{text}</data>'
        return f'<span data-fixed="{kind}" data-ref="{ref}">{text}</span>'


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence or label made of words and printed numerals."""

    parts: tuple["str | Printed", ...] = ()

    @classmethod
    def of(cls, *parts: "str | Printed | Text") -> "Text":
        """Join words, numerals and texts."""
        flat: list[str | Printed] = []
        for part in parts:
            flat.extend(part.parts if isinstance(part, Text) else [part])
        return cls(tuple(flat))

    @property
    def printed(self) -> tuple[Printed, ...]:
        """The numerals in it, in order."""
        return tuple(part for part in self.parts if isinstance(part, Printed))

    def __str__(self) -> str:
        return "".join(str(part) for part in self.parts)

    def __bool__(self) -> bool:
        return any(str(part) for part in self.parts)

    def __html__(self) -> str:
        return "".join(part.__html__() if isinstance(part, Printed) else html.escape(part) for part in self.parts)


Words = str | Printed | Text
Argument = Reading | Printed | Text | Period | date | Decimal | int | str


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement derived by rule from readings; says nothing in any language until worded."""

    rule: str
    section: str
    weight: int
    args: tuple[tuple[str, Argument], ...]
    reading_ids: tuple[str, ...]
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A declared sentence somebody said, its number, and what the data say of it."""

    id: str
    verdict: str
    source_id: str
    args: tuple[tuple[str, Argument], ...] = ()
    computed: bool = False
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One chart: marks and labels as SVG at its printed size, alternative text, caption, and the data drawn."""

    id: str
    kind: str
    svg: str
    width_mm: float
    height_mm: float
    title: Text
    subtitle: Text
    alt: Text
    source: Text
    labels: tuple[Printed, ...]
    reading_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A status as shape and word: done, on-track, watch, late or unknown."""

    state: str
    word: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; `width_mm` None shares what is left."""

    head: Words
    align: str = "left"
    width_mm: float | None = None


Cell = str | Printed | Text | Mark | tuple["str | Printed | Text | Mark", ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table ready for the page; a cell that is a tuple is printed on several lines, the first one bold."""

    id: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    source: Words = ""
    title: Words = ""


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure of the strip at a glance: label, number, change, sparkline, note on period and source."""

    label: Words
    value: Text
    change: Words = ""
    figure: Figure | None = None
    note: Words = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: a bold start and a sentence, perhaps with a mark or a tag."""

    lead: Words
    body: Words = ""
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a briefing in reading order; its template lays the parts out."""

    id: str
    heading: Words
    standing: Words = ""
    headlines: tuple[Headline, ...] = ()
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    items: tuple[Item, ...] = ()
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """Which edition: partnership slug, month, audience, language."""

    partnership: str
    period: Period
    audience: str
    language: str

    def __str__(self) -> str:
        return f"{self.partnership}/{self.period}/{self.audience}.{self.language}"


@dataclass(frozen=True, slots=True)
class Briefing:
    """All that one edition says to one audience in one language, before layout."""

    identity: Identity
    number: int
    issue: int
    as_of: date
    issued_on: date
    key: str
    title: str
    language_name: str
    words: dict[str, Words] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    findings: tuple[Finding, ...] = ()
    claims: tuple[Claim, ...] = ()
    readings: tuple[Reading, ...] = ()
    observations: tuple[Observation, ...] = ()
    sources: tuple[Source, ...] = ()
    problems: tuple[Problem, ...] = ()
    synthetic: bool = False

    def section(self, name: str) -> Section | None:
        """The section of that id, or None where this audience has none."""
        return next((one for one in self.sections if one.id == name), None)


@dataclass(frozen=True, slots=True)
class Edition:
    """The issued, numbered, dated, immutable document."""

    identity: Identity
    number: int
    issue: int
    as_of: date
    issued_on: date
    key: str
    path: str
    sha256: str
    pages: int
    findings: int
    problems: tuple[Problem, ...] = ()
    reused: bool = False
