"""Which kinds of table are there, and how is one opened? The extension point for readers, by file suffix."""

from collections.abc import Callable
from pathlib import Path

from bilan.errors import Problem, SourceError
from bilan.registry import Registry
from bilan.sources.meta import SUFFIX, TableMeta
from bilan.sources.parquet import read_parquet
from bilan.sources.places_fs import Reach, bring, download, name_at
from bilan.sources.sql import read_sql
from bilan.sources.table import Table, read_table
from bilan.sources.xlsx import read_xlsx

Reader = Callable[[Path, TableMeta], Table]

KINDS: Registry[Reader] = Registry("kind of source")
KINDS.add("csv", read_table)
KINDS.add("parquet", read_parquet)
KINDS.add("xlsx", read_xlsx)
_NO_REACH = "only commands that may leave the folder can read it"


def open_table(side: Path, meta: TableMeta, reach: Reach | None = None) -> tuple[Table, list[Problem]]:
    """The table a side file speaks of, of any kind, and what a reader must know; raises SourceError with all mistakes."""
    if meta.sql is not None:
        table, told = read_sql(side, f"{_stem(side)}.sql", meta, _reach(side, reach))
    else:
        path, told = file_of(side, meta, reach)
        table = KINDS.get(path.suffix.removeprefix("."))(path, meta)
    return table, [*told, *table.problems]


def file_of(side: Path, meta: TableMeta, reach: Reach | None = None) -> tuple[Path, tuple[Problem, ...]]:
    """The file of a table: beside its side file, or brought from its location; raises SourceError where two claim to be it."""
    if meta.location:
        name, use = name_at(_stem(side), meta.location), _reach(side, reach)
        KINDS.get(Path(name).suffix.removeprefix("."))
        return bring(name, meta.location, lambda: download(name, meta.location, use), use)
    files = [side.with_name(f"{_stem(side)}.{kind}") for kind in KINDS.names()]
    there = [path for path in files if path.exists()]
    if len(there) > 1:
        raise SourceError(side.name, (f"speaks of {' and '.join(path.name for path in there)}",), "keep one of the two files")
    return there[0] if there else side.with_name(f"{_stem(side)}.csv"), ()


def without_meta(folder: Path) -> list[Path]:
    """Files of a readable kind that no side file speaks of."""
    files = sorted(path for kind in KINDS.names() for path in folder.glob(f"*.{kind}"))
    return [path for path in files if not path.with_name(path.stem + SUFFIX).exists() and not path.name.startswith(("~$", "."))]


def _reach(side: Path, reach: Reach | None) -> Reach:
    if reach is None:
        raise SourceError(side.name, ("speaks of a table outside the folder",), _NO_REACH)
    return reach


def _stem(side: Path) -> str:
    return side.name.removesuffix(SUFFIX)
