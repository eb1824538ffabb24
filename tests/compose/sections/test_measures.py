from collections.abc import Callable
from dataclasses import replace

import pytest

from bilan.compose.material import Material
from bilan.compose.sections.measures import MEASURES, measures
from bilan.errors import Problem

MakeMaterial = Callable[..., Material]
WithReadings = Callable[..., Material]


def rows(material: Material) -> list[str]:
    section = measures(material)
    assert section is not None
    (table,) = section.tables
    return [" | ".join(str(cell).replace("\u00a0", " ").replace("\u202f", " ") for cell in row) for row in table.rows]


def test_each_measure_is_told_by_both_countries_with_its_year(material: MakeMaterial) -> None:
    assert "Coverage of imports from the partner by exports to it | about 217% (2023) | 52.9% (2023)" in rows(material("en"))
    assert "Couverture des importations du partenaire par les exportations vers lui | environ 217 % (2023) | 52,9 % (2023)" in rows(
        material("fr")
    )


def test_a_country_without_a_value_has_a_dash(material: MakeMaterial) -> None:
    assert any(row.startswith("Foreign arrivals | — | ") for row in rows(material("en")))


def test_a_measure_nobody_has_a_value_of_is_left_out(material: MakeMaterial) -> None:
    assert not any("Herfindahl" in row for row in rows(material("en")))


def test_what_needs_trade_by_product_says_so_once(material: MakeMaterial) -> None:
    section = measures(material("en"))
    assert section is not None
    assert [str(one) for one in section.notes] == [
        "Concentration, specialisation and price measures need trade by product, which no source of this partnership gives."
    ]


def test_with_products_the_measure_of_exports_is_told(material: MakeMaterial, with_readings: WithReadings) -> None:
    given = material("en")
    total = given.facts.totals()[0]
    hhi = replace(total, id="product.hhi:KAZ/export:2024", indicator="product.hhi", unit="index", problems=())
    told = with_readings(given, hhi)
    assert any("Herfindahl" in row for row in rows(told))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_partnership_without_data_has_no_such_section(language: str, unwritten: MakeMaterial) -> None:
    assert measures(unwritten(language)) is None


def test_every_measure_is_an_indicator_and_has_words(material: MakeMaterial) -> None:
    known = {one.indicator for one in material("en").facts.readings}
    wanted = [name for name in MEASURES if not name.startswith("product.")]
    assert [name for name in wanted if name not in known] == []
    assert all(material(language).printer.has(f"measure-{name.replace('.', '-')}") for name in MEASURES for language in ("en", "fr"))


def test_a_problem_of_another_kind_asks_for_no_products(material: MakeMaterial, with_readings: WithReadings) -> None:
    given = material("en")
    without = with_readings(given, without={one.indicator for one in given.facts.readings if one.indicator.startswith("product.")})
    other = replace(given.facts.totals()[0], problems=(Problem("x", "y", rule="missing"),))
    section = measures(with_readings(without, other))
    assert section is not None
    assert section.notes == ()
