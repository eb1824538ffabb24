"""How is SDMX-JSON read, 1.0 and 2.0? Indices resolved into codes, attributes of every level joined to each observation."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bilan.sources.sdmx_rows import TIME, VALUE, SdmxError, SdmxRow

Group = tuple[Mapping[str, str], Mapping[str, str]]


def read_sdmx_json(raw: object) -> list[SdmxRow]:
    """Every observation of a decoded SDMX-JSON message, in its order; raises SdmxError where it is no such message."""
    try:
        return [row for data, structure in _parts(raw) for row in _rows(data, structure)]
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        if isinstance(error, SdmxError):
            raise
        raise SdmxError(f"is no whole SDMX-JSON message ({type(error).__name__}: {error})") from None


@dataclass(frozen=True)
class _Structure:
    """Dimensions and attributes by level, in the order of the keys."""

    dimensions: Mapping[str, Sequence[Any]]
    attributes: Mapping[str, Sequence[Any]]
    measures: Sequence[Any]

    def key(self, level: str, written: str) -> dict[str, str]:
        """The codes that a key such as `0:1:0` stands for; an empty slot stands for any."""
        slots = written.split(":") if written else []
        dims = self.dimensions.get(level, ())
        if len(slots) != len(dims):
            raise SdmxError(f"key '{written}' has {len(slots)} parts, there are {len(dims)} dimensions of the {level}")
        return {dim["id"].upper(): _code(_at(dim["values"], int(slot))) for dim, slot in zip(dims, slots, strict=True) if slot}

    def given(self, level: str, slots: Sequence[Any]) -> dict[str, str]:
        """The attributes of a level: an index into their values, or the text itself."""
        pairs = zip(self.attributes.get(level, ()), slots, strict=False)
        return {one["id"].upper(): text for one, slot in pairs if (text := _attribute(one, slot))}

    def constant(self) -> dict[str, str]:
        """What is the same for every observation: dimensions of the data set, and its attributes of one value."""
        cells = {dim["id"].upper(): _code(dim["values"][0]) for dim in self.dimensions.get("dataset", ())}
        alone = [one for one in self.attributes.get("dataset", ()) if len(one.get("values") or ()) == 1]
        return cells | {one["id"].upper(): text for one in alone if (text := _attribute(one, 0))}


def _parts(raw: Any) -> Iterator[tuple[Any, _Structure]]:  # noqa: ANN401  decoding
    """Each data set with the structure it is written in."""
    errors = raw.get("errors")
    root = raw["data"] if isinstance(raw.get("data"), dict) else raw
    if errors and not root.get("dataSets"):
        raise SdmxError(f"says: {'; '.join(str(one.get('title') or one.get('detail') or one) for one in errors)}"[:300])
    structures = root.get("structures") or [root["structure"]]
    for data in root["dataSets"]:
        index = data.get("structure", 0)
        one = structures[index if isinstance(index, int) else 0]
        measures = (one.get("measures") or {}).get("observation") or ()
        yield data, _Structure(_by_level(one["dimensions"]), _by_level(one.get("attributes") or {}), measures)


def _by_level(told: Mapping[str, Any]) -> dict[str, Sequence[Any]]:
    """Levels under one spelling; services write dataSet and dataset."""
    return {level.lower(): tuple(one or ()) for level, one in told.items()}


def _rows(data: Any, structure: _Structure) -> Iterator[SdmxRow]:  # noqa: ANN401  decoding
    base = structure.constant() | structure.given("dataset", data.get("attributes") or ())
    groups = list(_groups(data, structure))
    if "series" not in data:
        yield from _observations(data, structure, base, groups, "")
    for written, series in (data.get("series") or {}).items():
        own = structure.key("series", written) | structure.given("series", series.get("attributes") or ())
        yield from _observations(series, structure, base | own, groups, f"series {written}, ")


def _observations(
    holder: Any,  # noqa: ANN401  decoding
    structure: _Structure,
    base: Mapping[str, str],
    groups: Sequence[Group],
    place: str,
) -> Iterator[SdmxRow]:
    width = max(1, len(structure.measures))
    at = next((number for number, one in enumerate(structure.measures) if one["id"].upper() == VALUE), 0)
    for written, slots in (holder.get("observations") or {}).items():
        cells = {**base, **structure.key("observation", written), **structure.given("observation", slots[width:])}
        cells[VALUE] = "" if len(slots) <= at or slots[at] is None else str(slots[at])
        for wanted, attributes in groups:
            if all(cells.get(name) == code for name, code in wanted.items()):
                cells = {**attributes, **cells}
        yield SdmxRow(f"{place}{cells.get(TIME) or written}", cells)


def _groups(data: Any, structure: _Structure) -> Iterator[Group]:  # noqa: ANN401  decoding
    """Attributes of a group of dimensions: a slot for each dimension in the order of the key, empty where any will do."""
    every = [dim for level in ("dataset", "series", "observation") for dim in structure.dimensions.get(level, ())]
    ordered = sorted(every, key=lambda dim: (dim["id"].upper() == TIME, dim.get("keyPosition", len(every))))
    whole = _Structure({"group": ordered}, {}, ())
    for written, slots in (data.get("dimensionGroupAttributes") or {}).items():
        yield whole.key("group", written), structure.given("dimensiongroup", slots)


def _attribute(definition: Any, slot: Any) -> str:  # noqa: ANN401  decoding
    values = definition.get("values") or ()
    if slot is None:
        return ""
    if isinstance(slot, int) and not isinstance(slot, bool) and values:
        return _code(_at(values, slot))
    if isinstance(slot, list):
        return "; ".join(_attribute(definition, one) for one in slot)
    return str(slot.get("en") or next(iter(slot.values()), "")) if isinstance(slot, dict) else str(slot)


def _at(values: Sequence[Any], index: int) -> Any:  # noqa: ANN401  decoding
    if not 0 <= index < len(values):
        raise SdmxError(f"index {index} is past the {len(values)} values")
    return values[index]


def _code(value: Any) -> str:  # noqa: ANN401  decoding
    """The id of a coded value, the text of an uncoded one; nothing for null."""
    return "" if value is None else str(value.get("id") or value.get("value") or value.get("name") or "")
