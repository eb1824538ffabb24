"""How do product rows reach the disk? Sorted by key and publication, without repetition, each with the day that closes it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from bilan.errors import StoreError
from bilan.store.products_asof import Piece
from bilan.store.products_model import AMOUNT, CODED, FIELDS, FOREVER, KEY, listed, quoted
from bilan.store.products_words import Words

MEMORY = "192MB"
_FORMAT = "FORMAT parquet, PARQUET_VERSION v2, COMPRESSION lz4_raw"  # the second version writes differences: smaller, and sooner done
ROW_GROUP, SUMS_GROUP = 122_880, 20_480
_CONTENT = ("value", "quantity", "unit", "quantity_unit", "status")


def workplace(part: Path, threads: int) -> Any:  # noqa: ANN401  duckdb is imported lazily
    """An in-memory connection of bounded memory that spills into the folder `part`."""
    from bilan.store.engine import duckdb  # noqa: PLC0415  only who asks for data pays it

    settings: dict[str, str | bool | int | float | list[str]] = {
        "threads": threads,
        "memory_limit": MEMORY,
        "temp_directory": str(part / "spill"),
        "preserve_insertion_order": True,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    return duckdb.connect(":memory:", config=settings)


def words_of(connection: Any, found: Sequence[Piece], periods: Sequence[str]) -> dict[str, list[str | None]]:  # noqa: ANN401  duckdb is imported lazily
    """The words of coded columns in files of rows, of some periods; None where a cell says nothing."""
    lists = ", ".join(f"list(DISTINCT {name})" for name in CODED)
    row = connection.execute(f"SELECT {lists} FROM ({_known(found, periods, CODED)})").fetchone()  # noqa: S608  SQL of ours
    return {name: words or [] for name, words in zip(CODED, row, strict=True)}


def known_sql(found: Sequence[Piece], periods: Sequence[str], words: Words) -> str:
    """A SELECT of what is known of some periods, coded, marked as not fresh."""
    coded = ", ".join(f"{name}::coded_{name} AS {name}" for name in CODED if name not in words.only)
    columns = (*CODED, "value", "quantity", "published_on", "seen_at")
    return f"SELECT {coded}, value, quantity, published_on, seen_at, false AS fresh FROM ({_known(found, periods, columns)})"  # noqa: S608


def fresh_sql(translated: Mapping[str, str], words: Words) -> str:
    """A SELECT of the rows of a file, coded; `translated` gives the coded columns and the day of publication."""
    coded = ", ".join(f"{sql} AS {name}" for name, sql in translated.items() if name not in words.only)
    return f"SELECT {coded}, value::{AMOUNT} AS value, quantity::{AMOUNT} AS quantity FROM raw"  # noqa: S608  SQL of ours


def news_sql(fresh: str, known: str, words: Words, moment: datetime) -> str:
    """A SELECT of the sorted rows of `fresh` that say something new after `known`, where anything is known."""
    rows, order = fresh, "place, published_on"
    if known:
        rows = f"SELECT *, TIMESTAMP '{moment}' AS seen_at, true AS fresh FROM ({fresh}) UNION ALL BY NAME {known}"  # noqa: S608  SQL of ours
        order += ", seen_at"
    content = [name for name in ("place", *_CONTENT) if name not in words.only]
    same = " AND ".join(f"lag({name}) OVER () IS NOT DISTINCT FROM {name}" for name in content)
    marked = f"SELECT *, {same} AS same FROM ({ordered(rows, words, order)})"  # noqa: S608  SQL of ours
    return f"SELECT * FROM ({marked}) WHERE NOT same{' AND fresh' if known else ''}"  # noqa: S608  SQL of ours


def ordered(rows: str, words: Words, order: str = "place, published_on, seen_at") -> str:
    """A SELECT of rows sorted by key, publication and moment, with their place among the keys."""
    return f"SELECT *, {words.place(KEY)} AS place FROM ({rows}) ORDER BY {order}"  # noqa: S608  SQL of ours


def intervals(rows: str, words: Words, *moments: str) -> str:
    """A SELECT of sorted rows, each with the day from which the next one of its key counts in its stead.

    `moments` names the column of when they were seen, where that was not at once. The window functions follow the
    order and keep nothing in memory.
    """
    until = f"CASE WHEN lead(place) OVER () = place THEN lead(published_on) OVER () ELSE DATE '{FOREVER}' END"
    columns = ", ".join((*(_written(name, words) for name in FIELDS), *moments))
    return f"SELECT {columns}, {until} AS valid_to FROM ({rows})"  # noqa: S608  SQL of ours


def _written(name: str, words: Words) -> str:
    if name in words.only:
        return f"{quoted(words.only[name])}::coded_{name} AS {name}"
    return "product::VARCHAR AS product" if name == "product" else name  # an ENUM is written without limits to skip by


def copy(connection: Any, select: str, path: Path, group: int = ROW_GROUP) -> None:  # noqa: ANN401  duckdb is imported lazily
    """Write a SELECT as a Parquet file, in groups of rows that a reader can skip; raises StoreError where the disk does not take it."""
    from bilan.store.engine import duckdb  # noqa: PLC0415  only who asks for data pays it

    try:
        connection.execute(f"COPY ({select}) TO {quoted(str(path))} ({_FORMAT}, ROW_GROUP_SIZE {group})")
    except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
        raise StoreError(
            "products", f"cannot be written: {str(error).splitlines()[0]}", "check space and memory; nothing was changed"
        ) from error


def _known(found: Sequence[Piece], periods: Sequence[str], columns: Sequence[str]) -> str:
    rows = " UNION ALL BY NAME ".join(one.sql for one in found)
    return f"SELECT {', '.join(columns)} FROM ({rows}) WHERE period IN ({listed(periods)})"  # noqa: S608  quoted
