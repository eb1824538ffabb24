"""What was a chart asked to show? Its values, ticks, years and texts, whatever kind of chart it is."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from bilan.document import Printed, Text, Words

RECORDS = ("Mirror", "Panel", "Group", "Couple")
"""Kinds of record whose values stand together under a heading."""
IN_ROW = ("Couple",)
"""Those whose heading stands in the row of its values, not above them."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value to be drawn, the reading it is, its year where it has one, and what is written for it."""

    value: Decimal
    reading: str = ""
    year: int | None = None
    label: str = ""
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """An event on a time line: its day, when it was in words, what it was; `late` where the line is expanded."""

    day: int
    when: str
    label: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A text in a grid, and the heads of its row and column."""

    row: str
    column: str
    text: str


Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a map by longitude and latitude, or a country by its outlines."""

    name: str
    at: tuple[float, float] = (0.0, 0.0)
    rings: tuple[Ring, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """One part of a map: its bounds (west, south, east, north), its width in millimetres, its scale, and what lies in it."""

    bounds: tuple[float, float, float, float]
    width_mm: float
    kilometres: int
    scale: str
    places: tuple[Spot, ...]
    lands: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Aim:
    """An aim: its value, what stands at its line, and what is left to it."""

    value: Decimal
    label: str = ""
    left: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """Values under one heading: a pair of bars, a panel, a group; `notes` stand beside them."""

    heading: str
    notes: tuple[str, ...]
    values: tuple[Value, ...]
    above: bool = True


@dataclass(frozen=True, slots=True)
class Asked:
    """All that a chart was asked to show; `texts` is every text of it, `levels` are its ticks with their labels.

    `parted` are the words before and after the last observed value, and those between the ends of its range.
    """

    values: tuple[Value, ...]
    levels: tuple[tuple[Decimal, str], ...]
    years: tuple[tuple[int, str], ...]
    aims: tuple[Aim, ...]
    records: tuple[Record, ...]
    events: tuple[Happening, ...]
    cells: tuple[Cell, ...]
    regions: tuple[Region, ...]
    parted: tuple[str, str, str]
    spoken: Mapping[str, frozenset[str]]
    texts: tuple[str, ...]


def asked(spec: object) -> Asked:
    """What a spec asks for; a spec without values asks for its texts alone."""
    parts = list(_parts(spec))
    tracks = [_known(one) for one in parts if _kind(one) == "Track"]
    named = {id(track.points[-1]): _words(track.name) for track in tracks if track.points}
    values = {id(one): _value(one, named) for one in parts if _is_value(one) and one.value is not None}
    return Asked(
        tuple(values.values()),
        tuple((one.value, _words(one.label)) for one in parts if _kind(one) == "Tick"),
        tuple((one.year, _words(one.label)) for one in parts if _kind(one) == "Year"),
        tuple(_aims(parts)),
        tuple(_record(one, values) for one in parts if _kind(one) in RECORDS),
        tuple(_happening(one, getattr(spec, "expand_from", None)) for one in parts if _kind(one) == "Event"),
        tuple(_cells(spec)),
        tuple(_region(view, getattr(spec, "lands", ())) for view in getattr(spec, "views", ())),
        (_words(getattr(spec, "observed", "")), _words(getattr(spec, "outlook", "")), _words(getattr(spec, "level", ""))),
        _spoken(spec),
        tuple(dict.fromkeys(text for text in _texts(spec) if text)),
    )


@dataclass(frozen=True, slots=True)
class _Track:
    points: tuple[Any, ...]
    name: Words


def _known(track: Any) -> _Track:  # noqa: ANN401  whatever has points
    return _Track(
        tuple(sorted((one for one in track.points if one.value is not None), key=lambda one: one.year)), getattr(track, "name", "")
    )


def _aims(parts: list[Any]) -> Iterator[Aim]:
    """Aims as records of their own, or as a bare value of a small chart."""
    for one in parts:
        if _kind(one) == "Target":
            yield Aim(one.value, _words(one.label), _words(one.left))
        elif isinstance(getattr(one, "target", None), Decimal):
            yield Aim(one.target)


def _record(one: Any, values: Mapping[int, Value]) -> Record:  # noqa: ANN401  a pair, panel or group
    held = tuple(values[id(part)] for part in _parts(one) if id(part) in values)
    return Record(
        _words(getattr(one, "heading", "") or getattr(one, "name", "")), tuple(filter(None, _notes(one))), held, _kind(one) not in IN_ROW
    )


def _notes(one: Any) -> Iterator[str]:  # noqa: ANN401  same
    return (_words(getattr(one, name, "")) for name in ("gap", "share", "unit"))


def _spoken(spec: object) -> dict[str, frozenset[str]]:
    """The texts each reading is printed with, by its id."""
    found: dict[str, set[str]] = {}
    for text in _words_of(spec):
        for one in text.printed:
            if one.kind == "reading":
                found.setdefault(one.ref, set()).add(one.text)
    return {ref: frozenset(texts) for ref, texts in found.items()}


def _region(view: Any, lands: tuple[Any, ...]) -> Region:  # noqa: ANN401  a view of a map
    places = tuple(Spot(_words(one.name), (one.longitude, one.latitude)) for one in view.places)
    named = tuple(Spot(_words(one.name), rings=one.rings) for one in lands if _words(one.name))
    return Region(view.bounds, view.width_mm, view.kilometres, _words(view.scale), places, named)


def _happening(one: Any, split: date | None) -> Happening:  # noqa: ANN401  an event
    return Happening(one.day.toordinal(), _words(one.when), _words(one.label), split is not None and one.day >= split)


def _cells(spec: Any) -> Iterator[Cell]:  # noqa: ANN401  any spec
    stages = getattr(spec, "stages", ())
    for row in getattr(spec, "rows", ()) if stages else ():
        for stage, step in zip(stages, row.steps, strict=False):
            yield Cell(_words(row.name), _words(stage), _words(step.when))
        yield Cell(_words(row.name), "", _words(row.verdict))


def _value(one: Any, named: dict[int, str]) -> Value:  # noqa: ANN401  a point or a bar
    name = _words(getattr(one, "name", "")) or named.get(id(one), "")
    return Value(
        one.value, getattr(one, "reading", ""), getattr(one, "year", None), _words(one.label), name, _words(getattr(one, "note", ""))
    )


def _is_value(one: Any) -> bool:  # noqa: ANN401  any part of a spec
    return _kind(one) in ("Point", "Bar")


def _kind(one: object) -> str:
    return type(one).__name__


def _words(words: object) -> str:
    return str(words) if isinstance(words, str | Printed | Text) else ""


def _parts(one: object) -> Iterator[Any]:
    """A spec and every record in it."""
    if isinstance(one, tuple | list):
        for part in one:
            yield from _parts(part)
    elif dataclasses.is_dataclass(one) and not isinstance(one, type | Printed | Text):
        yield one
        for field in dataclasses.fields(one):
            yield from _parts(getattr(one, field.name))


def _texts(one: object) -> Iterator[str]:
    return (str(text) for text in _words_of(one))


def _words_of(one: object) -> Iterator[Text]:
    if isinstance(one, str | Printed | Text):
        yield Text.of(one)
    elif isinstance(one, tuple | list):
        for part in one:
            yield from _words_of(part)
    elif dataclasses.is_dataclass(one) and not isinstance(one, type):
        for field in dataclasses.fields(one):
            yield from _words_of(getattr(one, field.name))
