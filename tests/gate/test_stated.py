import pytest
from tests.gate.written import PACK, AsOf, Show, observed, only

from bilan.gate.check import run
from bilan.gate.rules import GateConfig, GateRule, load_gate
from bilan.model import Attribution, Evidence, Observation, Precision
from bilan.store.view import View

BASE = observed("base", "1181.103", 2022)


def growth(view: View, percent: str) -> str:
    config = GateConfig(rule=(GateRule(series="*", check="growth"),), stated={"trade.csv#b1": percent})
    (result,) = run(view, config, view.as_of)
    return result.message if result.action == "hold" else result.action


@pytest.mark.parametrize("percent", ["11.6", "12", "", "about 11"])
def test_growth_that_leads_back_to_the_value_of_the_year_before_passes(show: Show, percent: str) -> None:
    assert growth(show(BASE, observed("b1")), percent) == "pass"


def test_growth_that_leads_elsewhere_is_told_with_its_base(show: Show) -> None:
    told = growth(show(BASE, observed("b1")), "26")

    assert told == "growth of 26 % to 1318 in 2023 would start from 1046, not from 1181"


@pytest.mark.parametrize(
    ("base", "precision", "now", "told"),
    [
        ("1300", Precision.ROUNDED, "1500", "growth of 26 % to 1500 in 2023 would start from 1190, not from 1300"),
        ("1200", Precision.ROUNDED, "1500", "pass"),
        ("1247.6", Precision.APPROXIMATE, "1500", "pass"),
        ("1300", Precision.EXACT, "1600", "pass"),
        ("1400", Precision.EXACT, "1600", "growth of 26 % to 1600 in 2023 would start from 1270, not from 1400"),
        ("1000", Precision.LOWER_BOUND, "1500", "pass"),
    ],
)
def test_values_count_as_far_as_they_were_rounded(show: Show, base: str, precision: Precision, now: str, told: str) -> None:
    rows = observed("old", base, 2022, precision=precision), observed("b1", now, precision=Precision.ROUNDED)

    assert growth(show(*rows), "26") == told


def test_growth_beside_a_value_that_was_replaced_is_history(show: Show) -> None:
    assert growth(show(BASE, observed("b1"), observed("b2", "1572", published="2024-07-31")), "26") == "pass"


def test_growth_without_a_year_before_is_not_checked(show: Show) -> None:
    assert growth(show(observed("b1")), "26") == "pass"


def test_tells_the_quarter_the_press_gave_to_a_truncated_total(pack: AsOf) -> None:
    config = load_gate(PACK / "gate.toml")

    def told(day: str) -> list[tuple[str, str]]:
        results = run(pack(day), config, pack(day).as_of)
        return [(one.series, one.message) for one in results if one.rule == "growth" and one.action != "pass"]

    assert told("2024-04-20") == [("trade/KAZ/KGZ/total/TOTAL/A", "growth of 26 % to 1500 in 2023 would start from 1190, not from 1300")]
    assert told("2024-07-31") == []


def said(value: str, year: int = 2023, **other: object) -> Observation:
    return observed("claim", value, year, attribution=Attribution.INFERRED, precision=Precision.ROUNDED, **other)


@pytest.mark.parametrize(("value", "action"), [("1200", "warn"), ("1300", "pass"), ("1400", "pass"), ("2000", "warn")])
def test_a_statement_beyond_rounding_and_tolerance_contradicts_the_statistic(show: Show, value: str, action: str) -> None:
    assert only(show(observed("b1"), said(value)), check="statement", action="warn").action == action


def test_says_what_was_said_and_what_the_statistic_has(show: Show) -> None:
    result = only(show(observed("b1", "1572"), said("1200")), check="statement", action="warn")

    assert result.message == "1200 was said of 2023, the statistic has 1572"
    assert result.rows == ("trade.csv#claim", "trade.csv#b1")


def test_the_tolerance_is_the_rules_own(show: Show) -> None:
    assert only(show(observed("b1", "1572"), said("1200")), check="statement", tolerance=25).action == "pass"


def test_forecasts_other_units_and_other_years_contradict_nothing(show: Show) -> None:
    for other in (said("900", evidence=Evidence.FORECAST), said("900", unit="KGS_million"), said("900", 2022)):
        assert only(show(observed("b1", "1572"), other), check="statement").action == "pass"
