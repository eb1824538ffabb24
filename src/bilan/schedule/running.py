"""What does a schedule ask for when a person runs it now? The month it serves next if that is over, else the one it served last."""

from datetime import date, datetime, timedelta

from bilan.period import Period
from bilan.schedule.preview import coming
from bilan.schedule.rules import Occurrence, Schedule

_LOOK_BACK = timedelta(days=800)


def asked_now(one: Schedule, now: datetime, today: date) -> tuple[Period, date | None]:
    """The month to make and as of which day, None for its last; of a schedule that never falls due the last full month."""
    following, before = coming([one], now, 1), one.between(now - _LOOK_BACK, now)
    over = [each for each in following if each.period.end < today]
    found = next(iter((*over, *before[-1:], *following)), None)
    period = found.period if found else Period.month_of(today).shift(-1)
    return period, _as_of(one, found, today)


def _as_of(one: Schedule, found: Occurrence | None, today: date) -> date | None:
    if one.as_of == "period":
        return None
    due = found.due_at.astimezone(one.zone).date() if found and one.as_of == "due" else today
    return min(due, today)
