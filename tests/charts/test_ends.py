"""Laws of labels at the end of a series."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.charts._ends import spread

PIECES = st.lists(st.tuples(st.floats(-50, 150), st.floats(0.5, 12)), min_size=1, max_size=8)


@given(PIECES)
def test_pieces_keep_their_order_and_never_overlap(pieces: list[tuple[float, float]]) -> None:
    wanted, sizes = zip(*sorted(pieces), strict=True)
    centres = spread(wanted, sizes, 0, 100)

    for index in range(1, len(centres)):
        assert centres[index] - centres[index - 1] >= (sizes[index] + sizes[index - 1]) / 2 - 1e-6


@given(PIECES)
def test_pieces_stay_between_the_bounds_while_there_is_room(pieces: list[tuple[float, float]]) -> None:
    wanted, sizes = zip(*sorted(pieces), strict=True)
    centres = spread(wanted, sizes, 0, 100)

    assert centres[0] - sizes[0] / 2 >= -1e-6
    assert centres[-1] + sizes[-1] / 2 <= 100 + 1e-6


def test_pieces_with_room_stay_where_they_are() -> None:
    assert spread([10, 30], [4, 4], 0, 100) == [10, 30]


def test_crowded_pieces_share_the_way_they_move() -> None:
    assert spread([49, 51], [10, 10], 0, 100) == pytest.approx([45, 55])
