import os
import re
from collections.abc import Callable

import pytest

from bilan.audit.data import asked
from bilan.audit.maps import misplaced
from bilan.audit.shapes import measured
from bilan.charts.draw import draw
from bilan.charts.marks import Ring
from bilan.charts.specs_places import Land, Map, Place, View
from bilan.config.models import BrandConfig
from bilan.fonts.cut import cache_folder, font_files


def around(west: float, south: float, east: float, north: float) -> tuple[Ring, ...]:
    return (((west, south), (east, south), (east, north), (west, north), (west, south)),)


WIDE = View((60, 40, 90, 55), 70, (Place(71.4, 51.2, "Astana", "capital"), Place(74.6, 42.9, "Bishkek", "capital")), 500, "500 km")
CLOSE = View(
    (68, 39, 80, 45), 100,
    (
        Place(74.6, 42.9, "Bishkek", "capital"), Place(76.9, 43.2, "Almaty"), Place(72.8, 40.5, "Osh"), Place(73.0, 42.4, "Works", "works"),
        Place(71.0, 43.9, "Gate", "crossing"),
    ), 100, "100 km",
)  # fmt: skip
SPEC = Map((Land(around(55, 43, 87, 55), "KAZAKHSTAN", "a"), Land(around(69, 39.2, 80, 43), "KYRGYZSTAN", "b")), (WIDE, CLOSE))
Wrong = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def svg() -> str:
    return draw(SPEC, BrandConfig(), font_files(("IBM Plex Sans", "IBM Plex Serif"), cache_folder(os.environ))).svg


def wrong(drawing: str) -> list[str]:
    return list(misplaced(measured(drawing), asked(SPEC)))


def swapped(svg: str, one: str, other: str, at: int = 0, to: int = 0) -> str:
    """The drawing with the nth of two texts at each other's places."""
    found = [
        list(re.finditer(rf'<text x="[^"]*" y="[^"]*"([^>]*)>{name}</text>', svg))[number] for name, number in ((one, at), (other, to))
    ]
    places = [re.search(r'x="[^"]*" y="[^"]*"', match[0])[0] for match in found]  # type: ignore[index]  # each text has a place
    for match, place in sorted(zip(found, reversed(places), strict=True), key=lambda pair: -pair[0].start()):
        svg = svg[: match.start()] + re.sub(r'x="[^"]*" y="[^"]*"', place, match[0], count=1) + svg[match.end() :]
    return svg


def test_a_map_as_it_was_asked_for_raises_no_alarm(svg: str) -> None:
    assert wrong(svg) == []
    assert {"Osh", "Gate", "KYRGYZSTAN", "100 km", "500 km"} <= {one.text for one in measured(svg).letters}


def test_finds_names_of_places_at_each_others_marks(svg: str) -> None:
    assert "'Almaty' and 'Osh' stand at each other's places" in wrong(swapped(svg, "Almaty", "Osh"))
    assert "'Works' and 'Gate' stand at each other's places" in wrong(swapped(svg, "Works", "Gate"))


def test_finds_a_name_at_no_mark(svg: str) -> None:
    assert "'Osh' stands at no mark, and no line ties it to its own" in wrong(swapped(svg, "Osh", "KYRGYZSTAN", to=-1))


def test_finds_a_country_named_in_another(svg: str) -> None:
    found = wrong(swapped(svg, "KAZAKHSTAN", "KYRGYZSTAN", at=-1, to=-1))

    assert {"'KAZAKHSTAN' does not stand in its country", "'KYRGYZSTAN' does not stand in its country"} <= set(found)


def test_finds_a_name_in_another_part_of_the_map(svg: str) -> None:
    assert "'Astana' stands in another part of the map than its own" in wrong(swapped(svg, "Astana", "Almaty"))


@pytest.mark.parametrize("shift", [-3.0, 0.3])
def test_finds_a_mark_that_does_not_lie_where_its_place_is(svg: str, shift: float) -> None:
    (path,) = re.findall(r'<path d="[^"]*"[^>]*data-at="72.8 40.5"/>', svg)
    numbers = iter(range(1000))
    moved = re.sub(
        r"-?\d+\.?\d*(?= -?\d| [A-Za-z]|\")",
        lambda one: f"{float(one[0]) + shift:.2f}" if next(numbers) % 2 == 0 else one[0],
        path.partition(" style")[0],
    )

    assert wrong(svg.replace(path.partition(" style")[0], moved)) == ["the mark of 'Osh' does not lie where it is"]


def test_finds_a_mark_of_a_place_nobody_asked_for(svg: str) -> None:
    assert wrong(svg.replace('data-at="72.8 40.5"', 'data-at="72.8 41.5"'))[0] == "a mark lies at 72.8, 41.5, where no place was given"


def test_finds_a_scale_whose_line_is_not_as_long_as_it_says(svg: str) -> None:
    assert "no line as long as '100 km' stands under it" in wrong(swapped(svg, "100 km", "Osh"))
    doubled = re.sub(
        r"(<path d=\"M )([\d.]+)( [\d.]+ L )([\d.]+)( [\d.]+\"[^>]*stroke-width: 0.8\"/>\n<text[^>]*>100 km)",
        lambda one: f"{one[1]}{2 * float(one[2]) - float(one[4]):.2f}{one[3]}{one[4]}{one[5]}",
        svg,
    )
    assert doubled != svg
    assert wrong(doubled) == ["no line as long as '100 km' stands under it"]


def test_two_marks_are_needed_to_tell_a_scale() -> None:
    one = Map(SPEC.lands, (View(WIDE.bounds, 70, WIDE.places[:1]),))
    fonts = font_files(("IBM Plex Sans", "IBM Plex Serif"), cache_folder(os.environ))

    assert list(misplaced(measured(draw(one, BrandConfig(), fonts).svg), asked(one))) == []
