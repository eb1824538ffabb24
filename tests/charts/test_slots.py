"""Laws of the places of years among columns."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bilan.charts._slots import slots


@given(st.sets(st.integers(1990, 2030), min_size=1))
def test_every_year_from_first_to_last_has_one_place_in_order(years: set[int]) -> None:
    places = slots(years)

    assert [year for place in places for year in place.years] == list(range(min(years), max(years) + 1))
    assert [place.years[0] for place in places if place.filled] == sorted(years)
    assert all(before.start + before.width == after.start for before, after in pairwise(places))


def test_an_empty_year_stays_visible_as_a_narrow_place() -> None:
    assert [(place.years, place.width, place.filled) for place in slots([2019, 2021])] == [
        ((2019,), 1.0, True),
        ((2020,), 0.5, False),
        ((2021,), 1.0, True),
    ]


def test_a_long_gap_is_one_broken_place() -> None:
    gap = slots([2002, 2013])[1]

    assert gap.years == tuple(range(2003, 2013))
    assert gap.broken
    assert gap.middle == 1.75
