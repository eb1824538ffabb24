"""Did a series change as a whole: lose many values, or move to another unit, base or meaning?"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from itertools import pairwise

from bilan.gate.past import Move, Past, State, distance, threshold
from bilan.gate.robust import CONTEXT, shown
from bilan.gate.rules import GateRule
from bilan.gate.subject import Fault, Level, Subject, number, several
from bilan.model import Observation

LEAST = 3
WARN_SHARE, HOLD_SHARE = "0.1", "0.25"
HOLD_FACTOR = 1.25
DAYS = 184
_NOTICEABLE = Decimal("0.005")
_LOST = "find out why before anything is issued; where the publisher meant it, accept the rows in gate.toml"
_MOVED = "compare unit and base year with the source; where the change is right, add its day to `rebased` of the rule"


def disappearance(subject: Subject, rule: GateRule) -> list[Fault]:
    """Many values that were there and are no longer: of the series, or of the table it stands in."""
    gone = [one for one in lost(subject.past) if one.row not in subject.accepted]
    if not gone:
        return []
    least = rule.least or LEAST
    counts = [("series", (len(gone), len(subject.past.stages)))]
    counts += [(table, subject.lost[table]) for table in sorted({table_of(one) for one in gone}) if table in subject.lost]
    graded = [(level, place, count) for place, count in counts if (level := _share(count, least, rule)) is not None]
    if not graded:
        return []
    level, place, (many, ever) = min(graded, key=lambda one: one[0] != "hold")
    where = "its" if place == "series" else f"the {ever} values of {place}"
    first, last = gone[0].period, gone[-1].period
    message = f"lost {several(len(gone), 'value', 'values')} ({first} to {last}); {many} of {ever if place == 'series' else where} are gone"
    args = (("count", len(gone)), ("first", first), ("last", last), ("known", len(subject.past.stages)))
    return [Fault(level, tuple(sorted(one.row for one in gone)), message, _LOST, "gate-disappearance", args, last)]


def lost(past: Past) -> list[Observation]:
    """The last values of periods that have none any more, oldest first."""
    return [
        [stage.observation for stage in stages if stage.observation][-1]
        for period, stages in past.stages.items()
        if period not in past.final and any(stage.observation for stage in stages)
    ]


def lost_by_table(pasts: Iterable[Past], accepted: Collection[str] = ()) -> dict[str, tuple[int, int]]:
    """How many values each table lost, those of accepted rows left out, and how many it ever had."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for past in pasts:
        for one in lost(past):
            counts[table_of(one)][0] += one.row not in accepted
        for stages in past.stages.values():
            for table in {table_of(stage.observation) for stage in stages if stage.observation}:
                counts[table][1] += 1
    return {table: (gone, ever) for table, (gone, ever) in counts.items()}


def table_of(one: Observation) -> str:
    """The table a row stands in."""
    return one.row.partition("#")[0]


def drift(subject: Subject, rule: GateRule) -> list[Fault]:
    """Publications after which the series says something else under the same name, and no rebasing is declared.

    A whole series that moved by one factor close to one is a rebasing and only told while it is news; by a factor
    further off, or by no common factor at all, it holds until the values return or the day is declared.
    """
    past, declared = subject.past, rule.rebased or ()
    found = list(_units(subject, declared))
    for move in reversed(past.moves):
        if move.day.isoformat() in declared:
            continue
        if move.size > threshold(rule.hold_factor or HOLD_FACTOR):
            if _stands(past, move, threshold(rule.hold_factor or HOLD_FACTOR)):
                found.append(_moved(subject, move))
        elif move.common and abs(move.middle) > _NOTICEABLE and _is_news(subject, move.day, rule):
            found.append(_rebased(subject, move))
    return found


def _share(count: tuple[int, int], least: int, rule: GateRule) -> Level | None:
    gone, ever = count
    if gone < least:
        return None
    if gone >= number(rule.hold_share, HOLD_SHARE) * ever:
        return "hold"
    return "warn" if gone >= number(rule.warn_share, WARN_SHARE) * ever else None


def _stands(past: Past, move: Move, limit: Decimal) -> bool:
    """Whether the move left every level the series had before it, and has not been undone since."""
    after = past.on(move.day)
    returned = any(_close(past.on(day), after, limit) for day in past.days if day < move.day)
    return not returned and not _close(past.on(move.day, before=True), past.final, limit)


def _close(one: State, other: State, limit: Decimal) -> bool:
    far = distance(one, other)
    return far is not None and far <= limit


def _is_news(subject: Subject, day: date, rule: GateRule) -> bool:
    return day == subject.past.days[-1] and (subject.as_of - day).days <= (DAYS if rule.days is None else rule.days)


def _units(subject: Subject, declared: tuple[str, ...]) -> Iterable[Fault]:
    """A period whose unit changed from one publication to a later one, and did not change back."""
    for period in reversed(tuple(subject.past.stages)):
        seen = [(one.day, one.observation) for one in subject.past.stages[period] if one.observation]
        for index, ((_, old), (day, new)) in enumerate(pairwise(seen), 1):
            returned = new.unit in {one.unit for _, one in seen[:index]}
            if not returned and day.isoformat() not in declared and new.unit == seen[-1][1].unit:
                message = f"was in '{old.unit}' and is in '{new.unit}' since {day.isoformat()} ({period})"
                yield Fault("hold", (new.row, old.row), message, _MOVED, "gate-drift-unit", (("day", day), ("period", period)), period)
                return


def _moved(subject: Subject, move: Move) -> Fault:
    if move.common:
        told = f"the whole series moved by a factor of about {_factor(move):f} on {move.day.isoformat()}"
        message, said = f"{told}, and no rebasing is declared: another unit or base?", "gate-drift-factor"
    else:
        told = f"{move.changed} of {move.known} values changed on {move.day.isoformat()}, most of them by far"
        message, said = f"{told}: another measure under the same name?", "gate-drift-measure"
    args = (("factor", _factor(move)), ("day", move.day), ("count", move.changed), ("known", move.known))
    return Fault("hold", _changed(subject, move), message, _MOVED, said, args)


def _rebased(subject: Subject, move: Move) -> Fault:
    percent = shown((CONTEXT.exp(move.middle) - 1) * 100, 2)
    message = f"the whole series was revised by about {percent:+} % on {move.day.isoformat()}: a rebasing"
    hint = "nothing to do; where a base year changed, add the day to `rebased` of the rule"
    return Fault("warn", _changed(subject, move), message, hint, "gate-rebased", (("percent", percent), ("day", move.day)))


def _factor(move: Move) -> Decimal:
    return shown(CONTEXT.exp(move.middle), 2)


def _changed(subject: Subject, move: Move) -> tuple[str, ...]:
    """The rows the move brought, the newest period first."""
    now = subject.past.on(move.day)
    return tuple(one.row for _, one in sorted(now.items(), reverse=True) if one.published_on == move.day)
