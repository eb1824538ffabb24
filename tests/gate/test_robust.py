from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.gate.written import observed

from bilan.gate.robust import BEYOND, agree, log_ratio, mad, median, overlap, shown, stretch
from bilan.model import Precision

D = Decimal
NUMBERS = st.lists(st.decimals(-1000, 1000, places=2), min_size=1, max_size=15)


@pytest.mark.parametrize(("values", "middle"), [([], 0), ([3], 3), ([1, 9], 5), ([1, 2, 900], 2)])
def test_takes_the_middle_value(values: list[int], middle: int) -> None:
    assert median([D(one) for one in values]) == middle


@given(NUMBERS, st.decimals(10**6, 10**9, places=0))
def test_one_odd_value_does_not_carry_the_spread_away(values: list[Decimal], odd: Decimal) -> None:
    assert mad([*values, *values, odd]) <= max(values) - min(values)


@given(NUMBERS, st.decimals(-100, 100, places=2))
def test_the_spread_does_not_depend_on_the_level(values: list[Decimal], by: Decimal) -> None:
    assert mad([one + by for one in values]) == mad(values)


def test_a_ratio_leaves_signs_aside_and_knows_nothing() -> None:
    assert log_ratio(D(2), D(-2)) == 0
    assert log_ratio(D("3.506"), D("0.0107")) == -log_ratio(D("0.0107"), D("3.506"))
    assert [log_ratio(D(0), D(1)), log_ratio(D(1), D(0)), log_ratio(D(0), D(0))] == [BEYOND, -BEYOND, D(0)]


@pytest.mark.parametrize(
    ("value", "precision", "low", "high"),
    [
        ("1317.884", Precision.EXACT, "1317.8835", "1317.8845"),
        ("1500", Precision.EXACT, "1499.5", "1500.5"),
        ("1500", Precision.ROUNDED, "1450", "1550"),
        ("1317", Precision.ROUNDED, "1316.5", "1317.5"),
        ("1000", Precision.APPROXIMATE, "980", "1020"),
        ("-1000", Precision.APPROXIMATE, "-1020", "-980"),
        ("680", Precision.LOWER_BOUND, "680", None),
        ("680", Precision.UPPER_BOUND, None, "680"),
    ],
)
def test_a_printed_value_stands_for_a_stretch(value: str, precision: Precision, low: str | None, high: str | None) -> None:
    bounds = (None if low is None else D(low), None if high is None else D(high))
    assert stretch(observed("b1", value, precision=precision)) == bounds


def test_a_rounded_value_agrees_with_what_it_may_have_been() -> None:
    rounded = observed("b1", "1600", precision=Precision.ROUNDED)

    assert agree(rounded, observed("b2", "1572"))
    assert not agree(rounded, observed("b2", "1517.9"))
    assert overlap((D(1), None), (None, D(1)))
    assert not overlap((D(2), None), (None, D(1)))


@pytest.mark.parametrize(
    ("value", "digits", "printed"),
    [("3.50596352", 4, "3.506"), ("-6978239812", 4, "-6978000000"), ("0.0000009912", 2, "0.00000099"), ("1200", 4, "1200")],
)
def test_shows_significant_digits_without_an_exponent(value: str, digits: int, printed: str) -> None:
    assert format(shown(D(value), digits), "f") == printed
