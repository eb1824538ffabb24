"""`bilan send`: delivery by hand; a test goes to the asker alone."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bilan.cli.build_command import instant
from bilan.cli.output import common, opened, say, table
from bilan.cli.person import actor, by, owner
from bilan.errors import ExitCode, UsageError
from bilan.project import Project

if TYPE_CHECKING:
    from bilan.dispatch.sending_by_hand import Sending
    from bilan.ledger.book import Ledger

EPILOG = (
    "Examples:  bilan send kz-kg/2026-10/minister.fr --dry-run   ·   bilan send kz-kg/2026-10/minister.fr --test --to me@example.org   ·   "
    "bilan send --resolve again 12"
)
Rows = list[dict[str, Any]]


@click.command("send", epilog=EPILOG)
@click.argument("what", required=False, metavar="[EDITION]")
@click.option("--to", "address", default="", help="Only this address of the list; with --test any that may be sent to.")
@click.option("--test", is_flag=True, help="Send to the address alone, marked as a test; nothing is recorded.")
@click.option("--dry-run", is_flag=True, help="Show who would get what, and send nothing.")
@click.option("--resend-failed", is_flag=True, help="Try again what was refused; what is unknown stays so.")
@click.option(
    "--resolve", type=click.Choice(["sent", "again"]), help="Decide about delivery number EDITION: it arrived, or is to be sent again."
)
@by
@common
def command(what: str | None, folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool, **options: Any) -> int:  # noqa: ANN401  click's options
    """Send EDITION to those on the list who do not have it, or without EDITION all that waits to be sent."""
    from bilan.dispatch.sending_by_hand import Sending, tried  # noqa: PLC0415  loads the channels
    from bilan.ledger.book import Ledger  # noqa: PLC0415  loads the ledger

    _checked(what, options)
    project, now = opened(folder, verbose=verbose), instant(os.environ)
    asked = Sending(what or "", options["address"], actor(options["person"]), now, failed=options["resend_failed"])
    with Ledger.open(project.config.ledger, project.root) as ledger:
        if options["test"]:
            rows = tried(project, ledger, asked)
        elif options["dry_run"]:
            rows = _planned(project, ledger, asked)
        else:
            rows = _sent(project, ledger, asked, options["resolve"])
    if as_json:
        say(rows, as_json=True)
    elif not quiet:
        say(table([tuple(rows[0]), *(tuple(str(cell) for cell in row.values()) for row in rows)]) if rows else "nothing waits to be sent")
    complete = options["dry_run"] or all(row["state"] in ("sent", "cancelled") for row in rows)
    return int(ExitCode.DONE if complete else ExitCode.INCOMPLETE)


def _checked(what: str | None, options: dict[str, Any]) -> None:
    """What cannot be meant together."""
    if options["test"] and not (what and options["address"]):
        raise UsageError("--test", "needs an edition and an address", "write bilan send EDITION --test --to me@example.org")
    if options["address"] and not what:
        raise UsageError("--to", "needs an edition", "write bilan send EDITION --to name@example.org")
    if options["resend_failed"] and not what:
        raise UsageError("--resend-failed", "needs an edition", "write bilan send EDITION --resend-failed")
    if options["resolve"] and not (what and what.isdigit()):
        raise UsageError("--resolve", "needs the number of a delivery", "write bilan send --resolve sent 12")


def _planned(project: Project, ledger: "Ledger", asked: "Sending") -> Rows:
    from bilan.dispatch.sending_by_hand import planned, planned_all  # noqa: PLC0415  loads the channels

    return planned(project, ledger, asked) if asked.edition else planned_all(ledger, asked.now)


def _sent(project: Project, ledger: "Ledger", asked: "Sending", decision: str | None) -> Rows:
    from bilan.dispatch.records import Means  # noqa: PLC0415  loads the ledger
    from bilan.dispatch.sending_by_hand import lined_up, resolved, told, waiting  # noqa: PLC0415  loads the channels
    from bilan.dispatch.work_off import work_off  # noqa: PLC0415  same

    if decision:
        edition: int | None = resolved(ledger, int(asked.edition), decision, asked.person, asked.now).edition
    else:
        edition = lined_up(project, ledger, asked).id if asked.edition else None
    receipts = work_off(project, ledger, asked.now, Means(owner=owner()), edition)
    return [*told(receipts), *waiting(ledger, edition)]
