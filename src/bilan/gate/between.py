"""Do series that belong together agree: parts with their total, a flow with its mirror?"""

from decimal import Decimal

from bilan.gate.robust import CONTEXT, Stretch, mad, median, overlap, shown, stretch
from bilan.gate.rules import GateRule
from bilan.gate.subject import Fault, Subject, number
from bilan.model import Observation, SeriesKey
from bilan.period import Period

HISTORY = 8
MADS = "3"
PARTS = ("export", "import")
_MIRRORED = {"import": "export", "total": "total"}


def sum_(subject: Subject, rule: GateRule) -> list[Fault]:
    """Exports and imports of one reporter that do not add up to the total beyond the rounding of all three."""
    if subject.key.flow != "total":
        return []
    parts = [subject.view.series(_with(subject.key, flow=flow)) for flow in PARTS]
    found = []
    for whole in subject.recent(rule.years):
        known = [one for one in (part.at(whole.period) for part in parts) if one is not None]
        if len(known) < len(PARTS) or overlap(_sum(known), stretch(whole)) or whole.row in subject.accepted:
            continue
        added, total = sum((one.value or Decimal(0) for one in known), Decimal(0)), whole.value or Decimal(0)
        message = f"exports and imports of {whole.period} add up to {shown(added)}, the total is {shown(total)}"
        args = (("period", whole.period), ("sum", shown(added)), ("value", shown(total)))
        rows = (whole.row, *(one.row for one in known))
        found.append(Fault("hold", rows, message, "mend the part or the total that is wrong", "gate-sum", args, whole.period))
    return found


def mirror(subject: Subject, rule: GateRule) -> list[Fault]:
    """Ratios of a flow to its mirror in the partner's statistics outside the declared bounds or its own history.

    Told of the buyer's imports and, for totals, of the reporter first in the alphabet; history counts from eight
    years, and its bounds are three times the spread around the median.
    """
    key = subject.key
    if key.flow not in _MIRRORED or not key.partner or (key.flow == "total" and key.reporter > key.partner):
        return []
    other = subject.view.series(_with(key, reporter=key.partner, partner=key.reporter, flow=_MIRRORED[key.flow]))
    pairs = {one.period: (one, two) for one in subject.current if (two := other.at(one.period)) is not None and _comparable(one, two)}
    ratios = {period: CONTEXT.divide(one.value or Decimal(0), two.value or Decimal(1)) for period, (one, two) in pairs.items()}
    checked = [one.period for one in subject.recent(rule.years) if one.period in ratios and one.row not in subject.accepted]
    return [_gap(pairs[period], ratios[period]) for period in checked if _outside(period, ratios, rule)]


def _gap(pair: tuple[Observation, Observation], ratio: Decimal) -> Fault:
    ours, theirs = pair
    own, mirrored, times = shown(ours.value or Decimal(0)), shown(theirs.value or Decimal(0)), shown(ratio, 3)
    message = f"{own} for {ours.period} is {times} times the {mirrored} of the partner's statistics"
    args = (("period", ours.period), ("value", own), ("mirror", mirrored), ("ratio", times))
    hint = "see whether both statistics mean the same flow"
    return Fault("hold", (ours.row, theirs.row), message, hint, "gate-mirror", args, ours.period)


def _outside(period: Period, ratios: dict[Period, Decimal], rule: GateRule) -> bool:
    ratio = ratios[period]
    if (rule.min is not None and ratio < Decimal(str(rule.min))) or (rule.max is not None and ratio > Decimal(str(rule.max))):
        return True
    before = [one for other, one in ratios.items() if other < period]
    if len(before) < (rule.history or HISTORY):
        return False
    return abs(ratio - median(before)) > number(rule.hold_mads, MADS) * mad(before)


def _comparable(one: Observation, other: Observation) -> bool:
    bounded = None in stretch(one) or None in stretch(other)
    return not bounded and one.unit == other.unit and bool(one.value) and bool(other.value)


def _sum(parts: list[Observation]) -> Stretch:
    lows, highs = zip(*(stretch(one) for one in parts), strict=True)
    low = None if None in lows else sum((one for one in lows if one is not None), Decimal(0))
    high = None if None in highs else sum((one for one in highs if one is not None), Decimal(0))
    return low, high


def _with(key: SeriesKey, *, reporter: str | None = None, partner: str | None = None, flow: str) -> SeriesKey:
    reporter, partner = key.reporter if reporter is None else reporter, key.partner if partner is None else partner
    return SeriesKey(key.indicator, reporter, partner, flow, key.product, key.frequency)
