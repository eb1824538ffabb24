"""How is a ledger looked after? Copied while it is used, put back, freed of what nobody needs any more."""

import contextlib
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, Integer, Row, Table, delete, func, insert, select, text, update

from bilan.errors import ConflictError, GoneError, LedgerError
from bilan.ledger import tables, trail
from bilan.ledger.door import Door
from bilan.ledger.engine import engines, shown, spoken
from bilan.ledger.records import ReceiptState, State
from bilan.ledger.schema import prepare

FORGOTTEN = "forgotten:"
SUBJECT = "ledger"
_ROWS = 1000
_BUSY_SECONDS = 10.0
_UNSETTLED = (ReceiptState.PENDING, ReceiptState.SENDING, ReceiptState.DEFERRED)
_SETTLED = (ReceiptState.SENT, ReceiptState.REFUSED, ReceiptState.CANCELLED)
Counts = dict[str, int]


def backup(url: str, root: Path, target: Path, busy_seconds: float = 10.0) -> Counts:
    """Copy a whole ledger, as `copied_to` does, from its address."""
    writer, reader = engines(url, root, busy_seconds)
    try:
        with spoken(shown(writer.url)):
            prepare(writer, reader, shown(writer.url))
        return copied_to(target, reader)
    finally:
        writer.dispose()
        reader.dispose()


def copied_to(target: Path, reader: Engine) -> Counts:
    """Copy a whole ledger, as it is at one instant, into a new SQLite file; how many rows of each table.

    Others go on working meanwhile. The file is itself a ledger, whatever database the original is in, and readable by its
    owner alone: it holds addresses and hashes of passwords. LedgerError where there is a file of that name, GoneError where
    it cannot be written.
    """
    if target.exists():
        raise LedgerError(f"backup {target}", "is there already", "name a new file; an older backup is never overwritten")
    part = target.with_name(f".{target.name}.part")
    used: tuple[Engine, ...] = ()
    try:
        _remove(part)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        new, _ = used = engines(f"sqlite:///{part.absolute()}", part.parent, _BUSY_SECONDS)
        with spoken(f"backup {target}"):
            prepare(new, new, str(target))
            with _one_instant(reader) as source, new.begin() as copy:
                counts = _copied(source, copy)
        _compact(new, part)
        part.replace(target)
    except OSError as error:
        raise GoneError(f"backup {target}", f"cannot be written: {error.strerror}", "check the path and its permissions") from error
    finally:
        for engine in used:
            engine.dispose()
        with contextlib.suppress(OSError):  # what could not be written has been told
            _remove(part)
    return counts


def restore(url: str, root: Path, source: Path, now: datetime, busy_seconds: float = 10.0) -> Counts:
    """Put a backup into an empty ledger; how many rows of each table.

    Nobody knows what was sent after the backup was made: what waits in it becomes *unknown*, for a person to settle, and
    is sent to nobody. LedgerError where the ledger holds anything, the file is no backup, or a newer Bilan made it.
    """
    if not source.is_file():
        raise LedgerError(f"backup {source}", "is not there", "give the file that `bilan ledger backup` wrote")
    writer, reader = engines(url, root, busy_seconds)
    where = shown(writer.url)
    try:
        with _read(source, root) as rows, spoken(where):
            prepare(writer, reader, where)
            with writer.begin() as connection:
                _refuse_unless_empty(connection, where)
                counts = _copied(rows, connection)
                _count_on(connection)
                _leave_to_a_person(connection, now)
    finally:
        for engine in (writer, reader):
            engine.dispose()
    return counts


def prune(door: Door, before: date, now: datetime, by: str = "") -> Counts:
    """Forget what explains nothing any more and ended before a day; how much of what. ConflictError for a day that is still to come.

    Addresses of settled receipts become fingerprints, so that a receipt can still be proved and nobody's address is kept.
    Runs that made no edition go. Editions, occurrences, approvals and the log of events stay; so do notices, since one that
    is gone would be told again.
    """
    if before > now.astimezone(UTC).date():
        raise ConflictError(f"day {before.isoformat()}", "is still to come", "give today or a day before; what ended just now is kept")
    day = datetime(before.year, before.month, before.day, tzinfo=UTC)
    it, run = tables.outbox.c, tables.run.c
    with door.write() as connection:
        receipts = list(connection.execute(
            select(it.id, it.recipient, it.last_text)
            .where(it.state.in_(_SETTLED), it.settled_at < day, it.recipient.not_like(f"{FORGOTTEN}%"))
        ))  # fmt: skip
        for row in receipts:
            values = {"recipient": fingerprint(row.recipient), "last_text": row.last_text.replace(row.recipient, FORGOTTEN)}
            connection.execute(update(tables.outbox).where(it.id == row.id).values(values))
        used = select(tables.edition.c.run_id).where(tables.edition.c.run_id.is_not(None))
        ended = (run.ended_at < day) & run.state.not_in((State.RUNNING, State.ISSUED)) & run.id.not_in(used)
        counts = {"addresses": len(receipts), "runs": connection.execute(delete(tables.run).where(ended)).rowcount}
        told = f"before {before.isoformat()}: {counts['addresses']} addresses, {counts['runs']} runs"
        trail.note(connection, now, SUBJECT, ("", "pruned"), (by, 0), told)
    return counts


def fingerprint(recipient: str) -> str:
    """What is kept of an address: enough to check one against it, not enough to read it."""
    return FORGOTTEN + hashlib.sha256(recipient.casefold().encode()).hexdigest()


def vacuum(door: Door, now: datetime, by: str = "") -> None:
    """Give the room of what was deleted back to the disk; on SQLite the write-ahead log too."""
    _give_back(door)
    with door.write() as connection:
        trail.note(connection, now, SUBJECT, ("", "vacuumed"), (by, 0))


def backed_up(door: Door, name: str, rows: int, now: datetime, by: str = "") -> None:
    """Write down that a backup was made, and by whom; in the ledger itself, not in the backup."""
    with door.write() as connection:
        trail.note(connection, now, SUBJECT, ("", "backed up"), (by, 0), f"{name}: {rows} rows")


def _give_back(door: Door) -> None:
    with spoken(door.where), door.writer.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM (ANALYZE)"))
            return
        cursor = connection.connection.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("VACUUM")
        cursor.close()


def _one_instant(reader: Engine) -> Connection:
    """A transaction that sees one state of the whole ledger, however long it takes."""
    if reader.dialect.name == "postgresql":
        return reader.connect().execution_options(isolation_level="REPEATABLE READ")
    return reader.connect()


def _remove(part: Path) -> None:
    for path in (part, *(part.with_name(part.name + end) for end in ("-wal", "-shm"))):
        path.unlink(missing_ok=True)


@contextmanager
def _read(source: Path, root: Path) -> Iterator[Connection]:
    """The rows of a backup, in today's schema: a copy is migrated, the file stays as it is."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copyfile(source, Path(folder) / "backup.sqlite3"))
        writer, reader = engines(f"sqlite:///{copy}", root, 1)
        try:
            with spoken(f"backup {source}"):
                prepare(writer, reader, f"backup {source}")
                with reader.begin() as connection:
                    yield connection
        finally:
            writer.dispose()
            reader.dispose()


def _copied(source: Connection, target: Connection) -> Counts:
    counts = {}
    for one in tables.metadata.sorted_tables:
        counts[one.name] = 0
        for part in source.execute(select(one).order_by(*one.primary_key.columns)).mappings().partitions(_ROWS):
            rows: list[Mapping[str, object]] = [dict(row) for row in part]
            target.execute(insert(one), rows)
            counts[one.name] += len(rows)
    return counts


def _compact(engine: Engine, path: Path) -> None:
    """One file, whole on the disk, without a log beside it."""
    with engine.connect() as connection:
        cursor = connection.connection.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("PRAGMA journal_mode = DELETE")
        wrong = [row[0] for row in cursor.execute("PRAGMA integrity_check") if row[0] != "ok"]
        cursor.close()
    if wrong:
        raise LedgerError(f"backup {path}", f"is damaged: {wrong[0]}", "check the disk and make it again")
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _refuse_unless_empty(connection: Connection, where: str) -> None:
    held = [one.name for one in tables.metadata.sorted_tables if one is not tables.tick and _first(connection, one) is not None]
    if held:
        hint = 'restore into a new one: name it in bilan.toml as ledger = "…"'
        raise LedgerError(where, f"holds rows already ({', '.join(held)})", hint)
    connection.execute(delete(tables.tick))


def _first(connection: Connection, one: Table) -> Row[tuple[object, ...]] | None:
    return connection.execute(select(*one.primary_key.columns).limit(1)).first()


def _count_on(connection: Connection) -> None:
    """Let PostgreSQL number on after the highest id that was put in; SQLite does so by itself."""
    if connection.dialect.name != "postgresql":
        return
    for one in tables.metadata.sorted_tables:
        if "id" in one.c and isinstance(one.c.id.type, Integer) and one is not tables.tick:
            highest = connection.execute(select(func.max(one.c.id))).scalar()
            if highest:
                connection.execute(select(func.setval(func.pg_get_serial_sequence(one.name, "id"), highest)))


def _leave_to_a_person(connection: Connection, now: datetime) -> None:
    values = {
        "state": ReceiptState.UNKNOWN, "next_try_at": None, "lease_until": None, "owner": "", "settled_at": now,
        "last_text": "the ledger was restored from a backup: nobody knows whether this was sent since",
    }  # fmt: skip
    connection.execute(update(tables.outbox).where(tables.outbox.c.state.in_(_UNSETTLED)).values(values))
