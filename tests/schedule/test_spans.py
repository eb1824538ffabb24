from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.schedule.spans import QuietHours, span

CLOCK = st.integers(0, 47).map(lambda half: time(half // 2, 30 * (half % 2)))


@pytest.mark.parametrize(("text", "seconds"), [("0s", 0), ("90s", 90), ("15m", 900), (" 2h ", 7200), ("3d", 259200)])
def test_reads_a_length_of_time(text: str, seconds: int) -> None:
    assert span(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["", "15", "m", "1.5h", "-1h", "15 m", "1w", "1234567s"])
def test_says_how_a_length_of_time_is_written(text: str) -> None:
    with pytest.raises(ValueError, match="is no length of time: write 90s, 15m, 2h or 3d"):
        span(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("22-7", "'22-7' are no quiet hours: write 22:00-07:00"),
        ("22:00-24:00", "'22:00-24:00' are no quiet hours: write 22:00-07:00"),
        ("07:00-07:00", "'07:00-07:00' begins when it ends: leave it out, or name two different hours"),
    ],
)
def test_says_how_quiet_hours_are_written(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        QuietHours.parse(text)


@pytest.mark.parametrize(
    ("hours", "instant", "end"),
    [
        ("22:00-07:00", "2026-11-02T16:30", "2026-11-03T01:00"),
        ("22:00-07:00", "2026-11-02T00:30", "2026-11-02T01:00"),
        ("22:00-07:00", "2026-11-02T01:00", "2026-11-02T01:00"),
        ("12:00 - 14:00", "2026-11-02T06:00", "2026-11-02T08:00"),
        ("12:00-14:00", "2026-11-02T08:00", "2026-11-02T08:00"),
    ],
)
def test_what_falls_into_quiet_hours_waits_for_their_end(hours: str, instant: str, end: str) -> None:
    moved = QuietHours.parse(hours).end(datetime.fromisoformat(instant).replace(tzinfo=UTC), ZoneInfo("Asia/Bishkek"))

    assert moved == datetime.fromisoformat(end).replace(tzinfo=UTC)


@given(
    since=CLOCK,
    until=CLOCK,
    instant=st.one_of(
        st.datetimes(datetime(2024, 3, 30), datetime(2024, 4, 1), timezones=st.just(UTC)),  # noqa: DTZ001  zoned by the strategy
        st.datetimes(datetime(2024, 10, 26), datetime(2024, 10, 28), timezones=st.just(UTC)),  # noqa: DTZ001  same
        st.datetimes(datetime(2024, 2, 29), datetime(2024, 3, 2), timezones=st.just(UTC)),  # noqa: DTZ001  same
    ).map(lambda one: one.replace(second=0, microsecond=0)),
    zone=st.sampled_from([ZoneInfo(name) for name in ("Europe/Paris", "Asia/Almaty", "America/Havana")]),
)
def test_the_end_is_the_first_minute_outside_walked_to_one_by_one(since: time, until: time, instant: datetime, zone: ZoneInfo) -> None:
    if since == until:
        return
    quiet, walked = QuietHours(since, until), instant

    def inside(minute: datetime) -> bool:
        clock = minute.astimezone(zone).strftime("%H:%M")
        begin, end = since.strftime("%H:%M"), until.strftime("%H:%M")
        return begin <= clock < end if begin < end else not end <= clock < begin

    while inside(walked):
        walked += timedelta(minutes=1)

    assert quiet.end(instant, zone) == walked
