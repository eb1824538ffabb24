"""What a reading by product says of itself: slices, sources, level, status, and what is missing."""

import runpy
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bilan.config.models import PartnershipConfig
from bilan.errors import Severity
from bilan.indicators.concentration import hhi
from bilan.indicators.context import MISSING_PRODUCTS, Context
from bilan.indicators.engine import Readings
from bilan.indicators.products_readings import Study, bilateral, by_flow, data_of, each_flow, lacking, over_years
from bilan.model import Evidence, Precision, Reading, Status
from bilan.period import Period
from bilan.store.parquet import Store
from bilan.store.products_model import ProductMapping

TABLES = runpy.run_path(str(Path(__file__).with_name("product_tables.py")))
AS_OF, ProductTable, row, months, readings = (TABLES[name] for name in ("AS_OF", "ProductTable", "row", "months", "readings"))
EXPORTS = (row("KGZ>KAZ", "27", "2023", "30", source="nsc"), row("KGZ>KAZ", "72", "2023", "10", published="2024-04-05"))
NAMES = (
    "hhi", "hhi_norm", "concentration", "top_share", "active_lines", "top_product", "grubel_lloyd", "unit_value",
    "unit_value_coverage", "terms_of_trade", "rca", "rsca", "intensity", "complementarity", "similarity",
)  # fmt: skip
Compute = Callable[..., Readings]


@pytest.fixture
def known(partnership: PartnershipConfig) -> Compute:
    """Readings by product of rows."""

    def _known(*rows: tuple[object, ...]) -> Readings:
        found: Readings = readings(rows, partnership)
        return found

    return _known


def at(found: Readings, name: str) -> Reading:
    one = found.get(name)
    assert one is not None
    return one


def test_a_reading_names_its_slice_its_sources_and_the_day_its_last_row_was_published(known: Compute) -> None:
    one = at(known(*EXPORTS), "product.hhi:KGZ/export:2023")

    assert one.value == Decimal("0.625")
    assert one.inputs == (ProductTable(EXPORTS).slice("KGZ", "KAZ", "export", Period.parse("2023")).id,)
    assert (one.source_ids, one.published_on) == (("customs", "nsc"), date(2024, 4, 5))
    assert (one.reporter, one.partner, one.evidence, one.precision) == ("KGZ", "KAZ", Evidence.DERIVED, Precision.EXACT)
    assert one.formula == "sum of squared shares of the lines, 0 to 1; lines are HS2"


def test_the_slice_of_a_reading_changes_with_its_content(known: Compute) -> None:
    revised = row("KGZ>KAZ", "27", "2023", "31", source="nsc")

    assert at(known(*EXPORTS), "product.hhi:KGZ/export:2023").inputs != at(known(revised, EXPORTS[1]), "product.hhi:KGZ/export:2023").inputs


def test_a_provisional_line_makes_the_reading_provisional(known: Compute) -> None:
    found = known(EXPORTS[0], row("KGZ>KAZ", "72", "2023", "10", status="provisional"))

    assert at(found, "product.hhi:KGZ/export:2023").status is Status.PROVISIONAL


def test_a_missing_value_makes_the_reading_approximate_and_is_told(known: Compute) -> None:
    one = at(known(*EXPORTS, row("KGZ>KAZ", "10", "2023", None)), "product.hhi:KGZ/export:2023")

    assert (one.value, one.precision) == (Decimal("0.625"), Precision.APPROXIMATE)
    assert [(note.rule, note.severity, note.message) for note in one.problems] == [
        ("incomplete-lines", Severity.NOTE, "lines that lack a value for part of the year: 1")
    ]


def test_a_zero_is_a_value_and_no_gap(known: Compute) -> None:
    one = at(known(*EXPORTS, row("KGZ>KAZ", "10", "2023", "0")), "product.hhi:KGZ/export:2023")

    assert (one.value, one.precision, one.problems) == (Decimal("0.625"), Precision.EXACT, ())


def test_a_negative_line_gives_no_value(known: Compute) -> None:
    one = at(known(*EXPORTS, row("KGZ>KAZ", "10", "2023", "-1")), "product.hhi:KGZ/export:2023")

    assert one.value is None
    assert one.problems[0].message == "has no value: line 10 is negative"


def test_an_incomplete_year_has_a_reading_without_value_that_names_its_months(known: Compute) -> None:
    one = at(known(*months("KGZ>KAZ", "27", "2023", "1", without="2023-07")), "product.hhi:KGZ/export:2023")

    assert (one.value, one.problems[0].rule) == (None, "missing")
    assert one.problems[0].message == "has no value: 2023 has 11 of 12 months by product"
    assert len(one.inputs) == 1


@pytest.mark.parametrize("name", NAMES)
def test_without_product_tables_each_country_has_one_reading_that_says_what_is_missing(known: Compute, name: str) -> None:
    found = [one for one in known() if one.indicator == f"product.{name}"]

    assert [one.id for one in found] == [f"product.{name}:{code}:2025" for code in ("KAZ", "KGZ")]
    assert [one.value for one in found] == [None, None]
    assert {(note.rule, note.severity) for one in found for note in one.problems} == {(MISSING_PRODUCTS, Severity.NOTE)}
    assert {note.message for one in found for note in one.problems} == {"has no value: needs trade by product"}
    assert {note.hint for one in found for note in one.problems} == {"give a table of kind products"}


def test_a_country_without_trade_by_product_says_so_beside_the_one_that_has_it(known: Compute) -> None:
    found = known(*EXPORTS)

    assert at(found, "product.hhi:KAZ:2025").problems[0].message == (
        "has no value: needs the reporter's trade with the partner by product, here exports of KAZ"
    )
    assert at(found, "product.hhi:KGZ:2025").problems[0].message == (
        "has no value: needs the reporter's trade with the partner by product, here imports of KGZ"
    )


def test_a_year_that_one_of_two_flows_lacks_has_no_value(partnership: PartnershipConfig) -> None:
    rows = (*EXPORTS, row("KGZ<KAZ", "27", "2022", "5"))
    context = Context(ProductTable(rows), partnership, AS_OF, {})
    study, keys = list(bilateral(context, "product.grubel_lloyd"))[1]
    found = list(over_years(study, data_of(context), keys, lambda *_: Decimal(1)))

    assert [(str(one.period), one.value) for one in found] == [("2022", None), ("2023", None)]
    assert found[0].problems[0].message == "has no value: KGZ-KAZ-export of 2022 is missing"
    assert [len(one.inputs) for one in found] == [1, 1]


def test_a_study_speaks_of_a_country_or_of_one_of_its_flows(partnership: PartnershipConfig) -> None:
    context = Context(ProductTable(EXPORTS), partnership, AS_OF, {})
    study, keys = list(bilateral(context, "product.hhi"))[1]

    assert study == Study(context, "product.hhi", "KGZ", "KGZ", "KAZ")
    assert [one.subject for one, _ in each_flow(study, keys)] == ["KGZ/export", "KGZ/import"]
    assert lacking(study, data_of(context), keys[:1]) == ""


def test_a_rule_may_ask_for_a_coarser_level_and_the_formula_states_it(partnership: PartnershipConfig) -> None:
    rows = (row("KGZ>KAZ", "270400", "2023", "3"), row("KGZ>KAZ", "270900", "2023", "4"))
    context = Context(ProductTable(rows), partnership, AS_OF, {})
    one = next(iter(one for one in by_flow(context, "product.hhi", lambda lines: Decimal(len(lines)), level=2) if one.value))

    assert (one.value, one.formula) == (Decimal(1), "sum of squared shares of the lines, 0 to 1; lines are HS2")


def test_the_store_gives_what_the_table_says_as_of_each_date(partnership: PartnershipConfig, tmp_path: Path) -> None:
    lines = [
        "reporter,partner,flow,product,period,value,unit,quantity,quantity_unit,status,published_on,source_id",
        *(f"KGZ,KAZ,export,27,2023-{month:02d},30,USD,3,kg,final,2024-02-01,customs" for month in range(1, 13)),
        *(f"KGZ,KAZ,export,72,2023-{month:02d},10,USD,,,provisional,2024-02-01,customs" for month in range(1, 13)),
        "KGZ,KAZ,export,72,2023-12,130,USD,,,final,2024-09-01,customs",
        "KGZ,,export,27,2023,400,USD,,,final,2024-02-01,customs",
    ]
    file = tmp_path / "products.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    store = Store(tmp_path / "store")
    store.ingest_products(file, ProductMapping(), datetime(2025, 1, 1, tzinfo=UTC))
    found = {}
    for day in (date(2024, 6, 30), date(2024, 12, 31)):
        context = Context(store.as_of(day), partnership, day, {})
        found[day.month] = next(one for one in by_flow(context, "product.hhi", hhi) if one.value is not None)

    assert [found[month].value for month in (6, 12)] == [Decimal("0.625"), hhi({"27": Decimal(360), "72": Decimal(240)})]
    assert [found[month].published_on for month in (6, 12)] == [date(2024, 2, 1), date(2024, 9, 1)]
    assert found[6].inputs != found[12].inputs
    assert found[12].inputs[0].startswith("products/KGZ/KAZ/export/2023#")
    assert sorted(data_of(context, world=True)) == [("KGZ", "KAZ", "export"), ("KGZ", "WLD", "export")]
