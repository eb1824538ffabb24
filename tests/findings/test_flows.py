from collections.abc import Callable, Iterable

import pytest

from bilan.document import Finding
from bilan.findings.facts import Facts
from bilan.findings.flows import arrivals, coverage, investment, net, transit
from bilan.model import Reading

Known = Callable[..., Facts]
Make = Callable[..., Reading]


def only(found: Iterable[Finding]) -> Finding:
    (one,) = found
    return one


def inflows(make: Make, *values: str) -> list[Reading]:
    known = [make(f"investment.flow:KAZ:{2025 - len(values) + at}", value) for at, value in enumerate(values)]
    return [*known, make("investment.growth:KAZ:2024", "26.1", "percent")]


def test_investment_grows_from_five_figures_and_a_base_on(facts: Known, reading: Make) -> None:
    one = only(investment(facts(*inflows(reading, "33600000", "41000000", "60000000", "90000000", "113500000"))))

    assert (dict(one.args)["direction"], dict(one.args)["investor"], dict(one.args)["host"]) == ("up", "KAZ", "KGZ")
    assert list(investment(facts(*inflows(reading, "90000000", "113500000")))) == []
    assert list(investment(facts(*inflows(reading, "1", "1", "1", "900000", "113500000")))) == []


@pytest.mark.parametrize(("value", "side"), [("0.68", "in"), ("-0.24", "out"), ("0.05", None), ("-0.05", None)])
def test_investment_comes_in_or_goes_out_on_balance(facts: Known, reading: Make, value: str, side: str | None) -> None:
    found = list(net(facts(reading("investment.net_inflow_share:KAZ:2024", value, "percent"))))

    assert [dict(one.args)["side"] for one in found] == ([side] if side else [])


def people(make: Make, *values: str) -> list[Reading]:
    known = [make(f"movement.arrivals:KGZ:{2026 - len(values) + at}", value, "persons") for at, value in enumerate(values)]
    return [*known, make("movement.arrivals_growth:KGZ:2025", "18.6", "percent")]


def test_arrivals_of_a_short_series_are_levels_and_their_growth_is_not_rested_on(facts: Known, reading: Make) -> None:
    long, short = (
        only(arrivals(facts(*people(reading, *values))))
        for values in (("5000", "14000", "17480", "17680", "20980"), ("14000", "17480", "17680", "20980"))
    )

    assert [dict(one.args)["direction"] for one in (long, short)] == ["up", "levels"]
    assert long.reading_ids == ("movement.arrivals:KGZ:2025", "movement.arrivals_growth:KGZ:2025")
    assert short.reading_ids == ("movement.arrivals:KGZ:2025", "movement.arrivals:KGZ:2024")
    assert list(arrivals(facts(*people(reading, "20980")))) == []


def test_transit_is_compared_with_the_same_months(facts: Known, reading: Make) -> None:
    known = [reading(f"movement.transit:KAZ:{year}-M01..M10", str(year * 100), "tonnes") for year in range(2021, 2026)]
    growth = reading("movement.transit_growth:KAZ:2025-M01..M10", "-33", "percent")

    one = only(transit(facts(*known, growth)))
    assert (dict(one.args)["direction"], dict(one.args)["country"], dict(one.args)["partner"]) == ("down", "KAZ", "KGZ")
    other = reading("movement.transit_growth:KAZ:2025-M01..M09", "-33", "percent")
    assert list(transit(facts(*known, other))) == []


@pytest.mark.parametrize(("value", "side"), [("217", "above"), ("52.9", "below"), ("100.4", None)])
def test_exports_cover_imports_or_do_not(facts: Known, reading: Make, value: str, side: str | None) -> None:
    found = list(coverage(facts(reading("trade.coverage_ratio:KGZ:2023", value, "percent"))))

    assert [dict(one.args)["side"] for one in found] == ([side] if side else [])
