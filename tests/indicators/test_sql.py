"""Queries over a small product table in a real store."""

import csv
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bilan.config.models import PartnershipConfig
from bilan.errors import DefinitionError
from bilan.indicators.definition import all_definitions
from bilan.indicators.engine import Readings, compute
from bilan.model import Status
from bilan.store.parquet import Store
from bilan.store.products_model import ProductMapping
from bilan.store.view import View

AS_OF = date(2026, 10, 31)
SEEN = datetime(2026, 10, 1, tzinfo=UTC)
COLUMNS = ("reporter", "partner", "flow", "product", "period", "value", "unit", "status", "published_on", "source_id")
ROWS = (
    ("KGZ", "KAZ", "export", "2701", "2023", "10.5"),
    ("KGZ", "KAZ", "export", "2702", "2023", "0.25"),
    ("KGZ", "KAZ", "export", "0401", "2023", "4"),
    ("KAZ", "KGZ", "export", "2701", "2022", "7"),
)
FUEL = (
    "SELECT reporter AS subject, period, sum(value) AS value FROM products "
    "WHERE flow = 'export' AND product LIKE '27%' AND partner IN ($first, $second) GROUP BY ALL"
)
SLICES = '[{ flow = "export" }]'
Computed = Callable[..., Readings]
Stored = Callable[[Sequence[tuple[str, ...]]], View]


@pytest.fixture
def stored(tmp_path: Path) -> Stored:
    """The view of a store that took in product rows: provisional, by customs, of 1 March 2024."""

    def made(rows: Sequence[tuple[str, ...]]) -> View:
        store = Store(tmp_path / "store")
        if rows:
            path = tmp_path / "products.csv"
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([COLUMNS, *((*one, "USD", "provisional", "2024-03-01", "customs") for one in rows)])
            store.ingest_products(path, ProductMapping(), SEEN)
        return store.as_of(AS_OF)

    return made


@pytest.fixture
def computed(tmp_path: Path, partnership: PartnershipConfig, stored: Stored) -> Computed:
    """Readings of one SQL indicator, `own.x`, over product rows."""

    def made(sql: str, rows: Sequence[tuple[str, ...]] = ROWS, slices: str = SLICES, more: str = "") -> Readings:
        path = tmp_path / "indicators.toml"
        text = f'[indicator."own.x"]\nquestion = "How much?"\nunit = "USD"\nsql = """{sql}"""\nslices = {slices}\n{more}\n'
        path.write_text(text, encoding="utf-8")
        found = all_definitions(path)
        return compute(stored(rows), partnership, AS_OF, {name: found[name] for name in ("own.x",)})

    return made


def refused(computed: Computed, sql: str, **more: str) -> str:
    with pytest.raises(DefinitionError) as error:
        computed(sql, **more)
    assert error.value.where == "indicators.toml"
    return error.value.mistakes[0]


def test_rows_become_readings_with_the_slices_they_rest_on(computed: Computed) -> None:
    one = computed(FUEL).get("own.x:KGZ:2023")

    assert one is not None
    assert (one.value, one.unit, one.reporter, one.partner) == (Decimal("10.75"), "USD", "KGZ", "KAZ")
    assert one.inputs[0].startswith("products/KGZ/KAZ/export/2023#")
    assert (len(one.inputs), one.source_ids, one.published_on, one.status) == (1, ("customs",), date(2024, 3, 1), Status.PROVISIONAL)
    assert one.formula == FUEL


def test_each_subject_and_period_has_its_own_slices(computed: Computed) -> None:
    found = computed(FUEL)

    assert [one.id for one in found] == ["own.x:KAZ:2022", "own.x:KGZ:2023"]
    assert [one.inputs[0].partition("#")[0] for one in found] == ["products/KAZ/KGZ/export/2022", "products/KGZ/KAZ/export/2023"]


def test_a_query_may_speak_of_both_or_of_a_product(computed: Computed) -> None:
    both = computed("SELECT 'KAZ-KGZ' AS subject, period, sum(value) AS value FROM products GROUP BY ALL;").get("own.x:KAZ-KGZ:2023")
    product = computed("SELECT product AS subject, period, sum(value) AS value FROM products GROUP BY ALL -- all").get("own.x:2701:2022")

    assert both is not None
    assert (both.value, both.reporter, len(both.inputs)) == (Decimal("14.75"), "KAZ", 1)
    assert product is not None
    assert (product.value, product.reporter, len(product.inputs)) == (Decimal(7), "", 1)


def test_without_product_data_each_country_says_what_is_needed(computed: Computed) -> None:
    found = computed(FUEL, ())

    assert [one.id for one in found] == ["own.x:KAZ:2026", "own.x:KGZ:2026"]
    assert [(one.value, one.problems[0].rule, one.problems[0].message) for one in found] == [
        (None, "missing-products", "has no value: needs product-level data")
    ] * 2


def test_a_value_that_rests_on_nothing_it_names_is_withheld(computed: Computed) -> None:
    one = computed(FUEL, slices='[{ flow = "import" }]').get("own.x:KGZ:2023")

    assert one is not None
    assert (one.value, one.inputs) == (None, ())
    assert one.problems[0].message == "has no value: the slices it is said to rest on have no rows"


def test_a_null_is_a_gap_and_never_zero(computed: Computed) -> None:
    one = computed("SELECT reporter AS subject, period, sum(value) FILTER (product = '99') AS value FROM products GROUP BY ALL").get(
        "own.x:KGZ:2023"
    )

    assert one is not None
    assert one.value is None
    assert one.problems[0].message == "has no value: the query gives no value"


@pytest.mark.parametrize(
    ("sql", "cause"),
    [
        ("SELECT reporter AS subjekt, period, value FROM products", 'Referenced column "subject" not found'),
        ("SELECT reporter AS subject, period, value FROM product", "reads 'product' (did you mean 'products'?)"),
        ("SELECT reporter AS subject, period, value FROM products", "two rows for subject 'KGZ' and period 2023"),
        ("SELECT 'a:b' AS subject, '2023' AS period, 1 AS value", "subject 'a:b' is no subject"),
        ("SELECT NULL AS subject, '2023' AS period, 1 AS value", "subject None is no subject"),
        ("SELECT 'KGZ' AS subject, '23' AS period, 1 AS value", "'23' is no period"),
        ("SELECT 'KGZ' AS subject, '2023-05' AS period, 1 AS value", "period 2023-05 is not of the declared frequency A"),
        ("SELECT 'KGZ' AS subject, '2023' AS period, 1 / 3 AS value", "the columns value are floating-point numbers"),
        ("SELECT 'KGZ' AS subject, '2023' AS period, true AS value", "value True is not exact"),
        ("SELECT 'KGZ' AS subject, '2023' AS period, 1 AS value; DROP TABLE products", "syntax error"),
    ],
)
def test_a_query_that_gives_no_readings_is_refused_by_name(computed: Computed, sql: str, cause: str) -> None:
    told = refused(computed, sql)

    assert told.startswith("indicator.own.x: sql: ")
    assert cause in told


def test_a_monthly_query_says_so(computed: Computed) -> None:
    found = computed(
        "SELECT 'KGZ' AS subject, period || '-05' AS period, sum(value) AS value FROM products GROUP BY ALL", more='frequency = "M"'
    )

    assert [str(one.period) for one in found] == ["2022-05", "2023-05"]


def test_a_query_may_rest_on_other_readings(tmp_path: Path, partnership: PartnershipConfig, stored: Stored) -> None:
    path = tmp_path / "indicators.toml"
    path.write_text(
        '[indicator."own.a"]\nquestion = "A?"\nunit = "USD"\nslices = [{ flow = "export" }]\n'
        f'sql = "{FUEL}"\n'
        '[indicator."own.b"]\nquestion = "B?"\nunit = "USD"\ninputs = { a = "own.a" }\n'
        "sql = \"SELECT 'KGZ' AS subject, '2023' AS period, 1 AS value\"\n",
        encoding="utf-8",
    )
    found = all_definitions(path)
    one = compute(stored(ROWS), partnership, AS_OF, {name: found[name] for name in ("own.a", "own.b")}).get("own.b:KGZ:2023")

    assert one is not None
    assert (one.value, one.inputs, one.source_ids, one.status) == (Decimal(1), ("own.a:KGZ:2023",), ("customs",), Status.PROVISIONAL)
