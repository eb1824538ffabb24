from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from bilan.charts.specs import MirrorPair
from bilan.compose.figures.mirror import directions, last_common, mirror_pair
from bilan.compose.material import Material
from bilan.document import Figure

MakeMaterial = Callable[..., Material]
WithReadings = Callable[..., Material]


def pair(material: Material) -> tuple[Figure, MirrorPair]:
    figure = mirror_pair(material)
    assert figure is not None
    spec = material.specs["mirror.gap"]
    assert isinstance(spec, MirrorPair)
    return figure, spec


def test_states_the_wider_gap_in_its_title(material: MakeMaterial) -> None:
    assert str(pair(material("en"))[0].title) == "For each dollar Kazakhstan says it sold, Kyrgyzstan counts 0.80"
    assert str(pair(material("fr"))[0].title) == "Pour un dollar vendu selon le Kazakhstan, le Kirghizstan en compte 0,80"


def test_takes_the_article_of_each_country(material: MakeMaterial, with_readings: WithReadings) -> None:
    given = material("fr")
    ratio = given.facts.readings.get("mirror.ratio:KGZ>KAZ:2023")
    assert ratio is not None
    wider = with_readings(given, replace(ratio, value=Decimal("1.5")))
    assert str(pair(wider)[0].title) == "Pour un dollar vendu selon le Kirghizstan, le Kazakhstan en compte 1,50"


def test_sets_both_records_of_each_flow_side_by_side(material: MakeMaterial) -> None:
    _, spec = pair(material("fr"))
    assert [[str(text) for text in (one.heading, one.exporter.name, one.exporter.label, one.importer.name, one.importer.label, one.gap)]
            for one in spec.rows] == [
        [
            "Kazakhstan vers Kirghizstan", "vendu, statistiques kazakhes", "1,08", "acheté, statistiques kirghizes", "0,862",
            "écart −0,215, rapport 0,80",
        ],
        [
            "Kirghizstan vers Kazakhstan", "vendu, statistiques kirghizes", "0,456", "acheté, statistiques kazakhes", "0,495",
            "écart 0,0395, rapport 1,09",
        ],
    ]  # fmt: skip


def test_describes_both_flows(material: MakeMaterial) -> None:
    assert str(pair(material("fr"))[0].alt).replace("\u00a0", " ") == (
        "Paires de barres pour 2023. Kazakhstan vers Kirghizstan : exportations environ 1,08 Md $, importations 862 M $. "
        "Kirghizstan vers Kazakhstan : exportations 456 M $, importations 495 M $."
    )


def test_draws_the_one_flow_both_sides_recorded(material: MakeMaterial, with_readings: WithReadings) -> None:
    _, spec = pair(with_readings(material(), without=("mirror.ratio:KAZ>KGZ:2023",)))
    assert [str(one.heading) for one in spec.rows] == ["Kyrgyzstan to Kazakhstan"]
    assert spec.height_mm == pair(material())[1].height_mm / 2


def test_has_no_figure_and_no_period_without_a_flow_recorded_twice(unwritten: MakeMaterial) -> None:
    given = unwritten()
    assert (mirror_pair(given), last_common(given), directions(given)) == (None, None, ["DEU>FRA", "FRA>DEU"])
