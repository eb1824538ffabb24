from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from bilan.compose.material import Material
from bilan.compose.sections.opportunity import opportunity
from bilan.document import Section

MakeMaterial = Callable[..., Material]


def section(material: Material) -> Section:
    found = opportunity(material)
    assert found is not None
    return found


def of(material: Material, *sections: str) -> Material:
    return replace(material, audience=material.audience.model_copy(update={"sections": ("opportunity", *sections)}))


def test_sets_the_two_markets_side_by_side_each_with_its_year(material: MakeMaterial) -> None:
    markets = section(material("en", "investor")).tables[0]

    assert [str(one.head) for one in markets.columns] == ["Measure", "Kazakhstan", "Kyrgyzstan"]
    assert [str(cell) for cell in markets.rows[0]] == ["GDP", "$261bn (2023)", "$14.0bn (2023)"]


def test_a_measure_unknown_for_one_country_keeps_its_row_and_unknown_for_both_loses_it(
    material: MakeMaterial, with_readings: Callable[..., Material]
) -> None:
    given = material("en", "investor")
    gdp = [one.id for one in given.facts.readings if one.indicator == "macro.gdp" and one.reporter == "KGZ"]

    rows = section(with_readings(given, without=(*gdp, "macro.population"))).tables[0].rows

    assert [str(cell) for cell in rows[0]] == ["GDP", "$261bn (2023)", "—"]
    assert "Population" not in {str(row[0]) for row in rows}


def test_amounts_of_projects_are_readings_of_their_own_that_lead_back_to_the_row(material: MakeMaterial) -> None:
    given = material("en", "investor")

    amounts = section(given).tables[1]

    assert [[str(cell) for cell in row] for row in amounts.rows] == [
        ["Solar plant", "$200m", "15 February 2023", "Kazinform"],
        ["Solar plant, Bishkek Solar", "$280m", "February 2026", "24.kg"],
    ]
    made = given.derived["project.amount:solar-bs:2026"]
    assert (made.value, made.unit, made.inputs) == (Decimal(280_000_000), "USD", ("projects.csv#pj14",))


def test_what_another_section_tells_is_not_told_here(material: MakeMaterial) -> None:
    given = material("en", "investor")

    alone, beside = section(of(given)), section(of(given, "investment", "macro"))

    assert {"Investment as stated.", "Yearly inflow."} <= {str(one.lead) for one in alone.items}
    assert not {"Investment as stated.", "Yearly inflow."} & {str(one.lead) for one in beside.items}
    assert [one.id for one in alone.figures] == ["macro"]
    assert beside.figures == ()


@pytest.mark.parametrize(("language", "said"), [("en", "No data"), ("fr", "Pas de données")])
def test_without_data_it_says_so(unwritten: MakeMaterial, language: str, said: str) -> None:
    found = section(unwritten(language))

    assert (found.tables, found.standing) == ((), "")
    assert [str(one) for one in found.notes] == [said]
