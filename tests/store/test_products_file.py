from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from bilan.errors import SourceError
from bilan.store.parquet import Store
from bilan.store.products_file import ProductFile
from bilan.store.products_model import ProductMapping

Product = Callable[..., Mapping[str, str]]
Write = Callable[..., Path]
NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


def opened(path: Path, **mapping: object) -> ProductFile:
    return ProductFile(duckdb.connect(":memory:"), path, ProductMapping(**mapping))  # type: ignore[arg-type]


def test_shows_columns_by_our_names(write: Write, product: Product) -> None:
    row = {"product": "hs", **{name: name for name in ("period",)}}
    given = {row.get(name, name): cell for name, cell in product().items() if name not in ("unit", "status")}
    file = opened(write("table.csv", [given]), column={"product": "hs"}, constant={"unit": "USD"})

    assert file.connection.execute("SELECT product, unit, status, value FROM raw").fetchall() == [("270119", "USD", None, "862.18")]


def test_names_all_mistakes_of_the_columns_at_once(write: Write, product: Product) -> None:
    row = {name: cell for name, cell in product().items() if name not in ("value", "published_on")} | {"valeu": "1", "synthetic": "true"}
    with pytest.raises(SourceError) as caught:
        opened(write("table.csv", [row]), constant={"untis": "USD"}, ignore=("synthetic",))

    assert caught.value.mistakes == (
        "unknown field 'untis' in the meta file (did you mean 'unit'?)",
        "line 1: column 'value' is missing",
        "line 1: column 'published_on' is missing",
        "line 1: unknown column 'valeu' (did you mean 'value'?); name it in the meta file or put it under ignore",
    )


@pytest.mark.parametrize(
    ("content", "mistake"),
    [
        (b"reporter;partner;flow\n", "line 1: the columns are parted by semicolons; save the file with commas and decimal points"),
        (b"reporter,reporter,\n", "line 1: column 'reporter' stands there twice"),
        (b"", "is empty"),
        (b"report\xe9\n", "is not UTF-8 (byte 6)"),
    ],
)
def test_refuses_a_head_that_is_none(tmp_path: Path, content: bytes, mistake: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    with pytest.raises(SourceError) as caught:
        opened(path)

    assert caught.value.mistakes[0] == mistake


def test_reads_a_file_saved_with_a_byte_order_mark(store: Store, write: Write, product: Product) -> None:
    path = write("table.csv", [product()])
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert store.ingest_products(path, ProductMapping(), NOON).added == 1


def test_reads_the_types_of_a_parquet_file(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "table.parquet"
    select = """SELECT 'KGZ' AS reporter, 'import' AS flow, 2701 AS product, 2023 AS period, 'USD' AS unit, 'customs' AS source_id,
      DATE '2024-03-01' AS published_on, v AS value, q AS quantity, 'kg' AS quantity_unit FROM (SELECT 0.1::DOUBLE AS v, 12::BIGINT AS q)"""
    duckdb.execute(f"COPY ({select}) TO '{path}' (FORMAT parquet)")
    store.ingest_products(path, ProductMapping(), NOON)

    found = store.as_of(date(2027, 1, 1)).query("SELECT partner, product, period, value, quantity, published_on FROM products")
    assert found == [("WLD", "2701", "2023", Decimal("0.1000"), Decimal("12.0000"), date(2024, 3, 1))]


def test_says_when_a_day_is_missing_in_a_parquet_file(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "table.parquet"
    select = "SELECT 'KGZ' AS reporter, 'import' AS flow, '27' AS product, '2023' AS period, 'USD' AS unit, 'a' AS source_id, NULL::DATE AS published_on"
    duckdb.execute(f"COPY (SELECT *, 1::DECIMAL(38, 15) AS value FROM ({select})) TO '{path}' (FORMAT parquet)")  # noqa: S608

    with pytest.raises(SourceError, match="line 1: published_on: '' is blank"):
        store.ingest_products(path, ProductMapping(), NOON)
    assert store.ingest_products(path, ProductMapping(undated_from="2024"), NOON).added == 1
    assert store.as_of(date(2024, 12, 31)).has_products
    assert not store.as_of(date(2024, 12, 30)).has_products
