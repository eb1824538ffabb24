from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from bilan.ledger import queue, tables
from bilan.ledger.book import Ledger
from bilan.ledger.records import OccurrenceRow, State
from bilan.project import Project
from bilan.schedule.clock import Clock
from bilan.schedule.planning import Planner
from bilan.schedule.preview import coming
from bilan.schedule.rules import Schedule
from bilan.schedule.settings import schedules

Made = Callable[..., Project]
Opened = Callable[[Project], Ledger]
NOW = datetime(2026, 11, 2, 1, 5, tzinfo=UTC)
SECOND, HOUR, DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)
KINDS = (
    'rule = "first-working-day"', 'rule = "3rd-working-day"\ntimezone = "Asia/Almaty"', 'rule = "last-day"\nat = "23:30"\ntimezone = "Asia/Almaty"',
    'cron = "30 2 * * sun"\ntimezone = "Europe/Paris"', 'cron = "0 8 * * mon"\njitter = "3h"', 'cron = "0 9 5,20 * *"\nquiet-hours = "08:00-10:00"',
    'cron = "0 8 15 jan,apr,jul,oct *"', 'rule = "2nd-tuesday"\nstart = "2026-12-01"\nend = "2027-06-30"',
    'rule = "5th-friday"\nholidays = []\ntimezone = "America/Havana"\nat = "00:00"',
)  # fmt: skip


class Hands:
    """Clocks whose hands the test moves: the wall's, and the uptime."""

    def __init__(self, wall: datetime = NOW) -> None:
        self.wall, self.uptime = wall, 100.0

    def pass_by(self, length: timedelta, step: timedelta = timedelta()) -> datetime:
        """Let time go by and somebody set the wall clock."""
        self.uptime += length.total_seconds()
        self.wall += length + step
        return self.wall

    def clock(self) -> Clock:
        return Clock(uptime=lambda: self.uptime, boot=lambda: "boot")


def several(*schedules: str) -> str:
    return "".join(f"[schedule.s{number}]\n{one}\n" for number, one in enumerate(schedules))


def serve(ledger: Ledger, now: datetime, owner: str = "one") -> list[str]:
    """Claim everything and end it as issued: which schedule, and the day it fell due."""
    served = []
    while claim := ledger.claim(now, owner, HOUR):
        ledger.finish(claim, State.ISSUED, now)
        served.append(f"{claim.due.schedule} {claim.due.due_at:%Y-%m-%d}")
    return served


def settle(ledger: Ledger, now: datetime) -> list[str]:
    """The same in one step, for many: nothing is claimed."""
    waiting = (tables.occurrence.c.state == State.DUE) & (tables.occurrence.c.due_at <= now)
    with ledger._door.write() as connection:
        due = queue.occurrences(connection, waiting)
        connection.execute(update(tables.occurrence).where(waiting).values(state=State.ISSUED))
    return [f"{row.due.schedule} {row.due.due_at:%Y-%m-%d}" for row in due]


def told(rows: list[OccurrenceRow]) -> list[tuple[str, str, int, datetime]]:
    return sorted((row.due.schedule, str(row.due.period), row.due.revision, row.due.due_at) for row in rows)


def listed(known: dict[str, Schedule], after: datetime, until: datetime) -> list[tuple[str, str, int, datetime]]:
    found = [one for schedule in known.values() for one in schedule.between(after, until)]
    return sorted((one.schedule, str(one.period), one.revision, one.due_at) for one in found)


def test_what_was_planned_is_what_the_preview_showed(made: Made, opened: Opened) -> None:
    project = made(several(*KINDS))
    known, hands = schedules(project), Hands()
    with opened(project) as ledger:
        planner = Planner(project, hands.clock())
        planner.plan(ledger, hands.wall)
        first = told(ledger.occurrences())
        shown = coming(known.values(), hands.wall, 60)
        while hands.wall < shown[-1].due_at:
            planner.plan(ledger, hands.pass_by(31 * HOUR))
        rows = [row for row in told(ledger.occurrences()) if row not in first and row[3] <= shown[-1].due_at]

    assert rows == sorted((one.schedule, str(one.period), one.revision, one.due_at) for one in shown)


STEP = st.one_of(
    st.just(timedelta()),
    st.builds(lambda seconds, sign: sign * timedelta(seconds=seconds), st.sampled_from([1, 59, 3600, 86_399]), st.sampled_from([-1, 1])),
    st.builds(lambda days, sign: sign * timedelta(days=days), st.sampled_from([2, 40, 365, 730]), st.sampled_from([-1, 1])),
)


@settings(max_examples=25)
@given(
    chosen=st.lists(st.sampled_from(KINDS), min_size=1, max_size=3, unique=True),
    ticks=st.lists(st.tuples(st.sampled_from([SECOND, HOUR, 9 * HOUR, DAY, 3 * DAY]), STEP), min_size=1, max_size=25),
)
def test_a_clock_that_is_set_back_and_forth_plans_each_occurrence_once_and_none_beyond_what_it_showed(
    made: Made, opened: Opened, chosen: list[str], ticks: list[tuple[timedelta, timedelta]]
) -> None:
    project, hands = made(several(*chosen)), Hands()
    known = schedules(project)
    with opened(project) as ledger:
        planner = Planner(project, hands.clock())
        planner.plan(ledger, hands.wall)
        first, accepted = told(ledger.occurrences()), (hands.wall, hands.uptime)
        for length, step in ticks:
            wall = hands.pass_by(length, step)
            planned = planner.plan(ledger, wall)
            ahead = wall - accepted[0] - timedelta(seconds=hands.uptime - accepted[1])
            assert planned.stops is (ahead > DAY)
            if wall >= accepted[0] and ahead <= DAY:
                accepted = (wall, hands.uptime)
            elif ahead > DAY or accepted[0] - wall > timedelta(minutes=5):
                assert [one.where for one in planner.problems] == ["clock"]
        rows = told(ledger.occurrences())

    assert [row for row in rows if row not in first] == listed(known, NOW, accepted[0])
    assert len({row[:3] for row in rows}) == len(rows)
    assert max((row[3] for row in rows), default=NOW) <= accepted[0]


def test_each_downtime_of_1_to_40_days_issues_exactly_the_dates_of_each_policy(made: Made, opened: Opened) -> None:
    policies = ("latest", "all", "skip")
    rules = {"daily": "0 8 * * *", "weekly": "0 8 * * tue"}
    text = "".join(
        f'[schedule.{name}-{policy}]\ncron = "{cron}"\ntimezone = "UTC"\nafter-downtime = "{policy}"\ngrace = "2h"\n'
        for name, cron in rules.items()
        for policy in policies
    )
    project = made(text)
    now = datetime(2026, 1, 6, 9, tzinfo=UTC)
    with opened(project) as ledger:
        Planner(project).plan(ledger, now)
        settle(ledger, now)
        for days in range(1, 41):
            down, now = now, now + timedelta(days=days, hours=days % 3)
            Planner(project).plan(ledger, now)
            served = settle(ledger, now)

            missed = [day for day in (down + timedelta(days=count) for count in range(days + 1)) if down < day.replace(hour=8) <= now]
            for name in rules:
                fell = [day for day in missed if name == "daily" or day.isoweekday() == 2]
                expected = {
                    "latest": fell[-1:],
                    "all": fell,
                    "skip": [day for day in fell if now - day.replace(hour=8, minute=0) <= timedelta(hours=2)],
                }
                for policy in policies:
                    dates = [line.split()[1] for line in served if line.startswith(f"{name}-{policy} ")]
                    assert dates == [f"{day:%Y-%m-%d}" for day in expected[policy]], (days, name, policy)
        rows = ledger.occurrences()

    for policy in policies:
        mine = [row for row in rows if row.due.schedule == f"daily-{policy}"]
        assert len(mine) == (now - datetime(2026, 1, 6, 8, tzinfo=UTC)).days + 1, "what was skipped has a row, too"
        assert {row.state for row in mine} == ({State.ISSUED} if policy == "all" else {State.ISSUED, State.SKIPPED})
    assert {row.reason for row in rows if row.state is State.SKIPPED} == {
        "missed: a later occurrence of this schedule is due by now",
        "missed: more than the grace of its schedule went by since it fell due",
    }


def test_the_first_pass_serves_the_latest_only_whatever_the_policy(made: Made, opened: Opened) -> None:
    project = made(
        several(*(f'cron = "0 8 * * mon"\ntimezone = "UTC"\nafter-downtime = "{policy}"' for policy in ("latest", "all", "skip")))
    )

    with opened(project) as ledger:
        Planner(project).plan(ledger, datetime(2026, 11, 2, 9, tzinfo=UTC))
        rows = [(row.due.schedule, row.due.due_at.day, row.state) for row in ledger.occurrences()]

    assert rows == [("s0", 2, State.DUE), ("s1", 2, State.DUE), ("s2", 2, State.DUE)]


def test_what_fell_due_first_while_nobody_looked_is_not_lost(made: Made, opened: Opened) -> None:
    project = made('[schedule.x]\ncron = "0 8 * * mon"\nstart = "2026-11-10"\nafter-downtime = "all"\n')

    with opened(project) as ledger:
        Planner(project).plan(ledger, NOW)
        Planner(project).plan(ledger, NOW + 29 * DAY)

        assert [row.due.due_at.day for row in ledger.occurrences()] == [16, 23, 30]


def test_a_schedule_that_is_new_beside_old_ones_begins_with_its_latest(made: Made, opened: Opened) -> None:
    project = made('[schedule.x]\nrule = "first-day"\n')
    with opened(project) as ledger:
        Planner(project).plan(ledger, NOW)
        path = project.root / "bilan.toml"
        path.write_text(path.read_text() + '[schedule.y]\ncron = "0 8 * * mon"\nafter-downtime = "all"\n')

        Planner(Project(project.root)).plan(ledger, NOW + DAY)

        assert [(row.due.schedule, row.due.due_at.day) for row in ledger.occurrences()] == [("x", 1), ("y", 2)]


def test_an_edition_is_as_of_the_end_of_its_month_the_day_it_fell_due_or_that_of_its_making(made: Made, opened: Opened) -> None:
    kinds = ('rule = "first-day"', 'rule = "first-day"\nas-of = "due"', 'rule = "first-day"\nas-of = "now"', 'cron = "0 1 1 * *"')
    project = made(several(*(f'{kind}\ntimezone = "Asia/Bishkek"' for kind in kinds)))

    with opened(project) as ledger:
        Planner(project).plan(ledger, NOW)

        assert [str(row.due.as_of) for row in sorted(ledger.occurrences(), key=lambda row: row.due.schedule)] == [
            "None", "2026-11-01", "None", "2026-11-01",
        ]  # fmt: skip


def test_a_time_somebody_gave_is_believed_but_never_before_the_last_pass(made: Made, opened: Opened) -> None:
    project = made('[schedule.x]\nrule = "first-day"\nafter-downtime = "all"\n')
    with opened(project) as ledger:
        planner = Planner(project)
        assert [planner.plan(ledger, NOW + days * DAY).new for days in (0, 400, 30, 800)] == [1, 13, 0, 13]
        assert list(planner.problems) == []

        planner.plan(ledger, NOW)
        assert [str(one)[:57] for one in planner.problems] == ["clock: is 800 days behind the last pass at 2029-01-10 01:0"[:57]]
        assert Planner(project, trusted=True).plan(ledger, NOW + 20 * DAY).new == 0
        assert Planner(project).plan(ledger, NOW + 31 * DAY).new == 0, "it is planned already"


def test_a_problem_is_logged_once_until_it_is_over(made: Made, opened: Opened, caplog: pytest.LogCaptureFixture) -> None:
    project, hands = made('[schedule.x]\nrule = "first-day"\n'), Hands()
    with opened(project) as ledger:
        planner = Planner(project, hands.clock())
        planner.plan(ledger, hands.wall)
        for step in (40 * DAY, timedelta(), -40 * DAY, 40 * DAY):
            planner.plan(ledger, hands.pass_by(20 * SECOND, step))

    assert [message.partition(" since")[0] for message in caplog.messages] == ["clock: jumped 40 days ahead"] * 2


@pytest.mark.parametrize("workers", [2, 3])
def test_schedulers_on_one_ledger_write_one_row_a_key_and_issue_it_once(made: Made, opened: Opened, workers: int) -> None:
    project = made(several(*KINDS))
    known, barrier = schedules(project), Barrier(workers)
    opened(project).close()
    served: list[str] = []

    def work(number: int) -> None:
        with opened(project) as ledger:
            planner = Planner(project)
            for tick in range(13):
                barrier.wait()
                now = NOW + tick * 28 * DAY + number * SECOND
                planner.plan(ledger, now)
                served.extend(serve(ledger, now, f"worker {number}"))

    threads = [Thread(target=work, args=(number,)) for number in range(workers)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    with opened(project) as ledger:
        rows = told(ledger.occurrences())
        states = [row.state for row in ledger.occurrences()]

    after = [row for row in rows if row[3] > NOW]
    assert after == listed(known, NOW, NOW + 12 * 28 * DAY)
    assert len({row[:3] for row in rows}) == len(rows)
    assert states.count(State.ISSUED) == len(served)
    assert set(states) == {State.ISSUED, State.SKIPPED}
