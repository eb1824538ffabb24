from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from bilan.compose.material import Material
from bilan.compose.sections.notes import notes
from bilan.document import Argument
from bilan.gate.check import GateResult
from bilan.period import Period
from bilan.pipeline.knowledge import Knowledge

MakeMaterial = Callable[..., Material]
GDP = "gdp_current_usd/KGZ////A"
LATE = GateResult(
    "freshness", GDP, "warn", ("macro.csv#ma1",), "", "", "gate-stale", (("last", Period.parse("2023")), ("due", date(2025, 7, 19)))
)


def said(material: Material) -> list[str]:
    found = notes(material)
    assert found is not None
    return [f"{one.lead} {one.body}".replace("\u00a0", " ").replace("\u202f", " ") for one in found.items]


def test_says_what_is_old_and_what_is_missing(material: MakeMaterial) -> None:
    told = said(material("fr", gate=()))
    expected = [
        "Des chiffres anciens. Le dernier total annuel des statistiques kazakhes est celui de 2024, publié en août 2025.",
        "Des chiffres anciens. Le dernier total annuel des statistiques kirghizes est celui de 2024, publié le 25 février 2025.",
        "Manquant. Part du partenaire, statistiques kazakhes, 2024 : pas de valeur, et aucune n’est inventée.",
        "Manquant. Part du partenaire, statistiques kirghizes, 2024 : pas de valeur, et aucune n’est inventée.",
    ]
    assert [one for one in told if one in expected] == expected


def test_tells_how_many_data_checks_gave_a_warning(material: MakeMaterial) -> None:
    assert said(material("en", gate=(), warnings=3))[-1] == "Noticed. 3 data checks gave a warning; the manifest lists each with its rows."
    assert said(material("en", gate=(), warnings=1))[-1] == "Noticed. 1 data check gave a warning; the manifest lists it with its rows."
    assert said(material("fr", gate=(), warnings=3))[-1] == (
        "Remarqué. Contrôles de données ayant donné un avertissement : 3 ; le manifeste les liste avec leurs lignes."
    )


def failed(series: str = GDP, rows: int = 1, more: int = 0, action: str = "warn", **args: Argument) -> GateResult:
    """What the gate says of a value that was revised."""
    said = {"period": Period.parse("2023"), "old": Decimal("3.506"), "value": Decimal("0.01072"), "day": date(2024, 12, 20), **args}
    names = tuple(f"macro.csv#ma{number}" for number in range(rows))
    return GateResult("revision", series, action, names, "", "", "gate-revision", tuple(said.items()), more)  # type: ignore[arg-type]


def noticed(material: Material) -> list[str]:
    return [one for one in said(material) if ".csv#" in one]


def test_tells_each_warning_with_its_rows_in_the_language_of_the_reader(material: MakeMaterial) -> None:
    assert noticed(material("en", gate=(failed(), LATE))) == [
        "Unusual revisions. GDP, Kyrgyzstan: 2023 revised from 3.506 to 0.01072 on 20 December 2024 (macro.csv#ma0).",
        "Late figures. GDP, Kyrgyzstan: 2023, next due by 19 July 2025 (macro.csv#ma1).",
    ]
    assert noticed(material("fr", gate=(failed(), LATE))) == [
        "Révisions inhabituelles. PIB, Kirghizstan : 2023 révisé de 3,506 à 0,01072 le 20 décembre 2024 (macro.csv#ma0).",
        "Chiffres en retard. PIB, Kirghizstan : 2023, suite attendue le 19 juillet 2025 (macro.csv#ma1).",
    ]


def test_one_note_a_check_tells_all_its_series(material: MakeMaterial) -> None:
    told = noticed(material("en", gate=(failed(), failed("population/KAZ////A"))))

    assert len(told) == 1
    assert told[0].endswith(
        "(macro.csv#ma0); population, Kazakhstan: 2023 revised from 3.506 to 0.01072 on 20 December 2024 (macro.csv#ma0)."
    )


def test_a_few_rows_stand_for_many_and_so_does_the_first_fault(material: MakeMaterial) -> None:
    assert noticed(material("en", gate=(failed(rows=7, more=2),))) == [
        (
            "Unusual revisions. GDP, Kyrgyzstan: 2023 revised from 3.506 to 0.01072 on 20 December 2024, and 2 more"
            " (macro.csv#ma0, macro.csv#ma1, macro.csv#ma2 and 4 more)."
        )
    ]


def test_a_draft_says_what_is_held(material: MakeMaterial) -> None:
    assert noticed(material("en", gate=(failed(action="hold"),)))[0].startswith("Unusual revisions. GDP, Kyrgyzstan: held, 2023 revised")


@pytest.mark.parametrize(
    ("series", "name"),
    [
        ("trade/KAZ/KGZ/total/TOTAL/YTD", "trade, Kazakhstan, both directions, year to date"),
        ("trade/KAZ/KGZ/export/AGRIFOOD/Q", "trade, Kazakhstan, exports, AGRIFOOD, quarterly"),
        ("weo_bca/KGZ////A", "current-account balance (IMF), Kyrgyzstan"),
        ("of_its_own/KGZ////A", "of_its_own, Kyrgyzstan"),
        ("gross_fdi_inflow_all/WLD/KGZ///A", "gross direct investment, all countries, WLD, Kyrgyzstan"),
        ("a/path/of/another/kind/of/place", "a/path/of/another/kind/of/place"),
    ],
)
def test_names_a_series_in_words_as_far_as_there_are_words(material: MakeMaterial, series: str, name: str) -> None:
    assert noticed(material("en", gate=(failed(series),)))[0].startswith(f"Unusual revisions. {name}: 2023")


def test_rows_and_values_are_declared_constants(material: MakeMaterial) -> None:
    made = material("en", gate=(failed(),))
    notes(made)

    assert {(one.text, one.kind) for one in made.printer.made} >= {
        ("macro.csv#ma0", "code"),
        ("0.01072", "claim"),
        ("20 December 2024", "date"),
    }


def test_passed_checks_and_idle_rules_are_not_told(material: MakeMaterial) -> None:
    idle = GateResult("unit", "gdp/*", "pass", (), "the rule matches no series")

    assert noticed(material("en", gate=(idle, failed(action="pass")))) == []


def test_says_all_that_the_gate_finds_in_the_pack(material: MakeMaterial, learned: Callable[[str], Knowledge]) -> None:
    for day in ("2021-01-31", "2024-03-31", "2024-12-31", "2026-10-31"):
        gate = learned(day).gate
        checks = {one.rule for one in gate if one.action != "pass"}
        for language in ("en", "fr"):
            assert len(noticed(material(language, as_of=day, gate=gate))) == len(checks)


def test_explains_the_gap_with_what_the_partnership_knows_of_it_once_there_is_one(material: MakeMaterial, unwritten: MakeMaterial) -> None:
    definition = "Mirror gap. The buyer’s imports less the seller’s exports of the same year."
    assert said(material("en"))[2] == (
        f"{definition} Both partners belong to a customs union without customs declarations between members; their statistics rest on forms."
    )
    assert said(material("en", as_of="2012-12-31"))[2] == definition
    assert said(unwritten("en"))[2] == definition


def test_states_scope_rounding_and_method_even_without_data(unwritten: MakeMaterial) -> None:
    assert [one.split(".")[0] for one in said(unwritten("en"))] == ["Scope", "Rounding", "Mirror gap"]
