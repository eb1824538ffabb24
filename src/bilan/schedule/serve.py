"""Who keeps the time? A clock that only wakes: every tick looks at what is due, whoever called it."""

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bilan.errors import BilanError
from bilan.project import Project
from bilan.schedule.clock import Clock
from bilan.schedule.due import Served
from bilan.schedule.preview import coming
from bilan.schedule.settings import schedules

MISSED = 3
Tick = Callable[[datetime], Sequence[Served]]
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Vitals:
    """How a clock beats: when it last did by the wall, ticks and failed ones so far, seconds the running one has taken, if one runs.

    `late` tells that three ticks or more were missed and none runs.
    """

    last: datetime | None = None
    ticks: int = 0
    failures: int = 0
    running: float | None = None
    late: bool = False


class Pulse:
    """One tick at a time; a tick that fails is told, and the next one comes."""

    def __init__(self, tick: Tick, clock: Clock, every_seconds: float) -> None:
        self._tick, self._clock, self._every = tick, clock, every_seconds
        self._one = threading.Lock()
        self._last = clock.monotonic()
        self._wall: datetime | None = None
        self._began: float | None = None
        self._ticks = self._failures = 0

    def vitals(self) -> Vitals:
        """How it beats, seen from any thread."""
        now, began = self._clock.monotonic(), self._began
        running = None if began is None else now - began
        late = running is None and now - self._last >= MISSED * max(self._every, 1.0)
        return Vitals(self._wall, self._ticks, self._failures, running, late)

    def beat(self) -> bool:
        """Tick now; False where a tick is still running."""
        if not self._one.acquire(blocking=False):
            return False
        self._began = self._clock.monotonic()
        try:
            self._told()
        finally:
            self._last, self._wall, self._began = self._clock.monotonic(), self._clock.now(), None
            self._ticks += 1
            self._one.release()
        return True

    def watch(self) -> bool:
        """Tick where three ticks were missed: the wall clock stepped back and its jobs wait for it to catch up."""
        if self._clock.monotonic() - self._last < MISSED * self._every or not self.beat():
            return False
        _log.warning("the clock missed %d ticks; ticked without it", MISSED)
        return True

    def _told(self) -> None:
        try:
            served = self._tick(self._clock.now())
        except BilanError as error:
            self._failures += 1
            _log.error("tick: %s%s", error, f" ({error.hint})" if error.hint else "")
        except Exception:  # noqa: BLE001  whatever a tick meets, the clock must go on; the trace says what it was
            self._failures += 1
            _log.exception("tick: failed; the clock goes on")
        else:
            if served:
                _log.info("tick: %s", ", ".join(f"{one.due.identity} {one.state}" for one in served))


def unseen(_pulse: Pulse) -> None:
    """Show nobody how the clock beats."""


def serve(
    project: Project, tick: Tick, clock: Clock, stop: threading.Event, every_seconds: float = 20, seen: Callable[[Pulse], None] = unseen
) -> None:
    """Tick until `stop` is set, then wait for the tick that runs; ConfigError where a schedule cannot be kept.

    `seen` is given the pulse before the first tick, to watch it.
    """
    from apscheduler.schedulers.background import BackgroundScheduler  # noqa: PLC0415  only a serving process needs it

    known = schedules(project)
    pulse = Pulse(tick, clock, every_seconds)
    seen(pulse)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # a tick passed over during a long one is no news
    scheduler = BackgroundScheduler(timezone=UTC)
    options = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    scheduler.add_job(lambda: stop.is_set() or pulse.beat(), "interval", seconds=every_seconds, next_run_time=datetime.now(UTC), **options)
    following = [f"{one.schedule}: {one.period} at {one.due_at.isoformat()}" for one in coming(known.values(), clock.now(), 1)]
    _log.info("serving: next %s", *following or ["nothing is scheduled"])
    scheduler.start()
    try:
        while not stop.wait(every_seconds):
            pulse.watch()
    finally:
        scheduler.shutdown(wait=True)
        _log.info("serving: ended")
