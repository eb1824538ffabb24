"""What may the next years bring? The series as observed, and a range that widens; never a middle."""

from bilan.charts._axes import FOOT, HEAD, Plot, draw_target, draw_values, draw_years, gutter, paths, value_scale
from bilan.charts._canvas import Canvas, Datum, Place
from bilan.charts._ends import Ending, draw_endings, ending_width
from bilan.charts._style import BRACKET, DASH_FORECAST, HAIR, LINE, Stroke
from bilan.charts._tracks import draw_line, write_holes
from bilan.charts.marks import Point
from bilan.charts.registry import chart
from bilan.charts.scale import Scale
from bilan.charts.specs import Fan, Range

_NAMES, _FROM_MARK, _CAP = 30.0, 2.2, 0.9


@chart("fan")
def fan(spec: Fan, canvas: Canvas) -> None:
    """The range lies on its ground between dotted edges; a rule parts what was observed from what is worked out."""
    known, ranges = spec.track.known, sorted(spec.ranges, key=lambda one: one.low.year)
    if not known:
        canvas.text((canvas.width / 2, canvas.height / 2), spec.missing, canvas.style.label(), "center")
        return
    plot = _plot(spec, canvas, ranges)
    plot.lines = [*paths(plot, (spec.track,)), *_edges(plot, known[-1], ranges)]
    draw_values(plot, spec.ticks, spec.target)
    if ranges:
        _range(plot, spec, known[-1], ranges)
    draw_line(canvas, spec.track, plot.x, plot.y, LINE)
    draw_years(plot, spec.years)
    draw_endings(canvas, _endings(spec, canvas, ranges, plot), plot.right + _FROM_MARK, plot.floor, _NAMES)
    _parted(plot, spec, known[-1])
    draw_target(plot, spec.target)
    _last(plot, known[-1])
    write_holes(canvas, (spec.track,), (plot.x, plot.floor + 0.9), spec.missing)


def _plot(spec: Fan, canvas: Canvas, ranges: list[Range]) -> Plot:
    known = spec.track.known
    values = [float(one.value or 0) for one in known] + [_value(end) for one in ranges for end in (one.low, one.high)]
    values += [float(spec.target.value)] if spec.target else []
    last = max([known[-1].year, *(one.low.year for one in ranges)])
    names = ending_width(canvas, _endings(spec, canvas, ranges), _NAMES)
    right = canvas.width - names - _FROM_MARK
    y = value_scale(values, spec.ticks, FOOT, canvas.height - HEAD)
    x = Scale(min(known[0].year, last - 1), last, gutter(spec.ticks, canvas) + 1.0, right - 1.0)
    return Plot(canvas, x, y, right)


def _edges(plot: Plot, last: Point, ranges: list[Range]) -> tuple[list[Place], list[Place]]:
    """The upper and the lower edge, from the last observed value on."""
    start = (plot.x(last.year), plot.y(last.value or 0))
    return (
        [start, *((plot.x(one.high.year), plot.y(_value(one.high))) for one in ranges)],
        [start, *((plot.x(one.low.year), plot.y(_value(one.low))) for one in ranges)],
    )


def _range(plot: Plot, spec: Fan, last: Point, ranges: list[Range]) -> None:
    canvas, colour = plot.canvas, plot.canvas.style.mark(spec.track.who)
    upper, lower = _edges(plot, last, ranges)
    corners = [last, *(one.high for one in ranges), *(one.low for one in reversed(ranges))]
    values = tuple(one.value for one in corners if one.value is not None)
    readings = " ".join(one.reading for one in corners)
    canvas.area([*upper, *lower[:0:-1]], canvas.style.colour.grid, shows=Datum("range", values, readings))
    for edge in (upper, lower):
        canvas.line(edge, Stroke(colour, BRACKET, DASH_FORECAST))
    for top, bottom in zip(upper[1:], lower[1:], strict=True):
        canvas.line((bottom, top), Stroke(colour, HAIR))
        for place in (top, bottom):
            canvas.line(((place[0] - _CAP, place[1]), (place[0] + _CAP, place[1])), Stroke(colour, BRACKET))


def _endings(spec: Fan, canvas: Canvas, ranges: list[Range], plot: Plot | None = None) -> list[Ending]:
    """The ends of the last range, and between them how sure it is."""
    if not ranges:
        return []
    style, last = canvas.style, ranges[-1]

    def mark(value: float) -> Place:
        return (plot.x(last.low.year), plot.y(value)) if plot else (0.0, 0.0)

    look = style.value(style.colour.ink)
    ends = [Ending(mark(_value(one)), one.label, "", look, style.label()) for one in (last.high, last.low)]
    middle = (_value(last.low) + _value(last.high)) / 2
    return [*ends, Ending(mark(middle), "", spec.level, style.label(), style.label())] if spec.level else ends


def _value(one: Point) -> float:
    return float(one.value or 0)


def _parted(plot: Plot, spec: Fan, last: Point) -> None:
    """A rule at the last observed value, named on both sides."""
    canvas, x, look = plot.canvas, plot.x(last.year), plot.canvas.style.axis()
    if not spec.ranges:
        return
    canvas.line(((x, plot.floor), (x, canvas.height)), Stroke(canvas.style.colour.axis, HAIR))
    baseline = canvas.height - look.size * 0.4
    for words, place, align in ((spec.observed, (x - 1.2, baseline), "right"), (spec.outlook, (x + 1.2, baseline), "left")):
        if words and canvas.clear(canvas.room(place, words, look, align)):
            canvas.text(place, words, look, align)


def _last(plot: Plot, last: Point) -> None:
    """The last observed value, beside its disc where there is room."""
    look = plot.canvas.style.value(plot.canvas.style.colour.ink)
    x, y = plot.x(last.year), plot.y(last.value or 0)
    steps = [(x + dx, y + dy) for dy in (1.6, -look.size * 0.36, 3.4, -4.6, 5.6, -7.0) for dx in (-1.6, -3.6, -6.0)]
    place = next((one for one in steps if plot.free(plot.canvas.room(one, last.label, look, "right"))), None)
    if place is not None and last.label:
        plot.canvas.text(place, last.label, look, "right")
