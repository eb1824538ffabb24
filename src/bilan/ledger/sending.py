"""Who is sent to next, and what became of it? Each try is written down before it begins; what was lost is unknown, or safe to repeat."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, func, select, update

from bilan.errors import ConflictError
from bilan.ledger import tables, trail
from bilan.ledger.door import Door
from bilan.ledger.outbox import WAITING, put, receipts
from bilan.ledger.records import EditionRow, Ending, MessageKind, ReceiptRow, ReceiptState, Receiver, State

_IT = tables.outbox.c
MOST = 10_000
"""How many messages one pass looks at."""
LOST = "the sender was lost while sending; the message may have arrived"
REPEATED = "the sender was lost while sending; twice does no harm here, so it is tried again"


class Outbox:
    """The rows of the outbox, through the ledger's door."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def rows(self, edition: int | None = None) -> list[ReceiptRow]:
        """All rows, or those of one edition, in the order they were written."""
        which = [] if edition is None else [_IT.edition_id == edition]
        with self._door.read() as connection:
            return receipts(connection, *which)

    def latest(
        self, state: ReceiptState | None = None, edition: int | None = None, before: int | None = None, most: int = 50
    ) -> list[ReceiptRow]:
        """Rows, newest first: in a state, of an edition, older than a number."""
        which = [_IT.state == state] if state is not None else []
        which += [_IT.edition_id == edition] if edition is not None else []
        which += [_IT.id < before] if before is not None else []
        with self._door.read() as connection:
            numbers = select(_IT.id).where(*which).order_by(_IT.id.desc()).limit(most)
            return receipts(connection, _IT.id.in_(numbers.scalar_subquery()))[::-1]

    def find(self, number: int) -> ReceiptRow | None:
        """One row by its number, or None."""
        with self._door.read() as connection:
            return next(iter(receipts(connection, _IT.id == number)), None)

    def add(self, edition: EditionRow, kind: MessageKind, receivers: Sequence[Receiver], now: datetime, by: str = "") -> int:
        """Write a row for each receiver that has none for this edition and kind; how many were new. `by` is the person who wants it."""
        mine = (_IT.edition_id == edition.id) & (_IT.kind == kind)
        with self._door.write() as connection:
            before = len(receipts(connection, mine))
            put(connection, (edition.id, edition.as_edition()), kind, receivers, now)
            new = len(receipts(connection, mine)) - before
            if new and by:
                subject, change = f"{edition.identity} issue {edition.issue}", (edition.state, edition.state)
                trail.note(connection, now, subject, change, (by, 0), f"to be sent to {new} more")
            return new

    def due(self, now: datetime, edition: int | None = None) -> list[ReceiptRow]:
        """What may be sent now, of all editions or one, in the order it was written."""
        with self._door.read() as connection:
            return due(connection, now, edition)

    def tried_since(self, instant: datetime) -> list[Receiver]:
        """To whom something was sent, or tried to be, since an instant."""
        with self._door.read() as connection:
            return [row.receiver for row in receipts(connection, _IT.settled_at > instant, _IT.attempt > 0)]

    def last_sent(self, channel: str) -> datetime | None:
        """When something was sent by a channel for the last time."""
        query = select(func.max(_IT.settled_at)).where(_IT.channel == channel, _IT.state == ReceiptState.SENT)
        with self._door.read() as connection:
            return connection.execute(query).scalar()

    def begin(self, row: ReceiptRow, now: datetime, owner: str, lease: timedelta) -> ReceiptRow | None:
        """Write down that a message is being sent, before anything of it is; None where another has it, or nobody should."""
        return self._door.sure(lambda connection: begin(connection, row, now, owner, lease))

    def settle(self, mine: ReceiptRow, end: Ending, now: datetime) -> bool:
        """Write down what became of a message; False where somebody else decided meanwhile."""
        return self._door.sure(lambda connection: settle(connection, mine, end, now))

    def recover(self, now: datetime, again: Collection[str]) -> list[ReceiptRow]:
        """Cancel what is stale and settle what lost senders left behind; those whose end nobody knows."""

        def recovered(connection: Connection) -> list[ReceiptRow]:
            call_off_stale(connection, now)
            return lose(connection, now, again)

        return self._door.sure(recovered)

    def cancel(self, row: ReceiptRow, reason: str, now: datetime) -> bool:
        """Send nothing to somebody who is to get nothing any more; False where it was too late."""
        with self._door.write() as connection:
            return cancel(connection, row, reason, now)

    def resolve(self, number: int, to: ReceiptState, actor: str, now: datetime) -> ReceiptRow:
        """Decide about an unknown or refused message: it was sent, or is to be sent again; ConflictError where there is nothing to decide."""
        with self._door.write() as connection:
            return resolve(connection, number, to, actor, now)


def due(connection: Connection, now: datetime, edition: int | None) -> list[ReceiptRow]:
    """What may be sent now, of all editions or one, in the order it was written."""
    which = [] if edition is None else [_IT.edition_id == edition]
    query = select(_IT.id).where(_IT.state.in_(WAITING), _IT.next_try_at <= now, *which).order_by(_IT.id).limit(MOST)
    return receipts(connection, _IT.id.in_(query.scalar_subquery()))


def begin(connection: Connection, row: ReceiptRow, now: datetime, owner: str, lease: timedelta) -> ReceiptRow | None:
    """Write down that a message is being sent; None where another sender has it, or nobody should.

    The edition of a message must be the one to read, or the message be the notice of its withdrawal.
    """
    mine = (_IT.id == row.id) & (_IT.fence == row.fence)
    values = {
        "state": ReceiptState.SENDING, "owner": owner, "fence": row.fence + 1, "attempt": row.attempt + 1, "lease_until": now + lease,
        "next_try_at": None,
    }  # fmt: skip
    taken = update(tables.outbox).where(mine, _IT.state.in_(WAITING), _may_be_sent()).values(values)
    if connection.execute(taken).rowcount == 1:
        return receipts(connection, _IT.id == row.id)[0]
    already = (_IT.id == row.id) & (_IT.fence == row.fence + 1) & (_IT.owner == owner) & (_IT.state == ReceiptState.SENDING)
    return next(iter(receipts(connection, already)), None)


def settle(connection: Connection, mine: ReceiptRow, end: Ending, now: datetime) -> bool:
    """Write down what became of a message; False where somebody else decided meanwhile.

    A sender that comes back after its lease still tells the truth about what was called unknown.
    """
    own = (_IT.fence == mine.fence) & (_IT.state == ReceiptState.SENDING)
    late = (_IT.fence == mine.fence + 1) & (_IT.state == ReceiptState.UNKNOWN) & (_IT.owner == mine.owner)
    was = connection.execute(select(_IT.state).where(_IT.id == mine.id, own | late).with_for_update()).scalar()
    if was is None:
        same = _IT.fence.in_((mine.fence, mine.fence + 1)) & (_IT.owner == mine.owner) & (_IT.state == end.state)
        return connection.execute(select(_IT.id).where(_IT.id == mine.id, same)).scalar() is not None
    values = {
        "state": end.state, "last_code": end.code, "last_text": end.text, "next_try_at": end.next_try_at, "lease_until": None,
        "settled_at": now,
    }  # fmt: skip
    connection.execute(update(tables.outbox).where(_IT.id == mine.id).values(values))
    _note(connection, mine, now, (was, end.state), f"{end.code or ''} {end.text}".strip())
    return True


def lose(connection: Connection, now: datetime, again: Collection[str]) -> list[ReceiptRow]:
    """Settle what a sender left behind when its lease ran out: unknown, or due again on channels where twice does no harm."""
    left = receipts(connection, (_IT.state == ReceiptState.SENDING) & (_IT.lease_until <= now))
    for row in left:
        repeated = row.receiver.channel in again
        state, text = (ReceiptState.DEFERRED, REPEATED) if repeated else (ReceiptState.UNKNOWN, LOST)
        values = {
            "state": state, "last_text": text, "last_code": None, "fence": row.fence + 1, "lease_until": None, "settled_at": now,
            "next_try_at": now if repeated else None,
        }  # fmt: skip
        mine = (_IT.id == row.id) & (_IT.fence == row.fence) & (_IT.state == ReceiptState.SENDING)
        if connection.execute(update(tables.outbox).where(mine).values(values)).rowcount:
            _note(connection, row, now, (ReceiptState.SENDING, state), text)
    return [row for row in receipts(connection, _IT.id.in_([one.id for one in left])) if row.state is ReceiptState.UNKNOWN]


def cancel(connection: Connection, row: ReceiptRow, reason: str, now: datetime) -> bool:
    """Send nothing to somebody who is to get nothing any more; False where it was too late."""
    values = {"state": ReceiptState.CANCELLED, "last_text": reason, "settled_at": now, "next_try_at": None, "fence": row.fence + 1}
    waiting = (_IT.id == row.id) & (_IT.fence == row.fence) & _IT.state.in_(WAITING)
    if connection.execute(update(tables.outbox).where(waiting).values(values)).rowcount != 1:
        return False
    _note(connection, row, now, (row.state, ReceiptState.CANCELLED), reason)
    return True


def call_off_stale(connection: Connection, now: datetime) -> int:
    """Cancel what waits of editions that are no longer the ones to read; how many."""
    stale = receipts(connection, _IT.state.in_(WAITING), ~_may_be_sent())
    return sum(cancel(connection, row, "the edition is no longer the one to read", now) for row in stale)


def resolve(connection: Connection, number: int, to: ReceiptState, actor: str, now: datetime) -> ReceiptRow:
    """Decide what became of a message: an unknown one was sent, or it or a refused one is to be sent again, by a person's word.

    ConflictError where there is nothing to decide.
    """
    row = next(iter(receipts(connection, _IT.id == number)), None)
    where = f"delivery {number}"
    if row is None:
        raise ConflictError(where, "is not in the ledger", "`bilan status` shows what is")
    open_states = (ReceiptState.UNKNOWN,) if to is ReceiptState.SENT else (ReceiptState.UNKNOWN, ReceiptState.REFUSED)
    if row.state not in open_states:
        raise ConflictError(where, f"is {row.state}: there is nothing to decide", "only what is unknown or refused can be decided")
    values: dict[str, object] = {"state": to, "fence": row.fence + 1, "last_text": f"decided by {actor}", "settled_at": now}
    if to is ReceiptState.PENDING:
        values |= {"attempt": 0, "next_try_at": now}
    connection.execute(update(tables.outbox).where(_IT.id == number, _IT.fence == row.fence).values(values))
    trail.note(connection, now, f"delivery {row.id}", (row.state, to), (actor, row.fence), f"decided by {actor}")
    return receipts(connection, _IT.id == number)[0]


def _may_be_sent() -> ColumnElement[bool]:
    that = tables.edition.c
    current = select(that.id).where(that.id == _IT.edition_id, that.state == State.ISSUED).exists()
    return (_IT.kind == MessageKind.WITHDRAWAL) | current


def _note(connection: Connection, row: ReceiptRow, now: datetime, change: tuple[str, str], detail: str) -> None:
    """The event names the delivery by its number: addresses stand in the outbox alone."""
    trail.note(connection, now, f"delivery {row.id}", change, (row.owner or row.receiver.channel, row.fence), detail)
