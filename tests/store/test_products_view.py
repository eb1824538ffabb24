from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal

import pytest

from bilan.errors import DefinitionError, StoreError
from bilan.model import Evidence, Observation, Status
from bilan.period import Period
from bilan.store.done import Ingest
from bilan.store.parquet import Store

Make = Callable[..., Observation]
Moment = Callable[[int], datetime]
Product = Callable[..., Mapping[str, str]]
Deliver = Callable[..., Ingest]
LATER = date(2027, 1, 1)
YEAR, JULY = Period.parse("2023"), Period.parse("2023-07")


def test_without_product_tables_there_are_none_and_statistics_can_be_asked(store: Store, make: Make, moment: Moment) -> None:
    forecast = make("b2", "1800", evidence=Evidence.FORECAST)
    store.ingest([make("b1", "1317.884"), forecast], moment(0))
    view = store.as_of(LATER)

    assert not view.has_products
    assert view.query("SELECT * FROM products") == view.query("SELECT * FROM product_years") == []
    rows = view.query("SELECT * FROM observations WHERE reporter = ?", ["KGZ"])
    assert rows == [("trade", "KGZ", "KAZ", "total", "TOTAL", "A", "2023", Decimal("1317.884"), "USD_million", "exact", "final")]
    assert not (store.folder / "products").exists()


def test_says_whether_a_row_was_known_on_the_day(store: Store, deliver: Deliver, product: Product) -> None:
    deliver(product())

    assert not store.as_of(date(2023, 9, 14)).has_products
    assert store.as_of(date(2023, 9, 15)).has_products


def test_a_query_sees_nothing_of_later_days(store: Store, deliver: Deliver, product: Product) -> None:
    deliver(product("800"), product("862.18", "2024-03-15"))
    view = store.as_of(date(2024, 1, 1))

    assert view.query("SELECT value, published_on FROM products") == [(Decimal(800), date(2023, 9, 15))]
    assert view.query("SELECT value FROM product_months") == view.query("SELECT value FROM product_years") == [(Decimal(800),)]
    with pytest.raises(DefinitionError):
        view.query(f"SELECT * FROM read_parquet('{store.folder}/products/*.parquet')")  # noqa: S608


def test_a_slice_names_its_rows_by_their_content(store: Store, deliver: Deliver, product: Product) -> None:
    deliver(product("1.50"), product("2", product="72", source_id="bank;customs", status="provisional", published_on="2023-10-01"))
    one = store.as_of(LATER).slice("KGZ", "KAZ", "import", JULY)

    assert one.id.startswith("products/KGZ/KAZ/import/2023-07#")
    assert len(one.id.partition("#")[2]) == 16
    assert (one.rows, one.total, one.unit) == (2, None, "") or (one.rows, one.total, one.unit) == (2, Decimal("1.5"), "USD")
    assert (one.source_ids, one.published_on, one.status) == (("bank", "customs"), date(2023, 10, 1), Status.PROVISIONAL)
    assert store.as_of(LATER).slice("KGZ", "KAZ", "import", YEAR).rows == 2


def test_the_name_of_a_slice_changes_with_its_content_and_with_nothing_else(store: Store, deliver: Deliver, product: Product) -> None:
    def named() -> str:
        return store.as_of(LATER).slice("KGZ", "KAZ", "import", YEAR).id

    deliver(product("1"), product("2", product="72"))
    first = named()
    deliver(product("2", product="72"), product("5", flow="export"), product("1"), day=1)
    assert named() == first
    deliver(product("3", "2024-05-01"), day=2)
    assert named() != first


def test_a_slice_sums_the_most_detailed_codes_and_never_years_with_months(store: Store, deliver: Deliver, product: Product) -> None:
    deliver(
        product("10", product="TOTAL"),
        product("4", product="2701"),
        product("5", product="7201"),
        product("9", product="27", period="2023"),
    )
    view = store.as_of(LATER)

    assert view.slice("KGZ", "KAZ", "import", JULY).total == Decimal(10)
    assert view.slice("KGZ", "KAZ", "import", YEAR).total == Decimal(9)


def test_the_world_is_a_partner_under_two_names(store: Store, deliver: Deliver, product: Product) -> None:
    deliver(product("1", partner=""), product("2", partner="WLD", product="72"))
    view = store.as_of(LATER)

    assert view.slice("KGZ", "", "import", JULY) == view.slice("KGZ", "WLD", "import", JULY)
    assert view.slice("KGZ", "", "import", JULY).rows == 2
    assert view.query("SELECT DISTINCT partner FROM products") == [("WLD",)]


def test_a_slice_of_nothing_has_no_rows(store: Store, deliver: Deliver, product: Product) -> None:
    deliver(product())
    one = store.as_of(LATER).slice("KAZ", "KGZ", "export", YEAR)

    assert (one.rows, one.total, one.source_ids, one.published_on) == (0, None, (), None)


def test_the_version_of_a_view_changes_with_the_product_files(store: Store, deliver: Deliver, product: Product, moment: Moment) -> None:
    empty = store.as_of(LATER).version
    deliver(product("1"))
    first = store.as_of(LATER)
    deliver(product("2", "2024-05-01"), day=1)

    assert len({empty, first.version, store.as_of(LATER).version}) == 3
    assert store.as_of(LATER, moment(0)).version == first.version
    assert first.seen_by == moment(0)


def test_a_view_outlives_a_compaction(store: Store, deliver: Deliver, product: Product, moment: Moment) -> None:
    deliver(product("1"))
    deliver(product("2", "2024-05-01"), day=1)
    view = store.as_of(LATER)
    before = view.query("SELECT * FROM products")
    assert Store(store.folder).compact(moment(2)).files_after == 2

    assert view.query("SELECT * FROM products") == before


def test_names_a_file_that_is_damaged(store: Store, deliver: Deliver, product: Product) -> None:
    deliver(product())
    for path in (store.folder / "products").glob("*.parquet"):
        path.write_bytes(path.read_bytes()[:-8])

    with pytest.raises(StoreError, match="is damaged: it has another size than was written"):
        _ = store.as_of(LATER).has_products


def test_names_a_file_that_is_gone(store: Store, deliver: Deliver, product: Product) -> None:
    deliver(product())
    for path in (store.folder / "products").glob("*.parquet"):
        path.unlink()

    with pytest.raises(StoreError, match="products: cannot be read: ") as caught:
        store.as_of(LATER).query("SELECT * FROM products")
    assert caught.value.hint == "run the command again; if it stays, ingest the product tables again"
