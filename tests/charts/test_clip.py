"""Laws of cutting outlines to a frame."""

from hypothesis import given
from hypothesis import strategies as st

from bilan.charts._canvas import Box
from bilan.charts._clip import clipped

FRAME = Box(0, 0, 10, 5)
POINTS = st.tuples(st.floats(-50, 50), st.floats(-50, 50))


@given(st.lists(POINTS, min_size=3, max_size=30))
def test_what_is_left_lies_in_the_frame(ring: list[tuple[float, float]]) -> None:
    assert all(-1e-6 <= x <= 10 + 1e-6 and -1e-6 <= y <= 5 + 1e-6 for x, y in clipped(ring, FRAME))


def test_an_outline_within_the_frame_stays_as_it_is() -> None:
    assert clipped([(1, 1), (9, 1), (5, 4)], FRAME) == [(1, 1), (9, 1), (5, 4)]


def test_an_outline_around_the_frame_becomes_the_frame() -> None:
    assert set(clipped([(-5, -5), (20, -5), (20, 20), (-5, 20)], FRAME)) == {(0, 0), (10, 0), (10, 5), (0, 5)}


def test_of_an_outline_elsewhere_nothing_is_left() -> None:
    assert clipped([(20, 20), (30, 20), (25, 30)], FRAME) == []
    assert clipped([], FRAME) == []
