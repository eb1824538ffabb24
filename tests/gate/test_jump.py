from decimal import Decimal

import pytest
from tests.gate.written import AsOf, Show, of, only, yearly

from bilan.model import Observation, Precision

STEADY = {year: str(1000 + 30 * (year - 2010) + 7 * (year % 3)) for year in range(2010, 2021)}


def then(last: str, published: str = "2024-04-09", values: dict[int, str] = STEADY, **other: object) -> list[Observation]:
    rows = yearly({**values, max(values) + 1: last}, published)
    return [*rows[:-1], *yearly({max(values) + 1: last}, published, **other)]


@pytest.mark.parametrize(
    ("last", "action"), [("1350", "pass"), ("1900", "pass"), ("2100", "warn"), ("2800", "hold"), ("600", "hold"), ("-900", "hold")]
)
def test_holds_a_step_that_doubles_or_halves_a_steady_series(show: Show, last: str, action: str) -> None:
    assert only(show(*then(last), as_of="2024-06-01"), check="jump").action == action


def test_says_which_step_and_from_which_row(show: Show) -> None:
    result = only(show(*then("350.9"), as_of="2024-06-01"), check="jump")

    assert result.message == "350.9 for 2021 after 1307 for 2020: a step the series is not used to"
    assert result.rows == ("trade.csv#2021@2024-04-09", "trade.csv#2020@2024-04-09")
    assert {name: str(value) for name, value in result.args} == {"value": "350.9", "period": "2021", "old": "1307", "before": "2020"}


def test_a_series_that_always_leaps_may_leap(show: Show) -> None:
    leaping = {year: str(100 if year % 2 else 300) for year in range(2010, 2021)}

    assert only(show(*then("100", values=leaping), as_of="2024-06-01"), check="jump").action == "pass"


def test_small_steps_around_zero_are_no_leaps(show: Show) -> None:
    swinging = {year: str(Decimal(year % 5 - 2)) for year in range(2005, 2021)}

    assert only(show(*then("0.01", values=swinging), as_of="2024-06-01"), check="jump").action == "pass"


@pytest.mark.parametrize(("known", "action"), [(3, "pass"), (4, "warn"), (8, "warn"), (9, "hold")])
def test_a_short_history_only_warns_and_a_shorter_one_is_silent(show: Show, known: int, action: str) -> None:
    short = {year: value for year, value in STEADY.items() if year > 2020 - known}

    assert only(show(*then("5000", values=short), as_of="2024-06-01"), check="jump").action == action


def test_a_bound_is_no_value_to_compare_with(show: Show) -> None:
    view = show(*then("5000", precision=Precision.LOWER_BOUND), as_of="2024-06-01")

    assert only(view, check="jump").action == "pass"


def test_a_warning_is_told_for_a_year_and_a_hold_stays(show: Show) -> None:
    assert only(show(*then("2100"), as_of="2025-05-01"), check="jump").action == "pass"
    assert only(show(*then("2100"), as_of="2025-05-01"), check="jump", days=500).action == "warn"
    assert only(show(*then("5000"), as_of="2025-05-01"), check="jump").action == "hold"


def test_wider_thresholds_are_the_rules_own(show: Show) -> None:
    view = show(*then("2800"), as_of="2024-06-01")

    assert only(view, check="jump", hold_factor=3, warn_factor=2.5).action == "pass"
    assert only(view, check="jump", hold_mads=1000).action == "warn"
    assert only(view, check="jump", history=20).action == "warn"


def test_one_value_has_no_step(show: Show) -> None:
    assert only(show(*yearly({2020: "1"}, "2024-04-09")), check="jump").action == "pass"


def test_tells_the_doubtful_inflation_of_2024(pack: AsOf) -> None:
    result = of(pack("2025-06-30"), "consumer_price_inflation/KAZ*", check="jump")

    assert (result.action, result.message) == ("warn", "4.857 for 2024 after 14.72 for 2023: a step the series is not used to")
