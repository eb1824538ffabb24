"""In which scale and to how many places is a reading shown?"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bilan.errors import DefinitionError
from bilan.model import Precision, Reading
from bilan.wording.numerals import EXACTLY, half_away, significant, stripped

Form = Literal["long", "short", "bare"]
ONE, THOUSAND, MILLION, BILLION = Decimal(1), Decimal(10**3), Decimal(10**6), Decimal(10**9)
NAMES = {ONE: "one", THOUSAND: "thousand", MILLION: "million", BILLION: "billion"}
FAMILIES = {
    "USD": "money",
    "USD_constant_base_varies": "money",
    "percent": "percent",
    "percent_of_gdp": "percent",
    "share": "percent",
    "percentage_points": "points",
    "USD_per_person": "money",
    "LCU_per_USD_period_average": "ratio",
    "index": "ratio",
    "enterprises": "count",
    "checkpoints": "count",
    "vehicles": "count",
}
# From which magnitude on a scale is used: whole thousands are written out in sentences.
STEPS = {
    "long": ((MILLION, MILLION), (BILLION, BILLION)),
    "short": ((THOUSAND, Decimal(10**4)), (MILLION, MILLION), (BILLION, BILLION)),
}
SCALED = ("money", "persons")
HUNDREDTH = Decimal("0.01")
SIGNIFICANT = 3
PLACES = {"ratio": 2, "days": 0, "count": 0}


def family(unit: str) -> str:
    """How a unit is printed: `money`, `percent`… or the unit's own name."""
    return FAMILIES.get(unit, unit.replace("_", "-").lower())


@dataclass(frozen=True, slots=True)
class Display:
    """A value after display rounding: `shown` times `scale` is what the reader sees; `name` is the scale's name."""

    shown: Decimal
    scale: Decimal
    name: str


def display(reading: Reading, value: Decimal, form: Form, scale: Decimal | None, digits: int | None) -> Display:
    """How a reading is shown: its own scale unless one is given, its unit's places unless `digits` says how many."""
    if reading.unit == "share":
        if scale is not None:
            raise DefinitionError(f"reading '{reading.id}'", ("a share takes no scale",), "it is printed as percent")
        return Display(_rounded(reading, value, HUNDREDTH, digits), HUNDREDTH, "one")
    if scale is not None:
        return Display(_rounded(reading, value, scale, digits), scale, NAMES.get(scale, "other"))
    if family(reading.unit) not in SCALED or form == "bare":
        return Display(_rounded(reading, value, ONE, digits), ONE, "one")
    return _in_own_scale(reading, value, form, digits)


def _in_own_scale(reading: Reading, value: Decimal, form: str, digits: int | None) -> Display:
    """The largest scale the magnitude reaches, looked at again after rounding: 999.6 million is 1.00 billion."""
    chosen = Display(_rounded(reading, value, ONE, digits), ONE, NAMES[ONE])
    for scale, threshold in STEPS[form]:
        if max(abs(value), abs(chosen.shown) * chosen.scale) >= threshold:
            chosen = Display(_rounded(reading, value, scale, digits), scale, NAMES[scale])
    return chosen


def _rounded(reading: Reading, value: Decimal, scale: Decimal, digits: int | None) -> Decimal:
    scaled = EXACTLY.divide(value, scale)
    exact = reading.precision is Precision.EXACT
    if digits is not None:
        return half_away(scaled, digits)
    kind = family(reading.unit)
    if kind in ("percent", "points"):
        return half_away(scaled, 1 if exact else 0)
    if kind in PLACES:
        return half_away(scaled, PLACES[kind])
    if kind == "years":
        return stripped(half_away(scaled, 1))
    shown = significant(scaled, SIGNIFICANT)
    return shown if exact and scale > 1 and shown != scaled else stripped(shown)
