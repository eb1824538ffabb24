"""What does a chart draw on? A sheet of exact size in millimetres that remembers where its labels stand."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bilan.charts._letters import advance
from bilan.charts._order import ordered
from bilan.charts._pen import Data, Letters, Shape, written
from bilan.charts._style import BAR_EDGE, DASH_FORECAST, HAIR, HATCH, HATCH_PITCH, PT, Look, Stroke, Style
from bilan.charts._words import printed_in
from bilan.charts.marks import Bar, Form, Point
from bilan.document import Printed, Words

Place = tuple[float, float]
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


@dataclass(frozen=True, slots=True)
class Datum:
    """What a mark shows, for whoever measures the drawing: a value (or one for each point of a line) along an axis of a scale.

    Marks of one scale lie on one straight axis: a `column` or `bar` is as long as its value and begins at zero, or where
    the one before ends, a `point` stands at it, a `line` or `range` has a corner at each of its values.
    """

    mark: str
    values: tuple[Decimal, ...] = ()
    reading: str = ""
    axis: str = "y"
    scale: str = "1"

    @property
    def attributes(self) -> Data:
        """As attributes of an element."""
        told = " ".join(format(one, "f") for one in self.values)
        return ("mark", self.mark), ("value", told), ("axis", self.axis), ("scale", self.scale), ("reading", self.reading)


def datum(mark: str, one: Point | Bar, axis: str = "y", scale: str = "1") -> Datum:
    """What the mark of a single value shows."""
    return Datum(mark, () if one.value is None else (one.value,), one.reading, axis, scale)


@dataclass(frozen=True, slots=True)
class Spot:
    """What a mark on a map shows: a place by longitude and latitude."""

    longitude: float
    latitude: float

    @property
    def attributes(self) -> Data:
        """As attributes of an element."""
        return (("at", f"{self.longitude} {self.latitude}"),)


class Canvas:
    """A sheet to draw on; later things lie above earlier ones."""

    def __init__(self, width: float, height: float, style: Style) -> None:
        self.width, self.height, self.style = width, height, style
        self.labels: list[Printed] = []
        self.boxes: list[Box] = []
        self._leaders: list[Box] = []
        self._pieces: list[Shape | Letters] = []

    @property
    def sheet(self) -> Box:
        """The whole of it."""
        return Box(0.0, 0.0, self.width, self.height)

    def line(self, points: Iterable[Place], stroke: Stroke, shows: Datum | Spot | None = None) -> None:
        """A line through points, with a gap where one is not a number."""
        self._pieces.append(Shape(tuple(points), edge=stroke, data=shows.attributes if shows else ()))

    def leader(self, start: Place, end: Place) -> None:
        """A hairline that ties a label to its mark; later labels keep clear of it."""
        self._pieces.append(Shape((start, end), edge=Stroke(self.style.colour.axis, HAIR), data=(("leader", "1"),)))
        steps = max(1, round(math.dist(start, end)))
        xs, ys = (start[0], end[0] - start[0]), (start[1], end[1] - start[1])
        for step in range(steps):
            one, two = step / steps, (step + 1) / steps
            low, high = sorted((ys[0] + ys[1] * one, ys[0] + ys[1] * two))
            left, right = sorted((xs[0] + xs[1] * one, xs[0] + xs[1] * two))
            self._leaders.append(Box(left, low, right, high))

    def area(
        self, points: Sequence[Place], fill: str, edge: Stroke | None = None, opacity: float = 1.0, shows: Datum | Spot | None = None
    ) -> None:
        """A filled outline."""
        self._pieces.append(Shape(points, fill, edge, opacity, data=shows.attributes if shows else ()))

    def bar(self, box: Box, fill: str, shows: Datum | Spot | None = None) -> None:
        """A filled rectangle."""
        self.area(box.corners, fill, shows=shows)

    def block(self, box: Box, colour: str, form: Form = "firm", shows: Datum | Spot | None = None) -> None:
        """A column or bar: full if firm, else paper with an edge.

        Diagonal hatch: an estimate or a bound; level hatch: provisional; empty: another reporter's; empty and dashed: forecast.
        """
        if form == "firm":
            self.bar(box, colour, shows)
            return
        self.bar(box, self.style.colour.paper, shows)
        lines = hatch(box) if form == "estimate" else rungs(box) if form == "provisional" else []
        if lines:
            self.line(lines, Stroke(colour, HATCH))
        dashes = DASH_FORECAST if form == "forecast" else ()
        self.line((*box.corners, box.corners[0]), Stroke(colour, BAR_EDGE, dashes))

    def disc(self, place: Place, points: float, fill: str, edge: Stroke | None = None, shows: Datum | Spot | None = None) -> None:
        """A disc of a diameter in points, or with an edge a ring."""
        radius = (points - (edge.width if edge else 0)) / 2 * PT
        self._pieces.append(Shape((place,), fill, edge, radius=radius, data=shows.attributes if shows else ()))

    def text(self, place: Place, words: Words, look: Look, align: str = "left") -> Box:
        """Words on a baseline, `left`, `center` or `right` of a place; gives the room they take."""
        box = self.room(place, words, look, align)
        spoken = printed_in(words)
        said = " ".join(one.ref for one in spoken if one.kind == "reading")
        self._pieces.append(Letters(place, str(words), look, align, (("reading", said),)))
        self.boxes.append(box)
        self.labels.extend(spoken)
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

    def trial(self) -> "Canvas":
        """An empty sheet on which the same places are taken: to try out where labels go."""
        other = Canvas(self.width, self.height, self.style)
        other.boxes, other._leaders = [*self.boxes], [*self._leaders]
        return other

    def svg(self) -> str:
        """The drawing, the same for the same input on any machine."""
        return written(ordered(self._pieces), (self.width, self.height), self.style.family)


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


def rungs(box: Box) -> list[Place]:
    """Level lines across a box, as one line with gaps."""
    points: list[Place] = []
    for number in range(1, int((box.top - box.bottom) / HATCH_PITCH) + 1):
        y = box.bottom + number * HATCH_PITCH
        points += [(box.left, y), (box.right, y), (float("nan"), float("nan"))]
    return points
