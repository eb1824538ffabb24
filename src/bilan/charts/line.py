"""How has a measure moved, and how far is its aim? Lines over years, their last values beside them."""

from dataclasses import replace

from bilan.charts._axes import FOOT, HEAD, Plot, draw_target, draw_values, draw_years, gutter, paths, value_scale
from bilan.charts._canvas import Box, Canvas, Place
from bilan.charts._ends import Ending, draw_endings, ending_width
from bilan.charts._style import LINE
from bilan.charts._tracks import draw_line, runs, span, write_holes
from bilan.charts.marks import Track
from bilan.charts.registry import chart
from bilan.charts.scale import Scale
from bilan.charts.specs import Line

_NAMES, _FROM_MARK, _ONLY_TWO = 27.0, 2.2, 2


@chart("line")
def line(spec: Line, canvas: Canvas) -> None:
    """A gap stays a gap; what is not yet sure is dashed over quiet ground with its word."""
    known = tuple(track for track in spec.tracks if track.known)
    if not known:
        canvas.text((canvas.width / 2, canvas.height / 2), spec.missing, canvas.style.label(), "center")
        return
    plot = _plot(spec, canvas, known)
    plot.lines = paths(plot, known)
    _ground(plot, known)
    draw_values(plot, spec.ticks, spec.target)
    if spec.between and len(known) == _ONLY_TWO:
        _between(plot, known)
    for track in known:
        draw_line(canvas, track, plot.x, plot.y, LINE)
    draw_years(plot, spec.years)
    draw_endings(canvas, _placed(plot, spec, known), plot.right + _FROM_MARK, plot.floor, _NAMES)
    draw_target(plot, spec.target)
    _remark(plot, spec, known)
    write_holes(canvas, known, (plot.x, plot.floor + 0.9), spec.missing)


def _plot(spec: Line, canvas: Canvas, known: tuple[Track, ...]) -> Plot:
    values = [float(one.value or 0) for track in known for one in track.known] + ([float(spec.target.value)] if spec.target else [])
    names = ending_width(canvas, [ending for _, ending in _endings(spec, canvas, known)], _NAMES)
    right = canvas.width - names - _FROM_MARK
    y = value_scale(values, spec.ticks, FOOT, canvas.height - HEAD)
    return Plot(canvas, Scale(*span(known), gutter(spec.ticks, canvas) + 1.0, right - 1.0), y, right)


def _soft_from(track: Track) -> int | None:
    """The last firm year before the points at the end that are not; None where the last point is firm."""
    firm = [one.year for one in track.known if not one.soft]
    last = track.known[-1]
    return None if not last.soft else max(firm, default=track.known[0].year)


def _ground(plot: Plot, known: tuple[Track, ...]) -> None:
    starts = [start for track in known if (start := _soft_from(track)) is not None]
    if starts:
        left, right = plot.x(min(starts)), plot.right
        plot.canvas.bar(Box(left, plot.floor, right, plot.y.end), plot.canvas.style.colour.panel)


def _between(plot: Plot, known: tuple[Track, ...]) -> None:
    """Tint the ground between two lines, over the years that both of them know without a gap."""
    one, two = ({point.year: point for point in track.known} for track in known)
    common = tuple(one[year] for year in sorted(one.keys() & two.keys()))
    for run in runs(common):
        upper = [(plot.x(point.year), plot.y(point.value or 0)) for point in run]
        lower = [(plot.x(point.year), plot.y(two[point.year].value or 0)) for point in reversed(run)]
        if len(run) > 1:
            plot.canvas.area(upper + lower, plot.canvas.style.colour.grid)


def _endings(spec: Line, canvas: Canvas, known: tuple[Track, ...]) -> list[tuple[Track | None, Ending]]:
    style, strong = canvas.style, canvas.style.label(canvas.style.colour.ink).strong()
    ends: list[tuple[Track | None, Ending]] = [
        (track, Ending((0, 0), track.known[-1].label, track.name, style.value(style.ink(track.who)), style.label(style.ink(track.who))))
        for track in known
    ]
    return [*ends, (None, Ending((0, 0), "", spec.between, strong, strong))] if spec.between and len(known) == _ONLY_TWO else ends


def _placed(plot: Plot, spec: Line, known: tuple[Track, ...]) -> list[Ending]:
    marks = {id(track): (plot.x(track.known[-1].year), plot.y(track.known[-1].value or 0)) for track in known}
    middle = (plot.right - 1.0, sum(place[1] for place in marks.values()) / max(len(marks), 1))
    return [replace(one, mark=marks[id(track)] if track else middle) for track, one in _endings(spec, plot.canvas, known)]


def _remark(plot: Plot, spec: Line, known: tuple[Track, ...]) -> None:
    """The word for what is dashed, on its ground, at the foot or wherever no line passes."""
    starts = [start for track in known if (start := _soft_from(track)) is not None]
    if not starts or not spec.remark:
        return
    look = plot.canvas.style.axis()
    heights = [plot.floor + 1.0 + step for step in range(int(plot.y.end - plot.floor))]
    places: list[Place] = [(plot.right - 0.6, height) for height in heights]
    place = next((one for one in places if plot.free(plot.canvas.room(one, spec.remark, look, "right"))), None)
    if place is not None:
        plot.canvas.text(place, spec.remark, look, "right")
