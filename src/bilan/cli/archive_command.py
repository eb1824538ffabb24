"""`bilan archive`: is every issued file still what it was, and give back what can be given back."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilan.cli.output import common, opened, say, table
from bilan.errors import ExitCode
from bilan.pipeline.reported import told_check, told_rebuild
from bilan.project import Project

if TYPE_CHECKING:
    from bilan.ledger.records import EditionRow


@click.group("archive", epilog="Examples:  bilan archive check   ·   bilan archive rebuild")
def command() -> None:
    """Look after the archive of issued editions."""


@command.command("check", epilog="Example:  bilan archive check --json")
@common
def check(folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool) -> int:
    """Read every file and compare its hash with its manifest, its name and the ledger; exit 1 and a line a fault where one differs."""
    from bilan.archive.archive import Archive  # noqa: PLC0415  only for this command
    from bilan.archive.check import check as walked  # noqa: PLC0415  same

    project = opened(folder, verbose=verbose)
    found = walked(Archive.of(project), _recorded(project))
    if as_json:
        say(told_check(found), as_json=True)
    else:
        if found.faults:
            say(table([("BAD", str(one), f"hint: {one.hint}") for one in found.faults]))
        if not quiet:
            click.echo(f"{found.editions} editions, {found.files} files read, {len(found.faults)} faults", err=True)
    return int(ExitCode.FAILED if found.faults else ExitCode.DONE)


@command.command("rebuild", epilog="Example:  bilan archive rebuild")
@common
def rebuild(folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool) -> int:
    """Give back names whose content is kept, show what the ledger issued, and make index, pages, feeds and `latest` anew."""
    from bilan.archive.archive import Archive  # noqa: PLC0415  only for this command
    from bilan.archive.restore import restore  # noqa: PLC0415  same

    project = opened(folder, verbose=verbose)
    archive = Archive.of(project)
    lost = restore(archive, _recorded(project))
    count = len(archive.editions())
    if as_json:
        say(told_rebuild(count, lost), as_json=True)
    else:
        if lost:
            say("\n".join(lost))
        if not quiet:
            click.echo(f"{count} editions in the archive, {len(lost)} that could not be given back", err=True)
    return int(ExitCode.FAILED if lost else ExitCode.DONE)


def _recorded(project: Project) -> "list[EditionRow]":
    from bilan.ledger.book import Ledger  # noqa: PLC0415  loads SQLAlchemy

    with Ledger.open(project.config.ledger, project.root) as ledger:
        return ledger.editions()
