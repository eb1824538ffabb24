"""`bilan suppress`: addresses that get nothing, whatever the list says."""

import os
from pathlib import Path

import click

from bilan.cli.build_command import instant
from bilan.cli.output import common, opened, say, table


@click.command(
    "suppress", epilog="Examples:  bilan suppress a@example.org --reason 'asked by phone'   ·   bilan suppress --lift a@example.org"
)
@click.argument("addresses", nargs=-1, metavar="[ADDRESS]...")
@click.option("--reason", default="by hand", show_default=True, help="Why.")
@click.option("--lift", is_flag=True, help="Let them get something again.")
@common
def command(addresses: tuple[str, ...], reason: str, folder: Path | None, *, lift: bool, as_json: bool, quiet: bool, verbose: bool) -> int:  # noqa: PLR0913  common options
    """Let nothing go to ADDRESS any more, or show who gets nothing and why."""
    from bilan.ledger.book import Ledger  # noqa: PLC0415  loads the ledger

    project, now = opened(folder, verbose=verbose), instant(os.environ)
    with Ledger.open(project.config.ledger, project.root) as ledger:
        for one in addresses:
            if lift:
                ledger.suppressions.lift(one, reason, now)
            else:
                ledger.suppressions.add(one, reason, now)
        rows = [{"address": one.recipient, "reason": one.reason, "since": one.at.isoformat()} for one in ledger.suppressions.all().values()]
    if as_json:
        say(rows, as_json=True)
    elif not quiet:
        say(table([tuple(rows[0]), *(tuple(row.values()) for row in rows)]) if rows else "everybody on the list may be sent to")
    return 0
