from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.findings.changes import Change, Difference, differences, side

EMPTY: dict[str, Any] = {
    "readings": {}, "findings": {}, "targets": {}, "thresholds": {}, "projects": {}, "events": [], "stale": [], "formulas": {},
}  # fmt: skip


def total(year: int, value: str, reporter: str = "KGZ") -> dict[str, Any]:
    return {"id": f"trade.total:{reporter}:{year}", "indicator": "trade.total", "period": str(year), "value": value, "unit": "USD"}


def known(*ones: Mapping[str, Any]) -> dict[str, Any]:
    return {"readings": {one["id"]: one for one in ones}}


def found(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(one.change.value, one.subject) for one in differences(EMPTY | dict(before), EMPTY | dict(after))]


def test_the_same_state_twice_is_no_change() -> None:
    state = EMPTY | known(total(2023, "1.3")) | {"events": ["ev1"], "stale": ["trade.total:KGZ"]}

    assert differences(state, state) == []


def test_a_new_year_is_new_and_pushes_none_out_as_dropped() -> None:
    before = known(total(2021, "1"), total(2022, "2"), total(2023, "3"))
    after = known(total(2022, "2"), total(2023, "3"), total(2024, "4"))

    assert found(before, after) == [("new", "trade.total:KGZ:2024")]


def test_a_year_that_only_slides_back_into_the_window_is_not_new() -> None:
    before = known(total(2022, "2"), total(2023, "3"), total(2024, "4"))
    after = known(total(2021, "1"), total(2022, "2"), total(2023, "3"))

    assert found(before, after) == [("dropped", "trade.total:KGZ:2024")]


def test_a_value_in_the_middle_that_is_gone_is_dropped() -> None:
    before = known(total(2022, "2"), total(2023, "3"), total(2024, "4"))

    assert found(before, known(total(2022, "2"), total(2024, "4"))) == [("dropped", "trade.total:KGZ:2023")]


def test_equal_values_written_otherwise_are_no_revision() -> None:
    assert found(known(total(2023, "1.30")), known(total(2023, "1.3"))) == []
    assert found(known(total(2023, "1.30")), known(total(2023, "1.31"))) == [("revised", "trade.total:KGZ:2023")]


@pytest.mark.parametrize(
    ("part", "before", "after", "told"),
    [
        ("findings", {"growth/KGZ": {"direction": "up"}}, {"growth/KGZ": {"direction": "down"}}, ("meaning", "growth/KGZ")),
        ("targets", {"tg1": "open"}, {"tg1": "missed"}, ("target", "tg1")),
        ("thresholds", {"two/KAZ": "below"}, {"two/KAZ": "above"}, ("crossed", "two/KAZ")),
        ("projects", {"solar": "on-track"}, {"solar": "late"}, ("project", "solar")),
        ("projects", {}, {"solar": "on-track"}, ("project", "solar")),
        ("events", ["ev1"], ["ev1", "ev2"], ("event", "ev2")),
        ("stale", [], ["macro.gdp:KGZ"], ("stale", "macro.gdp:KGZ")),
        ("stale", ["macro.gdp:KGZ"], [], ("recovered", "macro.gdp:KGZ")),
        ("formulas", {"trade.growth": "aa"}, {"trade.growth": "bb"}, ("method", "trade.growth")),
    ],
)
def test_every_kind_of_change_is_told(part: str, before: object, after: object, told: tuple[str, str]) -> None:
    assert found({part: before}, {part: after}) == [told]


def test_a_new_sentence_and_an_aim_without_figures_are_no_change_of_meaning() -> None:
    assert found({"findings": {}}, {"findings": {"growth/KGZ": {"direction": "up"}}}) == []
    assert found({"targets": {"tg1": "open"}}, {"targets": {"tg1": "unknown"}}) == []


def test_the_weightiest_changes_come_first() -> None:
    before = EMPTY | {"events": [], "targets": {"tg1": "open"}, "thresholds": {"two/KAZ": "below"}}
    after = EMPTY | {"events": ["ev1"], "targets": {"tg1": "met"}, "thresholds": {"two/KAZ": "above"}}

    assert [one.change for one in differences(before, after)] == [Change.CROSSED, Change.TARGET, Change.EVENT]


def test_a_part_the_earlier_edition_did_not_keep_is_not_compared() -> None:
    before = {name: part for name, part in EMPTY.items() if name != "events"}

    assert differences(before, EMPTY | {"events": ["ev1"], "stale": ["x:y"]}) == [Difference(Change.STALE, "x:y")]


def test_a_threshold_remembers_on_which_side_a_value_was() -> None:
    two = Decimal(2)
    assert side(Decimal("1.99"), two, None) == "below"
    assert side(Decimal("2.00"), two, "below") == "above"
    assert side(Decimal("1.99"), two, "above") == "above"  # half a width is 0.02
    assert side(Decimal("1.98"), two, "above") == "below"


@given(value=st.decimals("0.01", "1e6", places=4), threshold=st.decimals("0.01", "1e6", places=4))
def test_asking_twice_changes_no_side(value: Decimal, threshold: Decimal) -> None:
    once = side(value, threshold, None)

    assert side(value, threshold, once) == once
