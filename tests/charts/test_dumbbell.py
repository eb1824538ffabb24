"""Laws of couples of values."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from bilan.charts.marks import Bar
from bilan.charts.specs_rows import Couple, Dumbbell


def couple(one: str | None, other: str | None) -> Couple:
    values = [None if value is None else Decimal(value) for value in (one, other)]
    return Couple("goods", Bar("sold", values[0], f"one {one}", "a"), Bar("bought", values[1], f"other {other}", "b"))


def test_one_dot_is_full_and_the_other_hollow(sheet: Callable[..., Any]) -> None:
    drawn = sheet(Dumbbell((couple("1", "3"),)))
    points = [path for path in drawn.paths if path.get("data-mark") == "point"]

    assert [path["style"].split(";")[0] for path in points] == ["fill: #ffffff", "fill: #0b4f75"]
    assert [path["data-value"] for path in points] == ["3", "1"]


def test_the_smaller_value_is_labelled_on_the_left(sheet: Callable[..., Any]) -> None:
    drawn = sheet(Dumbbell((couple("3", "1"),)))

    assert drawn.text("other 1").box.right < drawn.text("one 3").box.left


def test_equal_values_show_both_dots(sheet: Callable[..., Any]) -> None:
    drawn = sheet(Dumbbell((couple("2", "2"),)))
    ring, dot = (drawn.bounds(path["d"]) for path in drawn.paths if path.get("data-mark") == "point")

    assert ring.left < dot.left < dot.right < ring.right


def test_both_kinds_of_dot_are_named_above_the_rows(sheet: Callable[..., Any]) -> None:
    drawn = sheet(Dumbbell((couple("1", "3"), couple("2", "4"))))

    assert drawn.said().count("sold") == drawn.said().count("bought") == 1
    assert drawn.text("sold").box.top < drawn.text("one 1").box.top


@pytest.mark.parametrize(("one", "other"), [(None, "2"), ("2", None), (None, None)])
def test_a_value_that_is_missing_is_said(one: str | None, other: str | None, sheet: Callable[..., Any]) -> None:
    drawn = sheet(Dumbbell((couple("1", "3"), couple(one, other))))

    assert drawn.said().count("n/a") == 1
    assert drawn.collisions() == []


def test_of_nothing_it_says_so(sheet: Callable[..., Any]) -> None:
    assert sheet(Dumbbell(())).said() == ["n/a"]
