"""Laws of the one who writes the SVG."""

import re
import subprocess
import sys

from bilan.charts._pen import Letters, Shape, written
from bilan.charts._style import Look, Stroke

CODE = (
    "import sys, bilan.charts._pen; print([name for name in ('figure', 'axes', 'axis', 'pyplot') if f'matplotlib.{name}' in sys.modules])"
)


def test_loads_no_figure_and_no_axes() -> None:
    assert subprocess.run([sys.executable, "-c", CODE], check=True, capture_output=True, text=True).stdout == "[]\n"  # noqa: S603  our own code


def test_a_line_is_broken_where_a_point_is_not_a_number() -> None:
    svg = written([Shape(((0, 0), (5, 5), (float("nan"), 0), (7, 7), (9, 9)), edge=Stroke("#14212B"))], (10, 10), "IBM Plex Sans")

    assert len(re.findall("M", re.findall(r' d="([^"]+)"', svg)[0])) == 2


def test_dashes_are_as_long_as_the_line_is_thick() -> None:
    svg = written([Shape(((0, 0), (5, 5)), edge=Stroke("#14212B", 2.0, (3.0, 1.0)))], (10, 10), "IBM Plex Sans")

    assert "stroke-dasharray: 6,2" in svg
    assert "stroke-linecap" not in svg


def test_ends_are_round_where_asked_for_and_fills_may_be_faint() -> None:
    shapes = [Shape(((0, 0), (5, 5)), edge=Stroke("#14212B", round=True)), Shape(((1, 1), (2, 1), (2, 2)), "#0B4F75", opacity=0.3)]
    svg = written(shapes, (10, 10), "IBM Plex Sans")

    assert "stroke-linecap: round" in svg
    assert "opacity: 0.3" in svg


def test_later_pieces_lie_above_earlier_ones() -> None:
    pieces: list[Shape | Letters] = [
        Shape(((1, 1),), "#0B4F75", radius=1.0),
        Letters((2, 2), "word", Look("#14212B"), "right"),
        Shape(((0, 0), (9, 9)), edge=Stroke("#14212B")),
    ]

    assert re.findall(r"<(path|text) ", written(pieces, (10, 10), "IBM Plex Sans")) == ["path", "text", "path"]
