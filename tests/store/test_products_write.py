from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest

from bilan.errors import StoreError
from bilan.store.done import Ingest
from bilan.store.parquet import Store
from bilan.store.products_write import MEMORY, copy, workplace

Product = Callable[..., Mapping[str, str]]
Deliver = Callable[..., Ingest]
NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


def stored(store: Store) -> list[tuple[object, ...]]:
    """The rows of the largest file, in the order they lie there."""
    path = max((store.folder / "products").glob("*.parquet"), key=lambda one: "valid_to" in str(duckdb.read_parquet(str(one)).columns))
    return duckdb.execute(f"SELECT product, period, value::INTEGER, published_on, valid_to FROM '{path}'").fetchall()  # noqa: S608


def test_writes_rows_sorted_by_key_and_publication_with_closed_intervals(store: Store, deliver: Deliver, product: Product) -> None:
    deliver(
        product("3", product="72"), product("2", "2024-03-15"), product("1"), product("1", "2023-12-01"), product("9", period="2023-06")
    )

    end = date(9999, 12, 31)
    assert stored(store) == [
        ("270119", "2023-06", 9, date(2023, 9, 15), end),
        ("270119", "2023-07", 1, date(2023, 9, 15), date(2024, 3, 15)),
        ("270119", "2023-07", 2, date(2024, 3, 15), end),
        ("72", "2023-07", 3, date(2023, 9, 15), end),
    ]


def test_writes_the_limits_of_products_so_that_one_series_is_found_at_once(store: Store, deliver: Deliver, product: Product) -> None:
    deliver(product(), product(product="72"))

    limits = [
        duckdb.execute(
            f"SELECT stats_min_value, stats_max_value FROM parquet_metadata('{path}') WHERE path_in_schema = 'product'"  # noqa: S608
        ).fetchall()
        for path in (store.folder / "products").glob("*.parquet")
    ]
    assert limits == [[("270119", "72")]] * 2 or ("270119", "72") in [one for found in limits for one in found]


def test_works_in_bounded_memory_beside_the_store(tmp_path: Path) -> None:
    with workplace(tmp_path, 2) as connection:
        told = connection.execute("SELECT current_setting('threads'), current_setting('temp_directory')").fetchone()
        limit = connection.execute("SELECT current_setting('memory_limit')").fetchone()

    assert told == (2, str(tmp_path / "spill"))
    assert limit == ("183.1 MiB",)
    assert MEMORY == "192MB"


def test_says_why_the_disk_did_not_take_a_file(tmp_path: Path) -> None:
    with workplace(tmp_path, 1) as connection, pytest.raises(StoreError, match="products: cannot be written: IO Error: Cannot open file"):
        copy(connection, "SELECT 1 AS a", tmp_path / "no" / "folder")
