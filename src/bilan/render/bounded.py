"""How is an edition rendered without risk to the program? In a child process that can be stopped, kept warm between editions."""

import json
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from io import BytesIO
from types import TracebackType
from typing import IO, Any, Self, cast

from bilan.errors import BilanError, Problem, RenderError, Severity, StoppedError
from bilan.render.failure import error_of
from bilan.render.job import Job, Limits, Rendering

START = "from bilan.render.child import main; main()"
MOST_EDITIONS = 64
"""So many a child lays out before a fresh one takes its place: its libraries keep half a megabyte of each."""
KEPT = ("PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


class WorkerLostError(RenderError):
    """The child ended in the middle of an edition, by no limit of ours; another attempt may do better."""

    transient = True


class RenderWorker:
    """One child process that renders editions in turn; a limit reached costs the edition that reached it, no other.

    Start it early: it loads its libraries while the figures are still computed.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._child: subprocess.Popen[bytes] | None = None
        self._complaints: IO[bytes] = BytesIO()
        self._turn, self._door = threading.Lock(), threading.Lock()
        self._closed, self._made = False, 0

    def start(self) -> "subprocess.Popen[bytes]":
        """The child, started unless it runs; StoppedError once the worker was closed."""
        with self._door:
            if self._closed:
                raise StoppedError("render", "was asked to stop")
            if self._child is None or self._child.poll() is not None:
                self._stop()
                self._made = 0
                self._complaints = tempfile.TemporaryFile()  # noqa: SIM115  lives as long as the child
                self._child = subprocess.Popen(  # noqa: S603  our own interpreter and module
                    [sys.executable, "-P", "-c", START],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=self._complaints,
                    env=environment(),
                    start_new_session=True,
                )
            return self._child

    def render(self, job: Job) -> Rendering:
        """Render, one job at a time, whoever asks; raises TemplateError for a mistake in a template, RenderError for a limit reached."""
        with self._turn:
            child, late = self.start(), threading.Event()
            alarm = threading.Timer(self.limits.wall_seconds, _expire, (child, late))
            alarm.start()
            try:
                made = _asked(child, pickle.dumps((job.lean(), self.limits)))
            except (BrokenPipeError, EOFError):
                raise self._died(child, job, late=late.is_set()) from None
            finally:
                alarm.cancel()
            self._renew()
            return made

    def close(self) -> None:
        """Stop the child, whatever it is at."""
        with self._door:
            self._closed = True
            if self._child is not None:
                _kill(self._child)
        with self._turn, self._door:
            self._stop()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _renew(self) -> None:
        """A child that has laid out its share of editions gives its place to a fresh one, warm for the next."""
        self._made += 1
        if self._made < MOST_EDITIONS:
            return
        with self._door:
            self._stop()
        with suppress(StoppedError):  # it was closed meanwhile
            self.start()

    def _died(self, child: "subprocess.Popen[bytes]", job: Job, *, late: bool) -> BilanError:
        where = f"edition {job.briefing.identity}"
        code = child.wait()
        if self._closed:
            return StoppedError(where, "was given up: the program was asked to stop")
        if late:
            return RenderError(
                where,
                f"took longer than {self.limits.wall_seconds:g} s",
                "print fewer rows and figures, or look for an endless loop in a template",
            )
        if code == -signal.SIGXCPU:
            return RenderError(where, "reached a resource limit (SIGXCPU)", "print fewer rows and figures")
        if code == -signal.SIGKILL:
            return WorkerLostError(
                where, "the rendering process was killed (SIGKILL)", "give the machine more memory, or use fewer workers"
            )
        return WorkerLostError(where, f"the rendering process ended with {code}: {last_words(self._complaints)}", "run `bilan doctor`")

    def _stop(self) -> None:
        if self._child is not None:
            _kill(self._child)
            _shut(_pipe(self._child.stdin))
            _pipe(self._child.stdout).close()
            self._child.wait()
            self._child = None
            self._complaints.close()


def last_words(complaints: IO[bytes]) -> str:
    """The last line a process wrote to its standard error."""
    complaints.seek(0)
    lines = complaints.read().decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "no word"


def render_bounded(job: Job, limits: Limits | None = None) -> Rendering:
    """Render one edition in a child process of its own."""
    with RenderWorker(limits) as worker:
        return worker.render(job)


def _asked(child: "subprocess.Popen[bytes]", message: bytes) -> Rendering:
    stdin, stdout = _pipe(child.stdin), _pipe(child.stdout)
    stdin.write(len(message).to_bytes(8) + message)
    stdin.flush()
    line = stdout.readline()
    if not line.endswith(b"\n"):
        raise EOFError
    facts = json.loads(line)
    if "where" in facts:
        raise error_of(facts)
    text, pdf, light = (_exactly(stdout, facts[name]) for name in ("html", "pdf", "light"))
    problems, steps = tuple(_problem(one) for one in facts["problems"]), tuple(facts["steps"])
    return Rendering(text.decode(), pdf, facts["pages"], problems, steps, light.decode())


def _exactly(stream: IO[bytes], size: int) -> bytes:
    read = stream.read(size)
    if len(read) != size:
        raise EOFError
    return read


def _problem(facts: dict[str, Any]) -> Problem:
    return Problem(**{**facts, "severity": Severity(facts["severity"]), "rows": tuple(facts["rows"])})


def environment() -> dict[str, str]:
    """No secret, no locale, no time zone and no random hash seed reaches the child."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "TZ": "UTC"}


def _expire(child: "subprocess.Popen[bytes]", late: threading.Event) -> None:
    late.set()
    _kill(child)


def _kill(child: "subprocess.Popen[bytes]") -> None:
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)


def _pipe(end: IO[bytes] | None) -> IO[bytes]:
    return cast("IO[bytes]", end)  # the child was started with pipes at both ends


def _shut(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except BrokenPipeError:  # unsent bytes of a job whose child is gone
        return
