"""What made the whole grow? Each part's contribution, floating to where the next one starts, and their sum."""

from bilan.charts._canvas import Box, Canvas, datum
from bilan.charts._style import HAIR, RULE, Look, Stroke
from bilan.charts._words import wrap
from bilan.charts.marks import Bar
from bilan.charts.registry import chart
from bilan.charts.scale import Scale
from bilan.charts.specs import Contribution
from bilan.document import Text

_AIR = 1.2
_FOOT, _THICK = 0.2, 0.4
"""Of the room of a row: below its bar, and the bar; the name stands above."""


@chart("contribution")
def contribution(spec: Contribution, canvas: Canvas) -> None:
    """Horizontal bars under their names, so that a long name never meets another."""
    rows = [*_floating(spec.parts), (spec.total, 0.0, float(spec.total.value or 0))]
    labels = max(canvas.measure(bar.label, _look(canvas, bar, spec)) for bar, _, _ in rows) + _AIR
    ends = [place for _, *places in rows for place in places]
    low, high = min(0.0, *ends), max(0.0, *ends)
    negative = any(after < before for _, before, after in rows)
    scale = Scale(low, high if high > low else low + 1.0, labels if negative else 0.4, canvas.width - labels)
    pitch = canvas.height / len(rows)
    names = [_name(canvas, bar, spec) for bar, _, _ in rows]
    lanes = [
        _lane(canvas, scale, (pitch, number, len(lines)), ends) for number, (lines, (_, *ends)) in enumerate(zip(names, rows, strict=True))
    ]
    for number, ((bar, before, after), lane) in enumerate(zip(rows, lanes, strict=True)):
        box = _write(canvas, names[number], lane, _name_look(canvas, bar, spec))
        _bar(canvas, bar, lane, spec, negative=after < before)
        canvas.line(((scale(0), lane.bottom - 0.7), (scale(0), lane.top + 0.7)), Stroke(canvas.style.colour.axis, RULE))
        if number:
            _tie(canvas, scale(rows[number - 1][2]), (lanes[number - 1].bottom, lane.top), box)


def _lane(canvas: Canvas, scale: Scale, row: tuple[float, int, int], ends: list[float]) -> Box:
    """The place of a bar: under the lines of its name, thinner where there are many."""
    pitch, number, lines = row
    foot = canvas.height - (number + 1) * pitch + pitch * _FOOT
    free = pitch * (1 - _FOOT) - lines * canvas.style.label().leading - _AIR
    return Box(scale(min(ends)), foot, scale(max(ends)), foot + min(pitch * _THICK, max(free, 1.0)))


def _write(canvas: Canvas, lines: list[Text], lane: Box, look: Look) -> Box:
    """A name above its bar; gives the room of all its lines."""
    boxes = [canvas.text((0.0, lane.top + 1.5 + number * look.leading), line, look) for number, line in enumerate(reversed(lines))]
    return Box(0.0, lane.top + 0.7, max((box.right for box in boxes), default=0.0), max((box.top for box in boxes), default=lane.top + 0.7))


def _tie(canvas: Canvas, x: float, levels: tuple[float, float], name: Box) -> None:
    """A hairline from where one bar ends down to where the next begins, broken where its name stands."""
    stroke = Stroke(canvas.style.colour.axis, HAIR)
    if not name.left <= x <= name.right + 0.6:
        canvas.line(((x, levels[0]), (x, levels[1])), stroke)
        return
    canvas.line(((x, levels[0]), (x, name.top)), stroke)
    canvas.line(((x, name.bottom), (x, levels[1])), stroke)


def _floating(parts: tuple[Bar, ...]) -> list[tuple[Bar, float, float]]:
    rows, level = [], 0.0
    for part in parts:
        rows.append((part, level, level + float(part.value or 0)))
        level = rows[-1][2]
    return rows


def _name(canvas: Canvas, bar: Bar, spec: Contribution) -> list[Text]:
    return wrap(bar.name, canvas.width, lambda words: canvas.measure(words, _name_look(canvas, bar, spec)))


def _name_look(canvas: Canvas, bar: Bar, spec: Contribution) -> Look:
    look = canvas.style.label(canvas.style.colour.ink)
    return look.strong() if bar is spec.total else look


def _look(canvas: Canvas, bar: Bar, spec: Contribution) -> Look:
    colour = canvas.style.ink(bar.who)
    return canvas.style.value(colour) if bar is spec.total else canvas.style.label(colour).strong()


def _bar(canvas: Canvas, bar: Bar, lane: Box, spec: Contribution, *, negative: bool) -> None:
    look, colour = _look(canvas, bar, spec), canvas.style.mark(bar.who)
    baseline = (lane.bottom + lane.top) / 2 - look.middle
    if bar.value is None:
        canvas.text((lane.right + _AIR, baseline), spec.missing, canvas.style.axis())
        return
    canvas.block(lane, colour, bar.form, datum("bar", bar, "x"))
    place, align = (lane.left - _AIR, "right") if negative else (lane.right + _AIR, "left")
    canvas.text((place, baseline), bar.label, look, align)
