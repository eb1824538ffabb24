from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from bilan.errors import DefinitionError, StoreError
from bilan.store.locked import Limits, LockedConnection, unavailable

CROSS = "SELECT sum(a.n * b.n * c.n) FROM numbers a, numbers b, numbers c"
NUMBERS = ("CREATE TABLE numbers AS SELECT range AS n FROM range(100000)", ())


@pytest.fixture
def locked(tmp_path: Path) -> LockedConnection:
    path = tmp_path / "it's in.parquet"
    duckdb.execute(f"COPY (SELECT 1.50::DECIMAL(9, 2) AS value) TO '{str(path).replace(chr(39), chr(39) * 2)}' (FORMAT parquet)")
    view = f"CREATE VIEW products AS SELECT * FROM read_parquet('{str(path).replace(chr(39), chr(39) * 2)}')"  # noqa: S608
    return LockedConnection({"products": (view, ()), "numbers": NUMBERS}, [path], Limits(seconds=0.2, rows=10, memory="64MB"))


def test_answers_from_the_files_it_was_given(locked: LockedConnection) -> None:
    assert locked.query("SELECT value FROM products WHERE value > $1", [1]) == [(Decimal("1.50"),)]
    assert locked.query("SELECT value FROM products WHERE value > $least", {"least": 2}) == []


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('{folder}/secret.csv')",
        "SELECT * FROM '{folder}/secret.csv'",
        "SELECT * FROM read_text('{folder}/secret.csv')",
        "SELECT * FROM glob('{folder}/*')",
        "COPY products TO '{folder}/out.csv'",
        "COPY (SELECT 1) TO '{folder}/out.parquet' (FORMAT parquet)",
        "ATTACH '{folder}/other.db'",
        "EXPORT DATABASE '{folder}/out'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET memory_limit = '100GB'",
        "SET enable_external_access = true",
        "SET allowed_paths = ['/']",
    ],
)
def test_shuts_files_and_settings_off_even_from_sql_that_was_not_checked(locked: LockedConnection, tmp_path: Path, sql: str) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n", encoding="utf-8")

    with pytest.raises((DefinitionError, FileNotFoundError)):
        locked.run(sql.replace("{folder}", str(tmp_path)))
    assert sorted(one.name for one in tmp_path.iterdir()) == ["it's in.parquet", "secret.csv"]


def test_stops_what_takes_too_long_and_goes_on_afterwards(locked: LockedConnection) -> None:
    with pytest.raises(DefinitionError, match=r"took more than 0\.2 seconds and was stopped"):
        locked.query(CROSS)
    assert locked.query("SELECT 1") == [(1,)]


def test_stops_what_needs_too_much_memory(tmp_path: Path) -> None:
    del tmp_path
    wide = LockedConnection({"numbers": NUMBERS}, [], Limits(memory="16MB"))

    with pytest.raises(DefinitionError, match="needs more than 16MB of memory") as caught:
        wide.query("SELECT list(a.n::VARCHAR || b.n) FROM numbers a, numbers b")
    assert caught.value.hint == "sum by fewer columns, or read product_months and product_years"


def test_gives_no_more_rows_than_it_may(locked: LockedConnection) -> None:
    assert len(locked.query("SELECT n FROM numbers LIMIT 10")) == 10
    with pytest.raises(DefinitionError, match="gives more than 10 rows"):
        locked.query("SELECT n FROM numbers LIMIT 11")


@pytest.mark.parametrize("sql", ["SELECT value / 3 AS third FROM products", "SELECT [avg(value)] AS third FROM products"])
def test_gives_no_floating_point_numbers(locked: LockedConnection, sql: str) -> None:
    with pytest.raises(DefinitionError, match="the columns third are floating-point numbers") as caught:
        locked.query(sql)
    assert caught.value.hint == "sum decimals, and CAST(… AS DECIMAL(38, 10)) what is divided"
    assert locked.query("SELECT CAST(value / 3 AS DECIMAL(38, 10)) FROM products") == [(Decimal("0.5000000000"),)]


def test_says_what_is_wrong_with_a_query(locked: LockedConnection) -> None:
    with pytest.raises(DefinitionError, match='Binder Error: Referenced column "price" not found'):
        locked.query("SELECT price FROM products")


def test_calls_a_file_that_is_gone_unavailable() -> None:
    error = unavailable(FileNotFoundError("no such file"))

    assert isinstance(error, StoreError)
    assert str(error) == "products: cannot be read: no such file"
