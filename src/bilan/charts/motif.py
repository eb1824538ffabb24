"""Which two countries is this about? Their silhouettes, quiet on the cover."""

import math

from bilan.charts._canvas import Canvas, Place
from bilan.charts._style import Stroke
from bilan.charts.registry import chart
from bilan.charts.specs import Motif, Ring

_BORDER, _QUIET, _FINEST = 0.8, 0.32, 0.12


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


def albers(points: list[Place]) -> "Albers":
    """The projection whose parallels lie a sixth of the height inside these points."""
    longitudes, latitudes = [x for x, _ in points], [y for _, y in points]
    south, north = min(latitudes), max(latitudes)
    inset = (north - south) / 6
    return Albers((min(longitudes) + max(longitudes)) / 2, (south + north) / 2, south + inset, north - inset)


def thinned(ring: list[Place]) -> Ring:
    """A ring without points too near to the last one kept to be seen."""
    kept: list[Place] = []
    for point in ring:
        if not kept or math.dist(point, kept[-1]) > _FINEST:
            kept.append(point)
    return tuple(kept)


class Albers:
    """Longitude and latitude to a plane on which areas keep their proportion."""

    def __init__(self, meridian: float, origin: float, south: float, north: float) -> None:
        low, high = math.radians(south), math.radians(north)
        self._meridian = meridian
        self._cone = (math.sin(low) + math.sin(high)) / 2
        self._constant = math.cos(low) ** 2 + 2 * self._cone * math.sin(low)
        self._origin = self._radius(origin)

    def __call__(self, point: Place) -> Place:
        """The place of a point on the plane, in radii of the Earth."""
        angle = self._cone * math.radians(point[0] - self._meridian)
        radius = self._radius(point[1])
        return radius * math.sin(angle), self._origin - radius * math.cos(angle)

    def _radius(self, latitude: float) -> float:
        return math.sqrt(self._constant - 2 * self._cone * math.sin(math.radians(latitude))) / self._cone
