"""Laws of the outlook's fan."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from bilan.charts.marks import Point, Track
from bilan.charts.specs import Fan, Range
from bilan.model import Evidence

GROUND = "#DDE3E7"


def end(year: int, value: str, label: str) -> Point:
    return Point(year, Decimal(value), label, evidence=Evidence.FORECAST, reading=f"outlook:{label}")


@pytest.fixture
def fan() -> Fan:
    points = tuple(Point(year, Decimal(value), f"v{year}") for year, value in ((2022, "1.0"), (2023, "1.2"), (2024, "1.4")))
    ranges = (
        Range(end(2025, "1.3", "low"), end(2025, "1.7", "high")),
        Range(end(2026, "1.2", "lower"), end(2026, "2.1", "higher")),
    )
    return Fan(Track(points, "b"), ranges, (), observed="observed", outlook="outlook", level="most outcomes")


def test_the_range_begins_at_the_last_observed_value_and_widens(fan: Fan, sheet: Callable[..., Any]) -> None:
    drawn = sheet(fan)
    (ground,) = drawn.filled(GROUND)
    (area,) = [path for path in drawn.paths if path.get("data-mark") == "range"]

    assert area["data-value"] == "1.4 1.7 2.1 1.2 1.3"
    assert area["data-reading"] == " outlook:high outlook:higher outlook:lower outlook:low"
    assert ground.right - ground.left > 40


def test_no_middle_is_drawn_or_printed(fan: Fan, sheet: Callable[..., Any]) -> None:
    drawn = sheet(fan)
    lines = [path["data-value"] for path in drawn.paths if path.get("data-mark") == "line"]

    assert lines == ["1.0 1.2 1.4"]
    assert sorted(drawn.said()) == sorted(["lower", "higher", "most outcomes", "observed", "outlook", "v2024"])


def test_its_edges_are_dotted_so_that_grey_paper_shows_them(fan: Fan, sheet: Callable[..., Any]) -> None:
    dotted = [path for path in sheet(fan).stroked("#D96C2B") if "dasharray" in path["style"]]

    assert len(dotted) == 2


def test_what_was_observed_stands_left_of_what_was_worked_out(fan: Fan, sheet: Callable[..., Any]) -> None:
    drawn = sheet(fan)

    assert drawn.text("observed").box.right < drawn.text("outlook").box.left


def test_without_a_range_the_observed_values_stand_alone(fan: Fan, sheet: Callable[..., Any]) -> None:
    drawn = sheet(replace(fan, ranges=()))

    assert drawn.said() == ["v2024"]
    assert drawn.filled(GROUND) == []


def test_without_observed_values_it_says_so(fan: Fan, sheet: Callable[..., Any]) -> None:
    assert sheet(replace(fan, track=Track(()))).said() == ["n/a"]
