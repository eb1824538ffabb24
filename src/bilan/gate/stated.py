"""Does what was said of a series fit its values: growth printed beside them, statements about them?"""

from decimal import Decimal, InvalidOperation

from bilan.gate.robust import CONTEXT, Stretch, agree, overlap, shown, stretch
from bilan.gate.rules import GateRule
from bilan.gate.subject import Fault, Subject, number
from bilan.model import Evidence, Observation

TOLERANCE = "5"


def growth(subject: Subject, rule: GateRule) -> list[Fault]:
    """Stated growth whose base, computed from the value it stands beside, is not the value known of the year before.

    Both values and the growth count as far as they were rounded. A row counts as long as the value that speaks
    for its period agrees with it.
    """
    speaking = {one.period: one for one in subject.recent(rule.years)}
    found = []
    for one in subject.unaccepted(subject.all):
        percent, now, base = _percent(subject.stated.get(one.row, "")), speaking.get(one.period), _year_before(subject, one)
        if percent is None or now is None or base is None or not agree(one, now):
            continue
        implied = _implied(one, percent)
        if overlap(implied, stretch(base)) or None in implied:
            continue
        computed, known = shown(CONTEXT.divide(one.value or Decimal(0), 1 + percent / 100)), shown(base.value or Decimal(0))
        message = f"growth of {percent} % to {shown(one.value or Decimal(0))} in {one.period} would start from {computed}, not from {known}"
        args = (("percent", percent), ("period", one.period), ("computed", computed), ("base", known))
        hint = "see which base the source took; other statistics, or a value revised since"
        found.append(Fault("hold", (one.row, base.row), message, hint, "gate-growth", args, one.period))
    return found


def statement(subject: Subject, rule: GateRule) -> list[Fault]:
    """Statements about a past period that differ from the statistic by more than rounding and the tolerance, in percent."""
    speaking = {one.period: one for one in subject.recent(rule.years)}
    found = []
    for one in subject.unaccepted(subject.view.statements(subject.key.indicator)):
        known = speaking.get(one.period)
        if one.key != subject.key or known is None or one.evidence is Evidence.FORECAST or one.unit != known.unit:
            continue
        if overlap(stretch(one), _widened(known, number(rule.tolerance, TOLERANCE))):
            continue
        said, value = shown(one.value or Decimal(0)), shown(known.value or Decimal(0))
        message = f"{said} was said of {one.period}, the statistic has {value}"
        args = (("said", said), ("period", one.period), ("value", value))
        hint = "print the statistic; name the statement as one"
        found.append(Fault("hold", (one.row, known.row), message, hint, "gate-statement", args, one.period))
    return found


def _percent(text: str) -> Decimal | None:
    try:
        percent = Decimal(text)
    except InvalidOperation:
        return None
    return percent if percent.is_finite() and percent > -100 else None  # noqa: PLR2004  nothing falls by more than all of it


def _year_before(subject: Subject, one: Observation) -> Observation | None:
    series = subject.view.series(subject.key)
    return series.at(one.period.year_before())


def _implied(one: Observation, percent: Decimal) -> Stretch:
    """Between which values the base lies."""
    low, high = stretch(one)
    exponent = percent.as_tuple().exponent
    half = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2
    least, most = 1 + (percent - half) / 100, 1 + (percent + half) / 100
    return (None if low is None else CONTEXT.divide(low, most), None if high is None else CONTEXT.divide(high, least))


def _widened(one: Observation, percent: Decimal) -> Stretch:
    low, high = stretch(one)
    slack = abs(one.value or Decimal(0)) * percent / 100
    return (None if low is None else low - slack, None if high is None else high + slack)
