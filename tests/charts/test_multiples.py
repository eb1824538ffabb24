"""Laws of small multiples."""

from collections.abc import Callable
from typing import Any


def test_a_line_has_a_piece_for_every_run_of_years(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    lines = [path["d"] for path in sheet(samples["multiples"]).stroked("#D96C2B") if "stroke-width: 1.4" in path["style"]]

    # Panels one and three: one line of three years each. Panel two: 2019 and 2020, the others stand alone.
    assert sorted(line.count("L") for line in lines) == [1, 2, 2]


def test_values_at_the_end_are_spread_and_tied_to_their_lines(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    drawn = sheet(samples["multiples"])
    upper, lower = drawn.text("20.3").box, drawn.text("20.1").box

    assert lower.bottom > drawn.text("Kazakhstan").box.top > upper.top
    assert [path for path in drawn.stroked("#8B969F") if "stroke-width: 0.5" in path["style"]]


def test_an_estimate_is_dashed_and_ends_in_a_ring(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    drawn = sheet(samples["multiples-worst"])

    assert [path for path in drawn.stroked("#D96C2B") if "stroke-dasharray" in path["style"]]
    assert drawn.filled("#FFFFFF")


def test_a_panel_without_values_says_so(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    assert "n. d." in sheet(samples["multiples-worst"]).said()


def test_a_year_outside_the_values_is_not_named(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    said = sheet(samples["multiples"]).said()

    assert "2020" in said
    assert "2023" not in said


def test_zero_is_drawn_where_a_line_crosses_it(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    zeros = [path for path in sheet(samples["multiples"]).stroked("#8B969F") if "stroke-width: 0.8" in path["style"]]

    assert len(zeros) == 2
