"""What do the formulas of trade statistics share? Division that refuses zero, shares of a total, two plain comparisons."""

from collections.abc import Mapping
from decimal import Decimal, localcontext

from bilan.indicators.expression import EXACT, Missing

Lines = Mapping[str, Decimal]
"""Trade by product code, all lines in one unit; a line that is absent was not traded."""

ZERO, ONE, TWO, HUNDRED = Decimal(0), Decimal(1), Decimal(2), Decimal(100)


def divide(part: Decimal, whole: Decimal, name: str) -> Decimal:
    """`part / whole` exact to 34 digits; raises Missing, naming the denominator, where it is zero."""
    if whole == 0:
        raise Missing(f"{name} is zero")
    return EXACT.divide(part, whole)


def total(lines: Lines) -> Decimal:
    """Sum of the lines; raises Missing where there is none or one is negative (a correction that outweighs its line)."""
    if not lines:
        raise Missing("there are no lines")
    negative = sorted(code for code, value in lines.items() if value < 0)
    if negative:
        raise Missing(f"line {negative[0]} is negative")
    with localcontext(EXACT):
        return sum(lines.values(), ZERO)


def shares(lines: Lines) -> dict[str, Decimal]:
    """Each line's share of their total, 0 to 1; raises Missing for no lines, a negative line or a total of zero."""
    whole = total(lines)
    return {code: divide(value, whole, "the total of the lines") for code, value in lines.items()}


def normalised_balance(exports: Decimal, imports: Decimal) -> Decimal:
    """(X - M) / (X + M): -1 where only imports, 0 where balanced, 1 where only exports.

    Source: UNCTAD, normalised trade balance. Raises Missing where X + M is zero or a flow is negative.
    """
    if exports < 0 or imports < 0:
        raise Missing("a flow is negative")
    with localcontext(EXACT):
        return divide(exports - imports, exports + imports, "trade in both directions")


def mirror_difference(importer: Decimal, exporter: Decimal) -> Decimal:
    """2 (importer - exporter) / (importer + exporter), -2 to 2: how far two records of the same goods lie apart.

    Source: Eurostat, relative asymmetry over the mean of both records. Above zero where the importer records more, as
    c.i.f. against f.o.b. leads one to expect. Raises Missing where both are zero or one is negative. The caller sees to
    it that period, product and direction are the same.
    """
    return EXACT.multiply(TWO, normalised_balance(importer, exporter))
