"""How is a CSV table read? Into rows, or into a list of everything wrong with the file."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bilan.errors import SourceError

_SHAPE = "one header line, then as many cells a row as the header has; a cell with a comma stands in double quotes"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table with the line it ends on, so that a mistake can be found in an editor."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read: its column names and rows, every cell verbatim."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file by column name; raises SourceError listing every mistake at once."""
    return [row.cells for row in read_table(path).rows]


def read_table(path: Path) -> Table:
    """A CSV file with the line of each row; raises SourceError listing every mistake at once."""
    lines, mistakes = _lines(_text(path))
    if not lines:
        raise SourceError(path.name, tuple(mistakes) or ("the file is empty",), _SHAPE)
    header = tuple(cell.strip() for cell in lines[0][1])
    mistakes = _header_mistakes(header) + mistakes
    mistakes += [f"line {line}: {len(cells)} cells, the header has {len(header)}" for line, cells in lines[1:] if len(cells) != len(header)]
    if len(lines) == 1 and not mistakes:
        mistakes.append("there is a header but no row")
    if mistakes:
        raise SourceError(path.name, tuple(mistakes), _SHAPE)
    return Table(path.name, header, tuple(Row(line, dict(zip(header, cells, strict=True))) for line, cells in lines[1:]))


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise SourceError(path.name, ("the file is missing, or was removed while it was read",), "put it back, then run again") from None
    except OSError as error:
        raise SourceError(path.name, (f"cannot be opened: {error.strerror}",), "check the path and its permissions") from None
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise SourceError(path.name, (f"is not UTF-8 (byte {error.start})",), "save as UTF-8") from None
    nul = text.find("\0")
    if nul >= 0:
        line = text.count("\n", 0, nul) + 1
        raise SourceError(path.name, (f"line {line}: holds a NUL character",), "save as plain UTF-8 text, not UTF-16 or a spreadsheet")
    return text


def _lines(text: str) -> tuple[list[tuple[int, list[str]]], list[str]]:
    """Rows with their line numbers, blank lines left out, and what the csv rules refuse."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    found: list[tuple[int, list[str]]] = []
    try:
        found.extend((reader.line_num, cells) for cells in reader if cells)
    except csv.Error as error:
        return found, [f"line {reader.line_num}: {error}"]
    return found, []


def _header_mistakes(header: tuple[str, ...]) -> list[str]:
    return list(_header_faults(header))


def _header_faults(header: tuple[str, ...]) -> Iterator[str]:
    for name in dict.fromkeys(header):
        if header.count(name) > 1 and name:
            yield f"line 1: column '{name}' stands {header.count(name)} times"
    if "" in header:
        yield f"line 1: column {header.index('') + 1} has no name"
    if len(header) == 1 and (";" in header[0] or "\t" in header[0]):
        yield "line 1: columns must be separated by commas"
