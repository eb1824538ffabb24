"""Where do lines lie on the paper, and what names their places? A plot with hairlines, years below and an aim across."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bilan.charts._canvas import Box, Canvas, Place
from bilan.charts._style import AXIS, DASH_TARGET, GUTTER, HAIR, PT, RULE, Stroke
from bilan.charts.marks import Target, Tick, Track, Year
from bilan.charts.scale import Scale

FOOT, HEAD, TICK = 5.2, 4.4, 2.2 * PT
_FROM_ZERO = 0.5
"""A line whose lowest value is less than this part of its highest starts at zero."""
_PAD, _ABOVE = 0.08, 0.8


@dataclass(slots=True)
class Plot:
    """The room between the gutter and the labels at the end, and the lines drawn so far."""

    canvas: Canvas
    x: Scale
    y: Scale
    right: float
    lines: list[list[Place]] = field(default_factory=list)

    @property
    def floor(self) -> float:
        """Where the time axis lies."""
        return self.y.start

    def free(self, box: Box) -> bool:
        """Whether a label there stands clear of labels and lines."""
        return self.canvas.clear(box) and not any(crosses(one, box) for one in self.lines)


def value_scale(values: Sequence[float], ticks: Sequence[Tick], start: float, end: float) -> Scale:
    """From zero where the values are not far above it, else from a little below them; the round values beyond are left out."""
    low, high = min(values), max(values)
    pad = (high - low) * _PAD or abs(high) * _PAD or 1.0
    bottom = 0.0 if 0 <= low < high * _FROM_ZERO else low - pad
    top = max([high + pad * 0.5, *(float(one.value) for one in ticks if float(one.value) <= high + pad)])
    return Scale(bottom, top, start, end)


def draw_values(plot: Plot, ticks: Iterable[Tick], target: Target | None = None) -> None:
    """Hairlines with their number above the left edge, the zero line stronger."""
    canvas, colour = plot.canvas, plot.canvas.style.colour
    for tick in ticks:
        y = plot.y(tick.value)
        hidden = target is not None and abs(y - plot.y(target.value)) < AXIS * PT * 1.6
        if tick.value and not hidden and plot.floor + 0.5 < y <= plot.y.end + 0.1:
            canvas.line(((0, y), (plot.right, y)), Stroke(colour.grid, HAIR))
            canvas.text((0, y + 0.55), tick.label, canvas.style.axis())
    if plot.y.low < 0 < plot.y.high:
        canvas.line(((0, plot.y(0)), (plot.right, plot.y(0))), Stroke(colour.axis, RULE))


def draw_years(plot: Plot, years: Iterable[Year]) -> None:
    """Ticks outward, each label beginning at its tick; one that would touch another is left out, the last first kept."""
    canvas, look, stroke = plot.canvas, plot.canvas.style.axis(), Stroke(plot.canvas.style.colour.axis, HAIR)
    canvas.line(((plot.x.start - 1.0, plot.floor), (plot.right, plot.floor)), Stroke(plot.canvas.style.colour.axis, HAIR))
    for year in sorted(years, key=lambda one: -one.year):
        place = (plot.x(year.year), plot.floor - TICK - look.size * PT)
        if plot.x.low <= year.year <= plot.x.high and canvas.clear(canvas.room(place, year.label, look), 1.0):
            canvas.line(((place[0], plot.floor), (place[0], plot.floor - TICK)), stroke)
            canvas.text(place, year.label, look)


def draw_target(plot: Plot, target: Target | None) -> None:
    """A dashed line across, its name and value above it where no line passes, as far left as can be."""
    if target is None:
        return
    canvas, look = plot.canvas, plot.canvas.style.label(plot.canvas.style.colour.ink).strong()
    y = plot.y(target.value)
    canvas.line(((0, y), (plot.right, y)), Stroke(canvas.style.colour.ink, RULE, DASH_TARGET))
    room = int(max(plot.right - canvas.measure(target.label, look), 0))
    lows = (y + _ABOVE, y - _ABOVE - look.size * 0.75 * PT)
    places = ((float(x), low) for low in lows for x in range(room + 1))
    place = next((one for one in places if plot.free(canvas.room(one, target.label, look))), (0.0, y + _ABOVE))
    canvas.text(place, target.label, look)


def paths(plot: Plot, tracks: Iterable[Track]) -> list[list[Place]]:
    """Where the lines of tracks run, gaps bridged: labels keep clear of them."""
    return [[(plot.x(one.year), plot.y(one.value or 0)) for one in track.known] for track in tracks if track.known]


def crosses(line: Sequence[Place], box: Box, air: float = 0.5) -> bool:
    """Whether a line comes into a box, or nearer to it than `air`."""
    wide = Box(box.left - air, box.bottom - air, box.right + air, box.top + air)
    if len(line) == 1:
        return wide.left <= line[0][0] <= wide.right and wide.bottom <= line[0][1] <= wide.top
    return any(_cut(start, end, wide) for start, end in pairwise(line))


def _cut(start: Place, end: Place, box: Box) -> bool:
    """Whether what is left of a stretch within the sides of a box lies within its floor and ceiling, too."""
    low, high = 0.0, 1.0
    for place, step, bottom, top in (
        (start[0], end[0] - start[0], box.left, box.right),
        (start[1], end[1] - start[1], box.bottom, box.top),
    ):
        if not step:
            if not bottom <= place <= top:
                return False
            continue
        one, two = sorted(((bottom - place) / step, (top - place) / step))
        low, high = max(low, one), min(high, two)
    return low <= high


def gutter(ticks: Sequence[Tick], canvas: Canvas) -> float:
    """The room at the left that the numbers of the value axis need, eight millimetres at least."""
    return max([GUTTER, *(canvas.measure(one.label, canvas.style.axis()) + 1.2 for one in ticks)])
