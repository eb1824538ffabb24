"""How is a task done that must not harm whoever wants it? In a process of its own, within bounds, told in JSON and never in pickles."""

import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib import import_module
from typing import IO, Any

from bilan.errors import BilanError, UsageError
from bilan.render.bounded import environment, last_words
from bilan.render.confined import confine
from bilan.render.failure import error_of, facts_of
from bilan.stop import Stop

START = "from bilan.executor.apart import main; main()"
LOOK_SECONDS = 0.1
MEGABYTE = 1024 * 1024
_log = logging.getLogger(__name__)


class BoundsError(BilanError):
    """A task took more than it may, or its process came to an end before it did."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much a task may take: seconds of the processor and of the clock, bytes of memory and of each file it writes."""

    cpu_seconds: int = 60
    wall_seconds: float = 120.0
    memory: int = 1024 * MEGABYTE
    file_bytes: int = 64 * MEGABYTE


def apart(task: str, told: Mapping[str, Any], where: str, bounds: Bounds | None = None, stop: Stop | None = None) -> Any:  # noqa: ANN401  JSON
    """What a task answers; it is written `module:function`, takes JSON and gives JSON, and `where` names it in errors.

    Raises the task's own UsageError or what else went wrong in it, BoundsError where it took too much, StoppedError where
    `stop` asks to give up at once.
    """
    bounds = bounds or Bounds()
    with tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as complaints:
        child = subprocess.Popen(  # noqa: S603  our own interpreter and module
            [sys.executable, "-P", "-c", START],
            stdin=subprocess.PIPE,
            stdout=answer,
            stderr=complaints,
            env=environment(),
            start_new_session=True,
        )
        try:
            _give(child, json.dumps({"task": task, "told": told, "bounds": asdict(bounds)}).encode())
            code = _ended(child, where, bounds, stop or Stop())
            if code:
                _log.warning("%s: its process ended with %d: %s", where, code, last_words(complaints))
        finally:
            if child.poll() is None:
                os.killpg(child.pid, signal.SIGKILL)
                child.wait()
        return _read(answer, where, bounds, code)


def main() -> None:
    """Do the task standard input tells, and answer on standard output; whatever else is written there goes to standard error."""
    with os.fdopen(os.dup(1), "wb") as sink:
        os.dup2(2, 1)
        asked = json.loads(sys.stdin.buffer.read())
        bounds = Bounds(**asked["bounds"])
        confine(bounds.cpu_seconds, bounds.memory, bounds.file_bytes)
        sink.write(json.dumps(answered(asked["task"], asked["told"])).encode())


def answered(task: str, told: Any) -> dict[str, Any]:  # noqa: ANN401  JSON
    """The answer of a task, or the facts of what went wrong with it."""
    module, _, name = task.partition(":")
    try:
        return {"answer": getattr(import_module(module), name)(told)}
    except BilanError as error:
        return {"error": facts_of(error)}
    except MemoryError:
        return {"error": None}


def _give(child: "subprocess.Popen[bytes]", message: bytes) -> None:
    assert child.stdin is not None  # noqa: S101  it was started with a pipe
    with suppress(BrokenPipeError):  # it has ended, and how is told by its code
        child.stdin.write(message)
        child.stdin.close()


def _ended(child: "subprocess.Popen[bytes]", where: str, bounds: Bounds, stop: Stop) -> int:
    """With which code the process ended by itself."""
    until = time.monotonic() + bounds.wall_seconds
    while True:
        with suppress(subprocess.TimeoutExpired):
            return child.wait(LOOK_SECONDS)
        stop.before(where, begun=True)
        if time.monotonic() > until:
            raise BoundsError(where, f"took longer than {bounds.wall_seconds:g} s", "try less of it, or a smaller file")


def _read(answer: IO[bytes], where: str, bounds: Bounds, code: int) -> Any:  # noqa: ANN401  JSON
    answer.seek(0)
    try:
        told = json.loads(answer.read()) if code == 0 else None
    except ValueError:
        told = None
    if told is None:
        raise BoundsError(where, _why(code, bounds), "try less of it, or a smaller file")
    if "answer" in told:
        return told["answer"]
    facts = told["error"]
    if facts is None:
        raise BoundsError(where, f"needs more than {bounds.memory // MEGABYTE} MB of memory", "try less of it, or a smaller file")
    if facts["failure"] == UsageError.__name__:
        raise UsageError(facts["where"], facts["message"], facts["hint"])
    raise error_of(facts)


def _why(code: int, bounds: Bounds) -> str:
    if code == -signal.SIGXCPU:
        return f"took more than {bounds.cpu_seconds} s of the processor"
    if code < 0:
        return f"ended its process ({signal.Signals(-code).name}), which may be for want of memory: it has {bounds.memory // MEGABYTE} MB"
    return f"ended its process with {code}"
