from decimal import Decimal

import pytest
from tests.audit.drawings import column, svg, text

from bilan.audit.shapes import Letter, lines_from, measured


def test_measures_a_column_and_what_it_is_said_to_show() -> None:
    (shape,) = measured(svg(column(40, "1", 2022))).marks

    assert (shape.low, shape.high, shape.middle) == ((40, 60), (50, 100), (45, 80))
    assert (shape.mark, shape.values, shape.axis, shape.scale, shape.reading) == (
        "column", (Decimal(10**9),), "y", "1", "trade.total:KAZ:2022",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("element", "low", "high"),
    [
        ('<rect x="1" y="2" width="3" height="4"/>', (1, 2), (4, 6)),
        ('<circle cx="5" cy="6" r="2"/>', (3, 4), (7, 8)),
        ('<line x1="1" y1="9" x2="4" y2="9"/>', (1, 9), (4, 9)),
        ('<path d="M 1 1 H 5 V 7 z"/>', (1, 1), (5, 7)),
        ('<path d="M 5 4 C 5.5 4 6 4.5 6 5 C 6 5.5 5.5 6 5 6 z"/>', (5, 4), (6, 6)),
    ],
)
def test_measures_every_way_to_draw_a_shape(element: str, low: tuple[float, float], high: tuple[float, float]) -> None:
    (shape,) = measured(svg(element)).shapes

    assert (shape.low, shape.high) == (low, high)


def test_reads_texts_with_their_places_and_readings() -> None:
    assert measured(svg(text(1, 2, "1.5", "a b"), text(3, 4, "x"))).letters == (Letter("1.5", 1, 2, ("a", "b")), Letter("x", 3, 4))


def test_what_is_no_drawing_has_nothing_in_it() -> None:
    assert measured("no svg") == measured(svg()) == measured("<svg><path/></svg>")


def test_a_value_that_is_no_number_is_kept_as_none() -> None:
    (shape,) = measured(svg('<path d="M 0 0 L 1 1" data-mark="point" data-value="odd"/>')).marks

    assert not shape.values[0].is_finite()


def test_reads_the_lines_of_a_broken_text_from_top_to_bottom() -> None:
    letters = (Letter("below", 5, 20), Letter("first", 5, 10), Letter("aside", 9, 15), Letter("above", 5, 1))

    assert lines_from(letters, letters[1]) == "first below"
