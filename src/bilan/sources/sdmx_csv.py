"""How is SDMX-CSV read, 1.0 and 2.0? Observations with the attributes of data set, series and observation joined."""

import csv
import io
import re
from collections.abc import Mapping, Sequence

from bilan.sources.sdmx_rows import TIME, VALUE, SdmxError, SdmxRow

_ABOUT = frozenset({"DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "KEY", "SERIES_KEY", "OBS_KEY", "LAST UPDATE"})
_MANY = re.compile(r"\[.*\]$")
_DELETE = "D"


def read_sdmx_csv(text: str) -> list[SdmxRow]:
    """Every observation of an SDMX-CSV message, in its order; raises SdmxError where it is no such message or cut short.

    A row without a period carries attributes for all observations that share its dimensions.
    """
    lines = _lines(text)
    names, labelled = _header(lines[0][1] if lines else [])
    dimensions = _dimensions(names)
    found, shared = [], []
    for number, cells in lines[1:]:
        if len(cells) != len(names):
            raise SdmxError(f"line {number}: {len(cells)} cells, the header has {len(names)}; the answer may be cut short")
        row = {name: _code(cell) if name in labelled else cell for name, cell in zip(names, cells, strict=True)}
        if row.get("ACTION", "").strip().upper()[:1] == _DELETE:
            continue
        if row[TIME].strip():
            found.append((number, row))
        else:
            shared.append(row)
    return [SdmxRow(f"line {number}", _joined(row, shared, dimensions)) for number, row in found]


def _lines(text: str) -> list[tuple[int, list[str]]]:
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=";" if first.count(";") > first.count(",") else ",")
    found: list[tuple[int, list[str]]] = []
    try:
        found.extend((reader.line_num, cells) for cells in reader if cells)
    except csv.Error as error:
        raise SdmxError(f"line {reader.line_num}: {error}; the answer may be cut short") from None
    return found


def _header(cells: Sequence[str]) -> tuple[list[str], frozenset[str]]:
    """Column ids in upper case, and those whose cells carry labels: `KAZ: Kazakhstan` under `REF_AREA: Reference area`."""
    names = [_MANY.sub("", _code(cell)).upper() for cell in cells]
    if TIME not in names or VALUE not in names:
        raise SdmxError(f"is no SDMX-CSV: its first line has no {TIME} and {VALUE}")
    return names, frozenset(name for name, cell in zip(names, cells, strict=True) if ":" in cell)


def _code(cell: str) -> str:
    return cell.partition(":")[0].strip()


def _dimensions(names: Sequence[str]) -> list[str]:
    """Dimensions stand before the value, attributes behind it."""
    return [name for name in names[: names.index(VALUE)] if name not in _ABOUT and name != TIME]


def _joined(row: Mapping[str, str], shared: Sequence[Mapping[str, str]], dimensions: Sequence[str]) -> Mapping[str, str]:
    joined = dict(row)
    for other in shared:
        if all(not other[name].strip() or other[name] == row[name] for name in dimensions):
            joined |= {name: text for name, text in other.items() if text.strip() and not joined[name].strip()}
    return joined
