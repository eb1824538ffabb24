"""What happened that programs elsewhere asked to be told? Each event of the log once a program, as a notice of its own."""

import hashlib
import json
import re
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, String, cast, delete, func, literal, select, update

from bilan.ledger import notices, tables
from bilan.ledger.door import Door
from bilan.ledger.notices import HOOK, NoticeRow
from bilan.ledger.records import EventRow, ReceiptState, State
from bilan.ledger.trail import event_of

PAST = timedelta(days=1)
"""How far back a hook that is new is told what happened."""
_IT, _THAT = tables.notice.c, tables.event.c
_SINCE = ":since"
_IDENTITY = r"(?P<partnership>[^/\s]+)/(?P<period>[^/\s]+)/(?P<audience>[^/\s]+)\.(?P<language>\w+)"
_EDITION = re.compile(rf"{_IDENTITY} issue (?P<issue>\d+)")
_OCCURRENCE = re.compile(rf"(?P<schedule>.+?)(?: (?P<revision>\d+))?: {_IDENTITY}")
_OF_EDITIONS = (State.ISSUED, State.WITHDRAWN)

Asked = Mapping[str, Collection[str]]
"""The events each hook wants, by the hook's name."""


class Hooks:
    """What programs are told, through the ledger's door; a hook is known by a name without colons."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def watch(self, asked: Asked, now: datetime) -> int:
        """Open a notice for each event a hook asks for and has none of; how many were new.

        A hook seen for the first time gets what happened since a day before; of one that is not asked for any more what waits is
        called off.
        """
        if not asked and not self._known():
            return 0
        return self._door.sure(lambda connection: _watch(connection, asked, now))

    def take(self, hook: str, now: datetime, lease: timedelta) -> NoticeRow | None:
        """The oldest a hook is to be told now, as it was before; None where there is nothing."""
        with self._door.write() as connection:
            mine = select(tables.notice).where(_of(hook), notices.due(now)).order_by(_IT.id).limit(1).with_for_update(skip_locked=True)
            return next(iter(notices.taken(connection, mine, now + lease)), None)

    def settle(self, row: NoticeRow, state: ReceiptState, now: datetime, next_try_at: datetime | None = None) -> None:
        """Write down that a notice was told, or when to try again."""
        self._door.sure(lambda connection: notices.settle(connection, [row], (state, next_try_at), now))

    def put_off(self, hook: str, now: datetime, until: datetime) -> None:
        """Let all that a hook is to be told now wait, as if each had been tried."""
        values = {"state": ReceiptState.DEFERRED, "attempt": _IT.attempt + 1, "next_try_at": until}
        with self._door.write() as connection:
            connection.execute(update(tables.notice).where(_of(hook), notices.due(now)).values(values))

    def last_told(self, hook: str) -> datetime | None:
        """When a hook last took something."""
        with self._door.read() as connection:
            told: datetime | None = connection.execute(select(func.max(_IT.told_at)).where(_of(hook))).scalar()
            return told

    def rows(self) -> list[NoticeRow]:
        """All notices to hooks, oldest first."""
        with self._door.read() as connection:
            return notices.rows(connection, _IT.episode.startswith(HOOK), ~_IT.episode.endswith(_SINCE))

    def _known(self) -> dict[str, int]:
        with self._door.read() as connection:
            return _known(connection)


def _watch(connection: Connection, asked: Asked, now: datetime) -> int:
    known, new = _known(connection), 0
    for gone in known.keys() - asked.keys():
        connection.execute(update(tables.notice).where(_of(gone), _IT.state.in_(notices.WAITING)).values(state=ReceiptState.CANCELLED))
        connection.execute(delete(tables.notice).where(_IT.episode == _since(gone)))
    for hook, events in asked.items():
        after = known[hook] if hook in known else _past(connection, 0, now)
        for event in _happened(connection, hook, events, after):
            said = _said(connection, event)
            if said is not None:
                told = (f"{event.to_state}: {event.subject}", json.dumps(said, ensure_ascii=False))
                new += notices.write(connection, f"{HOOK}{hook}:{event.id}", told, now)
        until = _past(connection, after, now)
        if known.get(hook) != until:
            _remember(connection, hook, until, now)
    return new


def _known(connection: Connection) -> dict[str, int]:
    """Up to which event each hook seen before was served for good."""
    marks = notices.rows(connection, _IT.episode.startswith(HOOK), _IT.episode.endswith(_SINCE))
    return {one.episode.removeprefix(HOOK).removesuffix(_SINCE): int(one.detail) for one in marks}


def _remember(connection: Connection, hook: str, after: int, now: datetime) -> None:
    """The mark of a hook is itself a notice, of which nothing is told."""
    notices.write(connection, _since(hook), ("the last event of the past", str(after)), now)
    values = {"state": ReceiptState.CANCELLED, "next_try_at": None, "detail": str(after)}
    connection.execute(update(tables.notice).where(_IT.episode == _since(hook)).values(values))


def _past(connection: Connection, after: int, now: datetime) -> int:
    """The last event that is past; a day goes by before, so that one written meanwhile under a lower number is not missed."""
    query = select(func.max(_THAT.id)).where(_THAT.id > after, _THAT.at < now - PAST)
    return connection.execute(query).scalar() or after


def _happened(connection: Connection, hook: str, events: Collection[str], after: int) -> list[EventRow]:
    """The events a hook has no notice of; a word of approval changes no state, and is none."""
    has = select(_IT.id).where(_IT.episode == literal(f"{HOOK}{hook}:") + cast(_THAT.id, String)).exists()
    query = select(tables.event).where(_THAT.id > after, _THAT.to_state.in_(tuple(events)), _THAT.from_state != _THAT.to_state, ~has)
    return [event_of(row) for row in connection.execute(query.order_by(_THAT.id))]


def _said(connection: Connection, event: EventRow) -> dict[str, Any] | None:
    """What a program is told of an event; None for one of a job, one that only repeats another, and one the archive knew long ago."""
    of_edition = State(event.to_state) in _OF_EDITIONS
    found = (_EDITION if of_edition else _OCCURRENCE).fullmatch(event.subject)
    facts = found and (_edition(connection, found, event) if of_edition else _occurrence(connection, found, event))
    if not found or facts is None:
        return None
    names = ("partnership", "period", "audience", "language")
    return {"event": event.to_state, "id": key(event), "at": event.at.isoformat()} | {name: found[name] for name in names} | facts


def key(event: EventRow) -> str:
    """What an event is known by: its number alone may come again after an old backup was put back."""
    text = f"{event.id}\n{event.at.isoformat()}\n{event.subject}\n{event.to_state}\n{event.fence}\n{event.detail}"
    return hashlib.sha256(text.encode()).hexdigest()[:40]


def _edition(connection: Connection, found: re.Match[str], event: EventRow) -> dict[str, Any] | None:
    it = tables.edition.c
    same = [getattr(it, name) == found[name] for name in ("partnership", "period", "audience", "language")]
    row = connection.execute(select(tables.edition).where(*same, it.issue == int(found["issue"]))).one_or_none()
    if row is None:
        return None
    withdrawn = event.to_state == State.WITHDRAWN
    when = row.settled_at.date() if withdrawn and row.settled_at else row.issued_on
    if event.actor == "archive" and when < (event.at - PAST).date():
        return None
    told = {name: getattr(row, name) for name in ("number", "issue", "sha256", "path")}
    return told | {"reason": event.detail if withdrawn else ""}


def _occurrence(connection: Connection, found: re.Match[str], event: EventRow) -> dict[str, Any]:
    """An occurrence has no edition yet; what awaits approval has the hash to approve."""
    it = tables.occurrence.c
    same = [getattr(it, name) == found[name] for name in ("schedule", "partnership", "period", "audience", "language")]
    still = [it.revision == int(found["revision"] or 1), it.fence == event.fence, it.state == State.AWAITING]
    sha256 = connection.execute(select(it.sha256).where(*same, *still)).scalar() if event.to_state == State.AWAITING else None
    return {"number": None, "issue": None, "sha256": sha256, "path": None, "reason": event.detail}


def _of(hook: str) -> ColumnElement[bool]:
    return _IT.episode.startswith(f"{HOOK}{hook}:") & ~_IT.episode.endswith(_SINCE)


def _since(hook: str) -> str:
    return f"{HOOK}{hook}{_SINCE}"
