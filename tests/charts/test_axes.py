"""Laws of plots."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.charts._axes import crosses, gutter, value_scale
from bilan.charts._canvas import Box, Canvas
from bilan.charts._style import style_of
from bilan.charts.marks import Tick
from bilan.config.models import BrandConfig
from bilan.document import Printed
from bilan.fonts.cut import Fonts

BOX = Box(10, 10, 20, 20)


def tick(value: str, label: str = "") -> Tick:
    return Tick(Decimal(value), Printed(label or value, "axis", value))


@given(st.lists(st.floats(-1e12, 1e12), min_size=1, max_size=30))
def test_every_value_lies_on_its_scale(values: list[float]) -> None:
    scale = value_scale(values, (), 5.0, 60.0)

    assert all(5.0 - 1e-6 <= scale(value) <= 60.0 + 1e-6 for value in values)


def test_a_line_far_above_zero_starts_above_it_and_another_at_it() -> None:
    assert value_scale([90, 100], (), 0, 1).low > 80
    assert value_scale([10, 100], (), 0, 1).low == 0
    assert value_scale([-10, 100], (), 0, 1).low < -10


def test_the_highest_round_value_near_the_data_is_on_the_scale() -> None:
    assert value_scale([10, 98], (tick("100"), tick("150")), 0, 1).high == pytest.approx(101.52)


@pytest.mark.parametrize(
    ("line", "meets"),
    [
        ([(0, 0), (30, 30)], True),
        ([(0, 15), (30, 15)], True),
        ([(15, 0), (15, 30)], True),
        ([(12, 12), (13, 13)], True),
        ([(0, 0), (30, 5)], False),
        ([(0, 25), (30, 25)], False),
        ([(25, 0), (25, 30)], False),
        ([(0, 12), (5, 30), (9, 40)], False),
        ([(15, 15)], True),
        ([(5, 15)], False),
        ([], False),
    ],
)
def test_knows_whether_a_line_runs_through_a_label(line: list[tuple[float, float]], meets: bool) -> None:  # noqa: FBT001
    assert crosses(line, BOX) is meets


def test_a_long_number_of_the_axis_widens_the_gutter(fonts: Fonts) -> None:
    canvas = Canvas(100, 50, style_of(BrandConfig(), fonts))

    assert gutter((), canvas) == gutter((tick("1"),), canvas) == 8.0
    assert gutter((tick("1", "1 000 000 000"),), canvas) > 8.0
