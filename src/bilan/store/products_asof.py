"""Which product rows counted on a date? SQL over the files of the log: intervals where one file decides, a sort where several do."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bilan.store.products_log import Entry
from bilan.store.products_model import AMOUNT, FIELDS, KEY, listed, quoted

KINDS = dict.fromkeys(FIELDS, "VARCHAR") | {"value": AMOUNT, "quantity": AMOUNT, "published_on": "DATE"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A file of rows: its periods, and when the first and last of its rows were seen (UTC, without a zone)."""

    path: Path
    periods: frozenset[str]
    earliest: datetime
    seen_at: datetime

    @classmethod
    def of(cls, folder: Path, entry: Entry) -> "Piece":
        """The rows of an entry of the log."""
        return cls(folder / entry.rows, frozenset(entry.periods), entry.earliest, entry.seen_at)

    @property
    def sql(self) -> str:
        """A SELECT of its rows; rows of one moment do not repeat it in the file."""
        moment = f", TIMESTAMP '{self.seen_at}' AS seen_at" if self.earliest == self.seen_at else ""
        return f"SELECT *{moment} FROM read_parquet({quoted(str(self.path))})"  # noqa: S608  quoted


def pieces(folder: Path, entries: Iterable[Entry]) -> list[Piece]:
    """The files of rows of the entries that have one."""
    return [Piece.of(folder, one) for one in entries if one.rows]


def as_of_sql(found: Sequence[Piece], as_of: date, seen_by: datetime, only: Collection[str] | None = None) -> str:
    """A SELECT of the rows that count, with the columns FIELDS; of the periods `only` where they are given.

    Per key the row published last counts, of one day's the one seen last. A withdrawn row stays, without a value.
    """
    known = [one for one in found if one.earliest <= seen_by and (only is None or one.periods & set(only))]
    several = _undecided(known, seen_by)
    parts = [_interval(one, as_of, several, only) for one in known if _wanted(one.periods, only) - several]
    shared = _wanted(several, only)
    if shared:
        parts.append(_sorted([one for one in known if one.periods & shared], as_of, seen_by, shared))
    return "\nUNION ALL ".join(parts) or _nothing()


def _undecided(found: Iterable[Piece], seen_by: datetime) -> set[str]:
    """Periods with rows in several files, or in a file with rows not yet seen: its intervals alone do not tell."""
    count = Counter(period for one in found for period in one.periods)
    unseen = {period for one in found if one.seen_at > seen_by for period in one.periods}
    return {period for period, files in count.items() if files > 1} | unseen


def _wanted(periods: Collection[str], only: Collection[str] | None) -> set[str]:
    return set(periods) if only is None else set(periods) & set(only)


def _interval(one: Piece, as_of: date, several: set[str], only: Collection[str] | None) -> str:
    conditions = [f"published_on <= DATE '{as_of}'", f"valid_to > DATE '{as_of}'"]
    if several & one.periods:
        conditions.append(f"period NOT IN ({listed(sorted(several & one.periods))})")
    if only is not None and not one.periods <= set(only):
        conditions.append(f"period IN ({listed(sorted(one.periods & set(only)))})")
    return f"SELECT {', '.join(FIELDS)} FROM read_parquet({quoted(str(one.path))}) WHERE {' AND '.join(conditions)}"  # noqa: S608  quoted


def _sorted(found: Sequence[Piece], as_of: date, seen_by: datetime, shared: set[str]) -> str:
    rows = " UNION ALL BY NAME ".join(one.sql for one in found)
    return f"""SELECT {", ".join(FIELDS)} FROM (
  SELECT *, row_number() OVER (PARTITION BY {", ".join(KEY)} ORDER BY published_on DESC, seen_at DESC) AS place
  FROM ({rows})
  WHERE period IN ({listed(sorted(shared))}) AND published_on <= DATE '{as_of}' AND seen_at <= TIMESTAMP '{seen_by}'
) WHERE place = 1"""  # noqa: S608  quoted


def _nothing() -> str:
    columns = ", ".join(f"NULL::{kind} AS {name}" for name, kind in KINDS.items())
    return f"SELECT {columns} WHERE false"
