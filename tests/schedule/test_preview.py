from collections.abc import Callable
from datetime import UTC, datetime
from time import process_time

import pytest

from bilan.project import Project
from bilan.schedule.preview import coming, endings, gaps
from bilan.schedule.settings import schedules

Made = Callable[..., Project]
NOW = datetime(2026, 11, 24, tzinfo=UTC)


def test_the_coming_occurrences_are_those_of_all_schedules_in_order(made: Made) -> None:
    both = schedules(made('[schedule.a]\nrule = "last-working-day"\n[schedule.b]\ncron = "0 8 * * mon"\n')).values()

    found = coming(both, NOW, 5)

    assert [f"{one.schedule} {one.due_at:%d.%m} {one.period} {one.revision}" for one in found] == [
        "a 30.11 2026-11 1", "b 30.11 2026-10 5", "b 07.12 2026-11 1", "b 14.12 2026-11 2", "b 21.12 2026-11 3",
    ]  # fmt: skip
    until = found[-1].due_at
    assert found == sorted([one for each in both for one in each.between(NOW, until)], key=lambda one: (one.due_at, one.schedule))
    assert list(endings(both, NOW, found)) == []
    assert coming([], NOW, 5) == []


def test_what_falls_due_now_is_not_coming_any_more(made: Made) -> None:
    both = schedules(made('[schedule.x]\nrule = "first-day"\ntimezone = "UTC"\n')).values()

    assert coming(both, datetime(2026, 12, 1, 7, tzinfo=UTC), 1)[0].due_at == datetime(2027, 1, 1, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("settings", "first", "last"),
    [
        ('cron = "0 8 29 feb *"', "2028-02-29", "2072-02-29"),
        ('rule = "23rd-working-day"\nholidays = []', "2026-12-31", "2030-05-31"),
        ('rule = "first-day"\nstart = "2100-01-01"', "2100-01-01", "2100-12-01"),
        ('rule = "5th-sunday"', "2026-11-29", "2029-07-29"),
    ],
)
def test_rare_days_are_found_at_once(made: Made, settings: str, first: str, last: str) -> None:
    every = schedules(made(f"[schedule.x]\n{settings}\n")).values()
    began = process_time()

    found = coming(every, NOW, 12)

    assert [f"{one.ruled_at:%Y-%m-%d}" for one in (found[0], found[-1])] == [first, last]
    assert process_time() - began < 2


@pytest.mark.parametrize(
    ("settings", "count", "said"),
    [
        ('rule = "27th-working-day"', 0, "x: no day of the next 12 years fits rule '27th-working-day'; nothing will fall due"),
        ('rule = "first-day"\nend = "2026-12-31"', 1, "x: nothing more falls due up to its end on 2026-12-31"),
        ('rule = "first-day"\nend = "2026-01-31"', 0, "x: nothing falls due up to its end on 2026-01-31"),
        ('cron = "0 8 5 jan *"\nend = "2027-01-01"', 0, "x: nothing falls due up to its end on 2027-01-01"),
        ('on-data = ["trade"]\nend = "2026-01-31"', 0, "x: nothing falls due up to its end on 2026-01-31"),
    ],
)
def test_says_when_nothing_will_ever_come(made: Made, settings: str, count: int, said: str) -> None:
    every = schedules(made(f"[schedule.x]\n{settings}\n")).values()

    found = coming(every, NOW, 12)

    assert len(found) == count
    assert list(endings(every, NOW, found)) == [said]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('rule = "first-working-day"', []),
        (
            'rule = "22nd-working-day"\nholidays = []\nend = "2027-05-31"',
            ["x: rule '22nd-working-day' does not exist in 2026-11, 2027-01, 2027-02, 2027-05; nothing falls due in those months"],
        ),
        (
            'rule = "30th-day"',
            ["x: rule '30th-day' does not exist in 2027-02; nothing falls due in that month"],
        ),
        (
            'cron = "0 8 31 * *"\nstart = "2027-01-01"\nend = "2027-04-30"',
            ["x: cron '0 8 31 * *' does not exist in 2027-02, 2027-04; nothing falls due in those months"],
        ),
        ('cron = "0 8 31 jan,apr *"', []),
        ('on-data = ["trade"]\ndeadline = "30th-day"', []),
    ],
)
def test_says_in_which_months_a_rule_names_no_day(made: Made, settings: str, said: list[str]) -> None:
    assert list(gaps(schedules(made(f"[schedule.x]\n{settings}\n")).values(), NOW)) == said
