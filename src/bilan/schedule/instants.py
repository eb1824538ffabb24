"""Which instant is a local time? The first of a repeated hour; where the hour is missing, the first one after it."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def instant_of(day: date, at: time, zone: ZoneInfo) -> datetime:
    """A local time as an instant: the first of a repeated hour, the first valid instant after a missing one."""
    return instants_of(day, at, zone)[0]


def instants_on(day: date, times: Iterable[time], zone: ZoneInfo) -> Iterator[datetime]:
    """The instant of each local time of a day; quick on a day on which the clock does not change."""
    midnight = datetime.combine(day, time(), zone)
    begins, ends = midnight.astimezone(UTC), (midnight + timedelta(days=1)).astimezone(UTC)
    if ends - begins == timedelta(days=1) and midnight.replace(fold=1).astimezone(UTC) == begins:
        yield from (begins + timedelta(hours=at.hour, minutes=at.minute) for at in times)
    else:
        yield from (instant_of(day, at, zone) for at in times)


def instants_of(day: date, at: time, zone: ZoneInfo) -> tuple[datetime, ...]:
    """Every instant at which the local clock shows a time, in order: one, both of a repeated hour, or the first after a missing one."""
    before, after = (datetime.combine(day, at, tzinfo=zone).replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    if before <= after:  # a missing hour, read with the offset after it, comes out earlier
        return (before,) if before == after else (before, after)
    early, late = int(after.timestamp()), int(before.timestamp())
    offset = before.astimezone(zone).utcoffset()
    while late - early > 1:
        middle = (early + late) // 2
        changed = datetime.fromtimestamp(middle, zone).utcoffset() == offset
        early, late = (early, middle) if changed else (middle, late)
    return (datetime.fromtimestamp(late, UTC),)
