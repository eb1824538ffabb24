"""How are product tables taken in and kept? Files of rows and of sums beside a log; a file at a time, whole or not at all."""

import hashlib
import logging
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from bilan.errors import StoreError
from bilan.period import known_from
from bilan.store.done import Compaction, Ingest
from bilan.store.files import content_name, part_name, sweep, sync
from bilan.store.products_asof import Piece, pieces
from bilan.store.products_check import Profile, profile, refuse, run
from bilan.store.products_file import ProductFile
from bilan.store.products_log import Entry, Taken, commit, forget, leftovers, next_number, read_log
from bilan.store.products_model import CODED, ProductMapping, quoted
from bilan.store.products_sums import ORDER, changed_sums, kept_sql, year_of
from bilan.store.products_words import Words, raw_type, translation
from bilan.store.products_write import SUMS_GROUP, copy, fresh_sql, intervals, known_sql, news_sql, ordered, words_of, workplace

_log = logging.getLogger(__name__)
_AGAIN = 20
_MOMENT = timedelta(microseconds=1)
Done = TypeVar("Done", Ingest, Compaction)


@dataclass(frozen=True, slots=True)
class _Delivery:
    """A file to take in: how it is read, its hash, and what it looked like when that was taken."""

    path: Path
    mapping: ProductMapping
    digest: str
    stamp: tuple[int, int]

    def check(self) -> None:
        """Raise StoreError where somebody wrote to the file since: what was read may be of two deliveries."""
        if _stamp(self.path) != self.stamp:
            raise StoreError(self.path.name, "was written to while it was read", "ingest again when it is whole; nothing was taken in")


class Products:
    """The product tables of one partnership, in a folder of their own."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self.folder, self.threads = folder, threads

    def ingest(self, path: Path, mapping: ProductMapping, seen_at: datetime) -> Ingest:
        """Append what a file says anew; `seen_at` in UTC without a zone. Raises SourceError, and takes nothing in then."""
        delivery = _Delivery(path, mapping, *_content(path, mapping))
        return self._attempted(lambda part, entries: self._ingest(part, entries, delivery, seen_at), seen_at)

    @property
    def newest(self) -> datetime:
        """When the last file was taken in, in UTC without a zone; the beginning of time where there is none."""
        entries = read_log(self.folder) if self.folder.exists() else ()
        return max((one.seen_at for one in entries), default=datetime.min)  # noqa: DTZ901

    def compact(self, now: datetime) -> Compaction:
        """Merge all files of rows into one, every vintage kept; `now` in UTC without a zone."""
        if not self.folder.exists():
            return Compaction()
        return self._attempted(self._compact, now)

    def _attempted(self, work: Callable[[Path, Sequence[Entry]], Done], now: datetime) -> Done:
        """Do work on the newest log; again from the start where another process wrote its entry first."""
        from bilan.store.engine import duckdb  # noqa: PLC0415  only who asks for data pays it

        for _ in range(_AGAIN):
            part, entries = self.folder / part_name(), read_log(self.folder)
            try:
                part.mkdir(parents=True)
                sweep(leftovers(self.folder, entries), now)
                return work(part, entries)
            except Taken:
                continue
            except OSError as error:
                raise _unwritten(str(error.strerror)) from error
            except (StoreError, duckdb.Error) as error:
                if read_log(self.folder) != entries:  # a compaction took the files away in between
                    continue
                raise error if isinstance(error, StoreError) else _unwritten(str(error).splitlines()[0]) from error
            finally:
                shutil.rmtree(part, ignore_errors=True)
        raise StoreError("products", "other processes write all the time", "try again later; nothing was changed")

    def _ingest(self, part: Path, entries: Sequence[Entry], told: "_Delivery", seen_at: datetime) -> Ingest:
        rows = next((one.sources[told.digest] for one in entries if told.digest in one.sources), None)
        if rows is not None:
            return Ingest(unchanged=rows)
        moment = max([seen_at, *(one.seen_at + _MOMENT for one in entries)])
        entry = Entry(next_number(entries), moment, moment)
        with workplace(part, self.threads) as connection:
            file = ProductFile(connection, told.path, told.mapping)
            found = profile(file)
            before = pieces(self.folder, entries)
            self._sort(file, found, before, moment, part / "rows")
            added, withdrawn, periods, days = self._written(file, found, part / "rows")
            entry = replace(entry, sources={told.digest: found.rows}, periods=periods)
            if added:
                entry = self._summed(connection, part, entry, (entries, before, days))
        told.check()
        self._publish(part, entry)
        _log.info("store: %d product rows added, %d of them withdrawn, %d unchanged", added, withdrawn, found.rows - added)
        return Ingest(added - withdrawn, withdrawn, found.rows - added)

    def _sort(self, file: ProductFile, found: Profile, before: Sequence[Piece], moment: datetime, path: Path) -> None:
        connection = file.connection
        given = {name: list(found.columns[name].meanings.values()) for name in CODED}
        periods = sorted({period for one in before for period in one.periods} & {str(period) for period in given["period"]})
        known = [one for one in before if one.periods & set(periods)]
        stored = words_of(connection, known, periods) if known else {}
        words = Words({name: [*given[name], *stored.get(name, ())] for name in CODED})
        translated = {name: translation(column, name, columnar=file.is_columnar) for name, column in found.columns.items()}
        raw = [raw_type(column) for name, column in found.columns.items() if f"raw_{name}" in translated[name]]
        for statement in (*words.declare(), *raw):
            connection.execute(statement)
        if file.is_dated():
            undated = file.mapping.undated_from
            translated["published_on"] = f"coalesce(published_on, DATE '{known_from(undated)}')" if undated else "published_on"
        news = news_sql(fresh_sql(translated, words), known_sql(known, periods, words) if known else "", words, moment)
        copy(connection, intervals(news, words), path)

    def _written(self, file: ProductFile, found: Profile, path: Path) -> tuple[int, int, dict[str, int], dict[str, date]]:
        """Rows and withdrawals written, rows and last day of publication by period; raises SourceError for contradictions."""
        wrong = ["valid_to <= published_on"]
        if "withdrawn" in found.columns["status"].meanings.values():
            wrong.append("(status = 'withdrawn' AND value IS NOT NULL)")
        if None in found.columns["quantity_unit"].meanings.values():
            wrong.append("(quantity IS NOT NULL AND quantity_unit IS NULL)")
        counts = f"count(*), count(*) FILTER (status = 'withdrawn'), count(*) FILTER ({' OR '.join(wrong)}), max(published_on)"
        sql = f"SELECT period, {counts} FROM read_parquet({quoted(str(path))}) GROUP BY period ORDER BY period"  # noqa: S608  quoted
        periods = run(file, sql).fetchall()
        if any(one[3] for one in periods):
            raise refuse(file, found.columns)
        by_period = {one[0]: one[1] for one in periods}
        return sum(by_period.values()), sum(one[2] for one in periods), by_period, {one[0]: one[4] for one in periods}

    def _summed(self, connection: Any, part: Path, entry: Entry, told: tuple[Sequence[Entry], Sequence[Piece], dict[str, date]]) -> Entry:  # noqa: ANN401
        """The entry with the sums of the months and years it changes, and the day from which they hold."""
        entries, before, days = told
        after = [*before, Piece(part / "rows", frozenset(entry.periods), entry.earliest, entry.seen_at)]
        copy(connection, changed_sums(after, before, entry.periods, entries, self.folder), part / "sums", SUMS_GROUP)
        kept = {name: day for one in entries for name, day in one.known_from.items()}
        known: dict[str, date] = {}
        for period, day in days.items():
            for name in (period, year_of(period)):
                known[name] = max(day, known.get(name, day), kept.get(name, day))
        return replace(entry, known_from=known)

    def _compact(self, part: Path, entries: Sequence[Entry]) -> Compaction:
        before = sum(len(one.files) for one in entries)
        rows = sum(sum(one.periods.values()) for one in entries)
        if len(entries) < 2 or not rows:  # noqa: PLR2004  one entry is compact
            return Compaction(before, before, rows)
        found = pieces(self.folder, entries)
        periods = sorted({period for one in found for period in one.periods})
        earliest, latest = min(one.earliest for one in entries), max(one.seen_at for one in entries)
        with workplace(part, self.threads) as connection:
            words = Words(words_of(connection, found, periods))
            for statement in words.declare():
                connection.execute(statement)
            moments = ("seen_at",) if earliest < latest else ()
            copy(connection, intervals(ordered(known_sql(found, periods, words), words), words, *moments), part / "rows")
            copy(connection, self._kept(entries), part / "sums", SUMS_GROUP)
        entry = Entry(
            next_number(entries), latest, earliest,
            periods={period: sum(one.periods.get(period, 0) for one in entries) for period in periods},
            known_from={name: day for one in entries for name, day in one.known_from.items()},
            sources={digest: count for one in entries for digest, count in one.sources.items()},
            replaces=tuple(one.number for one in entries),
        )  # fmt: skip
        entry = self._publish(part, entry)
        forget(self.folder, entries, entry)
        return Compaction(before, len(entry.files), rows)

    def _kept(self, entries: Sequence[Entry]) -> str:
        names = {name for one in entries for name in one.known_from}
        parts = [
            *kept_sql(self.folder, entries, "M", {name for name in names if not name.startswith("Y")}),
            *kept_sql(self.folder, entries, "Y", {name for name in names if name.startswith("Y")}),
        ]
        return f"SELECT * FROM ({' UNION ALL '.join(parts)}) ORDER BY {ORDER}"  # noqa: S608  SQL of ours

    def _publish(self, part: Path, entry: Entry) -> Entry:
        """Give the files of an entry their names, then commit it."""
        names = {}
        for kind in ("rows", "sums"):
            path = part / kind
            if entry.periods and path.exists():
                sync(path)
                names[kind] = content_name(path)
                path.replace(self.folder / names[kind])
        sync(self.folder)
        size = (self.folder / names["rows"]).stat().st_size if "rows" in names else 0
        entry = replace(entry, size=size, rows=names.get("rows", ""), sums=names.get("sums", ""))
        commit(self.folder, entry)
        return entry


def _unwritten(reason: str) -> StoreError:
    return StoreError("products", f"cannot be written: {reason}", "check space and permissions; nothing was changed")


def _content(path: Path, mapping: ProductMapping) -> tuple[str, tuple[int, int]]:
    """Hash of a file and of how it is read, and its size and time when it was."""
    try:
        stamp = _stamp(path)
        with path.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise StoreError(path.name, f"cannot be read: {error.strerror}", "check the path; nothing was taken in") from error
    return hashlib.sha256(f"{content} {mapping.told}".encode()).hexdigest(), stamp


def _stamp(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns
