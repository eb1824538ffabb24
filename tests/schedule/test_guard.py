from datetime import UTC, datetime, timedelta

import pytest

from bilan.errors import Severity
from bilan.ledger.records import Tick
from bilan.schedule.guard import Verdict, judge

LAST = Tick(datetime(2026, 11, 2, 1, tzinfo=UTC), 1000.0, "boot")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def later(wall: timedelta, uptime: float | None = 1020.0, boot: str = "boot") -> Tick:
    return Tick(LAST.wall + wall, uptime, boot)


def test_the_first_pass_believes_its_clock() -> None:
    assert judge(None, LAST) == Verdict()


@pytest.mark.parametrize(
    "now",
    [
        later(timedelta(0)),
        later(timedelta(seconds=20)),
        later(24 * HOUR + timedelta(seconds=20)),
        later(40 * DAY, 1000.0 + 40 * 86400),
        later(40 * DAY, 5.0, "another start"),
        later(40 * DAY, None),
        later(40 * DAY, 1020.0, ""),
    ],
    ids=["at once", "20 s", "a day ahead", "40 days of uptime", "after a restart", "a person's time", "an unknown start"],
)
def test_a_clock_that_went_on_is_believed(now: Tick) -> None:
    assert judge(LAST, now) == Verdict()


def test_a_clock_without_a_start_to_compare_with_is_believed() -> None:
    assert judge(Tick(LAST.wall), later(40 * DAY)) == Verdict()


@pytest.mark.parametrize("step", [timedelta(microseconds=1), timedelta(seconds=1), timedelta(minutes=5)], ids=str)
def test_a_clock_a_little_behind_plans_nothing_and_nobody_is_told(step: timedelta) -> None:
    assert judge(LAST, later(-step)) == Verdict(plans=False)


def test_a_clock_far_behind_plans_nothing_and_the_operator_is_told() -> None:
    verdict = judge(LAST, later(-730 * DAY - 3 * HOUR))

    assert (verdict.plans, verdict.serves) == (False, True)
    assert verdict.problem is not None
    assert verdict.problem.severity is Severity.WARNING
    assert str(verdict.problem) == (
        "clock: is 730 days 3 hours behind the last pass at 2026-11-02 01:00Z; nothing new falls due until then "
        "(set the clock; if it is right, say so with `bilan run-due --trust-clock`)"
    )


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (24 * HOUR + timedelta(seconds=21), "1 day"),
        (timedelta(days=1, hours=1, minutes=1), "1 day 1 hour"),
        (730 * DAY, "729 days 23 hours"),
    ],
)
def test_a_clock_that_jumped_ahead_of_the_uptime_stops_everything(step: timedelta, said: str) -> None:
    verdict = judge(LAST, later(step))

    assert (verdict.plans, verdict.serves) == (False, False)
    assert verdict.problem is not None
    assert verdict.problem.severity is Severity.HOLD
    assert verdict.problem.message == f"jumped {said} ahead since the last pass at 2026-11-02 01:00Z; nothing is planned or issued"
