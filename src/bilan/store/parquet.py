"""What does the store do? Takes in observations without ever changing one, and shows what was known as of a date."""

import logging
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from bilan.errors import StoreError
from bilan.model import Observation, SeriesKey, Status
from bilan.period import Period
from bilan.store.asof import AS_OF, LAST
from bilan.store.files import append, connect, names
from bilan.store.schema import Entry, entry, observation, utc
from bilan.store.view import View, Vintage

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ingest:
    """What one ingest did: rows appended as new or changed, rows appended as withdrawn, rows known already."""

    added: int = 0
    withdrawn: int = 0
    unchanged: int = 0


class Store:
    """Append-only observations of one partnership, in a folder of its own; not for use by two threads at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: tuple[str, ...] | None = None
        self._connection: Any = None
        self._made: dict[str, Observation] = {}
        self._keys: dict[tuple[str, ...], SeriesKey] = {}
        self._periods: dict[str, Period] = {}

    def ingest(self, observations: Iterable[Observation], seen_at: datetime, tables: Collection[str] | None = None) -> Ingest:
        """Append what is new or changed, and a withdrawal for each row no longer there.

        `tables` names the tables these observations are all of (`trade.csv`); by default every table the store
        knows. Raises StoreError where nothing at all is left of them, or a value does not fit.
        """
        given = _by_row(observations)
        last = self._last()
        known = {row: one for row, one in last.items() if tables is None or row.partition("#")[0] in tables}
        lost = [one for row, one in known.items() if row not in given and not one.gone]
        if lost and not given:
            raise StoreError("ingest", f"no observation at all, {len(lost)} are known", "check the tables; nothing was withdrawn")
        moment = max([utc(seen_at), *(one.seen_at + timedelta(microseconds=1) for one in last.values())])
        moment = moment.replace(tzinfo=UTC)
        fresh = [one for one in (entry(fact, moment) for fact in given.values()) if _is_news(one, last)]
        gone = [_withdrawal(one.observation, utc(seen_at).date(), moment) for one in lost]
        if fresh or gone:
            append(self.folder, fresh + gone)
        done = Ingest(len(fresh), len(gone), len(given) - len(fresh))
        _log.info("store: %d observations added, %d withdrawn, %d unchanged", done.added, done.withdrawn, done.unchanged)
        return done

    def as_of(self, as_of: date, seen_by: datetime | None = None) -> View:
        """What was published by a date, and seen by a moment where one is given."""
        connection = self._open()
        newest = connection.execute("SELECT max(seen_at) FROM observation").fetchone()[0] or datetime.min  # noqa: DTZ901
        until = newest if seen_by is None else utc(seen_by)
        rows = _records(connection.execute(AS_OF, {"as_of": as_of, "seen_by": until}))
        vintages = tuple(Vintage(self._observation(row), row["digest"], row["stands"], row["statistic"], row["speaks"]) for row in rows)
        return View(as_of, until.replace(tzinfo=UTC), vintages)

    def _open(self) -> Any:  # noqa: ANN401  duckdb is imported lazily
        """The loaded connection; loaded anew when any process has added a file."""
        files = names(self.folder)
        if files != self._files:
            if self._connection:
                self._connection.close()
            self._connection = connect(self.folder, files)
            self._files = files
        return self._connection

    def _last(self) -> dict[str, Entry]:
        """The last version of every row."""
        if not names(self.folder):
            return {}
        rows = _records(self._open().execute(LAST))
        return {row["row"]: Entry(self._observation(row), row["digest"], row["seen_at"], row["gone"]) for row in rows}

    def _observation(self, row: dict[str, Any]) -> Observation:
        digest = row["digest"]
        if digest not in self._made:
            self._made[digest] = observation(row, self._keys, self._periods)
        return self._made[digest]


def _by_row(observations: Iterable[Observation]) -> dict[str, Observation]:
    given: dict[str, Observation] = {}
    for one in observations:
        if one.row in given:
            raise StoreError(one.row, "is given twice in one ingest", "each row needs an id of its own")
        given[one.row] = one
    return given


def _is_news(one: Entry, last: dict[str, Entry]) -> bool:
    known = last.get(one.observation.row)
    return known is None or known.gone or known.digest != one.digest


def _withdrawal(last: Observation, day: date, moment: datetime) -> Entry:
    note = "the row was deleted from its table"
    told = replace(last, value=None, status=Status.WITHDRAWN, published_on=day, published=day.isoformat(), note=note)
    return entry(told, moment, gone=True)


def _records(result: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  duckdb is imported lazily
    columns = [column[0] for column in result.description]
    return (dict(zip(columns, row, strict=True)) for row in result.fetchall())
