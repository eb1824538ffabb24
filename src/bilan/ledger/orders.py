"""What did a person order? An order is as many occurrences as editions; its key makes the same order twice the same rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, func, select, update

from bilan.document import Identity
from bilan.errors import ConflictError, UsageError
from bilan.ledger import queue, tables, trail
from bilan.ledger.door import Door
from bilan.ledger.engine import one_at_a_time
from bilan.ledger.queue import insert_new
from bilan.ledger.records import Claim, Due, OccurrenceRow, Origin, State

_IT = tables.occurrence.c
ON_DEMAND = "on demand"  # a schedule's name holds no space
_KEY = re.compile(r"[A-Za-z0-9._:-]{1,150}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """An order: which editions, as of when, what was asked in words of the request (JSON), by whom, under which key if any."""

    editions: Sequence[tuple[Identity, date]]
    request: str
    actor: str
    key: str = ""


class Orders:
    """Orders on demand, through the ledger's door."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def place(self, wanted: Wanted, now: datetime) -> list[OccurrenceRow]:
        """Write an order down for whoever serves what is due; the same order under the same key again is no news.

        ConflictError where its key stands for another order.
        """
        with self._door.write() as connection:
            return place(connection, wanted, now)

    def begin(
        self, wanted: Wanted, now: datetime, owner: str, lease: timedelta, *, resumes: bool = False
    ) -> tuple[list[OccurrenceRow], list[Claim]]:
        """Place an order and take at once what is due of it, before anybody else looks: its occurrences, and the claims got.

        With `resumes` also what the same owner had taken: it is known to be lost, and its fence writes nothing more.
        """
        with self._door.write() as connection:
            rows = place(connection, wanted, now)
            return rows, take(connection, rows, now, owner, lease, resumes=resumes)

    def find(self, key: str) -> list[OccurrenceRow]:
        """The occurrences of the order a key stands for; none where it stands for nothing yet."""
        with self._door.read() as connection:
            return placed(connection, key)


def place(connection: Connection, wanted: Wanted, now: datetime) -> list[OccurrenceRow]:
    """Write an order down, or find the one its key stands for; ConflictError where that one asked for something else."""
    one_at_a_time(connection, "order")
    known = placed(connection, wanted.key) if wanted.key else []
    if known and known[0].request != wanted.request:
        hint = "take another key, or ask for the same"
        raise ConflictError(f"key '{wanted.key}'", f"stands for another order: {known[0].request}", hint)
    return known or _written(connection, wanted, now)


def placed(connection: Connection, key: str) -> list[OccurrenceRow]:
    """The occurrences of the order a key stands for; none where it stands for nothing yet."""
    if not _KEY.fullmatch(key):
        raise UsageError(f"key '{key[:150]}'", "cannot be used", "a key is 1 to 150 letters, digits, dots, colons, hyphens or underscores")
    return queue.occurrences(connection, _IT.idem_key.startswith(f"{key}#", autoescape=True))


def take(
    connection: Connection, rows: Sequence[OccurrenceRow], now: datetime, owner: str, lease: timedelta, *, resumes: bool = False
) -> list[Claim]:
    """The right to serve what is due of an order at once, before anybody else looks."""
    claims = []
    for row in rows:
        mine = (_IT.id == row.id) & (_IT.fence == row.fence)
        over = (_IT.lease_until <= now) | (_IT.owner == owner) if resumes else _IT.lease_until <= now
        left = (_IT.state == State.RUNNING) & over & _IT.sha256.is_(None)
        taken = update(tables.occurrence).where(mine, (_IT.state == State.DUE) | left).values(queue.taken_by(owner, now + lease))
        if connection.execute(taken).rowcount == 1:
            before = State.RUNNING if trail.lose_runs(connection, row.id, now) else State.DUE
            (found,) = queue.occurrences(connection, _IT.id == row.id)
            claims.append(queue.begun(connection, found, before, now))
    return claims


def _written(connection: Connection, wanted: Wanted, now: datetime) -> list[OccurrenceRow]:
    number = 1 + (connection.execute(select(func.max(_IT.revision)).where(_IT.schedule == ON_DEMAND)).scalar() or 0)
    for count, (identity, as_of) in enumerate(wanted.editions, 1):
        due = Due(ON_DEMAND, identity.partnership, identity.audience, identity.language, identity.period, now, number, as_of)
        values = queue.key(due) | {
            "due_at": now, "state": State.DUE, "owner": "", "fence": 0, "attempt": 0, "reason": "", "created_at": now,
            "origin": Origin.ON_DEMAND, "request": wanted.request, "idem_key": f"{wanted.key}#{count}" if wanted.key else None,
        }  # fmt: skip
        connection.execute(insert_new(connection, tables.occurrence).values(values))
        trail.note(connection, now, str(due), ("", State.DUE), (wanted.actor, 0), f"ordered as of {as_of.isoformat()}")
    return queue.occurrences(connection, (_IT.schedule == ON_DEMAND) & (_IT.revision == number))
