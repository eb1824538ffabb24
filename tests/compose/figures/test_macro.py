from collections.abc import Callable

from bilan.charts.specs import Multiples
from bilan.compose.figures.macro import YEARS_SHOWN, multiples
from bilan.compose.material import Material
from bilan.document import Figure

MakeMaterial = Callable[..., Material]
WithReadings = Callable[..., Material]


def drawn(material: Material) -> tuple[Figure, Multiples]:
    figure = multiples(material)
    assert figure is not None
    spec = material.specs["macro"]
    assert isinstance(spec, Multiples)
    return figure, spec


def test_states_how_many_times_one_economy_outweighs_the_other(material: MakeMaterial) -> None:
    assert str(drawn(material("en"))[0].title) == "The GDP of Kazakhstan is 18.7 times that of Kyrgyzstan"
    assert str(drawn(material("fr"))[0].title) == "Le PIB du Kazakhstan vaut 18,7 fois celui du Kirghizstan"


def test_describes_the_last_value_of_each_panel_and_country(material: MakeMaterial) -> None:
    assert str(drawn(material("fr"))[0].alt).replace("\u00a0", " ").replace("\u202f", " ") == (
        "Courbes annuelles des deux pays. PIB, milliards de dollars : Kazakhstan 261 Md $ en 2023 ; Kirghizstan 14,0 Md $ en 2023. "
        "Population, millions : Kazakhstan 20,6 M en 2024 ; Kirghizstan 7,22 M en 2024. "
        "Prix à la consommation, % par an : Kazakhstan 4,9 % en 2024 ; Kirghizstan 10,8 % en 2023."
    )


def test_labels_each_line_at_its_end_and_shows_a_stretch_of_years(material: MakeMaterial) -> None:
    _, spec = drawn(material("en"))
    ends = [[str(point.label) for point in one.points if point.label] for panel in spec.panels for one in panel.tracks]
    assert ends == [["261"], ["14.0"], ["20.6"], ["7.22"], ["4.86"], ["10.8"]]
    assert all(panel.years[-1].year - panel.years[0].year < YEARS_SHOWN for panel in spec.panels)


def test_draws_the_country_that_has_figures_alone_and_compares_nothing(material: MakeMaterial, with_readings: WithReadings) -> None:
    given = material("fr")
    kyrgyz = [one.id for one in given.facts.readings if one.indicator.startswith("macro.") and one.reporter == "KGZ"]
    figure, spec = drawn(with_readings(given, without=(*kyrgyz, "macro.gdp_ratio")))
    assert str(figure.title) == "L’économie du Kazakhstan\u202f; pas de chiffres du Kirghizstan"
    assert [[str(one.name) for one in panel.tracks] for panel in spec.panels] == [["Kazakhstan"]] * 3
    assert "Kirghizstan" not in str(figure.alt)


def test_leaves_out_a_panel_nothing_is_known_of(material: MakeMaterial) -> None:
    assert [one.name for one in drawn(material("en", as_of="2012-12-31"))[1].panels] == ["GDP, billion dollars", "Population, million"]


def test_has_no_figure_where_nothing_is_known(unwritten: MakeMaterial) -> None:
    assert multiples(unwritten()) is None
