"""`bilan send`: delivery by hand; a test goes to the asker alone."""

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bilan.cli.build_command import instant
from bilan.cli.output import common, opened, say, table
from bilan.cli.person import actor, by, owner
from bilan.errors import ExitCode, UsageError
from bilan.project import Project

if TYPE_CHECKING:
    from bilan.dispatch.records import Receipt
    from bilan.ledger.book import Ledger
    from bilan.ledger.records import EditionRow

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
    from bilan.ledger.book import Ledger  # noqa: PLC0415  loads the ledger

    _checked(what, options)
    project, now = opened(folder, verbose=verbose), instant(os.environ)
    with Ledger.open(project.config.ledger, project.root) as ledger:
        if options["test"]:
            rows = _tested(project, ledger, str(what), options["address"], now)
        elif options["dry_run"]:
            rows = _planned(project, ledger, what, options["address"], now)
        else:
            rows = _sent(project, ledger, what, options, now)
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


def _tested(project: Project, ledger: "Ledger", name: str, address: str, now: datetime) -> Rows:
    from bilan.dispatch.by_hand import find, try_out  # noqa: PLC0415  loads the channels
    from bilan.dispatch.records import Means  # noqa: PLC0415  same

    edition = find(ledger, name)
    answer = try_out(project, edition, address, now, Means())
    told = {"edition": str(edition.identity), "recipient": address, "channel": "smtp", "state": answer.result.value}
    return [told | {"code": answer.code or "", "said": answer.text}]


def _planned(project: Project, ledger: "Ledger", name: str | None, address: str, now: datetime) -> Rows:
    from bilan.dispatch.by_hand import chosen, find, plan  # noqa: PLC0415  loads the channels

    if name is None:
        editions = {row.id: row.identity for row in ledger.editions()}
        due = ledger.outbox.due(now)
        return [_row(str(editions[row.edition]), row.receiver.recipient, row.receiver.channel, "would be sent") for row in due]
    edition = find(ledger, name)
    planned = plan(ledger, edition, chosen(project, edition, address, now))
    return [_row(str(edition.identity), one.recipient.address, one.recipient.channel, one.state) for one in planned]


def _sent(project: Project, ledger: "Ledger", what: str | None, options: dict[str, Any], now: datetime) -> Rows:
    from bilan.dispatch.records import Means  # noqa: PLC0415  loads the ledger
    from bilan.dispatch.work_off import work_off  # noqa: PLC0415  loads the channels

    if options["resolve"]:
        edition: int | None = _resolved(ledger, int(str(what)), options, now)
    else:
        edition = None if what is None else _put(project, ledger, what, options, now).id
    receipts = work_off(project, ledger, now, Means(owner=owner()), edition)
    waiting = [row for row in ledger.outbox.rows(edition) if row.state.value == "pending"]
    named = {row.id: str(row.identity) for row in ledger.editions()}
    return [*_told(receipts), *(_row(named[row.edition], row.receiver.recipient, row.receiver.channel, "waits", row.id) for row in waiting)]


def _put(project: Project, ledger: "Ledger", name: str, options: dict[str, Any], now: datetime) -> "EditionRow":
    from bilan.dispatch.by_hand import again, chosen, find, put  # noqa: PLC0415  loads the channels

    edition = find(ledger, name)
    if options["resend_failed"]:
        again(ledger, edition, actor(options["person"]), now)
    else:
        put(ledger, edition, chosen(project, edition, options["address"], now), now)
    return edition


def _resolved(ledger: "Ledger", number: int, options: dict[str, Any], now: datetime) -> int:
    """The edition of a delivery a person decided about."""
    from bilan.ledger.records import ReceiptState  # noqa: PLC0415  light

    state = ReceiptState.SENT if options["resolve"] == "sent" else ReceiptState.PENDING
    return ledger.outbox.resolve(number, state, actor(options["person"]), now).edition


def _told(receipts: "Sequence[Receipt]") -> Rows:
    return [_row(str(one.edition), one.recipient, one.channel, one.state.value, one.number, one.code or "", one.text) for one in receipts]


def _row(edition: str, recipient: str, channel: str, state: str, *more: Any) -> dict[str, Any]:  # noqa: ANN401  number, code, words
    number, code, said = (*more, "", "", "")[:3]
    return {"edition": edition, "recipient": recipient, "channel": channel, "state": state, "delivery": number, "code": code, "said": said}
