"""Laws of the map."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bilan.charts.specs_places import Land, Map, Place, View

SQUARE = ((60.0, 40.0), (70.0, 40.0), (70.0, 48.0), (60.0, 48.0))
BELOW = ((60.0, 36.0), (70.0, 36.0), (70.0, 40.0), (60.0, 40.0))
CAPITAL, TOWN = Place(65.0, 44.0, "Capital", "capital"), Place(66.0, 41.0, "Town")
A, B = "#D3E2EB", "#F7E1D3"


@pytest.fixture
def chart() -> Map:
    lands = (Land((SQUARE,), "FIRST", "a"), Land((BELOW,), "SECOND", "b"), Land((), "NOWHERE"))
    return Map(lands, (View((60.0, 36.0, 70.0, 48.0), 100.0, (CAPITAL, TOWN), 100, "100 km"),), width_mm=100.0, height_mm=90.0)


def test_each_partner_has_its_tint_and_its_name(chart: Map, sheet: Callable[..., Any]) -> None:
    drawn = sheet(chart)

    assert (len(drawn.filled(A)), len(drawn.filled(B))) == (1, 1)
    assert {"FIRST", "SECOND", "Capital", "Town", "100 km"} == set(drawn.said())


def test_north_is_up_and_east_to_the_right(chart: Map, sheet: Callable[..., Any]) -> None:
    drawn = sheet(chart)

    assert drawn.filled(A)[0].top < drawn.filled(B)[0].top
    assert drawn.text("Capital").box.top < drawn.text("Town").box.top


def test_the_scale_bar_is_as_long_as_it_says(chart: Map, sheet: Callable[..., Any]) -> None:
    drawn = sheet(chart)
    (bar,) = [drawn.bounds(path["d"]) for path in drawn.stroked("#4A5763") if "stroke-width: 0.8" in path["style"]]
    degrees = drawn.filled(A)[0]

    assert (bar.right - bar.left) / 100 == pytest.approx((degrees.top - degrees.bottom) / (8 * 111.2), rel=0.05)


def test_a_place_outside_the_view_is_not_drawn(chart: Map, sheet: Callable[..., Any]) -> None:
    away = replace(chart, views=(replace(chart.views[0], places=(CAPITAL, Place(90.0, 44.0, "Away"))),))

    assert "Away" not in sheet(away).said()


def test_the_second_view_is_framed_in_the_first(chart: Map, sheet: Callable[..., Any]) -> None:
    detail = View((64.0, 40.5, 68.0, 43.0), 40.0, (TOWN,))
    both = sheet(replace(chart, views=(replace(chart.views[0], width_mm=55.0), detail)))
    one = sheet(chart)

    assert len(both.stroked("#8B969F")) - len(one.stroked("#8B969F")) >= 4
    assert both.said().count("Town") == 2


def test_crowded_places_keep_their_names_apart(chart: Map, sheet: Callable[..., Any]) -> None:
    crowd = tuple(Place(65 + number % 4 * 0.4, 44 + number // 4 * 0.3, f"Place number {number}") for number in range(12))
    drawn = sheet(replace(chart, views=(replace(chart.views[0], places=crowd),)))

    assert drawn.collisions() == []
    assert sum(text.startswith("Place") for text in drawn.said()) >= 9
    assert len(drawn.filled("#4A5763")) == 12


def test_without_outlines_it_says_so(chart: Map, sheet: Callable[..., Any]) -> None:
    assert sheet(replace(chart, lands=())).said() == ["n/a"]
    assert sheet(replace(chart, views=())).said() == ["n/a"]
