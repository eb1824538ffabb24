"""When does a rule fall due, found by looking at the local clock minute by minute for ten years? Shares no line with the program."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

FIRST, LAST = date(2020, 1, 1), date(2029, 12, 31)
EPOCH = datetime(2019, 12, 25, tzinfo=UTC)
MINUTES = 60 * 24 * ((LAST - EPOCH.date()).days + 8)
DAYS = [FIRST + timedelta(days=count) for count in range((LAST - FIRST).days + 1)]
ZONES = (
    "Asia/Almaty", "Asia/Bishkek", "Europe/Paris", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "America/Havana",
    "America/St_Johns", "Pacific/Chatham", "Asia/Tehran",
)  # fmt: skip

Wall = npt.NDArray[np.int32]


def walls(zone: str) -> Wall:
    """The latest local minute the clock of a zone has shown by each minute of UTC, both counted from the epoch."""
    there = ZoneInfo(zone)
    shown = np.arange(MINUTES, dtype=np.int32)
    begin, offset = 0, _offset(there, 0)
    for hour in range(60, MINUTES, 60):
        if _offset(there, hour) == offset:
            continue
        change = next(minute for minute in range(hour - 59, hour + 1) if _offset(there, minute) != offset)
        shown[begin:change] += offset
        begin, offset = change, _offset(there, hour)
    shown[begin:] += offset
    return np.maximum.accumulate(shown)


def instants(shown: Wall, days: Iterable[date], times: Iterable[int]) -> list[datetime]:
    """The first minute at which the clock shows each wanted time (minutes of the day) of each day, or a later one; each once."""
    begins = np.array([(day - EPOCH.date()).days * 1440 for day in days], dtype=np.int32)
    wanted = (begins[:, None] + np.array(sorted(times), dtype=np.int32)[None, :]).ravel()
    return [EPOCH + timedelta(minutes=int(minute)) for minute in np.unique(np.searchsorted(shown, wanted))]


def nth_of_months(fits: Callable[[date], bool], nth: int) -> list[date]:
    """The n-th fitting day of each of the hundred and twenty months, from the end where `nth` is negative; none where there are too few."""
    months: dict[tuple[int, int], list[date]] = {}
    for day in DAYS:
        if fits(day):
            months.setdefault((day.year, day.month), []).append(day)
    at = nth - 1 if nth > 0 else nth
    return [days[at] for days in months.values() if len(days) >= abs(nth)]


def _offset(zone: ZoneInfo, minute: int) -> int:
    offset = (EPOCH + timedelta(minutes=minute)).astimezone(zone).utcoffset()
    return int((offset or timedelta()).total_seconds()) // 60
