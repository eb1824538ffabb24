"""Where do projects and aims stand? One word each, from dated evidence only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bilan.indicators.engine import Readings
from bilan.model import Precision, Reading
from bilan.period import known_from
from bilan.sources.dossier import ProjectFact, Stage
from bilan.sources.projects import Slip, by_project, due, last_evidence, slip, stage

WATCH_AFTER_DAYS = 90
SILENT_AFTER_DAYS = 180
CLOSE_POINTS = Decimal(1)
"""Two paces computed from figures that are not exact are told apart only from one percentage point on."""


class State(StrEnum):
    """Where a project stands, from dated evidence only."""

    ON_TRACK = "on-track"
    WATCH = "watch"
    SLIPPED = "slipped"
    LATE = "late"
    SILENT = "silent"
    DONE = "done"
    CANCELLED = "cancelled"


ORDER = (State.LATE, State.SLIPPED, State.WATCH, State.SILENT, State.ON_TRACK, State.DONE, State.CANCELLED)
FINAL = {Stage.DONE: State.DONE, Stage.CANCELLED: State.CANCELLED}


class Track(StrEnum):
    """Where an aim stands by one country's own statistics."""

    REACHED = "reached"
    ON_TRACK = "on-track"
    CLOSE = "close"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class Patience:
    """After how many days without dated evidence a project is watched, and after how many it is called silent."""

    watch: int = WATCH_AFTER_DAYS
    silent: int = SILENT_AFTER_DAYS


@dataclass(frozen=True, slots=True)
class ProjectState:
    """A project as of a date: its last dated evidence, how old that is, its stage, what was promised for when."""

    id: str
    state: State
    last: ProjectFact
    age_days: int
    due: str = ""
    stage: Stage | None = None
    slip: Slip | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """An aim by one country's statistics: the growth it takes a year, and the country's own growth in the years before."""

    track: Track
    pace: Reading
    own: Reading


def project_states(facts: Iterable[ProjectFact], as_of: date, patience: Patience = Patience()) -> list[ProjectState]:
    """Every project with its state, the worst first, then the one with the freshest evidence."""
    states = [_project(group, as_of, patience) for group in by_project(facts).values()]
    return sorted(states, key=lambda one: (ORDER.index(one.state), one.age_days, one.id))


def _project(facts: Sequence[ProjectFact], as_of: date, patience: Patience) -> ProjectState:
    last, reached, promised, moved = last_evidence(facts), stage(facts), due(facts), slip(facts)
    age = (as_of - last.on).days
    overdue = promised is not None and known_from(promised.value) < as_of
    state = FINAL.get(reached) if reached else None
    if state is None:
        state = State.LATE if overdue else _by_age(age, moved is not None, patience)
    return ProjectState(last.project, state, last, age, promised.value if promised else "", reached, moved)


def _by_age(age: int, slipped: bool, patience: Patience) -> State:  # noqa: FBT001  told apart by name at the only call
    if age > patience.silent:
        return State.SILENT
    if slipped:
        return State.SLIPPED
    return State.WATCH if age > patience.watch else State.ON_TRACK


def standing(readings: Readings, reporter: str) -> Standing | None:
    """Where the current aim stands by a country's statistics; None without both paces."""
    pace, own = readings.latest("target.pace", reporter), readings.latest("target.own_pace", reporter)
    if pace is None or own is None or pace.value is None or own.value is None or pace.period != own.period:
        return None
    return Standing(_track(pace, own), pace, own)


def _track(pace: Reading, own: Reading) -> Track:
    needed, had = pace.value or Decimal(0), own.value or Decimal(0)
    if needed <= 0:
        return Track.REACHED
    exact = pace.precision is Precision.EXACT and own.precision is Precision.EXACT
    if not exact and abs(needed - had) < CLOSE_POINTS:
        return Track.CLOSE
    return Track.ON_TRACK if needed <= had else Track.BEHIND


def reached(total: Reading, goal: Decimal) -> bool | None:
    """Whether a total reached an aim; None where it is a bound that leaves it open."""
    if total.value is None:
        return None
    if total.precision is Precision.LOWER_BOUND and total.value < goal:
        return None
    if total.precision is Precision.UPPER_BOUND:
        return None if total.value > goal else False
    return total.value >= goal
