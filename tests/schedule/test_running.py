from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from bilan.schedule.rules import Schedule
from bilan.schedule.running import asked_now

NOW = datetime(2026, 11, 25, 6, tzinfo=UTC)
TODAY = NOW.date()


@pytest.mark.parametrize(
    ("settings", "month", "as_of"),
    [
        ('rule = "first-working-day"', "2026-10", None),
        ('rule = "last-working-day"\nmonth = "last-full"', "2026-10", None),
        ('rule = "last-working-day"', "2026-10", None),
        ('cron = "0 8 * * mon"', "2026-10", date(2026, 11, 25)),
        ('cron = "0 8 1 * *"', "2026-10", date(2026, 11, 1)),
        ('rule = "first-working-day"\nas-of = "now"', "2026-10", date(2026, 11, 25)),
        ('rule = "first-working-day"\nstart = "2027-03-01"', "2027-02", None),
        ('rule = "first-working-day"\nend = "2026-06-30"', "2026-05", None),
        ('rule = "first-working-day"\nend = "2001-01-01"', "2026-10", None),
    ],
)
def test_the_month_that_is_served_next_or_was_last(read: Callable[[str], Schedule], settings: str, month: str, as_of: date | None) -> None:
    period, day = asked_now(read(settings), NOW, TODAY)

    assert (str(period), day) == (month, as_of)
