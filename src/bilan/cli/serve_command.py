"""`bilan serve`: the clock that wakes; the ledger decides what is due."""

import logging
import signal
import threading
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilan.cli.output import common, opened
from bilan.cli.run_due_command import delivered, passed
from bilan.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bilan.schedule.clock import Clock
    from bilan.schedule.due import Served
    from bilan.schedule.serve import Pulse


@click.command("serve", epilog="Example:  bilan serve -v")
@click.option("--every", default=20.0, show_default=True, type=click.FloatRange(0.1, 3600), help="Seconds between two looks at the ledger.")
@click.option(
    "--listen", help="Serve page and API on this address, as 127.0.0.1:8765 (default: [serve] listen in bilan.toml; empty: nowhere)."
)
@common
def command(every: float, listen: str | None, folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool) -> int:  # noqa: ARG001  common options
    """Issue what falls due by bilan.toml, until stopped by Ctrl-C or SIGTERM.

    With an address to listen on it serves the page, the API under /api/v1, and /healthz, /readyz, /metrics. Who is not at this machine
    must log in: `bilan account add` makes accounts.
    """
    from bilan.schedule.clock import Clock  # noqa: PLC0415  loads nothing heavy
    from bilan.schedule.planning import Planner  # noqa: PLC0415  loads the ledger
    from bilan.schedule.serve import serve  # noqa: PLC0415  same

    project = opened(folder, verbose=verbose)
    if not quiet:
        logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s")
        logging.getLogger("bilan.schedule").setLevel(logging.INFO)
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    clock = Clock()
    planner = Planner(project, clock, patient=True)

    def tick(now: datetime) -> "list[Served]":
        try:
            return passed(project, now, planner)
        finally:  # what keeps editions from being made keeps none from being delivered
            delivered(project, clock.now(), stop)

    with _answering(project, clock, project.config.serve.listen if listen is None else listen) as seen:
        serve(project, tick, clock, stop, every, seen)
    return 0


@contextmanager
def _answering(project: Project, clock: "Clock", listen: str) -> "Iterator[Callable[[Pulse], None]]":
    """Who is shown the pulse of the clock: nobody, or a server that answers on an address."""
    from bilan.schedule.serve import Vitals, unseen  # noqa: PLC0415  loads the ledger

    if not listen:
        yield unseen
        return
    from bilan.web.serving import answering  # noqa: PLC0415  only where it listens

    pulses: list[Pulse] = []
    with answering(project, listen, clock.now, lambda: pulses[0].vitals() if pulses else Vitals()):
        yield pulses.append
