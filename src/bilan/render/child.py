"""What runs in the bounded process? Jobs read from standard input, one after another, under hard limits."""

import gc
import json
import os
import pickle
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from types import FrameType
from typing import BinaryIO, NoReturn

from bilan.errors import BilanError
from bilan.render.confined import confine
from bilan.render.edition import render
from bilan.render.failure import facts_of
from bilan.render.job import Job, Limits, Rendering

LENGTH = 8
PAUSE = 0.05
TEMPLATE = "__jinja_template__"
RINGS = 4
WATCHED = 100


def main(source: int = 0, sink: int = 1) -> None:
    """Answer jobs until the parent closes the pipe; whatever else writes to standard output goes to standard error."""
    with os.fdopen(os.dup(source), "rb") as jobs, os.fdopen(os.dup(sink), "wb") as answers:
        os.dup2(2, sink)
        gc.freeze()
        serve(jobs, answers)


def serve(jobs: BinaryIO, answers: BinaryIO) -> None:
    """Read a job, render it, write header, HTML, PDF and light page; pickles come from the parent only, never go back."""
    while len(size := jobs.read(LENGTH)) == LENGTH:
        job, limits = pickle.loads(jobs.read(int.from_bytes(size)))  # noqa: S301  written by the parent
        answers.writelines(answer(job, limits))
        answers.flush()
        gc.collect()


def answer(job: Job, limits: Limits) -> tuple[bytes, bytes, bytes, bytes]:
    """Header line, HTML, PDF and light page of a job, or a header with what went wrong."""
    _limit(limits)
    try:
        with _template_clock(limits.template_seconds) as clock:
            made = render(job, clock.start, clock)
    except BilanError as error:
        return _header(facts_of(error)), b"", b"", b""
    text, screen = made.html.encode(), made.light.encode()
    return _header(_success(made, len(text), len(screen))), text, made.pdf, screen


@contextmanager
def _template_clock(seconds: float) -> Iterator["_Clock"]:
    clock = _Clock(seconds)
    before = signal.signal(signal.SIGPROF, clock.ring)
    clock.start()
    try:
        yield clock
    finally:
        clock()
        signal.signal(signal.SIGPROF, before)


class _Clock:
    """Rings inside a template that takes too long, so that the mistake names its line; silent once layout begins.

    An included template hands piece after piece to those that include it, and the bell rings anywhere among them.
    So it only begins to watch which of them are resumed, and stops the innermost; a loop that hands on nothing is
    stopped by a later ring.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.rings = self.resumed = self.deepest = 0  # by `start` anew

    def start(self) -> None:
        """Begin to count."""
        self.rings = self.resumed = self.deepest = 0
        signal.setitimer(signal.ITIMER_PROF, self.seconds, PAUSE)

    def __call__(self) -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)
        sys.setprofile(None)

    def ring(self, _signal: int, _frame: FrameType | None) -> None:
        self.rings += 1
        if self.rings == 1:
            sys.setprofile(self.watch)
        elif self.rings > RINGS:
            self.stop()

    def watch(self, frame: FrameType, event: str, _: object) -> None:
        if event == "call" and TEMPLATE in frame.f_globals:
            depth = sum(TEMPLATE in one.f_globals for one in _stack(frame))
            self.resumed, self.deepest = self.resumed + 1, max(self.deepest, depth)
            if self.resumed > WATCHED and depth == self.deepest:
                self.stop()

    def stop(self) -> NoReturn:
        self()
        raise TimeoutError(f"took longer than {self.seconds:g} s")


def _stack(frame: FrameType | None) -> Iterator[FrameType]:
    while frame is not None:
        yield frame
        frame = frame.f_back


def _limit(limits: Limits) -> None:
    """What earlier editions took of the processor does not count."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    confine(int(used.ru_utime + used.ru_stime) + limits.cpu_seconds, limits.memory, limits.file_bytes)


def _success(made: Rendering, length: int, screen: int) -> dict[str, object]:
    said = [asdict(problem) for problem in made.problems]
    return {"html": length, "pdf": len(made.pdf), "light": screen, "pages": made.pages, "problems": said, "steps": made.steps}


def _header(facts: dict[str, object]) -> bytes:
    return json.dumps(facts).encode() + b"\n"
