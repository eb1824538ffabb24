"""What do charts in rows need to know? Rankings, shares, slopes, pairs of dots, projects by stage."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from bilan.charts.marks import Bar, Tick, Track, Year
from bilan.document import Words

Stage = Literal["done", "expected", "late", "open", "unknown"]


@dataclass(frozen=True, slots=True)
class Group:
    """Bars under one heading, in the order they are drawn."""

    heading: Words
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Horizontal bars, the groups side by side on one scale: names, values, and a note such as the change."""

    kind: ClassVar[str] = "ranking"
    groups: tuple[Group, ...]
    missing: str = "n/a"
    width_mm: float = 174.0
    height_mm: float = 52.0


@dataclass(frozen=True, slots=True)
class Share:
    """Parts of wholes: each row is one whole, its value between 0 and 1 the part that is filled."""

    kind: ClassVar[str] = "share"
    rows: tuple[Bar, ...]
    whole: Words = ""
    missing: str = "n/a"
    width_mm: float = 85.0
    height_mm: float = 36.0


@dataclass(frozen=True, slots=True)
class Slope:
    """What changed between two dates: one line a track, its values and names at both ends."""

    kind: ClassVar[str] = "slope"
    tracks: tuple[Track, ...]
    years: tuple[Year, Year] | tuple[()] = ()
    missing: str = "n/a"
    width_mm: float = 85.0
    height_mm: float = 60.0


@dataclass(frozen=True, slots=True)
class Couple:
    """Two values of the same thing: filled and hollow dot, the distance between them drawn."""

    name: Words
    one: Bar
    other: Bar


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """Couples of values on one scale; the names of the dots stand above the first row."""

    kind: ClassVar[str] = "dumbbell"
    rows: tuple[Couple, ...]
    ticks: tuple[Tick, ...] = ()
    missing: str = "n/a"
    width_mm: float = 114.67
    height_mm: float = 52.0


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of a project: reached, promised, overdue, still open or without word, and when."""

    state: Stage
    when: Words = ""


@dataclass(frozen=True, slots=True)
class Course:
    """One project: its name, a step for every stage, and the word that sums it up."""

    name: Words
    steps: tuple[Step, ...]
    verdict: Words = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Tracker:
    """Projects in rows, stages in columns; shapes and words tell the state."""

    kind: ClassVar[str] = "tracker"
    stages: tuple[Words, ...]
    rows: tuple[Course, ...]
    missing: str = "n/a"
    width_mm: float = 174.0
    height_mm: float = 60.0
