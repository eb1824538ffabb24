from collections.abc import Callable
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilan.findings.builtin  # noqa: F401  registers the rules
from bilan.config.models import PartnershipConfig
from bilan.document import Finding
from bilan.errors import DefinitionError
from bilan.findings.changes import MEANING
from bilan.findings.examples import Example, examples
from bilan.findings.facts import Facts
from bilan.findings.rule import ROOM, Voice, derive, finding, rules, settled, when
from bilan.model import Precision, Reading, Status
from bilan.period import Period

Known = Callable[..., Facts]
Make = Callable[..., Reading]
YEAR = Period.parse("2023")


def test_there_are_at_least_twenty_five_rules() -> None:
    assert len(rules) >= 25
    assert all(0 < one.weight <= 100 and one.says.topic for one in rules)


def test_no_facts_give_no_findings(facts: Known) -> None:
    assert derive(facts()) == ()


def test_the_heaviest_finding_comes_first_and_the_order_is_always_the_same(facts: Known, reading: Make) -> None:
    known = facts(
        reading("trade.total:KGZ:2024", "1340000000"),
        reading("trade.growth:KGZ:2024", "1.7", "percent"),
        reading("trade.total:KAZ:2024", "1700000000"),
        reading("trade.growth:KAZ:2024", "8.1", "percent"),
        reading("mirror.total_gap:KAZ-KGZ:2024", "360000000"),
    )
    found = derive(known)

    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)
    assert [(one.rule, one.subject) for one in found if one.rule == "trade-growth"] == [("trade-growth", "KAZ"), ("trade-growth", "KGZ")]
    assert derive(known) == found


def test_no_finding_is_made_without_period_reporter_and_source(reading: Make) -> None:
    whole = reading("trade.total:KGZ:2023", "5")
    nobody = reading("target.level:tg06:2023", "5")

    assert finding("trade-growth", (whole,), "KGZ", period=YEAR).reading_ids == (whole.id,)
    with pytest.raises(DefinitionError, match="has no period"):
        finding("trade-growth", (whole,), "KGZ", direction="up", stated="")
    with pytest.raises(DefinitionError, match="has no reporter"):
        finding("trade-growth", (nobody,), "KGZ", period=YEAR)
    with pytest.raises(DefinitionError) as told:
        finding("trade-growth", (), "KGZ")
    assert [one for one in ("period", "reporter", "source") if f"has no {one}" in str(told.value)] == ["period", "reporter", "source"]


def test_only_a_rule_on_the_word_of_dated_sources_needs_no_reporter() -> None:
    assert finding("project-done", ("press",), "dam", stated="2024-04").reading_ids == ()
    with pytest.raises(DefinitionError, match="has no source"):
        finding("project-done", (), "dam", stated="2024-04")
    assert {one.section for one in rules if one.says.voice is Voice.SOURCE} == {"projects", "agreements", "trade"}


@pytest.mark.parametrize("status", [Status.FINAL, Status.PROVISIONAL, Status.ESTIMATED])
def test_a_finding_is_as_firm_as_the_weakest_of_its_readings(reading: Make, status: Status) -> None:
    known = [reading("trade.total:KGZ:2023", "5"), _with(reading("trade.growth:KGZ:2023", "5", "percent"), status)]

    assert dict(finding("trade-growth", known, "KGZ", period=YEAR).args)["status"] == status.value


def _with(one: Reading, status: Status) -> Reading:
    return Reading(**{name: getattr(one, name) for name in one.__dataclass_fields__} | {"status": status})


def said(rule: str, subject: str, year: str, word: str, weight: int, ids: tuple[str, ...] = ()) -> Finding:
    return Finding(rule, rules.get(rule).section, weight, (("direction", word), ("period", Period.parse(year))), ids, subject)


FINDINGS = st.builds(
    said,
    st.sampled_from(rules.names()),
    st.sampled_from(("KAZ", "KGZ")),
    st.sampled_from(("2022", "2023")),
    st.sampled_from(("up", "down", "stable")),
    st.integers(1, 100),
    st.lists(st.sampled_from(("a", "b", "c")), unique=True, max_size=2).map(tuple),
)


def topic(one: Finding) -> str:
    return rules.get(one.rule).says.topic


@given(st.lists(FINDINGS, max_size=25))
def test_of_two_findings_on_one_topic_subject_and_period_only_one_stands(found: list[Finding]) -> None:
    kept = settled(found)

    for one, other in combinations(kept, 2):
        assert (topic(one), one.subject, when(one)) != (topic(other), other.subject, when(other))
        assert topic(one) != topic(other) or not one.reading_ids or set(one.reading_ids) != set(other.reading_ids)
    limited = [one.section for one in kept if rules.get(one.rule).says.limited]
    assert all(limited.count(section) <= ROOM for section in limited)


@given(st.lists(FINDINGS, max_size=25), st.randoms(use_true_random=False))
def test_what_stands_is_the_heavier_whatever_the_order(found: list[Finding], chance: st.randoms) -> None:  # type: ignore[valid-type]
    shuffled = list(found)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    kept = settled(found)

    weights = [(one.rule, one.subject, when(one), one.weight) for one in kept]
    assert [(one.rule, one.subject, when(one), one.weight) for one in settled(shuffled)] == weights
    assert settled(kept) == kept
    heaviest = max((one.weight for one in found), default=0)
    assert not kept or kept[0].weight == heaviest
    for lost in set(found) - set(kept):
        rivals = [one for one in kept if topic(one) == topic(lost) or (rules.get(lost.rule).says.limited and one.section == lost.section)]
        assert max(one.weight for one in rivals) >= lost.weight


INDICATORS = {
    "trade.total": "USD", "trade.exports": "USD", "trade.imports": "USD", "trade.balance": "USD", "trade.growth": "percent",
    "trade.cagr": "percent", "trade.coverage_ratio": "percent", "trade.partner_share": "percent", "trade.real_growth": "percent",
    "trade.contribution_exports": "percentage_points", "trade.contribution_imports": "percentage_points", "macro.gdp": "USD",
    "macro.inflation": "percent", "macro.gdp_growth": "percent", "investment.flow": "USD", "investment.growth": "percent",
    "investment.net_inflow_share": "percent", "movement.arrivals": "persons", "movement.arrivals_growth": "percent",
}  # fmt: skip
VALUES = st.decimals(-200, 200, places=1) | st.just(Decimal(0)) | st.none()


@given(
    st.dictionaries(
        st.tuples(st.sampled_from(sorted(INDICATORS)), st.sampled_from(("KAZ", "KGZ")), st.integers(2021, 2025)),
        st.tuples(VALUES, st.sampled_from(list(Precision))),
        max_size=40,
    )
)
def test_whatever_the_readings_no_two_findings_contradict_each_other(
    partnership: PartnershipConfig, known: dict[tuple[str, str, int], tuple[Decimal | None, Precision]]
) -> None:
    written = {
        f"{indicator}:{code}:{year}": f"{number} {precision.value}"
        for (indicator, code, year), (number, precision) in known.items()
        if number is not None
    }
    found = derive(Example("", "", {}, {"readings": written}).facts(partnership))

    meant: dict[tuple[str, str, str], list[tuple[str, ...]]] = {}
    for one in found:
        words = tuple(value for name, value in one.args if name in MEANING and isinstance(value, str))
        meant.setdefault((topic(one), one.subject, when(one)), []).append(words)
    assert all(len(words) == 1 for words in meant.values())


def test_every_example_of_every_rule_names_its_period_its_reporter_and_its_source(partnership: PartnershipConfig) -> None:
    """`finding` refuses one without; here every rule is seen to pass it."""
    told = {one.rule for group in examples().values() for example in group for one in derive(example.facts(partnership))}

    assert sorted(told) == rules.names()
