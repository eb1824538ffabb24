"""How is a series drawn over years? As a line that never bridges a gap, or as columns."""

from itertools import pairwise

from bilan.charts._canvas import Box, Canvas
from bilan.charts._style import COLUMN, DASH_SOFT, Stroke
from bilan.charts.scale import Scale
from bilan.charts.specs import Point, Track


def draw_line(canvas: Canvas, track: Track, x: Scale, y: Scale, width: float) -> None:
    """Neighbouring years joined, dashed towards an estimate; a year alone is a dot; the last point is a disc, or a ring if soft."""
    colour, known = canvas.style.mark(track.who), track.known
    for run in runs(known):
        for firm, stretch in stretches(run):
            stroke = Stroke(colour, width, () if firm else DASH_SOFT, round=firm)
            canvas.line([(x(one.year), y(float(one.value or 0))) for one in stretch], stroke)
        if len(run) == 1 and run[0] is not known[-1]:
            canvas.disc((x(run[0].year), y(float(run[0].value or 0))), width * 1.7, colour)
    last = known[-1]
    ring = Stroke(colour, width * 0.75) if last.soft else None
    canvas.disc((x(last.year), y(float(last.value or 0))), width * 2.6, canvas.style.colour.paper if last.soft else colour, ring)


def draw_columns(canvas: Canvas, track: Track, x: Scale, y: Scale) -> None:
    """A column a year, the last in the series' colour and the others in that of context."""
    half = abs(x(1) - x(0)) * COLUMN / 2
    for one in track.known:
        low, high = sorted((y(0), y(float(one.value or 0))))
        box = Box(x(one.year) - half, low, x(one.year) + half, high)
        colour = canvas.style.mark(track.who if one is track.known[-1] else "context")
        canvas.block(box, colour, soft=one.soft)


def runs(points: tuple[Point, ...]) -> list[list[Point]]:
    """Points of years that follow one another."""
    found: list[list[Point]] = []
    for point in points:
        if found and point.year - found[-1][-1].year == 1:
            found[-1].append(point)
        else:
            found.append([point])
    return found


def stretches(run: list[Point]) -> list[tuple[bool, list[Point]]]:
    """A run cut where it turns from firm to soft or back; neighbouring stretches share their point."""
    found: list[tuple[bool, list[Point]]] = []
    for before, after in pairwise(run):
        if found and found[-1][0] is not after.soft:
            found[-1][1].append(after)
        else:
            found.append((not after.soft, [before, after]))
    return found


def extent(tracks: tuple[Track, ...]) -> tuple[float, float]:
    """The lowest and the highest value."""
    values = [float(one.value or 0) for track in tracks for one in track.known]
    return min(values), max(values)


def span(tracks: tuple[Track, ...]) -> tuple[int, int]:
    """The first and the last year with a value; a year alone stands at the end of a span of two."""
    years = [one.year for track in tracks for one in track.known]
    return min(*years, max(years) - 1), max(years)
