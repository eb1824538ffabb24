"""Laws of ticks and scales."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bilan.charts.scale import Scale, decimals, ticks

VALUES = st.decimals(min_value=Decimal("-1e12"), max_value=Decimal("1e12"), places=4)


@given(VALUES, VALUES)
def test_ticks_are_three_to_five_equally_spaced_values_between_the_ends(one: Decimal, other: Decimal) -> None:
    found = ticks(one, other)

    assert found == sorted(set(found))
    assert all(min(one, other) <= tick <= max(one, other) for tick in found)
    assert 3 <= len(found) <= 5 or one == other
    assert len({after - before for before, after in pairwise(found)}) <= 1


@given(VALUES, VALUES)
def test_zero_is_a_tick_where_the_ends_lie_on_both_sides_of_it(one: Decimal, other: Decimal) -> None:
    low, high = sorted((-abs(one), abs(other)))

    assert 0 in ticks(low, high)


def test_ticks_are_round() -> None:
    assert ticks(Decimal(0), Decimal("1.8")) == [Decimal(0), Decimal("0.5"), Decimal("1.0"), Decimal("1.5")]
    assert ticks(Decimal(0), Decimal(1)) == [Decimal(0), Decimal("0.25"), Decimal("0.5"), Decimal("0.75"), Decimal(1)]
    assert ticks(Decimal(-20), Decimal(60)) == [Decimal(-20), Decimal(0), Decimal(20), Decimal(40), Decimal(60)]
    assert ticks(Decimal(7), Decimal(7)) == [Decimal(7)]


def test_tells_how_many_decimals_all_ticks_need() -> None:
    assert decimals([Decimal("0.50"), Decimal("0.75"), Decimal("1.00")]) == 2
    assert decimals([Decimal(0), Decimal("2E+9")]) == 0
    assert decimals([]) == 0


def test_a_scale_maps_its_ends_to_its_ends() -> None:
    scale = Scale(10, 20, 5, 105)

    assert (scale(10), scale(Decimal(20)), scale(15)) == (5, 105, 55)


def test_a_scale_without_length_puts_everything_in_its_middle() -> None:
    assert Scale(3, 3, 0, 10)(3) == 5
