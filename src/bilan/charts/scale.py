"""Where do values and years lie on the paper? Ticks and scales."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_MOST = 5


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from values to millimetres."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: Decimal | float) -> float:
        """The place of a value; a scale without length puts everything in its middle."""
        if self.high == self.low:
            return (self.start + self.end) / 2
        return self.start + (float(value) - self.low) / (self.high - self.low) * (self.end - self.start)


def ticks(low: Decimal, high: Decimal) -> list[Decimal]:
    """Three to five round values between two others, zero among them where they lie on both sides of it."""
    low, high = min(low, high), max(low, high)
    if low == high:
        return [low]
    magnitude = Decimal(1).scaleb((high - low).adjusted() - 1)
    steps = (magnitude * decade * one for decade in (1, 10) for one in _STEPS)
    # Neighbouring steps differ by 2.5 at most: the first that leaves five or fewer leaves three or more.
    return next(found for found in (_multiples(low, high, step) for step in steps) if len(found) <= _MOST)


def decimals(values: Sequence[Decimal]) -> int:
    """How many digits after the separator all of these values need."""
    return max((max(0, -int(value.normalize().as_tuple().exponent)) for value in values), default=0)


def _multiples(low: Decimal, high: Decimal, step: Decimal) -> list[Decimal]:
    first = int((low / step).to_integral_value(ROUND_CEILING))
    last = int((high / step).to_integral_value(ROUND_FLOOR))
    return [step * number for number in range(first, last + 1)]
