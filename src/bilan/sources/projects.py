"""What does the dated evidence of a project say? Attributes as last known, stage, promised dates and how they slipped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bilan.period import known_from
from bilan.sources.dossier import ProjectFact, Stage

LADDER = (Stage.ANNOUNCED, Stage.AGREED, Stage.FUNDED, Stage.STARTED, Stage.DONE)
KEPT_BY = {"start_planned": Stage.STARTED, "launch_planned": Stage.DONE, "completion_planned": Stage.DONE}
"""Attributes that promise a date, and the stage that keeps the promise."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A promised date that was moved: the fact that promised first, the one that counts now, the days between."""

    first: ProjectFact
    last: ProjectFact
    days: int


def by_project(facts: Iterable[ProjectFact]) -> dict[str, list[ProjectFact]]:
    """Facts of each project in the order they became known, projects sorted by id."""
    found: dict[str, list[ProjectFact]] = {}
    for one in sorted(facts, key=lambda fact: (fact.project, fact.known_on, fact.on, fact.id)):
        found.setdefault(one.project, []).append(one)
    return found


def last_evidence(facts: Sequence[ProjectFact]) -> ProjectFact:
    """The fact of the latest day; of one day, a status before anything else."""
    return max(facts, key=lambda one: (one.on, one.attribute == "status", one.id))


def history(facts: Iterable[ProjectFact], attribute: str) -> list[ProjectFact]:
    """Every value of an attribute, the oldest day first."""
    return sorted((one for one in facts if one.attribute == attribute), key=lambda one: (one.on, one.known_on, one.id))


def attributes(facts: Iterable[ProjectFact]) -> dict[str, ProjectFact]:
    """The value of each attribute that counts: the last one known."""
    known = list(facts)
    return {name: history(known, name)[-1] for name in sorted({one.attribute for one in known})}


def stage(facts: Iterable[ProjectFact]) -> Stage | None:
    """How far a project has come: the furthest stage declared since it was last cancelled; None where no row declares one."""
    reached: Stage | None = None
    for one in sorted((one for one in facts if one.stage), key=lambda one: (one.on, one.known_on, one.id)):
        if reached is None or one.stage not in LADDER or reached not in LADDER or LADDER.index(one.stage) > LADDER.index(reached):
            reached = one.stage
    return reached


def due(facts: Iterable[ProjectFact]) -> ProjectFact | None:
    """The earliest promise still to be kept, as last dated; None where nothing is promised, or all is done."""
    known = list(facts)
    reached = stage(known)
    if reached is Stage.CANCELLED:
        return None
    current = attributes(known)
    step = LADDER.index(reached) if reached else -1
    open_ones = [current[name] for name, keeps in KEPT_BY.items() if name in current and step < LADDER.index(keeps)]
    return min(open_ones, key=lambda one: (known_from(one.value), one.id), default=None)


def slip(facts: Iterable[ProjectFact]) -> Slip | None:
    """The largest move of a promised date; None where none lies wholly after the one promised first.

    `2026` after `2026-08` is a date told less precisely, not a later one.
    """
    known = list(facts)
    found = [moved for name in KEPT_BY if (moved := _moved(history(known, name)))]
    return max(found, key=lambda one: (one.days, one.last.id), default=None)


def _moved(promises: Sequence[ProjectFact]) -> Slip | None:
    if not promises or first_day(promises[-1].value) <= known_from(promises[0].value):
        return None
    return Slip(promises[0], promises[-1], (known_from(promises[-1].value) - known_from(promises[0].value)).days)


def first_day(text: str) -> date:
    """First day of a date known to the year, the month or the day."""
    year, month, day = (*(int(part) for part in text.split("-")), 1, 1)[:3]
    return date(year, month, day)
