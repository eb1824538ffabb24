"""Laws of the silhouettes on the cover."""

import math
from collections.abc import Callable
from typing import Any

import pytest

from bilan.charts._albers import albers, thinned
from bilan.config.models import BrandConfig


def test_both_partners_keep_their_colours_and_the_first_is_quiet(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    drawn = sheet(samples["motif"])
    (first,), (second,) = ([path for path in drawn.paths if f"fill: {colour}" in path["style"]] for colour in ("#3d8db8", "#d96c2b"))

    assert "opacity: 0.32" in first["style"]
    assert "opacity" not in second["style"]
    assert drawn.texts == ()


def test_fills_the_sheet_in_one_direction(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    drawn = sheet(samples["motif"])
    boxes = [*drawn.filled("#3D8DB8"), *drawn.filled("#D96C2B")]
    width, height = (
        max(box.right for box in boxes) - min(box.left for box in boxes),
        max(box.top for box in boxes) - min(box.bottom for box in boxes),
    )

    assert max(width / drawn.width, height / drawn.height) == pytest.approx(1, abs=0.03)


def test_on_a_cover_without_band_the_border_is_paper(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    assert sheet(samples["motif"]).stroked("#0E2F44")
    assert sheet(samples["motif"], BrandConfig(cover="line")).stroked("#FFFFFF")


def test_the_projection_keeps_areas() -> None:
    project = albers([(50, 40), (87, 55)])

    def area(west: float, south: float) -> float:
        corners = [project(point) for point in ((west, south), (west + 1, south), (west + 1, south + 1), (west, south + 1))]
        return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(corners, corners[1:] + corners[:1], strict=True))) / 2

    def truth(south: float) -> float:
        return math.radians(1) * (math.sin(math.radians(south + 1)) - math.sin(math.radians(south)))

    assert area(55, 41) / area(80, 53) == pytest.approx(truth(41) / truth(53), rel=1e-3)


def test_points_too_near_to_be_seen_are_left_out() -> None:
    assert thinned([(0, 0), (0.01, 0), (1, 0), (1, 0.05), (1, 1)]) == ((0, 0), (1, 0), (1, 1))
