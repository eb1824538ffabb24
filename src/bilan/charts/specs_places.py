"""What do maps need to know? Outlines and places by longitude and latitude, names already in the reader's language."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from bilan.charts.marks import Ring, Who
from bilan.document import Words


@dataclass(frozen=True, slots=True)
class Land:
    """A country: its outlines, its name, and which partner it is; a neighbour is nobody's."""

    rings: tuple[Ring, ...]
    name: Words = ""
    who: Who = "context"


@dataclass(frozen=True, slots=True)
class Place:
    """A place with known coordinates, the more important first."""

    longitude: float
    latitude: float
    name: Words
    kind: Literal["capital", "town", "crossing", "works"] = "town"


@dataclass(frozen=True, slots=True)
class View:
    """What one part of the map shows: bounds of longitude and latitude (west, south, east, north), its width, its places."""

    bounds: tuple[float, float, float, float]
    width_mm: float
    places: tuple[Place, ...] = ()
    kilometres: int = 0
    scale: Words = ""


@dataclass(frozen=True, slots=True)
class Map:
    """Both partners, their neighbours lightly, in one or two views side by side; the second is framed in the first."""

    kind: ClassVar[str] = "map"
    lands: tuple[Land, ...]
    views: tuple[View, ...]
    missing: str = "n/a"
    width_mm: float = 174.0
    height_mm: float = 64.0


@dataclass(frozen=True, slots=True)
class Motif:
    """Silhouettes of both partners from rings of longitude and latitude, for the cover; decorative."""

    kind: ClassVar[str] = "motif"
    a: tuple[Ring, ...]
    b: tuple[Ring, ...]
    width_mm: float = 58.0
    height_mm: float = 30.0
