"""What happened? Runs begun and ended, and the events nobody can alter."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, Row, insert, select, update

from bilan.ledger import tables
from bilan.ledger.records import EventRow, RunRow, State


def note(connection: Connection, at: datetime, subject: str, change: tuple[str, str], by: tuple[str, int], detail: str = "") -> None:
    """Write one event: `change` is from which state to which, `by` the actor and its fence."""
    values = {
        "at": at,
        "subject": subject,
        "from_state": change[0],
        "to_state": change[1],
        "actor": by[0],
        "fence": by[1],
        "detail": detail,
    }
    connection.execute(insert(tables.event).values(values))


def note_all(connection: Connection, at: datetime, details: Mapping[str, str], change: tuple[str, str], by: str) -> None:
    """Write the same event of many subjects, each with its detail."""
    same = {"at": at, "from_state": change[0], "to_state": change[1], "actor": by, "fence": 0}
    if details:
        connection.execute(insert(tables.event), [same | {"subject": subject, "detail": told} for subject, told in details.items()])


def start_run(connection: Connection, now: datetime, actor: str, occurrence: int | None) -> int:
    """Begin a run and get its number."""
    values = {"occurrence_id": occurrence, "started_at": now, "state": State.RUNNING, "actor": actor, "reason": ""}
    number: int = connection.execute(insert(tables.run).values(values).returning(tables.run.c.id)).scalar_one()
    return number


def end_run(connection: Connection, run: int, state: State, now: datetime, reason: str) -> bool:
    """End a run once; False where it had ended."""
    mine = (tables.run.c.id == run) & tables.run.c.ended_at.is_(None)
    return connection.execute(update(tables.run).where(mine).values(state=state, ended_at=now, reason=reason)).rowcount == 1


def lose_runs(connection: Connection, occurrence: int, now: datetime) -> bool:
    """Close the runs of an occurrence whose worker is gone; tells whether there was one."""
    open_runs = (tables.run.c.occurrence_id == occurrence) & tables.run.c.ended_at.is_(None)
    closed = update(tables.run).where(open_runs).values(state=State.LOST, ended_at=now, reason="the lease ran out")
    return connection.execute(closed).rowcount > 0


def runs(connection: Connection) -> list[RunRow]:
    """All runs, oldest first."""
    return [_run(row) for row in connection.execute(select(tables.run).order_by(tables.run.c.id))]


def events(connection: Connection, subject: str | None) -> list[EventRow]:
    """All events, or those of one subject, oldest first."""
    query = select(tables.event).order_by(tables.event.c.id)
    if subject is not None:
        query = query.where(tables.event.c.subject == subject)
    return [event_of(row) for row in connection.execute(query)]


def latest(connection: Connection, subject: str | None, before: int | None, most: int) -> list[EventRow]:
    """Events, newest first: all or those of one subject, older than a number."""
    it = tables.event.c
    query = select(tables.event).order_by(it.id.desc()).limit(most)
    query = query if subject is None else query.where(it.subject == subject)
    return [event_of(row) for row in connection.execute(query if before is None else query.where(it.id < before))]


def _run(row: Row[tuple[object, ...]]) -> RunRow:
    return RunRow(row.id, row.occurrence_id, row.started_at, row.ended_at, State(row.state), row.actor, row.reason)


def event_of(row: Row[tuple[object, ...]]) -> EventRow:
    """A row of the log."""
    return EventRow(row.id, row.at, row.subject, row.from_state, row.to_state, row.actor, row.fence, row.detail)
