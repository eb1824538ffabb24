from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.minutes import DAYS, FIRST, LAST, ZONES, instants, nth_of_months, walls

from bilan.project import Project
from bilan.schedule.rules import Occurrence, Schedule
from bilan.schedule.settings import schedules

Read = Callable[[str], Schedule]
TEN_YEARS = (datetime(2019, 12, 30, tzinfo=UTC), datetime(2030, 1, 2, tzinfo=UTC))
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
KINDS = ("day", "working-day", "monday", "thursday", "sunday")
walked = lru_cache(maxsize=1)(walls)


def due(schedule: Schedule) -> list[datetime]:
    """What falls due on the days of ten years, by the local calendar."""
    days = {one.due_at: one.ruled_at.astimezone(schedule.zone).date() for one in schedule.between(*TEN_YEARS)}
    return [instant for instant, day in days.items() if FIRST <= day <= LAST]


@st.composite
def numbers(draw: st.DrawFn, low: int, high: int, names: tuple[str, ...] = ()) -> tuple[str, set[int]]:
    """A cron field and what it means: a star, single ones, a range, or a range with a step."""
    first, last = sorted((draw(st.integers(low, high)), draw(st.integers(low, high))))
    step = draw(st.integers(1, 5))

    def shown(number: int) -> str:
        return names[number - low] if names else str(number)

    match draw(st.sampled_from(["*", "one", "two", "range", "step"])):
        case "*":
            return "*", set(range(low, high + 1))
        case "one":
            return shown(first), {first}
        case "two":
            return f"{shown(last)},{shown(first)}", {first, last}
        case "range":
            return f"{shown(first)}-{shown(last)}", set(range(first, last + 1))
        case _:
            return f"{shown(first)}-{shown(last)}/{step}", {number for number in range(first, last + 1) if (number - first) % step == 0}


@pytest.mark.parametrize("zone", ZONES[:7])
def test_cron_falls_due_as_a_calendar_walked_minute_by_minute_for_ten_years_says(read: Read, zone: str) -> None:
    @settings(max_examples=4)
    @given(
        minutes=st.lists(st.integers(0, 59), min_size=1, max_size=2, unique=True),
        hours=st.tuples(st.integers(0, 3), st.integers(0, 23)).map(set),  # clocks change at night
        days=numbers(1, 31),
        months=numbers(1, 12, MONTH),
        week=numbers(0, 6, WEEK),
        by_week=st.booleans(),
    )
    def agrees(
        minutes: list[int],
        hours: set[int],
        days: tuple[str, set[int]],
        months: tuple[str, set[int]],
        week: tuple[str, set[int]],
        *,
        by_week: bool,
    ) -> None:
        if by_week:
            days = ("*", set(range(1, 32)))
        else:
            week = ("*", set(range(7)))
        fitting = [day for day in DAYS if day.day in days[1] and day.month in months[1] and day.weekday() in week[1]]
        if not fitting:
            return
        text = f"{','.join(map(str, minutes))} {','.join(map(str, hours))} {days[0]} {months[0]} {week[0]}"

        found = due(read(f'cron = "{text}"\ntimezone = "{zone}"'))

        assert found == instants(walked(zone), fitting, {60 * hour + minute for hour in hours for minute in minutes})

    agrees()


def working(*countries: str) -> Callable[[date], bool]:
    calendars = [holidays.country_holidays(country, years=range(2019, 2031)) for country in countries]

    def fits(day: date) -> bool:
        return all(day in (one.weekend_workdays or ()) or (day not in one and day.weekday() not in one.weekend) for one in calendars) and (
            bool(calendars) or day.isoweekday() <= 5
        )

    return fits


@pytest.mark.parametrize("zone", ["Asia/Almaty", "Asia/Bishkek", "Europe/Paris", "America/Havana"])
def test_days_of_the_month_fall_due_as_a_calendar_walked_day_by_day_for_ten_years_says(read: Read, zone: str) -> None:
    shown = walked(zone)

    @settings(max_examples=12)
    @given(
        kind=st.sampled_from(KINDS),
        nth=st.sampled_from([1, 2, 3, 5, 15, 21, 23, -1, -2]),
        at=st.sampled_from(["00:00", "00:30", "02:30", "07:00", "23:30"]),
        countries=st.sampled_from([(), ("KG",), ("KZ",), ("KG", "KZ"), ("FR", "UZ")]),
    )
    def agrees(kind: str, nth: int, at: str, countries: tuple[str, ...]) -> None:
        if kind not in ("day", "working-day"):
            nth = max(-2, min(nth, 5))
        rule = f"{'' if nth == -1 else name(abs(nth)) + '-'}{'last-' if nth < 0 else ''}{kind}"
        fits = working(*countries) if kind == "working-day" else lambda day: kind in ("day", day.strftime("%A").lower())
        closed = ", ".join(f'"{one}"' for one in countries)

        found = due(read(f'rule = "{rule}"\nat = "{at}"\ntimezone = "{zone}"\nholidays = [{closed}]'))

        assert found == instants(shown, nth_of_months(fits, nth), {60 * int(at[:2]) + int(at[3:])})

    agrees()


def name(number: int) -> str:
    return {1: "1st", 2: "2nd", 3: "3rd", 5: "5th", 15: "15th", 21: "21st", 23: "23rd"}[number]


def local(found: list[Occurrence], zone: str) -> list[str]:
    return [f"{one.due_at.astimezone(ZoneInfo(zone)):%d %H:%M%z}" for one in found]


def test_is_never_sent_twice_in_the_repeated_hour(read: Read) -> None:
    paris = read('cron = "30 2 * * *"\ntimezone = "Europe/Paris"').between(
        datetime(2024, 10, 25, 12, tzinfo=UTC), datetime(2024, 10, 28, 12, tzinfo=UTC)
    )
    almaty = read('rule = "last-day"\nat = "23:30"\ntimezone = "Asia/Almaty"').between(
        datetime(2024, 2, 1, tzinfo=UTC), datetime(2024, 3, 2, tzinfo=UTC)
    )

    assert local(paris, "Europe/Paris") == ["26 02:30+0200", "27 02:30+0200", "28 02:30+0100"]
    assert local(almaty, "Asia/Almaty") == ["29 23:30+0600"]
    assert len({(one.period, one.revision) for one in (*paris, *almaty)}) == 4


def test_is_never_lost_in_the_missing_hour(read: Read) -> None:
    found = read('cron = "0,30 2 * * *"\ntimezone = "Europe/Paris"').between(
        datetime(2024, 3, 30, 12, tzinfo=UTC), datetime(2024, 4, 1, 12, tzinfo=UTC)
    )

    assert local(found, "Europe/Paris") == ["31 03:00+0200", "01 02:00+0200", "01 02:30+0200"]


def test_is_not_an_hour_late_after_a_clock_change(read: Read) -> None:
    around = {
        "Asia/Almaty": (datetime(2024, 2, 28, 12, tzinfo=UTC), ["29 08:00+0600", "01 08:00+0500", "02 08:00+0500"]),
        "Asia/Bishkek": (datetime(2024, 2, 28, 12, tzinfo=UTC), ["29 08:00+0600", "01 08:00+0600", "02 08:00+0600"]),
        "Europe/Paris": (datetime(2024, 3, 29, 12, tzinfo=UTC), ["30 08:00+0100", "31 08:00+0200", "01 08:00+0200"]),
    }

    for zone, (after, expected) in around.items():
        found = read(f'cron = "0 8 * * *"\ntimezone = "{zone}"').between(after, after + timedelta(days=3))
        assert local(found, zone) == expected


@given(
    cuts=st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC)), min_size=2, max_size=5).map(sorted),  # noqa: DTZ001  zoned by the strategy
    rule=st.sampled_from(
        [
            'rule = "first-working-day"',
            'rule = "2nd-last-working-day"',
            'rule = "last-day"',
            'cron = "30 2 * * sun"',
            'cron = "0 9 5,20 * *"',
        ]
    ),
    zone=st.sampled_from(["Asia/Almaty", "Europe/Paris", "America/Havana"]),
    more=st.sampled_from(["", 'jitter = "9h"', 'quiet-hours = "20:00-09:30"', 'jitter = "1d"\nquiet-hours = "09:00-08:00"']),
)
def test_looking_often_or_seldom_finds_the_same(read: Read, cuts: list[datetime], rule: str, zone: str, more: str) -> None:
    schedule = read(f'{rule}\ntimezone = "{zone}"\nholidays = ["KZ"]\n{more}')

    pieces = [one for early, late in pairwise(cuts) for one in schedule.between(early, late)]

    assert pieces == schedule.between(cuts[0], cuts[-1])
    assert len({(one.period, one.revision) for one in pieces}) == len(pieces)


def test_covers_the_last_full_month_or_where_days_count_from_its_end_the_month_itself(read: Read) -> None:
    rules = {
        'rule = "first-day"': "2026-09", 'rule = "15th-day"': "2026-09", 'rule = "last-day"': "2026-10",
        'rule = "2nd-last-working-day"': "2026-10", 'rule = "last-friday"': "2026-10", 'rule = "2nd-monday"': "2026-09",
        'cron = "0 8 15 jan,apr,jul,oct *"': "2026-09", 'rule = "last-day"\nmonth = "last-full"': "2026-09",
        'cron = "0 18 28 * *"\nmonth = "current"': "2026-10",
    }  # fmt: skip
    october = (datetime(2026, 9, 30, 18, tzinfo=UTC), datetime(2026, 10, 31, 18, tzinfo=UTC))

    assert {rule: [str(one.period) for one in read(rule).between(*october)] for rule in rules} == {
        rule: [month] for rule, month in rules.items()
    }


def test_weeks_count_through_the_month_their_edition_is_of(read: Read) -> None:
    found = read('cron = "0 8 * * mon"').between(datetime(2026, 10, 31, tzinfo=UTC), datetime(2026, 12, 8, tzinfo=UTC))

    assert [f"{one.due_at:%d} {one.period} {one.revision}" for one in found] == [
        "02 2026-10 1", "09 2026-10 2", "16 2026-10 3", "23 2026-10 4", "30 2026-10 5", "07 2026-11 1",
    ]  # fmt: skip


def test_nothing_is_due_before_it_starts_or_after_it_ends(read: Read) -> None:
    schedule = read('rule = "first-day"\nstart = "2026-11-01"\nend = "2027-01-01"')

    assert [str(one.period) for one in schedule.between(*TEN_YEARS)] == ["2026-10", "2026-11", "2026-12"]


def test_jitter_is_the_same_each_time_stays_below_its_size_and_differs_between_occurrences(read: Read) -> None:
    schedule = read('cron = "0 8 * * *"\njitter = "2h"')

    found = schedule.between(datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
    late = [one.due_at - one.ruled_at for one in found]

    assert found == schedule.between(datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
    assert timedelta() <= min(late) < timedelta(minutes=5)
    assert timedelta(minutes=115) < max(late) < timedelta(hours=2)
    assert len(set(late)) > 340


def test_jitter_keeps_the_editions_of_one_partnership_together(made: Callable[..., Project]) -> None:
    project = made('[schedule.x]\nrule = "first-day"\njitter = "1h"\n', 'partnerships = ["kz-kg", "fr-kz"]\n')
    schedule = schedules(project)["x"]
    found = schedule.between(datetime(2026, 10, 31, tzinfo=UTC), datetime(2026, 11, 2, tzinfo=UTC))

    assert sorted(one.partnership for one in found) == ["fr-kz", "kz-kg"]
    assert len({one.due_at for one in found}) == 2
    assert all({due.due_at for due in schedule.dues(one)} == {one.due_at} for one in found)
    assert next(str(due.identity) for due in schedule.dues(found[0])) == f"{found[0].partnership}/2026-10/minister.fr"


def test_nothing_falls_due_in_quiet_hours_with_or_without_jitter(read: Read) -> None:
    for jitter in ("0s", "3h"):
        schedule = read(f'cron = "0 */2 * * *"\njitter = "{jitter}"\nquiet-hours = "21:30-08:15"\ntimezone = "Europe/Paris"')
        found = schedule.between(datetime(2024, 3, 1, tzinfo=UTC), datetime(2024, 11, 1, tzinfo=UTC))
        clocks = {one.due_at.astimezone(schedule.zone).strftime("%H:%M:%S") for one in found}

        assert min(clocks) == "08:15:00"
        assert max(clocks) < "21:30:00"
        assert {one.due_at - one.ruled_at > timedelta(hours=10) for one in found} == {True, False}


def test_the_earliest_and_latest_days_there_are_do_no_harm(read: Read) -> None:
    schedule = read('rule = "first-day"\nat = "00:00"\ntimezone = "Pacific/Kiritimati"')

    assert schedule.between(datetime.min.replace(tzinfo=UTC), datetime(2, 3, 1, tzinfo=UTC)) != []
    assert schedule.between(datetime(9998, 10, 1, tzinfo=UTC), datetime.max.replace(tzinfo=UTC)) != []
