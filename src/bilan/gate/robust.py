"""How far is far? Medians, spreads and sizes that single odd values do not move."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from bilan.model import Observation, Precision

CONTEXT = Context(prec=16, rounding=ROUND_HALF_UP)
BEYOND = Decimal(50)  # what stands for the logarithm of a ratio to nothing
_APPROXIMATELY = Decimal("0.02")
Stretch = tuple[Decimal | None, Decimal | None]


def median(values: Sequence[Decimal]) -> Decimal:
    """The middle value, of an even number the mean of both; 0 of none."""
    ordered = sorted(values)
    if not ordered:
        return Decimal(0)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else CONTEXT.divide(ordered[middle - 1] + ordered[middle], Decimal(2))


def mad(values: Sequence[Decimal]) -> Decimal:
    """The median absolute deviation from the median, in the unit of the values."""
    middle = median(values)
    return median([abs(one - middle) for one in values])


def log(number: Decimal) -> Decimal:
    """The natural logarithm of a positive number."""
    return CONTEXT.ln(number)


def log_ratio(old: Decimal, new: Decimal) -> Decimal:
    """Logarithm of new over old, signs left aside: 0 for equal sizes, ±50 from or to nothing."""
    if abs(old) == abs(new):
        return Decimal(0)
    if not old or not new:
        return BEYOND if new else -BEYOND
    return CONTEXT.ln(CONTEXT.divide(abs(new), abs(old)))


def stretch(one: Observation) -> Stretch:
    """Between which values the true one lies, as the precision of the printed one tells; None stands for no limit."""
    value = one.value if one.value is not None else Decimal(0)
    match one.precision:
        case Precision.LOWER_BOUND:
            return value, None
        case Precision.UPPER_BOUND:
            return None, value
        case Precision.APPROXIMATE:
            half = abs(value) * _APPROXIMATELY
        case _:
            half = _last_place(value, ends=one.precision is Precision.ROUNDED) / 2
    return value - half, value + half


def agree(one: Observation, other: Observation) -> bool:
    """Whether two printed values can be the same true one."""
    return overlap(stretch(one), stretch(other))


def overlap(one: Stretch, other: Stretch) -> bool:
    """Whether two stretches have a value in common."""
    return _below(one[0], other[1]) and _below(other[0], one[1])


def shown(value: Decimal | None, digits: int = 4) -> Decimal:
    """A value to so many significant digits, as messages print it."""
    return Decimal(format(Context(prec=digits, rounding=ROUND_HALF_UP).plus(value or Decimal(0)).normalize(), "f"))


def _below(low: Decimal | None, high: Decimal | None) -> bool:
    return low is None or high is None or low <= high


def _last_place(value: Decimal, *, ends: bool) -> Decimal:
    """The unit of the last digit; of a rounded number the zeros at its end are no digits."""
    exponent = value.normalize().as_tuple().exponent if ends else value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
