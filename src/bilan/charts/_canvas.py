"""What does a chart draw on? A sheet of exact size in millimetres that remembers where its labels stand."""

import io
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from matplotlib import rc_context
from matplotlib.artist import Artist
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Polygon
from matplotlib.text import Text as Label
from matplotlib.transforms import Affine2D

from bilan.charts._style import BAR_EDGE, HAIR, HATCH, HATCH_PITCH, PT, Look, Stroke, Style
from bilan.charts._svg import clean
from bilan.charts._words import printed_in
from bilan.document import Printed, Words

Place = tuple[float, float]
# Settings of the user's own matplotlib must not reach a page; artists read some of them when they are made.
_SETTINGS = {
    "svg.fonttype": "none", "svg.hashsalt": "bilan", "text.usetex": False, "text.parse_math": False, "path.simplify": False,
    "path.sketch": None, "path.effects": [], "lines.scale_dashes": True, "lines.antialiased": True, "axes.unicode_minus": True,
}  # fmt: skip
_NO_DATES = {"Date": None, "Creator": None, "Format": None, "Type": None}
_MEASURED_AT = 100
_ABOVE, _BELOW = 0.78, 0.22


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in millimetres; y grows upwards."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def corners(self) -> tuple[Place, ...]:
        """Its corners, counterclockwise."""
        return (self.left, self.bottom), (self.right, self.bottom), (self.right, self.top), (self.left, self.top)

    def meets(self, other: "Box", air: float = 0.0) -> bool:
        """Whether two boxes share a place, or come nearer than `air`."""
        apart = self.right + air <= other.left or other.right + air <= self.left
        return not apart and not (self.top + air <= other.bottom or other.top + air <= self.bottom)

    def inside(self, other: "Box") -> bool:
        """Whether it leaves the other box nowhere."""
        return self.left >= other.left and self.right <= other.right and self.bottom >= other.bottom and self.top <= other.top


class Canvas:
    """A sheet to draw on; later things lie above earlier ones."""

    def __init__(self, width: float, height: float, style: Style) -> None:
        self.width, self.height, self.style = width, height, style
        self.labels: list[Printed] = []
        self.boxes: list[Box] = []
        self._leaders: list[Box] = []
        self._artists: list[Callable[..., Artist]] = []
        self._millimetres = Affine2D().scale(1 / PT)

    @property
    def sheet(self) -> Box:
        """The whole of it."""
        return Box(0.0, 0.0, self.width, self.height)

    def line(self, points: Iterable[Place], stroke: Stroke) -> None:
        """A line through points."""
        xs, ys = zip(*points, strict=True)
        look = {"color": stroke.colour, "linewidth": stroke.width, "solid_joinstyle": "round", "dash_capstyle": "butt"}
        dashes = {"dashes": stroke.dashes} if stroke.dashes else {}
        self._add(Line2D, xs, ys, solid_capstyle="round" if stroke.round else "butt", **look, **dashes)

    def leader(self, start: Place, end: Place) -> None:
        """A hairline that ties a label to its mark; later labels keep clear of it."""
        self.line((start, end), Stroke(self.style.colour.axis, HAIR))
        steps = max(1, round(math.dist(start, end)))
        xs, ys = (start[0], end[0] - start[0]), (start[1], end[1] - start[1])
        for step in range(steps):
            one, two = step / steps, (step + 1) / steps
            low, high = sorted((ys[0] + ys[1] * one, ys[0] + ys[1] * two))
            left, right = sorted((xs[0] + xs[1] * one, xs[0] + xs[1] * two))
            self._leaders.append(Box(left, low, right, high))

    def area(self, points: Sequence[Place], fill: str, edge: Stroke | None = None, opacity: float = 1.0) -> None:
        """A filled outline."""
        look = {"facecolor": fill, "edgecolor": edge.colour if edge else "none", "linewidth": edge.width if edge else 0}
        self._add(Polygon, list(points), closed=True, joinstyle="round", alpha=None if opacity == 1.0 else opacity, **look)

    def bar(self, box: Box, fill: str) -> None:
        """A filled rectangle."""
        self.area(box.corners, fill)

    def block(self, box: Box, colour: str, *, soft: bool) -> None:
        """A column or bar; a soft one, an estimate or a bound, is paper with edge and diagonal hatch."""
        if not soft:
            self.bar(box, colour)
            return
        self.bar(box, self.style.colour.paper)
        lines = hatch(box)
        if lines:
            self.line(lines, Stroke(colour, HATCH))
        self.line((*box.corners, box.corners[0]), Stroke(colour, BAR_EDGE))

    def disc(self, place: Place, points: float, fill: str, edge: Stroke | None = None) -> None:
        """A disc of a diameter in points, or with an edge a ring."""
        look = {"facecolor": fill, "edgecolor": edge.colour if edge else "none", "linewidth": edge.width if edge else 0}
        self._add(Circle, place, (points - (edge.width if edge else 0)) / 2 * PT, **look)

    def text(self, place: Place, words: Words, look: Look, align: str = "left") -> Box:
        """Words on a baseline, `left`, `center` or `right` of a place; gives the room they take."""
        box = self.room(place, words, look, align)
        face = self.style.face(look.weight)
        font = FontProperties(family=self.style.family, weight=look.weight, size=look.size, fname=str(self.style.fonts.files[face]))
        self._add(Label, *place, str(words), color=look.colour, fontproperties=font, ha=align, va="baseline", parse_math=False)
        self.boxes.append(box)
        self.labels.extend(printed_in(words))
        return box

    def room(self, place: Place, words: Words, look: Look, align: str = "left") -> Box:
        """The room that words would take."""
        width = self.measure(words, look)
        left = place[0] - {"left": 0.0, "center": width / 2, "right": width}[align]
        em = look.size * PT
        return Box(left, place[1] - _BELOW * em, left + width, place[1] + _ABOVE * em)

    def measure(self, words: Words, look: Look) -> float:
        """The width of words in millimetres."""
        return advance(self.style.fonts.files[self.style.face(look.weight)], str(words)) * look.size * PT

    def clear(self, box: Box, air: float = 0.3) -> bool:
        """Whether a label there would stand on the sheet and touch neither another one nor a leader."""
        return box.inside(self.sheet) and not any(box.meets(other, air) for other in (*self.boxes, *self._leaders))

    def svg(self) -> str:
        """The drawing, the same for the same input on any machine."""
        figure = Figure(figsize=(self.width / 25.4, self.height / 25.4), dpi=72, frameon=False)
        buffer = io.StringIO()
        with rc_context(_SETTINGS):  # type: ignore[arg-type]  # its keys are literals, ours are plain text
            for order, make in enumerate(self._artists):
                figure.add_artist(make(transform=self._millimetres, zorder=order), clip=False)
            FigureCanvasSVG(figure).print_svg(buffer, metadata=_NO_DATES)  # type: ignore[no-untyped-call]  # matplotlib gives it no types
        return clean(buffer.getvalue(), self.width, self.height)

    def _add(self, kind: Callable[..., Artist], *args: object, **look: object) -> None:
        self._artists.append(partial(kind, *args, **look))


def hatch(box: Box) -> list[Place]:
    """Rising diagonals clipped to a box, as one line with gaps."""
    width, height = box.right - box.left, box.top - box.bottom
    points: list[Place] = []
    for number in range(1, int((width + height) / HATCH_PITCH) + 1):
        rise = number * HATCH_PITCH
        start = (box.left, box.top - rise) if rise <= height else (box.left + rise - height, box.bottom)
        end = (box.left + rise, box.top) if rise <= width else (box.right, box.top - rise + width)
        points += [start, end, (float("nan"), float("nan"))]
    return points


@cache
def advance(font: Path, text: str) -> float:
    """The width of a text in ems, kerned, as any page will set it."""
    face = _face(font)
    face.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    return float(face.get_width_height()[0]) / 64 / _MEASURED_AT


@cache
def _face(font: Path) -> FT2Font:
    face = FT2Font(str(font))
    face.set_size(_MEASURED_AT, 72)
    return face
