from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from bilan.errors import ConfigError
from bilan.project import Project
from bilan.schedule.cron import Cron
from bilan.schedule.days import RULES
from bilan.schedule.settings import schedules
from bilan.schedule.spans import QuietHours

Made = Callable[..., Project]


def mistakes(project: Project) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        schedules(project)
    return [said.removeprefix("schedule.") for said in caught.value.mistakes]


def test_the_schedule_of_the_starting_project_is_sound(checkout: Path) -> None:
    assert list(schedules(Project(checkout))) == ["monthly"]


def test_what_is_left_out_has_a_default(made: Made) -> None:
    one = schedules(made("[schedule.x]\n"))["x"]

    assert (one.rule, one.zone.key, one.workdays.countries) == (RULES["first-working-day"], "Asia/Bishkek", ("KG", "KZ"))
    assert (one.partnerships, one.audiences, one.languages) == (("kz-kg",), ("analyst",), ("fr",))
    assert (one.start, one.end, one.quiet, one.jitter, one.grace) == (date.min, date.max, None, timedelta(), timedelta(hours=1))
    assert not one.on_data


def test_reads_what_is_said(made: Made) -> None:
    project = made("""
[schedule.weekly]
cron = "0 8 * * mon"
timezone = "Europe/Paris"
holidays = ["FR", "DE-BY"]
quiet-hours = "20:00-08:00"
jitter = "10m"
start = "2026-11-01"
end = "2027-10-31"
grace = "6h"
delivery = ["ministry"]
after-downtime = "all"
[schedule.fresh]
on-data = ["trade/KGZ"]
deadline = "10th-working-day"
at = "18:00"
debounce = "2h"
delivery = false
""")

    found = schedules(project)

    weekly, fresh = found["weekly"], found["fresh"]
    assert weekly.rule == Cron((0,), (8,), tuple(range(1, 32)), tuple(range(1, 13)), (0,))
    assert (weekly.quiet, weekly.jitter, weekly.grace) == (QuietHours.parse("20:00-08:00"), timedelta(minutes=10), timedelta(hours=6))
    assert (weekly.start, weekly.end) == (date(2026, 11, 1), date(2027, 10, 31))
    assert (weekly.config.delivery, fresh.config.delivery) == (("ministry",), False)
    assert (fresh.rule, fresh.debounce, fresh.on_data) == (RULES["10th-working-day"], timedelta(hours=2), True)


def test_reads_the_file_of_dates_beside_the_settings(made: Made) -> None:
    project = made('[schedule.x]\nholidays-file = "data/dates.csv"\n')
    (project.root / "data").mkdir()
    (project.root / "data" / "dates.csv").write_text("date,kind\n2026-11-02,holiday\n2026-11-07,working\n", encoding="utf-8")

    works = schedules(project)["x"].workdays.works

    assert [works(date(2026, 11, day)) for day in (2, 3, 7)] == [False, True, True]


def test_lists_every_mistake_of_all_schedules_at_once(made: Made) -> None:
    project = made("""
[schedule.monthly]
rule = "frist-working-day"
timezone = "Asia/Bishkekk"
holidays = ["KG", "QQ"]
holidays-file = "dates.csv"
start = "soon"
audiences = ["analist"]
languages = ["en"]
partnerships = ["kz-kg"]
quiet-hours = "22-7"
jitter = "2 hours"
[schedule.weekly]
cron = "0 25 * * 1"
timezone = "/etc"
grace = "long"
[schedule.never]
start = "2027-01-01"
end = "2026-01-01"
jitter = "25h"
""")

    assert mistakes(project) == [
        "monthly.start: 'soon' is no date: write 2026-11-02",
        "monthly.timezone: there is no time zone 'Asia/Bishkekk' (did you mean 'Asia/Bishkek'?)",
        "monthly.rule: 'frist-working-day' is no rule (did you mean 'first-working-day'?)",
        "monthly.holidays: no public holidays are known for 'QQ' (did you mean one of QA?)",
        "monthly.holidays-file: there is no file 'dates.csv'",
        "monthly.audiences: 'analist' is not among the project's audiences (did you mean 'analyst'?)",
        "monthly.languages: 'en' is not among the project's languages",
        "monthly.quiet-hours: '22-7' are no quiet hours: write 22:00-07:00",
        "monthly.jitter: '2 hours' is no length of time: write 90s, 15m, 2h or 3d",
        "weekly.timezone: there is no time zone '/etc'",
        "weekly.cron: hour '25': 25 is not from 0 to 23",
        "weekly.cron: weekday '1': tools disagree which day 1 is: write its name, as mon",
        "weekly.grace: 'long' is no length of time: write 90s, 15m, 2h or 3d",
        "never.end: 2026-01-01 lies before start, 2027-01-01",
        "never.jitter: '25h' is more than a day",
    ]


def test_a_rule_no_word_comes_near_is_answered_with_what_there_is(made: Made) -> None:
    assert mistakes(made('[schedule.x]\nrule = "sometimes"\n')) == [
        "x.rule: 'sometimes' is no rule: write first-working-day, last-day, 3rd-working-day, 15th-day or 2nd-monday"
    ]


def test_settings_of_one_kind_of_schedule_have_no_place_in_another(made: Made) -> None:
    project = made("""
[schedule.two]
cron = "0 8 * * mon"
rule = "first-day"
at = "08:00"
debounce = "1h"
[schedule.three]
on-data = ["trade/KGZ"]
rule = "first-day"
cron = "0 8 * * mon"
month = "current"
as-of = "period"
deadline = "10th-workday"
""")

    beside = "has no place beside on-data, which falls due when data come; `deadline` and `at` say by when at the latest"
    assert mistakes(project) == [
        "two.rule: has no place beside cron, which says day and hour itself",
        "two.at: has no place beside cron, which says day and hour itself",
        "two.debounce: is for schedules with on-data",
        f"three.rule: {beside}",
        f"three.cron: {beside}",
        f"three.month: {beside}",
        "three.as-of: 'period' would leave out what comes after the month: write due or now",
        "three.deadline: '10th-workday' is no rule (did you mean '10th-working-day'?)",
    ]


def test_a_time_zone_that_is_a_folder_is_none(made: Made) -> None:
    assert mistakes(made('[schedule.x]\ntimezone = "Asia"\n'))[0].startswith("x.timezone: there is no time zone 'Asia'")
