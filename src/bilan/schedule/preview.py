"""What falls due next? The coming occurrences exactly as they will be planned, and why there are no more."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from bilan.period import Period
from bilan.schedule.cron import Cron
from bilan.schedule.days import ordinal
from bilan.schedule.rules import Occurrence, Schedule

_FIRST_LOOK, _LONGEST_LOOK = timedelta(days=1), timedelta(days=512)
_SPARSE_YEARS = 12  # 29 February is at most eight years away; nothing but a made-up calendar is rarer
_LAST = datetime(9990, 1, 1, tzinfo=UTC)
_YEAR = 12


def coming(schedules: Iterable[Schedule], now: datetime, count: int) -> list[Occurrence]:
    """The next occurrences of all schedules in the order they fall due; fewer where no more will ever come."""
    kept = list(schedules)
    seen = {one.name: max(now, _start(one)) for one in kept}
    found: list[Occurrence] = []
    after, look = now, _FIRST_LOOK
    while kept and len(found) < count and after < _LAST:
        until = after + look
        here = [one for schedule in kept for one in schedule.between(after, until)]
        found += sorted(here, key=lambda one: (one.due_at, one.schedule, one.partnership))
        seen |= {one.schedule: one.due_at for one in here}
        kept = [one for one in kept if not _over(one, until, seen[one.name])]
        after, look = until, min(2 * look, _LONGEST_LOOK)
    return found[:count]


def notes(schedule: Schedule, one: Occurrence) -> list[str]:
    """What else is to be said of an occurrence: why it is not due at the hour of its rule, and what decides whether it is issued."""
    said = []
    if schedule.on_data:
        said.append("at the latest: not again if its data came before")
    if one.revision > 1:
        said.append(f"{ordinal(one.revision)} of its month: issued if the data changed")
    if one.due_at != one.ruled_at:
        causes = [name for name, there in (("jitter", schedule.jitter), ("quiet hours", schedule.quiet)) if there]
        said.append(f"{one.ruled_at.astimezone(schedule.zone):%H:%M} by the rule, then {' and '.join(causes)}")
    return said


def endings(schedules: Iterable[Schedule], now: datetime, shown: Iterable[Occurrence] = ()) -> Iterator[str]:
    """Why a schedule that is not shown, or no longer, has nothing more to come: one sentence each."""
    listed = list(shown)
    for one in schedules:
        mine = [occurrence.due_at for occurrence in listed if occurrence.schedule == one.name]
        if coming([one], max(mine, default=now), 1):
            continue
        if one.end < date.max:
            yield f"{one.name}: nothing {'more ' if mine else ''}falls due up to its end on {one.end.isoformat()}"
        else:
            yield f"{one.name}: no day of the next {_SPARSE_YEARS} years fits {described(one)}; nothing will fall due"


def gaps(schedules: Iterable[Schedule], now: datetime) -> Iterator[str]:
    """Months of the coming year in which a monthly rule names no day: one sentence a schedule."""
    for one in schedules:
        if isinstance(one.rule, Cron) and len(one.rule.months) < _YEAR:
            continue
        first = Period.month_of(max(now.astimezone(one.zone).date(), one.start))
        months = [first.shift(count) for count in range(_YEAR)]
        inside = [month for month in months if one.start <= month.start and month.end <= one.end]
        without = [str(month) for month in inside if not one.instants(month)]
        if without:
            yield f"{one.name}: {described(one)} does not exist in {', '.join(without)}; nothing falls due in {_those(without)}"


def described(one: Schedule) -> str:
    """The rule in the words of the settings."""
    if isinstance(one.rule, Cron):
        return f"cron '{one.config.cron}'"
    return f"deadline '{one.rule.name}'" if one.on_data else f"rule '{one.rule.name}'"


def _those(months: list[str]) -> str:
    return "that month" if len(months) == 1 else "those months"


def _start(one: Schedule) -> datetime:
    return datetime.combine(one.start, datetime.min.time(), UTC) if one.start > date.min else datetime.min.replace(tzinfo=UTC)


def _over(one: Schedule, until: datetime, last: datetime) -> bool:
    """Will nothing more come? Past its end, or after many years without any day that fits."""
    if one.end < date.max and until.date() > one.end + timedelta(days=4):
        return True
    return (until - last).days > _SPARSE_YEARS * 366
