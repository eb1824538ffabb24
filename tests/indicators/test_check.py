import pytest

from bilan.indicators.check import faults, measured, reach, timing
from bilan.indicators.expression import parse
from bilan.indicators.units import Quantity, quantity
from bilan.period import Frequency

INPUTS = {
    "x": quantity("USD"), "m": quantity("USD"), "share": quantity("percent"), "people": quantity("persons", "stock"),
    "t": quantity("tonnes"), "debt": quantity("USD", "stock"), "rate": quantity("LCU_per_USD_period_average"),
    "old": quantity("index", base="2010"), "new": quantity("index", base="2015"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        ("x + y", ["position 5: 'y' is not among the inputs; inputs: x, exports"]),
        ("x + export", ["position 5: 'export' is not among the inputs (did you mean 'exports'?)"]),
        ("grow(x) + lagg(x)", ["position 1: grow() is no function here (did you mean 'growth'?)",
                               "position 11: lagg() is no function here (did you mean 'lag'?)"]),
        ("growth()", ["position 1: growth() with 0 arguments; write growth(x, n): change of x in percent on n periods before, on one without n"]),
        ("ratio(x)", ["position 1: ratio() with 1 argument; write ratio(x, x): how many times the second the first is"]),
        ("abs(x, x)", ["position 1: abs() with 2 arguments; write abs(x): x without its sign"]),
        ("lag(x, x)", ["position 8: lag() takes a whole number of periods from 1 to 600 here"]),
        ("lag(x, 0)", ["position 8: lag() takes a whole number of periods from 1 to 600 here"]),
        ("lag(x, -1)", ["position 8: lag() takes a whole number of periods from 1 to 600 here"]),
        ("at(x, 15)", ["position 7: at() takes a year such as 2015 here"]),
        ("sum(x, exports, x, x)", []),
    ],
)  # fmt: skip
def test_names_every_mistake_with_its_position(expression: str, told: list[str]) -> None:
    assert list(faults(parse(expression), {"x": 1, "exports": 1})) == told


def test_an_unknown_function_is_answered_with_all_where_none_is_near() -> None:
    assert next(faults(parse("zzz(x)"), {"x": 1})).startswith("position 1: zzz() is no function here; functions: lag, growth, yoy")
    assert list(faults(parse("x"), {})) == ["position 1: 'x' is not among the inputs"]


@pytest.mark.parametrize(
    ("expression", "unit"),
    [
        ("x - m", "USD"), ("-x", "USD"), ("2 * x", "USD"), ("x * 2", "USD"), ("x / 2", "USD"), ("2", "number"),
        ("growth(x)", "percent"), ("yoy(x)", "percent"), ("cagr(x, 5)", "percent"), ("growth(rate)", "percent"),
        ("percent(x, m)", "percent"), ("percent(x, m) / 2", "percent"), ("points(x, m)", "percentage_points"),
        ("share - lag(share)", "percentage_points"), ("ratio(x, m)", "ratio"), ("x / m", "ratio"), ("1 - x / m", "ratio"),
        ("share(x, m)", "share"), ("lag(x)", "USD"), ("abs(x)", "USD"), ("mean(debt, 4)", "USD"), ("rolling(x, 12)", "USD"),
        ("sum(x, m)", "USD"), ("x / people", "USD_per_person"), ("x * rate", "LCU"), ("index(x, 2015)", "index"),
        ("real(growth(x * rate), share)", "percent"), ("at(people, 2020)", "persons"), ("percent(x, debt)", "percent"),
    ],
)  # fmt: skip
def test_knows_the_unit_of_a_result(expression: str, unit: str) -> None:
    told: list[str] = []
    found = measured(parse(expression), INPUTS, told)

    assert told == []
    assert found is not None
    assert found.unit == unit


def test_an_index_knows_its_base_and_a_stock_stays_one() -> None:
    assert measured(parse("index(x, 2015)"), INPUTS, []) == Quantity("index", "index", "2015")
    assert measured(parse("lag(people)"), INPUTS, []) == Quantity("persons", "stock")


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        ("x + share", "position 3: 'USD' and 'percent' cannot be added or subtracted"),
        ("x + t", "position 3: 'USD' and 'tonnes' cannot be added or subtracted"),
        ("x + debt", "position 3: a flow and a stock cannot be added or subtracted, though both are in 'USD'"),
        ("new - old", "position 5: two indices go together only on one declared base; here: 2015 and 2010"),
        ("x + 1", "position 3: 'USD' and 'number' cannot be added or subtracted"),
        ("x * m", "position 3: 'USD' and 'USD' cannot be multiplied or divided"),
        ("2 / x", "position 3: 'number' and 'USD' cannot be multiplied or divided"),
        ("percent(x, share)", "position 1: percent() of 'USD' and 'percent': the units differ"),
        ("growth(share)", "position 1: growth() of 'percent': its change is told in points, as x - lag(x)"),
        ("rolling(people, 12)", "position 1: rolling() adds up flows, and 'persons' is a stock here; take mean()"),
        ("real(x, share)", "position 1: real() takes two percentages, not 'USD' and 'percent'"),
        ("sum(x, m, t)", "position 1: 'USD' and 'tonnes' cannot be added or subtracted"),
    ],
)
def test_refuses_unlike_units_where_they_meet(expression: str, told: str) -> None:
    found: list[str] = []

    assert measured(parse(expression), INPUTS, found) is None
    assert found == [told]


def test_tells_two_mistakes_of_one_expression_at_once() -> None:
    found: list[str] = []
    measured(parse("(x + t) * percent(x, share)"), INPUTS, found)

    assert [one.split(":")[0] for one in found] == ["position 4", "position 11"]


@pytest.mark.parametrize(
    ("expression", "frequency", "told"),
    [
        ("cagr(x, 5)", Frequency.MONTHLY, ["position 1: cagr() takes series of frequency A, not M"]),
        ("2 * rolling(x, 12)", Frequency.YEAR_TO_DATE, ["position 5: rolling() takes series of frequency A, Q, M, not YTD"]),
        ("index(x, 2015)", Frequency.QUARTERLY, ["position 1: index() takes series of frequency A, not Q"]),
        ("yoy(rolling(x, 12))", Frequency.MONTHLY, []),
    ],
)
def test_a_function_has_its_frequencies(expression: str, frequency: Frequency, told: list[str]) -> None:
    assert list(timing(parse(expression), frequency)) == told


@pytest.mark.parametrize(
    ("expression", "frequency", "periods"),
    [
        ("x", Frequency.ANNUAL, 0), ("growth(x)", Frequency.ANNUAL, 1), ("growth(x, 3)", Frequency.ANNUAL, 3), ("yoy(x)", Frequency.MONTHLY, 12),
        ("yoy(x)", Frequency.YEAR_TO_DATE, 1), ("rolling(x, 12)", Frequency.MONTHLY, 11), ("yoy(rolling(x, 12))", Frequency.MONTHLY, 23),
        ("-x + cagr(lag(x), 5)", Frequency.ANNUAL, 6), ("at(x, 2015)", Frequency.ANNUAL, 0), ("mean(x, 4)", Frequency.QUARTERLY, 3),
    ],
)  # fmt: skip
def test_counts_how_far_an_expression_looks_back(expression: str, frequency: Frequency, periods: int) -> None:
    assert reach(parse(expression), frequency) == periods
