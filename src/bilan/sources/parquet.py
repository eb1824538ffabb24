"""What does a small Parquet table say? Every column as exact texts, read without pandas or pyarrow."""

from pathlib import Path
from typing import Any

from bilan.errors import SourceError
from bilan.sources.meta import TableMeta
from bilan.sources.table import Place, Table, tabulate, written

ROWS = 200_000
PLACE = Place("row", "columns", before=1)
_READ_AS = {"FLOAT": "CAST(CAST({} AS VARCHAR) AS DOUBLE)"}  # the shortest form of 32 bits; widened they show digits nobody wrote
_PLAIN = ("VARCHAR", "BOOLEAN", "DOUBLE", "FLOAT", "DATE", "DECIMAL", "TIMESTAMP", "ENUM")
_WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT")
_LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "threads": 1,
    "memory_limit": "1GB",
}


def read_parquet(path: Path, _meta: TableMeta) -> Table:
    """A Parquet file of at most 200 000 rows; raises SourceError listing every mistake at once."""
    import duckdb  # noqa: PLC0415  heavy

    if not path.is_file():
        raise SourceError(path.name, ("the file is missing, or was removed while it was read",), "put it back, then run again")
    if any(sign in str(path) for sign in "*?["):
        raise SourceError(path.name, ("its path holds *, ? or [",), "rename the file or its folder")
    with duckdb.connect(":memory:", config=_LOCKED) as connection:
        try:
            return _table(path, connection)
        except duckdb.Error as error:
            what = f"is no Parquet file that can be read ({type(error).__name__})"
            raise SourceError(path.name, (what,), "write it again, whole") from None


def _table(path: Path, connection: Any) -> Table:  # noqa: ANN401  duckdb has no types
    described = connection.execute("DESCRIBE SELECT * FROM read_parquet($1)", [str(path)]).fetchall()
    kinds = {row[0]: row[1] for row in described}
    mistakes = [f"column '{name}' holds {kind}, which has no plain text" for name, kind in kinds.items() if not _is_plain(kind)]
    if mistakes:
        raise SourceError(path.name, tuple(mistakes), "write texts, numbers and dates only")
    count = connection.execute("SELECT count(*) FROM read_parquet($1)", [str(path)]).fetchone()[0]
    if count > ROWS:
        hint = 'large tables of products are read by the store: kind = "products"'
        raise SourceError(path.name, (f"has {count} rows, {ROWS} at most for a table of observations",), hint)
    columns = ", ".join(_READ_AS.get(kind, "{}").format(_quoted(name)) for name, kind in kinds.items())
    found = connection.execute(f"SELECT {columns} FROM read_parquet($1)", [str(path)]).fetchall()  # noqa: S608  names are quoted
    rows = [(line, [written(value) for value in row]) for line, row in enumerate(found, start=2)]
    return tabulate(path.name, list(kinds), rows, PLACE)


def _is_plain(kind: str) -> bool:
    base = kind.split("(", 1)[0]
    return base in _PLAIN or base.removeprefix("U") in _WHOLE


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
