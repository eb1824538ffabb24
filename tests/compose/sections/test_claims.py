from collections.abc import Callable
from dataclasses import replace

from bilan.compose.material import Material
from bilan.compose.sections.claims import claims
from bilan.document import Mark, Section

MakeMaterial = Callable[..., Material]


def section(material: Material) -> Section:
    found = claims(material)
    assert found is not None
    return found


def row(material: Material, number: int) -> list[str]:
    (table,) = section(material).tables
    statement, says, (mark, note) = table.rows[number - 1]  # type: ignore[misc,str-unpack]  # a cell of two lines
    assert isinstance(mark, Mark)
    said = [str(statement), str(says), mark.state, mark.word, str(note)]
    return [one.replace("\u00a0", " ").replace("\u202f", " ") for one in said]


def test_sets_what_was_said_beside_what_the_data_say(material: MakeMaterial) -> None:
    assert row(material("en"), 6) == [
        "Trade reached $1.2 billion in 2023",
        "$1.32 billion on Kyrgyz statistics, $1.57 billion on Kazakh statistics; $1.18 billion was the Kyrgyz figure for 2022",
        "late",
        "Contradicted",
        "by data",
    ]
    assert row(material("fr"), 8) == [
        "Les échanges approcheraient 1,8 milliard de dollars en 2024",
        "Résultat : 1,34 milliard de dollars selon les statistiques kirghizes, 1,7 milliard de dollars selon les statistiques kazakhes",
        "late",
        "Prévision démentie",
        "calculé",
    ]
    assert row(material("fr"), 9) == [
        "Les deux États visent 2 milliards de dollars dans un avenir proche",
        "3 milliards de dollars depuis mai 2024, pour 2030 depuis décembre 2024",
        "watch",
        "Dépassée",
        "calculé",
    ]


def test_gives_all_fourteen_verdicts_a_word_and_a_shape(material: MakeMaterial) -> None:
    given = material("fr")
    assert [row(given, number)[3] for number in range(1, 15)] == [
        "Confirmée", "Incohérente", "Confirmée", "Confirmée", "Étayée en partie", "Contredite", "Selon les années", "Prévision démentie",
        "Dépassée", "Confirmée", "Confirmée", "Confirmée", "Non confirmée", "Étayée en partie",
    ]  # fmt: skip
    assert [row(given, number)[2] for number in (1, 2, 5, 7, 13)] == ["done", "late", "watch", "unknown", "unknown"]


def test_has_a_word_for_statistics_that_differ(material: MakeMaterial) -> None:
    for language, word in (("en", "Statistics differ"), ("fr", "Statistiques divergentes")):
        given = material(language)
        changed = tuple(replace(one, value="1600000000") if one.id == "c06" else one for one in given.facts.dossier.claims)
        disputed = replace(given, facts=replace(given.facts, dossier=replace(given.facts.dossier, claims=changed)))
        assert row(disputed, 6)[2:4] == ["watch", word]


def test_says_whose_statements_they_are_and_how_verdicts_are_found(material: MakeMaterial) -> None:
    assert str(section(material("en")).standing) == (
        "Statements of the source article (La Presse turquoise, 3 December 2024). Computed verdicts are marked “by data”."
    )
    assert str(section(material("fr")).standing) == (
        "Affirmations de l’article source (La Presse turquoise, 3 décembre 2024). "
        "Les verdicts calculés portent la mention «\u00a0calculé\u00a0»."
    )


def test_is_left_out_where_nothing_was_claimed(material: MakeMaterial) -> None:
    assert claims(material(as_of="2022-06-30")) is None
