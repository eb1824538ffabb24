from decimal import Decimal

import pytest

from bilan.errors import DefinitionError
from bilan.indicators.expression import Missing, check_units, evaluate, names_in, parse

VALUES = {
    ("x", 0): Decimal("455.702"),
    ("x", 1): Decimal("410.888"),
    ("m", 0): Decimal("862.182"),
    ("z", 0): Decimal(0),
    ("z", 1): Decimal(0),
}
UNITS = {"x": "USD", "m": "USD", "share": "percent"}


def look(name: str, lag: int) -> Decimal:
    return VALUES[name, lag]


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("x + m", "1317.884"),
        ("x - m", "-406.480"),
        ("-x", "-455.702"),
        ("abs(x - m)", "406.480"),
        ("2 * x", "911.404"),
        ("x / 2", "227.851"),
        ("lag(x)", "410.888"),
        ("lag(x, 0)", "455.702"),
    ],
)
def test_computes_exactly(expression: str, value: str) -> None:
    assert evaluate(expression, look, "here") == Decimal(value)


@pytest.mark.parametrize(
    ("expression", "value"), [("growth(x)", "10.9"), ("percent(x, m)", "52.9"), ("points(x, m)", "52.9"), ("ratio(x, m)", "0.5")]
)
def test_computes_what_the_sources_print(expression: str, value: str) -> None:
    assert round(evaluate(expression, look, "here"), 1) == Decimal(value)


@pytest.mark.parametrize(
    ("expression", "reason"), [("ratio(x, z)", "denominator is zero"), ("x / 0", "denominator is zero"), ("growth(z)", "not positive")]
)
def test_says_why_there_is_no_value(expression: str, reason: str) -> None:
    with pytest.raises(Missing) as gap:
        evaluate(expression, look, "here")

    assert reason in gap.value.reason


@pytest.mark.parametrize(
    ("expression", "cause"),
    [
        ("", "is no arithmetic"),
        ("x +", "is no arithmetic at position"),
        ("x.real", "position 1: Attribute is not allowed"),
        ("__import__('os')", "__import__() is no function here"),
        ("x < m", "Compare is not allowed"),
        ("x * 1.5", "only whole numbers"),
        ("x * True", "only whole numbers"),
        ("growth(x - m)", "takes the name of an input"),
        ("growth(x, x)", "wrong number of arguments"),
        ("ratio(x, b=m)", "wrong number of arguments"),
        ("[x]", "List is not allowed"),
        ("(lambda: x)()", "is no function here"),
        ("x ** 2", "Pow is not allowed"),
    ],
)
def test_refuses_what_is_no_plain_arithmetic(expression: str, cause: str) -> None:
    with pytest.raises(DefinitionError) as error:
        parse(expression, "trade.odd")

    assert str(error.value).startswith("trade.odd: ")
    assert cause in str(error.value)


@pytest.mark.parametrize(
    ("expression", "unit"),
    [("x - m", "USD"), ("-x", "USD"), ("2 * x", "USD"), ("x * 2", "USD"), ("x / 2", "USD"), ("growth(x)", "percent"), ("percent(x, m)", "percent"),
     ("points(x, m)", "percentage_points"), ("ratio(x, m)", "ratio"), ("lag(x)", "USD"), ("abs(x)", "USD"), ("2", "number")],
)  # fmt: skip
def test_knows_the_unit_of_a_result(expression: str, unit: str) -> None:
    assert check_units(expression, UNITS, "here") == unit


@pytest.mark.parametrize(
    ("expression", "cause"),
    [("x + share", "'USD' and 'percent' cannot be added"), ("x + 1", "'USD' and 'number' cannot be added"), ("x * m", "cannot be multiplied"),
     ("2 / x", "cannot be multiplied or divided"), ("percent(x, share)", "the units differ")],
)  # fmt: skip
def test_refuses_unlike_units(expression: str, cause: str) -> None:
    with pytest.raises(DefinitionError) as error:
        check_units(expression, UNITS, "here")

    assert cause in str(error.value)


def test_names_its_inputs_and_not_its_functions() -> None:
    assert names_in("points(x - lag(x), lag(total))", "here") == {"x", "total"}
