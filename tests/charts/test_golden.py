"""What each kind of chart drew when it was last looked at: elements, places to half a pixel, texts; never bytes."""

import json
import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bilan.charts.specs import Spec

FOLDER = Path(__file__).parent / "golden"
HALF_PIXEL = 25.4 / 96 / 2
KINDS = [
    "contribution", "dumbbell", "fan", "forms", "line", "map", "mirror-pair", "motif", "multiples",
    "ranking", "share", "slope", "sparkline", "timeline", "tracker", "trade-bars",
]  # fmt: skip
Element = dict[str, Any]


def elements(sheet: Any) -> list[Element]:  # noqa: ANN401  the reader of a drawing
    drawn: list[Element] = [
        {"kind": path.get("data-mark", "path"), "look": look(path["style"]), "box": halves(sheet.bounds(path["d"]))} for path in sheet.paths
    ]
    return drawn + [
        {"kind": "text", "text": one.text, "look": f"{one.size:g} {one.weight} {one.colour}", "box": halves(one.box)} for one in sheet.texts
    ]


def look(style: str) -> str:
    """Colours and dashes of a path."""
    return " ".join(re.findall(r"(?:fill|stroke|stroke-dasharray): ([^;]+)", style))


def halves(box: Any) -> list[int]:  # noqa: ANN401  a box
    return [round(side / HALF_PIXEL) for side in (box.left, box.bottom, box.right, box.top)]


def alike(one: Element, other: Element) -> bool:
    """The same element in the same place, give or take the half pixel that rounding may bring."""
    here, there = dict(one), dict(other)
    return all(abs(a - b) <= 1 for a, b in zip(here.pop("box"), there.pop("box"), strict=True)) and here == there


def of_kind(samples: dict[str, Spec], kind: str) -> dict[str, Spec]:
    pattern = re.compile(rf"gallery-en-\d+-({kind})-(usual|worst|missing)")
    return {name: spec for name, spec in sorted(samples.items()) if pattern.fullmatch(name)}


@pytest.mark.parametrize("kind", KINDS)
def test_draws_what_it_drew_before(kind: str, samples: dict[str, Spec], sheet: Callable[..., Any], request: pytest.FixtureRequest) -> None:
    drawn = {name: elements(sheet(spec)) for name, spec in of_kind(samples, kind).items()}
    path = FOLDER / f"{kind}.json"
    if request.config.getoption("--update-golden"):
        FOLDER.mkdir(exist_ok=True)
        lines = [
            f' "{name}": [\n' + ",\n".join(f"  {json.dumps(one, ensure_ascii=False)}" for one in drawn[name]) + "\n ]" for name in drawn
        ]
        path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    kept: dict[str, list[Element]] = json.loads(path.read_text(encoding="utf-8"))

    assert list(drawn) == list(kept)
    for name, found in drawn.items():
        assert [one.get("text", one["kind"]) for one in found] == [one.get("text", one["kind"]) for one in kept[name]], name
        assert [one for one, other in zip(found, kept[name], strict=True) if not alike(one, other)] == [], name


def test_every_sample_of_the_gallery_is_kept(samples: dict[str, Spec]) -> None:
    found: dict[str, int] = defaultdict(int)
    for kind in KINDS:
        found[kind] = len(of_kind(samples, kind))

    assert sum(found.values()) == sum(name.startswith("gallery-en-") for name in samples)
    assert min(found.values()) > 0
