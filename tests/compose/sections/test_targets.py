from collections.abc import Callable

from bilan.compose.material import Material
from bilan.compose.sections.targets import targets
from bilan.document import Mark, Section

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
    assert found[0] == ["22 August 2025", "$3bn", "2030", "Open", ""]
    assert found[3] == ["19 April 2024", "$2bn", "none", "Superseded", ""]
    assert found[4] == ["9 April 2024", "$2bn", "2024", "Missed", "$1.7bn (Kazakh statistics); $1.34bn (Kyrgyz statistics)"]
    assert found[7] == ["25 December 2017", "$1bn", "2020", "No figure", ""]


def test_parts_two_totals_with_a_french_semicolon(material: MakeMaterial) -> None:
    assert rows(material("fr"))[4] == [
        "9 avril 2024", "2 Md $", "2024", "Manqué", "1,7 Md $ (statistiques kazakhes)\u202f; 1,34 Md $ (statistiques kirghizes)",
    ]  # fmt: skip


def test_leaves_out_an_aim_without_a_reading(material: MakeMaterial, with_readings: WithReadings) -> None:
    given = material()
    assert len(rows(with_readings(given, without=("target.level:tg10:2030",)))) == len(rows(given)) - 1


def test_says_that_none_was_declared(unwritten: MakeMaterial) -> None:
    assert section(unwritten("en")).notes == ("None declared",)
    assert section(unwritten("fr")).notes == ("Aucun déclaré",)
