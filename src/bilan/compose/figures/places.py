"""Where the partners meet: their outlines, neighbours lightly, and the places whose coordinates a source gives."""

import math
from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from bilan.charts.marks import Ring
from bilan.charts.specs_places import Land, Map, Place, View
from bilan.compose.figures.outlines import NEIGHBOURS, OUTLINES, outlines
from bilan.compose.material import Caption, Material
from bilan.document import Figure, Text
from bilan.errors import BilanError, SourceError
from bilan.model import Evidence, Precision, Reading
from bilan.period import Frequency, Period
from bilan.sources.table import Row, read_table
from bilan.wording.countries import country

TABLE = "places.csv"
COLUMNS = ("place_id", "name", "type", "lat", "lon", "source_id")
OUTLINE_SOURCE = "natural-earth"
OVERVIEW_MM, DETAIL_MM, WHOLE_MM = 55.33, 114.67, 174.0
SMALL = 0.34
"""A partner whose bounds cover less than this part of both gets a view of its own beside the overview."""
MARGIN, NEAR = 0.35, 1.3
"""Degrees around what a view shows, and how far from the smaller partner a place still belongs to it."""
BAR_KM = {True: 500, False: 100}
SPOKEN = 6
EARTH_KM = 6371
Bounds = tuple[float, float, float, float]
Placed = tuple[Row, tuple[float, float]]


def places_map(material: Material, folder: Path) -> Figure | None:
    """The map; None without both partners' outlines or without a place. Raises SourceError for a broken file."""
    rings = outlines(folder / OUTLINES)
    first, second = material.facts.countries
    table = folder / TABLE
    if first not in rings or second not in rings or not table.exists():
        return None
    rows = _rows(table)
    placed = [(row, at) for row in rows if (at := _coordinates(row))]
    if not placed:
        return None
    printer, sites = material.printer, _sites(material, placed)
    spec = Map(_lands(material, folder, rings), _views(material, (rings[first], rings[second]), sites), printer.word("missing"))
    subtitle = printer.say("fig-map-subtitle", source=_outline_source(material))
    if len(placed) < len(rows):
        subtitle = Text.of(subtitle, " ", printer.word("fig-map-not-drawn"))
    caption = Caption(_title(material, placed), subtitle, _alt(material, sites))
    return material.figure(spec, "places", caption, sources={OUTLINE_SOURCE, *(row.cells["source_id"] for row, _ in placed)})


def _rows(path: Path) -> tuple[Row, ...]:
    table = read_table(path)
    lacking = [name for name in COLUMNS if name not in table.columns]
    if lacking:
        raise SourceError(path.name, tuple(f"line 1: column '{name}' is missing" for name in lacking), f"columns: {', '.join(COLUMNS)}")
    mistakes = tuple(one for row in table.rows if (one := _mistake(row)))
    if mistakes:
        raise SourceError(path.name, mistakes, "write degrees such as 42.87, or leave both cells empty")
    return table.rows


def _sites(material: Material, placed: Sequence[Placed]) -> list[Place]:
    """Capitals, then towns, then crossings."""
    kinds = {"capital": "capital", "town": "town"}
    sites = [
        Place(at[0], at[1], _name(material, row), kinds.get(row.cells["type"], "crossing"))  # type: ignore[arg-type]  # one of the three
        for row, at in placed
    ]
    order = ["capital", "town", "crossing"]
    return sorted(sites, key=lambda one: order.index(one.kind))


def _name(material: Material, row: Row) -> Text:
    return material.own(f"place-{row.cells['place_id']}", row.cells["name"])


def _title(material: Material, placed: Sequence[Placed]) -> Text:
    """How far the capitals lie apart; where not both are placed, how many places are."""
    capitals = [(row, at) for row, at in placed if row.cells["type"] == "capital"]
    if len(capitals) != 2:  # noqa: PLR2004  one of each partner
        return material.printer.say("fig-map-title", placed=len(placed))
    (one, _), (other, _) = capitals
    made = _distance(material.facts.as_of, capitals)
    material.derived[made.id] = made
    return material.printer.say("fig-map-title-apart", one=_name(material, one), other=_name(material, other), distance=made)


def _distance(as_of: date, ends: Sequence[Placed]) -> Reading:
    """How far two places lie apart over the round earth, by their coordinates."""
    (one, here), (other, there) = ends
    (east, north), (east_there, north_there) = ((math.radians(x), math.radians(y)) for x, y in (here, there))
    height, width = math.sin((north_there - north) / 2), math.sin((east_there - east) / 2)
    arc = 2 * math.asin(math.sqrt(height**2 + math.cos(north) * math.cos(north_there) * width**2))
    year = Period(as_of.year, Frequency.ANNUAL)
    rows = [row.cells for row, _ in ends]
    return Reading(
        f"places.distance:{one.cells['place_id']}-{other.cells['place_id']}:{year}", "places.distance", year, as_of, "km",
        Decimal(round(arc * EARTH_KM)), precision=Precision.APPROXIMATE, evidence=Evidence.DERIVED,
        formula=f"great circle on a sphere of radius {EARTH_KM} km", inputs=tuple(f"{TABLE}#{cells['place_id']}" for cells in rows),
        source_ids=tuple(sorted({cells["source_id"] for cells in rows})),
    )  # fmt: skip


def _coordinates(row: Row) -> tuple[float, float] | None:
    """Longitude and latitude, or None."""
    try:
        return float(Decimal(row.cells["lon"])), float(Decimal(row.cells["lat"]))
    except InvalidOperation:
        return None


def _mistake(row: Row) -> str:
    cells = (row.cells["lon"], row.cells["lat"])
    found = _coordinates(row)
    if found is None:
        return f"line {row.line}: '{cells[1]}', '{cells[0]}' are no coordinates" if any(cells) else ""
    within = abs(found[0]) <= 180 and abs(found[1]) <= 90  # noqa: PLR2004  degrees
    return "" if within else f"line {row.line}: '{cells[1]}', '{cells[0]}' lie nowhere on earth"


def _lands(material: Material, folder: Path, rings: dict[str, tuple[Ring, ...]]) -> tuple[Land, ...]:
    around: dict[str, tuple[Ring, ...]] = {}
    for path in sorted(folder.glob(NEIGHBOURS)):
        around |= outlines(path)
    lands = [Land(found, _neighbour(code, material.printer.lang).upper()) for code, found in sorted(around.items()) if code not in rings]
    sides = zip(material.facts.countries, ("a", "b"), strict=True)
    return (*lands, *(Land(rings[code], material.printer.country(code).upper(), who) for code, who in sides))  # type: ignore[arg-type]  # a partner


def _neighbour(code: str, lang: str) -> str:
    try:
        return country(code).names.get(lang, "")
    except BilanError:
        return ""


def _views(material: Material, partners: Sequence[tuple[Ring, ...]], sites: Sequence[Place]) -> tuple[View, ...]:
    """Both partners; where one is much smaller, it and what lies near it once more, larger."""
    both = bounds([point for rings in partners for ring in rings for point in ring])
    small = min((bounds([point for ring in rings for point in ring]) for rings in partners), key=_size)
    if _size(small) >= SMALL * _size(both):
        return (_view(material, both, WHOLE_MM, sites, overview=True),)
    near = [one for one in sites if _within((one.longitude, one.latitude), small, NEAR)]
    corners = [(small[0], small[1]), (small[2], small[3]), *((one.longitude, one.latitude) for one in near)]
    capitals = [one for one in sites if one.kind == "capital"]
    return (
        _view(material, both, OVERVIEW_MM, capitals, overview=True),
        _view(material, bounds(corners), DETAIL_MM, near, overview=False),
    )


def _view(material: Material, around: Bounds, width: float, sites: Sequence[Place], *, overview: bool) -> View:
    length = BAR_KM[overview]
    wide = (around[0] - MARGIN, around[1] - MARGIN, around[2] + MARGIN, around[3] + MARGIN)
    return View(wide, width, tuple(sites), length, material.printer.say("fig-map-scale", length=length))


def bounds(points: Sequence[tuple[float, float]]) -> Bounds:
    """West, south, east and north of points."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _size(one: Bounds) -> float:
    return (one[2] - one[0]) * (one[3] - one[1]) * math.cos(math.radians((one[1] + one[3]) / 2))


def _within(place: tuple[float, float], one: Bounds, margin: float) -> bool:
    return one[0] - margin <= place[0] <= one[2] + margin and one[1] - margin <= place[1] <= one[3] + margin


def _outline_source(material: Material) -> Text:
    known = material.sources.get(OUTLINE_SOURCE)
    return material.names([known.publisher if known else "Natural Earth"])


def _alt(material: Material, sites: Sequence[Place]) -> Text:
    first, second = (material.printer.country(code) for code in material.facts.countries)
    named = [Text.of(one.name) for one in sites[:SPOKEN]]
    return material.printer.say("fig-map-alt", first=first, second=second, places=material.joined(named))
