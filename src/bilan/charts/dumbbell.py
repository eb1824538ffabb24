"""How far apart are two values of the same thing? A filled and a hollow dot on one scale, joined."""

from bilan.charts._canvas import Canvas, datum
from bilan.charts._columns import GAP, name_width, write_name
from bilan.charts._style import AXIS, HAIR, LINE, PT, Stroke
from bilan.charts.marks import Bar
from bilan.charts.registry import chart
from bilan.charts.scale import Scale
from bilan.charts.specs_rows import Couple, Dumbbell

_DOT, _INNER, _AIR, _KEY, _FOOT = 6.0, 3.8, 1.6, 5.4, 4.6
"""The filled dot is drawn last and smaller, so that equal values show as a dot in a ring."""


@chart("dumbbell")
def dumbbell(spec: Dumbbell, canvas: Canvas) -> None:
    """The two kinds of dot are named above the rows; a value that is missing is said at its row's end."""
    bars = [bar for row in spec.rows for bar in (row.one, row.other) if bar.value is not None]
    if not bars:
        canvas.text((canvas.width / 2, canvas.height / 2), spec.missing, canvas.style.label(), "center")
        return
    foot = _FOOT if spec.ticks else 0.0
    pitch = (canvas.height - _KEY - foot) / len(spec.rows)
    names = name_width(canvas, [row.name for row in spec.rows], canvas.width, pitch)
    label = max(canvas.measure(words, canvas.style.label().strong()) for words in (*(bar.label for bar in bars), spec.missing))
    values = [float(bar.value or 0) for bar in bars]
    low, high = min(0.0, *values), max(0.0, *values)
    beside = label + _DOT / 2 * PT + _AIR
    scale = Scale(low, high if high > low else low + 1.0, names + GAP + beside, canvas.width - beside)
    _axis(canvas, spec, scale, foot)
    _key(canvas, spec.rows[0], names + GAP)
    for number, row in enumerate(spec.rows):
        middle = canvas.height - _KEY - (number + 0.5) * pitch
        write_name(canvas, row.name, (0.0, middle), names, canvas.style.label(canvas.style.colour.ink))
        _row(canvas, row, scale, middle, spec.missing)


def _axis(canvas: Canvas, spec: Dumbbell, scale: Scale, foot: float) -> None:
    for tick in spec.ticks:
        x = scale(tick.value)
        if scale.start - 0.1 <= x <= scale.end + 0.1:
            canvas.line(
                ((x, foot), (x, canvas.height - _KEY)),
                Stroke(canvas.style.colour.axis if not tick.value else canvas.style.colour.grid, HAIR),
            )
            place = (x, foot - AXIS * PT - 0.9)
            if canvas.clear(canvas.room(place, tick.label, canvas.style.axis(), "center"), 1.0):
                canvas.text(place, tick.label, canvas.style.axis(), "center")


def _key(canvas: Canvas, row: Couple, left: float) -> None:
    """Which dot is whose, above the rows."""
    x, baseline = left, canvas.height - canvas.style.label().size * 0.8 * PT - 0.2
    for bar, hollow in ((row.one, False), (row.other, True)):
        look = canvas.style.label(canvas.style.ink(bar.who))
        _dot(canvas, bar, (x + _DOT / 2 * PT, baseline + look.middle), hollow=hollow, shown=False)
        x = canvas.text((x + _DOT * PT + 1.0, baseline), bar.name, look).right + 5.0


def _row(canvas: Canvas, row: Couple, scale: Scale, middle: float, missing: str) -> None:
    places = [scale(bar.value) for bar in (row.one, row.other) if bar.value is not None]
    if len(places) > 1:
        canvas.line(((places[0], middle), (places[1], middle)), Stroke(canvas.style.colour.context, LINE))
    for bar, hollow in ((row.other, True), (row.one, False)):
        if bar.value is not None:
            _dot(canvas, bar, (scale(bar.value), middle), hollow=hollow, shown=True)
    _labels(canvas, row, scale, middle)
    if len(places) < 2:  # noqa: PLR2004  one is missing, or both
        look = canvas.style.axis()
        left = canvas.boxes[-1].right if places else scale(0)
        canvas.text((left + 2 * _AIR, middle - look.middle), missing, look)


def _labels(canvas: Canvas, row: Couple, scale: Scale, middle: float) -> None:
    """The smaller value to the left of its dot, the larger to the right of its own."""
    known = sorted((bar for bar in (row.one, row.other) if bar.value is not None), key=lambda bar: bar.value or 0)
    for number, bar in enumerate(known):
        look = canvas.style.label(canvas.style.ink(bar.who)).strong()
        left = number == 0 and len(known) > 1
        x = scale(bar.value or 0) + (-1 if left else 1) * (_DOT / 2 * PT + 0.9)
        canvas.text((x, middle - look.middle), bar.label, look, "right" if left else "left")


def _dot(canvas: Canvas, bar: Bar, place: tuple[float, float], *, hollow: bool, shown: bool) -> None:
    colour = canvas.style.mark(bar.who)
    ring = Stroke(colour, 1.4) if hollow else None
    canvas.disc(
        place,
        _DOT if hollow else _INNER,
        canvas.style.colour.paper if hollow else colour,
        ring,
        datum("point", bar, "x") if shown else None,
    )
