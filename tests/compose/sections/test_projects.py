from collections.abc import Callable

from bilan.compose.material import Material
from bilan.compose.sections.projects import projects
from bilan.document import Mark, Section

MakeMaterial = Callable[..., Material]


def section(material: Material) -> Section:
    found = projects(material)
    assert found is not None
    return found


def test_marks_every_project_by_its_dated_evidence_the_worst_first(material: MakeMaterial) -> None:
    found = [(str(one.lead), one.mark.state, one.mark.word) for one in section(material("fr")).items if one.mark]
    assert found == [
        ("Centrale solaire", "late", "En retard"),
        ("Centrale solaire, Bishkek Solar", "unknown", "Sans nouvelle récente"),
        ("Poste Aksou – Tomonkou-Tchouï", "unknown", "Sans nouvelle récente"),
        ("Complexe industriel et logistique", "unknown", "Sans nouvelle récente"),
        ("Usine de ferro-alliages", "unknown", "Sans nouvelle récente"),
    ]


def test_sets_place_last_evidence_due_date_and_age_in_a_table(material: MakeMaterial) -> None:
    (table,) = section(material("en")).tables
    name, mark, *rest = table.rows[0]
    assert isinstance(name, tuple)
    assert isinstance(mark, Mark)
    assert [str(one) for one in name] == ["Solar plant", "Toru-Aygyr, Issyk-Kul"]
    assert [str(one) for one in rest] == ["project under way", "December 2023", "19 Apr 2024", "925"]


def test_uses_the_table_s_own_name_where_no_place_is_written(material: MakeMaterial) -> None:
    given = material()
    given.printer.has = lambda _: False  # type: ignore[method-assign,assignment]  # a partnership that wrote no texts
    (table,) = section(given).tables
    assert [str(one) for one in table.rows[0][0]] == ["Solar plant, Toru-Aygyr (Issyk-Kul)"]  # type: ignore[union-attr]  # a cell of lines


def test_gives_the_minister_the_list_without_table_and_method(material: MakeMaterial) -> None:
    short = section(material(audience="minister"))
    assert (short.standing, short.tables) == ("", ())
    assert len(short.items) == 5


def test_says_no_data_where_no_project_is_known(material: MakeMaterial) -> None:
    early = section(material("fr", as_of="2012-12-31"))
    assert (early.tables, early.items, early.notes) == ((), (), ("Pas de données",))
