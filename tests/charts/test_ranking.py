"""Laws of rankings."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bilan.charts.marks import Bar
from bilan.charts.specs_rows import Group, Ranking

A, B = "#0B4F75", "#D96C2B"
VALUES = st.lists(st.decimals(-1000, 1000, places=2), min_size=1, max_size=8)


def bars(values: list[str | None], who: str = "a") -> tuple[Bar, ...]:
    return tuple(
        Bar(f"product {number}", None if value is None else Decimal(value), f"value {value}", who, note=f"note {number}")  # type: ignore[arg-type]  # a partner
        for number, value in enumerate(values)
    )


def test_bars_of_both_groups_share_one_scale(sheet: Callable[..., Any]) -> None:
    drawn = sheet(Ranking((Group("sells", bars(["8", "4"])), Group("buys", bars(["2"], "b")))))
    widths = [box.right - box.left for box in (*drawn.filled(A), *drawn.filled(B))]

    assert [width / widths[0] for width in widths] == pytest.approx([1, 0.5, 0.25], abs=0.005)


def test_rows_stand_in_the_order_given(sheet: Callable[..., Any]) -> None:
    drawn = sheet(Ranking((Group("sells", bars(["3", "9", "1"])),)))
    tops = [drawn.text(f"value {value}").box.top for value in ("3", "9", "1")]

    assert tops == sorted(tops)


def test_a_value_that_is_missing_keeps_its_row(sheet: Callable[..., Any]) -> None:
    drawn = sheet(Ranking((Group("", bars(["3", None, "1"])),), "n. d."))

    assert drawn.said().count("n. d.") == 1
    assert drawn.text("product 0").box.top < drawn.text("n. d.").box.top < drawn.text("product 2").box.top


def test_a_negative_value_runs_to_the_left_with_its_label(sheet: Callable[..., Any]) -> None:
    drawn = sheet(Ranking((Group("", bars(["5", "-2"])),)))
    plus, minus = drawn.filled(A)

    assert minus.right == pytest.approx(plus.left, abs=0.02)
    assert drawn.text("value -2").box.right < minus.left


def test_notes_end_at_the_right_edge(sheet: Callable[..., Any]) -> None:
    drawn = sheet(Ranking((Group("", bars(["5", "2"])),)))

    assert [drawn.text(f"note {number}").box.right for number in (0, 1)] == pytest.approx([174, 174], abs=0.02)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(values=VALUES)
def test_no_values_make_labels_collide(values: list[Decimal], sheet: Callable[..., Any]) -> None:
    drawn = sheet(Ranking((Group("heading", bars([str(value) for value in values])),)))

    assert drawn.collisions() == []
    assert drawn.outside() == []
