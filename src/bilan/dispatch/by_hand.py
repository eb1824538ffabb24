"""How does a person send? An edition to those on the list, to one of them, or as a test to the person alone."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bilan.archive.archive import Archive
from bilan.config.address import mail_address
from bilan.delivery.channel import load_channels
from bilan.delivery.recipients import recipients
from bilan.delivery.records import Answer, Parcel, Post, Recipient
from bilan.dispatch.contents import Contents
from bilan.dispatch.receivers import known_as
from bilan.dispatch.records import Means
from bilan.errors import ConflictError, UsageError, closest
from bilan.ledger.book import Ledger
from bilan.ledger.records import EditionRow, ReceiptRow, ReceiptState, State, kind_of
from bilan.project import Project


@dataclass(frozen=True, slots=True)
class Planned:
    """One delivery that would be made, or would not, and why."""

    recipient: Recipient
    state: str


def find(ledger: Ledger, name: str) -> EditionRow:
    """An edition by its path or name; `kz-kg/2026-10/minister.fr` is its latest issue. UsageError with the closest name."""
    wanted = name.removesuffix(".pdf")
    editions = ledger.editions()
    exact = [row for row in editions if row.path.removesuffix(".pdf") == wanted]
    issues = [row for row in editions if str(row.identity) == wanted and not name.endswith(".pdf")]
    if found := issues or exact:
        return max(found, key=lambda row: row.issue)
    names = [str(row.identity) for row in editions]
    raise UsageError(f"edition '{name}'", f"is not in the ledger{closest(wanted, names)}", "`bilan list editions` shows what there is")


def chosen(project: Project, edition: EditionRow, address: str, now: datetime) -> list[Recipient]:
    """Who is meant: everybody who gets this edition, or the one address on the list; UsageError where it is not there."""
    listed = recipients(project)
    if not address:
        return [one for one in listed if one.gets(edition.identity, now.date())]
    found = [one for one in listed if one.address.casefold() == _spelled(address).casefold()]
    if not found:
        hint = "add it to the list, or add --test to send a test"
        raise UsageError(f"--to {address}", f"is not on the list{closest(address, [one.address for one in listed])}", hint)
    return found[:1]


def plan(ledger: Ledger, edition: EditionRow, to: Sequence[Recipient]) -> list[Planned]:
    """What would become of sending an edition to somebody: nobody gets it twice, and nobody who left."""
    there = {row.receiver: row.state.value for row in ledger.outbox.rows(edition.id) if row.kind is kind_of(edition.issue)}
    left = ledger.suppressions.all()
    return [Planned(one, there.get(known_as(one), "left the list" if one.address.casefold() in left else "would be sent")) for one in to]


def put(ledger: Ledger, edition: EditionRow, to: Sequence[Recipient], now: datetime, by: str = "") -> int:
    """Let an edition be sent to somebody because a person says so; how many had no row yet. ConflictError for one that is not the one to read."""
    if edition.state is not State.ISSUED:
        raise ConflictError(f"edition {edition.identity} issue {edition.issue}", f"is {edition.state}", "send the issue that counts")
    return ledger.outbox.add(edition, kind_of(edition.issue), [known_as(one) for one in to], now, by)


def again(ledger: Ledger, edition: EditionRow, actor: str, now: datetime) -> list[ReceiptRow]:
    """Let every refused delivery of an edition be tried again; what is unknown stays so."""
    refused = [row for row in ledger.outbox.rows(edition.id) if row.state is ReceiptState.REFUSED]
    return [ledger.outbox.resolve(row.id, ReceiptState.PENDING, actor, now) for row in refused]


def try_out(project: Project, edition: EditionRow, address: str, now: datetime, means: Means) -> Answer:
    """Send an edition as a test to one mail address alone; nothing of it is recorded. UsageError where nothing may go there."""
    channel = load_channels().get("smtp")
    try:
        spelled = channel.checked(address, project.config.delivery)
    except ValueError as error:
        raise UsageError(f"--to {address}", str(error), "write an address that may be sent to") from None
    identity = edition.identity
    to = Recipient("", spelled, "smtp", (identity.audience,), identity.language)  # type: ignore[arg-type]  # editions are in ours
    content = Contents(Archive.of(project)).of(edition)
    key = hashlib.sha256(f"test\n{edition.path}\n{spelled}\n{now.isoformat()}".encode()).hexdigest()[:40]
    line = channel.open(Post(project, means.environ))
    try:
        return line.deliver(
            Parcel(
                key, kind_of(edition.issue).value, to, content.name, content.manifest, content.pdf, now, reason=edition.reason, test=True
            )
        )
    finally:
        line.close()


def _spelled(address: str) -> str:
    try:
        return mail_address(address)
    except ValueError:
        return address
