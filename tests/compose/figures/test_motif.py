import json
from pathlib import Path

from bilan.compose.figures.motif import motif
from bilan.compose.figures.outlines import OUTLINES

SQUARE = [[[0, 0], [1, 0], [1, 1], [0, 0]], [[0.2, 0.2], [0.3, 0.2], [0.3, 0.3], [0.2, 0.2]]]


def folder(tmp_path: Path, content: str) -> Path:
    (tmp_path / OUTLINES).parent.mkdir()
    (tmp_path / OUTLINES).write_text(content, encoding="utf-8")
    return tmp_path


def outlines(*codes: str) -> str:
    kinds = [{"type": "Polygon", "coordinates": SQUARE}, {"type": "MultiPolygon", "coordinates": [SQUARE, SQUARE]}]
    return json.dumps({"features": [{"id": code, "geometry": kind} for code, kind in zip(codes, kinds, strict=False)]})


def test_takes_the_outer_ring_of_every_part(tmp_path: Path) -> None:
    found = motif(folder(tmp_path, outlines("AAA", "BBB")), ("AAA", "BBB"))
    assert found is not None
    outer = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0))
    assert (found.a, found.b) == ((outer,), (outer, outer))


def test_has_none_without_the_outlines_of_both(tmp_path: Path) -> None:
    assert motif(tmp_path, ("AAA", "BBB")) is None
    assert motif(folder(tmp_path, outlines("AAA")), ("AAA", "BBB")) is None
