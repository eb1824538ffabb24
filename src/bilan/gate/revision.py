"""Did a publication change a value more than this series is used to be revised?"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from bilan.gate.past import Past, threshold
from bilan.gate.robust import agree, log_ratio, mad, median, shown
from bilan.gate.rules import GateRule
from bilan.gate.subject import Fault, Level, Subject, number
from bilan.model import Observation
from bilan.period import Period

HISTORY = 8
DAYS = 184
WARN_MADS, HOLD_MADS = "4", "6"
WARN_FACTOR, HOLD_FACTOR = 1.5, 2
MATERIAL = "0.1"
_HINT = "ask the publisher or wait for the next edition; where the new value is right, accept its row in gate.toml with the reason"


@dataclass(frozen=True, slots=True)
class _Step:
    """A revision of one period: on a day, from what was trusted to what was said."""

    day: date
    old: Observation
    new: Observation
    level: Level | None

    @property
    def size(self) -> Decimal:
        return log_ratio(self.old.value or Decimal(0), self.new.value or Decimal(0))


@dataclass(frozen=True)
class _Judge:
    """How far a revision of one series is out of the ordinary, from what was known before it."""

    past: Past
    rule: GateRule

    def level(self, day: date, period: Period, old: Observation, new: Observation) -> Level | None:
        """`hold` for a value out of all proportion, `warn` for a large revision, None for an ordinary one."""
        was, now = old.value or Decimal(0), new.value or Decimal(0)
        sizes = [abs(one.value or Decimal(0)) for other, one in self.past.on(day, before=True).items() if other != period]
        if day in self._together or abs(now - was) <= number(self.rule.material, MATERIAL) * median([*sizes, abs(was)]):
            return None
        spread = mad([size for when, size in self._sizes if when < day])
        size = abs(log_ratio(was, now))
        floor = threshold(self.rule.hold_factor or HOLD_FACTOR)
        alone = len(sizes) >= (self.rule.history or HISTORY) and not min(sizes) <= abs(now) <= max(sizes)
        if alone and size > max(number(self.rule.hold_mads, HOLD_MADS) * spread, floor):
            return "hold"
        floor = threshold(self.rule.warn_factor or WARN_FACTOR)
        return "warn" if size > max(number(self.rule.warn_mads, WARN_MADS) * spread, floor) else None

    @cached_property
    def _together(self) -> frozenset[date]:
        """Days on which the whole series moved by one factor: for `drift` to judge."""
        return frozenset(move.day for move in self.past.moves if move.common)

    @cached_property
    def _sizes(self) -> list[tuple[date, Decimal]]:
        """Every revision the series had, by day."""
        return [
            (later.day, log_ratio(first.observation.value or Decimal(0), later.observation.value or Decimal(0)))
            for stages in self.past.stages.values()
            for first, later in pairwise(stages)
            if first.observation and later.observation
        ]


def revision(subject: Subject, rule: GateRule) -> list[Fault]:
    """Revisions out of the ordinary that still stand.

    One holds that at least doubles or halves a value, beyond the spread of the series' own revisions, and leaves the
    sizes of all its other periods; it holds until the value returns, is revised again or is accepted. Any other
    large one warns, until the publisher has published the series again and left it.
    """
    judge = _Judge(subject.past, rule)
    news = subject.past.days[-1:]
    found = []
    for period, stages in subject.past.stages.items():
        seen = [(one.day, one.observation) for one in stages if one.observation]
        step = _standing(judge, period, seen) if len(seen) > 1 else None
        if step is None or step.level is None or subject.past.final.get(period) is None:
            continue
        fresh = step.day in news and (subject.as_of - step.day).days <= (DAYS if rule.days is None else rule.days)
        if step.level == "hold" or fresh:
            found.append(_fault(period, step))
    return found


def _standing(judge: _Judge, period: Period, seen: list[tuple[date, Observation]]) -> _Step | None:
    """The last revision of a period as judged against the value that was trusted before it."""
    trusted, last = seen[0][1], None
    for day, now in seen[1:]:
        if agree(trusted, now):
            trusted, last = now, None
            continue
        last = _Step(day, trusted, now, judge.level(day, period, trusted, now))
        if last.level != "hold":
            trusted = now
    return last


def _fault(period: Period, step: _Step) -> Fault:
    old, new = shown(step.old.value or Decimal(0)), shown(step.new.value or Decimal(0))
    message = f"{period} was revised from {old} to {new} on {step.day.isoformat()}, further than this series is used to"
    args = (("period", period), ("old", old), ("value", new), ("day", step.day))
    return Fault(step.level or "warn", (step.new.row, step.old.row), message, _HINT, "gate-revision", args, period)
