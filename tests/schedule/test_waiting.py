from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.period import Period
from bilan.schedule.rules import Schedule
from bilan.schedule.waiting import Arrival, Reached, Waited, fits, waited

Read = Callable[[str], Schedule]
NOVEMBER = Period.parse("2026-11")
KZ, KG = "trade/KAZ/KGZ/export/TOTAL/M", "trade/KGZ/KAZ/import/TOTAL/M"
ALL = 'on-data = ["trade/KAZ", "trade/KGZ"]\nwait = "all"\ntimezone = "UTC"\ndeadline = "20th-day"\nat = "18:00"\ndebounce = "2h"\n'
ANY = ALL.replace('"all"', '"any"')


def at(day: int, clock: str = "12:00") -> datetime:
    return datetime.fromisoformat(f"2026-11-{day:02d}T{clock}").replace(tzinfo=UTC)


def told(schedule: Schedule, arrivals: list[Arrival], now: datetime, reached: Reached | None = None) -> list[str]:
    found = waited(schedule, ("kz-kg", NOVEMBER), arrivals, reached or Reached(), now)
    return [said(one) for one in found]


def said(one: Waited) -> str:
    occurrence = one.occurrence
    awaited = f" without {', '.join(one.awaited)}" if one.awaited else ""
    return f"{occurrence.period} {occurrence.revision} on {occurrence.due_at:%d %H:%M}{awaited}{' held' if one.held else ''}"


def test_is_due_once_its_data_came_and_rest(read: Read) -> None:
    schedule = read(ANY)
    came = [Arrival(KZ, at(9, "14:00"))]

    assert told(schedule, came, at(9, "15:59")) == []
    assert told(schedule, came, at(9, "16:00")) == ["2026-10 1 on 09 16:00"]


def test_what_arrives_soon_after_becomes_due_together_with_it(read: Read) -> None:
    came = [Arrival(KZ, at(9, clock)) for clock in ("14:00", "15:30", "17:30", "19:31")]

    assert told(read(ANY), came, at(9, "23:00")) == ["2026-10 1 on 09 19:30", "2026-10 2 on 09 21:31"]


def test_waits_for_all_where_it_is_told_to(read: Read) -> None:
    came = [Arrival(KZ, at(3)), Arrival(KZ, at(4)), Arrival(KG, at(9)), Arrival(KZ, at(9, "13:30"))]

    assert told(read(ALL), came[:2], at(19)) == []
    assert told(read(ALL), came, at(19)) == ["2026-10 1 on 09 15:30"]


def test_a_series_nobody_named_makes_nothing_due(read: Read) -> None:
    assert told(read(ANY), [Arrival("population/KAZ////A", at(9))], at(10)) == []


@pytest.mark.parametrize(
    ("settings", "arrivals", "expected"),
    [
        (ALL, [], "2026-10 1 on 20 18:00 without trade/KAZ, trade/KGZ held"),
        (ALL, [Arrival(KZ, at(3))], "2026-10 1 on 20 18:00 without trade/KGZ held"),
        (ALL + 'stale = "send-with-notice"', [Arrival(KZ, at(3))], "2026-10 1 on 20 18:00 without trade/KGZ"),
        (ANY, [], "2026-10 1 on 20 18:00 without trade/KAZ, trade/KGZ held"),
        (ANY, [Arrival(KZ, at(20, "17:00"))], "2026-10 1 on 20 18:00"),
    ],
)
def test_at_the_deadline_it_is_held_or_issued_without_what_has_not_come(
    read: Read, settings: str, arrivals: list[Arrival], expected: str
) -> None:
    assert told(read(settings), arrivals, at(20, "17:59")) == []
    assert told(read(settings), arrivals, at(20, "18:00")) == [expected]
    assert told(read(settings), arrivals, at(30)) == [expected]


def test_what_was_held_at_the_deadline_is_due_once_all_is_there(read: Read) -> None:
    came = [Arrival(KZ, at(3)), Arrival(KZ, at(22)), Arrival(KG, at(25))]

    assert told(read(ALL), came, at(30)) == ["2026-10 1 on 20 18:00 without trade/KGZ held", "2026-10 2 on 25 14:00"]


def test_what_was_issued_with_a_notice_is_issued_again_when_more_comes_and_says_what_is_still_missing(read: Read) -> None:
    schedule = read(ALL + 'stale = "send-with-notice"')
    came = [Arrival(KZ, at(22)), Arrival(KG, at(25))]

    assert told(schedule, came, at(30)) == [
        "2026-10 1 on 20 18:00 without trade/KAZ, trade/KGZ",
        "2026-10 2 on 22 14:00 without trade/KGZ",
        "2026-10 3 on 25 14:00",
    ]


def test_the_deadline_is_void_once_an_edition_is_due(read: Read) -> None:
    came = [Arrival(KZ, at(3)), Arrival(KG, at(20, "15:59"))]

    assert told(read(ALL), came, at(30)) == ["2026-10 1 on 20 17:59"]


def test_what_an_occurrence_holds_already_makes_none_again(read: Read) -> None:
    came = [Arrival(KZ, at(3)), Arrival(KG, at(9)), Arrival(KG, at(12))]

    assert told(read(ALL), came, at(30), Reached(1, at(9))) == ["2026-10 2 on 12 14:00"]
    assert told(read(ALL), came, at(30), Reached(2, at(12))) == []


def test_only_what_arrives_within_a_month_counts_for_its_edition(read: Read) -> None:
    schedule = read(ANY.replace('"UTC"', '"Asia/Bishkek"'))
    came = [Arrival(KZ, datetime(2026, 10, 31, 17, 59, tzinfo=UTC)), Arrival(KZ, at(30, "18:00"))]

    assert told(schedule, came, at(19)) == []
    assert told(schedule, [*came, Arrival(KZ, at(30, "17:59"))], at(30, "23:00"), Reached(1, at(20))) == ["2026-10 2 on 30 19:59"]


def test_quiet_hours_hold_for_data_too(read: Read) -> None:
    schedule = read(ANY + 'quiet-hours = "20:00-08:00"')

    assert told(schedule, [Arrival(KZ, at(9, "19:00"))], at(10, "07:59")) == []
    assert told(schedule, [Arrival(KZ, at(9, "19:00"))], at(10, "08:00")) == ["2026-10 1 on 10 08:00"]


def test_a_month_that_has_not_got_the_day_of_the_deadline_ends_on_its_last(read: Read) -> None:
    schedule = read(ANY.replace("20th-day", "31st-day"))

    assert told(schedule, [], at(30, "18:00")) == ["2026-10 1 on 30 18:00 without trade/KAZ, trade/KGZ held"]


def test_nothing_counts_before_start_and_after_end(read: Read) -> None:
    schedule = read(ANY + 'start = "2026-11-10"\nend = "2026-11-15"')

    assert told(schedule, [Arrival(KZ, at(9)), Arrival(KZ, at(16))], at(30)) == []
    assert told(schedule, [Arrival(KZ, at(10))], at(30)) == ["2026-10 1 on 10 14:00"]


@pytest.mark.parametrize(
    ("named", "answer"),
    [
        (KZ, True),
        ("trade", True),
        ("trade/KAZ/", True),
        ("trade/*/KGZ/*", True),
        ("trade/KA", False),
        ("trad", False),
        ("trade/KGZ", False),
    ],
)
def test_names_series_as_bilan_series_does(named: str, *, answer: bool) -> None:
    assert fits(KZ, named) is answer


MINUTES = st.integers(0, 30 * 24 * 12 - 1).map(lambda five: datetime(2026, 11, 1, tzinfo=UTC) + timedelta(minutes=5 * five))


@given(
    arrivals=st.lists(st.builds(Arrival, st.sampled_from([KZ, KG, "population/KAZ////A"]), MINUTES), max_size=8),
    looks=st.lists(MINUTES, min_size=1, max_size=12).map(sorted),
    settings=st.sampled_from([ALL, ANY, ALL + 'stale = "send-with-notice"', ANY + 'jitter = "5h"\nquiet-hours = "19:00-09:00"']),
)
def test_looking_often_or_seldom_finds_the_same(read: Read, arrivals: list[Arrival], looks: list[datetime], settings: str) -> None:
    """What a look finds depends on the time alone; arrivals a look cannot know yet are kept from it."""
    schedule, where = read(settings), ("kz-kg", NOVEMBER)
    found: list[Waited] = []
    for now in looks:
        known = [one for one in arrivals if one.at <= now]
        reached = Reached(found[-1].occurrence.revision, found[-1].until) if found else Reached()
        found += waited(schedule, where, known, reached, now)

    assert found == list(waited(schedule, where, [one for one in arrivals if one.at <= looks[-1]], Reached(), looks[-1]))
    assert [one.occurrence.revision for one in found] == list(range(1, len(found) + 1))
    for one in found:
        after = [other.at for other in arrivals if one.until < other.at <= one.occurrence.ruled_at]
        assert not after or one.occurrence.revision == 1


@given(arrivals=st.lists(st.builds(Arrival, st.sampled_from([KZ, KG]), MINUTES), max_size=8), settings=st.sampled_from([ALL, ANY]))
def test_nothing_that_came_is_forgotten(read: Read, arrivals: list[Arrival], settings: str) -> None:
    found = list(waited(read(settings), ("kz-kg", NOVEMBER), arrivals, Reached(), datetime(2026, 12, 2, tzinfo=UTC)))

    complete = {one.series for one in arrivals} == {KZ, KG}
    if complete or (arrivals and settings == ANY):
        assert found[-1].until >= max(one.at for one in arrivals)
        assert not found[-1].held
    assert found != []
