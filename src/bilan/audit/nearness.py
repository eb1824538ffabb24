"""Does each text of a chart stand at its own mark: nearer than at another's, or tied to it by a line?"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import hypot

from bilan.audit.shapes import Box, Drawn, Letter, Shape

Place = tuple[float, float]
Line = tuple[Place, Place]
REACH = 40.0
"""How far from its mark a text may stand without a line that ties it, in points: as far as columns end before the labels."""
TOUCH = 4.0
"""How near the ends of a line must come to a text and to a mark to tie them."""
MARGIN = 1.5
"""By how much two texts must stand nearer to each other's marks before they are told to be swapped."""


def leaders(drawn: Drawn) -> list[Line]:
    """The lines of a drawing that are said to tie a text to its mark, by their ends."""
    return [(one.points[0], one.points[-1]) for one in drawn.shapes if one.leader]


def far(letter: Letter, mark: Box, lines: Sequence[Line]) -> float:
    """How far a text stands from a mark, a line that leads from one to the other counting as nothing."""
    box = letter.box
    ways = ((start, end) for line in lines for start, end in (line, line[::-1]))
    tied = [_apart(box, _at(end)) + _apart(mark, _at(start)) for start, end in ways if _apart(mark, _at(start)) <= TOUCH]
    return min([_apart(box, mark), *(one for one in tied if one <= 2 * TOUCH)])


def swapped(texts: Sequence[tuple[Letter, Box]], lines: Sequence[Line]) -> Iterator[tuple[Letter, Letter]]:
    """Pairs of texts that would both together stand nearer to their marks if each stood in the other's place."""
    measured = [(letter, mark, far(letter, mark, lines)) for letter, mark in texts]
    for (one, at, own), (other, to, its) in combinations(measured, 2):
        if one.text != other.text and far(one, to, lines) + far(other, at, lines) < own + its - MARGIN:
            yield one, other


def loose(texts: Sequence[tuple[Letter, Box]], lines: Sequence[Line], reach: float = REACH) -> Iterator[Letter]:
    """Texts that stand at their mark neither by nearness nor by a line."""
    yield from (letter for letter, mark in texts if far(letter, mark, lines) > reach)


def inside(place: Place, ring: Sequence[Place]) -> bool:
    """Whether a place lies within an outline."""
    found = False
    for (x, y), (further, lower) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y > place[1]) != (lower > place[1]) and place[0] < x + (place[1] - y) / (lower - y) * (further - x):
            found = not found
    return found


def middle(box: Box) -> Place:
    """The middle of a box."""
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _apart(one: Box, other: Box) -> float:
    """The way between two boxes; nothing where they meet."""
    across = max(one[0] - other[2], 0.0, other[0] - one[2])
    return hypot(across, max(one[1] - other[3], 0.0, other[1] - one[3]))


def _at(place: Place) -> Box:
    return (*place, *place)


def level(shape: Shape) -> bool:
    """Whether a shape is a level line."""
    return len(shape.points) > 1 and shape.high[1] - shape.low[1] < 0.1  # noqa: PLR2004  a tenth of a point
