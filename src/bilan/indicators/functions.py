"""Which functions may an expression use, and what is its value? Each with its units and rules, exact in decimals."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, localcontext

from bilan.indicators.expression import EXACT, Call, Minus, Missing, Name, Node, Number
from bilan.indicators.units import PERCENT, POINTS, RATIO, SHARE, Quantity, Unlike, added, compared, quantity
from bilan.period import Frequency, Period

Lookup = Callable[[str, Period], Decimal]
Value = Callable[["Evaluation", tuple[Node, ...], Period], Decimal]
Measure = Callable[[str, list[Quantity], str], Quantity]
PER_YEAR = {Frequency.ANNUAL: 1, Frequency.YEAR_TO_DATE: 1, Frequency.QUARTERLY: 4, Frequency.MONTHLY: 12}
EVERY = tuple(Frequency)
ANNUAL = (Frequency.ANNUAL,)
WHOLE = (Frequency.ANNUAL, Frequency.QUARTERLY, Frequency.MONTHLY)
CHANGE = "a base that is zero or negative, or a fall below zero, gives no value"
WINDOW = "one missing period of the window gives no value"


@dataclass(frozen=True, slots=True)
class Function:
    """A named function: `takes` has a letter for each argument (x an expression, n a number of periods, y a year).

    `least` arguments are needed; the last may repeat where `takes` ends in `*`. `back` says how many periods it
    looks back, given its n and the periods in a year.
    """

    takes: str
    says: str
    measure: Measure
    value: Value
    least: int = 1
    frequencies: tuple[Frequency, ...] = EVERY
    back: Callable[[int, int], int] = lambda _count, _in_year: 0
    negative: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The values of one expression; `look(name, period)` gives inputs and raises Missing with a reason."""

    look: Lookup

    def at(self, node: Node, period: Period) -> Decimal:
        """The value of a part at a period."""
        match node:
            case Number(value=value):
                return Decimal(value)
            case Name(name=name):
                return self.look(name, period)
            case Minus(part=part):
                return -self.at(part, period)
            case Call(name=name, parts=parts):
                return FUNCTIONS[name].value(self, parts, period)
        return _paired(node.sign, self.at(node.left, period), self.at(node.right, period))


def evaluate(node: Node, period: Period, look: Lookup) -> Decimal:
    """The value of an expression at a period; raises Missing with a reason where there is none."""
    with localcontext(EXACT):
        return Evaluation(look).at(node, period)


def number(node: Node) -> int:
    """A whole number written as an argument; zero for anything else, which the checks refuse."""
    return node.value if isinstance(node, Number) else 0


# --- values ------------------------------------------------------------------------------------------------------


def grown(now: Decimal, before: Decimal, years: int = 1) -> Decimal:
    """Growth in percent (a year, over several); raises Missing where the base is not positive or the value negative."""
    if before <= 0 or now < 0:
        raise Missing("the base of the growth is not positive" if before <= 0 else "the value fell below zero")
    return 100 * ((now / before if years == 1 else (now / before) ** (Decimal(1) / years)) - 1)


def _paired(sign: str, left: Decimal, right: Decimal) -> Decimal:
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case _:
            return _quotient(left, right)


def _quotient(left: Decimal, right: Decimal) -> Decimal:
    if right == 0:
        raise Missing("the denominator is zero")
    return left / right


def _back(period: Period, steps: int) -> Period:
    try:
        return period.shift(-steps)
    except ValueError:
        raise Missing(f"there is no period {steps} before {period}") from None


def _steps(parts: tuple[Node, ...]) -> int:
    return number(parts[1]) if len(parts) > 1 else 1


def _lag(run: Evaluation, parts: tuple[Node, ...], period: Period) -> Decimal:
    return run.at(parts[0], _back(period, _steps(parts)))


def _growth(run: Evaluation, parts: tuple[Node, ...], period: Period) -> Decimal:
    return grown(run.at(parts[0], period), _lag(run, parts, period))


def _yoy(run: Evaluation, parts: tuple[Node, ...], period: Period) -> Decimal:
    return grown(run.at(parts[0], period), run.at(parts[0], _back(period, PER_YEAR[period.frequency])))


def _cagr(run: Evaluation, parts: tuple[Node, ...], period: Period) -> Decimal:
    return grown(run.at(parts[0], period), _lag(run, parts, period), _steps(parts))


def _rolling(run: Evaluation, parts: tuple[Node, ...], period: Period) -> Decimal:
    return sum((run.at(parts[0], _back(period, step)) for step in range(_steps(parts))), Decimal(0))


def _at(run: Evaluation, parts: tuple[Node, ...], period: Period) -> Decimal:
    return run.at(parts[0], Period(number(parts[1]), period.frequency))


def _index(run: Evaluation, parts: tuple[Node, ...], period: Period) -> Decimal:
    base = _at(run, parts, period)
    if base <= 0:
        raise Missing("the base of the index is not positive")
    return 100 * run.at(parts[0], period) / base


def _real(run: Evaluation, parts: tuple[Node, ...], period: Period) -> Decimal:
    nominal, prices = (run.at(part, period) for part in parts)
    return 100 * _quotient(100 + nominal, 100 + prices) - 100


def _part(factor: int) -> Value:
    return lambda run, parts, period: factor * _quotient(run.at(parts[0], period), run.at(parts[1], period))


# --- units -------------------------------------------------------------------------------------------------------


def _same(_name: str, found: list[Quantity], _year: str) -> Quantity:
    return found[0]


def _summed(_name: str, found: list[Quantity], _year: str) -> Quantity:
    whole = found[0]
    for one in found[1:]:
        whole = added(whole, one)
    return whole


def _flow(name: str, found: list[Quantity], _year: str) -> Quantity:
    if found[0].kind != "flow":
        raise Unlike(f"{name}() adds up flows, and '{found[0].unit}' is a {found[0].kind} here; take mean()")
    return found[0]


def _level(name: str, found: list[Quantity], year: str) -> Quantity:
    if found[0].kind in ("percent", "points", "share", "number"):
        raise Unlike(f"{name}() of '{found[0].unit}': its change is told in points, as x - lag(x)")
    return quantity("index", base=year) if name == "index" else PERCENT


def _of(result: Quantity) -> Measure:
    def check(name: str, found: list[Quantity], _year: str) -> Quantity:
        compared(found[0], found[1], name)
        return result

    return check


def _percents(name: str, found: list[Quantity], _year: str) -> Quantity:
    if [one.kind for one in found] != ["percent", "percent"]:
        raise Unlike(f"{name}() takes two percentages, not '{found[0].unit}' and '{found[1].unit}'")
    return PERCENT


FUNCTIONS = {
    "lag": Function("xn", "lag(x, n): x of n periods before, of one without n", _same, _lag, back=lambda count, _: count),
    "growth": Function(
        "xn", "growth(x, n): change of x in percent on n periods before, on one without n", _level, _growth,
        back=lambda count, _: count, negative=CHANGE,
    ),
    "yoy": Function(
        "x", "yoy(x): change of x in percent on the same period a year before", _level, _yoy, back=lambda _, year: year, negative=CHANGE
    ),
    "cagr": Function(
        "xn", "cagr(x, n): average growth of x in percent a year over the last n years", _level, _cagr, 2, ANNUAL,
        lambda count, _: count, CHANGE,
    ),
    "rolling": Function(
        "xn", "rolling(x, n): sum of x over the last n periods", _flow, _rolling, 2, WHOLE, lambda count, _: count - 1, missing=WINDOW
    ),
    "mean": Function(
        "xn", "mean(x, n): mean of x over the last n periods", _same,
        lambda run, parts, period: _rolling(run, parts, period) / _steps(parts), 2, WHOLE, lambda count, _: count - 1, missing=WINDOW,
    ),
    "sum": Function(
        "x*", "sum(x, x, …): sum of inputs of one period; one that is missing gives no value", _summed,
        lambda run, parts, period: sum((run.at(part, period) for part in parts), Decimal(0)),
    ),
    "at": Function("xy", "at(x, y): x of the year y", _same, _at, 2, ANNUAL),
    "index": Function(
        "xy", "index(x, y): x as an index, the year y = 100", _level, _index, 2, ANNUAL, negative="a base year that is not positive gives no value"
    ),
    "percent": Function("xx", "percent(x, x): the first as a percentage of the second", _of(PERCENT), _part(100), 2),
    "share": Function("xx", "share(x, x): the first as a part of the second, 0 to 1", _of(SHARE), _part(1), 2),
    "ratio": Function("xx", "ratio(x, x): how many times the second the first is", _of(RATIO), _part(1), 2),
    "points": Function("xx", "points(x, x): the first against the second, in percentage points", _of(POINTS), _part(100), 2),
    "real": Function("xx", "real(x, x): growth in percent once the growth of prices is taken out", _percents, _real, 2),
    "abs": Function("x", "abs(x): x without its sign", _same, lambda run, parts, period: abs(run.at(parts[0], period)), negative="without its sign"),
}  # fmt: skip
