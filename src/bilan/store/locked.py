"""How does SQL of a stranger run without harm? In memory, shut off from files, network and settings, within bounds."""

import contextlib
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bilan.errors import DefinitionError, StoreError
from bilan.store.statement import HINT, check, first_line

_INEXACT = ("DOUBLE", "FLOAT")
Parameters = Mapping[str, object] | Sequence[object]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may use: seconds, rows of the result, memory as DuckDB writes it, threads."""

    seconds: float = 60
    rows: int = 1_000_000
    memory: str = "512MB"
    threads: int = 1


class LockedConnection:
    """Relations to query, by name the statement that makes each; `files` are the only ones that stay readable."""

    def __init__(self, relations: Mapping[str, tuple[str, Sequence[object]]], files: Sequence[Path], limits: Limits) -> None:
        from bilan.store.engine import duckdb  # noqa: PLC0415  only who asks for data pays it

        self.limits, self.files = limits, tuple(files)
        settings: dict[str, str | bool | int | float | list[str]] = {
            "threads": limits.threads,
            "memory_limit": limits.memory,
            "temp_directory": "",
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "allow_community_extensions": False,
        }
        self._connection = duckdb.connect(":memory:", config=settings)
        with contextlib.suppress(duckdb.CatalogException):  # a setting of later versions; spares reading the foot of a file again
            self._connection.execute("SET parquet_metadata_cache = true")
        for sql, parameters in relations.values():
            self._connection.execute(sql, parameters or None)
        allowed = ", ".join("'" + str(path).replace("'", "''") + "'" for path in files)
        self._connection.execute(f"SET allowed_paths = [{allowed}]")
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")
        self.relations = tuple(relations)

    def query(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """Rows of one SELECT; raises DefinitionError for SQL that may not run, is wrong, or breaks the bounds."""
        check(self._connection, sql, self.relations)
        rows = self.run(sql, parameters)
        inexact = [str(column[0]) for column in self._connection.description if any(kind in str(column[1]) for kind in _INEXACT)]
        if inexact:
            told = f"the columns {', '.join(inexact)} are floating-point numbers"
            raise DefinitionError("sql", (told,), "sum decimals, and CAST(… AS DECIMAL(38, 10)) what is divided")
        return rows

    def run(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """Rows of our own SQL within the same bounds; raises DefinitionError, or FileNotFoundError where a file is gone."""
        from bilan.store.engine import duckdb  # noqa: PLC0415  only who asks for data pays it

        alarm = _Alarm(self._connection, self.limits.seconds)
        try:
            with alarm:
                result = self._connection.execute(sql, parameters or None)
                rows: list[tuple[Any, ...]] = result.fetchmany(self.limits.rows + 1)
        except duckdb.InterruptException:
            raise DefinitionError("sql", (f"took more than {self.limits.seconds:g} seconds and was stopped",), HINT) from None
        except duckdb.OutOfMemoryException:
            told = f"needs more than {self.limits.memory} of memory"
            raise DefinitionError("sql", (told,), "sum by fewer columns, or read product_months and product_years") from None
        except duckdb.Error as error:
            if isinstance(error, duckdb.IOException) or not all(path.exists() for path in self.files):
                raise FileNotFoundError(first_line(error)) from error
            raise DefinitionError("sql", (first_line(error),), HINT) from None
        if len(rows) > self.limits.rows:
            raise DefinitionError("sql", (f"gives more than {self.limits.rows} rows",), "sum by fewer columns")
        return rows


class _Alarm:
    """Interrupts a connection after some seconds, and never once its work is done."""

    def __init__(self, connection: Any, seconds: float) -> None:  # noqa: ANN401  duckdb is imported lazily
        self._connection, self._lock, self._done = connection, threading.Lock(), False
        self._timer = threading.Timer(seconds, self._ring)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._done = True
        self._timer.cancel()
        self._timer.join()  # at once: a thread that ends with the interpreter would hold the connection

    def _ring(self) -> None:
        with self._lock:
            if not self._done:
                self._connection.interrupt()


def unavailable(error: Exception) -> StoreError:
    """The error for a file of the store that is gone or damaged."""
    return StoreError("products", f"cannot be read: {error}", "run the command again; if it stays, ingest the product tables again")
