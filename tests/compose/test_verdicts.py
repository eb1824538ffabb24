from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from bilan.compose.briefing import Draft
from bilan.compose.material import Material
from bilan.compose.verdicts import Verdict, disagreements, verdicts
from bilan.model import Precision
from bilan.sources.claims_file import StatedClaim

MakeMaterial = Callable[..., Material]


def found(material: Material) -> dict[str, Verdict]:
    return {one.row.id: one for one in verdicts(material)}


def with_claim(material: Material, name: str, **changes: object) -> Material:
    claims = tuple(replace(one, **changes) if one.id == name else one for one in material.facts.dossier.claims)  # type: ignore[arg-type]
    return replace(material, facts=replace(material.facts, dossier=replace(material.facts.dossier, claims=claims)))


def test_judges_the_fourteen_statements_of_the_article(material: MakeMaterial) -> None:
    assert {name: (one.verdict, one.computed) for name, one in found(material()).items()} == {
        "c01": ("confirmed", False),
        "c02": ("inconsistent", False),
        "c03": ("confirmed", False),
        "c04": ("confirmed", False),
        "c05": ("partly-supported", False),
        "c06": ("contradicted", True),
        "c07": ("window-dependent", True),
        "c08": ("not-met", True),
        "c09": ("superseded", True),
        "c10": ("confirmed", False),
        "c11": ("confirmed", False),
        "c12": ("confirmed", False),
        "c13": ("not-confirmed", False),
        "c14": ("partly-supported", False),
    }


def test_agrees_with_every_verdict_a_person_declared(material: MakeMaterial) -> None:
    assert disagreements(verdicts(material())) == []


def test_has_a_problem_with_a_declared_verdict_the_data_contradict(material: MakeMaterial, composed: Callable[[Material], Draft]) -> None:
    given = with_claim(material(), "c06", verdict="confirmed")
    (problem,) = composed(given).briefing.problems[len(given.facts.problems) :]
    assert (problem.where, problem.message, problem.rule) == (
        "claim c06",
        "is declared 'confirmed', the data say 'contradicted'",
        "claim",
    )


def test_has_no_quarrel_over_what_cannot_be_known_yet(material: MakeMaterial) -> None:
    early = material(as_of="2024-12-04")
    assert found(early)["c08"].verdict == "unverifiable"
    assert disagreements(verdicts(early)) == []


def test_tells_nothing_of_a_claim_before_its_evidence_was_published(material: MakeMaterial) -> None:
    early = found(material(as_of="2024-12-04"))
    late = {name for name, one in early.items() if str(one.says) == "No data"}
    assert late == {"c03", "c05", "c07", "c08", "c09", "c10", "c12", "c13"}
    assert all("2025" not in str(one.says) and "2026" not in str(one.says) for one in early.values())


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        ("1600000000", "disputed"),
        ("1570000000", "disputed"),
        ("1320000000", "disputed"),
        ("1325000000", "contradicted"),
        ("1000000000", "contradicted"),
        ("2000000000", "contradicted"),
    ],
)
def test_takes_a_claimed_number_to_half_a_unit_of_its_last_digit_and_never_to_more_than_a_twentieth(
    value: str, verdict: str, material: MakeMaterial
) -> None:
    assert found(with_claim(material(), "c06", value=value))["c06"].verdict == verdict


@pytest.mark.parametrize(("name", "check"), [("c06", "level:trade.total:2023"), ("c08", "outcome:trade.total:2024")])
def test_confirms_a_number_both_statistics_show(
    name: str, check: str, material: MakeMaterial, with_readings: Callable[..., Material]
) -> None:
    given = with_claim(material(), name, value="1300000000", check=check)
    totals = [one for one in given.facts.readings if one.indicator == "trade.total"]
    level = with_readings(given, *(replace(one, value=Decimal(1_290_000_000), precision=Precision.ROUNDED) for one in totals))
    assert found(level)[name].verdict == "confirmed"


@pytest.mark.parametrize(
    ("check", "verdict"), [("target:tg11", "confirmed"), ("target:tg07", "superseded"), ("target:tg99", "unverifiable")]
)
def test_judges_an_aim_by_what_was_declared_after_it(check: str, verdict: str, material: MakeMaterial) -> None:
    assert found(with_claim(material(), "c09", check=check))["c09"].verdict == verdict


def test_takes_a_claim_without_a_check_or_a_number_by_its_declared_verdict(material: MakeMaterial) -> None:
    unchecked, dated = found(with_claim(material(), "c06", check="", verdict="confirmed"))["c06"], found(material())["c01"]
    assert (unchecked.verdict, unchecked.computed) == ("confirmed", False)
    assert (dated.claimed, dated.computed) == (None, False)


def test_takes_the_year_of_the_date_for_a_number_claimed_without_one(material: MakeMaterial) -> None:
    claimed = {name: one.claimed for name, one in found(material()).items() if one.claimed}
    assert {name: str(one.period) for name, one in claimed.items()} == {"c05": "2024", "c06": "2023", "c08": "2024", "c09": "2026"}


def test_prints_the_table_s_own_words_where_the_partnership_wrote_none(material: MakeMaterial) -> None:
    one = found(with_claim(material(), "c01", id="c99", text="Signed on 19 April", wording="19 April it was"))["c99"]
    assert (str(one.statement), str(one.says)) == ("Signed on 19 April", "19 April it was")


def test_ignores_evidence_without_a_date(material: MakeMaterial) -> None:
    given = material()
    undated = replace(given, sources={name: replace(one, published="") for name, one in given.sources.items()})
    assert found(undated)["c13"].verdict == "not-confirmed"


def test_tries_a_rate_claimed_without_years_on_every_span_of_both_statistics(material: MakeMaterial) -> None:
    claim = found(material())["c07"]
    rates = {one.years: round(one.rate, 1) for one in claim.windows if one.reporter == "KGZ"}

    assert len(claim.windows) == 25
    assert (rates["2019..2023"], rates["2019..2024"], rates["2022..2023"]) == (Decimal("8.4"), Decimal("7.0"), Decimal("11.6"))
    assert {one.side for one in claim.windows} == {-1, 1}
    assert str(claim.says).endswith("Of 25 spans of years in the statistics, 0 give that rate.")


@pytest.mark.parametrize(
    ("check", "value", "verdict"),
    [
        ("growth:trade.total", "1-30", "confirmed"),
        ("growth:trade.total", "40", "contradicted"),
        ("growth:trade.total", "8.4", "window-dependent"),
        ("growth:trade.total:2019..2024", "7", "disputed"),
        ("growth:trade.total:1999..2000", "7", "unverifiable"),
    ],
)
def test_a_rate_is_confirmed_contradicted_or_depends_on_the_years(check: str, value: str, verdict: str, material: MakeMaterial) -> None:
    one = found(with_claim(material(), "c07", check=check, value=value))["c07"]
    assert (one.verdict, one.computed) == (verdict, True)


def stated(material: Material, **changes: object) -> Material:
    """The material with one claim of a claims.toml in place of the article's."""
    claim = StatedClaim(
        "own", "Trade came to about 1.6 billion", "1600000000", "USD", "2023", "unverifiable", "level:trade.total:2023", (), "say 1.57", "seed",
        (), **changes,  # type: ignore[arg-type]  # fields by name
    )  # fmt: skip
    return replace(material, facts=replace(material.facts, dossier=replace(material.facts.dossier, claims=(claim,))))


@pytest.mark.parametrize(
    ("changes", "verdict"),
    [
        ({}, "disputed"),
        ({"reporters": ("KAZ",)}, "confirmed"),
        ({"reporters": ("KAZ",), "tolerance": "1000000"}, "contradicted"),
        ({"tolerance": "300000000"}, "confirmed"),
    ],
)
def test_a_claim_may_name_whose_statistics_it_means_and_how_nearly_it_holds(
    changes: dict[str, object], verdict: str, material: MakeMaterial
) -> None:
    assert found(stated(material(), **changes))["own"].verdict == verdict


def test_a_claimed_range_holds_for_every_value_in_it(material: MakeMaterial) -> None:
    given = stated(material())
    claims = tuple(replace(one, value="1300000000..1600000000") for one in given.facts.dossier.claims)
    given = replace(given, facts=replace(given.facts, dossier=replace(given.facts.dossier, claims=claims)))

    assert found(given)["own"].verdict == "confirmed"
    assert found(given)["own"].claimed.value == Decimal(1300000000)  # type: ignore[union-attr]  # it has one


def test_a_rate_of_which_no_number_is_claimed_keeps_its_declared_verdict(material: MakeMaterial) -> None:
    one = found(with_claim(material(), "c07", value="much"))["c07"]
    assert (one.verdict, one.computed) == ("not-reproducible", False)
