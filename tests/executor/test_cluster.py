import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
from distributed import KilledWorker

from bilan.errors import ExecutorError, RenderError, StoppedError, TemplateError
from bilan.executor import cluster
from bilan.executor.cluster import Cluster
from bilan.render.job import Job, Rendering

Sample = Callable[[str, str], Job]
Custom = Callable[[dict[str, str]], Job]
LOOPBACK = "127.0.0.1"
Serial = Callable[[str], Rendering]


@dataclass
class Engine:
    """A real scheduler on a free port, and the workers a test starts."""

    address: str
    file: Path
    processes: list[subprocess.Popen[str]]

    def worker(self) -> "subprocess.Popen[str]":
        """One more worker, with one thread; it has joined when this returns."""
        options = ["--host", LOOPBACK, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(self.file.parent)]
        return self._run("registered to", "distributed.cli.dask_worker", "--scheduler-file", str(self.file), *options)

    def scheduler(self) -> "subprocess.Popen[str]":
        """The scheduler."""
        options = ["--host", LOOPBACK, "--port", "0", "--no-dashboard", "--scheduler-file", str(self.file)]
        return self._run("scheduler at", "distributed.cli.dask_scheduler", *options)

    def _run(self, ready: str, *command: str) -> "subprocess.Popen[str]":
        child = subprocess.Popen([sys.executable, "-m", *command], stderr=subprocess.PIPE, text=True)
        self.processes.append(child)
        assert child.stderr is not None
        for line in child.stderr:
            if ready in line.lower():
                self.address = line.rpartition("tcp://")[2].strip() if not self.address else self.address
                return child
        pytest.fail(f"{command[0]} ended with {child.wait()}")


@contextmanager
def scheduled(folder: Path) -> Iterator[Engine]:
    """A scheduler that runs; it and its workers are killed at the end."""
    made = Engine("", folder / "scheduler.json", [])
    made.scheduler()
    yield made
    for child in reversed(made.processes):
        child.kill()
        child.wait()
        assert child.stderr is not None
        child.stderr.close()


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """To be given workers."""
    with scheduled(tmp_path_factory.mktemp("engine")) as made:
        yield made


@pytest.fixture(scope="module")
def idle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler without any worker."""
    with scheduled(tmp_path_factory.mktemp("idle")) as made:
        yield f"dask://{made.address}"


def hashes(made: list[Rendering]) -> list[str]:
    return [hashlib.sha256(one.pdf).hexdigest() for one in made]


def test_a_killed_worker_changes_no_byte_of_any_edition(engine: Engine, sample: Sample, serial: Serial) -> None:
    engine.worker()
    engine.worker()
    languages = ["en", "fr"] * 2
    jobs = [sample("minister", language) for language in languages]
    with Cluster(f"dask://{engine.address}") as found:
        made = found.map(jobs)
        before = len(found._client.nthreads())
        os.kill(busy(found), signal.SIGKILL)

        assert hashes(list(made)) == hashes([serial(language) for language in languages])
        assert len(found._client.nthreads()) == before - 1


def test_a_mistake_in_a_template_is_told_as_at_home(engine: Engine, custom: Custom) -> None:
    engine.worker()
    with Cluster(f"dask://{engine.address}") as found, pytest.raises(TemplateError, match=r"cover\.html: cannot be used"):
        found.submit(custom({"base/cover.html": "{% if %}"})).result()


def test_a_scheduler_without_workers_is_told_after_a_while(idle: str, sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "LOOK", 0.01)
    with Cluster(idle) as found:
        found.patience = 0.03
        waits = found.submit(sample("minister", "en"))

        with pytest.raises(ExecutorError, match=r"executor dask://127.0.0.1:\d+: no worker has joined it"):
            waits.result()


def test_stopped_at_once_it_gives_up_what_waits(idle: str, sample: Sample) -> None:
    found = Cluster(idle)
    waits = found.submit(sample("minister", "en"))
    while not found._tasks:
        assert not waits.done()

    found.shutdown(at_once=True)

    with pytest.raises(StoppedError, match="was given up: the program was asked to stop"):
        waits.result()


class Gone:
    """A task that ended badly."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def add_done_callback(self, told: Callable[[object], None]) -> None:
        told(self)

    def result(self) -> None:
        raise self.error


@pytest.mark.parametrize(
    ("error", "kind", "said"),
    [
        (
            KilledWorker("pages", cast("Any", "tcp://x"), 3),
            RenderError,
            "edition kz-kg/2024-12/minister.en: lost its worker again and again",
        ),
        (CancelledError(), ExecutorError, "was lost: CancelledError"),
        (ConnectionResetError(), ExecutorError, "was lost: ConnectionResetError"),
    ],
    ids=["workers", "task", "scheduler"],
)
def test_what_is_lost_for_good_is_told(
    idle: str, sample: Sample, monkeypatch: pytest.MonkeyPatch, error: Exception, kind: type[Exception], said: str
) -> None:
    with Cluster(idle) as found:
        monkeypatch.setattr(found._client, "submit", lambda *_, **__: Gone(error))

        with pytest.raises(kind, match=said):
            found.submit(sample("minister", "en")).result()


def busy(found: Cluster) -> int:
    """The process of the first worker that has something to do."""
    while True:
        at_work = [address for address, tasks in found._client.processing().items() if tasks]
        if at_work:
            return int(found._client.run(os.getpid, workers=at_work[:1])[at_work[0]])
