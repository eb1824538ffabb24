"""How did the prices of traded goods move? Unit values, their Laspeyres, Paasche and Fisher indices, the terms of trade."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext

from bilan.indicators.expression import EXACT, Missing
from bilan.indicators.formulas import HUNDRED, ZERO, divide


@dataclass(frozen=True, slots=True)
class Line:
    """Value and quantity of one product in one period; no quantity where it was not recorded for the whole of the value."""

    value: Decimal
    quantity: Decimal | None = None
    unit: str = ""


Priced = Mapping[str, Line]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two periods over the lines that both have a price: the four sums of price times quantity, and what they cover.

    `then_now` is the quantity of then at the price of now. `coverage` is in percent: the part of the value of all lines
    that lies in the compared ones, in the period where it is smaller.
    """

    then_then: Decimal
    then_now: Decimal
    now_then: Decimal
    now_now: Decimal
    coverage: Decimal


def unit_value(line: Line) -> Decimal:
    """Value over quantity, in the unit of value for each unit of quantity.

    Source: UN International Merchandise Trade Statistics. No price: a change of the mix within the line moves it too.
    Raises Missing where the quantity is unknown, zero or negative, or the value negative.
    """
    if line.quantity is None or line.quantity <= 0:
        raise Missing("the quantity is unknown or zero")
    if line.value < 0:
        raise Missing("the value is negative")
    return EXACT.divide(line.value, line.quantity)


def compare(then: Priced, now: Priced) -> Comparison:
    """The sums every index is made of; a line counts where both periods have a price above zero by the same unit of quantity.

    Raises Missing where no line does, or where a period has no value at all.
    """
    shared = [(then[code], now[code]) for code in sorted(then.keys() & now.keys()) if _priced(then[code], now[code])]
    if not shared:
        raise Missing("no line has value and quantity in both periods by the same unit")
    with localcontext(EXACT):
        sums = [ZERO] * 4
        for old, new in shared:
            before, after = unit_value(old), unit_value(new)
            quantities = (old.quantity or ZERO, new.quantity or ZERO)
            parts = (old.value, after * quantities[0], before * quantities[1], new.value)
            sums = [done + part for done, part in zip(sums, parts, strict=True)]
        covered = min(_part(sums[0], then), _part(sums[3], now))
        return Comparison(sums[0], sums[1], sums[2], sums[3], HUNDRED * covered)


def laspeyres(of: Comparison) -> Decimal:
    """100 sum p1 q0 / sum p0 q0, a unit-value index with the quantities of then; base 100.

    Source: IMF, Export and Import Price Index Manual (2009), which warns against unit values for mixed lines.
    """
    return EXACT.multiply(HUNDRED, divide(of.then_now, of.then_then, "the value of then"))


def paasche(of: Comparison) -> Decimal:
    """100 sum p1 q1 / sum p0 q1, a unit-value index with the quantities of now; base 100. Source: as `laspeyres`."""
    return EXACT.multiply(HUNDRED, divide(of.now_now, of.now_then, "the quantity of now at the prices of then"))


def fisher(of: Comparison) -> Decimal:
    """sqrt(Laspeyres x Paasche), base 100; passes time reversal and factor reversal.

    Source: as `laspeyres`; used by Eurostat for unit-value indices of external trade.
    """
    with localcontext(EXACT):
        return (laspeyres(of) * paasche(of)).sqrt()


def fisher_volume(of: Comparison) -> Decimal:
    """Fisher index of quantities, base 100: with `fisher` it makes up the change of value. Source: as `laspeyres`."""
    with localcontext(EXACT):
        first = divide(of.now_then, of.then_then, "the value of then")
        second = divide(of.now_now, of.then_now, "the quantity of then at the prices of now")
        return HUNDRED * (first * second).sqrt()


def terms_of_trade(export_prices: Decimal, import_prices: Decimal) -> Decimal:
    """100 Px / Pm, the net barter terms of trade: above 100 where exports buy more imports than in the base period.

    Source: UNCTAD Handbook of Statistics, terms of trade. Both indices have one base period. Raises Missing where one is
    not positive.
    """
    if export_prices <= 0 or import_prices <= 0:
        raise Missing("a price index is not positive")
    return EXACT.multiply(HUNDRED, EXACT.divide(export_prices, import_prices))


def _priced(old: Line, new: Line) -> bool:
    known = all(one.value > 0 and one.quantity is not None and one.quantity > 0 for one in (old, new))
    return known and old.unit == new.unit


def _part(covered: Decimal, lines: Priced) -> Decimal:
    return divide(covered, sum((one.value for one in lines.values()), ZERO), "the value of all lines")
