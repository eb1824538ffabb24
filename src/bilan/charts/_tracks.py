"""How is a series drawn over years? As a line that never bridges a gap, or as columns."""

from collections.abc import Iterable
from itertools import pairwise

from bilan.charts._canvas import Box, Canvas, Datum, datum
from bilan.charts._style import COLUMN, Stroke
from bilan.charts.marks import Form, Point, Track
from bilan.charts.scale import Scale


def draw_line(canvas: Canvas, track: Track, x: Scale, y: Scale, width: float, scale: str = "1") -> None:
    """Neighbouring years joined, dashed towards an estimate; a year alone is a dot; the last point is a disc, or a ring if soft."""
    colour, known = canvas.style.mark(track.who), track.known
    paper = canvas.style.colour.paper
    for run in runs(known):
        for form, stretch in stretches(run):
            points = [(x(one.year), y(float(one.value or 0))) for one in stretch]
            values = tuple(one.value for one in stretch if one.value is not None)
            readings = " ".join(one.reading for one in stretch if one.reading)
            canvas.line(points, Stroke(colour, width, round=True).of(form), Datum("line", values, readings, scale=scale))
        for one in run:
            alone = len(run) == 1 and one is not known[-1]
            if alone or one.form == "other":
                edge = Stroke(colour, width * 0.55) if one.soft else None
                place = (x(one.year), y(float(one.value or 0)))
                canvas.disc(place, width * 1.7, paper if edge else colour, edge, datum("point", one, scale=scale))
    last = known[-1]
    ring = Stroke(colour, width * 0.75) if last.soft else None
    place = (x(last.year), y(float(last.value or 0)))
    canvas.disc(place, width * 2.6, paper if last.soft else colour, ring, datum("point", last, scale=scale))


def draw_columns(canvas: Canvas, track: Track, x: Scale, y: Scale) -> None:
    """A column a year, the last in the series' colour and the others in that of context."""
    half = abs(x(1) - x(0)) * COLUMN / 2
    for one in track.known:
        low, high = sorted((y(0), y(float(one.value or 0))))
        box = Box(x(one.year) - half, low, x(one.year) + half, high)
        colour = canvas.style.mark(track.who if one is track.known[-1] else "context")
        canvas.block(box, colour, one.form, datum("column", one))


def runs(points: tuple[Point, ...]) -> list[list[Point]]:
    """Points of years that follow one another."""
    found: list[list[Point]] = []
    for point in points:
        if found and point.year - found[-1][-1].year == 1:
            found[-1].append(point)
        else:
            found.append([point])
    return found


def stretches(run: list[Point]) -> list[tuple[Form, list[Point]]]:
    """A run cut where its points turn firm, soft or another reporter's; neighbouring stretches share their point."""
    found: list[tuple[Form, list[Point]]] = []
    for before, after in pairwise(run):
        if found and found[-1][0] == after.form:
            found[-1][1].append(after)
        else:
            found.append((after.form, [before, after]))
    return found


def holes(track: Track) -> list[tuple[int, int]]:
    """The first and last year of every gap between two known points."""
    return [(before.year + 1, after.year - 1) for before, after in pairwise(track.known) if after.year - before.year > 1]


def write_holes(canvas: Canvas, tracks: Iterable[Track], place: tuple[Scale, float], missing: str) -> None:
    """The word for what is missing, at a height at the foot of each gap, where there is room."""
    look, (x, height) = canvas.style.axis(), place
    for first, last in sorted({hole for track in tracks for hole in holes(track)}):
        spot = (x((first + last) / 2), height)
        if canvas.clear(canvas.room(spot, missing, look, "center"), 0.6):
            canvas.text(spot, missing, look, "center")


def extent(tracks: tuple[Track, ...]) -> tuple[float, float]:
    """The lowest and the highest value."""
    values = [float(one.value or 0) for track in tracks for one in track.known]
    return min(values), max(values)


def span(tracks: tuple[Track, ...]) -> tuple[int, int]:
    """The first and the last year with a value; a year alone stands at the end of a span of two."""
    years = [one.year for track in tracks for one in track.known]
    return min(*years, max(years) - 1), max(years)
