"""What stands on the page? Records of the document side: numeral, text, finding, figure, briefing, edition."""

import html
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from bilan.errors import Problem
from bilan.model import Observation, Reading, Source
from bilan.period import Period


@dataclass(frozen=True, slots=True)
class Printed:
    """A numeral exactly as it stands on the page, and what it resolves to.

    `ref` is a reading's id or, of a declared constant, what it is (`2024-04-19`); `kind` tells which: reading, date, period, axis, edition,
    ordinal, name, count, age, claim, code. `number` is the numeral inside `text`; `value` a reading's exact one, `shown` as displayed, in `scale`.
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
        text, ref, kind, value = (html.escape(one) for one in (self.text, self.ref, self.kind, self.value))
        if self.kind == "reading":
            return f'<data value="{value}" data-id="{ref}">{text}</data>'
        return f'<span data-fixed="{kind}" data-ref="{ref}">{text}</span>'


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence or label made of words and printed numerals."""

    parts: tuple["str | Printed", ...] = ()

    @classmethod
    def of(cls, *parts: "str | Printed | Text") -> "Text":
        """Join words, numerals and texts."""
        return cls(tuple(one for part in parts for one in (part.parts if isinstance(part, Text) else (part,))))

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
class Summary:
    """What a mail says of an edition: subjects by kind of message, words by name (title, head, lead, dates…), and its parts."""

    subjects: Mapping[str, Text]
    words: Mapping[str, Text]
    notes: tuple[Text, ...] = ()
    headlines: tuple[Headline, ...] = ()
    findings: tuple[Item, ...] = ()
    changes: tuple[Item, ...] = ()


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
    state: Mapping[str, Any] = field(default_factory=dict)
    slices: tuple[Mapping[str, Any], ...] = ()
    summary: Summary | None = None

    def section(self, name: str) -> Section | None:
        """The section of that id, or None where this audience has none."""
        return next((one for one in self.sections if one.id == name), None)


@dataclass(frozen=True, slots=True)
class Edition:
    """The issued, numbered, dated, immutable document; `state` tells whether it still counts, `reason` and `settled_at` since when not."""

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
    state: str = "issued"
    reason: str = ""
    settled_at: datetime | None = None
