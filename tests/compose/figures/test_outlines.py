import json
from pathlib import Path

import pytest

from bilan.compose.figures.outlines import outlines
from bilan.errors import SourceError

SQUARE = [[[0, 0], [1, 0], [1, 1], [0, 0]], [[0.2, 0.2], [0.3, 0.2], [0.3, 0.3], [0.2, 0.2]]]
OUTER = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0))


def test_takes_the_outer_ring_of_every_part_by_country(tmp_path: Path) -> None:
    kinds = {"AAA": {"type": "Polygon", "coordinates": SQUARE}, "BBB": {"type": "MultiPolygon", "coordinates": [SQUARE, SQUARE]}}
    path = tmp_path / "one.geojson"
    path.write_text(json.dumps({"features": [{"id": code, "geometry": kind} for code, kind in kinds.items()]}), encoding="utf-8")
    assert outlines(path) == {"AAA": (OUTER,), "BBB": (OUTER, OUTER)}


def test_has_none_without_the_file(tmp_path: Path) -> None:
    assert outlines(tmp_path / "one.geojson") == {}


@pytest.mark.parametrize("content", ["{", "{}", "[]", '{"features": [{"id": "AAA", "geometry": {"type": "Polygon"}}]}'])
def test_tells_what_is_wrong_with_a_broken_file(content: str, tmp_path: Path) -> None:
    path = tmp_path / "one.geojson"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SourceError, match="is no GeoJSON of outlines"):
        outlines(path)
