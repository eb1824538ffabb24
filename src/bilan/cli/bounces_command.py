"""`bilan bounces`: let nothing go to addresses that other servers call dead."""

import os
from pathlib import Path

import click

from bilan.cli.build_command import instant
from bilan.cli.output import common, opened, say, table


@click.command("bounces", epilog="Example:  bilan bounces returned.mbox --dry-run")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what the file says, and change nothing.")
@common
def command(file: Path, folder: Path | None, *, dry_run: bool, as_json: bool, quiet: bool, verbose: bool) -> int:
    """Read FILE: a mail that came back (.eml), a mailbox of them, or a list of address, code and reason."""
    from bilan.dispatch.bounces import read_bounces  # noqa: PLC0415  light, but only here
    from bilan.dispatch.leaving import bounced  # noqa: PLC0415  loads the ledger
    from bilan.ledger.book import Ledger  # noqa: PLC0415  same

    project, found = opened(folder, verbose=verbose), read_bounces(file)
    if dry_run:
        told = [(one, "would get nothing any more" if one.lasting else "for now only: nothing changes") for one in found]
    else:
        with Ledger.open(project.config.ledger, project.root) as ledger:
            told = bounced(ledger, found, instant(os.environ))
    rows = [{"address": one.address, "reason": one.reason, "outcome": outcome} for one, outcome in told]
    if as_json:
        say(rows, as_json=True)
    elif not quiet:
        say(table([tuple(rows[0]), *(tuple(row.values()) for row in rows)]) if rows else "no bounce in this file")
    return 0
