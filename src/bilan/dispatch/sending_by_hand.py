"""What becomes of sending by hand? Row by row: a test, who would get what, or what is put into the outbox for the next pass."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bilan.dispatch.by_hand import again, chosen, find, plan, put, try_out
from bilan.dispatch.records import Means, Receipt
from bilan.ledger.book import Ledger
from bilan.ledger.records import EditionRow, ReceiptRow, ReceiptState
from bilan.project import Project

Rows = list[dict[str, Any]]
WAITS = "waits"


@dataclass(frozen=True, slots=True)
class Sending:
    """What a person wants sent: an edition by its name, to one address or to all (empty), and who asks when.

    With `failed` what was refused is tried again instead.
    """

    edition: str
    address: str
    person: str
    now: datetime
    failed: bool = False


def tried(project: Project, ledger: Ledger, asked: Sending) -> Rows:
    """An edition sent as a test to one address alone; nothing of it is recorded."""
    edition = find(ledger, asked.edition)
    answer = try_out(project, edition, asked.address, asked.now, Means())
    told = {"edition": str(edition.identity), "recipient": asked.address, "channel": "smtp", "state": answer.result.value}
    return [told | {"code": answer.code or "", "said": answer.text}]


def planned(project: Project, ledger: Ledger, asked: Sending) -> Rows:
    """Who would get an edition, and who would not and why."""
    edition = find(ledger, asked.edition)
    found = plan(ledger, edition, chosen(project, edition, asked.address, asked.now))
    return [_row(str(edition.identity), one.recipient.address, one.recipient.channel, one.state) for one in found]


def planned_all(ledger: Ledger, now: datetime) -> Rows:
    """What waits to be sent, of all editions."""
    editions = {row.id: row.identity for row in ledger.editions()}
    due = ledger.outbox.due(now)
    return [_row(str(editions[row.edition]), row.receiver.recipient, row.receiver.channel, "would be sent") for row in due]


def lined_up(project: Project, ledger: Ledger, asked: Sending) -> EditionRow:
    """Let an edition be sent by the next pass; ConflictError for one that is not the one to read."""
    edition = find(ledger, asked.edition)
    if asked.failed:
        again(ledger, edition, asked.person, asked.now)
    else:
        put(ledger, edition, chosen(project, edition, asked.address, asked.now), asked.now, asked.person)
    return edition


def resolved(ledger: Ledger, number: int, decision: str, person: str, now: datetime) -> ReceiptRow:
    """A delivery a person decided about: it was `sent`, or is to be sent `again`."""
    state = ReceiptState.SENT if decision == "sent" else ReceiptState.PENDING
    return ledger.outbox.resolve(number, state, person, now)


def told(receipts: Sequence[Receipt]) -> Rows:
    """What became of deliveries."""
    return [_row(str(one.edition), one.recipient, one.channel, one.state.value, one.number, one.code or "", one.text) for one in receipts]


def waiting(ledger: Ledger, edition: int | None) -> Rows:
    """What waits for the next pass, of one edition or all."""
    rows = [row for row in ledger.outbox.rows(edition) if row.state is ReceiptState.PENDING]
    named = {row.id: str(row.identity) for row in ledger.editions()}
    return [_row(named[row.edition], row.receiver.recipient, row.receiver.channel, WAITS, row.id) for row in rows]


def _row(edition: str, recipient: str, channel: str, state: str, *more: Any) -> dict[str, Any]:  # noqa: ANN401  number, code, words
    number, code, said = (*more, "", "", "")[:3]
    return {"edition": edition, "recipient": recipient, "channel": channel, "state": state, "delivery": number, "code": code, "said": said}
