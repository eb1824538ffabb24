"""What does a chart need to know? Its data and its labels, already printed; small enough to send to another process."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from bilan.document import Printed, Words
from bilan.model import Precision, Status

Who = Literal["a", "b", "joint", "context"]
Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the value axis and its label."""

    value: Decimal
    label: Printed


@dataclass(frozen=True, slots=True)
class Year:
    """A place on the time axis and its label."""

    year: int
    label: Printed


@dataclass(frozen=True, slots=True)
class Point:
    """One value of one year; no value means that it is missing."""

    year: int
    value: Decimal | None
    label: Words = ""
    precision: Precision = Precision.EXACT
    status: Status = Status.FINAL

    @property
    def soft(self) -> bool:
        """Whether it is drawn hatched or dashed: an estimate, a bound, not yet final."""
        return self.precision not in (Precision.EXACT, Precision.ROUNDED) or self.status is not Status.FINAL


@dataclass(frozen=True, slots=True)
class Track:
    """One series over years; the label of its last point is the value printed at its end."""

    points: tuple[Point, ...]
    who: Who = "joint"
    name: Words = ""

    @property
    def known(self) -> tuple[Point, ...]:
        """The points that have a value, oldest first."""
        return tuple(sorted((point for point in self.points if point.value is not None), key=lambda point: point.year))


@dataclass(frozen=True, slots=True)
class Target:
    """An aim: its line, its label, and what is left to it from a given value."""

    value: Decimal
    label: Words
    start: Decimal | None = None
    left: Words = ""


@dataclass(frozen=True, slots=True)
class TradeBars:
    """Trade by year, one column a reporter side by side, against a target."""

    kind: ClassVar[str] = "trade-bars"
    tracks: tuple[Track, ...]
    years: tuple[Year, ...]
    ticks: tuple[Tick, ...] = ()
    target: Target | None = None
    missing: str = "n/a"
    width_mm: float = 174.0
    height_mm: float = 62.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One horizontal bar or column: who, name, value, label."""

    name: Words
    value: Decimal | None
    label: Words = ""
    who: Who = "joint"
    precision: Precision = Precision.EXACT

    @property
    def soft(self) -> bool:
        """Whether it is drawn hatched: an estimate or a bound."""
        return self.precision not in (Precision.EXACT, Precision.ROUNDED)


@dataclass(frozen=True, slots=True)
class Mirror:
    """The same goods counted twice: the exporter's report, the importer's, and the gap between them."""

    heading: Words
    exporter: Bar
    importer: Bar
    gap: Words = ""
    share: Words = ""


@dataclass(frozen=True, slots=True)
class MirrorPair:
    """Both directions of trade, each as reported by either side, on one scale."""

    kind: ClassVar[str] = "mirror-pair"
    rows: tuple[Mirror, ...]
    missing: str = "n/a"
    width_mm: float = 114.67
    height_mm: float = 52.0


@dataclass(frozen=True, slots=True)
class Contribution:
    """How much each part gave to the change of the whole: columns that add up to the last one."""

    kind: ClassVar[str] = "contribution"
    parts: tuple[Bar, ...]
    total: Bar
    missing: str = "n/a"
    width_mm: float = 55.33
    height_mm: float = 52.0


@dataclass(frozen=True, slots=True)
class Panel:
    """One small chart: name, unit, one or two lines, a few years named below."""

    name: Words
    unit: Words = ""
    tracks: tuple[Track, ...] = ()
    years: tuple[Year, ...] = ()


@dataclass(frozen=True, slots=True)
class Multiples:
    """Small charts side by side, each on its own scale; `height_mm` is that of all rows together."""

    kind: ClassVar[str] = "multiples"
    panels: tuple[Panel, ...]
    per_row: int = 3
    missing: str = "n/a"
    width_mm: float = 174.0
    height_mm: float = 38.0


@dataclass(frozen=True, slots=True)
class Sparkline:
    """A word-sized line or row of columns without axis or label; stands beside its number."""

    kind: ClassVar[str] = "sparkline"
    track: Track
    form: Literal["line", "bars"] = "line"
    target: Decimal | None = None
    width_mm: float = 34.0
    height_mm: float = 8.5


@dataclass(frozen=True, slots=True)
class Event:
    """Something agreed, done or expected on a day."""

    day: date
    when: Words
    label: Words
    state: Literal["earlier", "recent", "expected"] = "earlier"


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in time; what lies before `expand_from` is compressed, with a break in the axis."""

    kind: ClassVar[str] = "timeline"
    events: tuple[Event, ...]
    years: tuple[Year, ...] = ()
    expand_from: date | None = None
    width_mm: float = 174.0
    height_mm: float = 25.0


@dataclass(frozen=True, slots=True)
class Motif:
    """Silhouettes of both partners from rings of longitude and latitude, for the cover; decorative."""

    kind: ClassVar[str] = "motif"
    a: tuple[Ring, ...]
    b: tuple[Ring, ...]
    width_mm: float = 58.0
    height_mm: float = 30.0


Spec = TradeBars | MirrorPair | Contribution | Multiples | Sparkline | Timeline | Motif
