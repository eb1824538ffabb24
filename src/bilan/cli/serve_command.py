"""`bilan serve`: the clock that wakes; the ledger decides what is due."""

import logging
import signal
import threading
from datetime import datetime
from pathlib import Path

import click

from bilan.cli.output import common, opened
from bilan.cli.run_due_command import passed

_log = logging.getLogger(__name__)


@click.command("serve", epilog="Example:  bilan serve -v")
@click.option("--every", default=20.0, show_default=True, type=click.FloatRange(0.1, 3600), help="Seconds between two looks at the ledger.")
@common
def command(every: float, folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool) -> int:  # noqa: ARG001  common options
    """Issue what falls due by bilan.toml, until stopped by Ctrl-C or SIGTERM."""
    from bilan.schedule.clock import utc_now  # noqa: PLC0415  loads nothing heavy
    from bilan.schedule.serve import serve  # noqa: PLC0415  loads APScheduler

    project = opened(folder, verbose=verbose)
    if not quiet:
        logging.getLogger("bilan.cli").setLevel(logging.INFO)
        logging.getLogger("bilan.schedule").setLevel(logging.INFO)
        logging.getLogger().setLevel(logging.INFO if verbose else logging.WARNING)
    stop = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())

    def tick(now: datetime) -> None:
        for one in passed(project, now):
            _log.info("%s: %s %s", one.claim.due.identity, one.outcome.state.value, one.outcome.reason)

    click.echo(f"serving {project.root}; stop with Ctrl-C", err=True)
    serve(tick, utc_now, stop, every)
    click.echo("stopped", err=True)
    return 0
