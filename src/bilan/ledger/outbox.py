"""Who still waits for an edition that was issued? One row for each recipient, channel and kind of message, written once."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Row, select, update

from bilan.document import Edition
from bilan.ledger import tables
from bilan.ledger.queue import insert_new
from bilan.ledger.records import MessageKind, ReceiptRow, ReceiptState, Receiver

_IT = tables.outbox.c
WAITING = (ReceiptState.PENDING, ReceiptState.DEFERRED)
RECEIVED = (ReceiptState.SENDING, ReceiptState.SENT, ReceiptState.UNKNOWN)


def put(connection: Connection, edition: tuple[int, Edition], kind: MessageKind, receivers: Sequence[Receiver], now: datetime) -> None:
    """Write one pending row for each receiver that has none yet; `edition` is its id in the ledger and itself."""
    number, about = edition
    name = f"{about.identity} issue {about.issue}"
    values = [
        {
            "edition_id": number, "channel": one.channel, "recipient": one.recipient, "kind": kind, "sha256": about.sha256,
            "message_id": message_id(name, kind, one, about.sha256), "state": ReceiptState.PENDING, "attempt": 0, "next_try_at": now,
            "fence": 0, "owner": "", "last_text": "", "created_at": now,
        }
        for one in dict.fromkeys(receivers)
    ]  # fmt: skip
    if values:
        connection.execute(insert_new(connection, tables.outbox), values)


def message_id(edition: str, kind: MessageKind, receiver: Receiver, sha256: str) -> str:
    """The Message-ID of what a receiver gets: the same however often it is worked out."""
    about = f"{edition}\n{kind}\n{receiver.channel}\n{receiver.recipient}\n{sha256}"
    return f"<{hashlib.sha256(about.encode()).hexdigest()[:40]}@bilan.invalid>"


def call_off(connection: Connection, edition: int, now: datetime, reason: str) -> int:
    """Cancel what waits to be sent of an edition that is no longer the one to read; how many."""
    waiting = (_IT.edition_id == edition) & _IT.state.in_(WAITING)
    values = {"state": ReceiptState.CANCELLED, "last_text": reason, "settled_at": now, "next_try_at": None}
    return connection.execute(update(tables.outbox).where(waiting).values(values)).rowcount


def reached(connection: Connection, edition: int) -> list[Receiver]:
    """Who has an edition, or may have it."""
    query = select(_IT.channel, _IT.recipient).where(_IT.edition_id == edition, _IT.state.in_(RECEIVED)).order_by(_IT.id)
    return [Receiver(row.channel, row.recipient) for row in connection.execute(query)]


def receipts(connection: Connection, *which: ColumnElement[bool]) -> list[ReceiptRow]:
    """Rows as the ledger holds them, in the order they were written."""
    return [_receipt(row) for row in connection.execute(select(tables.outbox).where(*which).order_by(_IT.id))]


def _receipt(row: Row[tuple[object, ...]]) -> ReceiptRow:
    return ReceiptRow(
        id=row.id,
        edition=row.edition_id,
        receiver=Receiver(row.channel, row.recipient),
        kind=MessageKind(row.kind),
        sha256=row.sha256,
        message_id=row.message_id,
        state=ReceiptState(row.state),
        attempt=row.attempt,
        next_try_at=row.next_try_at,
        fence=row.fence,
        owner=row.owner,
        lease_until=row.lease_until,
        last_code=row.last_code,
        last_text=row.last_text,
        created_at=row.created_at,
        settled_at=row.settled_at,
    )
