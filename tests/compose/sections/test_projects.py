from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from bilan.compose.material import Material
from bilan.compose.sections.projects import projects
from bilan.document import Mark, Section
from bilan.findings.states import Patience
from bilan.sources.names import Name

MakeMaterial = Callable[..., Material]


def section(material: Material) -> Section:
    found = projects(material)
    assert found is not None
    return found


def test_marks_every_project_by_its_dated_evidence_the_worst_first(material: MakeMaterial) -> None:
    found = [(str(one.lead), one.mark.state, one.mark.word) for one in section(material("fr")).items if one.mark]
    assert found == [
        ("Centrale solaire, Bishkek Solar", "late", "En retard"),
        ("Centrale solaire", "late", "En retard"),
        ("Poste Aksou – Tomonkou-Tchouï (anciennement Kamychanovka)", "unknown", "Sans nouvelle récente"),
        ("Complexe industriel et logistique", "unknown", "Sans nouvelle récente"),
        ("Usine de ferro-alliages", "unknown", "Sans nouvelle récente"),
    ]


def test_sets_place_stage_last_evidence_due_date_and_age_in_a_table(material: MakeMaterial) -> None:
    (table,) = section(material("en")).tables
    name, state, *rest = table.rows[1]
    assert isinstance(name, tuple)
    assert isinstance(state, tuple)
    assert [str(one) for one in name] == ["Solar plant", "Toru-Aygyr, Issyk-Kul"]
    assert state == (Mark("late", "Late"), "agreed")
    assert [str(one) for one in rest] == ["project under way", "December 2023", "19 Apr 2024", "925"]


def test_a_project_no_row_gives_a_stage_has_the_mark_alone(material: MakeMaterial) -> None:
    facts = tuple(replace(one, stage=None) for one in material().facts.dossier.projects)
    (table,) = section(of(material(), projects=facts)).tables
    assert {type(row[1]) for row in table.rows} == {Mark}


@pytest.mark.parametrize(
    ("day", "item", "lines"),
    [
        ("2025-07-31", "Aksu – Kamyshanovka crossing", ["Aksu – Kamyshanovka crossing"]),
        (
            "2026-10-31",
            "Aksu – Tomonku-Chuy crossing (formerly Kamyshanovka)",
            ["Aksu – Tomonku-Chuy crossing", "formerly Kamyshanovka"],
        ),
        ("2027-10-31", "Aksu – Tomonku-Chuy crossing", ["Aksu – Tomonku-Chuy crossing"]),
    ],
)
def test_calls_a_project_as_it_was_called_on_the_day(material: MakeMaterial, day: str, item: str, lines: list[str]) -> None:
    found = section(material(as_of=day))
    assert [str(one.lead) for one in found.items if "Aksu" in str(one.lead)] == [item]
    names = [[str(line) for line in row[0]] for row in found.tables[0].rows if isinstance(row[0], tuple)]
    assert lines in names


def test_a_name_without_a_sentence_for_it_stands_alone(material: MakeMaterial) -> None:
    names = (Name("project-solar", "en", "Lake Plant 2", date.min, date.min),)
    found = section(of(material(), names=names))
    assert "Lake Plant 2" in [str(one.lead) for one in found.items]


def test_shows_the_old_date_of_a_promise_that_was_moved(material: MakeMaterial) -> None:
    given = material()
    promise = next(one for one in given.facts.dossier.projects if one.id == "pj10")
    moved = replace(promise, id="pj10b", value="2027-06", as_of="2026-09-01", known_on=date(2026, 9, 1))
    (table,) = section(of(given, projects=(*given.facts.dossier.projects, moved))).tables
    (row,) = [row for row in table.rows if isinstance(row[0], tuple) and str(row[0][0]) == "Solar plant"]
    assert row[1] == (Mark("watch", "Slipped"), "agreed")
    assert isinstance(row[3], tuple)
    assert [str(one) for one in row[3]] == ["June 2027", "first promised: December 2023"]


def test_uses_the_table_s_own_name_where_no_text_is_written(material: MakeMaterial) -> None:
    given = material()
    given.printer.has = lambda _: False  # type: ignore[method-assign,assignment]  # a partnership that wrote no texts
    (table,) = section(given).tables
    assert [str(one) for one in table.rows[1][0]] == ["Solar plant, Toru-Aygyr (Issyk-Kul)"]  # type: ignore[union-attr]  # a cell of lines


def test_gives_the_minister_the_list_without_table_and_method(material: MakeMaterial) -> None:
    short = section(material(audience="minister"))
    assert (short.standing, short.tables) == ("", ())
    assert len(short.items) == 5


def test_says_no_data_and_no_method_where_no_project_is_known(material: MakeMaterial) -> None:
    early = section(material("fr", as_of="2012-12-31"))
    assert (early.standing, early.tables, early.items, early.notes) == ("", (), (), ("Pas de données",))


def test_the_days_of_silence_are_told_as_they_are_set(material: MakeMaterial) -> None:
    given = material()
    patient = replace(given, facts=replace(given.facts, patience=Patience(100, 300)))
    assert "100 days" in str(section(patient).standing)
    assert {one.mark.word for one in section(patient).items if one.mark} == {"Late", "Watch", "No recent evidence"}


def of(material: Material, **parts: object) -> Material:
    """The material with parts of its dossier replaced."""
    dossier = replace(material.facts.dossier, **parts)  # type: ignore[arg-type]  # named parts
    return replace(material, facts=replace(material.facts, dossier=dossier))
