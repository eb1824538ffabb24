"""How far apart are the two partners' reports of the same goods? Two bars a direction, and the gap between them."""

from bilan.charts._canvas import Box, Canvas, datum
from bilan.charts._columns import broken, name_width, write_name
from bilan.charts._style import HAIR, PT, RULE, Stroke
from bilan.charts._words import balanced
from bilan.charts.marks import Bar
from bilan.charts.registry import chart
from bilan.charts.scale import Scale
from bilan.charts.specs import Mirror, MirrorPair
from bilan.document import Text

_GAPS, _AIR, _BRACE = 27.0, 1.2, 4.5
_UNDER_HEADING, _FOOT, _BETWEEN, _THICK = 1.6, 2.4, 1.0, 7.2


@chart("mirror-pair")
def mirror_pair(spec: MirrorPair, canvas: Canvas) -> None:
    """Both directions on one scale; what only one side reports is tinted."""
    bars = [bar for row in spec.rows for bar in (row.exporter, row.importer)]
    label, height = canvas.style.label(), canvas.height / max(len(spec.rows), 1)
    head = max((len(_heading(canvas, row)) for row in spec.rows), default=1) * label.leading + _UNDER_HEADING
    names = name_width(canvas, [bar.name for bar in bars], canvas.width, _thickness(height - head) + _BETWEEN)
    values = max((canvas.measure(words, label.strong()) for bar in bars for words in (bar.label, spec.missing)), default=0.0)
    gaps = max((canvas.measure(line, label.strong()) for row in spec.rows for line in _gap(canvas, row)), default=0.0)
    end = canvas.width - values - _AIR - (gaps + _BRACE if gaps else 0.0)
    scale = Scale(0.0, max([float(bar.value or 0) for bar in bars], default=0.0) or 1.0, names + 2.0, end)
    for number, row in enumerate(spec.rows):
        top = canvas.height - number * height
        _row(canvas, row, (top, top - height), (scale, names, head), spec.missing)


def _row(canvas: Canvas, row: Mirror, room: tuple[float, float], fit: tuple[Scale, float, float], missing: str) -> None:
    (top, bottom), (scale, names, head) = room, fit
    strong = canvas.style.label(canvas.style.colour.ink).strong()
    for number, line in enumerate(_heading(canvas, row)):
        canvas.text((0.0, top - strong.size * 0.8 * PT - 0.4 - number * strong.leading), line, strong)
    thick = _thickness(top - head - bottom)
    upper = top - head - thick
    lanes = (upper, upper - _BETWEEN - thick)
    longest = max(float(row.exporter.value or 0), float(row.importer.value or 0))
    for bar, low in zip((row.exporter, row.importer), lanes, strict=True):
        look = canvas.style.label(canvas.style.ink(bar.who))
        write_name(canvas, bar.name, (0.0, low + thick / 2), names, look)
        _lane(canvas, bar, Box(scale.start, low, scale(longest), low + thick), scale, missing)
    canvas.line(((scale.start, lanes[1] - 0.7), (scale.start, upper + thick + 0.7)), Stroke(canvas.style.colour.axis, RULE))
    if row.exporter.value is not None and row.importer.value is not None:
        _difference(canvas, row, (upper + thick / 2, lanes[1] + thick / 2), scale.end)


def _lane(canvas: Canvas, bar: Bar, lane: Box, scale: Scale, missing: str) -> None:
    middle = (lane.bottom + lane.top) / 2
    look = canvas.style.label(canvas.style.ink(bar.who))
    if bar.value is None:
        canvas.text((lane.left + _AIR, middle - look.middle), missing, canvas.style.axis())
        return
    end = scale(bar.value)
    if lane.right > end:
        canvas.bar(Box(end, lane.bottom, lane.right, lane.top), canvas.style.colour.grid)
    canvas.block(Box(lane.left, lane.bottom, end, lane.top), canvas.style.mark(bar.who), bar.form, datum("bar", bar, "x"))
    canvas.text((lane.right + _AIR, middle - look.middle), bar.label, look.strong())


def _difference(canvas: Canvas, row: Mirror, levels: tuple[float, float], left: float) -> None:
    """The gap and its share, between the bars, held by a bracket."""
    lines = _gap(canvas, row)
    if not lines:
        return
    width = max(canvas.measure(bar.label, canvas.style.label().strong()) for bar in (row.exporter, row.importer))
    brace = left + width + _AIR + 1.6
    stroke = Stroke(canvas.style.colour.axis, HAIR)
    canvas.line(((brace, levels[0]), (brace + 1, levels[0]), (brace + 1, levels[1]), (brace, levels[1])), stroke)
    ink, second = canvas.style.label(canvas.style.colour.ink).strong(), canvas.style.label()
    first = len(balanced(row.gap, _GAPS, lambda words: canvas.measure(words, ink)))
    baseline = sum(levels) / 2 - ink.middle + (len(lines) - 1) / 2 * ink.leading
    for number, line in enumerate(lines):
        canvas.text((brace + 2.4, baseline - number * ink.leading), line, ink if number < first else second)


def _heading(canvas: Canvas, row: Mirror) -> list[Text]:
    return broken(canvas, row.heading, canvas.width, canvas.style.label().strong())


def _thickness(height: float) -> float:
    """How thick two bars are that fill a height."""
    return min(_THICK, (height - _FOOT - _BETWEEN) / 2)


def _gap(canvas: Canvas, row: Mirror) -> list[Text]:
    strong = canvas.style.label().strong()
    return [line for words in (row.gap, row.share) for line in balanced(words, _GAPS, lambda piece: canvas.measure(piece, strong))]
