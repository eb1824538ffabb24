"""Is the next value of a series overdue by its release calendar?"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bilan.gate.rules import GateRule
from bilan.gate.subject import Fault, Subject
from bilan.model import Observation
from bilan.period import Frequency

GRACE = {Frequency.MONTHLY: 15, Frequency.QUARTERLY: 30, Frequency.ANNUAL: 90, Frequency.YEAR_TO_DATE: 90}
LAGS = 8
DEAD = 3
Freshness = Literal["fresh", "stale", "dead", "unknown"]
_HINT = "enter or fetch a newer figure"


def freshness(subject: Subject, rule: GateRule) -> list[Fault]:
    """A next value that is late: by the declared lag, or by nine tenths of the series' own past lags.

    The next value is due when its period has ended and the lag has passed; stale after the days of grace, dead
    after three times as many. A rule with `max-age-days` counts from the end of the last period instead.
    """
    if not subject.current:
        message = "has no value left: every one was withdrawn"
        rows = tuple(sorted(one.row for one in subject.all))
        return [Fault("hold", rows, message, "find out why, or take the rule out", "gate-empty")]
    last = subject.current[-1]
    if last.row in subject.accepted:
        return []
    return _aged(subject, last, rule.max_age_days) if rule.max_age_days is not None else _overdue(subject, last, rule)


def lag(subject: Subject) -> int | None:
    """Days from the end of a period to its first publication that nine in ten of the series' values kept; None below eight.

    Values that were there when the series was first seen do not count: they came out earlier than we know.
    """
    firsts = [(period, stages[0].day) for period, stages in subject.past.stages.items() if stages]
    begun = min((day for _, day in firsts), default=date.max)
    lags = sorted((day - period.end).days for period, day in firsts if day > begun)
    return lags[-(-len(lags) * 9 // 10) - 1] if len(lags) >= LAGS else None


@dataclass(frozen=True, slots=True)
class Due:
    """By when the next value of a series is due, and how the series stands; neither is known where no lag is."""

    by: date | None
    state: Freshness


def due(subject: Subject, rule: GateRule | None) -> Due:
    """When the next value of a series is due: by the lag and grace of its rule where it has one, else by its own past lags."""
    last = subject.current[-1] if subject.current else None
    aged = rule.max_age_days if rule else None
    days = lag(subject) if rule is None or rule.lag_days is None else rule.lag_days
    if last is None or (days is None and aged is None):
        return Due(None, "unknown")
    if aged is not None:
        by, grace = last.period.end + timedelta(days=aged), 0
    else:
        by, grace = last.period.shift(1).end + timedelta(days=days or 0), _grace(last, rule)
    late = (subject.as_of - by).days
    return Due(by, "fresh" if late <= grace else "dead" if late > DEAD * grace and aged is None else "stale")


def _grace(last: Observation, rule: GateRule | None) -> int:
    return GRACE[last.key.frequency] if rule is None or rule.grace_days is None else rule.grace_days


def _aged(subject: Subject, last: Observation, allowed: int) -> list[Fault]:
    age = (subject.as_of - last.period.end).days
    if age <= allowed:
        return []
    ended = f"the last value is for {last.period}, which ended {age} days before {subject.as_of.isoformat()}"
    args = (("last", last.period), ("count", age))
    return [Fault("hold", (last.row,), f"{ended}; {allowed} days are allowed", _HINT, "gate-aged", args, last.period)]


def _overdue(subject: Subject, last: Observation, rule: GateRule) -> list[Fault]:
    found = due(subject, rule)
    if found.by is None or found.state not in ("stale", "dead"):
        return []
    late = (subject.as_of - found.by).days
    told = f"the last value is for {last.period}; the next was due by {found.by.isoformat()}, {late} days before {subject.as_of}"
    args = (("last", last.period), ("due", found.by))
    return [Fault("hold", (last.row,), f"{found.state}: {told}", _HINT, f"gate-{found.state}", args, last.period)]
