"""The indicators of trade with the partner by product, on tables small enough to compute by hand."""

import runpy
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilan.config.models import PartnershipConfig
from bilan.indicators.engine import Readings
from bilan.model import Reading, Status

TABLES = runpy.run_path(str(Path(__file__).with_name("product_tables.py")))
row, months, readings = (TABLES[name] for name in ("row", "months", "readings"))
EXPORTS = tuple(
    row("KGZ>KAZ", code, "2023", value)
    for code, value in (("27", "30000"), ("72", "30000"), ("10", "20000"), ("84", "19000"), ("07", "999"), ("04", "1"))
)
Compute = Callable[..., Readings]


@pytest.fixture(scope="module")
def known(partnership: PartnershipConfig) -> Compute:
    """Readings by product of rows."""

    def _known(*rows: tuple[object, ...]) -> Readings:
        found: Readings = readings(rows, partnership)
        return found

    return _known


def at(found: Readings, name: str) -> Reading:
    one = found.get(f"product.{name}")
    assert one is not None
    return one


def printed(found: Readings, name: str, places: int = 4) -> Decimal:
    value = at(found, name).value
    assert value is not None
    return round(value, places)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("hhi:KGZ/export:2023", "0.2562"),
        ("hhi_norm:KGZ/export:2023", "0.1074"),
        ("concentration:KGZ/export:2023", "0.4500"),
        ("top_share:KGZ/export:2023", "1.0000"),
        ("active_lines:KGZ/export:2023", "4"),
        ("top_product:KGZ/export/27:2023", "30000"),
    ],
)
def test_a_flow_is_measured_by_its_lines(known: Compute, name: str, value: str) -> None:
    assert printed(known(*EXPORTS), name) == Decimal(value)


def test_the_five_largest_are_all_where_there_are_no_more_than_five(known: Compute) -> None:
    assert at(known(*EXPORTS), "top_share:KGZ/export:2023").value == Decimal("0.99999")
    assert at(known(*EXPORTS[:3]), "top_share:KGZ/export:2023").value == 1


def test_exports_and_imports_are_measured_apart_and_by_each_reporter(known: Compute) -> None:
    found = known(row("KGZ>KAZ", "27", "2023", "5"), row("KGZ<KAZ", "72", "2023", "6"), row("KAZ<KGZ", "27", "2023", "4"))
    subjects = {one.id: one.value for one in found if one.indicator == "product.top_product" and one.value is not None}

    assert subjects == {
        "product.top_product:KGZ/export/27:2023": 5,
        "product.top_product:KGZ/import/72:2023": 6,
        "product.top_product:KAZ/import/27:2023": 4,
    }


def test_a_single_product_has_no_normalised_concentration(known: Compute) -> None:
    one = at(known(row("KGZ>KAZ", "27", "2023", "5")), "hhi_norm:KGZ/export:2023")

    assert one.value is None
    assert one.problems[0].message == "has no value: with one line there is nothing to be concentrated among"


def test_nothing_traded_has_no_largest_product_and_no_active_line(known: Compute) -> None:
    found = known(row("KGZ>KAZ", "27", "2023", "0"))

    assert at(found, "top_product:KGZ/export:2023").problems[0].message == "has no value: nothing was traded"
    assert at(found, "active_lines:KGZ/export:2023").value == 0


def test_concentration_is_always_taken_over_the_chapters(known: Compute) -> None:
    fine = [row("KGZ>KAZ", code, "2023", "5") for code in ("270400", "270900", "720100")]
    coarse = [row("KGZ>KAZ", "27", "2023", "10"), row("KGZ>KAZ", "72", "2023", "5")]

    assert at(known(*fine), "concentration:KGZ/export:2023").value == at(known(*coarse), "concentration:KGZ/export:2023").value
    assert at(known(*fine), "concentration:KGZ/export:2023").formula.endswith("lines are HS2")
    assert at(known(*fine), "hhi:KGZ/export:2023").formula.endswith("lines are HS6")


def test_two_way_trade_is_found_line_by_line(known: Compute) -> None:
    crossed = [row("KGZ>KAZ", "2704", "2023", "75"), row("KGZ>KAZ", "2709", "2023", "25")]
    back = [row("KGZ<KAZ", "2704", "2023", "25"), row("KGZ<KAZ", "2709", "2023", "75")]
    found = known(*crossed, *back)

    assert at(found, "grubel_lloyd:KGZ:2023").value == Decimal("0.5")
    assert len(at(found, "grubel_lloyd:KGZ:2023").inputs) == 2
    assert at(found, "grubel_lloyd:KAZ:2025").value is None


def test_levels_are_brought_together_before_lines_are_compared(known: Compute) -> None:
    found = known(row("KGZ>KAZ", "270400", "2023", "75"), row("KGZ<KAZ", "27", "2023", "25"))

    assert at(found, "grubel_lloyd:KGZ:2023").value == Decimal("0.5")
    assert at(found, "grubel_lloyd:KGZ:2023").formula.endswith("lines are HS2")


def priced(place: str, year: str, *lines: tuple[str, str, str]) -> list[tuple[object, ...]]:
    return [row(place, code, year, value, quantity=quantity) for code, value, quantity in lines]


EXPORT_PRICES = (*priced("KGZ>KAZ", "2022", ("27", "2000", "200"), ("72", "2000", "100")),
                 *priced("KGZ>KAZ", "2023", ("27", "840", "70"), ("72", "2730", "130")))  # fmt: skip


def test_unit_values_are_compared_with_the_year_before(known: Compute) -> None:
    found = known(*EXPORT_PRICES)

    assert printed(found, "unit_value:KGZ/export:2023", 1) == Decimal("110.3")
    assert at(found, "unit_value_coverage:KGZ/export:2023").value == 100
    assert at(found, "unit_value:KGZ/export:2022").problems[0].message == "has no value: 2021 is missing"
    assert len(at(found, "unit_value:KGZ/export:2023").inputs) == 2


def test_a_line_without_quantity_drops_out_and_the_coverage_tells(known: Compute) -> None:
    found = known(*EXPORT_PRICES, row("KGZ>KAZ", "84", "2022", "1000"), row("KGZ>KAZ", "84", "2023", "1430", quantity="0"))

    assert printed(found, "unit_value:KGZ/export:2023", 1) == Decimal("110.3")
    assert printed(found, "unit_value_coverage:KGZ/export:2023", 1) == Decimal("71.4")


def test_unit_values_that_speak_for_less_than_half_are_withheld(known: Compute) -> None:
    found = known(*EXPORT_PRICES, row("KGZ>KAZ", "84", "2022", "1000"), row("KGZ>KAZ", "84", "2023", "9000"))

    assert at(found, "unit_value:KGZ/export:2023").value is None
    assert "less than half of the trade" in at(found, "unit_value:KGZ/export:2023").problems[0].message
    assert printed(found, "unit_value_coverage:KGZ/export:2023", 1) == Decimal("28.4")


def test_unit_values_by_two_levels_are_not_compared(known: Compute) -> None:
    found = known(row("KGZ>KAZ", "27", "2022", "5", quantity="1"), row("KGZ>KAZ", "270400", "2023", "5", quantity="1"))

    assert at(found, "unit_value:KGZ/export:2023").problems[0].message == "has no value: the years are at HS2 and HS6"


def test_terms_of_trade_rest_on_both_unit_value_indices(known: Compute) -> None:
    dearer = (*priced("KGZ<KAZ", "2022", ("10", "100", "100")), *priced("KGZ<KAZ", "2023", ("10", "105", "100")))
    cheaper = (*priced("KGZ>KAZ", "2022", ("27", "100", "100")),
               row("KGZ>KAZ", "27", "2023", "93", quantity="100", status="provisional"))  # fmt: skip
    one = at(known(*dearer, *cheaper), "terms_of_trade:KGZ:2023")

    assert one.value is not None
    assert round(one.value, 1) == Decimal("88.6")
    assert one.inputs == ("product.unit_value:KGZ/export:2023", "product.unit_value:KGZ/import:2023")
    assert one.status is Status.PROVISIONAL


def test_terms_of_trade_have_no_value_without_one_of_them(known: Compute) -> None:
    found = known(*EXPORT_PRICES, *priced("KGZ<KAZ", "2023", ("10", "105", "100")))

    assert at(found, "terms_of_trade:KGZ:2023").problems[0].message == "has no value: a unit-value index is missing"
    assert at(found, "terms_of_trade:KAZ:2025").problems[0].rule == "missing-products"


@settings(max_examples=15)
@given(values=st.lists(st.integers(min_value=0, max_value=10**9), min_size=1, max_size=4))
def test_months_and_their_year_give_the_same_readings(known: Compute, values: list[int]) -> None:
    codes = [f"{number:02d}" for number in range(1, len(values) + 1)]
    monthly = known(*(one for code, value in zip(codes, values, strict=True) for one in months("KGZ>KAZ", code, "2023", str(value))))
    annual = known(*(row("KGZ>KAZ", code, "2023", str(12 * value)) for code, value in zip(codes, values, strict=True)))

    assert [(one.id, one.value) for one in monthly] == [(one.id, one.value) for one in annual]
