"""How does the work run elsewhere? On the workers of a Dask scheduler, which runs again what was on a worker that died."""

import hashlib
import threading
from collections.abc import Mapping
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from typing import Any

from bilan.errors import BilanError, ConfigError, ExecutorError, RenderError, StoppedError
from bilan.executor.parcel import pack
from bilan.executor.protocol import Executor
from bilan.executor.remote import laid_out
from bilan.program import program
from bilan.render.failure import error_of
from bilan.render.job import Job, Limits, Rendering

try:
    from distributed import Client, KilledWorker
except ModuleNotFoundError as missing:
    raise ConfigError("bilan.toml", (f"executor: {missing.name} is not installed",), "install bilan with its extra 'dask'") from None

_Client: Any = Client  # the library is not typed
PATIENCE = 60.0
LOOK = 5.0
AT_ONCE = 128
"""So many editions wait for the engine at the same time; more than that queue here."""


class Cluster(Executor):
    """A Dask cluster at `dask://host:port`, or `dask+tls://…` with the certificates of Dask's own settings.

    `patience` is how many seconds it may take to reach the scheduler, and how long a task waits without any worker there.
    """

    def __init__(self, address: str, limits: Limits | None = None) -> None:
        self.where = f"executor {address}"
        self.limits, self.patience = limits or Limits(), PATIENCE
        self._stopping = threading.Event()
        self._tasks: set[Any] = set()
        self._threads = ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="engine")
        reached = address.replace("dask+tls://", "tls://").replace("dask://", "tcp://")
        try:
            self._client = _Client(reached, timeout=self.patience, set_as_default=False)
        except (OSError, TimeoutError) as error:
            message = f"cannot be reached: {type(error).__name__}"
            raise ExecutorError(self.where, message, "start `dask scheduler` there, or set executor") from None

    def start(self, count: int = 1) -> None:
        """Nothing: the engine's workers are somebody else's, and there before we ask."""

    def submit(self, job: Job) -> "Future[Rendering]":
        """Lay out on some worker; ExecutorError where there is none for too long."""
        return self._threads.submit(self._rendered, job)

    def shutdown(self, *, at_once: bool = False) -> None:
        """Let go of the scheduler; its workers stay."""
        if at_once:
            self._stopping.set()
            for task in list(self._tasks):
                task.cancel()
        self._threads.shutdown(wait=True)
        self._client.close()

    def _rendered(self, job: Job) -> Rendering:
        identity, message = f"edition {job.briefing.identity}", pack(job, self.limits)
        name = f"bilan-pages-{hashlib.sha256(program().encode() + message).hexdigest()}"
        task = self._client.submit(laid_out, message, program(), key=name, pure=True)
        self._tasks.add(task)
        try:
            self._wait(task, identity)
            found: Rendering | Mapping[str, Any] = task.result()
        except KilledWorker:
            raise RenderError(identity, "lost its worker again and again", "give the engine's workers more memory") from None
        except (CancelledError, OSError) as error:
            raise self._stopped(identity) if self._stopping.is_set() else self._failed(f"was lost: {type(error).__name__}") from None
        finally:
            self._tasks.discard(task)
        if isinstance(found, Rendering):
            return found
        raise error_of(found)

    def _wait(self, task: Any, identity: str) -> None:  # noqa: ANN401  a future of Dask
        """Until the task has ended; ExecutorError where nobody is there to do it for too long."""
        ended, alone = threading.Event(), 0.0
        task.add_done_callback(lambda _: ended.set())
        while not ended.wait(LOOK):
            alone = alone + LOOK if self._is_alone() else 0.0
            if self._stopping.is_set():
                raise self._stopped(identity)
            if alone >= self.patience:
                raise self._failed("no worker has joined it")

    def _is_alone(self) -> bool:
        """Is there no worker, or nobody to ask?"""
        try:
            return not self._client.nthreads()
        except (OSError, TimeoutError):
            return True

    def _stopped(self, identity: str) -> BilanError:
        return StoppedError(identity, "was given up: the program was asked to stop")

    def _failed(self, message: str) -> BilanError:
        return ExecutorError(self.where, message, "see `dask scheduler` and `dask worker` there; what was due stays due")
