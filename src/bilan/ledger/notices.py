"""What must the owner be told? Each episode once: a hold, a failure, a delivery that is refused or unknown, a deadline."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, String, cast, literal, select, update
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from bilan.ledger import tables
from bilan.ledger.door import Door
from bilan.ledger.queue import insert_new, occurrences
from bilan.ledger.records import ReceiptState, State

_IT, _DUE = tables.notice.c, tables.occurrence.c
_SUBJECT = 300
HOOK = "hook:"
"""How the episodes begin that no owner is told of, but a program that asked for them."""
WAITING = (ReceiptState.PENDING, ReceiptState.DEFERRED, ReceiptState.SENDING)


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One notice as the ledger holds it; `episode` is what it is about, told only once."""

    id: int
    episode: str
    subject: str
    detail: str
    created_at: datetime
    state: ReceiptState
    message_id: str
    attempt: int
    next_try_at: datetime | None
    told_at: datetime | None


class Notices:
    """What the owner is told, through the ledger's door."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def open(self, episode: str, subject: str, detail: str, now: datetime) -> bool:
        """Have the owner told of something; False where this episode was told of, or will be."""
        return self._door.sure(lambda connection: write(connection, episode, (subject, detail), now))

    def watch(self, now: datetime) -> int:
        """Open a notice for each occurrence that is held or failed and each delivery that is refused or unknown; how many were new."""
        return self._door.sure(lambda connection: _watch(connection, now))

    def rows(self) -> list[NoticeRow]:
        """All notices to the owner, oldest first."""
        with self._door.read() as connection:
            return rows(connection, _owners())

    def take(self, now: datetime, lease: timedelta) -> list[NoticeRow]:
        """Those to tell now, to be told together; what a lost sender took is told again, twice rather than never."""
        with self._door.write() as connection:
            waiting = select(tables.notice).where(_owners(), due(now)).order_by(_IT.id).with_for_update()
            return taken(connection, waiting, now + lease)

    def settle(self, rows: Sequence[NoticeRow], state: ReceiptState, now: datetime, next_try_at: datetime | None = None) -> None:
        """Write down that notices were told, or when to try again."""
        self._door.sure(lambda connection: settle(connection, rows, (state, next_try_at), now))


def write(connection: Connection, episode: str, told: tuple[str, str], now: datetime) -> bool:
    """Write a notice of an episode nobody was told of yet, within the caller's transaction."""
    digest = hashlib.sha256(episode.encode()).hexdigest()[:40]
    values = {
        "episode": episode, "subject": told[0][:_SUBJECT], "detail": told[1], "created_at": now, "state": ReceiptState.PENDING,
        "message_id": f"<{digest}@bilan.invalid>", "attempt": 0, "next_try_at": now,
    }  # fmt: skip
    statement = insert_new(connection, tables.notice).values(values).returning(_IT.id)
    return connection.execute(statement).scalar() is not None


def rows(connection: Connection, *which: ColumnElement[bool]) -> list[NoticeRow]:
    """Notices, oldest first."""
    return [_row(one) for one in connection.execute(select(tables.notice).where(*which).order_by(_IT.id))]


def due(now: datetime) -> ColumnElement[bool]:
    """Whether a notice is to be told now, or its sender was lost."""
    return _IT.state.in_(WAITING) & (_IT.next_try_at <= now)


def taken(connection: Connection, waiting: Select[Any], until: datetime) -> list[NoticeRow]:
    """Take what a query finds, so that nobody else tells it until then; as it was before."""
    found = [_row(one) for one in connection.execute(waiting)]
    values = {"state": ReceiptState.SENDING, "attempt": _IT.attempt + 1, "next_try_at": until}
    connection.execute(update(tables.notice).where(_IT.id.in_([one.id for one in found])).values(values))
    return found


def settle(connection: Connection, taken: Sequence[NoticeRow], to: tuple[ReceiptState, datetime | None], now: datetime) -> None:
    """Write down what became of notices that were taken, `to` a state and when to try again."""
    values = {"state": to[0], "next_try_at": to[1], "told_at": now if to[0] is ReceiptState.SENT else None}
    mine = _IT.id.in_([one.id for one in taken]) & (_IT.state == ReceiptState.SENDING)
    connection.execute(update(tables.notice).where(mine).values(values))


def _owners() -> ColumnElement[bool]:
    return ~_IT.episode.startswith(HOOK)


def _watch(connection: Connection, now: datetime) -> int:
    new = 0
    for one in occurrences(connection, _DUE.state.in_(tuple(_OF_OCCURRENCES)), ~_told(_DUE)):
        subject = f"{one.due.identity} {_OF_OCCURRENCES[one.state]}"
        new += write(connection, f"{one.state}:{one.id}:{one.fence}", (subject, f"{one.due}\n{one.reason}"), now)
    for row in connection.execute(_unsettled()):
        where = f"{row.partnership}/{row.period}/{row.audience}.{row.language} issue {row.issue}"
        detail = f"{where}, {row.kind}, to {row.recipient} by {row.channel}\n{row.last_code or ''} {row.last_text}".rstrip()
        hint = _OF_RECEIPTS[row.state].format(id=row.id)
        new += write(connection, f"{row.state}:delivery {row.id}:{row.fence}", (f"delivery {row.id} {row.state}", f"{detail}\n{hint}"), now)
    return new


_OF_OCCURRENCES = {State.HELD: "is held", State.FAILED: "failed", State.AWAITING: "awaits approval"}
_OF_RECEIPTS = {
    ReceiptState.UNKNOWN: "It may have arrived. `bilan send --resolve sent {id}` if it did, `bilan send --resolve again {id}` if it did not.",
    ReceiptState.REFUSED: "Nothing more is sent. `bilan send --resolve again {id}` once the cause is mended.",
}


def _told(of: ReadOnlyColumnCollection[str, Any], what: str = "") -> ColumnElement[bool]:
    """Whether there is a notice of the state in which an occurrence, or a delivery, was left by its last claim."""
    episode = of.state + literal(f":{what}") + cast(of.id, String) + literal(":") + cast(of.fence, String)
    return select(_IT.id).where(_IT.episode == episode).exists()


def _unsettled() -> Select[Any]:
    """Deliveries nobody was told of yet, with the edition they are of."""
    out, that = tables.outbox.c, tables.edition.c
    columns = (out.id, out.state, out.fence, out.kind, out.channel, out.recipient, out.last_code, out.last_text)
    query = select(*columns, that.partnership, that.period, that.audience, that.language, that.issue)
    query = query.join_from(tables.outbox, tables.edition, out.edition_id == that.id)
    return query.where(out.state.in_(tuple(_OF_RECEIPTS)), ~_told(out, "delivery ")).order_by(out.id)


def _row(row: Row[tuple[object, ...]]) -> NoticeRow:
    names = ("id", "episode", "subject", "detail", "created_at", "message_id", "attempt", "next_try_at", "told_at")
    return NoticeRow(state=ReceiptState(row.state), **{name: getattr(row, name) for name in names})
