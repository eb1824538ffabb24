"""How do several measures move over the years? Small lines side by side, each on its own scale."""

from collections.abc import Sequence

from bilan.charts._canvas import Box, Canvas
from bilan.charts._ends import Ending, draw_endings, ending_width
from bilan.charts._style import HAIR, PT, RULE, THIN_LINE, Stroke
from bilan.charts._tracks import draw_line, extent, span, write_holes
from bilan.charts._words import wrap
from bilan.charts.registry import chart
from bilan.charts.scale import Scale
from bilan.charts.specs import Multiples, Panel
from bilan.document import Text

_BETWEEN, _BETWEEN_ROWS = 6.0, 3.0
_FOOT, _TICK, _NAMES, _PAD = 4.8, 2.2 * PT, 19.0, 0.12


@chart("multiples")
def multiples(spec: Multiples, canvas: Canvas) -> None:
    """Panels in rows; within a row all plots start at the same height."""
    rows = [spec.panels[index : index + spec.per_row] for index in range(0, len(spec.panels), spec.per_row)]
    width = (canvas.width - (spec.per_row - 1) * _BETWEEN) / spec.per_row
    height = (canvas.height - (len(rows) - 1) * _BETWEEN_ROWS) / max(len(rows), 1)
    for number, row in enumerate(rows):
        top = canvas.height - number * (height + _BETWEEN_ROWS)
        heads = [_head(canvas, panel, width) for panel in row]
        room = max(len(head) for head in heads) * canvas.style.label().leading
        for column, (panel, head) in enumerate(zip(row, heads, strict=True)):
            cell = Box(column * (width + _BETWEEN), top - height, column * (width + _BETWEEN) + width, top)
            _write(canvas, panel, head, cell)
            inner = Box(cell.left, cell.bottom, cell.right, cell.top - room - 2.0)
            _plot(canvas, panel, inner, spec.missing, str(number * spec.per_row + column + 1))


def _head(canvas: Canvas, panel: Panel, width: float) -> list[Text]:
    look = canvas.style.label()
    lines = wrap(panel.name, width, lambda words: canvas.measure(words, look))
    return lines + wrap(panel.unit, width, lambda words: canvas.measure(words, look))


def _write(canvas: Canvas, panel: Panel, head: Sequence[Text], cell: Box) -> None:
    units = len(wrap(panel.unit, cell.right - cell.left, lambda words: canvas.measure(words, canvas.style.label())))
    for number, line in enumerate(head):
        colour = canvas.style.colour.ink if number < len(head) - units else canvas.style.colour.ink_2
        look = canvas.style.label(colour)
        canvas.text((cell.left, cell.top - number * look.leading - look.size * 0.8 * PT), line, look)


def _plot(canvas: Canvas, panel: Panel, cell: Box, missing: str, scale: str) -> None:
    known = tuple(track for track in panel.tracks if track.known)
    if not known:
        canvas.text((cell.left, (cell.bottom + cell.top) / 2), missing, canvas.style.label())
        return
    looks = [(canvas.style.value(canvas.style.ink(track.who)), canvas.style.label(canvas.style.ink(track.who))) for track in known]
    blank = [Ending((0, 0), track.known[-1].label, track.name, *look) for track, look in zip(known, looks, strict=True)]
    right = cell.right - ending_width(canvas, blank, _NAMES) - 2.6
    floor = cell.bottom + _FOOT
    x = Scale(*span(known), cell.left + 1.0, right)
    low, high = extent(known)
    pad = (high - low) * _PAD
    y = Scale(low - pad, high + pad, floor, cell.top)
    _axes(canvas, panel, x, floor)
    if low < 0 < high:
        canvas.line(((cell.left, y(0)), (right, y(0))), Stroke(canvas.style.colour.axis, RULE))
    for track in known:
        draw_line(canvas, track, x, y, THIN_LINE, scale)
    lasts = [(x(track.known[-1].year), y(float(track.known[-1].value or 0))) for track in known]
    ends = [Ending(mark, one.value, one.name, one.value_look, one.name_look) for mark, one in zip(lasts, blank, strict=True)]
    draw_endings(canvas, ends, right + 2.6, floor - 2.0, _NAMES)
    write_holes(canvas, known, (x, floor + 0.9), missing)


def _axes(canvas: Canvas, panel: Panel, x: Scale, floor: float) -> None:
    stroke, look = Stroke(canvas.style.colour.axis, HAIR), canvas.style.axis()
    canvas.line(((x.start - 1.0, floor), (x.end, floor)), stroke)
    for year in panel.years:
        place = (x(year.year), floor - _TICK - look.size * PT)
        if x.low <= year.year <= x.high and canvas.clear(canvas.room(place, year.label, look), 1.0):
            canvas.line(((place[0], floor), (place[0], floor - _TICK)), stroke)
            canvas.text(place, year.label, look)
