"""How is a table read? Into rows of verbatim texts with their places, or into a list of everything wrong with the file."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from bilan.errors import Problem, SourceError

_SHAPE = "one header line, then as many cells a row as the header has; a cell with a comma stands in double quotes"
_COLUMNS = "each column needs a name of its own, and each row a value or a blank in it"
_LINE = re.compile(r"line ([0-9]+)(?=: )")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table with the line it ends on, so that a mistake can be found in an editor."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """How a kind of table names its rows: `line 5` of a CSV, `sheet 'Trade' row 5`, `row 4` of a query's answer.

    Line 1 is the header wherever it stands; `before` lines do not count as rows.
    """

    word: str = "line"
    header: str = "line 1"
    before: int = 0

    def name(self, line: int) -> str:
        """A row's place in the words of its kind of table."""
        return self.header if line == 1 else f"{self.word} {line - self.before}"

    def say(self, mistake: str) -> str:
        """A mistake that starts with `line 5: `, with the place in the words of its kind of table."""
        return _LINE.sub(lambda match: self.name(int(match[1])), mistake, count=1) if mistake.startswith("line ") else mistake


LINES = Place()


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read: its column names and rows, every cell verbatim, and what a reader must know of it."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    place: Place = LINES
    problems: tuple[Problem, ...] = ()


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file by column name; raises SourceError listing every mistake at once."""
    return [row.cells for row in read_table(path).rows]


def read_table(path: Path, _meta: object = None) -> Table:
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


def tabulate(
    name: str, header: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]], place: Place, mistakes: Sequence[str] = ()
) -> Table:
    """A table of texts already read, by line; raises SourceError with these mistakes and those of its columns."""
    columns = tuple(cell.strip() for cell in header)
    wrong = [place.say(one) for one in (*_header_faults(columns), *mistakes)]
    found = tuple(Row(line, dict(zip(columns, cells, strict=True))) for line, cells in rows) if not wrong else ()
    if not found and not wrong:
        wrong.append("there are columns but no row")
    if wrong:
        raise SourceError(name, tuple(wrong), _COLUMNS)
    return Table(name, columns, found, place)


def written(value: object) -> str:
    """The exact text of a typed cell: shortest form of a float, no exponent, dates as 2024-04-19; raises ValueError for what has none."""
    match value:
        case None | str():
            return value or ""
        case int():
            return str(value).lower()
        case float() | Decimal():
            return _number(value)
        case datetime() | date():
            return value.isoformat().removesuffix("T00:00:00")
        case _:
            raise ValueError(f"holds {type(value).__name__}, which is neither text, number nor date")


def _number(value: float | Decimal) -> str:
    exact = Decimal(repr(value)) if isinstance(value, float) else value
    if not exact.is_finite():
        return str(value)
    return format(exact.to_integral_value() if isinstance(value, float) and value.is_integer() else exact, "f")


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
    mistakes = list(_header_faults(header))
    if len(header) == 1 and (";" in header[0] or "\t" in header[0]):
        mistakes.append("line 1: columns must be separated by commas")
    return mistakes


def _header_faults(header: tuple[str, ...]) -> Iterator[str]:
    for name in dict.fromkeys(header):
        if header.count(name) > 1 and name:
            yield f"line 1: column '{name}' stands {header.count(name)} times"
    if "" in header:
        yield f"line 1: column {header.index('') + 1} has no name"
