"""How is the outbox worked off? Everybody who waits is served once; one that fails touches no other; the owner is told."""

import logging
import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from bilan.archive.archive import Archive
from bilan.delivery.channel import Channel, load_channels
from bilan.delivery.recipients import recipients
from bilan.delivery.records import Post, Recipient
from bilan.dispatch.contents import Contents
from bilan.dispatch.hooks import tell_hooks
from bilan.dispatch.owner import tell_owner
from bilan.dispatch.postman import Office, Postman
from bilan.dispatch.records import Means, Receipt
from bilan.dispatch.rounds import Limits, Place, Rounds
from bilan.errors import ConfigError
from bilan.ledger.book import Ledger
from bilan.ledger.records import EditionRow, MessageKind, ReceiptRow
from bilan.ledger.suppressions import Suppression
from bilan.ledger.upkeep import FORGOTTEN, fingerprint
from bilan.project import Project
from bilan.registry import Registry

MINUTE = timedelta(minutes=1)
WORKERS = 4
_UNLIMITED = Limits(4, 1_000_000)
_log = logging.getLogger(__name__)


def work_off(project: Project, ledger: Ledger, now: datetime, means: Means | None = None, edition: int | None = None) -> list[Receipt]:
    """One pass over the outbox, of all editions or one: what may be sent now is, and the owner is told what needs a person.

    Last, programs that asked for it are told what happened.
    Safe to repeat and to run beside others. A list of recipients that cannot be read keeps everything where it is.
    """
    means = means or Means()
    began = means.clock()
    channels = load_channels()
    ledger.outbox.recover(now, [name for name in channels.names() if channels.get(name).again])
    due = ledger.outbox.due(now, edition)
    office = Office(
        ledger, {row.id: row for row in ledger.editions()}, Contents(Archive.of(project)), channels, Post(project, means.environ), means,
        lambda: now + timedelta(seconds=means.clock() - began),
    )  # fmt: skip
    try:
        left = serve(office, due, now)
    except ConfigError as error:
        ledger.notices.open(f"recipients:{error}", "nothing can be sent", f"{error}\n{error.hint}", now)
        _log.error("delivery: %s", error)
        left = len(due)
    _report(office, left, now)
    tell_owner(project, ledger, office.clock(), means)
    tell_hooks(office.post, ledger, office.clock, means)
    return sorted(office.receipts, key=lambda one: one.number)


def serve(office: Office, rows: list[ReceiptRow], now: datetime) -> int:
    """Deliver what is due to those who may have it; how many were left for the next pass."""
    to = _addressed(office, rows, now)
    rounds = Rounds(
        [(_place(office.channels, one), one) for one in rows if one.id in to], _limits(office.post.project), _lately(office, now)
    )
    workers = min(rounds.size, _workers(office.post.project))
    if workers <= 1:
        Postman(office, to).work(rounds)
    else:
        _together(office, to, rounds, workers)
    return rounds.left()


def _together(office: Office, to: Mapping[int, Recipient], rounds: Rounds, workers: int) -> None:
    """Several postmen at once; the first error of one stops all, once each has ended what it was at."""
    errors: list[BaseException] = []

    def work() -> None:
        try:
            Postman(office, to).work(rounds)
        except BaseException as error:  # noqa: BLE001  it is raised again below, in the thread that asked
            errors.append(error)
            office.over.set()

    threads = [threading.Thread(target=work, name=f"postman {number}") for number in range(workers)]
    for thread in threads:
        thread.start()
    try:
        for thread in threads:
            thread.join()
    except BaseException:
        office.over.set()
        for thread in threads:
            thread.join()
        raise
    if errors:
        raise errors[0]


def _addressed(office: Office, rows: list[ReceiptRow], now: datetime) -> dict[int, Recipient]:
    """To whom each row goes; one nobody should get any more is cancelled."""
    if not rows:
        return {}
    listed = {(one.channel, one.address): one for one in recipients(office.post.project)}
    suppressed = office.ledger.suppressions.all()
    found: dict[int, Recipient] = {}
    for row in rows:
        known = listed.get((row.receiver.channel, row.receiver.recipient)) or _remembered(row, listed.values())
        reason = _unwanted(row, known, suppressed, office.channels)
        if reason:
            office.ledger.outbox.cancel(row, reason, now)
        else:
            found[row.id] = known or _stranger(row, office.editions[row.edition])
    return found


def _remembered(row: ReceiptRow, listed: Iterable[Recipient]) -> Recipient | None:
    """Who on the list a forgotten address was: a withdrawal is told to whoever has the edition, however long ago it was sent."""
    if row.kind is not MessageKind.WITHDRAWAL or not row.receiver.recipient.startswith(FORGOTTEN):
        return None
    return next((one for one in listed if (one.channel, fingerprint(one.address)) == (row.receiver.channel, row.receiver.recipient)), None)


def _unwanted(row: ReceiptRow, known: Recipient | None, suppressed: Mapping[str, Suppression], channels: Registry[Channel]) -> str:
    """Why somebody is to get nothing; a withdrawal is told also to one who has left the list, and has the edition."""
    address = known.address if known else row.receiver.recipient
    left = suppressed.get(address.casefold())
    if left is not None:
        return f"nothing goes to this address: {left.reason}"
    if known is None and address.startswith(FORGOTTEN):
        return "its address was forgotten and is not on the list of recipients"
    if known is None and (row.kind is not MessageKind.WITHDRAWAL or row.receiver.channel not in channels):
        return "no longer on the list of recipients"
    return ""


def _stranger(row: ReceiptRow, edition: EditionRow) -> Recipient:
    identity = edition.identity
    return Recipient("", row.receiver.recipient, row.receiver.channel, (identity.audience,), identity.language)  # type: ignore[arg-type]  # editions are in ours


def _place(channels: Registry[Channel], row: ReceiptRow) -> Place:
    return row.receiver.channel, channels.get(row.receiver.channel).place(row.receiver.recipient)


def _limits(project: Project) -> dict[str, Limits]:
    mail = project.config.delivery.smtp
    limits = dict.fromkeys(("folder", "s3", "feed"), _UNLIMITED)
    return limits | ({"smtp": Limits(mail.connections_per_domain, mail.messages_per_minute)} if mail else {})


def _lately(office: Office, now: datetime) -> Counter[Place]:
    """How many deliveries each place had in the last minute, by any process."""
    tried = office.ledger.outbox.tried_since(now - MINUTE)
    return Counter((one.channel, office.channels.get(one.channel).place(one.recipient)) for one in tried if one.channel in office.channels)


def _workers(project: Project) -> int:
    mail = project.config.delivery.smtp
    return mail.connections if mail else WORKERS


def _report(office: Office, left: int, now: datetime) -> None:
    """Have the owner told of a channel by which nothing went, and of an edition that is not what was issued."""
    worked = {one.channel for one in office.receipts if one.state == "sent"}
    for channel, why in office.stuck.items():
        if channel not in worked:
            since = office.ledger.outbox.last_sent(channel)
            episode = f"stuck:{channel}:{since.isoformat() if since else 'ever'}"
            office.ledger.notices.open(episode, f"nothing can be sent by {channel}", f"{why}\nDeliveries wait, and are tried again.", now)
            _log.warning("channel %s: %s", channel, why)
    for number, why in office.damaged.items():
        row = office.editions[number]
        office.ledger.notices.open(f"damaged:{number}", f"{row.identity} cannot be delivered", why, now)
        _log.error("edition %s: %s", row.identity, why)
    if office.receipts or left:
        _log.info("receipts: %d, %d wait", len(office.receipts), left)
