"""Who serves what is due? Occurrences planned, claimed with a lease and a fence, and finished."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Insert, Row, Table, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bilan.ledger import tables, trail
from bilan.ledger.records import Claim, Due, Missed, OccurrenceRow, Origin, State
from bilan.period import Period

_IT = tables.occurrence.c
OF_JOBS = "job-"
"""How the keys of orders begin that a job places."""
ALREADY = "issued already: "
"""What stands before the path where an occurrence needed no making."""


def insert_new(connection: Connection, table: Table) -> Insert:
    """An INSERT that leaves a row alone where its key is taken; add `.values(...)`."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()


def plan(connection: Connection, dues: Iterable[Due], now: datetime, held: Mapping[Due, str] | None = None) -> list[Due]:
    """Write a row for each that has none yet, due or held for the reason given; which were new."""
    new = []
    for due in sorted(dues, key=lambda one: (one.due_at, one.schedule, one.period, one.revision, str(one.identity))):
        reason = (held or {}).get(due, "")
        state = State.HELD if reason else State.DUE
        values = key(due) | {
            "due_at": due.due_at, "state": state, "owner": "", "fence": 0, "attempt": 0, "reason": reason, "created_at": now,
            "request": due.request,
        }  # fmt: skip
        statement = insert_new(connection, tables.occurrence).values(values).returning(_IT.id)
        if connection.execute(statement).scalar() is not None:
            trail.note(connection, now, str(due), ("", state), ("schedule", 0), reason or f"due {due.due_at.isoformat()}")
            new.append(due)
    return new


def claim(connection: Connection, now: datetime, owner: str, lease: timedelta, like: Due | None) -> Claim | None:
    """Take the earliest that is due, or whose lease ran out; `like` narrows to one schedule, partnership, period and revision."""
    first = select(_IT.id).where(_claimable(now), *_like(like)).order_by(_IT.due_at, _IT.id).limit(1).with_for_update(skip_locked=True)
    taken = (
        update(tables.occurrence)
        .where(_IT.id == first.scalar_subquery(), _claimable(now))
        .values(taken_by(owner, now + lease))
        .returning(*_IT)
    )
    row = connection.execute(taken).one_or_none()
    if row is None:
        return None
    found = _occurrence(row)
    before = State.RUNNING if trail.lose_runs(connection, found.id, now) else State.DUE
    return begun(connection, found, before, now)


def taken_by(owner: str, until: datetime) -> dict[str, object]:
    """What a claim writes into its occurrence: the fence rises, and older ones write nothing more."""
    counted = {"fence": _IT.fence + 1, "attempt": _IT.attempt + 1}
    return {"state": State.RUNNING, "owner": owner, "lease_until": until, "next_try_at": None, "reason": "", **counted}


def begun(connection: Connection, found: OccurrenceRow, before: State, now: datetime) -> Claim:
    """The claim of an occurrence just taken, with a run of its own."""
    run = trail.start_run(connection, now, found.owner, found.id)
    trail.note(connection, now, str(found.due), (before, State.RUNNING), (found.owner, found.fence), f"attempt {found.attempt}")
    return Claim(found.id, found.fence, found.attempt, run, found.owner, found.lease_until or now, found.due)


def finish(connection: Connection, mine: Claim, state: State, now: datetime, reason: str) -> bool:
    """Leave `running` for good, or go back to `due` uncounted; False where another worker took over or somebody cancelled it.

    What was cancelled meanwhile ends as cancelled, unless the worker says that it is issued: then it must not be.
    """
    values: dict[str, object] = {"attempt": _IT.attempt - 1} if state is State.DUE else {}
    if leave(connection, mine, State.RUNNING, (state, reason), now, values):
        return True
    if state is not State.ISSUED and leave(connection, mine, State.CANCELLING, (State.CANCELLED, reason), now):
        return state is State.CANCELLED
    held = (_IT.id == mine.occurrence) & (_IT.fence == mine.fence) & (_IT.state == state)
    return connection.execute(select(_IT.id).where(held)).scalar() is not None


def leave(
    connection: Connection, mine: Claim, before: State, to: tuple[State, str], now: datetime, more: Mapping[str, object] | None = None
) -> bool:
    """Let a claim's occurrence go from one state to another, for a reason, and end its run; False where it is not so any more."""
    held = (_IT.id == mine.occurrence) & (_IT.fence == mine.fence) & (_IT.state == before)
    values = {"state": to[0], "reason": to[1], "lease_until": None, **(more or {})}
    if connection.execute(update(tables.occurrence).where(held).values(values)).rowcount != 1:
        return False
    trail.end_run(connection, mine.run, to[0], now, to[1])
    trail.note(connection, now, str(mine.due), (before, to[0]), (mine.owner, mine.fence), to[1])
    return True


def give_up(connection: Connection, now: datetime, attempts: int) -> int:
    """Fail what killed its worker too often, and end what was cancelled and lost its worker; how many."""
    cancelled = (_IT.state == State.CANCELLING) & (_IT.lease_until <= now)
    ended = _move(connection, cancelled, (State.CANCELLED, "cancelled; its worker never answered"), now)
    reason = f"given up: {attempts} runs began and none came to an end"
    return ended + _move(connection, _expired(now) & (_IT.attempt >= attempts), (State.FAILED, reason), now)


def settle(connection: Connection, now: datetime) -> list[tuple[Due, int]]:
    """Mark as issued what is due and has an edition made since it fell due, by hand or by a worker lost just after: what, and which."""
    that = tables.edition.c
    same = [that.partnership == _IT.partnership, that.period == _IT.period, that.audience == _IT.audience, that.language == _IT.language]
    same += [that.issued_at >= _IT.due_at, _IT.as_of.is_(None) | (_IT.as_of == that.as_of), that.state == State.ISSUED]
    query = select(_IT.id, _IT.due_at, that.path, that.issued_on, that.id.label("edition")).where(_claimable(now), *same)
    served = {row.id: row for row in connection.execute(query.order_by(that.issue)) if row.issued_on >= row.due_at.date()}
    for one, row in served.items():
        _move(connection, _claimable(now) & (_IT.id == one), (State.ISSUED, f"{ALREADY}{row.path}"), now)
    return [(row.due, served[row.id].edition) for row in occurrences(connection, _IT.id.in_(served))]


def skip_missed(connection: Connection, now: datetime, policies: Mapping[str, Missed]) -> int:
    """Skip what waits and was missed, as the policy of its schedule (`latest` for one not named) has it; how many.

    What a person ordered or released is not missed.
    """
    scheduled = _claimable(now) & (_IT.origin == Origin.SCHEDULED)
    others = [name for name, one in policies.items() if one.policy != "latest"]
    latest = scheduled & _IT.schedule.not_in(others) & _later(now)
    count = _move(connection, latest, (State.SKIPPED, "missed: a later occurrence of this schedule is due by now"), now)
    for name, one in policies.items():
        if one.policy == "skip":
            late = scheduled & (_IT.schedule == name) & (_IT.due_at < now - one.grace)
            count += _move(connection, late, (State.SKIPPED, "missed: more than the grace of its schedule went by since it fell due"), now)
    return count


def _later(now: datetime) -> ColumnElement[bool]:
    """Is another occurrence of the same schedule and partnership due by now, and after this one?"""
    that = tables.occurrence.alias().c
    same = (that.schedule == _IT.schedule) & (that.partnership == _IT.partnership) & (that.due_at <= now)
    further = (that.period > _IT.period) | ((that.period == _IT.period) & (that.revision > _IT.revision))
    return select(that.id).where(same, (that.due_at > _IT.due_at) | ((that.due_at == _IT.due_at) & further)).exists()


def planned_until(connection: Connection, now: datetime) -> dict[str, datetime]:
    """For each schedule the last instant up to now for which occurrences were written."""
    mine = (_IT.origin != Origin.ON_DEMAND) & (_IT.due_at <= now)
    rows = connection.execute(select(_IT.schedule, func.max(_IT.due_at).label("until")).where(mine).group_by(_IT.schedule))
    return {row.schedule: row.until for row in rows}


def requests(connection: Connection, schedule: str, partnership: str, period: Period) -> dict[int, str | None]:
    """What was written with each revision of a schedule's period, by revision."""
    mine = (_IT.schedule == schedule) & (_IT.partnership == partnership) & (_IT.period == str(period))
    return {row.revision: row.request for row in connection.execute(select(_IT.revision, _IT.request).where(mine).order_by(_IT.revision))}


def abandoned(connection: Connection, now: datetime) -> bool:
    """Is there a run whose lease ran out?"""
    running = _IT.state.in_((State.RUNNING, State.CANCELLING)) & (_IT.lease_until <= now)
    return connection.execute(select(_IT.id).where(running).limit(1)).scalar() is not None


def occurrences(connection: Connection, *which: ColumnElement[bool]) -> list[OccurrenceRow]:
    """Occurrences in the order they fall due."""
    query = select(tables.occurrence).where(*which).order_by(_IT.due_at, _IT.id)
    return [_occurrence(row) for row in connection.execute(query)]


def _move(connection: Connection, which: ColumnElement[bool], to: tuple[State, str], now: datetime) -> int:
    rows = connection.execute(select(tables.occurrence).where(which).with_for_update()).all()
    for found in map(_occurrence, rows):
        values = {"state": to[0], "reason": to[1], "fence": found.fence + 1, "lease_until": None}
        connection.execute(update(tables.occurrence).where(_IT.id == found.id).values(values))
        trail.lose_runs(connection, found.id, now)
        trail.note(connection, now, str(found.due), (found.state, to[0]), ("ledger", found.fence + 1), to[1])
    return len(rows)


def _expired(now: datetime) -> ColumnElement[bool]:
    return (_IT.state == State.RUNNING) & (_IT.lease_until <= now)


def _claimable(now: datetime) -> ColumnElement[bool]:
    """Due and not put off, or left behind; what was approved is never made anew, and what belongs to a job is that job's."""
    waits = (_IT.state == State.DUE) & (_IT.next_try_at.is_(None) | (_IT.next_try_at <= now))
    free = _IT.idem_key.is_(None) | ~_IT.idem_key.startswith(OF_JOBS)
    return (_IT.due_at <= now) & _IT.sha256.is_(None) & (waits | _expired(now)) & free


def _like(due: Due | None) -> list[ColumnElement[bool]]:
    if due is None:
        return []
    same = (_IT.schedule == due.schedule) & (_IT.partnership == due.partnership)
    return [same, _IT.period == str(due.period), _IT.revision == due.revision]


def key(due: Due) -> dict[str, object]:
    """The columns that say what is due."""
    names = ("schedule", "partnership", "audience", "language", "revision", "as_of")
    return {name: getattr(due, name) for name in names} | {"period": str(due.period)}


def _occurrence(row: Row[tuple[object, ...]]) -> OccurrenceRow:
    period = Period.parse(row.period)
    due = Due(row.schedule, row.partnership, row.audience, row.language, period, row.due_at, row.revision, row.as_of, row.request)
    names = (
        "id", "owner", "fence", "lease_until", "attempt", "reason", "created_at", "idem_key", "request", "next_try_at", "approvals",
        "sha256", "manifest_sha256",
    )  # fmt: skip
    return OccurrenceRow(due=due, state=State(row.state), origin=Origin(row.origin), **{name: getattr(row, name) for name in names})
