"""How fast did a series grow on average? Between its ends, and along its trend."""

from collections.abc import Mapping
from decimal import Decimal, localcontext

from bilan.indicators.expression import EXACT, Missing
from bilan.indicators.formulas import ONE, ZERO

MIN_POINTS = 5


def cagr(first: Decimal, last: Decimal, years: int) -> Decimal:
    """(last / first) ** (1 / years) - 1, the compound annual growth rate as a fraction: 0.2 is 20 % a year.

    Source: World Integrated Trade Solution, compound annual growth rate. Knows only the two ends: it says nothing of
    what lies between. Raises Missing where the base is not positive, the last value negative, or no year lies between.
    """
    if years <= 0:
        raise Missing("a growth rate needs two different years")
    if first <= 0 or last < 0:
        raise Missing("the base of the growth is not positive")
    with localcontext(EXACT):
        return (last / first) ** (ONE / years) - 1


def least_squares_growth(points: Mapping[int, Decimal]) -> Decimal:
    """exp(b) - 1 with b the least-squares slope of ln V on the year, a fraction a year; every year counts.

    Source: UNCTAD Handbook of Statistics, World Bank World Development Indicators (least-squares growth rate). A year
    may be missing: the slope is taken over the years there are. Raises Missing for fewer than five points or where one
    is not positive.
    """
    if len(points) < MIN_POINTS:
        raise Missing(f"a trend needs {MIN_POINTS} points, there are {len(points)}")
    if any(value <= 0 for value in points.values()):
        raise Missing("a value of the series is not positive")
    with localcontext(EXACT):
        mean_year = Decimal(sum(points)) / len(points)
        logs = {year: value.ln() for year, value in points.items()}
        mean_log = sum(logs.values(), ZERO) / len(points)
        covariance = sum(((year - mean_year) * (log - mean_log) for year, log in sorted(logs.items())), ZERO)
        variance = sum(((year - mean_year) ** 2 for year in sorted(points)), ZERO)
        return (covariance / variance).exp() - 1
