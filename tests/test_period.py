import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.period import MONTHS_IN, Frequency, Period, known_from, last_day

FREQUENCIES = st.sampled_from(list(Frequency))


@st.composite
def periods(draw: st.DrawFn, frequency: Frequency | None = None) -> Period:
    chosen = frequency or draw(FREQUENCIES)
    last = 12 // MONTHS_IN.get(chosen, 1)
    return Period(draw(st.integers(1, 9999)), chosen, draw(st.integers(1, last)))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Period, Period]:
    first = draw(periods())
    second = draw(periods(first.frequency))
    if first.frequency is Frequency.YEAR_TO_DATE:
        second = Period(second.year, second.frequency, first.number)
    return first, second


@given(periods())
def test_what_is_printed_is_read_back(period: Period) -> None:
    assert Period.parse(str(period)) == period
    assert Period.parse(f" {period} ") == period


@given(pairs())
def test_shifting_by_the_distance_leads_to_the_other_period(pair: tuple[Period, Period]) -> None:
    later, earlier = pair

    assert earlier.shift(later.distance(earlier)) == later
    assert earlier.distance(later) == -later.distance(earlier)


@given(periods(), st.integers(-40, 40))
def test_shifting_there_and_back_changes_nothing(period: Period, steps: int) -> None:
    if not 20 < period.year < 9900:
        period = Period(2000, period.frequency, period.number)

    assert period.shift(steps).shift(-steps) == period
    assert period.shift(steps).distance(period) == steps
    assert (period.shift(steps) > period) == (steps > 0)


@given(periods(), periods())
def test_two_periods_have_one_order(first: Period, second: Period) -> None:
    assert (first < second) + (first == second) + (first > second) == 1


@given(st.lists(periods(), max_size=12))
def test_sorting_goes_by_the_last_day(some: list[Period]) -> None:
    ends = [one.end for one in sorted(some)]

    assert ends == sorted(ends)


@given(periods())
def test_a_period_covers_whole_months_of_one_year(period: Period) -> None:
    assert period.start.day == 1
    assert period.start.year == period.end.year == period.year
    assert period.months == period.end.month - period.start.month + 1
    if period.end < date.max:
        assert (period.end + timedelta(days=1)).day == 1


@pytest.mark.parametrize("frequency", [Frequency.ANNUAL, Frequency.QUARTERLY, Frequency.MONTHLY])
@given(data=st.data())
def test_the_next_period_starts_the_day_after(frequency: Frequency, data: st.DataObject) -> None:
    period = data.draw(periods(frequency).filter(lambda one: one.year < 9999))

    assert period.shift(1).start == period.end + timedelta(days=1)


@given(st.dates())
def test_a_day_lies_in_its_month(day: date) -> None:
    month = Period.month_of(day)

    assert month.start <= day <= month.end
    assert month.frequency is Frequency.MONTHLY


@given(periods().filter(lambda one: one.year > 1))
def test_a_year_before_is_the_same_stretch(period: Period) -> None:
    before = period.year_before()

    assert (before.first_month, before.last_month, before.year) == (period.first_month, period.last_month, period.year - 1)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-Q2", date(2023, 4, 1), date(2023, 6, 30)),
        ("2023Q4", date(2023, 10, 1), date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-M01..M07", date(2026, 1, 1), date(2026, 7, 31)),
    ],
)
def test_each_written_form_means_its_days(text: str, start: date, end: date) -> None:
    period = Period.parse(text)

    assert (period.start, period.end) == (start, end)


@pytest.mark.parametrize("text", ["", "23", "0000", "2023-13", "2023-00", "2023-Q5", "2023-M02..M07", "2023-M01..M13", "July 2023"])
def test_a_misspelt_period_is_answered_with_the_accepted_forms(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape("write 2023, 2023-Q2, 2023-07 or 2023-M01..M07")):
        Period.parse(text)


@pytest.mark.parametrize("text", ["1000", "2023-Q2", "2999-12", "2023-M01..M07"])
def test_a_value_is_stated_for_a_period(text: str) -> None:
    assert Period.stated(text) == Period.parse(text)


@pytest.mark.parametrize("text", ["9999", "9998-Q4", "3000-01", "0999-12", "0001", "20233"])
def test_no_value_is_of_a_year_at_the_end_of_all_calendars(text: str) -> None:
    with pytest.raises(
        ValueError, match="is of no year a value can be of: write one from 1000 to 2999" if len(text) != 5 else "is no period"
    ):
        Period.stated(text)


@pytest.mark.parametrize(
    ("year", "frequency", "number"),
    [(2023, Frequency.QUARTERLY, 5), (2023, Frequency.MONTHLY, 0), (2023, Frequency.ANNUAL, 2), (0, Frequency.ANNUAL, 1)],
)
def test_a_period_that_is_in_no_calendar_cannot_be_made(year: int, frequency: Frequency, number: int) -> None:
    with pytest.raises(ValueError, match="no such period"):
        Period(year, frequency, number)


def test_periods_of_different_frequencies_have_no_distance() -> None:
    with pytest.raises(ValueError, match="2023 and 2023-Q1 are not of one frequency"):
        Period.parse("2023").distance(Period.parse("2023-Q1"))


def test_year_to_date_spans_of_different_length_have_no_distance() -> None:
    with pytest.raises(ValueError, match="not of one frequency"):
        Period.parse("2023-M01..M07").distance(Period.parse("2022-M01..M06"))


def test_the_last_day_knows_leap_years() -> None:
    assert last_day(2024, 2) == date(2024, 2, 29)
    assert last_day(2023, 2) == date(2023, 2, 28)


@pytest.mark.parametrize(
    ("text", "day"),
    [("2024-04-19", date(2024, 4, 19)), ("2024-04", date(2024, 4, 30)), (" 2024 ", date(2024, 12, 31))],
)
def test_a_date_known_only_to_the_month_or_year_counts_from_its_last_day(text: str, day: date) -> None:
    assert known_from(text) == day


@pytest.mark.parametrize("text", ["", "2024-4-1", "24-04-19", "2024-13", "2024-xx", "2024-02-30", "April 2024"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no date|day is out of range"):
        known_from(text)
