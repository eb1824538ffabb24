"""What may a rule look at? Readings, targets, projects, events and statements as of one date."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bilan.config.models import PartnershipConfig, TargetConfig
from bilan.errors import Problem
from bilan.indicators.engine import Readings
from bilan.model import Observation, Reading
from bilan.period import known_from
from bilan.sources.dossier import Dossier, ProjectFact

WATCH_AFTER_DAYS = 90
SILENT_AFTER_DAYS = 180
PLANNED = ("completion_planned", "launch_planned")


class State(StrEnum):
    """Where a project stands, from dated evidence only."""

    ON_TRACK = "on-track"
    WATCH = "watch"
    LATE = "late"
    SILENT = "silent"


ORDER = (State.LATE, State.WATCH, State.SILENT, State.ON_TRACK)


@dataclass(frozen=True, slots=True)
class ProjectState:
    """A project as of a date: its last dated evidence, how old that is, what was promised for when."""

    id: str
    state: State
    last: ProjectFact
    age_days: int
    due: str = ""


@dataclass(frozen=True)
class Facts:
    """Everything known as of a date, the same for every audience and language."""

    partnership: PartnershipConfig
    as_of: date
    readings: Readings
    dossier: Dossier
    statements: tuple[Observation, ...] = ()
    problems: tuple[Problem, ...] = ()
    stale: Mapping[str, int] = field(default_factory=dict)

    @property
    def countries(self) -> tuple[str, str]:
        """Codes of the two partners, in the order of `partnership.toml`."""
        first, second = self.partnership.country
        return first.code, second.code

    def targets(self, indicator: str = "trade.total") -> list[TargetConfig]:
        """Aims declared by the date, oldest first."""
        known = [one for one in self.partnership.target if one.indicator == indicator and known_from(one.set_on) <= self.as_of]
        return sorted(known, key=lambda one: (known_from(one.set_on), one.id))

    def current_target(self, indicator: str = "trade.total") -> TargetConfig | None:
        """The last aim that no aim declared by the date supersedes."""
        known = self.targets(indicator)
        ids = {one.id for one in known}
        return next((one for one in reversed(known) if one.superseded_by not in ids), None)

    def totals(self) -> list[Reading]:
        """The last total of each reporter, in the order of `partnership.toml`; a reporter without one is left out."""
        latest = [self.readings.latest("trade.total", code) for code in self.countries]
        return [one for one in latest if one is not None]

    def projects(self) -> list[ProjectState]:
        """Every project with its state, the worst first, then the one with the freshest evidence."""
        names = sorted({fact.project for fact in self.dossier.projects})
        states = [self._state([fact for fact in self.dossier.projects if fact.project == name]) for name in names]
        return sorted(states, key=lambda one: (ORDER.index(one.state), one.age_days, one.id))

    def _state(self, facts: list[ProjectFact]) -> ProjectState:
        last = max(facts, key=lambda one: (one.known_on, one.attribute == "status", one.id))
        age = (self.as_of - last.known_on).days
        due = max((one.value for one in facts if one.attribute in PLANNED), default="")
        if due and known_from(due) < self.as_of:
            state = State.LATE
        elif age > SILENT_AFTER_DAYS:
            state = State.SILENT
        else:
            state = State.WATCH if age > WATCH_AFTER_DAYS else State.ON_TRACK
        return ProjectState(last.project, state, last, age, due)
