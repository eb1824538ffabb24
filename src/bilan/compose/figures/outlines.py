"""Which outlines does a partnership bring? GeoJSON files of its own folder, by country."""

import json
from pathlib import Path
from typing import Any

from bilan.charts.marks import Ring
from bilan.errors import SourceError

OUTLINES, NEIGHBOURS = "geo/outlines.geojson", "geo/neighbours_*.geojson"


def outlines(path: Path) -> dict[str, tuple[Ring, ...]]:
    """Rings of longitude and latitude by country code, empty without the file; raises SourceError for a broken one."""
    if not path.exists():
        return {}
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        return {one["id"]: _rings(one["geometry"]) for one in features}
    except (ValueError, KeyError, TypeError) as error:
        raise SourceError(f"geo/{path.name}", (f"is no GeoJSON of outlines: {error}",), "features need the country's code as id") from None


def _rings(geometry: dict[str, Any]) -> tuple[Ring, ...]:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return tuple(tuple((float(x), float(y)) for x, y in ring) for polygon in polygons for ring in polygon[:1])
