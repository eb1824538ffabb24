from collections.abc import Callable
from dataclasses import replace

import pytest

from bilan.compose.material import Material
from bilan.compose.sections.glance import chosen, glance, headlines
from bilan.document import Headline, Section

MakeMaterial = Callable[..., Material]
WithReadings = Callable[..., Material]


def strip(one: Headline) -> list[str]:
    return [str(text).replace("\u00a0", " ").replace("\u202f", " ") for text in (one.label, one.value, one.change, one.note)]


def section(material: Material) -> Section:
    found = glance(material)
    assert found is not None
    return found


def test_shows_both_totals_the_aim_and_what_was_invested(material: MakeMaterial) -> None:
    assert [strip(one) for one in headlines(material("en"))] == [
        ["Trade in goods, Kazakh statistics", "$1.7bn", "+8% on the year before", "2024; columns since 2015"],
        ["Trade in goods, Kyrgyz statistics", "$1.34bn", "+2% on the year before", "2024; columns since 2019"],
        ["Aim for 2030", "$3bn", "needs about 10% or about 14% a year", "declared on 22 August 2025"],
        ["Investment of Kazakhstan in Kyrgyzstan, as stated", "$1.4bn", "over 20 years", "stated in August 2025"],
    ]
    assert [strip(one) for one in headlines(material("fr"))] == [
        ["Échanges de biens, statistiques kazakhes", "1,7 Md $", "+8 % sur un an", "2024 ; colonnes depuis 2015"],
        ["Échanges de biens, statistiques kirghizes", "1,34 Md $", "+2 % sur un an", "2024 ; colonnes depuis 2019"],
        ["Objectif pour 2030", "3 Md $", "exige environ 10 % ou environ 14 % par an", "déclaré le 22 août 2025"],
        ["Investissement du Kazakhstan au Kirghizstan, déclaré", "1,4 Md $", "en 20 ans", "déclaré en août 2025"],
    ]


def test_says_where_there_is_no_year_to_compare_with_and_no_deadline(material: MakeMaterial) -> None:
    kazakh, kyrgyz, aim, _ = (strip(one) for one in headlines(material("fr", as_of="2022-06-30")))
    assert kazakh[2:] == ["pas d’année précédente comparable", "2018 ; colonnes depuis 2015"]
    assert kyrgyz[2:] == ["pas d’année précédente comparable", "2021"]
    assert aim == ["Objectif déclaré", "2 Md $", "", "déclaré le 30 avril 2022"]


def test_draws_no_column_for_a_single_year(material: MakeMaterial) -> None:
    assert [one.figure is not None for one in headlines(material(as_of="2022-06-30"))] == [True, False, False, False]


def test_leaves_out_an_aim_without_a_reading(material: MakeMaterial, with_readings: WithReadings) -> None:
    labels = [str(one.label) for one in headlines(with_readings(material(), without=("target.level",)))]
    assert not any(one.startswith("Aim") for one in labels)


def test_leaves_out_an_investment_that_is_no_reading(material: MakeMaterial) -> None:
    given = material()
    stated = next(one for one in given.findings if one.rule == "investment-stated")
    odd = replace(stated, args=tuple((name, "" if name == "total" else value) for name, value in stated.args))
    shown = headlines(replace(given, findings=(odd,)))
    assert not any(str(one.label).startswith("Investment") for one in shown)


def test_tells_each_rule_once_and_not_what_the_lead_tells(material: MakeMaterial) -> None:
    found = chosen(material())
    assert [one.rule for one in found] == ["totals-differ", "target-verdict", "announced-total"]
    assert len({one.rule for one in chosen(replace(material(), audience=material().audience.model_copy(update={"findings": 99})))}) == len(
        chosen(replace(material(), audience=material().audience.model_copy(update={"findings": 99})))
    )


@pytest.mark.parametrize(("audience", "heading"), [("minister", "Points pour l’entretien"), ("analyst", "Ce que dit cette édition")])
def test_heads_the_findings_as_the_audience_uses_them(audience: str, heading: str, material: MakeMaterial) -> None:
    assert section(material("fr", audience)).heading == heading


def test_says_no_data_where_there_is_neither_a_figure_nor_a_finding(unwritten: MakeMaterial, material: MakeMaterial) -> None:
    assert section(unwritten("fr")).notes == ("Pas de données",)
    assert section(material("fr")).notes == ()
