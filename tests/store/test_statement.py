from collections.abc import Callable

import duckdb
import pytest

from bilan.errors import DefinitionError
from bilan.store.statement import HINT, check

Check = Callable[[str], None]


@pytest.fixture(scope="module")
def checked() -> Check:
    connection = duckdb.connect(":memory:")
    return lambda sql: check(connection, sql, ["products", "observations"])


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT 1",
        "FROM products",
        "WITH a AS (SELECT * FROM products), b AS (SELECT * FROM a) SELECT * FROM b JOIN observations USING (period)",
        "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 3) SELECT * FROM r",
        "SELECT * FROM PRODUCTS WHERE period IN (SELECT unnest(['2023', '2024'])) UNION ALL SELECT * FROM products",
        "SELECT now.value FROM products now, range(3)",
        "SELECT sum(value) OVER (PARTITION BY product ORDER BY period) FROM products WHERE product = $1",
        "SELECT 'attach; copy -- '",
    ],
)
def test_lets_a_select_over_its_relations_run(checked: Check, sql: str) -> None:
    checked(sql)


@pytest.mark.parametrize(
    ("sql", "mistake"),
    [
        ("", "holds 0 statements; write one"),
        ("SELECT 1; SELECT 2", "holds 2 statements; write one"),
        ("SELECT 1; DROP VIEW products", "holds 2 statements; write one"),
        ("COPY products TO 'out.csv'", "is a statement of the kind COPY, no SELECT"),
        ("ATTACH 'other.db'", "is a statement of the kind ATTACH, no SELECT"),
        ("INSTALL httpfs", "is a statement of the kind LOAD, no SELECT"),
        ("PRAGMA database_list", "is a statement of the kind PRAGMA, no SELECT"),
        ("SET threads = 8", "is a statement of the kind SET, no SELECT"),
        ("CREATE TABLE t (a INT)", "is a statement of the kind CREATE, no SELECT"),
        ("EXPLAIN SELECT 1", "is a statement of the kind EXPLAIN, no SELECT"),
        ("SELECT * FROM 'data.csv'", "reads 'data.csv'; there are products, observations"),
        ("SELECT * FROM 'https://example.org/a.parquet'", "reads 'https://example.org/a.parquet'; there are products, observations"),
        ("SELECT * FROM product", "reads 'product' (did you mean 'products'?); there are products, observations"),
        ("SELECT * FROM information_schema.tables", "reads 'tables'; there are products, observations"),
        ("SELECT * FROM system.main.products", "reads 'products' (did you mean 'products'?); there are products, observations"),
        (
            "SELECT (SELECT max(a) FROM read_csv('x.csv'))",
            "reads from the function read_csv(); only generate_series, range, unnest may stand there",
        ),
        ("FROM query('SELECT 1')", "reads from the function query(); only generate_series, range, unnest may stand there"),
        ("FROM duckdb_secrets()", "reads from the function duckdb_secrets(); only generate_series, range, unnest may stand there"),
        ("SHOW TABLES", "looks at the catalogue; name the columns instead"),
        ("SUMMARIZE products", "looks at the catalogue; name the columns instead"),
        ("SELECT getenv('HOME')", "uses getenv: a result rests on the data alone"),
        ("SELECT current_setting('threads')", "uses current_setting: a result rests on the data alone"),
        ("SELECT now()", "uses now: a result rests on the data alone"),
        ("SELECT CURRENT_DATE", "uses current_date: a result rests on the data alone"),
        ("SELECT * FROM products ORDER BY random()", "uses random: a result rests on the data alone"),
        ("SELECT * FROM products USING SAMPLE 3", "draws a sample: the same query must give the same rows"),
    ],
)
def test_refuses_what_looks_elsewhere(checked: Check, sql: str, mistake: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        checked(sql)

    assert caught.value.mistakes == (mistake,)
    assert caught.value.hint == HINT


def test_tells_all_that_is_wrong_at_once(checked: Check) -> None:
    with pytest.raises(DefinitionError) as caught:
        checked("SELECT now(), random() FROM 'a.csv'")

    assert len(caught.value.mistakes) == 3


def test_shows_where_sql_cannot_be_read(checked: Check) -> None:
    with pytest.raises(DefinitionError, match="Parser Error"):
        checked("SELECT FROM WHERE")
