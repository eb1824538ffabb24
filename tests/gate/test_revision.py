import pytest
from tests.gate.written import AsOf, Show, observed, of, only, yearly

from bilan.model import Observation, Precision, Status

LEVELS = {year: str(50 + (year % 7) * 10) for year in range(2008, 2020)}
FDI = "fdi_net_inflows_share_gdp/KGZ*"


def revised(value: str, published: str = "2024-06-01", year: int = 2015) -> list[Observation]:
    return [*yearly(LEVELS, "2024-01-01"), *yearly({year: value}, published)]


@pytest.mark.parametrize(
    ("value", "action"),
    [
        ("100.1", "pass"),
        ("140", "pass"),
        ("170", "warn"),
        ("225", "hold"),
        ("60", "warn"),
        ("51", "warn"),
        ("0.1", "hold"),
        ("-0.1", "hold"),
    ],
)
def test_holds_a_revision_out_of_all_proportion(show: Show, value: str, action: str) -> None:
    assert only(show(*revised(value), as_of="2024-06-30"), check="revision").action == action


def test_says_what_was_revised_when_and_in_which_rows(show: Show) -> None:
    result = only(show(*revised("0.1"), as_of="2024-06-30"), check="revision")

    assert result.message == "2015 was revised from 110 to 0.1 on 2024-06-01, further than this series is used to"
    assert result.rows == ("trade.csv#2015@2024-06-01", "trade.csv#2015@2024-01-01")
    assert result.said == "gate-revision"


def test_rounding_is_no_revision(show: Show) -> None:
    rough = yearly({2015: "1000"}, "2024-06-01", precision=Precision.ROUNDED)
    exact = yearly({2015: "1480"}, "2024-06-02")

    assert only(show(*yearly(LEVELS, "2024-01-01"), *rough[:0], *rough, *exact, as_of="2024-06-30"), check="revision").action == "hold"
    assert only(show(*rough, *exact, as_of="2024-06-30"), check="revision").action == "pass"


def test_a_hold_stays_until_the_value_returns(show: Show) -> None:
    fall = revised("0.1")
    elsewhere = yearly({2010: "61"}, "2024-07-01")
    nearly = yearly({2015: "0.12"}, "2024-08-01")

    assert only(show(*fall, *elsewhere, as_of="2025-12-31"), check="revision").action == "hold"
    assert only(show(*fall, *nearly, as_of="2025-12-31"), check="revision").action == "hold"
    assert only(show(*fall, *yearly({2015: "110"}, "2024-09-01"), as_of="2025-12-31"), check="revision").action == "pass"


def test_a_warning_ends_when_the_publisher_lets_the_value_stand(show: Show) -> None:
    assert only(show(*revised("51"), as_of="2024-11-30"), check="revision").action == "warn"
    assert only(show(*revised("51"), as_of="2025-01-31"), check="revision").action == "pass"
    assert only(show(*revised("51"), *yearly({2010: "81"}, "2024-07-01"), as_of="2024-07-31"), check="revision").action == "pass"


def test_a_change_nobody_would_see_is_no_alarm(show: Show) -> None:
    tiny = {**LEVELS, 2015: "0.12"}
    view = show(*yearly(tiny, "2024-01-01"), *yearly({2015: "0.04"}, "2024-06-01"), as_of="2024-06-30")

    assert only(view, check="revision").action == "pass"
    assert only(view, check="revision", material=0).action == "hold"


def test_a_series_that_is_often_revised_by_as_much_may_be(show: Show) -> None:
    months = [f"2023-{month:02}-01" for month in range(1, 13)]
    swings = [row for index, day in enumerate(months) for row in yearly({2014: "300" if index % 2 else "100"}, day)]

    assert only(show(*swings, *revised("225"), as_of="2024-06-30"), check="revision").action == "pass"


def test_a_withdrawn_value_is_not_judged(show: Show) -> None:
    gone = observed("w", None, 2015, published="2024-07-01", status=Status.WITHDRAWN)

    assert only(show(*revised("0.1"), gone, as_of="2024-08-01"), check="revision").action == "pass"


def test_leaves_a_series_that_moved_as_one_to_the_check_of_drift(show: Show) -> None:
    thousandth = yearly({year: f"{int(value) / 1000}" for year, value in LEVELS.items()}, "2024-06-01")
    view = show(*yearly(LEVELS, "2024-01-01"), *thousandth, as_of="2024-06-30")

    assert only(view, check="revision").action == "pass"
    assert only(view, check="drift").action == "hold"


@pytest.mark.parametrize("day", ["2024-12-20", "2024-12-25", "2025-01-31", "2025-03-29"])
def test_holds_the_share_that_fell_to_a_hundredth(pack: AsOf, day: str) -> None:
    result = of(pack(day), FDI, check="revision")

    assert (result.action, result.rows[0]) == ("hold", "macro.csv#ma0329")
    assert result.message == "2023 was revised from 3.506 to 0.01072 on 2024-12-20, further than this series is used to"


@pytest.mark.parametrize(
    ("day", "action"),
    [
        ("2024-12-19", "pass"),
        ("2025-03-30", "pass"),
        ("2025-04-30", "pass"),
        ("2025-07-31", "pass"),
        ("2025-12-31", "warn"),
        ("2026-10-31", "pass"),
    ],
)
def test_lets_the_same_share_pass_when_it_came_back_and_was_revised(pack: AsOf, day: str, action: str) -> None:
    assert of(pack(day), FDI, check="revision").action == action
