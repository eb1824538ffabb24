"""What does the store do? Takes in observations without ever changing one, and shows what was known as of a date."""

import logging
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from bilan.errors import StoreError
from bilan.model import Observation, SeriesKey, Status
from bilan.period import Period
from bilan.store.asof import ARRIVED, AS_OF, LAST
from bilan.store.compaction import compact
from bilan.store.done import Compaction, Ingest
from bilan.store.files import append, connect, names, sweep
from bilan.store.locked import Limits
from bilan.store.products import Products
from bilan.store.products_model import ProductMapping
from bilan.store.products_view import ProductView
from bilan.store.schema import Entry, entry, observation, utc
from bilan.store.view import View, Vintage

_log = logging.getLogger(__name__)


FETCHED = "fetch/"
_AGAIN = 20


class Store:
    """Append-only observations and product tables of one partnership, in a folder of its own; not for use by two threads at once.

    `limits` bounds what a query over product tables may use; its threads also sort a product table that is taken in.
    """

    def __init__(self, folder: Path, limits: Limits | None = None) -> None:
        self.folder = folder
        self.limits = limits or Limits()
        self._products = Products(folder / "products", self.limits.threads)
        self._files: tuple[str, ...] | None = None
        self._connection: Any = None
        self._made: dict[str, Observation] = {}
        self._keys: dict[tuple[str, ...], SeriesKey] = {}
        self._periods: dict[str, Period] = {}

    def ingest(self, observations: Iterable[Observation], seen_at: datetime, tables: Collection[str] | None = None) -> Ingest:
        """Append what is new or changed, and a withdrawal for each row no longer there.

        `tables` names the tables these observations are all of (`trade.csv`); by default every table the store knows
        but those a connector fetched (`fetch/…`). Raises StoreError where nothing at all is left of them, or a value does not fit.
        """
        given = _by_row(observations)
        last = self._last()
        known = {row: one for row, one in last.items() if _is_spoken_for(row, tables)}
        lost = [one for row, one in known.items() if row not in given and not one.gone]
        if lost and not given:
            raise StoreError("ingest", f"no observation at all, {len(lost)} are known", "check the tables; nothing was withdrawn")
        moment = max([utc(seen_at), *(one.seen_at + timedelta(microseconds=1) for one in last.values())])
        moment = moment.replace(tzinfo=UTC)
        fresh = [one for one in (entry(fact, moment) for fact in given.values()) if _is_news(one, last)]
        gone = [_withdrawal(one.observation, utc(seen_at).date(), moment) for one in lost]
        sweep(self.folder.glob("*.part"), utc(seen_at))
        if fresh or gone:
            append(self.folder, fresh + gone)
        done = Ingest(len(fresh), len(gone), len(given) - len(fresh))
        _log.info("store: %d observations added, %d withdrawn, %d unchanged", done.added, done.withdrawn, done.unchanged)
        return done

    def ingest_products(self, path: Path, mapping: ProductMapping, seen_at: datetime) -> Ingest:
        """Append what a product table (CSV or Parquet) says anew; a row that is absent is no withdrawal.

        Raises SourceError listing every mistake of the file, StoreError where it or the store cannot be used; nothing
        is taken in then.
        """
        return self._products.ingest(path, mapping, utc(seen_at))

    def compact(self, now: datetime) -> Compaction:
        """Merge the files of observations into one and those of product tables into one; every view stays as it was.

        Raises StoreError where a file is damaged or the disk does not take the new one; nothing is lost then.
        """
        sweep(self.folder.glob("*.part"), utc(now))
        done = compact(self.folder) + self._products.compact(utc(now))
        _log.info("store: %d files became %d, %d rows", done.files_before, done.files_after, done.rows)
        return done

    def as_of(self, as_of: date, seen_by: datetime | None = None) -> View:
        """What was published by a date, and seen by a moment where one is given."""
        until = max(self._newest(), self._products.newest) if seen_by is None else utc(seen_by)
        rows = _records(self._open().execute(AS_OF, {"as_of": as_of, "seen_by": until})) if names(self.folder) else ()
        vintages = tuple(Vintage(self._observation(row), row["digest"], row["stands"], row["statistic"], row["speaks"]) for row in rows)
        products = ProductView(self._products.folder, (as_of, until), lambda: _speaking(vintages), self.limits)
        return View(as_of, until.replace(tzinfo=UTC), vintages, products)

    def arrived(self, since: datetime) -> list[tuple[str, datetime, date]]:
        """Which series got new vintages after a moment: name, when it was seen, from which day it counts; in the order of names."""
        rows = _records(self._open().execute(ARRIVED, {"since": utc(since)})) if names(self.folder) else ()
        parts = ("indicator", "reporter", "partner", "flow", "product", "frequency")
        return [("/".join(row[part] for part in parts), row["seen_at"].replace(tzinfo=UTC), row["published_on"]) for row in rows]

    def _newest(self) -> datetime:
        """When the last observation was seen; the beginning of time where there is none."""
        found = self._open().execute("SELECT max(seen_at) FROM observation").fetchone()[0] if names(self.folder) else None
        return found or datetime.min  # noqa: DTZ901  moments of the store are UTC without a zone

    def _open(self) -> Any:  # noqa: ANN401  duckdb is imported lazily
        """The loaded connection; loaded anew when any process has added a file, or a compaction took some away meanwhile."""
        for _ in range(_AGAIN):
            files = names(self.folder)
            if files == self._files:
                break
            try:
                connection = connect(self.folder, files)
            except StoreError:
                if files == names(self.folder):
                    raise
                continue
            if self._connection:
                self._connection.close()
            self._connection, self._files = connection, files
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


def _speaking(vintages: Iterable[Vintage]) -> list[Observation]:
    found = [one.observation for one in vintages if one.speaks]
    return sorted(found, key=lambda one: (one.key, one.period))


def _is_spoken_for(row: str, tables: Collection[str] | None) -> bool:
    table = row.partition("#")[0]
    return not table.startswith(FETCHED) if tables is None else table in tables


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
