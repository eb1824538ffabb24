"""`bilan serve`: the clock that wakes; the ledger decides what is due."""

import logging
import signal
import threading
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilan.cli.output import common, opened
from bilan.cli.run_due_command import delivered, passed

if TYPE_CHECKING:
    from bilan.schedule.due import Served


@click.command("serve", epilog="Example:  bilan serve -v")
@click.option("--every", default=20.0, show_default=True, type=click.FloatRange(0.1, 3600), help="Seconds between two looks at the ledger.")
@common
def command(every: float, folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool) -> int:  # noqa: ARG001  common options
    """Issue what falls due by bilan.toml, until stopped by Ctrl-C or SIGTERM."""
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

    serve(project, tick, clock, stop, every)
    return 0
