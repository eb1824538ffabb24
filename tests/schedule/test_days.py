from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.errors import closest
from bilan.period import Frequency, Period
from bilan.schedule.days import RULES, ordinal

NOVEMBER = Period.parse("2026-11")


def weekdays_only(day: date) -> bool:
    return day.weekday() < 5


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("first-day", 1), ("1st-day", 1), ("15th-day", 15), ("last-day", 30), ("3rd-last-day", 28),
        ("first-working-day", 2), ("second-working-day", 3), ("5th-working-day", 6), ("21st-working-day", 30), ("last-working-day", 30),
        ("2nd-last-working-day", 27), ("first-monday", 2), ("2nd-monday", 9), ("second-monday", 9), ("5th-monday", 30), ("5th-sunday", 29),
        ("last-friday", 27), ("2nd-last-friday", 20),
    ],
)  # fmt: skip
def test_names_a_day_of_the_month(rule: str, day: int) -> None:
    assert RULES[rule].day(NOVEMBER, weekdays_only) == date(2026, 11, day)


@pytest.mark.parametrize("rule", ["31st-day", "22nd-working-day", "5th-tuesday", "5th-last-friday", "31st-last-day"])
def test_a_month_that_has_not_got_so_many_has_no_such_day(rule: str) -> None:
    assert RULES[rule].day(NOVEMBER, weekdays_only) is None


def test_a_month_without_any_working_day_falls_back_on_its_first_or_last() -> None:
    never = [RULES[rule].day(NOVEMBER, lambda _: False) for rule in ("first-working-day", "last-working-day", "2nd-working-day")]

    assert never == [date(2026, 11, 1), date(2026, 11, 30), None]


@given(st.sampled_from(sorted(RULES)), st.integers(1990, 2100), st.integers(1, 12))
def test_a_rule_names_a_day_of_its_month_that_it_may_name(name: str, year: int, number: int) -> None:
    month, rule = Period(year, Frequency.MONTHLY, number), RULES[name]

    day = rule.day(month, weekdays_only)

    if day is None:
        assert abs(rule.nth) > 4
        return
    assert month.start <= day <= month.end
    assert rule.kind != "working-day" or weekdays_only(day)
    assert rule.kind in ("day", "working-day") or day.strftime("%A").lower() == rule.kind
    assert (day.day <= 10) if 0 < rule.nth <= 1 else (day.day >= 22) if rule.nth == -1 else True


def test_writes_ordinals_as_people_do() -> None:
    assert [ordinal(number) for number in (1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 31)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd", "31st",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "near"),
    [("frst-working-day", "first-working-day"), ("last-freitag", "last-friday"), ("3d-working-day", "3rd-working-day")],
)
def test_a_rule_that_is_written_wrongly_has_a_near_one(word: str, near: str) -> None:
    assert closest(word, list(RULES)) == f" (did you mean '{near}'?)"
