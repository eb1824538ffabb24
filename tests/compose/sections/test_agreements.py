from collections.abc import Callable
from dataclasses import replace

from bilan.compose.material import Material
from bilan.compose.sections.agreements import ROWS, agreements
from bilan.document import Section

MakeMaterial = Callable[..., Material]


def section(material: Material) -> Section:
    found = agreements(material)
    assert found is not None
    return found


def rows(material: Material) -> list[list[str]]:
    (table,) = section(material).tables
    return [[str(one).replace("\u00a0", " ").replace("\u202f", " ") for one in row] for row in table.rows]


def test_lists_the_last_events_the_newest_first(material: MakeMaterial) -> None:
    found = rows(material("en"))
    assert found[0] == ["25 February 2026", "Jogorku Kenesh passes the crossing protocol at first reading", "Bishkek"]
    assert len(found) == ROWS


def test_writes_places_as_the_language_does(material: MakeMaterial) -> None:
    assert {row[2] for row in rows(material("fr"))} == {"Astana", "Bichkek", "Tcholpon-Ata"}


def test_prints_a_date_only_as_precisely_as_it_is_known(material: MakeMaterial) -> None:
    assert rows(material("fr", as_of="2012-12-31"))[1] == [
        "juillet 2006",
        "Annonce d’un plan d’investissement de 2,5 milliards de dollars",
        "Astana",
    ]


def test_prints_the_place_of_the_table_where_the_partnership_names_it_in_no_language(material: MakeMaterial) -> None:
    given = material()
    moved = tuple(replace(one, place="Room 7 (Geneva)") for one in given.facts.dossier.events)
    elsewhere = replace(given, facts=replace(given.facts, dossier=replace(given.facts.dossier, events=moved)))
    assert {row[2] for row in rows(elsewhere)} == {"Room 7 (Geneva)"}


def test_has_a_dash_where_no_place_is_known(material: MakeMaterial) -> None:
    assert rows(material(as_of="2024-05-01"))[1][1:] == ["Business forum: documents for $300 million", "—"]


def test_says_no_data_where_no_event_is_known(unwritten: MakeMaterial) -> None:
    empty = section(unwritten("fr"))
    assert (empty.figures, empty.tables, empty.notes) == ((), (), ("Pas de données",))
