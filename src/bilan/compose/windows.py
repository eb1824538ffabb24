"""From when to when does a claimed rate of growth hold? Every window of a series tried, by each reporter's statistics."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from bilan.indicators.expression import EXACT
from bilan.model import Reading
from bilan.period import Frequency


@dataclass(frozen=True, slots=True)
class Bounds:
    """The range a claim allows, ends included."""

    low: Decimal
    high: Decimal

    def side(self, value: Decimal) -> int:
        """-1 for a value below the range, 0 for one in it, 1 for one above."""
        return (value > self.high) - (value < self.low)

    def hold(self, value: Decimal) -> bool:
        """Whether a value lies in it."""
        return self.side(value) == 0


@dataclass(frozen=True, slots=True)
class Window:
    """Average growth a year from one year to another by one reporter's statistics, in per cent; `side` as `Bounds.side` has it."""

    reporter: str
    first: Reading
    last: Reading
    rate: Decimal
    side: int

    @property
    def inside(self) -> bool:
        """Whether the rate is as claimed."""
        return self.side == 0

    @property
    def years(self) -> str:
        """`2019..2023`."""
        return f"{self.first.period.year}..{self.last.period.year}"


def windows(series: Iterable[Reading], reporter: str, claimed: Bounds, years: str = "") -> list[Window]:
    """Every window of a yearly series, or the one of `years` (`2019..2023`); values that are not positive give none."""
    known = [one for one in series if one.value is not None and one.value > 0 and one.period.frequency is Frequency.ANNUAL]
    found = [_window(pair, reporter, claimed) for pair in combinations(sorted(known, key=lambda one: one.period), 2)]
    return [one for one in found if not years or one.years == years]


def judged(found: Sequence[Window]) -> str:
    """`confirmed` where every window gives the claimed rate, `contradicted` where all lie on one side of it, else `window-dependent`.

    Of a single stated window each reporter has one: they may be `disputed`, and are `contradicted` where none gives the rate.
    """
    if not found:
        return "unverifiable"
    sides = {one.side for one in found}
    if sides == {0}:
        return "confirmed"
    if len({one.years for one in found}) == 1:
        return "disputed" if 0 in sides else "contradicted"
    return "window-dependent" if len(sides) > 1 else "contradicted"


def _window(pair: tuple[Reading, Reading], reporter: str, claimed: Bounds) -> Window:
    first, last = pair
    ratio = EXACT.divide(last.value or Decimal(0), first.value or Decimal(1))
    root = EXACT.power(ratio, EXACT.divide(Decimal(1), Decimal(last.period.year - first.period.year)))
    rate = EXACT.multiply(EXACT.subtract(root, Decimal(1)), Decimal(100))
    return Window(reporter, first, last, rate, claimed.side(rate))
