"""How does the round earth lie on flat paper? Albers' equal-area projection, with parallels that suit the place."""

import math

Place = tuple[float, float]
_FINEST = 0.12


def albers(points: list[Place]) -> "Albers":
    """The projection whose parallels lie a sixth of the height inside these points."""
    longitudes, latitudes = [x for x, _ in points], [y for _, y in points]
    south, north = min(latitudes), max(latitudes)
    inset = (north - south) / 6
    return Albers((min(longitudes) + max(longitudes)) / 2, (south + north) / 2, south + inset, north - inset)


def thinned(ring: list[Place]) -> tuple[Place, ...]:
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
