from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from bilan.charts.specs import Contribution, TradeBars
from bilan.compose.figures.trade import contribution, trade_bars
from bilan.compose.material import Material
from bilan.document import Figure
from bilan.model import Reading

MakeMaterial = Callable[..., Material]
WithReadings = Callable[..., Material]


def hero(material: Material) -> tuple[Figure, TradeBars]:
    figure = trade_bars(material)
    assert figure is not None
    spec = material.specs["trade.total"]
    assert isinstance(spec, TradeBars)
    return figure, spec


def drivers(material: Material) -> Figure:
    figure = contribution(material)
    assert figure is not None
    return figure


def reading(material: Material, name: str) -> Reading:
    found = material.facts.readings.get(name)
    assert found is not None
    return found


def test_states_what_is_missing_to_the_aim_on_both_statistics(material: MakeMaterial) -> None:
    assert str(hero(material("en"))[0].title) == (
        "Still missing to the aim: about $1.3bn on Kazakh statistics, about $1.66bn on Kyrgyz statistics"
    )
    assert str(hero(material("fr"))[0].title).replace("\u00a0", " ") == (
        "Reste jusqu’à l’objectif : environ 1,3 Md $ (statistiques kazakhes), environ 1,66 Md $ (statistiques kirghizes)"
    )


def test_describes_first_and_last_year_of_each_reporter_and_the_aim(material: MakeMaterial) -> None:
    assert str(hero(material("fr"))[0].alt).replace("\u00a0", " ") == (
        "Colonnes des échanges annuels en milliards de dollars. Selon les statistiques kazakhes : environ 692 M $ en 2015, "
        "1,7 Md $ en 2024. Plus haut à la fin qu’au début. Selon les statistiques kirghizes : environ 955 M $ en 2019, "
        "1,34 Md $ en 2024. Plus haut à la fin qu’au début. Objectif : 3 Md $ en 2030."
    )
    early = str(hero(material("en", as_of="2022-06-30"))[0].alt)
    assert early.endswith("On Kyrgyz statistics: $1bn in 2021. Aim: $2bn, without a deadline.")


def test_labels_only_the_first_and_the_last_two_years(material: MakeMaterial) -> None:
    _, spec = hero(material("en"))
    labelled = [[(point.year, str(point.label)) for point in one.points if point.label] for one in spec.tracks]
    assert labelled == [
        [(2015, "0.692"), (2023, "1.57"), (2024, "1.7")],
        [(2019, "0.955"), (2023, "1.32"), (2024, "1.34")],
    ]
    assert [(str(one.name), one.who) for one in spec.tracks] == [("Kazakh statistics", "a"), ("Kyrgyz statistics", "b")]


def test_measures_what_is_left_from_the_higher_of_the_last_totals(material: MakeMaterial) -> None:
    aim = hero(material("fr"))[1].target
    assert aim is not None
    assert (str(aim.label), str(aim.left), aim.start) == ("Objectif 3", "reste 1,3", Decimal(1_700_000_000))


def test_is_lower_on_the_page_of_the_minister(material: MakeMaterial) -> None:
    assert hero(material(audience="minister"))[0].height_mm < hero(material())[0].height_mm


def test_shows_trade_without_an_aim(material: MakeMaterial, with_readings: WithReadings) -> None:
    figure, spec = hero(with_readings(material("fr"), without=("target.level", "target.distance")))
    assert str(figure.title) == "Échanges totaux par année et par déclarant"
    assert spec.target is None
    assert "Objectif" not in str(figure.alt)


def test_has_nothing_left_to_go_once_the_aim_is_reached(material: MakeMaterial, with_readings: WithReadings) -> None:
    given = material()
    reached = replace(reading(given, "target.distance:KAZ:2024"), value=Decimal(-100_000_000))
    figure, spec = hero(with_readings(given, reached))
    assert str(figure.title) == "Still missing to the aim: about $1.66bn on Kyrgyz statistics"
    assert spec.target is not None
    assert (spec.target.start, spec.target.left) == (None, "")


def test_draws_only_the_reporter_that_has_figures(material: MakeMaterial, with_readings: WithReadings) -> None:
    given = material()
    kazakh = [one.id for one in given.facts.readings if one.indicator == "trade.total" and one.reporter == "KAZ"]
    figure, spec = hero(with_readings(given, without=kazakh))
    assert [one.who for one in spec.tracks] == ["b"]
    assert "Kazakh" not in str(figure.alt)


def test_leaves_a_withdrawn_year_without_mark_and_label(material: MakeMaterial, with_readings: WithReadings) -> None:
    given = material()
    _, spec = hero(with_readings(given, replace(reading(given, "trade.total:KGZ:2023"), value=None)))
    assert [str(point.label) for point in spec.tracks[1].points if point.year == 2023] == [""]


def test_says_nothing_of_a_reporter_whose_every_year_was_withdrawn(material: MakeMaterial, with_readings: WithReadings) -> None:
    given = material()
    gone = [replace(one, value=None) for one in given.facts.readings if one.indicator == "trade.total" and one.reporter == "KGZ"]
    assert "Kyrgyz" not in str(hero(with_readings(given, *gone))[0].alt)


def test_has_no_figure_without_totals(material: MakeMaterial) -> None:
    assert trade_bars(material(as_of="2012-12-31")) is None


def test_states_which_flow_carried_the_growth(material: MakeMaterial) -> None:
    english, french = drivers(material("en")), drivers(material("fr"))
    assert [str(one) for one in (english.title, english.subtitle)] == ["Imports drive growth", "Points, 2023, Kyrgyz statistics"]
    assert str(french.title) == "Les importations portent la hausse"
    assert str(french.alt).replace("\u00a0", " ").replace("\u202f", " ") == (
        "Contributions à la croissance des échanges en 2023 : exportations +3,8 pt, importations +7,8 pt, ensemble +11,6 %."
    )


@pytest.mark.parametrize(
    ("values", "english", "french"),
    [
        (("8", "3", "11"), "Exports drive growth", "Les exportations portent la hausse"),
        (("3", "-8", "-5"), "Imports drive the fall", "Les importations portent la baisse"),
        (("-8", "3", "-5"), "Exports drive the fall", "Les exportations portent la baisse"),
    ],
)
def test_never_says_growth_of_a_fall(
    values: tuple[str, str, str], english: str, french: str, material: MakeMaterial, with_readings: WithReadings
) -> None:
    names = ("trade.contribution_exports", "trade.contribution_imports", "trade.growth")
    for language, expected in (("en", english), ("fr", french)):
        given = material(language)
        changed = [replace(reading(given, f"{name}:KGZ:2023"), value=Decimal(value)) for name, value in zip(names, values, strict=True)]
        assert str(drivers(with_readings(given, *changed)).title) == expected


def test_adds_both_flows_up_to_growth(material: MakeMaterial) -> None:
    given = material()
    drivers(given)
    spec = given.specs["trade.contribution"]
    assert isinstance(spec, Contribution)
    assert spec.total.value is not None
    assert sum(one.value or Decimal(0) for one in spec.parts) == pytest.approx(spec.total.value)


@pytest.mark.parametrize("missing", ["trade.contribution_imports", "trade.contribution_exports", "trade.growth"])
def test_has_no_figure_without_all_parts_of_growth(missing: str, material: MakeMaterial, with_readings: WithReadings) -> None:
    assert contribution(with_readings(material(), without=(missing,))) is None
