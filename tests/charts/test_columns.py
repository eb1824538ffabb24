"""Laws of the column of names."""

import pytest

from bilan.charts._canvas import Canvas
from bilan.charts._columns import name_width, write_name
from bilan.charts._style import style_of
from bilan.config.models import BrandConfig
from bilan.fonts.cut import Fonts

LONG = "Mineral fuels, mineral oils and products of their distillation; bituminous substances"


@pytest.fixture
def canvas(fonts: Fonts) -> Canvas:
    return Canvas(174, 60, style_of(BrandConfig(), fonts))


def test_short_names_take_no_more_than_they_need(canvas: Canvas) -> None:
    look = canvas.style.label(canvas.style.colour.ink)

    assert name_width(canvas, ["Iron", "Fruit"], 100, 10) == pytest.approx(max(canvas.measure(one, look) for one in ("Iron", "Fruit")))


def test_a_long_name_takes_a_wider_column_in_a_low_row(canvas: Canvas) -> None:
    assert name_width(canvas, [LONG], 100, 12) < name_width(canvas, [LONG], 100, 7) <= 54


def test_the_lines_of_a_name_stand_around_the_middle_of_its_row(canvas: Canvas) -> None:
    look = canvas.style.label()
    write_name(canvas, LONG, (3, 30), 40, look)
    boxes = canvas.boxes

    assert len(boxes) == 3
    assert all(box.left == 3 and box.right <= 43.1 for box in boxes)
    assert (boxes[0].top + boxes[-1].bottom) / 2 == pytest.approx(30, abs=0.4)
    assert boxes[0].bottom > boxes[1].bottom > boxes[2].bottom
