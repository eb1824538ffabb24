"""Do schedules fall due when they should, once, whoever looks and whatever the clock does? A campaign with counts.

    python -m benchmarks.schedules                 # everything: about ten minutes on two cores
    python -m benchmarks.schedules --only ledger   # calendar, ledger or clock
    python -m benchmarks.schedules --plant twice   # a planted fault, which must be found: twice, lost, hour, key, back

Exit code 0 where nothing is wrong; with a planted fault the other way round.
"""

import argparse
import logging
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from multiprocessing import get_context
from pathlib import Path
from time import monotonic
from unittest.mock import patch
from zoneinfo import ZoneInfo

import holidays
from tests.minutes import DAYS, FIRST, LAST, ZONES, instants, nth_of_months, walls
from tests.postgres import running

from bilan.errors import BusyError
from bilan.ledger.book import Ledger
from bilan.ledger.records import Due, State
from bilan.project import Project
from bilan.schedule import planning, rules
from bilan.schedule.clock import Clock
from bilan.schedule.days import ordinal
from bilan.schedule.guard import AHEAD, Verdict
from bilan.schedule.instants import instant_of, instants_of
from bilan.schedule.planning import Planner
from bilan.schedule.rules import Occurrence, Schedule
from bilan.schedule.settings import schedules

TEN_YEARS = (datetime(2019, 12, 30, tzinfo=UTC), datetime(2030, 1, 2, tzinfo=UTC))
NOW = datetime(2026, 1, 10, 12, tzinfo=UTC)
YEAR = timedelta(days=365)
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
COUNTRIES: tuple[tuple[str, ...], ...] = ((), ("KG",), ("KZ",), ("KG", "KZ"), ("FR", "UZ"), ("RU",))
HEAD = 'partnerships = ["kz-kg"]\naudiences = ["analyst"]\nlanguages = ["fr"]\n'


def project_of(folder: Path, tables: Iterable[str], head: str = HEAD) -> Project:
    """A project with schedules s0, s1, …"""
    folder.mkdir(parents=True, exist_ok=True)
    text = "".join(f"[schedule.s{number}]\n{one}\n" for number, one in enumerate(tables))
    (folder / "bilan.toml").write_text(head + text, encoding="utf-8")
    return Project(folder)


def random_cron(chance: random.Random) -> tuple[str, list[date], set[int]]:
    """Cron text, and by plain comparison the days and minutes of the day it names."""
    minutes, hours = (
        chance.sample(range(60), chance.randint(1, 2)),
        sorted({chance.randint(0, 3), chance.randint(0, 23)}),
    )  # clocks change at night
    days, months, week = "*", "*", "*"
    named = DAYS
    match chance.randint(0, 3):
        case 0:
            wanted = chance.sample(range(7), chance.randint(1, 3))
            week, named = ",".join(WEEK[one] for one in wanted), [day for day in DAYS if day.weekday() in wanted]
        case 1:
            first, step = chance.randint(1, 28), chance.randint(1, 9)
            days, named = f"{first}-31/{step}", [day for day in DAYS if day.day >= first and (day.day - first) % step == 0]
        case 2:
            month = chance.randint(1, 12)
            days, months, named = "1,15,28", str(month), [day for day in DAYS if day.month == month and day.day in (1, 15, 28)]
    text = f"{','.join(map(str, minutes))} {','.join(map(str, hours))} {days} {months} {week}"
    return f'cron = "{text}"', named, {60 * hour + minute for hour in hours for minute in minutes}


def random_rule(chance: random.Random) -> tuple[str, list[date], set[int]]:
    """A rule, and the day of each month it names, found by walking through them."""
    kind = chance.choice(["day", "working-day", "monday", "friday", "sunday"])
    nth = chance.choice([1, 2, 7, 15, 21, 23, -1, -3] if kind in ("day", "working-day") else [1, 2, 3, 4, 5, -1, -2])
    at, countries = chance.choice(["00:00", "01:30", "02:30", "07:00", "23:30"]), chance.choice(COUNTRIES)
    name = f"{'' if nth == -1 else ordinal(abs(nth)) + '-'}{'last-' if nth < 0 else ''}{kind}"
    calendars = [holidays.country_holidays(one, years=range(2019, 2031)) for one in countries]

    def works(day: date) -> bool:
        if not calendars:
            return day.isoweekday() <= len(WEEK) - 2
        return all(day in (one.weekend_workdays or ()) or (day not in one and day.weekday() not in one.weekend) for one in calendars)

    fits = works if kind == "working-day" else lambda day: kind in ("day", day.strftime("%A").lower())
    closed = ", ".join(f'"{one}"' for one in countries)
    minutes = {60 * int(at[:2]) + int(at[3:])}
    return f'rule = "{name}"\nat = "{at}"\nholidays = [{closed}]', nth_of_months(fits, nth), minutes


def calendar(chance: random.Random, count: int, folder: Path) -> Iterator[tuple[str, int, int]]:
    """Each zone with so many random schedules over ten years: occurrences compared, and differences."""
    for zone in ZONES:
        shown, compared, wrong = walls(zone), 0, 0
        for number in range(count):
            text, days, minutes = (random_cron if number % 2 else random_rule)(chance)
            one = schedules(project_of(folder / "calendar", [f'{text}\ntimezone = "{zone}"']))["s0"]
            found = {each.due_at for each in one.between(*TEN_YEARS) if FIRST <= each.ruled_at.astimezone(one.zone).date() <= LAST}
            expected = set(instants(shown, days, minutes))
            compared, wrong = compared + len(expected), wrong + len(found ^ expected)
        yield zone, compared, wrong


def random_schedule(chance: random.Random) -> str:
    """Any schedule there may be."""
    text = (random_cron if chance.random() < 0.5 else random_rule)(chance)[0]  # noqa: PLR2004  half of each
    more = [f'timezone = "{chance.choice(ZONES)}"', f'after-downtime = "{chance.choice(["latest", "all", "skip"])}"']
    more += ['jitter = "2h"'] if chance.random() < 0.3 else []  # noqa: PLR2004  some
    more += ['quiet-hours = "21:00-07:30"'] if chance.random() < 0.3 else []  # noqa: PLR2004  some
    return "\n".join([text, *more])


def scheduler(root: str, url: str, seed: int, plant: str) -> tuple[int, int]:
    """One scheduler for a year of ticks of its own, serving what it can: passes, and editions issued."""
    chance, now, passes, issued = random.Random(seed), NOW, 0, 0  # noqa: S311  no secret
    with planted(plant, seed), Ledger.open(url, Path(root), busy_seconds=60) as ledger:
        planner = Planner(Project(Path(root)))
        while now < NOW + YEAR:
            try:
                planner.plan(ledger, now)
                while claim := ledger.claim(now, f"scheduler {seed}", timedelta(minutes=30)):
                    issued += ledger.finish(claim, State.ISSUED, now)
            except BusyError:
                continue
            passes += 1
            now += timedelta(hours=chance.choice([1, 7, 20, 31, 90, 400]), seconds=chance.randint(0, 3600))
        planner.plan(ledger, NOW + YEAR)
    return passes, issued


def together(folder: Path, url: str, count: int, workers: int, plant: str) -> tuple[str, int, int]:
    """Random schedules for a year, several schedulers, one ledger: rows expected, and rows wrong, missing or double."""
    chance = random.Random(workers)  # noqa: S311  no secret
    project = project_of(folder, [random_schedule(chance) for _ in range(count)], f'{HEAD}ledger = "{url}"\n')
    with Ledger.open(url, project.root) as ledger:
        Planner(project).plan(ledger, NOW)
        first = {(row.due.schedule, row.due.due_at) for row in ledger.occurrences()}
    with get_context("spawn").Pool(workers) as pool:
        jobs = [pool.apply_async(scheduler, (str(project.root), url, seed, plant)) for seed in range(1, workers + 1)]
        done = [job.get() for job in jobs]
    expected = Counter((one.name, due.due_at) for one in schedules(project).values() for due in one.between(NOW, NOW + YEAR))
    with Ledger.open(url, project.root) as ledger:
        rows = ledger.occurrences()
    found = Counter((row.due.schedule, row.due.due_at) for row in rows if (row.due.schedule, row.due.due_at) not in first)
    wrong = sum((found - expected).values()) + sum((expected - found).values())
    wrong += sum(row.state not in (State.ISSUED, State.SKIPPED, State.DUE) for row in rows)
    issued = sum(row.state is State.ISSUED for row in rows)
    wrong += abs(issued - sum(number for _, number in done))
    kind = url.partition(":")[0].partition("+")[0]
    name = f"{count} schedules, {workers} schedulers, {kind}: {sum(number for number, _ in done)} passes, {issued} issued"
    return name, sum(expected.values()), wrong


def clock(chance: random.Random, count: int, folder: Path) -> tuple[str, int, int]:
    """Sequences of ticks with the wall clock set by 1 s to 2 years: rows compared with what was believed, and wrong ones."""
    compared = wrong = 0
    steps = [0, 0, 0, 1, -1, 3600, -3600, 86_000, -86_000, 86_400 * 3, -86_400 * 3, 86_400 * 730, -86_400 * 730]
    for number in range(count):
        project = project_of(folder / f"clock{number}", [random_schedule(chance) for _ in range(3)])
        wall, uptime = NOW, [0.0]
        hands = Clock(uptime=lambda uptime=uptime: uptime[0], boot=lambda: "boot")  # type: ignore[misc]  # bound now
        with Ledger.open(project.config.ledger, project.root) as ledger:
            planner = Planner(project, hands)
            planner.plan(ledger, wall)
            first, accepted = {row.due for row in ledger.occurrences()}, (wall, 0.0)
            for _ in range(40):
                gone, step = chance.choice([1, 20, 3600, 86_400, 800_000]), chance.choice(steps)
                uptime[0] += gone
                wall += timedelta(seconds=gone + step)
                planner.plan(ledger, wall)
                ahead = (wall - accepted[0]).total_seconds() - (uptime[0] - accepted[1])
                if wall >= accepted[0] and ahead <= AHEAD.total_seconds():
                    accepted = (wall, uptime[0])
            found = Counter((row.due.schedule, row.due.due_at) for row in ledger.occurrences() if row.due not in first)
        expected = Counter((one.name, due.due_at) for one in schedules(project).values() for due in one.between(NOW, accepted[0]))
        compared += sum(expected.values())
        wrong += sum((found - expected).values()) + sum((expected - found).values())
    return f"{count} sequences of 40 ticks, clock set by 1 s to 2 years", compared, wrong


def planted(fault: str, seed: int = 0) -> AbstractContextManager[object]:
    """The program with a fault put into it for as long as this lasts."""
    right = planning.dues

    def twice(day: date, times: Iterable[time], zone: ZoneInfo) -> Iterator[datetime]:
        return (one for at in times for one in instants_of(day, at, zone))

    def lost(day: date, times: Iterable[time], zone: ZoneInfo) -> Iterator[datetime]:
        return (one for at in times if (one := instant_of(day, at, zone)).astimezone(zone).time() == at)

    def hour(day: date, times: Iterable[time], zone: ZoneInfo) -> Iterator[datetime]:
        winter = datetime.combine(date(day.year, 1, 1), time(), zone).utcoffset() or timedelta()
        return (datetime.combine(day, at, UTC) - winter for at in times)

    def key(one: Schedule, occurrence: Occurrence, asked: str | None = None) -> Iterator[Due]:
        return (replace(due, revision=due.revision + 1000 * seed) for due in right(one, occurrence, asked))

    faults: dict[str, tuple[object, str, object]] = {
        "twice": (rules, "instants_on", twice), "lost": (rules, "instants_on", lost), "hour": (rules, "instants_on", hour),
        "key": (planning, "dues", key), "back": (planning, "judge", lambda *_: Verdict()),
    }  # fmt: skip
    return patch.object(*faults[fault]) if fault else nullcontext()


def campaign(only: str, plant: str, scale: float, folder: Path) -> Iterator[tuple[str, int, int]]:
    """Every part asked for: what it was, how much was compared, how much was wrong."""
    chance = random.Random(2026)  # noqa: S311  no secret
    with planted(plant):
        if only in ("", "calendar"):
            yield from calendar(chance, max(2, round(40 * scale)), folder)
        if only in ("", "clock"):
            yield clock(chance, max(2, round(100 * scale)), folder)
    if only in ("", "ledger"):
        count = max(4, round(200 * scale))
        for workers in (2, 3):
            yield together(folder / f"sqlite{workers}", "sqlite:///ledger.sqlite3", count, workers, plant)
        with running() as server:
            for workers in (2, 3):
                yield together(folder / f"postgresql{workers}", server.fresh(), count, workers, plant)


def main() -> int:
    """Print one line a part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", choices=["", "calendar", "ledger", "clock"])
    parser.add_argument("--plant", default="", choices=["", "twice", "lost", "hour", "key", "back"])
    parser.add_argument("--scale", type=float, default=1.0, help="how much of it")
    given = parser.parse_args()
    logging.getLogger("bilan").addHandler(logging.NullHandler())
    total = 0
    with tempfile.TemporaryDirectory() as name:
        began = monotonic()
        for what, compared, wrong in campaign(given.only, given.plant, given.scale, Path(name)):
            total += wrong
            print(f"{what:90} {compared:8} compared {wrong:6} wrong  {monotonic() - began:6.0f} s", flush=True)
    print(f"{'planted ' + given.plant + ': ' if given.plant else ''}{total} wrong")
    return int(bool(total) != bool(given.plant))


if __name__ == "__main__":
    sys.exit(main())
