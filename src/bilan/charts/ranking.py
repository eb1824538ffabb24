"""Which are the largest? Horizontal bars, the groups side by side on one scale, so that their lengths may be compared."""

from bilan.charts._canvas import Box, Canvas, datum
from bilan.charts._columns import GAP, broken, name_width, write_name
from bilan.charts._style import HAIR, PT, RULE, Look, Stroke
from bilan.charts.marks import Bar
from bilan.charts.registry import chart
from bilan.charts.scale import Scale
from bilan.charts.specs_rows import Group, Ranking

_BETWEEN, _THICK, _MOST_THICK, _AIR, _UNDER_HEADING = 7.0, 0.62, 5.2, 1.2, 1.4


@chart("ranking")
def ranking(spec: Ranking, canvas: Canvas) -> None:
    """Names, bars, values, and a note at the right; a bar without value keeps its row and says so."""
    groups = [group for group in spec.groups if group.bars]
    if not groups:
        canvas.text((canvas.width / 2, canvas.height / 2), spec.missing, canvas.style.label(), "center")
        return
    width = (canvas.width - (len(groups) - 1) * _BETWEEN) / len(groups)
    look = canvas.style.label(canvas.style.colour.ink).strong()
    heads = [broken(canvas, group.heading, width, look) for group in groups]
    head = max(len(lines) for lines in heads) * look.leading + (_UNDER_HEADING if any(heads) else 0.0)
    pitch = (canvas.height - head) / max(len(group.bars) for group in groups)
    names = name_width(canvas, [bar.name for group in groups for bar in group.bars], width, pitch)
    scale = _scale(canvas, groups, spec.missing, (width, names))
    for number, group in enumerate(groups):
        left = number * (width + _BETWEEN)
        for row, line in enumerate(heads[number]):
            canvas.text((left, canvas.height - look.size * 0.8 * PT - row * look.leading), line, look)
        for row, bar in enumerate(group.bars):
            top = canvas.height - head - row * pitch
            _row(canvas, bar, Box(left, top - pitch, left + width, top), (scale, names, str(number + 1)), spec.missing)
            if row:
                canvas.line(((left, top), (left + width, top)), Stroke(canvas.style.colour.grid, HAIR))


def _scale(canvas: Canvas, groups: list[Group], missing: str, room: tuple[float, float]) -> Scale:
    """One scale for all groups, in millimetres from the left edge of a group; room for labels on the side they stand."""
    width, names = room
    bars = [bar for group in groups for bar in group.bars]
    values = [float(bar.value or 0) for bar in bars]
    low, high = min(0.0, *values), max(0.0, *values)
    ups = [canvas.measure(bar.label if bar.value is not None else missing, _value_look(canvas, bar)) for bar in bars]
    downs = [canvas.measure(bar.label, _value_look(canvas, bar)) for bar in bars if float(bar.value or 0) < 0]
    notes = max(canvas.measure(bar.note, _note_look(canvas, bar)) for bar in bars)
    left = names + GAP + (max(downs) + _AIR if downs else 0.0)
    return Scale(low, high if high > low else low + 1.0, left, width - max(ups) - _AIR - (notes + GAP if notes else 0.0))


def _row(canvas: Canvas, bar: Bar, cell: Box, fit: tuple[Scale, float, str], missing: str) -> None:
    scale, names, group = fit
    middle, look = (cell.bottom + cell.top) / 2, _value_look(canvas, bar)
    write_name(canvas, bar.name, (cell.left, middle), names, canvas.style.label(canvas.style.colour.ink))
    if bar.note:
        note = _note_look(canvas, bar)
        canvas.text((cell.right, middle - note.middle), bar.note, note, "right")
    zero = cell.left + scale(0)
    if bar.value is None:
        canvas.text((zero + _AIR, middle - look.middle), missing, canvas.style.axis())
        return
    half = min((cell.top - cell.bottom) * _THICK, _MOST_THICK) / 2
    left, right = sorted((zero, cell.left + scale(bar.value)))
    canvas.block(Box(left, middle - half, right, middle + half), canvas.style.mark(bar.who), bar.form, datum("bar", bar, "x", group))
    canvas.line(((zero, middle - half), (zero, middle + half)), Stroke(canvas.style.colour.axis, RULE))
    place, align = (left - _AIR, "right") if bar.value < 0 else (right + _AIR, "left")
    canvas.text((place, middle - look.middle), bar.label, look, align)


def _value_look(canvas: Canvas, bar: Bar) -> Look:
    return canvas.style.label(canvas.style.ink(bar.who)).strong()


def _note_look(canvas: Canvas, bar: Bar) -> Look:
    return canvas.style.label(canvas.style.colour.ink).strong() if bar.stands_out else canvas.style.label()
