from collections.abc import Callable, Iterable

import pytest

from bilan.document import Finding
from bilan.findings.economies import best, dollar, growth, openness, output, prices, remittances
from bilan.findings.facts import Facts
from bilan.model import Reading

Known = Callable[..., Facts]
Make = Callable[..., Reading]


def only(found: Iterable[Finding]) -> Finding:
    (one,) = found
    return one


def both(make: Make, indicator: str, ours: str, theirs: str, unit: str) -> list[Reading]:
    return [make(f"{indicator}:KAZ:2023", ours, unit), make(f"{indicator}:KGZ:2023", theirs, unit)]


@pytest.mark.parametrize(("ours", "theirs", "standing", "first"), [("12860", "1970", "apart", "KAZ"), ("1960", "2000", "close", "KGZ")])
def test_output_per_person_is_told_of_one_year_the_higher_first(
    facts: Known, reading: Make, ours: str, theirs: str, standing: str, first: str
) -> None:
    one = only(output(facts(*both(reading, "macro.gdp_per_person", ours, theirs, "USD_per_person"))))

    assert (dict(one.args)["standing"], dict(one.args)["country"]) == (standing, first)


def test_the_last_year_both_have_is_told_and_none_if_there_is_none(facts: Known, reading: Make) -> None:
    known = both(reading, "macro.gdp_growth", "5", "9", "percent")
    newer = reading("macro.gdp_growth:KAZ:2024", "4.8", "percent")

    assert str(dict(only(growth(facts(*known, newer))).args)["period"]) == "2023"
    assert list(growth(facts(known[1], newer))) == []
    assert list(growth(facts(newer))) == []


@pytest.mark.parametrize(("ours", "theirs", "standing"), [("5", "5.4", "close"), ("5", "5.5", "apart")])
def test_economies_move_alike_below_half_a_point(facts: Known, reading: Make, ours: str, theirs: str, standing: str) -> None:
    assert dict(only(growth(facts(*both(reading, "macro.gdp_growth", ours, theirs, "percent")))).args)["standing"] == standing


def test_a_record_gdp_is_told_of_each_country(facts: Known, reading: Make) -> None:
    run = [reading(f"macro.gdp:{code}:{2016 + at}", str(at + 1)) for code in ("KAZ", "KGZ") for at in range(8)]

    assert [one.subject for one in best(facts(*run))] == ["KAZ", "KGZ"]


@pytest.mark.parametrize(("before", "now", "direction"), [("11", "13", "up"), ("13", "11", "down"), ("11", "11.4", "stable")])
def test_prices_rise_faster_or_more_slowly(facts: Known, reading: Make, before: str, now: str, direction: str) -> None:
    known = [reading("macro.inflation:KGZ:2022", before, "percent"), reading("macro.inflation:KGZ:2023", now, "percent")]

    assert dict(only(prices(facts(*known))).args)["direction"] == direction


def test_prices_that_fell_did_not_rise_more_slowly(facts: Known, reading: Make) -> None:
    known = [reading("macro.inflation:KGZ:2022", "2", "percent"), reading("macro.inflation:KGZ:2023", "-1", "percent")]

    assert list(prices(facts(*known))) == []


@pytest.mark.parametrize(
    ("indicator", "rule"),
    [("macro.openness", openness), ("macro.merchandise_trade_share", openness), ("macro.remittance_weight", remittances)],
)
def test_a_weight_has_a_direction_from_five_years_on(
    facts: Known, reading: Make, indicator: str, rule: Callable[[Facts], Iterable[Finding]]
) -> None:
    run = [reading(f"{indicator}:KGZ:{2019 + at}", value, "percent") for at, value in enumerate(("30", "31", "32", "33", "20"))]

    assert dict(only(rule(facts(*run))).args)["direction"] == "down"
    assert dict(only(rule(facts(*run[1:]))).args)["direction"] == "levels"
    assert list(rule(facts(run[-1]))) == []


def test_a_dearer_dollar_needs_its_price_and_its_change(facts: Known, reading: Make) -> None:
    rate = reading("macro.exchange_rate:KGZ:2023", "87.86", "LCU_per_USD_period_average")
    change = reading("macro.exchange_rate_change:KGZ:2023", "4.4", "percent")

    assert dict(only(dollar(facts(rate, change))).args)["direction"] == "up"
    assert list(dollar(facts(rate))) == []
