"""How much do the partners trade each year, by whose statistics, and how far is the target?"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bilan.charts._canvas import Box, Canvas, datum
from bilan.charts._ends import Ending, draw_endings, ending_width
from bilan.charts._slots import Slot, slots
from bilan.charts._style import AXIS, BRACKET, COLUMN, DASH_TARGET, GUTTER, HAIR, PT, RULE, Look, Stroke
from bilan.charts.marks import Track
from bilan.charts.registry import chart
from bilan.charts.scale import Scale
from bilan.charts.specs import TradeBars
from bilan.document import Words

_FOOT, _HEAD, _WIDEST = 4.6, 4.4, 30.0
_NAMES = 27.0
_STORY = 2
"""How many of the last years are the story."""


@dataclass(slots=True)
class _Plot:
    """Where things lie, and the columns drawn so far."""

    spec: TradeBars
    canvas: Canvas
    value: Scale
    slots: tuple[Slot, ...]
    pitch: float
    right: float
    columns: list[Box] = field(default_factory=list)

    def middle(self, slot: Slot) -> float:
        """The middle of a place."""
        return GUTTER + slot.middle * self.pitch

    def column(self, year: int, track: Track, top: float = 0.0) -> Box:
        """The column of a year in a track, up or down to a value."""
        slot = next(one for one in self.slots if year in one.years)
        each = self.pitch * COLUMN / len(self.spec.tracks)
        left = self.middle(slot) + each * (self.spec.tracks.index(track) - len(self.spec.tracks) / 2)
        low, high = sorted((self.value(0), self.value(top)))
        return Box(left, low, left + each, high)

    @property
    def filled(self) -> list[int]:
        """Years with a value, oldest first."""
        return [slot.years[0] for slot in self.slots if slot.filled]


@chart("trade-bars")
def trade_bars(spec: TradeBars, canvas: Canvas) -> None:
    """Columns by year, one a reporter; hatched where the value is an estimate or a bound."""
    if not any(track.known for track in spec.tracks):
        canvas.text((canvas.width / 2, canvas.height / 2), spec.missing, canvas.style.label(), "center")
        return
    plot = _plot(spec, canvas)
    _axis(plot)
    _ends(plot)
    _columns(plot)
    _missing(plot)
    _target(plot)
    _values(plot)
    _years(plot)


def _plot(spec: TradeBars, canvas: Canvas) -> _Plot:
    known = [mark for track in spec.tracks for mark in track.known]
    values = [float(mark.value or 0) for mark in known] + [float(spec.target.value) if spec.target else 0.0]
    value = Scale(min(0.0, *values), max(0.0, *values), _FOOT, canvas.height - _HEAD)
    places = slots({mark.year for mark in known})
    names = ending_width(canvas, [ending for _, ending in _endings(spec, canvas)], _NAMES)
    right = canvas.width - (names + 5.0 if names else 0.0)
    total = places[-1].start + places[-1].width
    pitch = min((right - GUTTER) / total, _WIDEST)
    aim = canvas.measure(spec.target.label, canvas.style.label().strong()) if spec.target else 0.0
    return _Plot(spec, canvas, value, places, pitch, min(right, max(GUTTER + total * pitch, aim)))


def _axis(plot: _Plot) -> None:
    canvas, colour, target = plot.canvas, plot.canvas.style.colour, plot.spec.target
    for tick in plot.spec.ticks:
        y = plot.value(tick.value)
        hidden = target is not None and abs(y - plot.value(target.value)) < AXIS * PT * 1.6
        if tick.value and not hidden and _FOOT <= y <= canvas.height - _HEAD:
            canvas.line(((0, y), (plot.right, y)), Stroke(colour.grid, HAIR))
            canvas.text((0, y + 0.55), tick.label, canvas.style.axis())
    zero, broken = plot.value(0), [plot.middle(slot) for slot in plot.slots if slot.broken]
    edges = [0.0, *(edge for x in broken for edge in (x - 0.9, x + 0.9)), plot.right]
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        canvas.line(((left, zero), (right, zero)), Stroke(colour.axis, RULE))
    for x in [x + side for x in broken for side in (-0.9, 0.9)]:
        canvas.line(((x - 0.6, zero - 1.3), (x + 0.6, zero + 1.3)), Stroke(colour.axis, RULE))
    for x in [plot.middle(slot) for slot in plot.slots if not slot.filled and not slot.broken]:
        canvas.line(((x, zero), (x, zero - 0.8)), Stroke(colour.axis, HAIR))


def _columns(plot: _Plot) -> None:
    for track in plot.spec.tracks:
        for mark in track.known:
            box = plot.column(mark.year, track, float(mark.value or 0))
            story = track.who in ("a", "b") or mark.year in plot.filled[-_STORY:]
            colour = plot.canvas.style.mark(track.who if story else "context")
            plot.canvas.block(box, colour, mark.form, datum("column", mark))
            plot.columns.append(box)


def _missing(plot: _Plot) -> None:
    for track in plot.spec.tracks:
        for year in _holes(plot, track):
            _write(plot, plot.column(year, track), plot.spec.missing, plot.canvas.style.axis())


def _holes(plot: _Plot, track: Track) -> list[int]:
    known = [mark.year for mark in track.known]
    return [year for year in plot.filled if known and known[0] < year < known[-1] and year not in known]


def _target(plot: _Plot) -> None:
    target, canvas = plot.spec.target, plot.canvas
    if target is None:
        return
    y, look = plot.value(target.value), canvas.style.label(canvas.style.colour.ink).strong()
    canvas.line(((0, y), (plot.right, y)), Stroke(canvas.style.colour.ink, RULE, DASH_TARGET))
    room = int(max(plot.right - canvas.measure(target.label, look), 0))
    places = (x for x in range(room + 1) if _free(plot, canvas.room((x, y + 0.8), target.label, look)))
    place = (float(next(places, 0)), y + 0.8)
    # Where columns stand behind it everywhere, the label has paper ground of its own.
    if not _free(plot, canvas.room(place, target.label, look)):
        canvas.bar(canvas.room(place, target.label, look), canvas.style.colour.paper)
    canvas.text(place, target.label, look)


def _endings(spec: TradeBars, canvas: Canvas) -> list[tuple[Track | None, Ending]]:
    style, strong = canvas.style, canvas.style.label(canvas.style.colour.ink).strong()
    ends: list[tuple[Track | None, Ending]] = [
        (track, Ending((0, 0), track.known[-1].label, track.name, style.value(style.ink(track.who)), style.label(style.ink(track.who))))
        for track in spec.tracks
        if track.known
    ]
    return [*ends, (None, Ending((0, 0), "", spec.target.left, strong, strong))] if spec.target and spec.target.left else ends


def _ends(plot: _Plot) -> None:
    """The last value of each track, and what is left to the target, to the right of the columns."""
    placed = []
    for track, ending in _endings(plot.spec, plot.canvas):
        if track:
            last = track.known[-1]
            mark = (plot.column(last.year, track).right, plot.value(last.value or 0))
        else:
            mark = (plot.right + 2.2, _bracket(plot))
        placed.append(replace(ending, mark=mark))
    draw_endings(plot.canvas, placed, plot.right + 4.6, _FOOT, _NAMES)


def _bracket(plot: _Plot) -> float:
    """Draw the distance left to the target; gives the height of its middle."""
    target = plot.spec.target
    if target is None or target.start is None:
        return plot.value(target.value if target else 0)
    low, high, x = plot.value(target.start), plot.value(target.value), plot.right + 1.6
    stroke = Stroke(plot.canvas.style.colour.ink, BRACKET)
    plot.canvas.line(((x - 0.7, low), (x + 0.6, low), (x + 0.6, high), (x - 0.7, high)), stroke)
    return (low + high) / 2


def _values(plot: _Plot) -> None:
    """The first value and the one before the last of each track, where they can stand without touching anything."""
    for track in plot.spec.tracks:
        known = track.known
        for mark in [known[-2], *known[:1]] if len(known) > _STORY else known[:-1]:
            look = plot.canvas.style.label(plot.canvas.style.ink(track.who))
            _write(plot, plot.column(mark.year, track, float(mark.value or 0)), mark.label, look)


def _write(plot: _Plot, column: Box, words: Words, look: Look) -> None:
    for place, align in _places(column):
        box = plot.canvas.room(place, words, look, align)
        if plot.canvas.clear(box) and _free(plot, box) and not _crossed(plot, box):
            plot.canvas.text(place, words, look, align)
            return


def _places(column: Box) -> Iterator[tuple[tuple[float, float], str]]:
    for lift in (0.9, 3.8):
        yield ((column.left + column.right) / 2, column.top + lift), "center"
        yield (column.right - 0.4, column.top + lift), "right"
        yield (column.left + 0.4, column.top + lift), "left"


def _free(plot: _Plot, box: Box) -> bool:
    return not any(box.meets(column, 0.3) for column in plot.columns)


def _crossed(plot: _Plot, box: Box) -> bool:
    return plot.spec.target is not None and box.bottom - 0.2 <= plot.value(plot.spec.target.value) <= box.top + 0.2


def _years(plot: _Plot) -> None:
    labels, canvas = {one.year: one.label for one in plot.spec.years}, plot.canvas
    for slot in [slot for slot in reversed(plot.slots) if slot.filled and slot.years[0] in labels]:
        story = slot.years[0] in plot.filled[-_STORY:]
        look = canvas.style.label(canvas.style.colour.ink).strong() if story else canvas.style.label()
        place = (plot.middle(slot), 1.0)
        if canvas.clear(canvas.room(place, labels[slot.years[0]], look, "center"), 0.8):
            canvas.text(place, labels[slot.years[0]], look, "center")
