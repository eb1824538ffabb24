"""When does a schedule on data fall due? Once its data came and rest, or at its deadline; from what arrived when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from fnmatch import fnmatchcase

from bilan.period import Period
from bilan.schedule.instants import instant_of
from bilan.schedule.rules import Occurrence, Schedule

_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A new vintage of a series, and the instant from which it counts: seen by us, and published."""

    series: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a month has got for a partnership: its last revision, and the instant up to which arrivals are in it."""

    revision: int = 0
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Waited:
    """What data or their deadline made due: with all that arrived up to `until`, without what is `awaited`; perhaps held for that."""

    occurrence: Occurrence
    until: datetime
    awaited: tuple[str, ...] = ()
    held: bool = False


def fits(series: str, wanted: str) -> bool:
    """Is a series the one named, or does its name begin with or match what is named? As `bilan series` understands names."""
    name = wanted.rstrip("/")
    return series == name or series.startswith(f"{name}/") or fnmatchcase(series, name)


def opens(schedule: Schedule, month: Period) -> datetime:
    """When a month begins where the schedule runs."""
    return instant_of(month.start, time(), schedule.zone)


def waited(schedule: Schedule, where: tuple[str, Period], arrivals: Sequence[Arrival], reached: Reached, now: datetime) -> Iterator[Waited]:
    """What is due by now for a partnership, from what arrived in a month and is in no occurrence yet; editions are of the month before.

    What arrives within the debounce after something else becomes due together with it.
    """
    month = _Month(schedule, *where, [one for one in arrivals if one.at <= now])
    while True:
        rested = month.rested(reached)
        deadline = month.deadline if reached.revision == 0 else None
        if deadline is not None and (rested is None or rested + schedule.debounce > deadline):
            found = month.at_deadline(deadline)
        elif rested is not None:
            found = month.of_data(reached, rested)
        else:
            return
        if found.occurrence.due_at > now:
            return
        yield found
        reached = Reached(found.occurrence.revision, found.until)


class _Month:
    """What arrived for a schedule and a partnership between the first and the last instant of a month."""

    def __init__(self, schedule: Schedule, partnership: str, month: Period, arrivals: Sequence[Arrival]) -> None:
        self.schedule, self.partnership, self.month = schedule, partnership, month
        self.opens, self.closes = (opens(schedule, one) for one in (month, month.shift(1)))
        self.deadline = next(iter(schedule.instants(month)), None)
        inside = [one for one in arrivals if self.opens <= one.at < self.closes and self._counts(one)]
        self.arrivals = sorted(inside, key=lambda one: one.at)

    def rested(self, reached: Reached) -> datetime | None:
        """The last arrival of the first group nothing follows within the debounce; None where nothing new came or it is not enough."""
        after = reached.until or self.opens - _MOMENT
        fresh = [one.at for one in self.arrivals if one.at > after]
        enough = self._enough(reached)
        if not fresh or enough is None:
            return None
        last = max(fresh[0], enough)
        for at in fresh:
            last = at if last < at <= last + self.schedule.debounce else last
        return last

    def of_data(self, reached: Reached, rested: datetime) -> Waited:
        """Due once its data have rested."""
        occurrence = self._occurrence(reached.revision + 1, rested + self.schedule.debounce)
        return Waited(occurrence, rested, self._missing(rested) if self.schedule.config.wait == "all" else ())

    def at_deadline(self, deadline: datetime) -> Waited:
        """Due because it is time; held or with a notice where data are missing."""
        missing = self._missing(deadline)
        if self.schedule.config.wait == "any" and len(missing) < len(self.schedule.config.on_data):
            missing = ()
        return Waited(self._occurrence(1, deadline), deadline, missing, held=bool(missing) and self.schedule.config.stale == "hold")

    def _enough(self, reached: Reached) -> datetime | None:
        """From when on what arrived may make something due: at once, or where all is waited for once each has come."""
        config = self.schedule.config
        if config.wait == "any" or (reached.revision and config.stale == "send-with-notice"):
            return self.opens
        firsts = [next((one.at for one in self.arrivals if fits(one.series, name)), None) for name in config.on_data]
        return None if None in firsts else max(at for at in firsts if at)

    def _missing(self, by: datetime) -> tuple[str, ...]:
        came = [one.series for one in self.arrivals if one.at <= by]
        return tuple(name for name in self.schedule.config.on_data if not any(fits(series, name) for series in came))

    def _counts(self, one: Arrival) -> bool:
        day = one.at.astimezone(self.schedule.zone).date()
        return self.schedule.start <= day <= self.schedule.end and any(fits(one.series, name) for name in self.schedule.config.on_data)

    def _occurrence(self, revision: int, ruled_at: datetime) -> Occurrence:
        period = self.month.shift(-1)
        due_at = self.schedule.moved(ruled_at, f"{self.schedule.name}|{self.partnership}|{period}|{revision}")
        return Occurrence(self.schedule.name, self.partnership, period, revision, ruled_at, due_at)
