"""What may a rule look at? Readings, targets, projects, events and statements as of one date."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bilan.config.models import PartnershipConfig, TargetConfig
from bilan.errors import Problem
from bilan.findings.revisions import Revision
from bilan.findings.states import Patience, ProjectState, Standing, project_states, standing
from bilan.indicators.engine import Readings
from bilan.model import Observation, Reading
from bilan.period import known_from
from bilan.sources.dossier import Dossier
from bilan.sources.treaties import TreatyState, treaty_states


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
    patience: Patience = field(default_factory=Patience)
    revisions: tuple[Revision, ...] = ()

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

    def standing(self) -> dict[str, Standing]:
        """Where the current aim for total trade stands by each country's own statistics; one without both paces is left out."""
        found = {code: standing(self.readings, code) for code in self.countries}
        return {code: one for code, one in found.items() if one is not None}

    def projects(self) -> list[ProjectState]:
        """Every project with its state, the worst first, then the one with the freshest evidence."""
        return project_states(self.dossier.projects, self.as_of, self.patience)

    def treaties(self) -> list[TreatyState]:
        """Every treaty with its steps, the last signed first."""
        return treaty_states(self.dossier.treaties)
