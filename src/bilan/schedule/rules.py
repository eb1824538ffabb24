"""When does a schedule fall due? Its rule, in local time and on working days, as instants in UTC."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from bilan.config.models import BilanConfig, ScheduleConfig
from bilan.errors import ConfigError, closest
from bilan.ledger.records import Due
from bilan.period import Period

_SATURDAY = 5
_LONGEST_GAP = timedelta(days=70)
_HORIZON = timedelta(days=200 * 365)


class _Holidays(Protocol):
    def __contains__(self, day: object) -> bool: ...


def check(config: BilanConfig) -> None:
    """Raise ConfigError listing every time zone, country, start, partnership, audience and language that is not there."""
    mistakes = [f"schedule.{name}.{mistake}" for name, one in config.schedule.items() for mistake in _mistakes(config, one)]
    if mistakes:
        raise ConfigError("bilan.toml", tuple(mistakes), "mend the schedule; `bilan schedule` shows what will happen")


def due_between(config: BilanConfig, after: datetime, until: datetime, only: str | None = None) -> list[Due]:
    """What falls due after one instant and up to another, of all schedules or one, in that order."""
    check(config)
    found = [
        due
        for name in ([only] if only else config.schedule)
        for period, instant in _instants(config.schedule[name], after, until)
        for due in _dues(config, name, period, instant)
    ]
    return sorted(found, key=lambda due: (due.due_at, str(due)))


def latest_due(config: BilanConfig, only: str, now: datetime) -> list[Due]:
    """What a schedule asked for the last time it fell due; nothing older."""
    found = due_between(config, now - _LONGEST_GAP, now, only)
    return [due for due in found if due.due_at == found[-1].due_at]


def next_due(config: BilanConfig, now: datetime, count: int) -> list[Due]:
    """The next occurrences, exactly as they will be planned."""
    found: list[Due] = []
    span = _LONGEST_GAP
    while len(found) < count and span < _HORIZON:
        found = due_between(config, now, now + span)
        span *= 2
    return found[:count]


def instant_of(day: date, at: time, zone: ZoneInfo) -> datetime:
    """A local time as an instant: the first of a repeated hour, the first valid instant after a missing one."""
    before, after = (datetime.combine(day, at, tzinfo=zone).replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    if before <= after:  # an ordinary or repeated hour; a missing one, read with the offset after it, comes out earlier
        return before
    early, late = int(after.timestamp()), int(before.timestamp())
    offset = before.astimezone(zone).utcoffset()
    while late - early > 1:
        middle = (early + late) // 2
        changed = datetime.fromtimestamp(middle, zone).utcoffset() == offset
        early, late = (early, middle) if changed else (middle, late)
    return datetime.fromtimestamp(late, UTC)


def _instants(schedule: ScheduleConfig, after: datetime, until: datetime) -> Iterator[tuple[Period, datetime]]:
    zone, at, closed = ZoneInfo(schedule.timezone), time.fromisoformat(schedule.at), _closed(schedule)
    start = date.fromisoformat(schedule.start) if schedule.start else date.min
    month, last = Period.month_of(after.astimezone(zone).date()).shift(-1), Period.month_of(until.astimezone(zone).date())
    while month <= last:
        day = _day(schedule.rule, month, closed)
        instant = instant_of(day, at, zone)
        if after < instant <= until and day >= start:
            yield month if schedule.rule.startswith("last") else month.shift(-1), instant
        month = month.shift(1)


def _day(rule: str, month: Period, closed: Sequence[_Holidays]) -> date:
    """The day of a rule; a month without any working day falls back on its first or last day."""
    days = [month.start + timedelta(days=count) for count in range((month.end - month.start).days + 1)]
    if rule.startswith("last"):
        days.reverse()
    if not rule.endswith("working-day"):
        return days[0]
    return next((day for day in days if day.weekday() < _SATURDAY and not any(day in calendar for calendar in closed)), days[0])


def _closed(schedule: ScheduleConfig) -> list[_Holidays]:
    if not schedule.rule.endswith("working-day") or not schedule.holidays:
        return []
    from holidays import country_holidays  # noqa: PLC0415  only rules on working days need it

    return [country_holidays(code) for code in schedule.holidays]


def _dues(config: BilanConfig, name: str, period: Period, instant: datetime) -> Iterator[Due]:
    schedule = config.schedule[name]
    for partnership in schedule.partnerships or config.partnerships:
        for audience in schedule.audiences or config.audiences:
            for language in schedule.languages or config.languages:
                yield Due(name, partnership, audience, language, period, instant)


def _mistakes(config: BilanConfig, schedule: ScheduleConfig) -> Iterator[str]:
    try:
        ZoneInfo(schedule.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zones = sorted(available_timezones())
        yield f"timezone: there is no time zone '{schedule.timezone}'{closest(schedule.timezone, zones)}"
    yield from _unknown_countries(schedule.holidays)
    try:
        date.fromisoformat(schedule.start or "2000-01-01")
    except ValueError:
        yield f"start: '{schedule.start}' is no date: write 2026-11-02"
    for field in ("partnerships", "audiences", "languages"):
        known = list(getattr(config, field))
        for word in getattr(schedule, field):
            if word not in known:
                yield f"{field}: '{word}' is not among the project's {field}{closest(word, known)}"


def _unknown_countries(codes: tuple[str, ...]) -> Iterator[str]:
    if not codes:
        return
    from holidays import list_supported_countries  # noqa: PLC0415  only rules on working days need it

    known = list(list_supported_countries(include_aliases=False))
    for code in codes:
        if code not in known:
            near = ", ".join(
                sorted(one for one in known if one[0] == code[0] or one == code[::-1])
            )  # two letters are too few for closest()
            yield f"holidays: no public holidays are known for '{code}' (did you mean one of {near}?)"
