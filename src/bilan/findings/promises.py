"""What became of aims and projects? Targets by pace and outcome, projects by dated evidence."""

from collections.abc import Iterator
from decimal import Decimal

from bilan.config.models import TargetConfig
from bilan.document import Argument, Finding
from bilan.findings.facts import Facts
from bilan.findings.rule import HEDGES, Says, Voice, finding, rule
from bilan.findings.states import ProjectState, State, Track, reached
from bilan.model import Reading
from bilan.period import Frequency, Period, known_from

ENDS = ("", "_other")
"""How arguments of the first and of the second country end."""
OUTCOMES = ("met", "missed", "disputed")
ENDED = Says(topic="target-outcome", opposites=OUTCOMES, hedges=HEDGES)
STATE = Says(topic="project-state", opposites=("late", "silent", "done", "cancelled"), hedges=(), voice=Voice.SOURCE)


def outcome(facts: Facts, target: TargetConfig) -> tuple[str, list[Reading]]:
    """State of an aim and the totals it rests on: met, missed, disputed, superseded, open or unknown.

    An aim with a deadline is judged by both reporters' totals of that year, once the year is over; a total that is
    only a bound and leaves it open does not count.
    """
    if target.deadline is None or Period(target.deadline, Frequency.ANNUAL).end >= facts.as_of:
        return ("superseded" if _superseded(facts, target) else "open"), []
    year = Period(target.deadline, Frequency.ANNUAL)
    totals = [one for code in facts.countries if (one := facts.readings.at("trade.total", code, year)) and one.value is not None]
    judged = [found for one in totals if (found := reached(one, Decimal(target.value))) is not None]
    if not judged:
        return "unknown", totals
    return "met" if all(judged) else "disputed" if any(judged) else "missed", totals


def _superseded(facts: Facts, target: TargetConfig) -> bool:
    return target.superseded_by in {one.id for one in facts.targets(target.indicator)}


@rule("target-pace", section="targets", weight=90, says=Says(hedges=HEDGES))
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


@rule(
    "target-verdict", section="targets", weight=78,
    says=Says(opposites=("reached", "on-track", "behind", "close", "split", "one")),
)  # fmt: skip
def verdict(facts: Facts) -> Iterator[Finding]:
    """On track or behind: the pace the current aim takes against each country's own; opposite verdicts weigh more."""
    target = facts.current_target()
    goal = facts.readings.latest("target.level", target.id) if target else None
    found = [(one, since) for one in facts.standing().values() if (since := _since(facts, one.own)) is not None]
    if target is None or target.deadline is None or goal is None or not found:
        return
    args: dict[str, Argument] = {"target": goal, "deadline": goal.period}
    for (one, since), end in zip(found, ENDS, strict=False):
        args |= {
            f"statistics{end}": one.own.reporter, f"track{end}": one.track.value, f"pace{end}": one.pace, f"own{end}": one.own,
            f"since{end}": since, f"last{end}": one.own.period,
        }  # fmt: skip
    tracks = {one.track for one, _ in found}
    args["verdict"] = "one" if len(found) == 1 else next(iter(tracks)).value if len(tracks) == 1 else "split"
    spans = {(since, one.own.period) for one, since in found}
    args["span"] = "one" if len(found) == 1 else "same" if len(spans) == 1 else "apart"
    used = [reading for one, _ in found for reading in (one.pace, one.own)]
    yield finding("target-verdict", (goal, *used), target.id, 5 if {Track.ON_TRACK, Track.BEHIND} <= tracks else 0, **args)


def _since(facts: Facts, own: Reading) -> Period | None:
    """The period a growth is measured from: the earliest of the readings it rests on."""
    periods = [found.period for name in own.inputs if (found := facts.readings.get(name)) is not None]
    return min((one for one in periods if one < own.period), default=None)


@rule("target-missed", section="targets", weight=75, says=ENDED)
def missed(facts: Facts) -> Iterator[Finding]:
    """The last aim to fall due, where no statistics reached it."""
    yield from _last_due(facts, "target-missed", "missed")


@rule("target-met", section="targets", weight=76, says=ENDED)
def met(facts: Facts) -> Iterator[Finding]:
    """The last aim to fall due, where both statistics reached it."""
    yield from _last_due(facts, "target-met", "met")


@rule("target-disputed", section="targets", weight=74, says=ENDED)
def disputed(facts: Facts) -> Iterator[Finding]:
    """The last aim to fall due, where only one country's statistics reached it."""
    yield from _last_due(facts, "target-disputed", "disputed")


def _last_due(facts: Facts, name: str, wanted: str) -> Iterator[Finding]:
    for target in reversed(facts.targets()):
        state, totals = outcome(facts, target)
        goal = facts.readings.latest("target.level", target.id)
        if state in OUTCOMES and goal is not None and len(totals) == len(facts.countries):
            if state == wanted:
                first, second = totals
                yield finding(
                    name, (goal, *totals), target.id, target=goal, deadline=goal.period, total=first, other=second,
                    statistics=first.reporter, statistics_other=second.reporter,
                )  # fmt: skip
            return


@rule("project-late", section="projects", weight=55, says=STATE)
def late(facts: Facts) -> Iterator[Finding]:
    """A project past its due date without word of completion."""
    for one in _in_state(facts, State.LATE):
        yield finding(
            "project-late", one.last.source_ids, one.id,
            project=one.id, due=known_from(one.due), evidence=one.last.on, age=one.age_days,
        )  # fmt: skip


@rule("project-slipped", section="projects", weight=50, says=Says(hedges=(), voice=Voice.SOURCE))
def slipped(facts: Facts) -> Iterator[Finding]:
    """A project whose promised date was moved back: the old date, the new one, and the days between."""
    for one in facts.projects():
        if one.slip is not None and one.state in (State.SLIPPED, State.LATE, State.SILENT):
            yield finding(
                "project-slipped", one.slip.last.source_ids, one.id, project=one.id, first=known_from(one.slip.first.value),
                due=known_from(one.slip.last.value), days=one.slip.days, told=one.slip.last.on,
            )  # fmt: skip


@rule("project-silent", section="projects", weight=40, says=STATE)
def silent(facts: Facts) -> Iterator[Finding]:
    """A project nobody gave dated evidence of for as long as the partnership's settings say."""
    for one in _in_state(facts, State.SILENT):
        yield finding("project-silent", one.last.source_ids, one.id, project=one.id, evidence=one.last.on, age=one.age_days)


@rule("project-done", section="projects", weight=38, says=STATE)
def done(facts: Facts) -> Iterator[Finding]:
    """A project whose completion dated evidence tells."""
    for one in _in_state(facts, State.DONE):
        yield finding("project-done", one.last.source_ids, one.id, project=one.id, evidence=one.last.on)


@rule("project-cancelled", section="projects", weight=42, says=STATE)
def cancelled(facts: Facts) -> Iterator[Finding]:
    """A project that dated evidence says was given up."""
    for one in _in_state(facts, State.CANCELLED):
        yield finding("project-cancelled", one.last.source_ids, one.id, project=one.id, evidence=one.last.on)


def _in_state(facts: Facts, state: State) -> Iterator[ProjectState]:
    return (one for one in facts.projects() if one.state is state)
