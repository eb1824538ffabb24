"""Do the marks of a map lie where their places are, and does each name stand at its own place or in its own country?"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import cos, radians, sin, sqrt
from statistics import median

from bilan.audit.data import Asked, Region
from bilan.audit.nearness import Place, inside, leaders, level, loose, middle, swapped
from bilan.audit.numerals import squeezed
from bilan.audit.shapes import Drawn, Letter, Shape

EARTH_KM, PT = 6371.0, 25.4 / 72
BETWEEN_MM = 4.0
"""What parts two regions of a map."""
OFF = 0.1
"""How far a mark may lie from its place, in points."""
AT_MARK = 9.0
"""How far a name may stand from its mark without a line, in points."""
_FEWEST = 2
"""Marks that tell the scale of a region."""
Project = Callable[[Place], Place]


def misplaced(drawn: Drawn, asked: Asked) -> Iterator[str]:
    """What is wrong with the marks, names and scales of a map."""
    start = 0.0
    for region in asked.regions:
        end = start + region.width_mm / PT
        letters = [one for one in drawn.letters if start - 2 <= middle(one.box)[0] < end + 2]
        marks = [one for one in drawn.shapes if one.at and start - OFF <= one.middle[0] <= end + OFF]
        yield from _of_region(region, letters, marks, drawn)
        start = end + BETWEEN_MM / PT


def _of_region(region: Region, letters: Sequence[Letter], marks: Sequence[Shape], drawn: Drawn) -> Iterator[str]:
    spoken = {_bare(one.name) for one in (*region.places, *region.lands)} | {_bare(region.scale)}
    yield from (
        f"'{squeezed(one.text)}' stands in another part of the map than its own" for one in letters if _bare(one.text) not in spoken
    )
    known = {one.at: one for one in region.places}
    yield from (f"a mark lies at {_told(one.at)}, where no place was given" for one in marks if one.at not in known)
    drawn_at = {(one.at[0], one.at[1]): one for one in marks if one.at in known}
    line = _line(region, drawn_at)
    if line is None:
        return
    project, unit = line
    for at, mark in drawn_at.items():
        x, y = project(at)
        if max(abs(mark.middle[0] - x), abs(mark.middle[1] - y)) > OFF:
            yield f"the mark of '{known[at].name}' does not lie where it is"
    yield from _names(region, letters, drawn_at, drawn)
    yield from _countries(region, letters, project)
    yield from _scale(region, letters, unit, drawn)


def _names(region: Region, letters: Sequence[Letter], marks: Mapping[Place, Shape], drawn: Drawn) -> Iterator[str]:
    """Names of places that stand at another's mark, or at none."""
    names = Counter(_bare(one.name) for one in region.places)
    own = {_bare(one.name): marks[one.at] for one in region.places if one.at in marks and names[_bare(one.name)] == 1}
    texts = [(one, (*own[_bare(one.text)].low, *own[_bare(one.text)].high)) for one in letters if _bare(one.text) in own]
    lines = leaders(drawn)
    for one, other in swapped(texts, lines):
        yield f"'{squeezed(one.text)}' and '{squeezed(other.text)}' stand at each other's places"
    for one in loose(texts, lines, AT_MARK):
        yield f"'{squeezed(one.text)}' stands at no mark, and no line ties it to its own"


def _countries(region: Region, letters: Sequence[Letter], project: Project) -> Iterator[str]:
    """Names of countries that do not stand in them."""
    for land in region.lands:
        for letter in (one for one in letters if _bare(one.text) == _bare(land.name)):
            place = middle(letter.box)
            if not any(inside(place, [project(point) for point in ring]) for ring in land.rings):
                yield f"'{squeezed(letter.text)}' does not stand in its country"


def _scale(region: Region, letters: Sequence[Letter], unit: float, drawn: Drawn) -> Iterator[str]:
    """A scale whose line is not as long as it says, or that stands at another one."""
    length = region.kilometres / EARTH_KM * unit
    bars = [one for one in drawn.shapes if not one.mark and not one.at and level(one) and abs(one.high[0] - one.low[0] - length) <= OFF]
    for letter in (one for one in letters if region.scale and _bare(one.text) == _bare(region.scale)):
        if not any(0 < bar.low[1] - letter.y <= AT_MARK and abs(bar.high[0] - letter.box[2]) <= AT_MARK for bar in bars):
            yield f"no line as long as '{squeezed(letter.text)}' stands under it"


def _line(region: Region, marks: Mapping[Place, Shape]) -> tuple[Project, float] | None:
    """From longitude and latitude to the drawing as most marks have it, and how long the Earth's radius is there; None for too few."""
    flat = _albers(region.bounds)
    pairs = [(flat(at), mark.middle) for at, mark in marks.items()]
    units = [
        ((to[0] - back[0]) ** 2 + (to[1] - back[1]) ** 2) ** 0.5 / away
        for number, (one, to) in enumerate(pairs)
        for other, back in pairs[number + 1 :]
        if (away := ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)
    ]
    if len(pairs) < _FEWEST or not units:
        return None
    unit = median(units)
    left, top = median(to[0] - unit * one[0] for one, to in pairs), median(to[1] + unit * one[1] for one, to in pairs)
    return lambda place: (left + unit * flat(place)[0], top - unit * flat(place)[1]), unit


def _albers(bounds: tuple[float, float, float, float]) -> Project:
    """Albers' equal-area projection for these bounds (Snyder, Map Projections, USGS 1987, p. 100), its parallels a sixth inside them."""
    west, south, east, north = bounds
    low, high = radians(south + (north - south) / 6), radians(north - (north - south) / 6)
    cone = (sin(low) + sin(high)) / 2
    constant = cos(low) ** 2 + 2 * cone * sin(low)

    def radius(latitude: float) -> float:
        return sqrt(constant - 2 * cone * sin(radians(latitude))) / cone

    def flat(place: Place) -> Place:
        angle = cone * radians(place[0] - (west + east) / 2)
        return radius(place[1]) * sin(angle), radius((south + north) / 2) - radius(place[1]) * cos(angle)

    return flat


def _bare(text: str) -> str:
    return squeezed(text).casefold()


def _told(at: tuple[float, ...]) -> str:
    return ", ".join(f"{one:g}" for one in at)
