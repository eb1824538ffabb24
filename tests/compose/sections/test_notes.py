from collections.abc import Callable

from bilan.compose.material import Material
from bilan.compose.sections.notes import notes

MakeMaterial = Callable[..., Material]


def said(material: Material) -> list[str]:
    found = notes(material)
    assert found is not None
    return [f"{one.lead} {one.body}".replace("\u00a0", " ").replace("\u202f", " ") for one in found.items]


def test_says_what_is_old_and_what_is_missing(material: MakeMaterial) -> None:
    assert said(material("fr"))[4:] == [
        "Des chiffres anciens. Le dernier total annuel des statistiques kazakhes est celui de 2024, publié en août 2025.",
        "Des chiffres anciens. Le dernier total annuel des statistiques kirghizes est celui de 2024, publié le 25 février 2025.",
        "Manquant. Part du partenaire, statistiques kazakhes, 2024 : pas de valeur, et aucune n’est inventée.",
        "Manquant. Part du partenaire, statistiques kirghizes, 2024 : pas de valeur, et aucune n’est inventée.",
    ]


def test_tells_how_many_data_checks_gave_a_warning(material: MakeMaterial) -> None:
    assert said(material("en", warnings=3))[-1] == "Noticed. 3 data checks gave a warning; the manifest lists each with its rows."
    assert said(material("en", warnings=1))[-1] == "Noticed. 1 data check gave a warning; the manifest lists it with its rows."
    assert said(material("fr", warnings=3))[-1] == (
        "Remarqué. Contrôles de données ayant donné un avertissement : 3 ; le manifeste les liste avec leurs lignes."
    )


def test_explains_the_gap_with_what_the_partnership_knows_of_it_once_there_is_one(material: MakeMaterial, unwritten: MakeMaterial) -> None:
    definition = "Mirror gap. The buyer’s imports less the seller’s exports of the same year."
    assert said(material("en"))[2] == (
        f"{definition} Both partners belong to a customs union without customs declarations between members; their statistics rest on forms."
    )
    assert said(material("en", as_of="2012-12-31"))[2] == definition
    assert said(unwritten("en"))[2] == definition


def test_states_scope_rounding_and_method_even_without_data(unwritten: MakeMaterial) -> None:
    assert [one.split(".")[0] for one in said(unwritten("en"))] == ["Scope", "Rounding", "Mirror gap", "Share in trade"]
