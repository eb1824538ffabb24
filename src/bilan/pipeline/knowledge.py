"""What is known of a partnership on a date? Tables taken in, gate passed, indicators computed, findings derived."""

import logging
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from bilan.document import Finding
from bilan.errors import Problem, Severity
from bilan.findings.facts import Facts
from bilan.findings.rule import derive
from bilan.findings.states import Patience
from bilan.gate.check import GateResult, problems, run
from bilan.gate.rules import load_gate
from bilan.indicators.definition import Definition, all_definitions
from bilan.indicators.engine import Readings, compute
from bilan.journal import stage
from bilan.model import Observation, Source
from bilan.period import Period
from bilan.pipeline.request import local_day
from bilan.pipeline.stored import notes, stored_sources
from bilan.project import Project
from bilan.sources.dossier import read_dossier
from bilan.sources.observations import product_tables, read_observations
from bilan.sources.places_fs import Reach
from bilan.sources.register import read_sources
from bilan.store.parquet import Store
from bilan.store.products_model import ProductMapping
from bilan.store.view import View

_log = logging.getLogger(__name__)
SLICE = "products/"
VIEWS = 64
"""How many earlier views are kept."""


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
    earlier: Callable[[date], View]
    slices: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the gate and the tables gave to notice."""
        return self.facts.problems

    @property
    def holds(self) -> tuple[Problem, ...]:
        """What keeps every edition of this partnership from leaving."""
        return tuple(one for one in self.facts.problems if one.severity is Severity.HOLD)


Taken = tuple[Store, Mapping[str, Source], tuple[Problem, ...]]


def learn(project: Project, slug: str, as_of: date, now: datetime, taken: Taken | None = None) -> Knowledge:
    """Take in the tables unless they are, check them, compute and derive; `now` is when the rows were seen."""
    folder = project.folder(slug)
    partnership = project.partnership(slug)
    store, sources, told = taken or take_in(project, slug, now)
    view = store.as_of(as_of)
    definitions = all_definitions(folder / "indicators.toml")
    dossier = read_dossier(folder, sources, as_of)
    with stage(_log, "readings") as told_of:
        readings = compute(view, partnership, as_of, definitions, dossier=dossier)
        told_of.count = sum(1 for _ in readings)
    with stage(_log, "gate") as told_of:
        checked = tuple(run(view, load_gate(folder / "gate.toml"), as_of)) if view.statistics else ()
        told_of.count = len(checked)
    facts = Facts(
        partnership, as_of, readings, dossier, tuple(view.statements("trade")), (*told, *problems(checked)),
        _stale(view, readings, checked), Patience(partnership.promises.watch_after_days, partnership.promises.silent_after_days),
    )  # fmt: skip
    with stage(_log, "findings") as told_of:
        found = derive(facts)
        told_of.count = len(found)
    return Knowledge(
        facts,
        found,
        sources,
        definitions,
        _used(view, readings),
        checked,
        view.version,
        lru_cache(VIEWS)(store.as_of),
        _slices(view, readings),
    )


def take_in(project: Project, slug: str, now: datetime, reach: Reach | None = None) -> Taken:
    """The store with what the tables say anew appended, the register of sources, and what the tables gave to notice."""
    folder = project.folder(slug)
    register = folder / "sources.csv"
    sources = stored_sources(project) | (read_sources(register) if register.exists() else {})
    with stage(_log, "observations") as told_of:
        observations, told = read_observations(folder, sources, reach or Reach(now, project.machine / "copies", os.environ))
        told_of.count = len(observations)
        store = Store(project.store / slug)
        store.ingest(observations, now)
        for path, meta in product_tables(folder):
            mapping = ProductMapping(meta.constant, meta.column, meta.value_map, meta.ignore, meta.undated_from)
            store.ingest_products(path, mapping, now)
    return store, sources, (*told, *notes(project, slug, local_day(project, now)))


def _stale(view: View, readings: Readings, checked: Iterable[GateResult]) -> dict[str, int]:
    """Readings that repeat the last value of a series the gate found old, with its age in days."""
    rows = {row for one in checked if one.rule == "freshness" and one.action != "pass" for row in one.rows}
    old = {one.digest: (view.as_of - one.period.end).days for one in view.standing if one.row in rows}
    return {one.id: old[one.inputs[0]] for one in readings if len(one.inputs) == 1 and one.inputs[0] in old}


def _slices(view: View, readings: Readings) -> dict[str, Mapping[str, Any]]:
    """What readings by product rest on: rows, total and sources of each slice, by its id."""
    names = sorted({name for one in readings for name in one.inputs if name.startswith(SLICE)})
    return {name: _slice(view, name) for name in names}


def _slice(view: View, name: str) -> Mapping[str, Any]:
    reporter, partner, flow, period = name.removeprefix(SLICE).partition("#")[0].split("/")
    one = view.slice(reporter, partner, flow, Period.parse(period))
    return {
        "id": name, "rows": one.rows, "total": None if one.total is None else format(one.total, "f"), "unit": one.unit,
        "sources": list(one.source_ids), "published": one.published_on.isoformat() if one.published_on else "", "status": one.status.value,
    }  # fmt: skip


def _used(view: View, readings: Readings) -> dict[str, Observation]:
    """Observations that readings rest on, by digest."""
    wanted = {name for one in readings for name in one.inputs}
    return {one.digest: one for one in view.standing if one.digest in wanted}
