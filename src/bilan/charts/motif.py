"""Which two countries is this about? Their silhouettes, quiet on the cover."""

from bilan.charts._albers import albers, thinned
from bilan.charts._canvas import Canvas, Place
from bilan.charts._style import Stroke
from bilan.charts.registry import chart
from bilan.charts.specs_places import Motif

_BORDER, _QUIET = 0.8, 0.32


@chart("motif")
def motif(spec: Motif, canvas: Canvas) -> None:
    """Equal-area outlines with the pair's own parallels; decorative, so without labels."""
    points = [point for ring in (*spec.a, *spec.b) for point in ring]
    if not points:
        return
    project = albers(points)
    flat = [project(point) for point in points]
    left, right = min(x for x, _ in flat), max(x for x, _ in flat)
    low, high = min(y for _, y in flat), max(y for _, y in flat)
    scale = min((canvas.width - _BORDER) / (right - left), (canvas.height - _BORDER) / (high - low))
    colour = canvas.style.colour
    border = Stroke(colour.band if canvas.style.cover == "band" else colour.paper, _BORDER)

    def place(point: Place) -> Place:
        x, y = project(point)
        return canvas.width / 2 + (x - (left + right) / 2) * scale, canvas.height / 2 + (y - (low + high) / 2) * scale

    for rings, fill, opacity in ((spec.a, colour.band_accent, _QUIET), (spec.b, colour.partner.b.mark, 1.0)):
        for ring in rings:
            canvas.area(thinned([place(point) for point in ring]), fill, border, opacity)
