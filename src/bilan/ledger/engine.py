"""How is the ledger's database reached? One engine that writes, one that only reads, and errors in our words."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url, text
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from bilan.errors import BilanError, BusyError, ConfigError, GoneError, LedgerError

_PAUSE_SECONDS = 0.02
_BUSY_SQLITE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_BUSY_POSTGRES = ("55P03", "40001", "40P01")
_GONE_SQLITE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR)
_GONE_POSTGRES = ("57P01", "57P02", "57P03", "08")
_FULL_POSTGRES = "53100"
_CONNECT_SECONDS = "10"


def engines(url: str, root: Path, busy_seconds: float) -> tuple[Engine, Engine]:
    """The writing and the reading engine of a ledger; a relative SQLite path starts at the project folder."""
    address = _address(url, root)
    if address.get_backend_name() == "postgresql":
        with spoken(shown(address)):
            writer = _postgres(address, busy_seconds)
        return writer, writer.execution_options(postgresql_readonly=True)
    return _sqlite(address, busy_seconds, writes=True), _sqlite(address, busy_seconds, writes=False)


def shown(address: URL) -> str:
    """How a database is named in messages: never with its password."""
    return f"ledger {address.render_as_string(hide_password=True)}"


@contextmanager
def spoken(where: str) -> Iterator[None]:
    """Say database errors in our words: BusyError where another process holds the lock, else LedgerError."""
    try:
        yield
    except DBAPIError as error:
        raise _said(where, error) from error
    except ModuleNotFoundError as error:
        raise LedgerError(where, f"the driver '{error.name}' is not installed", "install it, or use a sqlite:/// ledger") from error


def one_at_a_time(connection: Connection, what: str) -> None:
    """Let no other transaction do the same until this one ends; on SQLite none writes anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:what))"), {"what": what})


def _address(url: str, root: Path) -> URL:
    hint = 'write ledger = "sqlite:///.bilan/ledger.sqlite3" or "postgresql+psycopg://user@host/name"'
    try:
        address = make_url(url)
    except ArgumentError:
        raise ConfigError("bilan.toml", (f"ledger: '{url}' is no database address",), hint) from None
    if address.get_backend_name() not in ("sqlite", "postgresql"):
        raise ConfigError("bilan.toml", (f"ledger: '{address.get_backend_name()}' is not supported",), hint)
    if address.get_backend_name() == "postgresql":
        return address
    if address.database in (None, "", ":memory:"):
        raise ConfigError("bilan.toml", ("ledger: SQLite needs a file",), hint)
    path = root / str(address.database)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _begin_file(path)
    except OSError as error:
        raise LedgerError(f"ledger {path}", f"cannot be made: {error.strerror}", "check the path and its permissions") from error
    return address.set(database=str(path))


def _begin_file(path: Path) -> None:
    """Make an empty ledger through SQLite itself.

    Nothing else may ever open the file in a process that uses it: to close it would drop every lock the process has on it
    (POSIX), and another process would take the write-ahead log away under a reader's feet.
    """
    try:
        with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=rwc", uri=True, isolation_level=None)) as made:
            made.execute("BEGIN IMMEDIATE")
            made.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in _BUSY_SQLITE:  # another process was quicker
            return
        raise OSError(0, str(error)) from error


def _postgres(address: URL, busy_seconds: float) -> Engine:
    """PostgreSQL through a pool that notices a restart: full sync whatever the server's default, and no endless wait for a lock."""
    if address.get_driver_name() == "psycopg" and "connect_timeout" not in address.query:
        address = address.update_query_dict({"connect_timeout": _CONNECT_SECONDS})
    engine = create_engine(address, pool_pre_ping=True)

    def prepare(raw: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
        del entry
        cursor = raw.cursor()
        cursor.execute(f"SET lock_timeout = {max(1, int(busy_seconds * 1000))}")
        cursor.execute("SET synchronous_commit = on")
        cursor.close()
        raw.commit()

    event.listen(engine, "connect", prepare)
    return engine


def _sqlite(address: URL, busy_seconds: float, *, writes: bool) -> Engine:
    """SQLite on one connection a transaction: write-ahead log, full sync, and a reader that cannot write.

    A file that vanishes while it is used is missed: nothing begins a new one in its place.
    """

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(f"file:{quote(str(address.database))}?mode=rw", uri=True, check_same_thread=False)

    engine = create_engine(address, poolclass=NullPool, creator=connect)

    def prepare(raw: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
        del entry
        raw.isolation_level = None
        cursor = raw.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {int(busy_seconds * 1000)}")
        if writes:
            _log_ahead(cursor, busy_seconds)
        else:
            cursor.execute("PRAGMA query_only = ON")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.close()

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin)
    return engine


def _log_ahead(cursor: DBAPICursor, patience: float) -> None:
    """Turn on the write-ahead log; SQLite's own busy timeout does not cover this step, which two may take at once on a new file."""
    until = time.monotonic() + patience
    while True:
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in _BUSY_SQLITE or time.monotonic() >= until:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return


def _said(where: str, error: DBAPIError) -> BilanError:
    if _is_busy(error):
        return BusyError(where, "is locked by another process", "try again in a moment; `bilan status` shows what is running")
    if _sqlite_code(error) == sqlite3.SQLITE_FULL or str(getattr(error.orig, "sqlstate", "")) == _FULL_POSTGRES:
        return GoneError(where, f"has no room: {_first_line(error)}", "free some space; what could not be written is tried again")
    if _is_gone(error):
        return GoneError(where, f"cannot be reached: {_first_line(error)}", "see that the database runs and its address is right")
    if isinstance(error, IntegrityError):
        return LedgerError(where, f"refuses a second entry: {error.orig}", "it is recorded already; `bilan list editions` shows it")
    return LedgerError(where, f"cannot be read or written: {error.orig}", "check that it exists, is writable and its disk has room")


def _is_busy(error: DBAPIError) -> bool:
    return _sqlite_code(error) in _BUSY_SQLITE or getattr(error.orig, "sqlstate", "") in _BUSY_POSTGRES


def _is_gone(error: DBAPIError) -> bool:
    state = getattr(error.orig, "sqlstate", "")
    unanswered = state is None and isinstance(error, OperationalError)  # psycopg could not connect, or nobody answered any more
    return _sqlite_code(error) in _GONE_SQLITE or error.connection_invalidated or unanswered or str(state).startswith(_GONE_POSTGRES)


def _sqlite_code(error: DBAPIError) -> int:
    code: int = getattr(error.orig, "sqlite_errorcode", 0)
    return code & 0xFF


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).partition("\n")[0]
