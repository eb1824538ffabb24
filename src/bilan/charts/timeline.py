"""What have the partners agreed, and when? Events on an axis, the past compressed, their labels side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bilan.charts._canvas import Canvas
from bilan.charts._ends import spread
from bilan.charts._style import HAIR, PT, RULE, Look, Stroke
from bilan.charts._words import wrap
from bilan.charts.registry import chart
from bilan.charts.scale import Scale
from bilan.charts.specs import Event, Timeline
from bilan.document import Text

_ABOVE, _BELOW, _BETWEEN = 6.4, 3.0, 2.6
_EDGE, _BREAK, _DISC, _LEAD = 1.8, 5.0, 5.0, 0.9
_NARROWEST, _WIDEST, _LINES, _MOST = 24.0, 38.0, 3, 8
"""Width of a label's column in millimetres: the narrowest that takes few lines. Older events than the most stay discs."""


@dataclass(frozen=True, slots=True)
class _Axis:
    """The past and the present, each on its own straight scale; one of them may be empty."""

    parts: tuple[Scale, ...]

    def __call__(self, day: date) -> float:
        """Where a day lies."""
        number = float(day.toordinal())
        return next((part for part in self.parts if number < part.high), self.parts[-1])(number)

    def holds(self, day: date) -> bool:
        """Whether a day lies on a part of the axis."""
        return any(part.low <= day.toordinal() <= part.high for part in self.parts)


@dataclass(frozen=True, slots=True)
class _Block:
    """An event's label, broken into lines."""

    event: Event
    x: float
    width: float
    lines: tuple[Text, ...]


@chart("timeline")
def timeline(spec: Timeline, canvas: Canvas) -> None:
    """Filled for what happened lately, rings for what came earlier or is expected."""
    events = sorted(spec.events, key=lambda event: event.day)
    if not events:
        canvas.text((canvas.width / 2, canvas.height / 2), spec.missing, canvas.style.label(), "center")
        return
    axis, level = _axis(events, spec.expand_from, canvas.width), canvas.height - _ABOVE
    _line(canvas, axis, level)
    _years(canvas, spec, axis, level)
    _labels(canvas, _blocks(canvas, axis, events, level), level)
    for event in events:
        colour = _colour(canvas, event)
        ring = None if event.state == "recent" else Stroke(colour, 1.3)
        canvas.disc((axis(event.day), level), _DISC, colour if event.state == "recent" else canvas.style.colour.paper, ring)


def _axis(events: Sequence[Event], split: date | None, width: float) -> _Axis:
    days = [event.day.toordinal() for event in events]
    if split is None or not days[0] < split.toordinal() <= days[-1]:
        return _Axis((_scale(days[0], days[-1], _EDGE, width - _EDGE),))
    border = split.toordinal()
    before = sum(day < border for day in days)
    middle = width * min(max(before / len(days), 0.3), 0.6)
    past = Scale(days[0], border, _EDGE, middle - _BREAK / 2)
    return _Axis((past, _scale(border, days[-1], middle + _BREAK / 2 + 1, width - _EDGE)))


def _scale(first: int, last: int, start: float, end: float) -> Scale:
    """From a tenth before the first day, so that one event alone stands on a line, to the last."""
    return Scale(first, last if last > first else first + 365, start, end - (end - start) * 0.1)


def _line(canvas: Canvas, axis: _Axis, level: float) -> None:
    stroke = Stroke(canvas.style.colour.axis, RULE)
    starts = [0.0, *(part.start - 1 for part in axis.parts[1:])]
    ends = [*(part.end for part in axis.parts[:-1]), canvas.width]
    for start, end in zip(starts, ends, strict=True):
        canvas.line(((start, level), (end, level)), stroke)
    for end in ends[:-1]:
        for x in (end + 1.0, end + 2.6):
            canvas.line(((x, level - 1.5), (x + 1.3, level + 1.5)), stroke)


def _years(canvas: Canvas, spec: Timeline, axis: _Axis, level: float) -> None:
    for year in reversed(spec.years):
        day = date(year.year, 1, 1)
        place = (axis(day), level + 1.9)
        if axis.holds(day) and canvas.clear(canvas.room(place, year.label, canvas.style.axis(), "center"), 1.0):
            canvas.line(((place[0], level), (place[0], level + 1.3)), Stroke(canvas.style.colour.axis, HAIR))
            canvas.text(place, year.label, canvas.style.axis(), "center")


def _blocks(canvas: Canvas, axis: _Axis, events: Sequence[Event], level: float) -> list[_Block]:
    """The labels, the oldest left out where all of them do not fit side by side."""
    room = int((level - _BELOW) / canvas.style.label().leading) - 1
    column = min(_WIDEST, canvas.width / min(len(events), _MOST) - _BETWEEN)
    blocks = [_block(canvas, event, axis(event.day), column, room) for event in events[-_MOST:]]
    while len(blocks) > 1 and sum(block.width + _BETWEEN for block in blocks) > canvas.width + _BETWEEN:
        blocks.pop(0)
    return blocks


def _block(canvas: Canvas, event: Event, x: float, column: float, room: int) -> _Block:
    """A label in the narrowest column that needs few lines; its date alone where even the widest needs too many."""
    strong, plain = canvas.style.label().strong(), canvas.style.label()
    widths = [min(_NARROWEST, column), column, _WIDEST]
    broken = [tuple(wrap(event.label, width, lambda words: canvas.measure(words, plain))) for width in widths]
    lines = next((one for one in broken if len(one) <= min(_LINES, room)), ())
    width = max([canvas.measure(event.when, strong), *(canvas.measure(line, plain) for line in lines)])
    return _Block(event, x, width, lines)


def _labels(canvas: Canvas, blocks: Sequence[_Block], level: float) -> None:
    sizes = [block.width + _BETWEEN for block in blocks]
    wanted = [block.x - _LEAD + size / 2 for block, size in zip(blocks, sizes, strict=True)]
    for block, centre, size in zip(blocks, spread(wanted, sizes, 0.0, canvas.width + _BETWEEN), sizes, strict=True):
        left = centre - size / 2
        if abs(left + _LEAD - block.x) > _LEAD:
            canvas.leader((block.x, level), (left + _LEAD, level - _BELOW + 0.2))
        _write(canvas, block, left, level - _BELOW)


def _write(canvas: Canvas, block: _Block, left: float, top: float) -> None:
    strong, plain = Look(_colour(canvas, block.event), canvas.style.label().size).strong(), canvas.style.label()
    baseline = top - strong.size * 0.8 * PT
    canvas.text((left, baseline), block.event.when, strong)
    for number, line in enumerate(block.lines, start=1):
        canvas.text((left, baseline - number * plain.leading), line, plain)


def _colour(canvas: Canvas, event: Event) -> str:
    return canvas.style.colour.ink if event.state == "recent" else canvas.style.colour.ink_2
