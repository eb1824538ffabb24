from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from bilan.compose.material import Material
from bilan.compose.sections.agreements import ROWS, agreements
from bilan.document import Section
from bilan.sources.dossier import Step, TreatyStep

MakeMaterial = Callable[..., Material]


def section(material: Material) -> Section:
    found = agreements(material)
    assert found is not None
    return found


def rows(material: Material) -> list[list[str]]:
    (table,) = [one for one in section(material).tables if one.id == "events"]
    return [[str(one).replace("\u00a0", " ").replace("\u202f", " ") for one in row] for row in table.rows]


def steps(material: Material) -> list[list[str]]:
    (table,) = [one for one in section(material).tables if one.id == "treaties"]
    return [[str(one).replace("\u00a0", " ").replace("\u202f", " ") for one in row] for row in table.rows]


def test_tells_how_far_each_treaty_has_come_by_each_side(material: MakeMaterial) -> None:
    found = steps(material("en"))
    assert found[0] == ["Protocol on two border crossings", "22 August 2025", "—", "—", "no evidence after 435 days"]
    assert found[1] == [
        "Treaty deepening allied relations", "19 April 2024", "approved, 21 May 2025", "ratified, 2 December 2024",
        "no evidence after 925 days",
    ]  # fmt: skip
    assert found[-1] == ["Treaty of Eternal Friendship", "8 April 1997", "—", "—", "yes, day not given"]
    assert steps(material("fr"))[1][2:] == ["approuvé, 21 mai 2025", "ratifié, 2 décembre 2024", "sans preuve (925 jours)"]


@pytest.mark.parametrize(
    ("step", "on", "cells"),
    [
        (Step.RATIFIED, "", ["ratified", "no evidence after 1 day"]),
        (Step.IN_FORCE, "2026-10-31", ["—", "31 October 2026"]),
        (Step.IN_FORCE, "", ["—", "yes, day not given"]),
        (Step.ENDED, "2026-10", ["—", "ended, October 2026"]),
        (Step.ENDED, "", ["—", "ended"]),
    ],
)
def test_a_step_without_a_day_is_told_without_one(material: MakeMaterial, step: Step, on: str, cells: list[str]) -> None:
    def taken(kind: Step, day: str) -> TreatyStep:
        return TreatyStep(kind.value, "water", "On water", kind, "KGZ", day, date(2026, 10, 30), ("seed",))

    (row,) = steps(of(material(), treaties=(taken(Step.SIGNED, "2026-10-30"), taken(step, on))))
    assert row[3:] == cells


def test_a_treaty_without_a_day_of_signature_has_no_age(material: MakeMaterial) -> None:
    undated = TreatyStep("t1", "water", "On water", Step.SIGNED, "", "", date(2026, 1, 1), ("seed",))
    assert steps(of(material(), treaties=(undated,))) == [["On water", "—", "—", "—", "—"]]


def test_calls_a_place_as_it_was_called_on_the_day(material: MakeMaterial) -> None:
    def places(day: str) -> list[str]:
        return [row[2] for row in rows(material(as_of=day)) if row[2] != "—"]

    assert "Nur-Sultan (formerly Astana)" not in places("2021-11-30")
    assert "Nur-Sultan" in places("2021-11-30")
    assert "Astana" not in places("2021-11-30")
    assert next(one for one in places("2023-06-30") if "Astana" in one) == "Astana (formerly Nur-Sultan)"
    assert "Nur-Sultan" not in places("2026-10-31")


def test_the_name_before_is_told_once_in_a_table(material: MakeMaterial) -> None:
    given = material(as_of="2023-06-30")
    everywhere = tuple(replace(one, place="Astana") for one in given.facts.dossier.events)
    found = [row[2] for row in rows(of(given, events=everywhere))]
    assert found[0] == "Astana (formerly Nur-Sultan)"
    assert set(found[1:]) == {"Astana"}


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
    assert {row[2] for row in rows(of(given, events=moved))} == {"Room 7 (Geneva)"}


def test_has_a_dash_where_no_place_is_known(material: MakeMaterial) -> None:
    assert rows(material(as_of="2024-05-01"))[1][1:] == ["Business forum: documents for $300 million", "—"]


def test_says_no_data_where_no_event_is_known(unwritten: MakeMaterial) -> None:
    empty = section(unwritten("fr"))
    assert (empty.standing, empty.figures, empty.tables, empty.notes) == ("", (), (), ("Pas de données",))


def of(material: Material, **parts: object) -> Material:
    """The material with parts of its dossier replaced."""
    dossier = replace(material.facts.dossier, **parts)  # type: ignore[arg-type]  # named parts
    return replace(material, facts=replace(material.facts, dossier=dossier))
