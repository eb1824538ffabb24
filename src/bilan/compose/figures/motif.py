"""The silhouettes of both partners for the cover, where the partnership has their outlines."""

import json
from pathlib import Path
from typing import Any

from bilan.charts.specs import Motif, Ring
from bilan.errors import SourceError

OUTLINES = "geo/outlines.geojson"


def motif(folder: Path, codes: tuple[str, str]) -> Motif | None:
    """Outlines from `geo/outlines.geojson`; None where a country has none. Raises SourceError for a broken file."""
    path = folder / OUTLINES
    if not path.exists():
        return None
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        rings = {one["id"]: _rings(one["geometry"]) for one in features}
    except (ValueError, KeyError, TypeError) as error:
        raise SourceError(OUTLINES, (f"is no GeoJSON of outlines: {error}",), "features need the country's code as id") from None
    first, second = codes
    return Motif(rings[first], rings[second]) if first in rings and second in rings else None


def _rings(geometry: dict[str, Any]) -> tuple[Ring, ...]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return tuple(tuple((float(x), float(y)) for x, y in ring) for polygon in polygons for ring in polygon[:1])
