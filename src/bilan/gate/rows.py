"""Are the rows of a series sound, in their unit, within their range, and of one voice?"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from bilan.gate.robust import shown
from bilan.gate.rules import GateRule
from bilan.gate.subject import EXAMPLES, Fault, Subject, rows_of, several
from bilan.model import Observation, Status

_ROWS = ("row is", "rows are")


def schema(subject: Subject, _rule: GateRule) -> list[Fault]:
    """Rows without value, unit, source or a fitting frequency."""
    bad = [one for one in subject.unaccepted(subject.all) if not _sound(one)]
    if not bad:
        return []
    message = f"{several(len(bad), *_ROWS)} without value, unit, source or a fitting frequency"
    return [Fault("hold", rows_of(bad), message, "complete the rows named", "gate-schema", (("count", len(bad)),))]


def unit(subject: Subject, rule: GateRule) -> list[Fault]:
    """Values in another unit than the declared one."""
    bad = [one for one in subject.unaccepted(subject.current) if one.unit != rule.unit]
    if not bad:
        return []
    units = " and ".join(sorted({f"'{one.unit}'" for one in bad}))
    message = f"{several(len(bad), *_ROWS)} in {units} where '{rule.unit}' is declared"
    return [Fault("hold", rows_of(bad), message, "convert the values, or mend the unit column", "gate-unit", (("count", len(bad)),))]


def range_(subject: Subject, rule: GateRule) -> list[Fault]:
    """Values outside the declared bounds."""
    low = None if rule.min is None else Decimal(str(rule.min))
    high = None if rule.max is None else Decimal(str(rule.max))
    bad = [one for one in subject.unaccepted(subject.current) if one.value is not None and _outside(one.value, low, high)]
    if not bad:
        return []
    bounds = " and ".join(f"{word} {bound}" for word, bound in (("at least", low), ("at most", high)) if bound is not None)
    told = ", ".join(f"{one.value} for {one.period}" for one in bad[:EXAMPLES])
    more = f" and {len(bad) - EXAMPLES} more" if len(bad) > EXAMPLES else ""
    message = f"{told}{more}: {bounds} {bad[0].unit} is declared"
    args = (("value", shown(bad[-1].value or Decimal(0))), ("period", bad[-1].period))
    return [Fault("hold", rows_of(bad), message, "check unit and value against the source", "gate-range", args)]


def duplicate(subject: Subject, _rule: GateRule) -> list[Fault]:
    """Different values with one key, period, day and precision; versions of one row are no contradiction, only the last stands."""
    groups = defaultdict(list)
    for one in subject.unaccepted(subject.all):
        groups[one.period, one.published_on, one.precision].append(one)
    bad = [ones for ones in groups.values() if len({(one.value, one.unit) for one in ones}) > 1]
    if not bad:
        return []
    told = "; ".join(f"{_values(ones)} for {ones[0].period}, published on {ones[0].published_on.isoformat()}" for ones in bad)
    rows = rows_of(one for ones in bad for one in ones)
    args = (("period", bad[-1][0].period), ("day", bad[-1][0].published_on))
    return [Fault("hold", rows, f"contradicts itself: {told}", "correct or withdraw one of the rows", "gate-duplicate", args)]


def _sound(one: Observation) -> bool:
    blank = one.value is None and one.status is not Status.WITHDRAWN
    return bool(one.unit and one.source_ids and one.key.indicator and one.key.reporter) and (
        not blank and one.period.frequency is one.key.frequency
    )


def _outside(value: Decimal, low: Decimal | None, high: Decimal | None) -> bool:
    return (low is not None and value < low) or (high is not None and value > high)


def _values(ones: Iterable[Observation] | Sequence[Observation]) -> str:
    return " and ".join(dict.fromkeys("withdrawn" if one.value is None else f"{one.value} {one.unit}" for one in ones))
