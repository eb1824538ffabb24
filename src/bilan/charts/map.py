"""Where is it? Both countries in their colours, neighbours lightly, places with known coordinates only."""

import math
from collections.abc import Callable, Iterator

from bilan.charts._albers import albers, thinned
from bilan.charts._axes import crosses
from bilan.charts._canvas import Box, Canvas, Place, Spot
from bilan.charts._clip import clipped
from bilan.charts._style import PT, RULE, Look, Stroke
from bilan.charts.registry import chart
from bilan.charts.scale import Scale
from bilan.charts.specs_places import Map, View
from bilan.charts.specs_places import Place as Site

_BETWEEN, _BORDER, _EARTH, _DOT, _SQUARE, _CROSSING = 4.0, 0.9, 6371.0, 3.6, 2.3, 2.6
_NEAR, _WORD, _FAR = 1.6, 0.8, (1.6, 3.2, 5.0, 7.0, 9.5, 12.0, 15.0, 18.0, 22.0, 26.0, 30.0)
_ANGLES = (0, 180, 60, 300, 120, 240, 90, 270, 30, 330, 150, 210, *range(15, 360, 30))
_ATTEMPTS = 6
On = Callable[[Place], Place]


@chart("map")
def drawn_map(spec: Map, canvas: Canvas) -> None:
    """Equal-area, with parallels that suit each view; a name that finds no room anywhere leaves its dot alone."""
    if not spec.views or not any(land.rings for land in spec.lands):
        canvas.text((canvas.width / 2, canvas.height / 2), spec.missing, canvas.style.label(), "center")
        return
    left, frames = 0.0, []
    for view in spec.views:
        project, millimetre, frame = _projection(view, Box(left, 0.0, left + view.width_mm, canvas.height))
        frames.append((view, frame, project, millimetre))
        left += view.width_mm + _BETWEEN
    for number, (view, frame, project, millimetre) in enumerate(frames):
        _lands(canvas, spec, frame, project)
        if number + 1 < len(frames):
            _framed(canvas, frames[number + 1][0], frame, project)
        seen = [site for site in view.places if _within(project(_at(site)), frame)]
        dots = [_dot(site, project(_at(site))) for site in seen]
        _scale(canvas, view, frame, millimetre)
        _places(canvas, seen, (frame, project), dots)
        _names(canvas, spec, frame, project, dots)


def _projection(view: View, room: Box) -> tuple[On, float, Box]:
    """From longitude and latitude to the paper, how many kilometres a millimetre is, and the frame the bounds fill at the top."""
    west, south, east, north = view.bounds
    sides = [(west + (east - west) * part, edge) for part in (0, 0.25, 0.5, 0.75, 1) for edge in (south, north)]
    flat = albers(sides)
    xs, ys = zip(*(flat(one) for one in sides), strict=True)
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    scale = min((room.right - room.left) / wide, (room.top - room.bottom) / high)
    frame = Box(room.left, max(room.bottom, room.top - high * scale), room.right, room.top)
    middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)

    def project(place: Place) -> Place:
        x, y = flat(place)
        return (frame.left + frame.right) / 2 + (x - middle[0]) * scale, (frame.bottom + frame.top) / 2 + (y - middle[1]) * scale

    return project, _EARTH / scale, frame


def _lands(canvas: Canvas, spec: Map, frame: Box, project: On) -> None:
    colour = canvas.style.colour
    fills = {"a": colour.partner.a.tint, "b": colour.partner.b.tint}
    for land in sorted(spec.lands, key=lambda one: one.who in fills):
        for ring in land.rings:
            outline = clipped(thinned([project(point) for point in ring]), frame)
            if len(outline) > 2:  # noqa: PLR2004  two points are no land
                canvas.area(outline, fills.get(land.who, colour.panel), Stroke(colour.paper, _BORDER))


def _at(site: Site) -> Place:
    return site.longitude, site.latitude


def _within(place: Place, frame: Box) -> bool:
    return frame.left <= place[0] <= frame.right and frame.bottom <= place[1] <= frame.top


def _dot(site: Site, place: Place) -> Box:
    """The room of a place's mark; marks come last, when their names have found room."""
    half = (_SQUARE if site.kind == "capital" else _DOT * PT) / 2
    return Box(place[0] - half, place[1] - half, place[0] + half, place[1] + half)


def _places(canvas: Canvas, sites: list[Site], on: tuple[Box, On], dots: list[Box]) -> None:
    """Name places; those left without a name come first in another attempt, as the places around them take their room."""
    order, best, fewest = sites, sites, len(sites) + 1
    for _ in range(_ATTEMPTS):
        left = _named(canvas.trial(), order, on, dots)
        if len(left) < fewest:
            best, fewest = order, len(left)
        if not left:
            break
        order = [*left, *(site for site in order if site not in left)]
    _named(canvas, best, on, dots)
    for site in sites:
        _mark(canvas, site, on[1](_at(site)))


def _named(canvas: Canvas, sites: list[Site], on: tuple[Box, On], dots: list[Box]) -> list[Site]:
    """Write the names of places, each where it has room; gives those that have none."""
    frame, project = on
    left = []
    for site in sites:
        look = canvas.style.label(canvas.style.colour.ink)
        look = look.strong() if site.kind in ("capital", "works") else look
        place = project(_at(site))
        found = next(_spots(canvas, site, place, look, (frame, dots)), None)
        if found is None:
            left.append(site)
            continue
        spot, align, end = found
        if math.dist(end, place) > _NEAR + 0.2:
            canvas.leader(place, end)
        canvas.text(spot, site.name, look, align)
    return left


def _spots(canvas: Canvas, site: Site, place: Place, look: Look, clear: tuple[Box, list[Box]]) -> Iterator[tuple[Place, str, Place]]:
    """Places for a name around its mark, near ones first: beside, above, below, then tied to it by a leader."""
    frame, dots = clear
    for far in _FAR:
        for angle in _ANGLES:
            turn = math.radians(angle)
            end = (place[0] + far * math.cos(turn), place[1] + far * math.sin(turn))
            align = "center" if angle in (90, 270) else "left" if math.cos(turn) > 0 else "right"
            side = {"left": 0.4, "right": -0.4, "center": 0.0}[align]
            lift = look.size * PT * (0.05 if angle == 90 else -0.75 if angle == 270 else -0.35)  # noqa: PLR2004  straight up and down
            spot = (end[0] + side, end[1] + lift)
            box = canvas.room(spot, site.name, look, align)
            free = (
                box.inside(frame)
                and canvas.clear(Box(box.left - _WORD, box.bottom, box.right + _WORD, box.top), 0.4)
                and not any(box.meets(dot, 0.3) for dot in dots)
            )
            if free and not _tangled(canvas, (place, end), dots):
                yield spot, align, end


def _tangled(canvas: Canvas, leader: tuple[Place, Place], dots: list[Box]) -> bool:
    """Whether a leader would run through a label or another place's mark."""
    if math.dist(*leader) <= _NEAR + 0.2:
        return False
    others = [dot for dot in dots if not (dot.left <= leader[0][0] <= dot.right and dot.bottom <= leader[0][1] <= dot.top)]
    return any(crosses(leader, box, 0.1) for box in (*canvas.boxes, *others))


def _mark(canvas: Canvas, site: Site, place: Place) -> None:
    ink, paper = canvas.style.colour.ink, canvas.style.colour.paper
    x, y = place
    shows = Spot(site.longitude, site.latitude)
    match site.kind:
        case "capital":
            half = _SQUARE / 2
            canvas.bar(Box(x - half, y - half, x + half, y + half), ink, shows)
        case "town":
            canvas.disc(place, _DOT, canvas.style.colour.ink_2, shows=shows)
        case _:
            half = _CROSSING / 2
            works = site.kind == "works"
            diamond = ((x, y + half), (x + half, y), (x, y - half), (x - half, y))
            canvas.area(diamond, canvas.style.mark("b") if works else paper, None if works else Stroke(ink, RULE), shows=shows)


def _names(canvas: Canvas, spec: Map, frame: Box, project: On, dots: list[Box]) -> None:
    """Names of countries in the middle of what is seen of them, or as near to it as there is room."""
    for land in sorted(spec.lands, key=lambda one: one.who == "context"):
        seen = [clipped([project(point) for point in ring], frame) for ring in land.rings]
        seen = [ring for ring in seen if len(ring) > 2]  # noqa: PLR2004  two points are no land
        if not seen or not land.name:
            continue
        ring = max(seen, key=_area)
        partner = land.who != "context"
        look = canvas.style.label(canvas.style.ink(land.who)).strong() if partner else canvas.style.axis()
        for place in _inner(ring):
            box = canvas.room(place, land.name, look, "center")
            if box.inside(frame) and canvas.clear(box, 0.8) and not any(box.meets(dot, 0.4) for dot in dots) and _holds(ring, box):
                canvas.text(place, land.name, look, "center")
                break


def _area(ring: list[Place]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2


def _inner(ring: list[Place]) -> list[Place]:
    """A grid of places over an outline, those nearest to its middle first."""
    xs, ys = zip(*ring, strict=True)
    wide, high = Scale(0, 16, min(xs), max(xs)), Scale(0, 16, min(ys), max(ys))
    middle = (wide(8), high(8))
    places = [(wide(column), high(row)) for column in range(1, 16) for row in range(1, 16)]
    return sorted(places, key=lambda place: (math.dist(place, middle), place))


def _holds(ring: list[Place], box: Box) -> bool:
    """Whether the corners of a box lie within an outline."""
    return all(_inside(corner, ring) for corner in box.corners)


def _inside(place: Place, ring: list[Place]) -> bool:
    x, y = place
    crossed = False
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (a[1] > y) != (b[1] > y) and x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]):
            crossed = not crossed
    return crossed


def _scale(canvas: Canvas, view: View, frame: Box, millimetre: float) -> None:
    """A bar of round length in the corner that is free, the lower right one first."""
    if not view.kilometres:
        return
    length, look = view.kilometres / millimetre, canvas.style.axis()
    wide = max(length, canvas.measure(view.scale, look))
    rights = (frame.right - 2.0, frame.left + 2.0 + wide)
    places = [(right, y) for y in (frame.bottom + 2.0, frame.top - 5.0) for right in rights]
    place = next((one for one in places if canvas.clear(Box(one[0] - wide, one[1], one[0], one[1] + 3.0), 0.6)), places[0])
    canvas.line(((place[0] - length, place[1]), place), Stroke(canvas.style.colour.ink_2, RULE))
    canvas.text((place[0], place[1] + 0.8), view.scale, look, "right")


def _framed(canvas: Canvas, view: View, frame: Box, project: On) -> None:
    """The bounds of the second view in the first."""
    west, south, east, north = view.bounds
    along = [west + (east - west) * step / 12 for step in range(13)]
    edge = [project((x, south)) for x in along] + [project((x, north)) for x in reversed(along)]
    outline = clipped(edge, frame)
    for start, end in zip(outline, [*outline[1:], *outline[:1]], strict=True):
        canvas.leader(start, end)
