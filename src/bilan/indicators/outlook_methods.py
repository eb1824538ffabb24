"""Where may the next values lie? Intervals of eighty per cent: drift in logarithms for years, Theta for months.

The same figures give the same digits on every machine. Years are computed in decimals, whose logarithm is rounded
correctly; months in floats with nothing but + - * / and square roots, which every processor rounds alike. Results are
kept to twelve significant digits.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from functools import lru_cache
from itertools import pairwise

from bilan.indicators.expression import EXACT

LEVEL = 80
QUANTILE = Decimal("1.2815515655446004")  # 90 % of a normal distribution lie below: four fifths between it and its negative
DIGITS = 12
CYCLE = 12
SEASONAL_FIT = 36
ERRORS_NEEDED = 8
SEASONAL_BEYOND = 1.645  # autocorrelation beyond this many standard errors is a season, at 90 %

_KEPT = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN)


@dataclass(frozen=True, slots=True)
class Interval:
    """The interval so many periods ahead; `centre` is never shown alone."""

    horizon: int
    low: Decimal
    centre: Decimal
    high: Decimal

    @property
    def half_width(self) -> Decimal:
        """Half of the width as a share of the centre."""
        with localcontext(EXACT):
            return (self.high - self.low) / (2 * self.centre)


@lru_cache(maxsize=256)
def log_drift(values: tuple[Decimal, ...], horizons: int) -> tuple[Interval, ...]:
    """Intervals for positive yearly values: the mean growth goes on, its own spread times the root of the horizon is the doubt.

    Needs three values; fewer, or a value that is not positive, raise ValueError.
    """
    if len(values) < 3 or min(values) <= 0:  # noqa: PLR2004  two growth rates have a spread
        raise ValueError("a drift needs three positive values")
    with localcontext(EXACT):
        logs = [one.ln() for one in values]
        growth = [after - before for before, after in pairwise(logs)]
        mean = sum(growth, Decimal(0)) / len(growth)
        spread = (sum(((one - mean) ** 2 for one in growth), Decimal(0)) / (len(growth) - 1)).sqrt()
        found = []
        for ahead in range(1, horizons + 1):
            centre, half = logs[-1] + ahead * mean, QUANTILE * spread * Decimal(ahead).sqrt()
            found.append(Interval(ahead, _kept((centre - half).exp()), _kept(centre.exp()), _kept((centre + half).exp())))
    return tuple(found)


@lru_cache(maxsize=256)
def theta(values: tuple[Decimal, ...], horizons: int) -> tuple[Interval, ...]:
    """Intervals for positive monthly values: Theta with seasonal factors, and how far its own past forecasts were off.

    The half width at a horizon is the 80 % quantile of at least eight past errors of that horizon, as a factor, and
    never less than at a shorter one. Horizons without eight errors are left out; ValueError for a value that is not positive.
    """
    if not values or min(values) <= 0:
        raise ValueError("Theta with seasonal factors needs positive values")
    with localcontext(EXACT):
        scaled = [float(one / values[-1]) for one in values]
    errors = _errors(scaled, horizons)
    found: list[Interval] = []
    widest = 1.0
    for ahead, centre in enumerate(theta_points(scaled, horizons), 1):
        factor = _quantile(errors[ahead - 1])
        if factor is None or math.isinf(factor) or centre <= 0:
            break
        widest = max(widest, factor)
        with localcontext(EXACT):
            middle, doubt = Decimal(centre) * values[-1], Decimal(widest)
            found.append(Interval(ahead, _kept(middle / doubt), _kept(middle), _kept(middle * doubt)))
    return tuple(found)


def theta_points(values: Sequence[float], horizons: int) -> list[float]:
    """What Theta expects one, two… months ahead: exponential smoothing plus half of the linear trend, season put back."""
    factors = seasonal_factors(values)
    level = [value / factors[month % CYCLE] for month, value in enumerate(values)]
    count = len(level)
    weight = _best_weight(level)
    last, _ = _smoothed(level, weight)
    left = 1.0
    for _ in range(count):
        left *= 1 - weight
    start = (1 - left) / weight
    half_slope = _slope(level) / 2
    return [(last + half_slope * (ahead - 1 + start)) * factors[(count + ahead - 1) % CYCLE] for ahead in range(1, horizons + 1)]


def seasonal_factors(values: Sequence[float]) -> list[float]:
    """Twelve factors with mean 1, counted from the first value; all 1 where no season is to be seen or three years are not there."""
    if len(values) < SEASONAL_FIT or not _is_seasonal(values):
        return [1.0] * CYCLE
    half = CYCLE // 2
    sums, counts = [0.0] * CYCLE, [0] * CYCLE
    for place in range(half, len(values) - half):
        inner = 0.0
        for value in values[place - half + 1 : place + half]:
            inner += value
        average = (inner + (values[place - half] + values[place + half]) / 2) / CYCLE
        sums[place % CYCLE] += values[place] / average
        counts[place % CYCLE] += 1
    raw = [total / count for total, count in zip(sums, counts, strict=True)]
    mean = _total(raw) / CYCLE
    return [one / mean for one in raw]


def _is_seasonal(values: Sequence[float]) -> bool:
    count = len(values)
    mean = _total(values) / count
    away = [one - mean for one in values]
    square = _total([one * one for one in away])
    if square == 0:
        return False
    lagged = [_total([a * b for a, b in zip(away, away[lag:], strict=False)]) / square for lag in range(1, CYCLE + 1)]
    noise = math.sqrt((1 + 2 * _total([one * one for one in lagged[:-1]])) / count)
    return abs(lagged[-1]) > SEASONAL_BEYOND * noise


def _slope(values: Sequence[float]) -> float:
    """Slope of the line of least squares."""
    count = len(values)
    middle, mean = (count - 1) / 2, _total(values) / count
    below = count * (count * count - 1) / 12
    return _total([(place - middle) * (value - mean) for place, value in enumerate(values)]) / below if below else 0.0


def _best_weight(values: Sequence[float]) -> float:
    """The smoothing weight with the least squared errors, to a hundredth."""
    coarse = min(range(5, 100, 10), key=lambda one: _smoothed(values, one / 100)[1])
    fine = min(range(max(1, coarse - 9), min(99, coarse + 9) + 1), key=lambda one: _smoothed(values, one / 100)[1])
    return fine / 100


def _smoothed(values: Sequence[float], weight: float) -> tuple[float, float]:
    """The last level, and the sum of squared errors one step ahead."""
    level, squares = values[0], 0.0
    for value in values[1:]:
        error = value - level
        squares += error * error
        level += weight * error
    return level, squares


def _errors(values: Sequence[float], horizons: int) -> list[list[float]]:
    """By horizon, how far past forecasts were off, as a factor of at least 1."""
    found: list[list[float]] = [[] for _ in range(horizons)]
    for end in range(SEASONAL_FIT, len(values)):
        for ahead, expected in enumerate(theta_points(values[:end], min(horizons, len(values) - end))):
            actual = values[end + ahead]
            found[ahead].append(max(actual / expected, expected / actual) if expected > 0 else math.inf)
    return found


def _quantile(errors: Sequence[float]) -> float | None:
    """The conformal quantile: of n errors the one in place (n + 1) x 80 %, rounded up; None below eight errors."""
    if len(errors) < ERRORS_NEEDED:
        return None
    place = -(-(len(errors) + 1) * LEVEL // 100)
    return sorted(errors)[place - 1]


def _total(values: Sequence[float]) -> float:
    """A sum from first to last: the built-in one is compensated on some versions of Python and not on others."""
    total = 0.0
    for one in values:
        total += one
    return total


def _kept(value: Decimal) -> Decimal:
    return _KEPT.plus(value)
