import logging
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bilan.errors import ConfigError, LedgerError
from bilan.ledger.records import Due, State
from bilan.period import Period
from bilan.project import Project
from bilan.schedule.clock import Clock
from bilan.schedule.due import Served
from bilan.schedule.serve import Pulse, serve

NOW = datetime(2026, 11, 2, 1, tzinfo=UTC)
ISSUED = Served(Due("monthly", "kz-kg", "analyst", "fr", Period.parse("2026-10"), NOW), State.ISSUED)


class Hands:
    """A clock whose hands the test moves."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def clock(self) -> Clock:
        return Clock(now=lambda: NOW, monotonic=lambda: self.seconds)


@pytest.fixture(autouse=True)
def quiet_clock() -> Iterator[None]:
    level = logging.getLogger("apscheduler").level
    yield
    logging.getLogger("apscheduler").setLevel(level)


def test_a_tick_that_did_something_is_one_line(caplog: pytest.LogCaptureFixture) -> None:
    results = iter([[ISSUED, ISSUED], []])
    pulse = Pulse(lambda _: next(results), Hands().clock(), 20)

    with caplog.at_level(logging.INFO):
        assert [pulse.beat(), pulse.beat()] == [True, True]

    assert caplog.messages == ["tick: kz-kg/2026-10/analyst.fr issued, kz-kg/2026-10/analyst.fr issued"]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (LedgerError("ledger", "is locked", "wait"), "tick: ledger: is locked (wait)"),
        (LedgerError("ledger", "is locked"), "tick: ledger: is locked"),
        (ZeroDivisionError("a bug"), "tick: failed; the clock goes on"),
    ],
    ids=["hint", "no hint", "bug"],
)
def test_a_tick_that_fails_is_told_and_the_next_one_comes(caplog: pytest.LogCaptureFixture, error: Exception, said: str) -> None:
    calls: list[datetime] = []

    def tick(now: datetime) -> list[Served]:
        calls.append(now)
        raise error

    pulse = Pulse(tick, Hands().clock(), 20)

    assert [pulse.beat(), pulse.beat()] == [True, True]
    assert calls == [NOW, NOW]
    assert caplog.messages == [said, said]


def test_the_watchdog_ticks_after_three_missed_ticks(caplog: pytest.LogCaptureFixture) -> None:
    hands, calls = Hands(), []
    pulse = Pulse(lambda now: calls.append(now) or [], hands.clock(), 20)  # type: ignore[func-returns-value]  # a line instead of a function

    answers = []
    for seconds in (0, 59, 60, 61, 119, 120):
        hands.seconds = seconds
        answers.append(pulse.watch())

    assert answers == [False, False, True, False, False, True]
    assert len(calls) == 2
    assert caplog.messages == ["the clock missed 3 ticks; ticked without it"] * 2


def test_no_tick_begins_while_another_runs() -> None:
    hands = Hands()
    answers: list[bool] = []

    def tick(_: datetime) -> list[Served]:
        hands.seconds += 600
        answers.extend([pulse.beat(), pulse.watch()])
        return []

    pulse = Pulse(tick, hands.clock(), 20)

    assert pulse.beat()
    assert answers == [False, False]
    assert not pulse.watch()


def test_serves_until_it_is_stopped(project: Project, caplog: pytest.LogCaptureFixture) -> None:
    stop, calls = threading.Event(), []

    def tick(now: datetime) -> list[Served]:
        calls.append(now)
        if len(calls) == 3:
            stop.set()
        return [ISSUED]

    with caplog.at_level(logging.INFO, logger="bilan"):
        serve(project, tick, Hands().clock(), stop, every_seconds=0.01)

    assert calls == [NOW] * 3
    assert caplog.messages[0] == "serving: next monthly: 2026-11 at 2026-12-01T01:00:00+00:00"
    assert caplog.messages[1:] == ["tick: kz-kg/2026-10/analyst.fr issued"] * 3 + ["serving: ended"]
    assert [thread.name for thread in threading.enumerate() if "APScheduler" in thread.name] == []


def test_the_watchdog_wakes_a_clock_that_sleeps(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    from apscheduler.schedulers.background import BackgroundScheduler  # noqa: PLC0415  the door stays shut elsewhere

    monkeypatch.setattr(BackgroundScheduler, "add_job", lambda *_, **__: None)
    stop, hands = threading.Event(), Hands()

    def tick(_: datetime) -> list[Served]:
        stop.set()
        return []

    waits = iter([False, False, False, False])

    def wait(_: float) -> bool:
        hands.seconds += 20
        return next(waits, True) or stop.is_set()

    monkeypatch.setattr(stop, "wait", wait)

    serve(project, tick, hands.clock(), stop)

    assert hands.seconds == 80


def test_says_that_nothing_is_scheduled(project: Project, caplog: pytest.LogCaptureFixture) -> None:
    (project.root / "bilan.toml").write_text('partnerships = ["kz-kg"]\n')
    stop = threading.Event()
    stop.set()

    with caplog.at_level(logging.INFO, logger="bilan"):
        serve(project, lambda _: [], Clock(), stop)

    assert caplog.messages[0] == "serving: next nothing is scheduled"


def test_a_schedule_that_cannot_be_kept_stops_it_before_it_starts(project: Project) -> None:
    (project.root / "bilan.toml").write_text('partnerships = ["kz-kg"]\n[schedule.monthly]\ntimezone = "Asia/Nowhere"\n')

    with pytest.raises(ConfigError, match="there is no time zone 'Asia/Nowhere'"):
        serve(project, lambda _: [], Clock(), threading.Event())
