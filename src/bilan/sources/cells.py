"""What does one cell say? Numbers, periods, dates and words of a row, or the mistake with its line and column."""

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from bilan.errors import closest
from bilan.model import Source
from bilan.period import Frequency, Period, known_from
from bilan.sources.meta import TableMeta
from bilan.sources.table import Row, Table

FIELDS = (
    "indicator", "reporter", "partner", "flow", "product", "frequency", "period", "value", "unit", "precision", "evidence", "status",
    "attribution", "published_on", "source_id", "printed", "derivation", "note",
)  # fmt: skip
REQUIRED = ("indicator", "reporter", "period", "value", "unit", "source_id")
VERBATIM = ("printed", "derivation", "note")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,2})?")
_COMMA = re.compile(r"[+-]?[0-9]+(,[0-9]+)+(\.[0-9]+)?")
_SPACED = re.compile(r"[+-]?[0-9]{1,3}([ '\u00a0\u2009\u202f][0-9]{3})+([.,][0-9]+)?")
_ENDLESS = re.compile(r"[+-]?(nan|inf|infinity)", re.IGNORECASE)

Word = TypeVar("Word", bound=StrEnum)


class Cells:
    """The cells of a table by our field names; collects every mistake instead of stopping at the first."""

    def __init__(self, table: Table, meta: TableMeta, sources: Mapping[str, Source]) -> None:
        self.meta = meta
        self.sources = sources
        self.columns = {field: meta.column.get(field, field) for field in FIELDS if field not in meta.constant}
        self.mistakes = _column_mistakes(table, meta, self.columns)
        self.usable = not self.mistakes

    def text(self, row: Row, field: str) -> str:
        """What a field says in our words: constant, translated by the value map, or as written."""
        if field in self.meta.constant:
            return self.meta.constant[field]
        written = row.cells.get(self.columns[field], "")
        if field in VERBATIM:
            return written
        return self.meta.value_map.get(field, {}).get(written.strip(), written.strip())

    def fault(self, row: Row, field: str, what: str) -> None:
        """Note a mistake with its line and the column as the person knows it."""
        column = self.columns.get(field, field)
        self.mistakes.append(f"line {row.line}: {column}: {what}")

    def number(self, row: Row) -> Decimal | None:
        """The value; None where the cell is blank."""
        written = self.text(row, "value")
        if _NUMBER.fullmatch(written):
            return Decimal(written) or Decimal(0)  # never -0
        if written:
            self.fault(row, "value", _number_fault(written))
        return None

    def period(self, row: Row) -> Period | None:
        """The period, which must agree with the frequency where the table names one."""
        try:
            period = Period.stated(self.text(row, "period"))
        except ValueError as error:
            self.fault(row, "period", str(error))
            return None
        if self.text(row, "frequency"):
            stated = self.word(row, "frequency", period.frequency)
            if stated is not period.frequency:
                self.fault(row, "frequency", f"'{stated.value}' does not agree with period '{period}', which is {period.frequency.value}")
        return period

    def word(self, row: Row, field: str, default: Word) -> Word:
        """One of the words of an enumeration, the default where the cell is blank."""
        written = self.text(row, field)
        known = [one.value for one in type(default)]
        if not written or written in known:
            return type(default)(written) if written else default
        self.fault(row, field, f"'{written}' is not known{closest(written, known)}; write {', '.join(known)}")
        return default

    def present(self, row: Row, field: str) -> str:
        """A text that must not be blank."""
        written = self.text(row, field)
        if not written:
            self.fault(row, field, "is missing: '' says nothing; fill the cell")
        return written

    def source_ids(self, row: Row) -> tuple[str, ...]:
        """The sources of a row, each of them in the register."""
        ids = tuple(part.strip() for part in self.present(row, "source_id").split(";") if part.strip())
        for name in ids:
            if name not in self.sources:
                near = closest(name, list(self.sources))
                self.fault(row, "source_id", f"unknown source '{name}'{near}; list it in sources.csv")
        return ids

    def own_date(self, row: Row) -> str:
        """When the row says it was published, as written; nothing where it does not or cannot be read."""
        written = self.text(row, "published_on")
        try:
            return written if not written or known_from(written) else ""
        except ValueError as error:
            self.fault(row, "published_on", str(error) if "is no date" in str(error) else f"'{written}' is no date: {error}")
            return ""

    def frequency(self, period: Period | None) -> Frequency:
        """The frequency of a series, told by its periods."""
        return period.frequency if period else Frequency.ANNUAL


def _number_fault(written: str) -> str:
    if _ENDLESS.fullmatch(written):
        return f"'{written}' is no finite number: leave the cell blank and say status 'withdrawn', or write the number"
    if _SPACED.fullmatch(written):
        return f"'{written}' has spaces between digits: write {re.sub(r'[^0-9.,+-]', '', written).replace(',', '.')}"
    if _COMMA.fullmatch(written):
        return f"'{written}' has a comma: write {_without_comma(written)}"
    return f"'{written}' is no number: digits and one point only, words belong in a note"


def _without_comma(written: str) -> str:
    """Both readings of a comma where both are possible: a thousands mark and a decimal one."""
    grouped = re.fullmatch(r"[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", written)
    choices = [written.replace(",", "")] if grouped else []
    if written.count(",") == 1 and "." not in written:
        choices.append(written.replace(",", "."))
    return " or ".join(choices) or "digits and one point only"


def _column_mistakes(table: Table, meta: TableMeta, columns: Mapping[str, str]) -> list[str]:
    expected = [*dict.fromkeys((meta.id_column, *columns.values(), *meta.ignore))]
    required = [meta.id_column, *(columns[field] for field in REQUIRED if field in columns), *meta.column.values()]
    named = (*meta.constant, *meta.column, *meta.value_map)
    mistakes = [f"unknown field '{name}' in the meta file{closest(name, FIELDS)}" for name in named if name not in FIELDS]
    mistakes += [f"line 1: column '{name}' is missing" for name in dict.fromkeys(required) if name not in table.columns]
    mistakes += [
        f"line 1: unknown column '{name}'{closest(name, expected)}; name it in the meta file or put it under ignore"
        for name in table.columns
        if name not in expected
    ]
    return mistakes
