"""Who writes the SVG? matplotlib's SVG renderer alone: without figure and axes it loads sooner and draws three times as fast."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib import rc_context
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.colors import to_rgb
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, IdentityTransform

from bilan.charts._style import PT, Look, Stroke
from bilan.charts._svg import clean

# Settings of the user's own matplotlib must not reach a page; the renderer reads these when it writes.
_SETTINGS = {"svg.fonttype": "none", "svg.hashsalt": "bilan", "svg.id": None, "path.simplify": False, "text.usetex": False}
_NO_DATES = {"Date": None, "Creator": None, "Format": None, "Type": None}
_POINTS = Affine2D().scale(1 / PT)
Data = tuple[tuple[str, str], ...]
"""Names and values of the attributes that say which datum an element shows."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A line or an outline through points in millimetres, a gap where a point is not a number; or a disc of a radius."""

    points: Sequence[tuple[float, float]]
    fill: str = ""
    edge: Stroke | None = None
    opacity: float = 1.0
    radius: float = 0.0
    data: Data = ()


@dataclass(frozen=True, slots=True)
class Letters:
    """A text on its baseline, `left`, `center` or `right` of a place."""

    place: tuple[float, float]
    words: str
    look: Look
    align: str
    data: Data = ()


class _Anchored:
    """What the renderer asks of a text to write where it is anchored."""

    def __init__(self, x: float, y: float, align: str) -> None:
        self._place, self._align = (x, y), align

    def get_rotation_mode(self) -> str:
        """Never turned."""
        return "anchor"

    def get_transform(self) -> IdentityTransform:
        """Its place is in points already."""
        return IdentityTransform()

    def get_unitless_position(self) -> tuple[float, float]:
        """Where it is anchored."""
        return self._place

    def get_ha(self) -> str:
        """`left`, `center` or `right`."""
        return self._align


def written(pieces: Sequence[Shape | Letters], size: tuple[float, float], family: str) -> str:
    """The SVG of pieces on a sheet of a size in millimetres; later pieces lie above earlier ones."""
    buffer = io.StringIO()
    with rc_context(_SETTINGS):  # type: ignore[arg-type]  # its keys are literals, ours are plain text
        renderer = RendererSVG(size[0] / PT, size[1] / PT, buffer, metadata=_NO_DATES)  # type: ignore[no-untyped-call]  # same
        for piece in pieces:
            if isinstance(piece, Letters):
                _write(renderer, piece, family)
            else:
                _draw(renderer, piece)
        renderer.finalize()  # type: ignore[no-untyped-call]  # same
    return clean(buffer.getvalue(), *size, [piece.data for piece in pieces])


def _draw(renderer: RendererSVG, shape: Shape) -> None:
    pen = GraphicsContextBase()
    pen.set_linewidth(shape.edge.width if shape.edge else 0)
    pen.set_joinstyle("round")
    if shape.opacity != 1.0:
        pen.set_alpha(shape.opacity)
    if shape.edge:
        pen.set_foreground(shape.edge.colour)
        pen.set_capstyle("round" if shape.edge.round else "butt")
        if shape.edge.dashes:
            pen.set_dashes(0, [dash * shape.edge.width for dash in shape.edge.dashes])
    path, place = (Path.unit_circle(), _disc(shape)) if shape.radius else (_outline(shape), _POINTS)
    renderer.draw_path(pen, path, place, to_rgb(shape.fill) if shape.fill else None)  # type: ignore[no-untyped-call]  # matplotlib gives it no types


def _outline(shape: Shape) -> Path:
    closed = bool(shape.fill)
    return Path([*shape.points, shape.points[0]] if closed else list(shape.points), closed=closed)


def _disc(shape: Shape) -> Affine2D:
    (x, y), radius = shape.points[0], shape.radius / PT
    return Affine2D().scale(radius).translate(x / PT, y / PT)


def _write(renderer: RendererSVG, letters: Letters, family: str) -> None:
    pen, look = GraphicsContextBase(), letters.look
    pen.set_foreground(look.colour)
    x, y = letters.place[0] / PT, letters.place[1] / PT
    font = FontProperties(family=family, weight=look.weight, size=look.size)
    anchor = _Anchored(x, y, letters.align)
    renderer.draw_text(pen, x, renderer.height - y, letters.words, font, 0, mtext=anchor)  # type: ignore[no-untyped-call]  # same
