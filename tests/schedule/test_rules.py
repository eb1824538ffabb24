from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.config.decode import decode
from bilan.config.models import BilanConfig
from bilan.errors import ConfigError
from bilan.period import Period
from bilan.schedule.rules import check, due_between, instant_of, latest_due, next_due

Settings = Callable[[str], BilanConfig]
START, END = datetime(2019, 12, 15, tzinfo=UTC), datetime(2030, 1, 15, tzinfo=UTC)


def monthly(rule: str, *, at: str = "07:00", zone: str = "Asia/Bishkek", closed: str = "", more: str = "") -> str:
    return f'[schedule.monthly]\nrule = "{rule}"\nat = "{at}"\ntimezone = "{zone}"\nholidays = [{closed}]\n{more}\n'


def local_days(config: BilanConfig, zone: str) -> list[date]:
    return [due.due_at.astimezone(ZoneInfo(zone)).date() for due in due_between(config, START, END)]


def brute_force(*countries: str, backwards: bool) -> list[date]:
    """Every month's first or last day that is a working day in all countries, found by walking each day of ten years."""
    calendars = [holidays.country_holidays(country, years=range(2020, 2030)) for country in countries]
    days = [date(2020, 1, 1) + timedelta(days=count) for count in range(3653)]
    working = [day for day in days if day.isoweekday() <= 5 and not any(day in calendar for calendar in calendars)]
    ordered = reversed(working) if backwards else working
    return sorted({(day.year, day.month): day for day in reversed(list(ordered))}.values())


@pytest.mark.parametrize("rule", ["first-working-day", "last-working-day"])
@pytest.mark.parametrize("countries", [(), ("KG",), ("KZ",), ("KG", "KZ"), ("FR", "KZ")], ids=str)
def test_working_days_agree_with_a_calendar_walked_day_by_day(settings: Settings, rule: str, countries: tuple[str, ...]) -> None:
    config = settings(monthly(rule, closed=", ".join(f'"{one}"' for one in countries)))

    days = [day for day in local_days(config, "Asia/Bishkek") if date(2020, 1, 1) <= day < date(2030, 1, 1)]

    assert len(days) == 120
    assert days == brute_force(*countries, backwards=rule.startswith("last"))


def test_waits_for_a_day_that_is_a_holiday_in_neither_country(settings: Settings) -> None:
    config = settings(monthly("first-working-day", closed='"KG", "KZ"'))

    found = due_between(config, datetime(2025, 1, 1, tzinfo=UTC), datetime(2025, 1, 31, tzinfo=UTC))

    assert [due.due_at for due in found] == [datetime(2025, 1, 8, 1, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("rule", "day", "period"),
    [("first-day", 1, "2026-09"), ("first-working-day", 1, "2026-09"), ("last-day", 31, "2026-10"), ("last-working-day", 30, "2026-10")],
)
def test_covers_the_last_full_month_or_the_month_that_ends(settings: Settings, rule: str, day: int, period: str) -> None:
    found = due_between(settings(monthly(rule)), datetime(2026, 9, 30, 12, tzinfo=UTC), datetime(2026, 10, 31, 12, tzinfo=UTC))

    assert [(due.due_at, str(due.period)) for due in found] == [(datetime(2026, 10, day, 1, tzinfo=UTC), period)]


def test_a_month_without_working_days_falls_back_on_its_first(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    class _Always:
        def __contains__(self, day: object) -> bool:
            return isinstance(day, date)

    monkeypatch.setattr(holidays, "country_holidays", lambda _: _Always())
    config = settings(monthly("first-working-day", closed='"KG"'))

    found = due_between(config, datetime(2026, 7, 31, 12, tzinfo=UTC), datetime(2026, 8, 31, tzinfo=UTC))

    assert [due.due_at.date() for due in found] == [date(2026, 8, 1)]


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
    zone=st.sampled_from(["Asia/Almaty", "Asia/Bishkek", "Europe/Paris", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia"]),
)
def test_an_instant_is_the_first_at_which_the_local_clock_shows_the_time_or_later(day: date, at: time, zone: str) -> None:
    there = ZoneInfo(zone)
    wanted = datetime.combine(day, at)

    instant = instant_of(day, at, there)

    assert instant.astimezone(there).replace(tzinfo=None) >= wanted
    minute_before = (instant - timedelta(minutes=1)).astimezone(there).replace(tzinfo=None)
    assert minute_before < wanted


@given(
    cuts=st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC)), min_size=2, max_size=5).map(sorted),  # noqa: DTZ001  zoned below
    rule=st.sampled_from(["first-working-day", "last-working-day", "last-day", "first-day"]),
    zone=st.sampled_from(["Asia/Almaty", "Asia/Bishkek", "Europe/Paris", "Pacific/Apia"]),
    at=st.sampled_from(["00:00", "02:30", "07:00", "23:30"]),
)
def test_looking_often_or_seldom_finds_the_same(cuts: list[datetime], rule: str, zone: str, at: str) -> None:
    config = decode(
        f'partnerships = ["kz-kg"]\n{monthly(rule, at=at, zone=zone, closed=chr(34) + "KZ" + chr(34))}', BilanConfig, "bilan.toml"
    )

    pieces = [due for early, late in pairwise(cuts) for due in due_between(config, early, late)]

    assert pieces == due_between(config, cuts[0], cuts[-1])


def test_a_schedule_serves_all_editions_of_the_project_or_those_it_names(settings: Settings) -> None:
    text = """
[schedule.all]
rule = "first-day"
[schedule.some]
rule = "first-day"
audiences = ["analyst"]
languages = ["fr"]
partnerships = ["kz-kg"]
"""
    config = decode(f'partnerships = ["kz-kg", "fr-kz"]\n{text}', BilanConfig, "bilan.toml")
    after, until = datetime(2026, 10, 31, 12, tzinfo=UTC), datetime(2026, 11, 1, 12, tzinfo=UTC)

    assert [str(due) for due in due_between(config, after, until, "some")] == ["some: kz-kg/2026-10/analyst.fr"]
    assert len(due_between(config, after, until, "all")) == 8
    assert len(due_between(config, after, until)) == 9
    assert due_between(settings(""), after, until) == []


def test_nothing_is_due_before_a_schedule_starts(settings: Settings) -> None:
    config = settings(monthly("first-day", more='start = "2026-11-01"'))

    assert [str(due.period) for due in next_due(config, datetime(2026, 1, 1, tzinfo=UTC), 2)] == ["2026-10", "2026-11"]


def test_the_latest_due_is_one_month_and_nothing_older(settings: Settings) -> None:
    config = settings(monthly("first-day"))

    assert [str(due.period) for due in latest_due(config, "monthly", datetime(2026, 11, 24, tzinfo=UTC))] == ["2026-10"]
    assert latest_due(settings(monthly("first-day", more='start = "2027-01-01"')), "monthly", datetime(2026, 11, 24, tzinfo=UTC)) == []


def test_the_coming_occurrences_are_those_that_will_be_planned(settings: Settings) -> None:
    config = settings(monthly("last-working-day", closed='"KZ"'))
    now = datetime(2026, 11, 24, tzinfo=UTC)

    coming = next_due(config, now, 12)

    assert coming == due_between(config, now, coming[-1].due_at)
    assert coming[0].period == Period.parse("2026-11")
    assert next_due(settings(""), now, 12) == []


def test_lists_every_mistake_of_the_schedules_at_once(settings: Settings) -> None:
    config = settings(
        """
[schedule.monthly]
timezone = "Asia/Bishkekk"
holidays = ["KG", "QQ"]
start = "soon"
audiences = ["analist"]
languages = ["en"]
partnerships = ["kz-kg"]
[schedule.weekly]
timezone = "/etc"
holidays = []
[schedule.daily]
timezone = "Asia"
"""
    )

    with pytest.raises(ConfigError) as caught:
        check(config)
    assert caught.value.mistakes[:6] == (
        "schedule.monthly.timezone: there is no time zone 'Asia/Bishkekk' (did you mean 'Asia/Bishkek'?)",
        "schedule.monthly.holidays: no public holidays are known for 'QQ' (did you mean one of QA?)",
        "schedule.monthly.start: 'soon' is no date: write 2026-11-02",
        "schedule.monthly.audiences: 'analist' is not among the project's audiences (did you mean 'analyst'?)",
        "schedule.monthly.languages: 'en' is not among the project's languages",
        "schedule.weekly.timezone: there is no time zone '/etc'",
    )
    assert caught.value.mistakes[6].startswith("schedule.daily.timezone: there is no time zone 'Asia'")
    with pytest.raises(ConfigError):
        due_between(config, START, END)


def test_the_schedule_of_the_starting_project_is_sound(settings: Settings) -> None:
    check(settings(monthly("first-working-day", closed='"KG", "KZ"')))
