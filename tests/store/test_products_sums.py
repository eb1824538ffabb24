from datetime import date, datetime
from pathlib import Path

import duckdb

from bilan.store.products_asof import KINDS
from bilan.store.products_log import Entry
from bilan.store.products_sums import kept_sql, months_sql, sums_as_of, year_of, years_sql

SEEN = datetime(2026, 11, 1)  # noqa: DTZ001  moments of the store are UTC without a zone
LATER = datetime(2026, 12, 1)  # noqa: DTZ001
FOLDER = Path("products")
ENTRIES = (
    Entry(1, SEEN, SEEN, sums="one", known_from={"2022-12": date(2023, 2, 1), "Y2022": date(2023, 2, 1)}),
    Entry(2, LATER, LATER, sums="two", known_from={"2022-12": date(2024, 7, 1), "2023-01": date(2024, 7, 1), "Y2023": date(2024, 7, 1)}),
)


def rows(*told: tuple[str, str, str | None]) -> str:
    """A SELECT of rows with these products, periods and values."""
    names = ", ".join(f"NULL::{kind} AS {name}" for name, kind in KINDS.items() if name not in ("product", "period", "value"))
    cells = ", ".join(f"('{product}', '{period}', {value or 'NULL'}::DECIMAL(18, 4))" for product, period, value in told)
    return f"SELECT *, {names} FROM (VALUES {cells}) AS t(product, period, value)"  # noqa: S608


def test_sums_months_by_chapter_and_years_by_product() -> None:
    given = rows(("2701", "2023-07", "1.5"), ("2702", "2023-07", "2"), ("27", "2023-07", "9"), ("TOTAL", "2023-07", None))
    months = duckdb.execute(f"SELECT product, digits, period, value, rows, missing FROM ({months_sql(given)}) ORDER BY ALL").fetchall()  # noqa: S608
    years = duckdb.execute(f"SELECT product, digits, frequency, period, rows FROM ({years_sql(given)}) ORDER BY ALL").fetchall()  # noqa: S608

    assert [(*one[:3], str(one[3]), *one[4:]) for one in months] == [
        ("27", 2, "2023-07", "9.0000", 1, 0),
        ("27", 4, "2023-07", "3.5000", 2, 0),
        ("TOTAL", 0, "2023-07", "0.0000", 0, 1),
    ]
    assert years == [("27", 2, "M", "2023", 1), ("2701", 4, "M", "2023", 1), ("2702", 4, "M", "2023", 1), ("TOTAL", 0, "M", "2023", 0)]


def test_never_adds_years_to_quarters_or_months() -> None:
    given = rows(("27", "2023", "4"), ("27", "2023-Q1", "3"), ("27", "2023-01", "2"))
    years = duckdb.execute(f"SELECT frequency, value::INTEGER FROM ({years_sql(given)}) ORDER BY ALL").fetchall()  # noqa: S608

    assert years == [("A", 4), ("M", 2), ("Q", 3)]


def test_keeps_sums_under_the_name_of_their_year() -> None:
    assert {year_of(period) for period in ("2023", "2023-Q2", "2023-07")} == {"Y2023"}


def test_reads_each_sum_from_the_newest_entry_that_has_it() -> None:
    assert [part.split("'")[1] for part in kept_sql(FOLDER, ENTRIES, "M", ["2022-12", "2023-01"])] == ["products/two"]
    assert [part.split("'")[1] for part in kept_sql(FOLDER, ENTRIES, "Y", ["Y2022", "Y2023"])] == ["products/one", "products/two"]


def test_names_only_the_periods_that_are_fewer() -> None:
    day, years = date(2024, 7, 1), ("Y2021", "Y2022", "Y2023")

    def asked(*newer: str) -> list[str]:
        first = Entry(1, SEEN, SEEN, sums="one", known_from=dict.fromkeys((*years, "2023-01"), day))
        second = Entry(2, LATER, LATER, sums="two", known_from=dict.fromkeys(newer, day))
        return [part.split("WHERE ")[1] for part in kept_sql(FOLDER, (first, second), "Y", years)]

    assert asked() == ["grain = 'Y'"]
    assert asked("Y2023") == ["grain = 'Y' AND period NOT IN ('2023')", "grain = 'Y'"]
    assert asked("Y2022", "Y2023") == ["grain = 'Y' AND period IN ('2021')", "grain = 'Y'"]


def test_reads_kept_sums_where_they_hold_and_the_rows_where_they_do_not() -> None:
    whole = sums_as_of(FOLDER, ENTRIES, "Y", date(2024, 7, 1), LATER)
    early = sums_as_of(FOLDER, ENTRIES, "Y", date(2024, 6, 30), LATER)
    unseen = sums_as_of(FOLDER, ENTRIES, "M", date(2024, 7, 1), SEEN)

    assert "FROM products" not in whole
    assert "IN ('Y2023')" in early
    assert "'products/one'" in early
    assert "IN ('2022-12', '2023-01')" in unseen
    assert "read_parquet" not in unseen
