import json
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from bilan.charts.specs_places import Map
from bilan.compose.figures.places import bounds, places_map
from bilan.compose.material import Material
from bilan.document import Figure
from bilan.errors import SourceError
from bilan.project import Project

MakeMaterial = Callable[..., Material]
HEAD = "place_id,name,type,lat,lon,source_id\n"


@pytest.fixture
def folder(project: Project) -> Path:
    return project.folder("kz-kg")


@pytest.fixture
def own(folder: Path, tmp_path: Path) -> Callable[[str], Path]:
    """A folder with the outlines and a table of places of its own."""

    def make(table: str) -> Path:
        shutil.copytree(folder / "geo", tmp_path / "geo")
        (tmp_path / "places.csv").write_text(HEAD + table, encoding="utf-8")
        return tmp_path

    return make


def drawn(material: Material, folder: Path) -> tuple[Figure, Map]:
    figure = places_map(material, folder)
    assert figure is not None
    spec = material.specs["places"]
    assert isinstance(spec, Map)
    return figure, spec


def plain(words: object) -> str:
    return str(words).replace("\u00a0", " ").replace("\u202f", " ")


def test_shows_only_places_whose_coordinates_a_source_gives(material: MakeMaterial, folder: Path) -> None:
    figure, spec = drawn(material("en"), folder)
    assert "Bishkek" in str(figure.alt)
    assert [(str(one.name), one.kind) for one in spec.views[1].places][:2] == [("Bishkek", "capital"), ("Almaty", "town")]
    assert not any(one.kind == "crossing" for view in spec.views for one in view.places)


def test_tells_how_far_the_capitals_lie_apart(material: MakeMaterial, folder: Path) -> None:
    made = material("en")
    figure, _ = drawn(made, folder)
    (reading,) = [one for one in made.derived.values() if one.indicator == "places.distance"]

    assert plain(figure.title) == "Astana and Bishkek are about 954 km apart as the crow flies"
    assert (reading.value, reading.unit, reading.inputs) == (Decimal(954), "km", ("places.csv#astana", "places.csv#bishkek"))
    assert reading.source_ids == ("geonames",)


def test_counts_the_places_where_one_capital_is_not_placed(material: MakeMaterial, own: Callable[[str], Path]) -> None:
    figure, _ = drawn(material("en"), own("astana,Astana,capital,51.18,71.45,geonames\nosh,Osh,town,40.5,72.8,geonames\n"))

    assert str(figure.title) == "2 places with known coordinates"


@pytest.mark.parametrize(("language", "name"), [("en", "Korday"), ("fr", "Kordaï"), ("ru", "Кордай"), ("kk", "Қордай"), ("ky", "Кордой")])
def test_names_every_place_in_the_language_of_the_page(language: str, name: str, material: MakeMaterial, folder: Path) -> None:
    _, spec = drawn(material(language), folder)
    named = [str(one.name) for one in spec.views[1].places]

    assert name in named
    assert language in ("en", "fr") or not any(sign.isascii() and sign.isalpha() for one in named for sign in one)


def test_says_that_crossings_are_not_drawn_and_that_outlines_take_no_position(material: MakeMaterial, folder: Path) -> None:
    assert str(drawn(material("en"), folder)[0].subtitle) == (
        "Squares: capitals; dots: towns. Outlines as published by Natural Earth; they take no position on any boundary. "
        "Crossings without published coordinates are not drawn."
    )
    assert plain(drawn(material("fr"), folder)[0].subtitle).endswith(
        "Les points de passage sans coordonnées publiées ne sont pas dessinés."
    )


def test_names_the_sources_of_outlines_and_places(material: MakeMaterial, folder: Path) -> None:
    assert str(drawn(material("en"), folder)[0].source) == "Sources: GeoNames, Natural Earth; data as of 31 October 2026."


def test_the_smaller_country_is_shown_once_more_larger(material: MakeMaterial, folder: Path) -> None:
    overview, detail = drawn(material("en"), folder)[1].views
    assert [str(one.name) for one in overview.places] == ["Astana", "Bishkek"]
    assert detail.bounds[0] > overview.bounds[0]
    assert detail.bounds[2] - detail.bounds[0] < (overview.bounds[2] - overview.bounds[0]) / 2
    assert (str(overview.scale), str(detail.scale)) == ("500 km", "100 km")


def test_countries_of_like_size_share_one_view(material: MakeMaterial, own: Callable[[str], Path]) -> None:
    place = own("astana,Astana,capital,51.18,71.45,geonames\n")
    path = place / "geo" / "outlines.geojson"
    (kazakhstan,) = (one for one in json.loads(path.read_text(encoding="utf-8"))["features"] if one["id"] == "KAZ")
    path.write_text(json.dumps({"features": [kazakhstan, kazakhstan | {"id": "KGZ"}]}), encoding="utf-8")
    (view,) = drawn(material("en"), place)[1].views
    assert view.width_mm == 174.0


def test_neighbours_are_named_in_the_language_of_the_page(material: MakeMaterial, folder: Path) -> None:
    english, french = (drawn(material(language), folder)[1].lands for language in ("en", "fr"))
    assert [str(one.name) for one in english if one.who == "context"] == ["CHINA", "RUSSIA", "TAJIKISTAN", "TURKMENISTAN", "UZBEKISTAN"]
    assert [str(one.name) for one in french if one.who != "context"] == ["KAZAKHSTAN", "KIRGHIZSTAN"]
    assert "OUZBÉKISTAN" in [str(one.name) for one in french]


def test_a_neighbour_without_a_name_is_drawn_nameless(material: MakeMaterial, own: Callable[[str], Path]) -> None:
    place = own("astana,Astana,capital,51.18,71.45,geonames\n")
    strange = (
        (place / "geo" / "neighbours_110m.geojson")
        .read_text(encoding="utf-8")
        .replace('"id":"UZB"', '"id":"X-1"')
        .replace('"id": "UZB"', '"id": "X-1"')
    )
    (place / "geo" / "neighbours_110m.geojson").write_text(strange, encoding="utf-8")
    assert "" in [str(one.name) for one in drawn(material("en"), place)[1].lands]


def test_describes_the_map_by_the_places_it_names(material: MakeMaterial, folder: Path) -> None:
    assert str(drawn(material("en"), folder)[0].alt) == (
        "Map of Kazakhstan and Kyrgyzstan. Named: Astana; Bishkek; Almaty; Taraz; Shymkent; Korday."
    )


def test_a_crossing_with_coordinates_is_drawn(material: MakeMaterial, own: Callable[[str], Path]) -> None:
    figure, spec = drawn(material("en"), own("x,Korday,crossing_road,43.0,74.7,geonames\n"))
    assert [one.kind for one in spec.views[1].places] == ["crossing"]
    assert "not drawn" not in str(figure.subtitle)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("x,X,town,north,70,s\n", "line 2: 'north', '70' are no coordinates"),
        ("x,X,town,95,70,s\n", "line 2: '95', '70' lie nowhere on earth"),
        ("x,X,town,42,,s\n", "line 2: '42', '' are no coordinates"),
    ],
)
def test_tells_which_coordinates_are_none(table: str, said: str, material: MakeMaterial, own: Callable[[str], Path]) -> None:
    with pytest.raises(SourceError, match=said):
        places_map(material("en"), own(table))


def test_tells_which_column_is_missing(material: MakeMaterial, own: Callable[[str], Path]) -> None:
    place = own("")
    (place / "places.csv").write_text("place_id,name\nx,X\n", encoding="utf-8")
    with pytest.raises(SourceError, match="column 'lat' is missing"):
        places_map(material("en"), place)


def test_has_no_map_without_outlines_or_places(material: MakeMaterial, own: Callable[[str], Path], tmp_path: Path) -> None:
    assert places_map(material("en"), tmp_path / "nowhere") is None
    assert places_map(material("en"), own("x,X,town,,,s\n")) is None


def test_bounds_hold_every_point() -> None:
    assert bounds([(3.0, 1.0), (-2.0, 5.0)]) == (-2.0, 1.0, 3.0, 5.0)
