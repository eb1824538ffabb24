from collections.abc import Callable

from bilan.findings.facts import Facts
from bilan.findings.rule import derive, rules
from bilan.model import Reading

Known = Callable[..., Facts]
Make = Callable[..., Reading]


def test_there_are_at_least_eight_rules() -> None:
    derive_nothing_from_nothing = rules.names()

    assert len(derive_nothing_from_nothing) >= 8


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


def test_every_finding_but_those_on_projects_rests_on_readings(facts: Known, reading: Make) -> None:
    found = derive(facts(reading("trade.total:KGZ:2024", "1340000000"), reading("trade.growth:KGZ:2024", "1.7", "percent")))

    assert found
    assert all(one.reading_ids for one in found)
