import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from bilan.errors import SourceError, StoreError
from bilan.store import products
from bilan.store.done import Ingest
from bilan.store.locked import Limits
from bilan.store.parquet import Store
from bilan.store.products_check import Profile
from bilan.store.products_check import profile as read_through
from bilan.store.products_file import ProductFile
from bilan.store.products_log import LOG, Entry, Taken
from bilan.store.products_model import ProductMapping
from bilan.store.view import View

Row = Mapping[str, str]
Product = Callable[..., Row]
Deliver = Callable[..., Ingest]
Moment = Callable[[int], datetime]
FREQUENCY = "CASE WHEN length(period) = 4 THEN 'A' ELSE 'M' END"
LATER = date(2027, 1, 1)
NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
INGEST = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from bilan.store.parquet import Store
from bilan.store.products_model import ProductMapping
store, name = Store(Path(sys.argv[1])), sys.argv[2]
for number in range(4):
    path = Path(f"{sys.argv[1]}-{name}-{number}.csv")
    rows = [f"KGZ,KAZ,import,27011{product},2023-07,{number * 10 + product},USD,2023-{number + 1:02d}-01,{name}" for product in range(5)]
    path.write_text("reporter,partner,flow,product,period,value,unit,published_on,source_id\\n" + "\\n".join(rows) + "\\n")
    store.ingest_products(path, ProductMapping(value_map={"reporter": {"KGZ": name}}), datetime(2026, 11, 1, number, tzinfo=UTC))
"""
CRASH = "import os, bilan.store.products as products\nproducts.commit = lambda folder, entry: os._exit(9)\n" + INGEST


def values(store: Store, as_of: date = LATER) -> list[tuple[str, str, Decimal | None]]:
    return rows(store.as_of(as_of))


def rows(view: View) -> list[tuple[str, str, Decimal | None]]:
    return view.query("SELECT product, period, value FROM products ORDER BY ALL")


def sums(view: View) -> list[tuple[object, ...]]:
    """What is kept by month and by year."""
    kept = view.query("SELECT reporter, chapter, digits::BIGINT, period, value, quantity, rows, missing FROM product_months ORDER BY ALL")
    return kept + view.query("SELECT reporter, product, frequency, year, value, quantity, rows, missing FROM product_years ORDER BY ALL")


def sums_anew(view: View) -> list[tuple[object, ...]]:
    """The same from the rows themselves."""
    counts = "coalesce(sum(value), 0)::DECIMAL(38, 4), sum(quantity)::DECIMAL(38, 4), count(value), count(*) - count(value)"
    months = view.query(f"SELECT reporter, left(product, 2), length(product), period, {counts} FROM products GROUP BY ALL ORDER BY ALL")  # noqa: S608
    return months + view.query(f"SELECT reporter, product, {FREQUENCY}, left(period, 4), {counts} FROM products GROUP BY ALL ORDER BY ALL")  # noqa: S608


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_takes_a_table_in_and_gives_every_digit_back(store: Store, deliver: Deliver, product: Product, kind: str) -> None:
    done = deliver(product("862.1801"), product("0.1", product="2710"), product("-12345678901234", product="72"), kind=kind)

    assert done == Ingest(added=3)
    assert [one[2] for one in values(store)] == [Decimal("862.1801"), Decimal("0.1"), Decimal(-12345678901234)]


def test_adds_nothing_for_a_file_it_knows(store: Store, deliver: Deliver, product: Product) -> None:
    deliver(product(), product("1", product="2710"))

    assert deliver(product(), product("1", product="2710"), day=1) == Ingest(unchanged=2)
    assert len(list((store.folder / "products" / LOG).iterdir())) == 1


def test_adds_only_the_new_rows_of_a_file_that_repeats_others(deliver: Deliver, product: Product) -> None:
    deliver(product(), product("1", product="2710"))

    assert deliver(product(), product("1", product="2710"), product("5", period="2023-08"), day=1) == Ingest(added=1, unchanged=2)
    assert deliver(product(published_on="2023-12-01"), day=2) == Ingest(unchanged=1)


def test_takes_another_value_published_later_as_a_new_vintage(store: Store, deliver: Deliver, product: Product) -> None:
    deliver(product("800"))
    deliver(product("862.18", "2024-03-15"), day=1)

    assert values(store, date(2024, 3, 14)) == [("270119", "2023-07", Decimal(800))]
    assert values(store) == [("270119", "2023-07", Decimal("862.18"))]


def test_puts_a_vintage_that_arrives_late_into_its_place(store: Store, deliver: Deliver, product: Product) -> None:
    deliver(product("862.18", "2024-03-15"))
    deliver(product("800"), day=1)

    assert values(store, date(2024, 3, 14)) == [("270119", "2023-07", Decimal(800))]
    assert values(store) == [("270119", "2023-07", Decimal("862.18"))]
    early = store.as_of(date(2024, 1, 1))
    assert sums(early) == sums_anew(early)


def test_lets_the_last_edit_of_one_day_win_and_remembers_the_earlier(
    store: Store, deliver: Deliver, product: Product, moment: Moment
) -> None:
    for day, value in enumerate(("800", "862.18", "800")):
        assert deliver(product(value), product(str(day), product="72", period="2022"), day=day).added == 2

    assert values(store)[0][2] == Decimal(800)
    assert rows(store.as_of(LATER, moment(1)))[0][2] == Decimal("862.18")


def test_a_withdrawn_value_is_missing_until_it_is_restored(store: Store, deliver: Deliver, product: Product) -> None:
    deliver(product("862.18"), product("", "2024-01-10", status="withdrawn"), product("870", "2024-02-10"))

    assert values(store, date(2024, 1, 9))[0][2] == Decimal("862.18")
    assert values(store, date(2024, 1, 10))[0][2] is None
    assert values(store)[0][2] == Decimal(870)


def test_an_absent_row_is_no_withdrawal(store: Store, deliver: Deliver, product: Product) -> None:
    deliver(product(), product("1", product="2710"))
    deliver(product("900", "2024-03-15"), day=1)

    assert [one[2] for one in values(store)] == [Decimal(900), Decimal(1)]


def test_a_date_known_only_to_its_month_counts_from_the_end_of_it(store: Store, deliver: Deliver, product: Product) -> None:
    deliver(product(published_on="2023-09"))

    assert values(store, date(2023, 9, 29)) == []
    assert len(values(store, date(2023, 9, 30))) == 1


def test_takes_in_nothing_of_a_file_with_one_mistake(store: Store, deliver: Deliver, product: Product) -> None:
    with pytest.raises(SourceError):
        deliver(product(), product("1,5", product="2710"))

    assert not store.as_of(LATER).has_products
    assert [one.name for one in (store.folder / "products").iterdir()] == []


def test_takes_in_nothing_of_a_file_somebody_writes_to_meanwhile(
    store: Store, product: Product, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("delivery.csv", [product("800")])

    def profile(file: ProductFile) -> Profile:
        found = read_through(file)
        write("delivery.csv", [product("862.18"), product(product="72")])
        return found

    monkeypatch.setattr(products, "profile", profile)
    with pytest.raises(StoreError, match=r"delivery.csv: was written to while it was read") as caught:
        store.ingest_products(path, ProductMapping(), NOON)
    assert caught.value.hint == "ingest again when it is whole; nothing was taken in"
    assert values(store) == []


def test_names_a_file_that_is_not_there(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"trade\.csv: cannot be read: No such file"):
        store.ingest_products(tmp_path / "trade.csv", ProductMapping(), NOON)


def test_a_new_month_leaves_the_sums_of_other_years_where_they_are(store: Store, deliver: Deliver, product: Product) -> None:
    deliver(product("1", period="2022-07"), product("2", period="2023-07"), product("3", period="2023-08"))
    deliver(product("4", period="2023-09"), product("5", period="2023-08", published_on="2024-01-01"), day=1)

    newest = max((store.folder / "products" / LOG).iterdir()).read_text(encoding="utf-8")
    assert '"known_from": {"2023-08": "2024-01-01", "2023-09": "2023-09-15", "Y2023": "2024-01-01"}' in newest
    view = store.as_of(LATER)
    assert sums(view) == sums_anew(view)
    assert ("KGZ", "270119", "M", "2023", Decimal(11), None, 3, 0) in sums(view)


def test_two_threads_give_what_one_gives(tmp_path: Path, product: Product, write: Callable[..., Path]) -> None:
    path = write(
        "table.parquet", [product(str(number % 7), product=f"{number % 50:04d}", period=str(1900 + number // 50)) for number in range(4000)]
    )
    found = []
    for threads in (1, 2):
        store = Store(tmp_path / str(threads), Limits(threads=threads))
        store.ingest_products(path, ProductMapping(), NOON)
        found.append((values(store), sums(store.as_of(LATER))))

    assert found[0] == found[1]


def test_loses_nothing_when_processes_take_tables_in_at_the_same_time(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    folder = tmp_path / "store"
    running = [
        subprocess.Popen([sys.executable, "-c", INGEST, str(folder), name], env=environment)  # noqa: S603  our own script
        for name in ("AAA", "BBB")
    ]

    assert [process.wait(timeout=120) for process in running] == [0, 0]
    rows = (
        Store(folder).as_of(LATER).query("SELECT reporter, sum(value)::BIGINT, count(*) FROM products GROUP BY reporter ORDER BY reporter")
    )
    assert rows == [("AAA", 160, 5), ("BBB", 160, 5)]
    assert len(list((folder / "products" / LOG).glob("*.json"))) == 8
    view = Store(folder).as_of(LATER)
    assert sums(view) == sums_anew(view)


def test_is_whole_after_a_process_died_before_its_entry_counted(tmp_path: Path, product: Product, write: Callable[..., Path]) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    folder = tmp_path / "store"
    command = [sys.executable, "-c", CRASH, str(folder), "AAA"]

    assert subprocess.run(command, env=environment, check=False).returncode == 9  # noqa: S603  our own script
    store = Store(folder)
    assert not store.as_of(LATER).has_products
    left = {one for one in (folder / "products").iterdir() if one.name != LOG}
    assert {one.suffix for one in left} == {".part", ".parquet"}
    for one in left:
        os.utime(one, (0, 0))
    store.ingest_products(write("table.csv", [product()]), ProductMapping(), NOON)
    assert not left & set((folder / "products").iterdir())


def test_starts_over_when_another_process_wrote_meanwhile(
    store: Store, deliver: Deliver, product: Product, moment: Moment, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliver(product("1"))
    deliver(product("2", "2024-05-01"), day=1)
    meanwhile = iter([lambda: Store(store.folder).compact(moment(2))])

    def profile(file: ProductFile) -> Profile:
        found = read_through(file)
        next(meanwhile, lambda: None)()
        return found

    monkeypatch.setattr(products, "profile", profile)
    assert deliver(product("3", "2024-06-01"), day=3) == Ingest(added=1)
    assert [values(store, date(2024, month, 2))[0][2] for month in (4, 5, 6)] == [1, 2, 3]
    view = store.as_of(LATER)
    assert sums(view) == sums_anew(view)
    assert [one.name for one in (store.folder / "products").glob("*.part")] == []


def test_gives_up_when_others_write_all_the_time(deliver: Deliver, product: Product, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(folder: Path, entry: Entry) -> None:
        raise Taken(folder, entry)

    monkeypatch.setattr(products, "commit", taken)
    monkeypatch.setattr(products, "_AGAIN", 3)
    with pytest.raises(StoreError, match="products: other processes write all the time"):
        deliver(product())


def test_says_that_the_store_cannot_be_written(store: Store, deliver: Deliver, product: Product) -> None:
    store.folder.mkdir()
    (store.folder / "products").write_text("a file", encoding="utf-8")

    with pytest.raises(StoreError, match="products: cannot be written: ") as caught:
        deliver(product())
    assert caught.value.hint == "check space and permissions; nothing was changed"


def test_says_that_what_is_known_cannot_be_read(store: Store, deliver: Deliver, product: Product) -> None:
    deliver(product("1"))
    for path in (store.folder / "products").glob("*.parquet"):
        path.unlink()

    with pytest.raises(StoreError, match="products: cannot be written: "):
        deliver(product("2", "2024-05-01"), day=1)


DAYS = ("2024-01-10", "2024-02-10", "2024-03-10")
VINTAGE = some.tuples(some.sampled_from(["27", "2701", "72"]), some.sampled_from(["2022-12", "2023-01", "2023"]), some.sampled_from(DAYS))
DELIVERY = some.dictionaries(VINTAGE, some.one_of(some.none(), some.integers(0, 3)), min_size=1, max_size=8)


Deliveries = list[dict[tuple[str, str, str], int | None]]


def told(deliveries: Deliveries, as_of: str) -> list[tuple[str, str, Decimal | None]]:
    """What counts on a day, row by row; a row that repeats the vintage before it says nothing."""
    known: dict[tuple[str, str], list[tuple[str, int, int | None]]] = {}
    for day, delivery in enumerate(deliveries):
        for (code, period, published), value in sorted(delivery.items(), key=lambda item: item[0]):
            vintages = known.setdefault((code, period), [])
            before = [one for one in sorted(vintages, key=lambda one: one[:2]) if one[0] <= published]
            if not before or before[-1][2] != value:
                vintages.append((published, day, value))
    found = {key: [one for one in vintages if one[0] <= as_of] for key, vintages in known.items()}
    last = {key: max(vintages, key=lambda one: one[:2])[2] for key, vintages in found.items() if vintages}
    return sorted((code, period, None if value is None else Decimal(value)) for (code, period), value in last.items())


@settings(max_examples=8, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deliveries=some.lists(DELIVERY, min_size=1, max_size=3))
def test_every_view_is_what_a_list_of_all_vintages_says_before_and_after_compaction(
    deliveries: Deliveries,
    tmp_path_factory: pytest.TempPathFactory,
    product: Product,
    write: Callable[..., Path],
    moment: Moment,
) -> None:
    store = Store(tmp_path_factory.mktemp("law"))
    for day, delivery in enumerate(deliveries):
        table = [
            product(
                "" if value is None else str(value),
                published,
                product=code,
                period=period,
                status="final" if value is not None else "withdrawn",
            )
            for (code, period, published), value in delivery.items()
        ]
        store.ingest_products(write("delivery.csv", table), ProductMapping(), moment(day))

    for compacted in (False, True):
        if compacted:
            store.compact(moment(9))
        for as_of in DAYS:
            for seen in range(len(deliveries)):
                view = store.as_of(date.fromisoformat(as_of), moment(seen))
                assert rows(view) == told(deliveries[: seen + 1], as_of), (compacted, as_of, seen)
                assert sums(view) == sums_anew(view), (compacted, as_of, seen)
