"""What stands in the file of a product table? Its columns under our names, as one SQL relation read straight from the disk."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bilan.errors import SourceError, closest
from bilan.store.products_model import CODED, DECIMALS, FIELDS, REQUIRED, WHOLE, ProductMapping, quoted

HINT = "mend what is named above, then run again; nothing of this table was taken in"
WORDS = (*CODED, "published_on")


class ProductFile:
    """A CSV or Parquet file on a connection; `raw` becomes a view of its columns by our names, as written."""

    def __init__(self, connection: Any, path: Path, mapping: ProductMapping) -> None:  # noqa: ANN401  duckdb is imported lazily
        self.connection, self.path, self.mapping = connection, path, mapping
        self.relation, self.kinds = self._opened()
        mistakes = self._column_mistakes()
        if mistakes:
            raise SourceError(path.name, tuple(mistakes), HINT)
        self.columns = {name: self._column(name) for name in FIELDS}
        shown = ", ".join(f"{self._shown(name)} AS {name}" for name in FIELDS)
        connection.execute(f"CREATE VIEW raw AS SELECT {shown} FROM {self.relation}")  # noqa: S608  quoted

    @property
    def first_line(self) -> int:
        """The line or row number of the first row."""
        return 1 if self.is_columnar else 2

    @property
    def is_columnar(self) -> bool:
        """Whether columns can be read one by one."""
        return self.path.suffix == ".parquet"

    def is_dated(self) -> bool:
        """Whether the days of publication need no reading."""
        return self.kind("published_on") == "DATE" and not self.mapping.value_map.get("published_on")

    def kind(self, name: str) -> str:
        """The type of a field's column in the file; VARCHAR for a constant or an absent one."""
        return self.kinds.get(self.columns.get(name) or self.mapping.column.get(name, name), "VARCHAR")

    def unexact(self, name: str) -> str:
        """SQL that is true where an amount is no decimal of ours, or would lose a digit; nothing where its type says it cannot."""
        if name in self.mapping.constant or not self.kind(name).startswith("DECIMAL"):
            wide, ours = f"try_cast({name} AS DECIMAL(38, 15))", f"try_cast({name} AS DECIMAL({WHOLE + DECIMALS}, {DECIMALS}))"
            return f"{name} IS NOT NULL AND ({ours} IS NULL OR {wide} IS NULL OR {ours} <> {wide})"
        digits, scale = (int(part) for part in self.kind(name)[len("DECIMAL(") : -1].split(","))
        too_fine = [f"{name} <> round({name}, {DECIMALS})"] if scale > DECIMALS else []
        too_large = [f"{name} >= {10**WHOLE} OR {name} <= -{10**WHOLE}"] if digits - scale > WHOLE else []
        return " OR ".join(too_fine + too_large)

    def _column(self, name: str) -> str | None:
        wanted = self.mapping.column.get(name, name)
        return wanted if name not in self.mapping.constant and wanted in self.kinds else None

    def _shown(self, name: str) -> str:
        if name in self.mapping.constant:
            return quoted(self.mapping.constant[name])
        column = self.columns[name]
        if column is None:
            return "NULL::VARCHAR"
        kind, cell = self.kinds[column], '"' + column.replace('"', '""') + '"'
        if (
            kind == "VARCHAR"
            or (name == "published_on" and self.is_dated())
            or (name in ("value", "quantity") and kind.startswith("DECIMAL"))
        ):
            return cell
        return f"{cell}::VARCHAR"

    def _opened(self) -> tuple[str, Mapping[str, str]]:
        place = quoted(str(self.path))
        if self.is_columnar:
            relation = f"read_parquet({place})"
            described = self.connection.execute(f"DESCRIBE SELECT * FROM {relation}").fetchall()  # noqa: S608  quoted
            return relation, {str(one[0]): str(one[1]) for one in described}
        names = self._header()
        columns = ", ".join(f"{quoted(name)}: 'VARCHAR'" for name in names)
        settings = "header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', nullstr = '', strict_mode = true"
        return f"read_csv({place}, columns = {{{columns}}}, {settings})", dict.fromkeys(names, "VARCHAR")

    def _header(self) -> list[str]:
        try:
            with self.path.open(encoding="utf-8-sig", newline="") as file:
                names = next(csv.reader(file), [])
        except UnicodeDecodeError as error:
            raise SourceError(self.path.name, (f"is not UTF-8 (byte {error.start})",), "save the file as UTF-8") from None
        except OSError as error:
            raise SourceError(self.path.name, (f"cannot be read: {error.strerror}",), HINT) from None
        twice = sorted({name for name in names if names.count(name) > 1})
        mistakes = [f"line 1: column '{name}' stands there twice" for name in twice]
        mistakes += ["line 1: a column has no name"] if not all(names) else []
        mistakes += ["is empty"] if not names else []
        if mistakes:
            raise SourceError(self.path.name, tuple(mistakes), HINT)
        return names

    def _column_mistakes(self) -> list[str]:
        named = (*self.mapping.constant, *self.mapping.column, *self.mapping.value_map)
        mistakes = [f"unknown field '{name}' in the meta file{closest(name, FIELDS)}" for name in named if name not in FIELDS]
        columns = {self.mapping.column.get(name, name): name for name in FIELDS if name not in self.mapping.constant}
        needed = [column for column, name in columns.items() if name in REQUIRED or name in self.mapping.column]
        if not self.mapping.undated_from:
            needed += [column for column, name in columns.items() if name == "published_on"]
        expected = (*columns, *self.mapping.ignore)
        mistakes += [f"line 1: column '{name}' is missing" for name in needed if name not in self.kinds]
        mistakes += [
            f"line 1: unknown column '{name}'{closest(name, expected)}; name it in the meta file or put it under ignore"
            for name in self.kinds
            if name not in expected
        ]
        semicolons = len(self.kinds) == 1 and ";" in next(iter(self.kinds))
        return ["line 1: the columns are parted by semicolons; save the file with commas and decimal points"] if semicolons else mistakes
