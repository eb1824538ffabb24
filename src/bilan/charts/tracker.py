"""How far has each project come, by dated evidence? Stages in columns; shape and word tell the state, never colour alone."""

from bilan.charts._canvas import Box, Canvas, Place
from bilan.charts._columns import GAP, broken, name_width, write_name
from bilan.charts._style import HAIR, LINE, PT, Stroke
from bilan.charts.registry import chart
from bilan.charts.specs_rows import Course, Step, Tracker

_DOT, _UNDER, _LEAST = 6.4, 1.2, 14.0


@chart("tracker")
def tracker(spec: Tracker, canvas: Canvas) -> None:
    """Full disc: reached; ring: promised; square: overdue; dashed ring: no word; small dot: still open."""
    if not spec.rows or not spec.stages:
        canvas.text((canvas.width / 2, canvas.height / 2), spec.missing, canvas.style.label(), "center")
        return
    look = canvas.style.label()
    strong = look.strong()
    verdicts = max(canvas.measure(row.verdict, strong) for row in spec.rows)
    free = canvas.width - verdicts - GAP
    guess = (canvas.height - 2 * look.leading) / len(spec.rows)
    names = min(name_width(canvas, [row.name for row in spec.rows], free, guess), free - _LEAST * len(spec.stages))
    column = (free - names - GAP) / len(spec.stages)
    heads = [broken(canvas, stage, column - 1.5, look) for stage in spec.stages]
    head = max(len(lines) for lines in heads) * look.leading + _UNDER
    places = [names + GAP + (number + 0.5) * column for number in range(len(spec.stages))]
    for x, lines in zip(places, heads, strict=True):
        for number, line in enumerate(reversed(lines)):
            canvas.text((x, canvas.height - head + _UNDER + 0.6 + number * look.leading), line, look, "center")
    pitch = (canvas.height - head) / len(spec.rows)
    for number, row in enumerate(spec.rows):
        top = canvas.height - head - number * pitch
        canvas.line(((0.0, top), (canvas.width, top)), Stroke(canvas.style.colour.grid, HAIR))
        write_name(canvas, row.name, (0.0, top - pitch / 2), names, canvas.style.label(canvas.style.colour.ink))
        _course(canvas, row, places, Box(0.0, top - pitch, canvas.width, top))


def _course(canvas: Canvas, row: Course, places: list[float], cell: Box) -> None:
    dated = any(step.when for step in row.steps)
    middle = (cell.bottom + cell.top) / 2 + (canvas.style.axis().leading / 2 if dated else 0.0)
    steps = list(zip(row.steps, places, strict=False))
    reached = [x for step, x in steps if step.state == "done"]
    if steps:
        canvas.line(((places[0], middle), (steps[-1][1], middle)), Stroke(canvas.style.colour.context, HAIR))
    if len(reached) > 1:
        canvas.line(((reached[0], middle), (reached[-1], middle)), Stroke(canvas.style.colour.status.done, LINE))
    for step, x in steps:
        _mark(canvas, step, (x, middle))
        axis = canvas.style.axis()
        place = (x, middle - _DOT / 2 * PT - axis.size * PT - 0.2)
        if step.when and canvas.clear(canvas.room(place, step.when, axis, "center"), 0.3):
            canvas.text(place, step.when, axis, "center")
    look = canvas.style.label(canvas.style.colour.ink if row.strong else "")
    look = look.strong() if row.strong else look
    canvas.text((cell.right, (cell.bottom + cell.top) / 2 - look.middle), row.verdict, look, "right")


def _mark(canvas: Canvas, step: Step, place: Place) -> None:
    status, paper = canvas.style.colour.status, canvas.style.colour.paper
    match step.state:
        case "done":
            canvas.disc(place, _DOT, status.done)
        case "expected":
            canvas.disc(place, _DOT, paper, Stroke(status.on_track, 1.3))
        case "unknown":
            canvas.disc(place, _DOT, paper, Stroke(status.unknown, 1.1, (1.6, 1.2)))
        case "late":
            half = _DOT * 0.44 * PT
            canvas.bar(Box(place[0] - half, place[1] - half, place[0] + half, place[1] + half), status.late)
        case _:
            canvas.disc(place, 2.4, canvas.style.colour.axis)
