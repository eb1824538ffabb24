"""How do entries reach the disk and come back whole? Parquet files named by their content, written once."""

import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bilan.errors import StoreError
from bilan.store.schema import COLUMNS, Entry, cells

_AGAIN = "delete data/store and ingest again from the CSV tables"
_DAY = timedelta(days=1)
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def names(folder: Path) -> tuple[str, ...]:
    """The files of a store, sorted; what a crash left half-written has another suffix and is not among them."""
    return tuple(sorted(path.name for path in folder.glob("*.parquet")))


def append(folder: Path, entries: Sequence[Entry]) -> Path:
    """Write entries to a file of their own, named by its content; after a crash it is there whole or not at all."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return publish(folder, lambda part: _write(part, entries))
    except OSError as error:
        raise StoreError(folder.name, f"cannot be written: {error.strerror}", "check space and permissions; nothing was changed") from error


def sweep(paths: Iterable[Path], now: datetime) -> None:
    """Remove files and folders last written more than a day before `now` (UTC, without a zone): left by writers that crashed."""
    for path in paths:
        if _is_stale(path, now):
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)


def part_name() -> str:
    """A name nobody else uses, for what is not whole yet."""
    return f"{os.getpid()}-{secrets.token_hex(8)}.part"


def content_name(path: Path) -> str:
    """The name of a Parquet file by its content."""
    with path.open("rb") as file:
        return f"{hashlib.file_digest(file, 'sha256').hexdigest()[:32]}.parquet"


def sync(path: Path) -> None:
    """Wait until a file or folder is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def load(folder: Path, files: Sequence[str]) -> Any:  # noqa: ANN401  duckdb is imported lazily
    """An in-memory connection with every entry of the files in the table `observation`; what stands in two files, twice."""
    from bilan.store.engine import duckdb  # noqa: PLC0415  only who asks for data pays it

    connection = duckdb.connect(":memory:", config=_SETTINGS)
    connection.execute(f"CREATE TABLE observation ({_columns()})")
    for name in files:
        _verify(folder / name)
        try:
            connection.execute(f"INSERT INTO observation SELECT {', '.join(COLUMNS)} FROM read_parquet(?)", [str(folder / name)])  # noqa: S608
        except duckdb.Error as error:
            reason = str(error).splitlines()[0]
            raise StoreError(name, f"cannot be read as observations: {reason}", _AGAIN) from error
    return connection


def connect(folder: Path, files: Sequence[str]) -> Any:  # noqa: ANN401  duckdb is imported lazily
    """The loaded connection, shut off from files and network."""
    connection = load(folder, files)
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def publish(folder: Path, write: Callable[[Path], object]) -> Path:
    """Let `write` fill a file, then give it the name of its content; raises OSError, and leaves nothing then."""
    from bilan.store.engine import duckdb  # noqa: PLC0415  only who asks for data pays it

    part = folder / part_name()
    try:
        write(part)
        sync(part)
        path = folder / content_name(part)
        part.replace(path)
    except duckdb.IOException as error:
        raise OSError(0, str(error).splitlines()[0]) from error
    finally:
        part.unlink(missing_ok=True)
    sync(folder)
    return path


def quoted(path: Path) -> str:
    """A path as an SQL literal."""
    return "'" + str(path).replace("'", "''") + "'"


def _write(path: Path, entries: Sequence[Entry]) -> None:
    from bilan.store.engine import duckdb  # noqa: PLC0415  only who asks for data pays it

    lists = [list(column) for column in zip(*map(cells, entries), strict=True)]
    casts = ", ".join(f'unnest(?::VARCHAR[])::{kind} AS "{name}"' for name, kind in COLUMNS.items())
    with duckdb.connect(":memory:", config=_SETTINGS) as connection:
        connection.execute(f"CREATE TABLE observation AS SELECT {casts}", lists)
        connection.execute(f"COPY (SELECT * FROM observation ORDER BY row, digest) TO {quoted(path)} (FORMAT parquet)")  # noqa: S608


def _columns() -> str:
    return ", ".join(f'"{name}" {kind}' for name, kind in COLUMNS.items())


def _verify(path: Path) -> None:
    try:
        same = content_name(path) == path.name
    except OSError as error:
        raise StoreError(path.name, f"cannot be read: {error.strerror}", _AGAIN) from error
    if not same:
        raise StoreError(path.name, "is damaged: its content does not agree with its name", _AGAIN)


def _is_stale(path: Path, now: datetime) -> bool:
    try:
        written = datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(tzinfo=None)
    except FileNotFoundError:
        return False
    return written < now - _DAY
