"""What did publishers revise between two dates? Level, growth, rebasing, withdrawal and restoration, value by value."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext
from enum import StrEnum
from itertools import pairwise
from statistics import median

from bilan.indicators.expression import EXACT
from bilan.model import Observation, SeriesKey
from bilan.period import Period
from bilan.store.view import View

TINY = Decimal("1e-7")
"""Relative differences below this are noise of number formats, not revisions."""
NOTICE_PERCENT = Decimal(1)
FEW_REVISIONS = 8
REBASED_PERIODS = 8
REBASED_PART = Decimal("0.8")
REBASED_SPREAD = Decimal("0.3")


class Kind(StrEnum):
    """What happened to a value between two dates."""

    REVISED = "revised"
    REBASED = "rebased"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Revision:
    """A value at two dates, in the unit of its series.

    `usual` is the median size of the series' own revisions in percent, `factor` the one that moved a whole series,
    `growth` the growth on the period before in percent, as of each date.
    """

    key: SeriesKey
    period: Period
    kind: Kind
    before: Observation | None = None
    after: Observation | None = None
    usual: Decimal | None = None
    factor: Decimal | None = None
    growth: tuple[Decimal | None, Decimal | None] = (None, None)

    @property
    def percent(self) -> Decimal | None:
        """Relative difference in percent of the earlier value; None where one is missing or the earlier is zero."""
        if self.before is None or self.after is None or self.before.unit != self.after.unit:
            return None
        return _percent(self.before.value, self.after.value)

    @property
    def turned(self) -> bool:
        """Whether the growth on the period before changed its sign."""
        earlier, later = self.growth
        return earlier is not None and later is not None and earlier * later < 0

    @property
    def material(self) -> bool:
        """Worth telling: not a small correction as this series has many (Bilan's own rule).

        At least 1 % and twice the usual revision, a growth that turned, a series rebased, a value that went or came back.
        """
        if self.kind is Kind.NEW:
            return False
        if self.kind is not Kind.REVISED or self.turned or self.percent is None:
            return True
        return abs(self.percent) >= max(NOTICE_PERCENT, 2 * (self.usual or Decimal(0)))


def revisions(old: View, new: View, keys: Collection[SeriesKey] | None = None) -> list[Revision]:
    """Every value that differs between two views, and every new one; sorted by series, then period."""
    wanted = sorted(set(old.keys()) | set(new.keys()) if keys is None else set(keys))
    usual = usual_revisions(old)
    return [one for key in wanted for one in _of_series(key, old, new, usual.get(key))]


def withdrawn_before(key: SeriesKey, period: Period, view: View) -> Observation | None:
    """The last value published for a period that has none by the date of the view."""
    known = [one for one in view.history(key, period) if one.value is not None]
    return known[-1] if known else None


def usual_revisions(view: View) -> dict[SeriesKey, Decimal]:
    """Median size of each series' revisions so far, in percent; left out below eight revisions."""
    places = dict.fromkeys((one.key, one.period) for one in view.statistics)
    sizes: dict[SeriesKey, list[Decimal]] = defaultdict(list)
    for key, period in places:
        sizes[key] += [abs(size) for size in _sizes(view.history(key, period))]
    return {key: Decimal(median(found)) for key, found in sizes.items() if len(found) >= FEW_REVISIONS}


def _of_series(key: SeriesKey, old: View, new: View, usual: Decimal | None) -> Iterator[Revision]:
    before = {one.period: one for one in old.series(key).observations}
    after = {one.period: one for one in new.series(key).observations}
    factor = rebasing(before, after)
    for period in sorted(before.keys() | after.keys()):
        one, other = before.get(period), after.get(period)
        if one is None and other is not None:
            last = withdrawn_before(key, period, old)
            yield Revision(key, period, Kind.RESTORED if last else Kind.NEW, last, other, usual)
        elif other is None:
            yield Revision(key, period, Kind.WITHDRAWN, one, None, usual)
        elif one is not None and not _same(one, other):
            growth = (_growth(before, period), _growth(after, period))
            moved = factor is not None and _percent(one.value, other.value) is not None
            yield Revision(key, period, Kind.REBASED if moved else Kind.REVISED, one, other, usual, factor if moved else None, growth)


def rebasing(before: dict[Period, Observation], after: dict[Period, Observation]) -> Decimal | None:
    """The factor that moved a whole series, None where there is none.

    At least eight common periods, four fifths of them changed, all in one direction, and by factors whose median
    deviation is below three tenths of the median change: a new census or base year, not single corrections.
    """
    common = [(before[period], after[period]) for period in before.keys() & after.keys()]
    changed = [(one, other) for one, other in common if not _same(one, other)]
    if len(common) < REBASED_PERIODS or len(changed) < REBASED_PART * len(common):
        return None
    ratios = [other.value / one.value for one, other in changed if one.value and other.value and one.value * other.value > 0]
    if len(ratios) < len(changed):
        return None
    with localcontext(EXACT):
        moves = [ratio.ln() for ratio in ratios]
        centre = median(moves)
        spread = median(abs(move - centre) for move in moves)
        one_way = min(moves) > 0 or max(moves) < 0
        return centre.exp() if one_way and spread <= REBASED_SPREAD * abs(centre) else None


def _same(one: Observation, other: Observation) -> bool:
    if one.value is None or other.value is None:
        return one.value is other.value
    return one.unit == other.unit and abs(other.value - one.value) <= TINY * abs(one.value)


def _percent(before: Decimal | None, after: Decimal | None) -> Decimal | None:
    if before is None or after is None or before == 0:
        return None
    with localcontext(EXACT):
        return 100 * (after - before) / abs(before)


def _growth(known: dict[Period, Observation], period: Period) -> Decimal | None:
    now, before = known.get(period), known.get(period.shift(-1) if period.months < 12 else period.year_before())  # noqa: PLR2004  a year
    if now is None or before is None or now.value is None or not before.value or before.value < 0 or now.unit != before.unit:
        return None
    return _percent(before.value, now.value)


def _sizes(history: Iterable[Observation]) -> Iterator[Decimal]:
    values = [one for one in history if one.value is not None]
    for one, other in pairwise(values):
        size = _percent(one.value, other.value) if one.unit == other.unit and not _same(one, other) else None
        if size is not None:
            yield size
