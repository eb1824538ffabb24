"""What does a table of facts say? Its rows in our field names, and every mistake of its columns, ids, dates and sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bilan.errors import closest
from bilan.model import Source
from bilan.period import known_from
from bilan.sources.meta import SUFFIX, TableMeta, read_meta
from bilan.sources.table import Table, read_table


@dataclass(frozen=True, slots=True)
class Fields:
    """Fields of a table: the one that names a row, those that must be there, and those that may be."""

    id: str
    needed: tuple[str, ...]
    optional: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One row: where it stands, for messages, and its cells by field; an absent optional field is blank."""

    where: str
    cells: Mapping[str, str]

    def __getitem__(self, field: str) -> str:
        return self.cells[field]


class Facts:
    """Tables of facts against the register of sources; collects every mistake instead of stopping at the first."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.sources = sources
        self.mistakes: list[str] = []

    def rows(self, path: Path, fields: Fields) -> list[Fact]:
        """The rows of a table, none where there is no such file; its side file may rename columns and translate words."""
        if not path.exists():
            return []
        side = path.with_name(path.stem + SUFFIX)
        meta = read_meta(side) if side.exists() else TableMeta(title="", kind="events", id_column=fields.id)
        table = read_table(path)
        columns = {field: meta.column.get(field, field) for field in (fields.id, *fields.needed, *fields.optional)}
        told = _column_mistakes(table, fields, columns, meta.ignore)
        self.mistakes += [f"{path.name} {mistake}" for mistake in told]
        if told:
            return []
        rows = [Fact(f"{path.name} {row.cells[columns[fields.id]]}", _cells(row.cells, columns, meta)) for row in table.rows]
        self.mistakes += _twice(rows, fields.id)
        return rows

    def day(self, text: str, where: str) -> date:
        """The day from which a date as written counts."""
        try:
            return known_from(text)
        except ValueError as error:
            self.mistakes.append(f"{where}: {error}")
            return date.max

    def published(self, text: str, ids: tuple[str, ...], where: str) -> date:
        """When a row became known: on its own date, else with the first of its sources that has one; else never."""
        first = self._first(ids, where)
        return self.day(text, where) if text else first or date.max

    def told(self, text: str, ids: tuple[str, ...], where: str) -> date:
        """When a fact of a day became known: not before that day, and not before the first of its sources was out."""
        first = self._first(ids, where)
        day = self.day(text, where) if text else None
        return max((one for one in (day, first) if one is not None), default=date.max)

    def word(self, written: str, known: tuple[str, ...], where: str) -> str:
        """One of the known words, or nothing."""
        if written and written not in known:
            self.mistakes.append(f"{where}: '{written}' is not known{closest(written, known)}; write {', '.join(known)}, or nothing")
            return ""
        return written

    def _first(self, ids: tuple[str, ...], where: str) -> date | None:
        self.mistakes += [f"{where}: unknown source '{one}'{closest(one, list(self.sources))}" for one in ids if one not in self.sources]
        dated = [self.day(self.sources[one].published, where) for one in ids if one in self.sources and self.sources[one].published]
        return min(dated, default=None)


def ids_of(text: str) -> tuple[str, ...]:
    """Ids joined by semicolons."""
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _cells(cells: Mapping[str, str], columns: Mapping[str, str], meta: TableMeta) -> dict[str, str]:
    written = {field: meta.constant.get(field, cells.get(column, "")) for field, column in columns.items()}
    return {field: meta.value_map.get(field, {}).get(text, text) for field, text in written.items()}


def _column_mistakes(table: Table, fields: Fields, columns: Mapping[str, str], ignored: tuple[str, ...]) -> list[str]:
    known = [*columns.values(), *ignored]
    mistakes = [
        f"line 1: column '{columns[field]}' is missing" for field in (fields.id, *fields.needed) if columns[field] not in table.columns
    ]
    return mistakes + [
        f"line 1: unknown column '{name}'{closest(name, known)}; name it in the meta file or put it under ignore"
        for name in table.columns
        if name not in known
    ]


def _twice(rows: list[Fact], id_field: str) -> list[str]:
    names = [row[id_field] for row in rows]
    return [f"{row.where}: {id_field} stands twice" for at, row in enumerate(rows) if row[id_field] in names[:at]]
