"""How long, and between which hours? Spans like `90m`, and quiet hours like `22:00-07:00`."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bilan.schedule.instants import instants_of

_SPAN = re.compile(r"(\d{1,6})(s|m|h|d)")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_HOURS = re.compile(r"((?:[01]\d|2[0-3]):[0-5]\d)\s*-\s*((?:[01]\d|2[0-3]):[0-5]\d)")


def span(text: str) -> timedelta:
    """`90s`, `15m`, `2h` or `3d` as a length of time; raises ValueError with the accepted forms."""
    match = _SPAN.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"'{text}' is no length of time: write 90s, 15m, 2h or 3d")
    return timedelta(**{_UNITS[match[2]]: int(match[1])})


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Local hours in which nothing falls due, `since` included and `until` not; they may pass midnight."""

    since: time
    until: time

    @classmethod
    def parse(cls, text: str) -> "QuietHours":
        """`22:00-07:00`; raises ValueError with what is accepted."""
        match = _HOURS.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"'{text}' are no quiet hours: write 22:00-07:00")
        since, until = time.fromisoformat(match[1]), time.fromisoformat(match[2])
        if since == until:
            raise ValueError(f"'{text}' begins when it ends: leave it out, or name two different hours")
        return cls(since, until)

    def __contains__(self, clock: time) -> bool:
        after, before = clock >= self.since, clock < self.until
        return (after and before) if self.since < self.until else (after or before)

    def end(self, instant: datetime, zone: ZoneInfo) -> datetime:
        """The same instant, or where it lies in quiet hours the first one after them."""
        here = instant.astimezone(zone)
        if here.time() not in self:
            return instant
        days = (here.date() + timedelta(days=count) for count in range(3))
        ends = (end for day in days for end in instants_of(day, self.until, zone))
        return next(end for end in ends if end > instant and end.astimezone(zone).time() not in self)
