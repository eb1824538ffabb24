import json
from collections.abc import Callable
from pathlib import Path

import pytest

Said = tuple[int, str, str]
Bilan = Callable[..., Said]


@pytest.fixture
def planned(project: Path) -> Callable[[str], Path]:
    def make(tables: str) -> Path:
        path = project / "bilan.toml"
        path.write_text(path.read_text(encoding="utf-8") + "\n" + tables, encoding="utf-8")
        return project

    return make


def test_without_a_schedule_it_says_so(project: Path, bilan: Bilan) -> None:
    assert bilan("schedule", "--project", project) == (0, "no schedule in bilan.toml\n", "")


def test_shows_each_due_moment_in_local_time_and_utc_with_its_editions(planned: Callable[[str], Path], bilan: Bilan) -> None:
    folder = planned('[schedule.monthly]\n[schedule.weekly]\ncron = "0 8 * * mon"\njitter = "30m"\nquiet-hours = "20:00-08:30"\n')

    code, out, _ = bilan("schedule", "--next", "3", "--project", folder)

    again, moved = "5th of its month: issued if the data changed", "08:00 by the rule, then jitter and quiet hours"
    assert code == 0
    assert out.splitlines() == [
        "schedule  due                                UTC                month    editions              note",
        f"weekly    Mon 2026-11-30 08:30 Asia/Bishkek  2026-11-30 02:30Z  2026-10  kz-kg minister in en  {again}; {moved}",
        "monthly   Tue 2026-12-01 07:00 Asia/Bishkek  2026-12-01 01:00Z  2026-11  kz-kg minister in en",
        f"weekly    Mon 2026-12-07 08:30 Asia/Bishkek  2026-12-07 02:30Z  2026-11  kz-kg minister in en  {moved}",
    ]


def test_tells_machines_the_same(planned: Callable[[str], Path], bilan: Bilan) -> None:
    folder = planned('[schedule.monthly]\n[schedule.fresh]\non-data = ["trade/KGZ"]\ndeadline = "20th-day"\n')

    told = json.loads(bilan("schedule", "--next", "2", "--json", "--project", folder)[1])

    assert told == {
        "schema": 1,
        "occurrences": [
            {
                "schedule": "monthly", "local": "Tue 2026-12-01 07:00 Asia/Bishkek", "utc": "2026-12-01T01:00:00+00:00",
                "rule_utc": "2026-12-01T01:00:00+00:00", "month": "2026-11", "revision": 1,
                "editions": ["kz-kg/2026-11/minister.en"], "notes": [],
            },
            {
                "schedule": "fresh", "local": "Sun 2026-12-20 07:00 Asia/Bishkek", "utc": "2026-12-20T01:00:00+00:00",
                "rule_utc": "2026-12-20T01:00:00+00:00", "month": "2026-11", "revision": 1,
                "editions": ["kz-kg/2026-11/minister.en"], "notes": ["at the latest: not again if its data came before"],
            },
        ],
        "notes": [],
    }  # fmt: skip


def test_says_why_nothing_or_nothing_more_comes(planned: Callable[[str], Path], bilan: Bilan) -> None:
    folder = planned(
        '[schedule.often]\nrule = "31st-day"\nend = "2027-02-28"\n[schedule.never]\nrule = "27th-working-day"\nholidays = []\n'
    )

    _, out, _ = bilan("schedule", "--project", folder)

    year = ", ".join(f"{2026 + month // 12}-{month % 12 + 1:02d}" for month in range(10, 22))
    assert out.splitlines()[-4:] == [
        "often: rule '31st-day' does not exist in 2026-11, 2027-02; nothing falls due in those months",
        f"never: rule '27th-working-day' does not exist in {year}; nothing falls due in those months",
        "often: nothing more falls due up to its end on 2027-02-28",
        "never: no day of the next 12 years fits rule '27th-working-day'; nothing will fall due",
    ]


def test_all_mistakes_of_all_schedules_are_told_at_once(planned: Callable[[str], Path], bilan: Bilan) -> None:
    folder = planned('[schedule.one]\ncron = "0 8 * * 1"\n[schedule.two]\nrule = "frist-day"\n')

    code, out, err = bilan("schedule", "--project", folder)

    assert (code, out) == (3, "")
    assert "schedule.one.cron: weekday '1': tools disagree which day 1 is: write its name, as mon" in err
    assert "schedule.two.rule: 'frist-day' is no rule (did you mean 'first-day'?)" in err
