from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.indicators.expression import Missing
from bilan.indicators.growth_formulas import cagr, least_squares_growth

POSITIVE = st.decimals(min_value="0.01", max_value=10**9, places=2)
TINY = Decimal("1e-25")


@given(first=POSITIVE, last=POSITIVE, years=st.integers(min_value=1, max_value=40))
def test_compounding_the_rate_leads_from_the_first_value_to_the_last(first: Decimal, last: Decimal, years: int) -> None:
    reached = first * (1 + cagr(first, last, years)) ** years

    assert abs(reached / last - 1) < Decimal("1e-20")


@pytest.mark.parametrize(
    ("first", "last", "years", "reason"),
    [
        ("0", "5", 3, "the base of the growth is not positive"),
        ("-1", "5", 3, "the base of the growth is not positive"),
        ("5", "-1", 3, "the base of the growth is not positive"),
        ("5", "6", 0, "a growth rate needs two different years"),
    ],
)
def test_some_ends_have_no_rate_between_them(first: str, last: str, years: int, reason: str) -> None:
    with pytest.raises(Missing, match=reason):
        cagr(Decimal(first), Decimal(last), years)


def test_a_series_that_vanishes_falls_by_everything() -> None:
    assert cagr(Decimal(5), Decimal(0), 3) == -1


@given(rate=st.decimals(min_value="-0.5", max_value="0.5", places=3), scale=POSITIVE, missing=st.integers(min_value=1, max_value=5))
def test_both_rates_agree_on_an_exponential_series_even_with_a_gap(rate: Decimal, scale: Decimal, missing: int) -> None:
    points = {2000 + year: scale * (1 + rate) ** year for year in range(7) if year != missing}

    assert abs(least_squares_growth(points) - rate) < TINY
    assert abs(cagr(points[2000], points[2006], 6) - rate) < TINY


@given(values=st.lists(POSITIVE, min_size=5, max_size=12), scale=POSITIVE)
def test_the_trend_does_not_depend_on_the_unit(values: list[Decimal], scale: Decimal) -> None:
    points = dict(enumerate(values, 2000))
    scaled = {year: value * scale for year, value in points.items()}

    assert abs(least_squares_growth(points) - least_squares_growth(scaled)) < TINY * max(values)


def test_a_kink_moves_the_trend_but_not_the_rate_between_the_ends() -> None:
    late = dict(zip(range(2000, 2006), map(Decimal, (100, 100, 100, 100, 100, 161)), strict=True))

    assert round(100 * cagr(late[2000], late[2005], 5), 1) == Decimal("10.0")
    assert round(100 * least_squares_growth(late), 1) == Decimal("7.0")


def test_a_trend_needs_five_positive_points() -> None:
    four = {2000 + year: Decimal(5) for year in range(4)}

    with pytest.raises(Missing, match="a trend needs 5 points, there are 4"):
        least_squares_growth(four)
    with pytest.raises(Missing, match="a value of the series is not positive"):
        least_squares_growth(four | {2004: Decimal(0)})
