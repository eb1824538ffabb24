"""How rows become years: the twelve-month rule, levels of the classification, missing and zero, units, status."""

import gc
import runpy
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bilan.config.models import PartnershipConfig
from bilan.indicators import products_data
from bilan.indicators.context import Context
from bilan.indicators.expression import Missing
from bilan.indicators.products_data import Breakdown, Breakdowns, Key, breakdowns, common_level, slice_of
from bilan.model import Status
from bilan.period import Period

TABLES = runpy.run_path(str(Path(__file__).with_name("product_tables.py")))
AS_OF, ProductTable, row, months = (TABLES[name] for name in ("AS_OF", "ProductTable", "row", "months"))
SOLD: Key = ("KGZ", "KAZ", "export")
Y2023 = Period.parse("2023")
Read = Callable[..., Breakdowns]


@pytest.fixture
def read(partnership: PartnershipConfig) -> Read:
    """Breakdowns of rows; `as_of` and `world` as they are read."""

    def _read(*rows: tuple[object, ...], as_of: date = AS_OF, world: bool = False) -> Breakdowns:
        return breakdowns(Context(ProductTable(rows), partnership, as_of, {}), world=world)

    return _read


def only(found: Breakdowns) -> Breakdown:
    assert list(found) == [SOLD]
    assert list(found[SOLD]) == [Y2023]
    return found[SOLD][Y2023]


def test_twelve_months_make_a_year(read: Read) -> None:
    one = only(read(*months("KGZ>KAZ", "27", "2023", "1.5"), row("KGZ>KAZ", "72", "2023-04", "7")))

    assert one.values(2) == {"27": Decimal(18), "72": Decimal(7)}
    assert (one.fault, one.level, one.gaps) == ("", 2, frozenset())


def test_eleven_months_of_a_year_that_is_over_are_no_year(read: Read) -> None:
    one = only(read(*months("KGZ>KAZ", "27", "2023", "1.5", without="2023-07")))

    assert one.fault == "2023 has 11 of 12 months by product"
    with pytest.raises(Missing, match="2023 has 11 of 12 months by product"):
        one.values(2)


def test_the_running_year_gives_nothing_and_borrows_no_months_of_the_year_before(read: Read) -> None:
    half = [row("KGZ>KAZ", "27", f"2024-{month:02d}", "1") for month in range(1, 7)]

    assert list(read(*months("KGZ>KAZ", "27", "2023", "1"), *half, as_of=date(2024, 12, 31))[SOLD]) == [Y2023]


def test_annual_rows_speak_before_monthly_ones(read: Read) -> None:
    one = only(read(*months("KGZ>KAZ", "27", "2023", "1"), row("KGZ>KAZ", "27", "2023", "12.7")))

    assert one.values(2) == {"27": Decimal("12.7")}


def test_the_most_detailed_complete_level_is_read_and_no_line_twice(read: Read) -> None:
    fine = [row("KGZ>KAZ", "270400", "2023", "3"), row("KGZ>KAZ", "270900", "2023", "4")]
    total = [row("KGZ>KAZ", "27", "2023", "7"), row("KGZ>KAZ", "TOTAL", "2023", "7")]
    one = only(read(*fine, *total))

    assert one.level == 6
    assert one.values(6) == {"270400": Decimal(3), "270900": Decimal(4)}
    assert one.values(2) == {"27": Decimal(7)}


def test_a_level_that_lacks_months_gives_way_to_a_coarser_one(read: Read) -> None:
    fine = months("KGZ>KAZ", "270400", "2023", "1", without="2023-01")

    assert only(read(*fine, *months("KGZ>KAZ", "27", "2023", "2"))).values(2) == {"27": Decimal(24)}


def test_a_product_without_a_row_was_not_traded_but_a_withdrawn_value_is_missing(read: Read) -> None:
    withdrawn = row("KGZ>KAZ", "72", "2023", None, status="withdrawn")
    one = only(read(row("KGZ>KAZ", "27", "2023", "5"), withdrawn))

    assert one.values(2) == {"27": Decimal(5)}
    assert one.gaps == {"72"}
    assert one.unknown("72")
    assert not one.unknown("27")
    assert not one.unknown("10")


def test_an_absent_month_is_missing_where_the_table_writes_its_zeros_out(read: Read) -> None:
    written = [*months("KGZ>KAZ", "27", "2023", "1"), *months("KGZ>KAZ", "72", "2023", "0")]
    short = months("KGZ>KAZ", "10", "2023", "1", without="2023-02")

    assert only(read(*written, *short)).gaps == {"10"}
    assert only(read(*written[:12], *short)).gaps == frozenset()


def test_units_of_dollars_are_brought_together_and_others_refused(read: Read) -> None:
    mixed = [row("KGZ>KAZ", "27", "2023", "1.5", unit="USD_million"), row("KGZ>KAZ", "72", "2023", "10")]

    assert only(read(*mixed)).values(2) == {"27": Decimal(1_500_000), "72": Decimal(10)}
    assert only(read(row("KGZ>KAZ", "27", "2023", "1", unit="KGS"))).fault == "unit 'KGS' is no amount of US dollars"


@pytest.mark.parametrize(
    ("statuses", "weakest"),
    [(("final", "final"), Status.FINAL), (("final", "estimated"), Status.ESTIMATED), (("provisional", "estimated"), Status.PROVISIONAL)],
)
def test_a_year_is_as_weak_as_its_weakest_row(read: Read, statuses: tuple[str, str], weakest: Status) -> None:
    rows = [row("KGZ>KAZ", code, "2023", "5", status=status) for code, status in zip(("27", "72"), statuses, strict=True)]

    assert only(read(*rows)).status is weakest


def test_a_quantity_counts_only_where_it_covers_the_value_by_one_unit(read: Read) -> None:
    whole = months("KGZ>KAZ", "27", "2023", "1", quantity="2")
    partly = [*months("KGZ>KAZ", "72", "2023", "1", quantity="2", without="2023-01"), row("KGZ>KAZ", "72", "2023-01", "1", quantity="0")]
    mixed = [*months("KGZ>KAZ", "10", "2023", "1", quantity="2"), row("KGZ>KAZ", "10", "2023-01", "1", quantity="2", quantity_unit="l")]
    nothing = months("KGZ>KAZ", "84", "2023", "1")
    lines = only(read(*whole, *partly, *mixed, *nothing)).lines

    assert (lines["27"].quantity, lines["27"].unit) == (Decimal(24), "kg")
    assert [lines[code].quantity for code in ("72", "10", "84")] == [None, None, None]


def test_the_world_is_read_only_where_it_is_asked_for(read: Read) -> None:
    rows = [row("KGZ>", "27", "2023", "5"), row("WLD>WLD", "27", "2023", "9"), row("KGZ>KGZ", "27", "2023", "1")]

    assert read(*rows) == {}
    assert sorted(read(*rows, world=True)) == [("KGZ", "WLD", "export"), ("WLD", "WLD", "export")]


def test_a_view_is_read_once_and_another_view_anew(partnership: PartnershipConfig) -> None:
    first, second = (ProductTable((row("KGZ>KAZ", "27", "2023", value),)) for value in ("5", "6"))
    read_twice = [breakdowns(Context(first, partnership, AS_OF, {})) for _ in range(2)]
    other = breakdowns(Context(second, partnership, AS_OF, {}))

    assert read_twice[0] is read_twice[1]
    assert other[SOLD][Y2023].values(2) == {"27": Decimal(6)}
    assert breakdowns(Context(first, partnership, date(2023, 6, 30), {}))[SOLD][Y2023].values(2) == {"27": Decimal(5)}
    name = slice_of(Context(first, partnership, AS_OF, {}), SOLD, Y2023).id
    assert name == first.slice(*SOLD, Y2023).id
    assert slice_of(Context(second, partnership, AS_OF, {}), SOLD, Y2023).id != name


def test_what_was_read_goes_with_its_view(partnership: PartnershipConfig) -> None:
    table = ProductTable((row("KGZ>KAZ", "27", "2023", "5"),))
    breakdowns(Context(table, partnership, AS_OF, {}))
    kept = len(products_data._shared._found)
    del table
    gc.collect()

    assert (kept, len(products_data._shared._found)) == (1, 0)


def test_sums_are_exact_to_the_last_digit(read: Read) -> None:
    one = only(read(*months("KGZ>KAZ", "27", "2023", "123456789012345.678901")))

    assert one.values(2)["27"] == Decimal("1481481468148148.146812")


def test_parts_meet_at_the_coarser_level_and_a_fault_travels(read: Read) -> None:
    fine, coarse = only(read(row("KGZ>KAZ", "270400", "2023", "3"))), only(read(row("KGZ>KAZ", "27", "2023", "3")))

    assert common_level((fine, coarse)) == 2
    with pytest.raises(Missing, match="no data"):
        common_level((fine, replace(coarse, fault="no data")))
