from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from bilan.compose.material import Material
from bilan.compose.sections.targets import targets
from bilan.document import Mark, Section
from bilan.model import Reading

MakeMaterial = Callable[..., Material]
WithReadings = Callable[..., Material]


def section(material: Material) -> Section:
    found = targets(material)
    assert found is not None
    return found


def rows(material: Material) -> list[list[str]]:
    (table,) = section(material).tables
    return [[(one.word if isinstance(one, Mark) else str(one)).replace("\u00a0", " ") for one in row] for row in table.rows]


def test_lists_the_newest_aim_first_with_its_outcome(material: MakeMaterial) -> None:
    found = rows(material("en"))
    paces = "on track: needs about 10% a year, had about 13% (Kazakh statistics); behind: needs about 14% a year, had about 7% (Kyrgyz statistics)"
    assert found[0] == ["22 August 2025", "$3bn", "2030", "Open", paces]
    assert found[3] == ["19 April 2024", "$2bn", "none", "Superseded", "by the aim of 24 May 2024"]
    assert found[4] == ["9 April 2024", "$2bn", "2024", "Missed", "$1.7bn (Kazakh statistics); $1.34bn (Kyrgyz statistics)"]
    assert found[7] == ["25 December 2017", "$1bn", "2020", "No figure", ""]


@pytest.mark.parametrize(
    ("own", "shape"), [({}, "watch"), ({"KAZ": "5"}, "late"), ({"KGZ": "30"}, "on-track"), ({"KGZ": "14.2", "KAZ": "10"}, "watch")]
)
def test_an_open_aim_is_marked_by_the_statistics_that_see_it_furthest_behind(
    material: MakeMaterial, with_readings: WithReadings, own: dict[str, str], shape: str
) -> None:
    given = material()
    instead = [replace(one, value=Decimal(value)) for code, value in own.items() if (one := reading(given, code)) is not None]
    (table,) = section(with_readings(given, *instead)).tables
    mark = table.rows[0][3]
    assert isinstance(mark, Mark)
    assert (mark.state, mark.word) == (shape, "Open")


def test_tells_the_verdict_and_leaves_the_pace_it_repeats(material: MakeMaterial) -> None:
    given = material()
    assert {"target-pace", "target-verdict"} <= {one.rule for one in given.findings}
    told = [str(one.lead) for one in section(given).items]
    assert "Verdicts on the aim differ." in told
    assert "The aim asks for more." not in told
    unjudged = replace(given, findings=tuple(one for one in given.findings if one.rule != "target-verdict"))
    assert "The aim asks for more." in [str(one.lead) for one in section(unjudged).items]


def test_the_verdict_says_the_arithmetic_and_hedges_what_is_not_exact(material: MakeMaterial) -> None:
    (said,) = [str(one.body) for one in section(material()).items if str(one.lead) == "Verdicts on the aim differ."]
    assert said == (
        "By 2030, $3 billion takes about 10% a year on Kazakh statistics, where growth was about 13% from 2019 to 2024: on track. "
        "It takes about 14% on Kyrgyz statistics, where growth was about 7%: behind."
    )


def test_parts_two_totals_with_a_french_semicolon(material: MakeMaterial) -> None:
    assert rows(material("fr"))[4] == [
        "9 avril 2024", "2 Md $", "2024", "Manqué", "1,7 Md $ (statistiques kazakhes)\u202f; 1,34 Md $ (statistiques kirghizes)",
    ]  # fmt: skip


def test_leaves_out_an_aim_without_a_reading(material: MakeMaterial, with_readings: WithReadings) -> None:
    given = material()
    assert len(rows(with_readings(given, without=("target.level:tg10:2030",)))) == len(rows(given)) - 1


def reading(material: Material, code: str) -> Reading | None:
    return material.facts.readings.latest("target.own_pace", code)


def test_says_that_none_was_declared(unwritten: MakeMaterial) -> None:
    assert (section(unwritten("en")).standing, section(unwritten("en")).notes) == ("", ("None declared",))
    assert section(unwritten("fr")).notes == ("Aucun déclaré",)
