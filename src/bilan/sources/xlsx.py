"""What does a sheet of an XLSX workbook say? Stored values as exact texts, or everything that cannot be trusted in it."""

import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from bilan.errors import Problem, SourceError, closest
from bilan.sources.meta import TableMeta
from bilan.sources.table import Place, Table, tabulate, written

UNPACKED = 256 * 2**20  # bytes a workbook may unpack to
DIGITS = 15  # a spreadsheet shows and keeps no more
_SHEET = 'name it in the meta file: sheet = "…"'


def read_xlsx(path: Path, meta: TableMeta) -> Table:
    """The sheet a side file names; raises SourceError listing every mistake at once with sheet, row and column."""
    stored, formulas = _sheets(path, meta.sheet)
    reader = _Reader(stored, formulas)
    header = reader.header()
    if not header:
        raise SourceError(path.name, (f"sheet '{stored.title}' is empty",), "the first row with anything in it is the header")
    rows = list(reader.rows(len(header)))
    place = Place(f"sheet '{stored.title}' row", f"sheet '{stored.title}' row {reader.top}")
    table = tabulate(path.name, header, rows, place, reader.mistakes)
    return replace(table, problems=tuple(reader.problems(table)))


def _sheets(path: Path, name: str) -> tuple[Any, Any]:
    """The sheet with its stored values, and the same with its formulas."""
    books = [_book(path, data_only) for data_only in (True, False)]
    names = list(books[0].sheetnames)
    if name and name not in names:
        raise SourceError(path.name, (f"has no sheet '{name}'{closest(name, names)}",), f"its sheets: {', '.join(names)}")
    if not name and len(names) > 1:
        raise SourceError(path.name, (f"has {len(names)} sheets: {', '.join(names)}",), _SHEET)
    stored, formulas = (book[name or names[0]] for book in books)
    return stored, formulas


def _book(path: Path, data_only: bool) -> Any:  # noqa: ANN401, FBT001  openpyxl has no types
    try:
        import openpyxl  # noqa: PLC0415  an extra, and heavy
    except ImportError:
        what = "is a workbook, and the library that reads it is not installed"
        raise SourceError(path.name, (what,), "run `pip install 'bilan[read]'`, or save the sheet as CSV") from None
    try:
        with zipfile.ZipFile(path) as packed:
            size = sum(one.file_size for one in packed.infolist())
        if size > UNPACKED:
            raise SourceError(path.name, (f"unpacks to {size} bytes, {UNPACKED} at most",), "keep only the sheet with the table")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and validations we do not read
            return openpyxl.load_workbook(path, data_only=data_only)
    except FileNotFoundError:
        raise SourceError(path.name, ("the file is missing, or was removed while it was read",), "put it back, then run again") from None
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        what = f"is no XLSX workbook that can be read ({type(error).__name__})"
        raise SourceError(path.name, (what,), "save it as XLSX without a password") from None


@dataclass
class _Reader:
    stored: Any
    formulas: Any
    mistakes: list[str] = field(default_factory=list)
    top: int = 0
    names: list[str] = field(default_factory=list)
    long: list[tuple[int, str, str]] = field(default_factory=list)
    percent: list[tuple[int, str, str]] = field(default_factory=list)

    def header(self) -> list[str]:
        """Texts of the first row with anything in it."""
        for cells in self.stored.iter_rows():
            if any(cell.value is not None for cell in cells):
                self.top = cells[0].row
                self._merged()
                self.names = [self._text(cell) for cell in cells]
                while self.names and not self.names[-1].strip():
                    self.names.pop()
                return self.names
        return []

    def rows(self, width: int) -> Iterator[tuple[int, list[str]]]:
        """Rows below the header with anything in them, as texts."""
        for cells in self.stored.iter_rows(min_row=self.top + 1):
            texts = [self._text(cell) for cell in cells]
            for cell, text in zip(cells[width:], texts[width:], strict=True):
                if text:
                    self._fault(cell, f"'{text}' stands under no column name")
            if any(text.strip() for text in texts):
                yield cells[0].row, [*texts[:width], *[""] * (width - len(texts))]

    def problems(self, table: Table) -> Iterator[Problem]:
        """What a reader must know of numbers that may not be what the sheet shows."""
        told = (
            (self.long, f"have more than {DIGITS} digits", "round them in the sheet: digits past the fifteenth are arithmetic, not data"),
            (self.percent, "are shown as percent and read as stored, 0.35 for 35 %", "check the unit, or store the number as printed"),
        )
        for cells, what, hint in told:
            if cells:
                line, column, text = cells[0]
                message = f"{len(cells)} numbers {what}; the first stands in {table.place.name(line)}, column {column}: {text}"
                yield Problem(table.name, message, hint, rule="sources.spreadsheet")

    def _merged(self) -> None:
        for area in sorted(self.stored.merged_cells.ranges, key=str):
            what = "the header" if area.min_row <= self.top else "rows"
            if area.max_row >= self.top:
                self.mistakes.append(f"sheet '{self.stored.title}': cells {area.coord} of {what} are merged; split them and fill each cell")

    def _text(self, cell: Any) -> str:  # noqa: ANN401  openpyxl has no types
        value, formula = cell.value, self.formulas.cell(cell.row, cell.column)
        if cell.data_type == "e":
            self._fault(cell, f"holds the error {value}; mend the formula, or write the number")
        elif value is None and formula.data_type == "f":
            self._fault(cell, "holds a formula without a stored value; open the workbook in a spreadsheet program and save it")
        if cell.data_type == "n" and isinstance(value, int | float):
            self._weigh(cell, value)
        try:
            return written(value)
        except ValueError as error:
            self._fault(cell, f"{error}; write it as text")
            return ""

    def _weigh(self, cell: Any, value: float) -> None:  # noqa: ANN401  openpyxl has no types
        note = cell.row, self._column(cell), written(value)
        if len(Decimal(repr(value)).normalize().as_tuple().digits) > DIGITS:
            self.long.append(note)
        if "%" in cell.number_format:
            self.percent.append(note)

    def _column(self, cell: Any) -> str:  # noqa: ANN401  openpyxl has no types
        return self.names[cell.column - 1] if cell.column <= len(self.names) else str(cell.column_letter)

    def _fault(self, cell: Any, what: str) -> None:  # noqa: ANN401  openpyxl has no types
        self.mistakes.append(f"sheet '{self.stored.title}' row {cell.row}: {self._column(cell)}: {what}")
