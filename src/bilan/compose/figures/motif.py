"""The silhouettes of both partners for the cover, where the partnership has their outlines."""

from pathlib import Path

from bilan.charts.specs_places import Motif
from bilan.compose.figures.outlines import OUTLINES, outlines


def motif(folder: Path, codes: tuple[str, str]) -> Motif | None:
    """Outlines from `geo/outlines.geojson`; None where a country has none. Raises SourceError for a broken file."""
    rings = outlines(folder / OUTLINES)
    first, second = codes
    return Motif(rings[first], rings[second]) if first in rings and second in rings else None
