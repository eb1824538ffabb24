"""What does a chart draw, measured from its SVG alone? Bars, points, lines and texts with their places."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from xml.etree import ElementTree as ET

from bilan.audit.numerals import squeezed

_SVG = "{http://www.w3.org/2000/svg}"
_COMMAND = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])|(-?\d*\.?\d+(?:e-?\d+)?)")
_TAKEN = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_BEND = "CSQTA"
SAME_PLACE = 0.1
_WIDTHS: tuple[tuple[Callable[[str], bool], float], ...] = (
    (str.isspace, 0.26),
    (str.isdigit, 0.6),
    (str.isupper, 0.68),
    (str.isalpha, 0.55),
)
_USUAL, _ASCENT = 0.4, 0.7
"""Widths of signs and the height of capitals, as parts of the size of type."""


Box = tuple[float, float, float, float]
"""Left, upper, right and lower bounds."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A text on its baseline, where it is anchored, with the readings its labels are said to show."""

    text: str
    x: float
    y: float
    readings: tuple[str, ...] = ()
    size: float = 0.0
    anchor: str = "start"

    @property
    def box(self) -> Box:
        """About the room it takes: letters are measured by their kind, not by a font."""
        wide = self.size * sum(next((width for kind, width in _WIDTHS if kind(sign)), _USUAL) for sign in squeezed(self.text))
        left = self.x - {"start": 0.0, "middle": wide / 2, "end": wide}.get(self.anchor, 0.0)
        return left, self.y - _ASCENT * self.size, left + wide, self.y


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline or line in the drawing's own units, y downwards, and what it is said to show; on a map `at` which place. A `leader` ties a text to its mark."""

    points: tuple[tuple[float, float], ...]
    mark: str = ""
    values: tuple[Decimal, ...] = ()
    axis: str = "y"
    scale: str = "1"
    reading: str = ""
    curved: bool = False
    at: tuple[float, ...] = ()
    leader: bool = False

    @property
    def low(self) -> tuple[float, float]:
        """Its left and upper bounds."""
        return min(x for x, _ in self.points), min(y for _, y in self.points)

    @property
    def high(self) -> tuple[float, float]:
        """Its right and lower bounds."""
        return max(x for x, _ in self.points), max(y for _, y in self.points)

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its bounds."""
        return (self.low[0] + self.high[0]) / 2, (self.low[1] + self.high[1]) / 2


@dataclass(frozen=True, slots=True)
class Drawn:
    """All of a drawing, in the order it is drawn."""

    shapes: tuple[Shape, ...] = ()
    letters: tuple[Letter, ...] = ()

    @property
    def marks(self) -> list[Shape]:
        """The shapes that are said to show a value."""
        return [one for one in self.shapes if one.mark]


def lines_from(letters: Sequence[Letter], first: Letter) -> str:
    """A text and all those below it that start at the same place, as one."""
    below = [one for one in letters if abs(one.x - first.x) <= SAME_PLACE and one.y >= first.y - SAME_PLACE]
    return " ".join(squeezed(one.text) for one in sorted(below, key=lambda one: one.y))


def measured(svg: str) -> Drawn:
    """A drawing measured; one that is no SVG has nothing in it."""
    try:
        root = ET.fromstring(svg)  # noqa: S314  entities are refused before: a chart has none
    except ET.ParseError:
        return Drawn()
    shapes = [one for element in root.iter() for one in _shape(element)]
    letters = [_letter(one) for one in root.iter(f"{_SVG}text")]
    return Drawn(tuple(shapes), tuple(letters))


def _letter(one: ET.Element) -> Letter:
    readings = tuple(one.get("data-reading", "").split())
    look = dict(_declared(one))
    size = _number(look.get("font-size", "").removesuffix("px"))
    return Letter("".join(one.itertext()), _number(one.get("x")), _number(one.get("y")), readings, size, look.get("text-anchor", "start"))


def _declared(one: ET.Element) -> Iterator[tuple[str, str]]:
    """How an element looks, by its attributes or its style."""
    yield from one.attrib.items()
    for part in one.get("style", "").split(";"):
        name, _, value = part.partition(":")
        yield name.strip(), value.strip()


def _shape(one: ET.Element) -> Iterator[Shape]:
    match one.tag.removeprefix(_SVG):
        case "path":
            points, curved = _path(one.get("d", ""))
        case "rect":
            x, y, width, height = (_number(one.get(name)) for name in ("x", "y", "width", "height"))
            points, curved = [(x, y), (x + width, y + height)], False
        case "circle":
            x, y, radius = (_number(one.get(name)) for name in ("cx", "cy", "r"))
            points, curved = [(x - radius, y - radius), (x + radius, y + radius)], True
        case "line":
            x, y, far, deep = (_number(one.get(name)) for name in ("x1", "y1", "x2", "y2"))
            points, curved = [(x, y), (far, deep)], False
        case _:
            return
    if points:
        mark, axis, scale = one.get("data-mark", ""), one.get("data-axis", "y"), one.get("data-scale", "1")
        values = tuple(_values(one.get("data-value", "")))
        if len(points) == len(values) + 1 and points[0] == points[-1]:  # an outline comes back to where it began
            points = points[:-1]
        at = tuple(_number(place) for place in one.get("data-at", "").split())
        reading, leader = one.get("data-reading", ""), bool(one.get("data-leader"))
        yield Shape(tuple(points), mark, values, axis, scale, reading, curved, at, leader)


def _path(data: str) -> tuple[list[tuple[float, float]], bool]:
    """The end points of a path's absolute commands, and whether it has curves."""
    points: list[tuple[float, float]] = []
    command, given, curved = "", list[float](), False
    for letter, number in _COMMAND.findall(data):
        if letter:
            command, given = letter.upper(), []
            curved = curved or command in _BEND
            continue
        given.append(float(number))
        if command and len(given) == _TAKEN[command]:
            x, y = points[-1] if points else (0.0, 0.0)
            points.append((given[0], y) if command == "H" else (x, given[0]) if command == "V" else (given[-2], given[-1]))
            given = []
    return points, curved


def _values(text: str) -> Iterator[Decimal]:
    for one in text.split():
        try:
            yield Decimal(one)
        except InvalidOperation:
            yield Decimal("NaN")


def _number(text: str | None) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0
