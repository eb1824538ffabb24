from collections.abc import Callable
from dataclasses import replace

from bilan.compose.material import Material
from bilan.compose.sections.sources import sources
from bilan.config.models import OfficeConfig
from bilan.document import Mark, Section

MakeMaterial = Callable[..., Material]


def section(material: Material) -> Section:
    found = sources(material)
    assert found is not None
    return found


def rows(material: Material) -> list[list[str]]:
    (table,) = section(material).tables
    return [[(one.word if isinstance(one, Mark) else str(one)).replace("\u00a0", " ") for one in row] for row in table.rows]


def test_lists_publishers_the_freshest_first_with_use_last_period_and_age(material: MakeMaterial) -> None:
    found = rows(material("en"))
    assert found[0] == ["DataHub core datasets: population", "population", "2024", "6 Mar 2026", "239", "Current"]
    assert ["The Astana Times", "investment, trade", "2023", "31 Jul 2024", "822", "Stale"] in found
    assert [row[-1] for row in found] == sorted((row[-1] for row in found), key=["Current", "Stale"].index)


def test_leaves_out_the_part_of_a_year_that_a_full_year_has_overtaken(material: MakeMaterial) -> None:
    assert "janvier–mai 2020" not in {row[2] for row in rows(material("fr"))}
    assert "janvier–mai 2012" in {row[2] for row in rows(material("fr", as_of="2012-12-31"))}


def test_leaves_out_a_source_the_register_does_not_know(material: MakeMaterial) -> None:
    given = material()
    kept = {name: one for name, one in given.sources.items() if one.publisher == "BAQ.kz"}
    assert [row[0] for row in rows(replace(given, sources=kept))] == ["BAQ.kz"]


def test_closes_with_how_to_check_a_number_and_whom_to_write_to(material: MakeMaterial) -> None:
    office = OfficeConfig(name="Economic office", contact="office@example.org, room 7")
    assert [(str(one.lead), str(one.body)) for one in section(material("en", office=office)).items] == [
        ("Check a number", "bilan trace kz-kg/2026-10/analyst.en …"),
        ("Correction or question", "office@example.org, room 7"),
        ("Issued by", "Economic office"),
    ]
    assert [str(one.lead) for one in section(material("fr")).items] == ["Vérifier un chiffre", "Émetteur"]


def test_says_no_data_where_nothing_was_taken_in(unwritten: MakeMaterial) -> None:
    assert section(unwritten("en")).notes == ("No data",)
