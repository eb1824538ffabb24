"""`bilan bounces`: let nothing go to addresses that other servers call dead."""

import os
from pathlib import Path
from typing import Any

import click

from bilan.cli.build_command import instant
from bilan.cli.output import common, opened, say, table
from bilan.cli.person import actor, by


@click.command("bounces", epilog="Example:  bilan bounces returned.mbox --dry-run")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what the file says, and change nothing.")
@by
@common
def command(file: Path, folder: Path | None, *, dry_run: bool, as_json: bool, quiet: bool, **options: Any) -> int:  # noqa: ANN401  click's options
    """Read FILE: a mail that came back (.eml), a mailbox of them, or a list of address, code and reason."""
    from bilan.dispatch.bounces import read_bounces  # noqa: PLC0415  light, but only here
    from bilan.dispatch.leaving import bounced, foreseen  # noqa: PLC0415  loads the ledger
    from bilan.ledger.book import Ledger  # noqa: PLC0415  same

    project, found = opened(folder, verbose=options["verbose"]), read_bounces(file)
    with Ledger.open(project.config.ledger, project.root) as ledger:
        told = foreseen(ledger, found) if dry_run else bounced(ledger, found, instant(os.environ), actor(options["person"]))
    rows = [{"address": one.address, "reason": one.reason, "outcome": outcome} for one, outcome in told]
    if as_json:
        say(rows, as_json=True)
    elif not quiet:
        say(table([tuple(rows[0]), *(tuple(row.values()) for row in rows)]) if rows else "no bounce in this file")
    return 0
