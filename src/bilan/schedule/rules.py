"""When does a schedule fall due? Its rule, in local time and on working days, as instants in UTC."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bilan.config.schedule import ScheduleConfig
from bilan.ledger.records import Due
from bilan.period import Period
from bilan.schedule.cron import Cron
from bilan.schedule.days import DayRule
from bilan.schedule.instants import instants_on
from bilan.schedule.spans import QuietHours
from bilan.schedule.workdays import WorkDays

_QUIET = timedelta(days=2)  # the most quiet hours can put off, with a clock change in them
_MISSING = timedelta(days=2)  # the most a local time can be away from its instant, where a whole day is missing


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One due moment of a schedule for a partnership: its month and how manieth of that month, by the rule and when it really is due."""

    schedule: str
    partnership: str
    period: Period
    revision: int
    ruled_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Schedule:
    """A schedule of `bilan.toml`, read: what it names is there, and everything left out is filled in."""

    name: str
    config: ScheduleConfig
    zone: ZoneInfo
    rule: DayRule | Cron
    workdays: WorkDays
    partnerships: tuple[str, ...]
    audiences: tuple[str, ...]
    languages: tuple[str, ...]
    start: date = date.min
    end: date = date.max
    quiet: QuietHours | None = None
    jitter: timedelta = timedelta()
    grace: timedelta = timedelta(hours=1)
    debounce: timedelta = timedelta()

    @property
    def on_data(self) -> bool:
        """Does it wait for data? Its rule is the deadline then."""
        return bool(self.config.on_data)

    @property
    def as_of(self) -> str:
        """What an edition knows: `period`, by the end of its month (for rules); `due`, by the day it fell due; `now`, by that of its making."""
        return self.config.as_of or ("period" if isinstance(self.rule, DayRule) and not self.on_data else "due")

    def between(self, after: datetime, until: datetime) -> list[Occurrence]:
        """What falls due after one instant and up to another, in that order."""
        until = min(until, _LAST)
        since = max(after, _FIRST) - self.jitter - (_QUIET if self.quiet else timedelta())
        month, last = self._month(since - _MISSING), self._month(until + _MISSING)
        found = []
        while month <= last:
            found += [one for one in self._occurrences(month, since, until) if after < one.due_at <= until]
            month = month.shift(1)
        return sorted(found, key=lambda one: (one.due_at, one.partnership, one.ruled_at))

    def _occurrences(self, month: Period, since: datetime, until: datetime) -> Iterator[Occurrence]:
        """What the rule names in a month from one instant to another; all of it is of one period, and counts from 1."""
        period = month if self._covers_current() else month.shift(-1)
        for revision, instant in enumerate(self.instants(month), 1):
            for partnership in self.partnerships if since <= instant <= until else ():
                due_at = self.moved(instant, f"{self.name}|{partnership}|{period}|{revision}")
                yield Occurrence(self.name, partnership, period, revision, instant, due_at)

    def instants(self, month: Period) -> list[datetime]:
        """When the rule names a local time in a month, in order and each instant once; nothing before start or after end."""
        times = self._times()
        days = (day for day in self._days(month) if self.start <= day <= self.end)
        return sorted({instant for day in days for instant in instants_on(day, times, self.zone)})

    def dues(self, one: Occurrence, as_of: date | None = None) -> Iterator[Due]:
        """The editions an occurrence asks for."""
        for audience in self.audiences:
            for language in self.languages:
                yield Due(one.schedule, one.partnership, audience, language, one.period, one.due_at, one.revision, as_of)

    def moved(self, instant: datetime, key: str) -> datetime:
        """Later by the jitter of its key, and out of quiet hours."""
        if self.jitter:
            part = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8]) / 2**64
            instant += timedelta(seconds=int(part * self.jitter.total_seconds()))
        return self.quiet.end(instant, self.zone) if self.quiet else instant

    def _covers_current(self) -> bool:
        """Is an occurrence of the month its day lies in? By default where the day is counted from the end of the month."""
        if self.config.month is not None:
            return self.config.month == "current"
        return isinstance(self.rule, DayRule) and self.rule.from_end and not self.on_data

    def _days(self, month: Period) -> Iterator[date]:
        """Days the rule names; a deadline that a month has not got is its last day, so that no month passes without one."""
        if isinstance(self.rule, DayRule):
            day = self.rule.day(month, self.workdays.works)
            if day is not None or self.on_data:
                yield day or month.end
        elif month.number in self.rule.months:
            days = (month.start + timedelta(days=count) for count in range((month.end - month.start).days + 1))
            yield from (day for day in days if self.rule.fits(day))

    def _times(self) -> list[time]:
        return list(self.rule.times()) if isinstance(self.rule, Cron) else [time.fromisoformat(self.config.at)]

    def _month(self, instant: datetime) -> Period:
        """The month of an instant where the schedule runs; the first and last of the calendar at its ends."""
        inside = min(max(instant, _FIRST), _LAST)
        return Period.month_of(inside.astimezone(self.zone).date())


_FIRST, _LAST = datetime(2, 1, 2, tzinfo=UTC), datetime(9998, 12, 30, tzinfo=UTC)
