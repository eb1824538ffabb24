"""What rose and what fell between two dates? One line for each, its value at both ends."""

from collections.abc import Sequence
from dataclasses import replace

from bilan.charts._canvas import Canvas, datum
from bilan.charts._ends import Ending, draw_endings, ending_width, spread
from bilan.charts._style import HAIR, LINE, PT, Look, Stroke
from bilan.charts._tracks import draw_line, extent
from bilan.charts.marks import Point, Track
from bilan.charts.registry import chart
from bilan.charts.scale import Scale
from bilan.charts.specs_rows import Slope

_FROM_MARK, _HEAD, _FOOT, _MOVED = 2.2, 5.0, 1.6, 0.8


@chart("slope")
def slope(spec: Slope, canvas: Canvas) -> None:
    """Values on the left, values and names on the right; an end that is missing is said."""
    tracks = [track for track in spec.tracks if track.known]
    if not tracks or len(spec.years) < 2:  # noqa: PLR2004  two dates
        canvas.text((canvas.width / 2, canvas.height / 2), spec.missing, canvas.style.label(), "center")
        return
    first, last = (year.year for year in spec.years)
    label = canvas.style.label().strong()
    starts = [(track, point) for track in tracks for point in track.known if point.year == first]
    left = max([canvas.measure(point.label, label) for _, point in starts] + [canvas.measure(spec.missing, label)]) + _FROM_MARK
    names = canvas.width * 0.36
    blank = [_ending(canvas, track, last, spec.missing) for track in tracks]
    right = canvas.width - ending_width(canvas, blank, names) - _FROM_MARK
    x = Scale(first, last, left, right)
    y = Scale(*extent(tuple(tracks)), _FOOT + label.middle, canvas.height - _HEAD - label.middle)
    _rules(canvas, spec, x)
    for track in tracks:
        _draw(canvas, track, x, y)
    _starts(canvas, starts, x, y)
    ends = [replace(one, mark=(right, _height(track, last, y))) for track, one in zip(tracks, blank, strict=True)]
    draw_endings(canvas, ends, right + _FROM_MARK, 0.0, names)


def _draw(canvas: Canvas, track: Track, x: Scale, y: Scale) -> None:
    """The two ends joined directly, whatever lies between them in time."""
    ends = tuple(replace(one, year=index) for index, one in enumerate(one for one in track.known if one.year in (x.low, x.high)))
    if len(ends) == 2:  # noqa: PLR2004  both are known
        draw_line(canvas, replace(track, points=ends), Scale(0, 1, x.start, x.end), y, LINE)
        canvas.disc((x.start, y(ends[0].value or 0)), LINE * 2.2, canvas.style.mark(track.who), shows=datum("point", ends[0]))
        return
    for one in track.known:
        canvas.disc((x(one.year), y(one.value or 0)), LINE * 2.2, canvas.style.mark(track.who), shows=datum("point", one))


def _rules(canvas: Canvas, spec: Slope, x: Scale) -> None:
    look, top = canvas.style.label(canvas.style.colour.ink).strong(), canvas.height - _HEAD
    for year, place, align in zip(spec.years, (x.start, x.end), ("left", "right"), strict=False):
        canvas.line(((place, 0.4), (place, top + 0.8)), Stroke(canvas.style.colour.axis, HAIR))
        canvas.text((place, canvas.height - look.size * 0.85 * PT), year.label, look, align)


def _starts(canvas: Canvas, starts: Sequence[tuple[Track, Point]], x: Scale, y: Scale) -> None:
    ordered = sorted(starts, key=lambda one: float(one[1].value or 0))
    look = canvas.style.label().strong()
    wanted = [y(point.value or 0) for _, point in ordered]
    centres = spread(wanted, [look.leading] * len(ordered), 0.0, canvas.height - _HEAD + 1.0)
    for (track, point), want, centre in zip(ordered, wanted, centres, strict=True):
        if abs(want - centre) > _MOVED:
            canvas.leader((x.start, want), (x.start - _FROM_MARK + 0.6, centre))
        own = replace(look, colour=canvas.style.ink(track.who))
        canvas.text((x.start - _FROM_MARK, centre - own.middle), point.label, own, "right")


def _ending(canvas: Canvas, track: Track, last: int, missing: str) -> Ending:
    ink = canvas.style.ink(track.who)
    value: Look = canvas.style.label(ink).strong()
    label = next((one.label for one in track.known if one.year == last), missing)
    return Ending((0, 0), label, track.name, value, canvas.style.label(ink))


def _height(track: Track, last: int, y: Scale) -> float:
    at = next((one.value for one in track.known if one.year == last), track.known[-1].value)
    return y(at or 0)
