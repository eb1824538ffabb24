"""Laws of the projection."""

import math

import pytest

from bilan.charts._albers import albers, thinned


def area(ring: list[tuple[float, float]]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2


def test_areas_keep_their_proportion_wherever_they_lie() -> None:
    project = albers([(46.0, 39.0), (87.0, 56.0)])

    def cell(west: float, south: float) -> float:
        steps = [number / 20 for number in range(20)]
        ring = [(west + one, south) for one in steps] + [(west + 1, south + one) for one in steps]
        ring += [(west + 1 - one, south + 1) for one in steps] + [(west, south + 1 - one) for one in steps]
        return area([project(point) for point in ring])

    def on_earth(south: float) -> float:
        return math.radians(1) * (math.sin(math.radians(south + 1)) - math.sin(math.radians(south)))

    assert cell(47, 40) / on_earth(40) == pytest.approx(cell(80, 54) / on_earth(54), rel=1e-3)


def test_thinning_keeps_the_first_point_and_drops_what_cannot_be_seen() -> None:
    assert thinned([(0, 0), (0.01, 0), (0.02, 0.01), (5, 5)]) == ((0, 0), (5, 5))
