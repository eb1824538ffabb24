"""Which way has a headline figure gone? A word-sized line or row of columns beside it."""

from bilan.charts._canvas import Canvas
from bilan.charts._style import HAIR, SPARK_LINE, Stroke
from bilan.charts._tracks import draw_columns, draw_line, extent, span
from bilan.charts.registry import chart
from bilan.charts.scale import Scale
from bilan.charts.specs import Sparkline

_EDGE, _FLOOR, _DASH = 1.0, 0.6, (3.0, 2.0)


@chart("sparkline")
def sparkline(spec: Sparkline, canvas: Canvas) -> None:
    """No axis and no label: it never stands without its number."""
    base, ground = _FLOOR, Stroke(canvas.style.colour.grid, HAIR)
    if not spec.track.known:
        canvas.line(((0, base), (canvas.width, base)), ground)
        return
    (first, last), (low, high) = span((spec.track,)), extent((spec.track,))
    if spec.form == "bars":
        aim = float(spec.target or 0)
        y = Scale(min(0.0, low), max(0.0, high, aim), base, canvas.height - 0.4)
        canvas.line(((0, y(0)), (canvas.width, y(0))), ground)
        draw_columns(canvas, spec.track, Scale(first - 0.6, last + 0.6, 0, canvas.width), y)
        if spec.target is not None:
            canvas.line(((0, y(aim)), (canvas.width, y(aim))), Stroke(canvas.style.colour.ink, 0.7, _DASH))
        return
    canvas.line(((0, base), (canvas.width, base)), ground)
    years = Scale(first, last, _EDGE, canvas.width - _EDGE)
    draw_line(canvas, spec.track, years, Scale(low, high, base + _EDGE, canvas.height - _EDGE), SPARK_LINE)
