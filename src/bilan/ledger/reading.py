"""What can be read from the ledger? How things stand and how they came to it; nothing here changes anything."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Connection, func, select

from bilan.document import Identity
from bilan.ledger import issues, queue, tables, ticks, trail
from bilan.ledger.door import Door
from bilan.ledger.records import Before, EditionRow, EventRow, OccurrenceRow, RunRow, State
from bilan.period import Period


@dataclass(frozen=True, slots=True)
class Tally:
    """Occurrences by schedule and state, editions by partnership and state, deliveries by channel and state."""

    occurrences: Mapping[tuple[str, str], int]
    editions: Mapping[tuple[str, str], int]
    deliveries: Mapping[tuple[str, str], int]


def counted(connection: Connection, *by: Column[str]) -> dict[tuple[str, str], int]:
    """How many rows there are of each pair."""
    first, second = by
    query = select(first, second, func.count()).group_by(first, second).order_by(first, second)
    return {(one, two): count for one, two, count in connection.execute(query)}


class Reading:
    """The reading half of the ledger."""

    _door: Door

    def before(self, now: datetime) -> Before:
        """How things stand before a pass at a time."""
        with self._door.read() as connection:
            return Before(queue.planned_until(connection, now), ticks.last(connection), queue.abandoned(connection, now))

    def requests(self, schedule: str, partnership: str, period: Period) -> dict[int, str | None]:
        """What was written with each revision of a schedule's period, by revision."""
        with self._door.read() as connection:
            return queue.requests(connection, schedule, partnership, period)

    def abandoned(self, now: datetime) -> bool:
        """Did a worker let its lease run out?"""
        with self._door.read() as connection:
            return queue.abandoned(connection, now)

    def tally(self) -> Tally:
        """How many there are of everything, by state."""
        it, row = tables.occurrence.c, tables.outbox.c
        with self._door.read() as connection:
            return Tally(
                counted(connection, it.schedule, it.state),
                counted(connection, tables.edition.c.partnership, tables.edition.c.state),
                counted(connection, row.channel, row.state),
            )

    def number_for(self, partnership: str, period: Period) -> int:
        """The edition number of a partnership's period: the one it has, else the next (1 for the first)."""
        with self._door.read() as connection:
            return issues.number_for(connection, partnership, period)

    def next_issue(self, identity: Identity) -> int:
        """The issue a new edition of this identity would be."""
        with self._door.read() as connection:
            return issues.next_issue(connection, identity)

    def find(self, identity: Identity, key: str) -> EditionRow | None:
        """The edition made of exactly these inputs, if it is out."""
        with self._door.read() as connection:
            return issues.find(connection, identity, key)

    def editions(self, partnership: str | None = None, since: datetime | None = None) -> list[EditionRow]:
        """Editions by period, audience, language and issue; `since`: issued or settled then or later."""
        with self._door.read() as connection:
            return issues.editions(connection, partnership, since)

    def occurrences(self, partnership: str | None = None, states: Collection[State] = ()) -> list[OccurrenceRow]:
        """Occurrences in the order they fall due, all or those in certain states."""
        which = [] if partnership is None else [tables.occurrence.c.partnership == partnership]
        which += [tables.occurrence.c.state.in_(states)] if states else []
        with self._door.read() as connection:
            return queue.occurrences(connection, *which)

    def fell_due(self, since: datetime, until: datetime) -> list[OccurrenceRow]:
        """Occurrences that fall due from one instant on and before another."""
        due_at = tables.occurrence.c.due_at
        with self._door.read() as connection:
            return queue.occurrences(connection, (due_at >= since) & (due_at < until))

    def occurrence(self, number: int) -> OccurrenceRow | None:
        """One occurrence as it stands."""
        with self._door.read() as connection:
            return next(iter(queue.occurrences(connection, tables.occurrence.c.id == number)), None)

    def runs(self) -> list[RunRow]:
        """All runs, oldest first."""
        with self._door.read() as connection:
            return trail.runs(connection)

    def events(self, subject: str | None = None) -> list[EventRow]:
        """All events, or those of one subject, oldest first."""
        with self._door.read() as connection:
            return trail.events(connection, subject)

    def latest_events(self, subject: str | None = None, before: int | None = None, most: int = 50) -> list[EventRow]:
        """Events, newest first: all or those of one subject, older than a number."""
        with self._door.read() as connection:
            return trail.latest(connection, subject, before, most)
