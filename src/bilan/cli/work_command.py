"""`bilan work`: a process that works off what is asked for through page and API."""

import contextlib
import os
import select
import signal
import sys
import threading
from pathlib import Path
from typing import Any

import click

from bilan.cli.build_command import fonts_cache, instant
from bilan.cli.output import common, opened
from bilan.cli.person import owner

POLL_SECONDS = 2.0


@click.command("work", epilog="Example:  bilan work -v")
@click.option("--once", is_flag=True, help="Work off what waits now, then exit.")
@click.option("--nice", "niceness", default=0, show_default=True, type=click.IntRange(0, 19), help="Stand back behind other processes.")
@click.option("--listen-to-stdin", is_flag=True, hidden=True, help="A line is a wake-up, the end is the end of whoever began this.")
@common
def command(folder: Path | None, *, once: bool, niceness: int, listen_to_stdin: bool, verbose: bool, **_: Any) -> int:  # noqa: ANN401  common options
    """Build, verify, correct, fetch and whatever else people ask for on the page or through the API, one after the other, each in turn.

    `bilan serve` begins such a process itself; more of them, on other machines, share a PostgreSQL ledger.
    """
    from bilan.web.jobs.worker import Worker  # noqa: PLC0415  loads the whole chain

    project = opened(folder, verbose=verbose)
    with contextlib.suppress(OSError):
        os.nice(niceness)
    wait = _Wait(once=once, stdin=listen_to_stdin)
    worker = Worker(project.root, owner(), fonts_cache(os.environ), lambda: instant(os.environ), wait)

    def asked(*_: object) -> None:
        worker.stop.ask()
        wait.over.set()

    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, asked)
    worker.run()
    return 0


class _Wait:
    """Sleep until something may be to do: a line on stdin, or two seconds; False once nobody is there any more."""

    def __init__(self, *, once: bool, stdin: bool) -> None:
        self.once, self.stdin, self.over = once, stdin, threading.Event()

    def __call__(self) -> bool:
        if self.once or self.over.is_set():
            return False
        if not self.stdin:
            return not self.over.wait(POLL_SECONDS)
        ready, _, _ = select.select([sys.stdin], [], [], POLL_SECONDS)
        return not ready or bool(os.read(sys.stdin.fileno(), 4096))
