"""The indicators that set trade against the world's, and what they say where the world is missing."""

import runpy
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from bilan.config.models import PartnershipConfig
from bilan.indicators.engine import Readings
from bilan.model import Reading

TABLES = runpy.run_path(str(Path(__file__).with_name("product_tables.py")))
row, months, readings = (TABLES[name] for name in ("row", "months", "readings"))
BILATERAL = (row("KGZ>KAZ", "27", "2023", "20"), row("KAZ>KGZ", "72", "2023", "50"))
OWN = (
    row("KGZ>", "27", "2023", "79"), row("KGZ>WLD", "07", "2023", "921"),
    row("KAZ>WLD", "27", "2023", "700"), row("KAZ>WLD", "72", "2023", "300"),
    row("KGZ<WLD", "27", "2023", "100"), row("KAZ<WLD", "07", "2023", "40"), row("KAZ<WLD", "84", "2023", "60"),
)  # fmt: skip
WORLD = (
    row("WLD>WLD", "27", "2023", "35"), row("WLD>WLD", "07", "2023", "5000"), row("WLD>WLD", "72", "2023", "4965"),
    row("WLD>KAZ", "TOTAL", "2023", "9"), row("WLD>KAZ", "84", "2023", "100"), row("WLD>KGZ", "84", "2023", "10"),
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
    one = found.get(f"product.{name}")
    assert one is not None
    return one


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("rca:KGZ/27:2023", "22.5714"),
        ("rca:KGZ/07:2023", "1.8420"),
        ("rca:KAZ/27:2023", "200.0000"),
        ("rsca:KGZ/27:2023", "0.9152"),
        ("intensity:KGZ>KAZ:2023", "2.0000"),
        ("intensity:KAZ>KGZ:2023", "50.0000"),
        ("complementarity:KGZ>KAZ:2023", "40.0000"),
        ("complementarity:KAZ>KGZ:2023", "70.0000"),
        ("similarity:KAZ-KGZ:2023", "7.9000"),
    ],
)
def test_trade_is_set_against_the_world(known: Compute, name: str, value: str) -> None:
    found = at(known(*BILATERAL, *OWN, *WORLD), name).value

    assert found is not None
    assert round(found, 4) == Decimal(value)


def test_each_slice_that_was_read_is_an_input(known: Compute) -> None:
    found = known(*BILATERAL, *OWN, *WORLD)
    names = {name: [one.rpartition("#")[0] for one in at(found, name).inputs] for name in ("rca:KGZ/27:2023", "intensity:KGZ>KAZ:2023")}

    assert names["rca:KGZ/27:2023"] == ["products/KGZ/WLD/export/2023", "products/WLD/WLD/export/2023"]
    assert names["intensity:KGZ>KAZ:2023"] == [
        "products/KGZ/KAZ/export/2023", "products/KGZ/WLD/export/2023",
        "products/WLD/KAZ/export/2023", "products/WLD/WLD/export/2023",
    ]  # fmt: skip
    assert at(found, "rsca:KGZ/27:2023").inputs == ("product.rca:KGZ/27:2023",)


@pytest.mark.parametrize("name", ["rca", "rsca", "intensity", "complementarity", "similarity"])
def test_without_the_world_each_country_says_that_it_is_missing(known: Compute, name: str) -> None:
    for code in ("KAZ", "KGZ"):
        one = at(known(*BILATERAL), f"{name}:{code}:2025")
        assert one.value is None
        assert (one.problems[0].rule, one.problems[0].where) == ("missing-products", one.id)
        assert one.problems[0].message.startswith("has no value: needs the reporter's trade with the world by product")


def test_the_world_s_own_exports_are_asked_for_by_name(known: Compute) -> None:
    found = known(*BILATERAL, *OWN)

    assert at(found, "rca:KGZ:2025").problems[0].message == "has no value: needs the world's exports by product, reporter WLD"
    assert at(found, "intensity:KGZ:2025").problems[0].message == "has no value: needs the world's exports to KAZ by product, reporter WLD"


def test_advantage_is_told_for_the_last_year_both_have(known: Compute) -> None:
    later = (row("KGZ>WLD", "27", "2024", "79"), row("WLD>WLD", "27", "2022", "35"), row("KGZ>WLD", "27", "2022", "1"))

    assert {str(one.period) for one in known(*OWN, *WORLD, *later) if one.indicator == "product.rca" and one.reporter == "KGZ"} == {"2023"}


def test_without_one_whole_year_of_both_there_is_no_advantage(known: Compute) -> None:
    found = known(row("KGZ>WLD", "27", "2024", "79"), row("WLD>WLD", "27", "2022", "35"))

    assert (
        at(found, "rca:KGZ:2025").problems[0].message.endswith("needs one whole year of the country's and the world's exports by product")
    )


def test_a_chapter_the_world_does_not_export_has_no_advantage(known: Compute) -> None:
    one = at(known(row("KGZ>WLD", "27", "2023", "1"), row("WLD>WLD", "72", "2023", "5")), "rca:KGZ/27:2023")

    assert one.problems[0].message == "has no value: the world's exports of 27 is zero"


def test_a_chapter_whose_exports_are_missing_has_no_advantage_rather_than_none(known: Compute) -> None:
    found = known(row("KGZ>WLD", "27", "2023", "1"), row("KGZ>WLD", "72", "2023", None), row("WLD>WLD", "72", "2023", "5"))

    assert at(found, "rca:KGZ/72:2023").problems[0].message == "has no value: exports of chapter 72 are missing"
    assert at(found, "rsca:KGZ/72:2023").problems[0].message == "has no value: exports of chapter 72 are missing"
    assert found.get("product.rca:KGZ/10:2023") is None
