"""What does a chart need to know? Its data and its labels, already printed; small enough to send to another process."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from bilan.charts.marks import Bar, Point, Target, Tick, Track, Year
from bilan.charts.specs_places import Map, Motif
from bilan.charts.specs_rows import Dumbbell, Ranking, Share, Slope, Tracker
from bilan.document import Words


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
class Line:
    """Series over years against a target; `between` is what the ground between two of them means, `remark` what dashes mean."""

    kind: ClassVar[str] = "line"
    tracks: tuple[Track, ...]
    years: tuple[Year, ...]
    ticks: tuple[Tick, ...] = ()
    target: Target | None = None
    between: Words = ""
    remark: Words = ""
    missing: str = "n/a"
    width_mm: float = 114.67
    height_mm: float = 62.0


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
    height_mm: float = 44.0


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
class Range:
    """What a year may bring: both ends of its range, of the same year."""

    low: Point
    high: Point


@dataclass(frozen=True, slots=True)
class Fan:
    """A series as observed and the range of what may follow; no middle is drawn."""

    kind: ClassVar[str] = "fan"
    track: Track
    ranges: tuple[Range, ...]
    years: tuple[Year, ...]
    ticks: tuple[Tick, ...] = ()
    target: Target | None = None
    observed: Words = ""
    outlook: Words = ""
    level: Words = ""
    missing: str = "n/a"
    width_mm: float = 174.0
    height_mm: float = 66.0


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
    missing: str = "n/a"
    width_mm: float = 174.0
    height_mm: float = 25.0


Spec = (
    TradeBars | Line | Fan | MirrorPair | Contribution | Multiples | Sparkline | Timeline
    | Ranking | Share | Slope | Dumbbell | Tracker | Map | Motif
)  # fmt: skip
