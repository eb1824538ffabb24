"""How do entries reach the disk and come back whole? Parquet files named by their content, written once."""

import hashlib
import os
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bilan.errors import StoreError
from bilan.store.schema import COLUMNS, Entry, cells

_AGAIN = "delete data/store and ingest again from the CSV tables"
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
        return _publish(folder, entries)
    except OSError as error:
        raise StoreError(folder.name, f"cannot be written: {error.strerror}", "check space and permissions; nothing was changed") from error


def connect(folder: Path, files: Sequence[str]) -> Any:  # noqa: ANN401  duckdb is imported lazily
    """An in-memory connection with every entry in the table `observation`, shut off from files and network."""
    import duckdb  # noqa: PLC0415  0.2 s: only who asks for data pays it

    connection = duckdb.connect(":memory:", config=_SETTINGS)
    connection.execute(f"CREATE TABLE observation ({_columns()})")
    for name in files:
        _verify(folder / name)
        try:
            connection.execute(f"INSERT INTO observation SELECT {', '.join(COLUMNS)} FROM read_parquet(?)", [str(folder / name)])  # noqa: S608
        except duckdb.Error as error:
            reason = str(error).splitlines()[0]
            raise StoreError(name, f"cannot be read as observations: {reason}", _AGAIN) from error
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _publish(folder: Path, entries: Sequence[Entry]) -> Path:
    part = folder / f"{os.getpid()}-{secrets.token_hex(8)}.part"
    try:
        _write(part, entries)
        _sync(part)
        path = folder / f"{_hash(part)}.parquet"
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    _sync(folder)
    return path


def _write(path: Path, entries: Sequence[Entry]) -> None:
    import duckdb  # noqa: PLC0415  0.2 s: only who asks for data pays it

    lists = [list(column) for column in zip(*map(cells, entries), strict=True)]
    casts = ", ".join(f'unnest(?::VARCHAR[])::{kind} AS "{name}"' for name, kind in COLUMNS.items())
    with duckdb.connect(":memory:", config=_SETTINGS) as connection:
        connection.execute(f"CREATE TABLE observation AS SELECT {casts}", lists)
        target = str(path).replace("'", "''")
        try:
            connection.execute(f"COPY (SELECT * FROM observation ORDER BY row, digest) TO '{target}' (FORMAT parquet)")  # noqa: S608  quoted above
        except duckdb.IOException as error:
            raise OSError(0, str(error).splitlines()[0]) from error


def _columns() -> str:
    return ", ".join(f'"{name}" {kind}' for name, kind in COLUMNS.items())


def _verify(path: Path) -> None:
    try:
        same = _hash(path) == path.stem
    except OSError as error:
        raise StoreError(path.name, f"cannot be read: {error.strerror}", _AGAIN) from error
    if not same:
        raise StoreError(path.name, "is damaged: its content does not agree with its name", _AGAIN)


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:32]


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
