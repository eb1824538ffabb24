"""Laws of parts of wholes."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from bilan.charts.marks import Bar
from bilan.charts.specs_rows import Share

A, FRAME = "#0B4F75", "#F3F5F6"


def share(*values: str | None) -> Share:
    rows = (Bar(f"row {number}", None if value is None else Decimal(value), f"part {value}", "a") for number, value in enumerate(values))
    return Share(tuple(rows), "whole")


def test_a_part_fills_as_much_of_its_frame(sheet: Callable[..., Any]) -> None:
    drawn = sheet(share("0.25", "1"))
    frames, parts = drawn.filled(FRAME), drawn.filled(A)

    assert [(part.right - part.left) / (frame.right - frame.left) for part, frame in zip(parts, frames, strict=True)] == pytest.approx(
        [0.25, 1], abs=0.005
    )


def test_a_part_beyond_the_whole_is_drawn_as_long_as_it_is(sheet: Callable[..., Any]) -> None:
    drawn = sheet(share("1.5", "0.5"))

    assert drawn.filled(A)[0].right > drawn.filled(FRAME)[0].right
    assert drawn.text("part 1.5").box.left > drawn.filled(A)[0].right


def test_a_whole_of_which_nothing_is_known_stays_an_empty_frame(sheet: Callable[..., Any]) -> None:
    drawn = sheet(share(None))

    assert drawn.filled(A) == []
    assert "n/a" in drawn.said()


def test_without_rows_it_says_so(sheet: Callable[..., Any]) -> None:
    assert sheet(Share(())).said() == ["n/a"]
