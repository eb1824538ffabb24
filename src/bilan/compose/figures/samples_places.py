"""Samples of maps: two invented countries, few places and many."""

import math
from collections.abc import Iterator

from bilan.charts.marks import Ring
from bilan.charts.specs_places import Land, Map, Motif, Place, View
from bilan.compose.figures.samples import Sample, Sampler
from bilan.document import Text

LARGE, SMALL, NEXT = (60.0, 48.0, 9.0), (66.0, 42.3, 3.2), (74.0, 42.0, 6.0)
CORNERS = 40
WHOLE, DETAIL = (50.0, 38.0, 72.0, 56.0), (61.0, 39.6, 70.0, 45.4)


def samples(made: Sampler) -> Iterator[Sample]:
    """Maps and the cover's silhouettes."""
    lands = (
        Land((_ring(NEXT),), "", "context"),
        Land((_ring(LARGE),), made.first.upper(), "a"),
        Land((_ring(SMALL),), made.second.upper(), "b"),
    )
    capital = Place(66.0, 42.6, made.word("gallery-place-two"), "capital")
    few = (capital, Place(64.4, 43.4, made.word("gallery-place-one")), Place(67.5, 43.9, made.word("gallery-place-three"), "crossing"))
    yield _map(made, "usual", lands, few)
    names = (made.word("gallery-place-one"), made.word("gallery-place-three"))
    crowd = tuple(Place(65.6 + number % 4 * 0.35, 43.2 + number // 4 * 0.3, names[number % 2], _KINDS[number % 3]) for number in range(9))  # type: ignore[arg-type]  # a kind
    yield _map(made, "worst", lands, (capital, *crowd))
    yield made.bare("map", "missing", Map((), (), made.missing, height_mm=14.0), made.word("gallery-kind-map"))
    name = made.word("gallery-kind-motif")
    alt = made.say("gallery-alt-none", name=Text.of(name))
    yield Sample("motif", "usual", Motif((_ring(LARGE),), (_ring(SMALL),)), Text.of(name), made.say("gallery-unit-plain"), alt)


_KINDS = ("town", "crossing", "works")


def _map(made: Sampler, case: str, lands: tuple[Land, ...], places: tuple[Place, ...]) -> Sample:
    overview = View(WHOLE, 55.33, places[:1], 500, made.say("fig-map-scale", length=500))
    detail = View(DETAIL, 114.67, places, 100, made.say("fig-map-scale", length=100))
    title = made.say("fig-map-title", placed=len(places))
    named = Text.of(", ".join(str(one.name) for one in places[:3]))
    alt = made.say("fig-map-alt", first=made.first, second=made.second, places=named)
    return Sample("map", case, Map(lands, (overview, detail), made.missing), title, made.say("gallery-unit-plain"), alt)  # type: ignore[arg-type]  # a case


def _ring(blob: tuple[float, float, float]) -> Ring:
    """A rounded outline around a place, wider than high."""
    x, y, size = blob
    turns = [2 * math.pi * number / CORNERS for number in range(CORNERS)]
    return tuple(
        (
            round(x + size * math.cos(turn) * (1 + 0.12 * math.sin(3 * turn)), 3),
            round(y + size * 0.6 * math.sin(turn) * (1 + 0.1 * math.cos(5 * turn)), 3),
        )
        for turn in turns
    )
