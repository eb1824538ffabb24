"""Who works jobs off? One process that takes the next in turn, keeps its lease alive, and lets go when it is asked to."""

import contextlib
import logging
import shutil
import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Self

from bilan.errors import BilanError, BusyError, CancelledError, ConflictError, GoneError, TakenOverError
from bilan.executor.choose import executor_of
from bilan.journal import about
from bilan.ledger.acts import Act
from bilan.ledger.book import PATIENCE_SECONDS, Ledger
from bilan.ledger.job_records import JobRow, JobState
from bilan.ledger.records import State
from bilan.project import Project
from bilan.stop import Stop
from bilan.web.jobs.bench import DRAFTS, Bench, Ended
from bilan.web.jobs.sent import let_go
from bilan.web.jobs.work import keys_of, work

if TYPE_CHECKING:
    from bilan.executor.protocol import Executor

BEAT_SECONDS = 5.0
LOOK_SECONDS = 0.5
KEPT = timedelta(days=7)
"""How long the files of a job stay."""
DAY = timedelta(days=1)
MOST_JOBS = 200
"""After so many jobs a worker ends and another begins: whatever libraries keep is let go of."""
_log = logging.getLogger(__name__)


class Worker:
    """One at a time, until it is stopped; `wait` sleeps until something may be to do and tells whether to go on."""

    def __init__(self, root: Path, owner: str, fonts_cache: Path, clock: Callable[[], datetime], wait: Callable[[], bool]) -> None:
        self.root, self.owner, self.fonts_cache, self.clock, self.wait = root, owner, fonts_cache, clock, wait
        self.stop = Stop()
        self.served = 0
        self.swept: datetime | None = None

    def run(self) -> int:
        """Work jobs off until asked to stop, or until it is time for a fresh process; how many were served."""
        project = Project(self.root)
        with Ledger.open(project.config.ledger, project.root, patience=PATIENCE_SECONDS) as ledger, executor_of(project.config) as executor:
            executor.start(1)
            while not self.stop.asked.is_set() and self.served < MOST_JOBS:
                self._sweep_daily(project)
                if not self._served_one(ledger, executor) and not self.wait():
                    break
        return self.served

    def _sweep_daily(self, project: Project) -> None:
        """Files of drafts do not stay because a worker lives long."""
        now = self.clock()
        if self.swept is None or now - self.swept >= DAY:
            self.swept = now
            sweep(project, now)

    def _served_one(self, ledger: Ledger, executor: "Executor") -> bool:
        """Do the next job; False where none waits, or the ledger cannot be asked."""
        try:
            job = ledger.jobs.take(self.clock(), self.owner)
        except (BusyError, GoneError) as error:
            _log.warning("jobs: %s", error)
            return False
        if job is None:
            return False
        self.served += 1
        with about(job=job.name, kind=job.kind):
            _log.info("job %s: %s for %s, attempt %d", job.name, job.kind, job.actor, job.attempt)
            self._do(Bench(Project(self.root), ledger, executor, self.fonts_cache, self.clock), job)
        return True

    def _do(self, bench: Bench, job: JobRow) -> None:
        with _Kept(bench.ledger, job, self.clock, self.stop) as kept:
            try:
                ended = work(bench, job, kept.tell, kept.stop)
            except Exception as error:  # noqa: BLE001  whatever a job meets, the worker goes on; the trace says what it was
                _log.exception("job %s: failed", job.name)
                ended = Ended(JobState.FAILED, f"{type(error).__name__}: {error}")
        if kept.called_off:
            ended = Ended(JobState.CANCELLED, kept.called_off, None if _is_problem(ended.result) else ended.result)
        done = bench.ledger.jobs.finish(job, ended.state, self.clock(), ended.reason, ended.result)
        if done and ended.state is not JobState.WAITING:
            let_go(bench.project, job.name)
        _log.info("job %s: %s%s", job.name, ended.state if done else "taken over", f": {ended.reason}" if ended.reason else "")


def _is_problem(result: object) -> bool:
    """Is a result nothing but why there is none?"""
    return isinstance(result, dict) and result.keys() == {"problem"}


class _Kept:
    """A job's lease, kept alive beside the work; where it was called off or lost, the work is told to give up."""

    def __init__(self, ledger: Ledger, job: JobRow, clock: Callable[[], datetime], whole: Stop) -> None:
        self.ledger, self.job, self.clock, self.whole = ledger, job, clock, whole
        self.stop = Stop()
        self.called_off = ""
        self._last = ("", "", 0.0)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="lease", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def tell(self, stage: str, subject: str, done: float) -> None:
        """Write how far it is; CancelledError where it was called off, TakenOverError where another worker has it."""
        self._last = (stage, subject, done)
        self._written()

    def _beat(self) -> None:
        beaten = time.monotonic()
        while not self._over.wait(LOOK_SECONDS):
            for mine, asked in ((self.stop.asked, self.whole.asked), (self.stop.at_once, self.whole.at_once)):
                if asked.is_set():
                    mine.set()
            if time.monotonic() - beaten < BEAT_SECONDS:
                continue
            beaten = time.monotonic()
            try:
                self._written()
            except (CancelledError, TakenOverError):
                return
            except BilanError as error:
                _log.warning("job %s: its lease could not be renewed: %s", self.job.name, error)

    def _written(self) -> None:
        try:
            self.ledger.jobs.tell(self.job, *self._last, self.clock())
        except CancelledError as error:
            self.called_off = str(error)
            call_off(self.ledger, self.job, self.clock())
            self._give_up()
            raise
        except TakenOverError:
            self._give_up()
            raise

    def _give_up(self) -> None:
        self.stop.asked.set()
        self.stop.at_once.set()


def sweep(project: Project, now: datetime) -> int:
    """Remove the files of jobs that are older than a week; how many jobs' were."""
    folder = project.machine / DRAFTS
    old = [one for one in folder.iterdir() if one.is_dir() and one.stat().st_mtime < (now - KEPT).timestamp()] if folder.is_dir() else []
    for one in old:
        shutil.rmtree(one, ignore_errors=True)
    return len(old)


def call_off(ledger: Ledger, job: JobRow, now: datetime) -> None:
    """Cancel what a job ordered and is not out yet, before its work is told to give up: nobody else may issue it."""
    for row in (row for key in keys_of(job) for row in ledger.orders.find(key)):
        if row.state in (State.DUE, State.RUNNING):
            with contextlib.suppress(ConflictError):  # it ended just now
                ledger.act(Act.CANCEL, row.id, (job.actor, f"job {job.name} was cancelled"), now)
