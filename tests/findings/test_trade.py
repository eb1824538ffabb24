from collections.abc import Callable, Iterable

import pytest

from bilan.document import Finding
from bilan.findings.facts import Facts
from bilan.findings.trade import balance, growth, mirror_below, partner_share, totals_differ, year_to_date
from bilan.model import Precision, Reading

Known = Callable[..., Facts]
Make = Callable[..., Reading]


def only(found: Iterable[Finding]) -> Finding:
    (one,) = found
    return one


@pytest.mark.parametrize(("percent", "direction"), [("11.6", "up"), ("1", "up"), ("0.99", "stable"), ("-0.99", "stable"), ("-3", "down")])
def test_tells_growth_by_its_size(facts: Known, reading: Make, percent: str, direction: str) -> None:
    one = only(growth(facts(reading("trade.total:KGZ:2023", "1317884000"), reading("trade.growth:KGZ:2023", percent, "percent"))))

    assert dict(one.args)["direction"] == direction
    assert one.reading_ids == ("trade.total:KGZ:2023", "trade.growth:KGZ:2023")


def test_growth_of_an_older_year_is_no_news(facts: Known, reading: Make) -> None:
    assert list(growth(facts(reading("trade.total:KGZ:2024", "1340000000"), reading("trade.growth:KGZ:2023", "11.6", "percent")))) == []


@pytest.mark.parametrize(("value", "seller"), [("-406480000", "KAZ"), ("406480000", "KGZ")])
def test_tells_who_sells_more(facts: Known, reading: Make, value: str, seller: str) -> None:
    known = facts(
        reading("trade.balance:KGZ:2023", value),
        reading("trade.exports:KGZ:2023", "455702000"),
        reading("trade.imports:KGZ:2023", "862182000"),
    )

    assert dict(only(balance(known)).args)["seller"] == seller


def test_of_two_balances_of_a_year_the_exact_one_is_told(facts: Known, reading: Make) -> None:
    flows = [reading(f"trade.{flow}:{code}:2023", "5") for flow in ("exports", "imports") for code in ("KAZ", "KGZ")]
    known = facts(reading("trade.balance:KAZ:2023", "1", precision=Precision.APPROXIMATE), reading("trade.balance:KGZ:2023", "-1"), *flows)

    assert only(balance(known)).subject == "KGZ"


def test_a_balance_without_both_flows_is_not_told(facts: Known, reading: Make) -> None:
    assert list(balance(facts(reading("trade.balance:KGZ:2023", "-1")))) == []


@pytest.mark.parametrize(("gap", "high"), [("360000000", "KAZ"), ("-360000000", "KGZ")])
def test_tells_which_statistics_are_higher(facts: Known, reading: Make, gap: str, high: str) -> None:
    totals = (reading("trade.total:KAZ:2024", "1700000000"), reading("trade.total:KGZ:2024", "1340000000"))

    assert dict(only(totals_differ(facts(reading("mirror.total_gap:KAZ-KGZ:2024", gap), *totals))).args)["statistics_high"] == high


@pytest.mark.parametrize("gap", ["0", None])
def test_equal_totals_are_no_finding(facts: Known, reading: Make, gap: str | None) -> None:
    assert list(totals_differ(facts(reading("mirror.total_gap:KAZ-KGZ:2024", gap)))) == []


def test_a_gap_without_its_totals_is_not_told(facts: Known, reading: Make) -> None:
    assert list(totals_differ(facts(reading("mirror.total_gap:KAZ-KGZ:2024", "5")))) == []


@pytest.mark.parametrize(("ratio", "side"), [("0.80", "below"), ("1.09", "above")])
def test_tells_on_which_side_the_buyer_is(facts: Known, reading: Make, ratio: str, side: str) -> None:
    flows = (reading("trade.exports:KAZ:2023", "1076800000"), reading("trade.imports:KGZ:2023", "862182000"))

    assert dict(only(mirror_below(facts(reading("mirror.ratio:KAZ>KGZ:2023", ratio, "ratio"), *flows))).args)["side"] == side


@pytest.mark.parametrize("ratio", ["0.96", "1.04", None])
def test_records_that_nearly_agree_are_no_finding(facts: Known, reading: Make, ratio: str | None) -> None:
    assert list(mirror_below(facts(reading("mirror.ratio:KAZ>KGZ:2023", ratio, "ratio")))) == []


def test_a_ratio_without_its_flows_is_not_told(facts: Known, reading: Make) -> None:
    assert list(mirror_below(facts(reading("mirror.ratio:KAZ>KGZ:2023", "0.5", "ratio")))) == []


def test_shares_are_told_for_one_year_only(facts: Known, reading: Make) -> None:
    ours, theirs = reading("trade.partner_share:KAZ:2023", "1.1", "percent"), reading("trade.partner_share:KGZ:2023", "8.4", "percent")

    assert only(partner_share(facts(ours, theirs))).reading_ids == (ours.id, theirs.id)
    assert list(partner_share(facts(ours, reading("trade.partner_share:KGZ:2022", "9.8", "percent")))) == []


def test_a_part_of_a_year_is_told_only_if_newer_than_the_last_year(facts: Known, reading: Make) -> None:
    part = reading("trade.ytd:KAZ:2025-M01..M08", "1400000000")

    assert only(year_to_date(facts(part))).subject == "KAZ"
    assert list(year_to_date(facts(part, reading("trade.total:KAZ:2025", "2000000000")))) == []


def test_a_balance_of_zero_is_nobodys_surplus(facts: Known, reading: Make) -> None:
    flows = [reading(f"trade.{flow}:KGZ:2023", "5") for flow in ("exports", "imports")]

    assert list(balance(facts(reading("trade.balance:KGZ:2023", "0"), *flows))) == []


@pytest.mark.parametrize(("growth", "direction"), [("13", "up"), ("-7", "down"), ("0.5", "stable"), (None, "levels")])
def test_a_part_of_a_year_is_compared_with_the_same_months_where_they_are_known(
    facts: Known, reading: Make, growth: str | None, direction: str
) -> None:
    part = reading("trade.ytd:KAZ:2025-M01..M08", "1400000000")

    one = only(year_to_date(facts(part, reading("trade.growth_ytd:KAZ:2025-M01..M08", growth, "percent"))))
    assert dict(one.args)["direction"] == direction
    assert (len(one.reading_ids) == 2) is (growth is not None)
