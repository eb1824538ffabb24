"""How does the work run on this machine? In a few bounded processes kept warm; one that is lost costs one attempt of one task."""

import logging
import os
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from queue import LifoQueue

from bilan.errors import StoppedError
from bilan.executor.protocol import Executor
from bilan.render.bounded import RenderWorker, WorkerLostError
from bilan.render.job import Job, Limits, Rendering

ATTEMPTS = 2
MOST_UNASKED = 4
_log = logging.getLogger(__name__)


def processors() -> int:
    """How many workers a machine gets that asks for none: one a processor this process may use, at most four."""
    return min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, MOST_UNASKED)


class Pool(Executor):
    """So many bounded processes at most; one is started when the work is more than those that run can take."""

    def __init__(self, workers: int = 1, limits: Limits | None = None) -> None:
        self.workers = tuple(RenderWorker(limits) for _ in range(workers))
        self._idle: LifoQueue[RenderWorker] = LifoQueue()
        for one in reversed(self.workers):
            self._idle.put(one)
        self._threads = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="render")
        self._stopping = threading.Event()

    def start(self, count: int = 1) -> None:
        """Start so many processes now; they load their libraries by themselves."""
        for one in self.workers[:count]:
            one.start()

    def submit(self, job: Job) -> "Future[Rendering]":
        """Lay out in the background; jobs begin in the order they came."""
        return self._threads.submit(self._render, job)

    def shutdown(self, *, at_once: bool = False) -> None:
        """End every process."""
        if at_once:
            self._stopping.set()
            for one in self.workers:
                one.close()
        self._threads.shutdown(wait=True)
        for one in self.workers:
            one.close()

    def _render(self, job: Job) -> Rendering:
        for _ in range(ATTEMPTS - 1):
            try:
                return self._attempt(job)
            except WorkerLostError as error:
                _log.warning("%s; tried again", error)
        return self._attempt(job)

    def _attempt(self, job: Job) -> Rendering:
        if self._stopping.is_set():
            raise StoppedError(f"edition {job.briefing.identity}", "was given up: the program was asked to stop")
        worker = self._idle.get()
        try:
            return worker.render(job)
        finally:
            self._idle.put(worker)
