"""`bilan ledger`: copy it, put it back, forget what is old, give room back."""

import os
from datetime import date
from pathlib import Path
from typing import Any

import click

from bilan.cli.build_command import instant
from bilan.cli.output import common, opened, say
from bilan.cli.person import actor, by
from bilan.errors import ExitCode, UsageError


@click.group("ledger", epilog="Examples:  bilan ledger backup ledger-2026-11-29.sqlite3   ·   bilan ledger prune --before 2025-01-01")
def command() -> None:
    """Look after the ledger of what was due, issued and sent."""


@command.command("backup", epilog="Example:  bilan ledger backup ledger-2026-11-29.sqlite3")
@click.argument("file", type=click.Path(path_type=Path))
@by
@common
def backup(file: Path, folder: Path | None, *, as_json: bool, quiet: bool, **options: Any) -> int:  # noqa: ANN401  click's options
    """Copy the whole ledger, as it is now, into a new FILE; work goes on meanwhile.

    The file is an SQLite ledger of its own, whatever database the original is in.
    """
    from bilan.ledger.book import Ledger  # noqa: PLC0415  loads SQLAlchemy
    from bilan.ledger.upkeep import backup as copied  # noqa: PLC0415  same

    project = opened(folder, verbose=options["verbose"])
    counts = copied(project.config.ledger, project.root, file)
    rows = sum(counts.values())
    with Ledger.open(project.config.ledger, project.root) as ledger:
        ledger.backed_up(file.name, rows, instant(os.environ), actor(options["person"]))
    return _told({"file": str(file), "rows": counts}, f"{file}: {rows} rows", as_json=as_json, quiet=quiet)


@command.command("restore", epilog="Example:  bilan ledger restore ledger-2026-11-29.sqlite3")
@click.argument("file", type=click.Path(path_type=Path))
@common
def restore(file: Path, folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool) -> int:
    """Put a backup FILE into the empty ledger that bilan.toml names.

    What waited to be sent becomes `unknown`, since it may have been sent after the backup: see `bilan send --resolve`.
    """
    from bilan.ledger.upkeep import restore as put  # noqa: PLC0415  loads SQLAlchemy

    project = opened(folder, verbose=verbose)
    counts = put(project.config.ledger, project.root, file, instant(os.environ))
    return _told({"file": str(file), "rows": counts}, f"{sum(counts.values())} rows restored", as_json=as_json, quiet=quiet)


@command.command("prune", epilog="Example:  bilan ledger prune --before 2025-01-01")
@click.option("--before", required=True, help="Only what ended before this day, as 2025-01-01.")
@by
@common
def prune(before: str, folder: Path | None, *, as_json: bool, quiet: bool, **options: Any) -> int:  # noqa: ANN401  click's options
    """Forget addresses of settled receipts, and runs that made no edition.

    An address becomes a fingerprint: the receipt stays, and nobody is kept by name. Editions, approvals and events stay.
    """
    from bilan.ledger.book import Ledger  # noqa: PLC0415  loads SQLAlchemy

    project = opened(folder, verbose=options["verbose"])
    try:
        day = date.fromisoformat(before)
    except ValueError:
        raise UsageError(f"--before {before}", "is no day", "write it as 2025-01-01") from None
    with Ledger.open(project.config.ledger, project.root) as ledger:
        counts = ledger.prune(day, instant(os.environ), actor(options["person"]))
    line = f"{counts['addresses']} addresses and {counts['runs']} runs forgotten"
    return _told(counts, line, as_json=as_json, quiet=quiet)


@command.command("vacuum", epilog="Example:  bilan ledger vacuum")
@by
@common
def vacuum(folder: Path | None, *, as_json: bool, quiet: bool, **options: Any) -> int:  # noqa: ANN401  click's options
    """Give the room of what was forgotten back to the disk."""
    from bilan.ledger.book import Ledger  # noqa: PLC0415  loads SQLAlchemy

    project = opened(folder, verbose=options["verbose"])
    with Ledger.open(project.config.ledger, project.root) as ledger:
        ledger.vacuum(instant(os.environ), actor(options["person"]))
    return _told({"vacuumed": True}, "done", as_json=as_json, quiet=quiet)


def _told(value: object, line: str, *, as_json: bool, quiet: bool) -> int:
    if as_json:
        say(value, as_json=True)
    elif not quiet:
        click.echo(line, err=True)
    return int(ExitCode.DONE)
