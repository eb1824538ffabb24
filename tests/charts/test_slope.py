"""Laws of slopes between two years."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from bilan.charts.marks import Point, Track, Year
from bilan.charts.specs_rows import Slope
from bilan.document import Printed

YEARS = (Year(2020, Printed("2020", "period", "2020")), Year(2025, Printed("2025", "period", "2025")))


def track(name: str, values: dict[int, str], who: str = "context") -> Track:
    return Track(tuple(Point(year, Decimal(value), f"{name}{year}") for year, value in values.items()), who, name)  # type: ignore[arg-type]  # a partner


def test_values_stand_at_both_ends_and_names_at_the_right(sheet: Callable[..., Any]) -> None:
    drawn = sheet(Slope((track("iron", {2020: "1", 2023: "9", 2025: "2"}, "a"), track("fruit", {2020: "3", 2025: "1"})), YEARS))

    assert {"iron2020", "iron2025", "fruit2020", "fruit2025", "iron", "fruit", "2020", "2025"} == set(drawn.said())
    assert drawn.text("iron2020").box.right < drawn.text("iron2025").box.left
    assert drawn.text("iron2025").box.top < drawn.text("fruit2025").box.top


def test_the_order_of_values_is_the_order_of_labels_however_close_they_are(sheet: Callable[..., Any]) -> None:
    names = [f"t{number}" for number in range(6)]
    drawn = sheet(Slope(tuple(track(name, {2020: f"{number / 1000 + 1}", 2025: "2"}) for number, name in enumerate(names)), YEARS))
    heights = [-drawn.text(f"{name}2020").box.top for name in names]

    assert heights == sorted(heights)
    assert drawn.collisions() == []


def test_an_end_that_is_missing_is_said(sheet: Callable[..., Any]) -> None:
    drawn = sheet(Slope((track("gone", {2020: "1"}, "a"), track("new", {2025: "2"}, "b")), YEARS))

    assert drawn.said().count("n/a") == 1
    assert [path for path in drawn.paths if path.get("data-mark") == "line"] == []


def test_of_nothing_it_says_so(sheet: Callable[..., Any]) -> None:
    assert sheet(Slope((), YEARS)).said() == ["n/a"]
    assert sheet(Slope((track("iron", {2020: "1"}),))).said() == ["n/a"]
