from collections.abc import Callable
from dataclasses import replace

from bilan.compose.material import Material
from bilan.compose.sections.investment import ROWS, investment
from bilan.document import Section

MakeMaterial = Callable[..., Material]
WithReadings = Callable[..., Material]


def section(material: Material) -> Section:
    found = investment(material)
    assert found is not None
    return found


def rows(material: Material, name: str) -> list[list[str]]:
    (table,) = [one for one in section(material).tables if one.id == name]
    return [[str(one).replace("\u00a0", " ") for one in row] for row in table.rows]


def test_lists_statements_with_their_base_the_newest_first(material: MakeMaterial) -> None:
    assert rows(material("fr"), "investment.cumulative")[:3] == [
        ["en 20 ans", "1,4 Md $", "août 2025", "MENAFN (Trend)"],
        ["sans base indiquée", "1,3 Md $", "janvier 2024", "DasFazit"],
        ["depuis 2005", "près de 1,3 Md $", "septembre 2023", "Tura News"],
    ]
    assert len(rows(material("fr"), "investment.cumulative")) == ROWS


def test_lists_yearly_inflows(material: MakeMaterial) -> None:
    assert rows(material("en"), "investment.flow") == [
        ["2024", "$114m", "2025", "The Times of Central Asia"],
        ["2020", "$33.6m", "2025", "The Times of Central Asia"],
        ["2015", "$25.7m", "March 2016", "The Times of Central Asia"],
    ]


def test_says_of_a_statement_without_a_date_that_it_has_none(material: MakeMaterial, with_readings: WithReadings) -> None:
    given = material()
    flows = [replace(one, published="") for one in given.facts.readings if one.indicator == "investment.flow"]
    assert {row[2] for row in rows(with_readings(given, *flows), "investment.flow")} == {"not dated"}


def test_says_no_data_before_anything_was_stated(material: MakeMaterial) -> None:
    early = section(material(as_of="2012-12-31"))
    assert (early.tables, early.items, early.notes) == ((), (), ("No data",))
