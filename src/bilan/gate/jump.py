"""Does the newest value lie further from the one before than the series is used to?"""

from decimal import Decimal

from bilan.gate.robust import CONTEXT, mad, median, shown, stretch
from bilan.gate.rules import GateRule
from bilan.gate.subject import Fault, Level, Subject, number
from bilan.model import Observation
from bilan.period import Period

HISTORY = 8
LEAST = 3
DAYS = 366
WARN_MADS, HOLD_MADS = "4", "6"
WARN_FACTOR, HOLD_FACTOR = "1.5", "2"
_HINT = "check the value against its source; where it is right, accept its row in gate.toml with the reason"


def jump(subject: Subject, rule: GateRule) -> list[Fault]:
    """The step to the newest period, where it leaves the series' own steps and doubles, or halves, the value.

    A step is the difference over the largest of both sizes and the median size of the series: doubling and halving
    are one half, and what moves around zero makes no large steps. Below eight earlier steps it can only warn, below
    three it says nothing; a warning is told for a year.
    """
    steps = _steps(subject.current)
    last = subject.current[-1] if subject.current else None
    if last is None or last.period not in steps or None in stretch(last):
        return []
    before, newest = steps.pop(last.period)
    level = _level(newest, [step for _, step in steps.values()], rule)
    if level is None or (level == "warn" and (subject.as_of - last.published_on).days > (DAYS if rule.days is None else rule.days)):
        return []
    old, new = shown(before.value), shown(last.value)
    message = f"{new} for {last.period} after {old} for {before.period}: a step the series is not used to"
    args = (("value", new), ("period", last.period), ("old", old), ("before", before.period))
    return [Fault(level, (last.row, before.row), message, _HINT, "gate-jump", args, last.period)]


def _level(newest: Decimal, steps: list[Decimal], rule: GateRule) -> Level | None:
    if len(steps) < LEAST:
        return None
    size, spread = abs(newest - median(steps)), mad(steps)
    hold = max(number(rule.hold_mads, HOLD_MADS) * spread, _floor(number(rule.hold_factor, HOLD_FACTOR)))
    warn = max(number(rule.warn_mads, WARN_MADS) * spread, _floor(number(rule.warn_factor, WARN_FACTOR)))
    if size > hold and len(steps) >= (rule.history or HISTORY):
        return "hold"
    return "warn" if size > warn else None


def _floor(factor: Decimal) -> Decimal:
    """The step that multiplies or divides by a factor."""
    return 1 - CONTEXT.divide(Decimal(1), factor)


def _steps(current: tuple[Observation, ...]) -> dict[Period, tuple[Observation, Decimal]]:
    """The step to each period that follows another, with the observation it starts from."""
    known = {one.period: one for one in current}
    size = median([abs(one.value or Decimal(0)) for one in current])
    pairs = [(known[one.period.shift(-1)], one) for one in current if one.period.shift(-1) in known]
    return {one.period: (old, _step(old.value or Decimal(0), one.value or Decimal(0), size)) for old, one in pairs}


def _step(old: Decimal, new: Decimal, size: Decimal) -> Decimal:
    largest = max(abs(old), abs(new), size)
    return CONTEXT.divide(new - old, largest) if largest else Decimal(0)
