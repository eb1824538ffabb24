"""What became of aims and projects? Targets by pace and outcome, projects by dated evidence."""

from collections.abc import Iterator
from decimal import Decimal

from bilan.config.models import TargetConfig
from bilan.document import Finding
from bilan.findings.facts import Facts, State
from bilan.findings.rule import finding, rule
from bilan.model import Reading
from bilan.period import Frequency, Period, known_from


def outcome(facts: Facts, target: TargetConfig) -> tuple[str, list[Reading]]:
    """State of an aim and the totals it rests on: met, missed, disputed, superseded, open or unknown.

    An aim with a deadline is judged by both reporters' totals of that year, once the year is over.
    """
    if target.deadline is None or Period(target.deadline, Frequency.ANNUAL).end >= facts.as_of:
        return ("superseded" if _superseded(facts, target) else "open"), []
    year = Period(target.deadline, Frequency.ANNUAL)
    totals = [one for code in facts.countries if (one := facts.readings.at("trade.total", code, year)) and one.value is not None]
    reached = [one for one in totals if one.value is not None and one.value >= Decimal(target.value)]
    if not totals:
        return "unknown", []
    state = "met" if len(reached) == len(totals) else "disputed" if reached else "missed"
    return state, totals


def _superseded(facts: Facts, target: TargetConfig) -> bool:
    return target.superseded_by in {one.id for one in facts.targets(target.indicator)}


@rule("target-pace", section="targets", weight=90)
def pace(facts: Facts) -> Iterator[Finding]:
    """What growth a year each reporter's total needs to reach the current aim in time."""
    paces = [one for code in facts.countries if (one := facts.readings.latest("target.pace", code)) is not None]
    target = facts.current_target()
    if target is None or target.deadline is None or len(paces) != len(facts.countries):
        return
    deadline = Period(target.deadline, Frequency.ANNUAL)
    goal = facts.readings.latest("target.level", target.id)
    if goal is None:
        return
    first, second = paces
    yield finding(
        "target-pace", (goal, *paces), target.id,
        target=goal, deadline=deadline, pace=first, other=second, statistics=first.reporter, statistics_other=second.reporter,
    )  # fmt: skip


@rule("target-missed", section="targets", weight=75)
def missed(facts: Facts) -> Iterator[Finding]:
    """An aim whose year is over and that no statistics reached; only the last such aim is told."""
    for target in reversed(facts.targets()):
        state, totals = outcome(facts, target)
        goal = facts.readings.latest("target.level", target.id)
        if state == "missed" and goal is not None and len(totals) == len(facts.countries):
            first, second = totals
            yield finding(
                "target-missed", (goal, *totals), target.id,
                target=goal, deadline=goal.period, total=first, other=second,
                statistics=first.reporter, statistics_other=second.reporter,
            )  # fmt: skip
            return


@rule("project-late", section="projects", weight=55)
def late(facts: Facts) -> Iterator[Finding]:
    """A project past its due date without word of completion."""
    for project in facts.projects():
        if project.state is State.LATE:
            yield finding(
                "project-late",
                (),
                project.id,
                project=project.id,
                due=known_from(project.due),
                evidence=project.last.known_on,
                age=project.age_days,
            )


@rule("project-silent", section="projects", weight=40)
def silent(facts: Facts) -> Iterator[Finding]:
    """A project nobody gave dated evidence of for half a year."""
    for project in facts.projects():
        if project.state is State.SILENT:
            yield finding("project-silent", (), project.id, project=project.id, evidence=project.last.known_on, age=project.age_days)
