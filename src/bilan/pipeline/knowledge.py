"""What is known of a partnership on a date? Tables taken in, gate passed, indicators computed, findings derived."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bilan.document import Finding
from bilan.errors import Problem, Severity
from bilan.findings.facts import Facts
from bilan.findings.rule import derive
from bilan.gate.check import GateResult, problems, run
from bilan.gate.rules import load_gate
from bilan.indicators.definition import Definition, all_definitions
from bilan.indicators.engine import Readings, compute
from bilan.model import Observation, Source
from bilan.project import Project
from bilan.sources.dossier import read_dossier
from bilan.sources.observations import read_observations
from bilan.sources.register import read_sources
from bilan.store.parquet import Store
from bilan.store.view import View

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Knowledge:
    """Everything known as of a date, the same for every audience and language."""

    facts: Facts
    findings: tuple[Finding, ...]
    sources: Mapping[str, Source]
    definitions: Mapping[str, Definition]
    observations: Mapping[str, Observation]
    gate: tuple[GateResult, ...]
    version: str

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the gate and the tables gave to notice."""
        return self.facts.problems

    @property
    def holds(self) -> tuple[Problem, ...]:
        """What keeps every edition of this partnership from leaving."""
        return tuple(one for one in self.facts.problems if one.severity is Severity.HOLD)


def learn(project: Project, slug: str, as_of: date, now: datetime) -> Knowledge:
    """Take in the tables, check them, compute and derive; `now` is when the rows were seen."""
    folder = project.folder(slug)
    partnership = project.partnership(slug)
    view, sources, told = take_in(project, slug, as_of, now)
    definitions = all_definitions(folder / "indicators.toml")
    readings = compute(view, partnership, as_of, definitions)
    path = folder / "gate.toml"
    checked = tuple(run(view, load_gate(path), as_of)) if path.exists() else ()
    facts = Facts(
        partnership, as_of, readings, read_dossier(folder, sources, as_of), tuple(view.statements("trade")), (*told, *problems(checked))
    )
    found = derive(facts)
    _log.info("readings: %d, findings: %d, problems: %d", len(list(readings)), len(found), len(facts.problems))
    return Knowledge(facts, found, sources, definitions, _used(view, readings), checked, view.version)


def take_in(project: Project, slug: str, as_of: date, now: datetime) -> tuple[View, Mapping[str, Source], tuple[Problem, ...]]:
    """Append what the tables say anew to the store, and the view as of a date."""
    folder = project.folder(slug)
    register = folder / "sources.csv"
    sources = read_sources(register) if register.exists() else {}
    observations, told = read_observations(folder, sources)
    store = Store(project.store / slug)
    store.ingest(observations, now)
    return store.as_of(as_of), sources, tuple(told)


def _used(view: View, readings: Readings) -> dict[str, Observation]:
    """Observations that readings rest on, by digest."""
    wanted = {name for one in readings for name in one.inputs}
    return {one.digest: one for one in view.standing if one.digest in wanted}
