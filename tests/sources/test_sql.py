import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bilan.errors import SourceError
from bilan.sources.meta import SqlMeta, TableMeta
from bilan.sources.places_fs import Reach
from bilan.sources.sql import read_sql
from bilan.sources.table import Table

NOW = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
QUERY = "SELECT id, value, note FROM trade ORDER BY id"
ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A real SQLite file beside the side file."""
    path = tmp_path / "trade.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE trade (id TEXT, value NUMERIC, note TEXT)")
        connection.executemany("INSERT INTO trade VALUES (?, ?, ?)", [("b1", 455.702, "x, y"), ("b2", 862, None)])
    connection.close()
    return path


def reach(folder: Path, days: int = 0, **environment: str) -> Reach:
    return Reach(NOW + timedelta(days=days), folder / "copies", environment)


def read(
    folder: Path, query: str = QUERY, url: str = "sqlite:///trade.sqlite", *, days: int = 0, timeout: int = 30, rows: int = 100
) -> tuple[Table, tuple[str, ...]]:
    sql = SqlMeta(url=url, query=query, timeout=timeout, rows=rows)
    meta = TableMeta(title="T", kind="observations", id_column="id", sql=sql)
    table, problems = read_sql(folder / "trade.meta.toml", "trade.sql", meta, reach(folder, days))
    return table, tuple(str(one) for one in problems)


def told(folder: Path, query: str = QUERY, url: str = "sqlite:///trade.sqlite", *, timeout: int = 30, rows: int = 100) -> str:
    with pytest.raises(SourceError) as caught:
        read(folder, query, url, timeout=timeout, rows=rows)
    assert caught.value.where == "trade.sql"
    return "\n".join(caught.value.mistakes)


@pytest.mark.usefixtures("database")
def test_reads_the_rows_of_a_query_as_exact_texts(tmp_path: Path) -> None:
    table, problems = read(tmp_path)

    assert [row.cells for row in table.rows] == [
        {"id": "b1", "value": "455.702", "note": "x, y"},
        {"id": "b2", "value": "862", "note": ""},
    ]
    assert [table.place.name(row.line) for row in table.rows] == ["row 1", "row 2"]
    assert (table.name, problems) == ("trade.sql", ())


@pytest.mark.usefixtures("database")
def test_takes_the_address_from_the_environment(tmp_path: Path) -> None:
    sql = SqlMeta(url_env="BILAN_DB_URL", query=QUERY)
    meta = TableMeta(title="T", kind="observations", id_column="id", sql=sql)
    side = tmp_path / "trade.meta.toml"

    table, _ = read_sql(side, "trade.sql", meta, reach(tmp_path, BILAN_DB_URL="sqlite:///trade.sqlite"))

    assert len(table.rows) == 2
    with pytest.raises(SourceError, match="the variable BILAN_DB_URL is not set"):
        read_sql(side, "trade.sql", meta, reach(tmp_path))


@pytest.mark.parametrize(
    "query",
    ["DELETE FROM trade", "SELECT 1; DROP TABLE trade", "PRAGMA user_version = 3", "ATTACH DATABASE 'other.sqlite' AS other", ""],
)
def test_asks_nothing_but_one_select(tmp_path: Path, database: Path, query: str) -> None:
    before = database.read_bytes()

    assert "is not one SELECT" in told(tmp_path, query or " ")
    assert database.read_bytes() == before


def test_cannot_write_even_where_a_select_would(tmp_path: Path, database: Path) -> None:
    before = database.read_bytes()

    assert "the database refuses the query" in told(
        tmp_path, "WITH gone AS (SELECT 'b1' AS id) DELETE FROM trade WHERE id IN gone RETURNING id"
    )
    assert database.read_bytes() == before


@pytest.mark.usefixtures("database")
def test_stops_a_query_that_takes_too_long(tmp_path: Path) -> None:
    assert "the database refuses the query: interrupted" in told(tmp_path, ENDLESS, timeout=1)


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT missing FROM trade", "no such column: missing"),
        ("SELECT id FROM gone", "no such table: gone"),
        ("SELECT FROM", "syntax error"),
        ("SELECT id FROM trade WHERE id = 'none'", "the query gives no row"),
        ("SELECT id, x'00ff' AS raw FROM trade", "row 2: raw: holds bytes, which is neither text, number nor date"),
        ("SELECT id, id FROM trade", "columns: column 'id' stands 2 times"),
    ],
)
def test_says_what_is_wrong_with_a_query(tmp_path: Path, query: str, said: str) -> None:
    assert said in told(tmp_path, query)


@pytest.mark.usefixtures("database")
def test_refuses_more_rows_than_allowed(tmp_path: Path) -> None:
    assert "the query gives more than 1 rows" in told(tmp_path, rows=1)


def test_makes_no_database_where_there_is_none(tmp_path: Path) -> None:
    assert "there is no SQLite file 'gone.sqlite'" in told(tmp_path, url="sqlite:///gone.sqlite")
    assert not (tmp_path / "gone.sqlite").exists()


def test_takes_colons_and_percent_signs_of_a_query_as_they_are(tmp_path: Path, database: Path) -> None:
    assert database.exists()
    table, _ = read(tmp_path, "SELECT id, strftime('%H:%M:00', '2024-01-01 10:30:00') AS note FROM trade WHERE id LIKE 'b%'")

    assert table.rows[0].cells["note"] == "10:30:00"


def test_uses_the_kept_copy_with_its_age_while_the_database_is_away(tmp_path: Path, database: Path) -> None:
    first, _ = read(tmp_path)
    other = sqlite3.connect(database)
    other.execute("BEGIN EXCLUSIVE")

    again, problems = read(tmp_path, days=5, timeout=1)
    other.close()

    assert again == first
    assert len(problems) == 1
    assert "trade.sql: the database is away (database is locked); the copy of 2026-11-20 is used, 5 days old" in problems[0]


def test_does_not_use_the_copy_where_the_database_is_damaged(tmp_path: Path, database: Path) -> None:
    read(tmp_path)
    database.write_bytes(b"no database at all, only some text" * 20)

    assert "the database refuses the query: file is not a database" in told(tmp_path)


def test_never_names_a_password(tmp_path: Path) -> None:
    secret = "s3cr3t"  # noqa: S105  made up
    sql = SqlMeta(url_env="BILAN_DB_URL", query=QUERY)
    meta = TableMeta(title="T", kind="observations", id_column="id", sql=sql)
    addresses = (
        f"postgresql+nothing://me:{secret}@127.0.0.1/x",
        f"postgresql://me:{secret}@127.0.0.1:1/x",
        f"me:{secret}@nowhere",
    )

    for address in addresses:
        with pytest.raises(SourceError) as caught:
            read_sql(tmp_path / "trade.meta.toml", "trade.sql", meta, reach(tmp_path, BILAN_DB_URL=address))
        assert secret not in f"{caught.value}{caught.value.hint}"
        assert caught.value.__cause__ is None


def test_refuses_a_password_in_the_side_file(tmp_path: Path) -> None:
    assert told(tmp_path, url="postgresql://me:pw@host/x") == "sql.url holds a password"


def test_needs_the_part_that_says_where() -> None:
    meta = TableMeta(title="T", kind="observations", id_column="id")

    with pytest.raises(SourceError, match=r"its side file has no \[sql\]"):
        read_sql(Path("trade.meta.toml"), "trade.sql", meta, Reach(NOW, Path("copies")))
