"""What part of a whole is it? Each whole a frame of one length, its part filled."""

from bilan.charts._canvas import Box, Canvas, datum
from bilan.charts._columns import GAP, name_width, write_name
from bilan.charts._style import HAIR, PT, Stroke
from bilan.charts.marks import Bar
from bilan.charts.registry import chart
from bilan.charts.scale import Scale
from bilan.charts.specs_rows import Share

_THICK, _MOST_THICK, _AIR = 0.55, 6.0, 1.2


@chart("share")
def share(spec: Share, canvas: Canvas) -> None:
    """Rows of equal frames; a part beyond the whole is drawn as long as it is."""
    if not spec.rows:
        canvas.text((canvas.width / 2, canvas.height / 2), spec.missing, canvas.style.label(), "center")
        return
    axis = canvas.style.axis()
    head = axis.leading + 0.8 if spec.whole else 0.0
    pitch = (canvas.height - head) / len(spec.rows)
    names = name_width(canvas, [bar.name for bar in spec.rows], canvas.width, pitch)
    strong = canvas.style.label().strong()
    labels = max(canvas.measure(bar.label if bar.value is not None else spec.missing, strong) for bar in spec.rows)
    most = max(1.0, *(float(bar.value or 0) for bar in spec.rows))
    scale = Scale(0.0, most, names + GAP, canvas.width - labels - _AIR)
    if spec.whole:
        canvas.text((scale(1), canvas.height - axis.size * 0.8 * PT), spec.whole, axis, "right")
    for number, bar in enumerate(spec.rows):
        middle = canvas.height - head - (number + 0.5) * pitch
        write_name(canvas, bar.name, (0.0, middle), names, canvas.style.label(canvas.style.colour.ink))
        _row(canvas, bar, (scale, middle, min(pitch * _THICK, _MOST_THICK) / 2), spec.missing)


def _row(canvas: Canvas, bar: Bar, place: tuple[Scale, float, float], missing: str) -> None:
    scale, middle, half = place
    look, colour = canvas.style.label(canvas.style.ink(bar.who)).strong(), canvas.style.colour
    frame = Box(scale(0), middle - half, scale(1), middle + half)
    canvas.bar(frame, colour.panel)
    if bar.value is None:
        canvas.line((*frame.corners, frame.corners[0]), Stroke(colour.axis, HAIR))
        canvas.text((frame.left + _AIR, middle - look.middle), missing, canvas.style.axis())
        return
    left, right = sorted((scale(0), scale(bar.value)))
    canvas.block(Box(left, middle - half, right, middle + half), canvas.style.mark(bar.who), bar.form, datum("bar", bar, "x"))
    canvas.line((*frame.corners, frame.corners[0]), Stroke(colour.axis, HAIR))
    canvas.text((max(scale(1), right) + _AIR, middle - look.middle), bar.label, look)
