"""May two quantities be added, compared or divided? Dimension, kind and base of every unit, and how each is shown."""

from dataclasses import dataclass

DIMENSIONS: dict[str, dict[str, int]] = {
    "LCU_per_USD_period_average": {"LCU": 1, "USD": -1},
    "USD_per_person": {"USD": 1, "persons": -1},
    "percent": {}, "percentage_points": {}, "ratio": {}, "share": {}, "index": {}, "number": {},
}  # fmt: skip
KINDS = {
    "LCU_per_USD_period_average": "rate", "USD_per_person": "rate", "percent": "percent", "percentage_points": "points",
    "ratio": "ratio", "share": "share", "index": "index", "number": "number", "days": "age", "years": "age",
}  # fmt: skip
CHOICES = ("flow", "stock", "index", "rate", "percent", "points", "ratio", "share", "age")
DISPLAYS = {
    "percent": "1 place; none where an input is not exact", "percentage_points": "1 place; none where an input is not exact",
    "share": "as percent, 1 place; none where an input is not exact",
    "ratio": "2 places", "index": "2 places", "LCU_per_USD_period_average": "2 places",
    "days": "whole days", "years": "1 place", "count": "whole number", "vehicles": "whole number",
}  # fmt: skip
DISPLAY = "3 significant digits"


class Unlike(Exception):  # noqa: N818  a reason that travels into a mistake
    """Two quantities that do not go together, and why."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a number measures: its unit, its kind (a flow, a stock…) and the base of an index."""

    unit: str
    kind: str
    base: str = ""

    @property
    def dimensions(self) -> dict[str, int]:
        """Powers of the base units; a unit we do not know is its own dimension."""
        return DIMENSIONS.get(self.unit, {self.unit: 1})


NUMBER = Quantity("number", "number")
PERCENT, POINTS = Quantity("percent", "percent"), Quantity("percentage_points", "points")
RATIO, SHARE = Quantity("ratio", "ratio"), Quantity("share", "share")


def quantity(unit: str, kind: str = "", base: str = "") -> Quantity:
    """A declared unit; without a kind it is the usual one: a level is a flow."""
    return Quantity(unit, kind or KINDS.get(unit, "flow"), base)


def display_of(unit: str) -> str:
    """To how many places a unit is shown, in words."""
    return DISPLAYS.get(unit, DISPLAY)


def added(left: Quantity, right: Quantity, *, minus: bool = False) -> Quantity:
    """Sum or difference; raises Unlike for different units, a flow with a stock, or two bases."""
    if {left.kind, right.kind} <= {"percent", "points"}:
        return _percentages(left, right, minus=minus)
    if left.unit != right.unit:
        if {left.unit, right.unit} == {"number", "ratio"}:
            return RATIO
        raise Unlike(f"'{left.unit}' and '{right.unit}' cannot be added or subtracted")
    if left.kind != right.kind:
        raise Unlike(f"a {left.kind} and a {right.kind} cannot be added or subtracted, though both are in '{left.unit}'")
    if left.kind == "share" and minus:
        raise Unlike("a difference of shares is told in points; declare them in percent")
    _one_base(left, right)
    return left


def _percentages(left: Quantity, right: Quantity, *, minus: bool) -> Quantity:
    if minus and left.kind == "points" and right.kind == "percent":
        raise Unlike("a percentage cannot be taken from percentage points")
    return POINTS if left.kind == right.kind and (minus or left.kind == "points") else PERCENT


def multiplied(left: Quantity, right: Quantity) -> Quantity:
    """Product; raises Unlike where no known unit comes out."""
    for one, other in ((left, right), (right, left)):
        if one.kind == "number" or (one.kind in ("ratio", "share") and other.kind not in ("index", "number")):
            return other
    if {"percent", "points", "index"} & {left.kind, right.kind}:
        raise Unlike(f"'{left.unit}' and '{right.unit}' cannot be multiplied or divided")
    return _combined(left, right, 1)


def divided(left: Quantity, right: Quantity) -> Quantity:
    """Quotient: a ratio of like units, or a known unit; raises Unlike otherwise."""
    if left.unit == right.unit and left.kind != "number":
        _one_base(left, right)
        return RATIO
    if right.kind == "number" or (right.kind in ("ratio", "share") and left.kind not in ("index", "number")):
        return left
    if {left.kind, right.kind} <= {"number", "ratio"}:
        return RATIO
    if {"percent", "points", "index", "number"} & {left.kind, right.kind}:
        raise Unlike(f"'{left.unit}' and '{right.unit}' cannot be multiplied or divided")
    return _combined(left, right, -1)


def compared(left: Quantity, right: Quantity, function: str) -> None:
    """Whether one is a part of the other; raises Unlike where the units or bases differ."""
    if left.unit != right.unit:
        raise Unlike(f"{function}() of '{left.unit}' and '{right.unit}': the units differ")
    _one_base(left, right)


def _one_base(left: Quantity, right: Quantity) -> None:
    if left.kind == "index" and (left.base != right.base or not left.base):
        told = " and ".join(one.base or "none declared" for one in (left, right))
        raise Unlike(f"two indices go together only on one declared base; here: {told}")


def _combined(left: Quantity, right: Quantity, sign: int) -> Quantity:
    names = {*left.dimensions, *right.dimensions}
    powers = {name: left.dimensions.get(name, 0) + sign * right.dimensions.get(name, 0) for name in names}
    powers = {name: power for name, power in powers.items() if power}
    if len(powers) == 1 and 1 in powers.values():
        return quantity(next(iter(powers)), left.kind if left.kind != "rate" else right.kind)
    unit = next((unit for unit, known in DIMENSIONS.items() if known and known == powers), "")
    if not unit:
        raise Unlike(f"'{left.unit}' and '{right.unit}' cannot be multiplied or divided")
    return quantity(unit)
