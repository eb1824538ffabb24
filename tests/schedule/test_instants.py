from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.schedule.instants import instant_of, instants_of, instants_on

ZONES = ["Asia/Almaty", "Asia/Bishkek", "Europe/Paris", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia", "America/Havana"]


@pytest.mark.parametrize(
    ("zone", "day", "at", "instant"),
    [
        ("Asia/Almaty", date(2024, 2, 29), "23:30", "2024-02-29T17:30"),
        ("Asia/Almaty", date(2024, 2, 29), "07:00", "2024-02-29T01:00"),
        ("Asia/Almaty", date(2024, 3, 1), "07:00", "2024-03-01T02:00"),
        ("Asia/Bishkek", date(2024, 2, 29), "23:30", "2024-02-29T17:30"),
        ("Asia/Bishkek", date(2024, 3, 1), "07:00", "2024-03-01T01:00"),
        ("Europe/Paris", date(2024, 3, 31), "02:30", "2024-03-31T01:00"),
        ("Europe/Paris", date(2024, 3, 31), "02:00", "2024-03-31T01:00"),
        ("Europe/Paris", date(2024, 3, 31), "03:00", "2024-03-31T01:00"),
        ("Europe/Paris", date(2024, 10, 27), "02:30", "2024-10-27T00:30"),
        ("Europe/Paris", date(2024, 10, 27), "03:00", "2024-10-27T02:00"),
        ("Pacific/Apia", date(2011, 12, 30), "07:00", "2011-12-30T10:00"),
    ],
)
def test_a_repeated_hour_counts_once_and_a_missing_one_ends_at_once(zone: str, day: date, at: str, instant: str) -> None:
    assert instant_of(day, time.fromisoformat(at), ZoneInfo(zone)) == datetime.fromisoformat(instant).replace(tzinfo=UTC)


@given(
    day=st.dates(date(2004, 1, 1), date(2033, 12, 31)),
    at=st.times().map(lambda one: one.replace(second=0, microsecond=0)),
    zone=st.sampled_from(ZONES),
)
def test_an_instant_is_the_first_at_which_the_local_clock_shows_the_time_or_later(day: date, at: time, zone: str) -> None:
    there = ZoneInfo(zone)
    wanted = datetime.combine(day, at)

    instant = instant_of(day, at, there)

    assert instant.astimezone(there).replace(tzinfo=None) >= wanted
    minute_before = (instant - timedelta(minutes=1)).astimezone(there).replace(tzinfo=None)
    assert minute_before < wanted


def test_knows_both_instants_of_a_repeated_hour_and_one_of_any_other() -> None:
    paris = ZoneInfo("Europe/Paris")

    assert instants_of(date(2024, 10, 27), time(2, 30), paris) == (
        datetime(2024, 10, 27, 0, 30, tzinfo=UTC),
        datetime(2024, 10, 27, 1, 30, tzinfo=UTC),
    )
    assert len(instants_of(date(2024, 3, 31), time(2, 30), paris)) == 1
    assert len(instants_of(date(2024, 11, 27), time(2, 30), paris)) == 1


@pytest.mark.parametrize("zone", ZONES)
def test_the_quick_way_through_a_day_gives_the_same_as_one_time_after_the_other(zone: str) -> None:
    there, times = ZoneInfo(zone), [time(hour, minute) for hour in range(24) for minute in (0, 30)]
    days = [date(2024, 1, 1) + timedelta(days=count) for count in range(366)] + [date(2011, 12, day) for day in (29, 30, 31)]

    for day in days:
        assert list(instants_on(day, times, there)) == [instant_of(day, at, there) for at in times]
