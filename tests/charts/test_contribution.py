"""Laws of contributions to growth."""

from collections.abc import Callable
from typing import Any

import pytest


def test_parts_float_to_where_the_next_begins_and_the_sum_spans_all(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    drawn = sheet(samples["contribution"])
    (first,), (second,), (total,) = (drawn.filled(colour) for colour in ("#D96C2B", "#0B4F75", "#34434F"))

    assert second.left == pytest.approx(first.right, abs=0.05)
    assert total.left == pytest.approx(first.left, abs=0.05)
    assert total.right == pytest.approx(second.right, abs=0.05)


def test_a_negative_part_points_back_with_its_label_on_the_left(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    drawn = sheet(samples["contribution-negative"])
    back = drawn.filled("#FFFFFF")[0]

    assert drawn.text("−7,8").box.right < back.left
    assert drawn.text("+3,8").box.left > drawn.filled("#D96C2B")[0].right


def test_a_missing_part_is_said(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    assert "n. d." in sheet(samples["contribution-negative"]).said()


def test_the_sum_is_the_largest_label(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    drawn = sheet(samples["contribution"])

    assert (drawn.text("+11.6").size, drawn.text("+3.8").size) == (9, 7)


def test_a_long_name_takes_a_second_line(samples: dict[str, Any], sheet: Callable[..., Any]) -> None:
    said = sheet(samples["contribution-negative"]).said()

    assert "Exportations kirghizes vers le Kazakhstan, en" in said
    assert "points de croissance" in said
