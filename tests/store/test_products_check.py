from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from bilan.errors import SourceError
from bilan.store.done import Ingest
from bilan.store.parquet import Store
from bilan.store.products_file import HINT
from bilan.store.products_model import ProductMapping

Row = Mapping[str, str]
Product = Callable[..., Row]
Deliver = Callable[..., Ingest]
NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)


def refused(deliver: Deliver, *rows: Row, **mapping: object) -> tuple[str, ...]:
    with pytest.raises(SourceError) as caught:
        deliver(*rows, **mapping)
    assert caught.value.where.startswith("delivery.")
    assert caught.value.hint == HINT
    return caught.value.mistakes


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("1,5", "'1,5' has a comma: write digits and one decimal point only"),
        ("1 317.884", "'1 317.884' has spaces between digits: write 1317.884"),
        ("about 5", "'about 5' is no decimal: digits and one point only"),
        ("NaN", "'NaN' is no decimal: digits and one point only"),
        ("0.00001", "'0.00001' does not fit: at most 14 digits before the point and 4 after it; choose another unit"),
        ("123456789012345", "'123456789012345' does not fit: at most 14 digits before the point and 4 after it; choose another unit"),
    ],
)
def test_refuses_an_amount_that_is_no_decimal_of_ours(deliver: Deliver, product: Product, written: str, fault: str) -> None:
    assert refused(deliver, product(), product(written, product="72")) == (f"line 3: value: {fault}",)


def test_tells_all_mistakes_at_once_with_lines_in_the_words_of_the_file(deliver: Deliver, product: Product) -> None:
    rows = [
        {**product(), "who": "", "reporter": "KGZ"},
        {**product(flow="imports", period="2023-13"), "who": "KGZ", "reporter": "KGZ"},
        {**product("1,5", published_on="", quantity="x"), "who": "KGZ", "reporter": "KGZ"},
    ]

    assert refused(deliver, *rows, column={"reporter": "who"}, ignore=("reporter",)) == (
        "line 2: who: is missing: '' says nothing; fill the cell",
        "line 3: flow: 'imports' is not known (did you mean 'import'?); write export or import, or translate it under value-map",
        "line 3: period: '2023-13' is no period: write 2023, 2023-Q2, 2023-07 or 2023-M01..M07",
        "line 4: published_on: '' is blank; write it, or set undated-from in the meta file",
        "line 4: value: '1,5' has a comma: write digits and one decimal point only",
        "line 4: quantity: 'x' is no decimal: digits and one point only",
        "line 4: quantity: 'x' has no unit; fill quantity_unit",
    )


def test_names_twenty_lines_of_many_and_counts_the_rest(deliver: Deliver, product: Product) -> None:
    mistakes = refused(deliver, *(product("1,5", product=str(number)) for number in range(10, 40)))

    assert len(mistakes) == 21
    assert mistakes[-1] == "value: and 10 more of the kind"


def test_refuses_one_key_with_two_contents_on_one_day(deliver: Deliver, product: Product) -> None:
    assert refused(deliver, product(), product("1", product="72"), product("900")) == (
        "line 4: KGZ KAZ import 270119 2023-07 stands on line 2 already with another content",
    )


def test_takes_a_row_given_twice_once(deliver: Deliver, product: Product) -> None:
    assert deliver(product(), product()) == Ingest(added=1, unchanged=1)


def test_refuses_a_value_in_a_withdrawn_row(deliver: Deliver, product: Product) -> None:
    assert refused(deliver, product(status="withdrawn")) == (
        "line 2: value: '862.18' stands in a withdrawn row; leave it blank, or give another status",
    )


def test_takes_a_blank_value_as_missing_and_never_as_zero(store: Store, deliver: Deliver, product: Product) -> None:
    deliver(product(""), product("0", product="72"))

    rows = store.as_of(datetime(2027, 1, 1, tzinfo=UTC).date()).query("SELECT product, value FROM products ORDER BY product")
    assert [(code, value is None) for code, value in rows] == [("270119", True), ("72", False)]


def test_counts_rows_of_a_parquet_file_from_one(deliver: Deliver, product: Product) -> None:
    assert refused(deliver, product("1,5"), kind="parquet") == (
        "line 1: value: '1,5' has a comma: write digits and one decimal point only",
    )


@pytest.mark.parametrize("value", ["100000000000000", "-100000000000000"])
def test_refuses_an_amount_of_a_parquet_file_that_is_too_large(
    store: Store, tmp_path: Path, product: Product, write: Callable[..., Path], value: str
) -> None:
    table, path = write("table.csv", [product(), product(value, product="72")]), tmp_path / "table.parquet"
    duckdb.execute(f"COPY (SELECT * REPLACE (value::DECIMAL(20, 2) AS value) FROM read_csv('{table}', all_varchar = true)) TO '{path}'")  # noqa: S608

    with pytest.raises(SourceError) as caught:
        store.ingest_products(path, ProductMapping(), NOON)
    fault = "does not fit: at most 14 digits before the point and 4 after it; choose another unit"
    assert caught.value.mistakes == (f"line 2: value: '{value}.00' {fault}",)


def test_refuses_an_empty_delivery(deliver: Deliver) -> None:
    with pytest.raises(SourceError, match="holds no rows"):
        deliver()


def test_says_on_which_line_a_file_cannot_be_read(store: Store, tmp_path: Path, product: Product, write: Callable[..., Path]) -> None:
    path = write("table.csv", [product(), product("1", product="72")])
    path.write_text(path.read_text(encoding="utf-8") + "KGZ,KAZ\n", encoding="utf-8")

    with pytest.raises(SourceError, match=r"cannot be read: line 4: "):
        store.ingest_products(path, ProductMapping(), NOON)
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".part"] == []
