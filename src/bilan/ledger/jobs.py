"""What was asked for through page or API, and how far is it? Jobs: taken in turn, fairly, by one worker at a time."""

import json
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select, update

from bilan.errors import CancelledError, ConflictError, TakenOverError, UsageError
from bilan.ledger import tables, trail
from bilan.ledger.door import Door
from bilan.ledger.engine import one_at_a_time
from bilan.ledger.job_records import OPEN, Asked, FullError, JobRow, JobState, Most
from bilan.ledger.queue import insert_new

_IT = tables.job.c
LEASE = timedelta(minutes=5)
ATTEMPTS = 3
REMEMBERED = 20
"""How many ended jobs of a kind tell how long the next one takes."""


class Jobs:
    """Jobs through the ledger's door."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def place(self, asked: Asked, now: datetime, most: Most | None = None) -> tuple[JobRow, bool]:
        """Write a job down, and whether it is new: the same request under the same key of the same person is the same job.

        ConflictError where the key stands for another request, FullError where too many are open.
        """
        with self._door.write() as connection:
            return _placed(connection, asked, now, most or Most())

    def take(self, now: datetime, owner: str, lease: timedelta = LEASE) -> JobRow | None:
        """The job whose turn it is, or one whose worker was lost: whose person was served longest ago comes first; None where none waits."""
        with self._door.write() as connection:
            return _taken(connection, now, owner, lease)

    def tell(self, job: JobRow, stage: str, subject: str, done: float, now: datetime) -> None:
        """Write how far a job is and keep it for another lease; CancelledError where it was called off, TakenOverError where lost."""
        values = {"stage": stage, "subject": subject[:300], "done": done, "lease_until": now + LEASE}
        with self._door.write() as connection:
            if connection.execute(update(tables.job).where(_mine(job), _IT.state == JobState.RUNNING).values(values)).rowcount != 1:
                raise _lost(connection, job)

    def finish(self, job: JobRow, state: JobState, now: datetime, reason: str = "", result: object = None) -> bool:
        """End a job, or give it back as waiting; False where it is ours no more."""
        return self._door.sure(lambda connection: _finished(connection, job, (state, reason, result), now))

    def cancel(self, name: str, by: str, now: datetime) -> JobRow:
        """Call a job off: one that waits at once, one that runs at its next step; ConflictError where it has ended."""
        with self._door.write() as connection:
            return _cancelled(connection, name, by, now)

    def find(self, name: str) -> JobRow:
        """One job; UsageError where there is none of that name."""
        with self._door.read() as connection:
            return _found(connection, name)

    def rows(self, actor: str | None = None, states: Collection[JobState] = (), before: int | None = None, most: int = 50) -> list[JobRow]:
        """Jobs, newest first: of one person or all, in certain states, older than a number."""
        which = [_IT.actor == actor] if actor is not None else []
        which += [_IT.state.in_(states)] if states else []
        which += [_IT.id < before] if before is not None else []
        with self._door.read() as connection:
            query = select(tables.job).where(*which).order_by(_IT.id.desc()).limit(most)
            return [_row(one) for one in connection.execute(query)]

    def ahead(self, job: JobRow) -> int:
        """How many jobs come before one that waits, running ones among them."""
        if job.state is not JobState.WAITING:
            return 0
        with self._door.read() as connection:
            running = connection.execute(select(func.count()).where(_IT.state.in_(OPEN), _IT.state != JobState.WAITING)).scalar_one()
            waiting = connection.execute(select(_IT.id, _IT.actor, _served()).where(_IT.state == JobState.WAITING))
            order = turns([(number, actor, at) for number, actor, at in waiting])
        return int(running) + (order.index(job.id) if job.id in order else 0)

    def usual(self, kind: str) -> float | None:
        """How many seconds a job of a kind took in the middle of the last ones that came to a result; None where none has yet."""
        ended = (_IT.kind == kind) & _IT.state.in_((JobState.DONE, JobState.HELD, JobState.AWAITING))
        with self._door.read() as connection:
            query = select(_IT.started_at, _IT.ended_at).where(ended).order_by(_IT.id.desc()).limit(REMEMBERED)
            took = sorted((row.ended_at - row.started_at).total_seconds() for row in connection.execute(query) if row.started_at)
        return took[len(took) // 2] if took else None


def _placed(connection: Connection, asked: Asked, now: datetime, most: Most) -> tuple[JobRow, bool]:
    one_at_a_time(connection, "job")
    text = json.dumps(asked.request, ensure_ascii=False, sort_keys=True)
    same = (_IT.actor == asked.actor) & (_IT.idem_key == asked.key)
    if asked.key and (known := connection.execute(select(tables.job).where(same)).one_or_none()):
        if (known.kind, known.request) != (asked.kind, text):
            hint = "take another key, or ask for the same"
            raise ConflictError(f"key '{asked.key}'", f"stands for another request: {known.kind} {known.request}", hint)
        return _row(known), False
    _room(connection, asked, most)
    values = {
        "name": asked.name, "kind": asked.kind, "actor": asked.actor, "idem_key": asked.key or None, "request": text,
        "state": JobState.WAITING, "owner": "", "fence": 0, "attempt": 0, "stage": "", "subject": "", "done": 0.0, "result": "null",
        "reason": "", "created_at": now,
    }  # fmt: skip
    connection.execute(insert_new(connection, tables.job).values(values))
    trail.note(connection, now, f"job {asked.name}", ("", JobState.WAITING), (asked.actor, 0), f"{asked.kind} {text}")
    return _found(connection, asked.name), True


def _room(connection: Connection, asked: Asked, most: Most) -> None:
    """FullError where one more is too many."""
    counted = connection.execute(select(_IT.actor, func.count()).where(_IT.state.in_(OPEN)).group_by(_IT.actor))
    open_by = {actor: count for actor, count in counted}  # noqa: C416  a row is no pair to `dict`
    mine, every = open_by.get(asked.actor, 0), sum(open_by.values())
    if mine >= most.of_one:
        raise FullError("queue", f"{mine} jobs of {asked.actor} are open, no more than {most.of_one} may be", 15.0)
    if every >= most.of_all:
        raise FullError("queue", f"{every} jobs are open, no more than {most.of_all} may be", 30.0)


def _served() -> ColumnElement[Any]:
    """When a job of the same person was last taken; nothing where none was."""
    that = tables.job.alias().c
    return select(func.max(that.started_at)).where(that.actor == _IT.actor).correlate(tables.job).scalar_subquery()


def turns(waiting: list[tuple[int, str, datetime | None]]) -> list[int]:
    """In which order jobs (number, person, when one of theirs was last taken) will be taken: each person in turn, then who asked first."""
    last: dict[str, tuple[int, datetime | int]] = {actor: (1, at) if at else (0, 0) for _, actor, at in waiting}
    left, order = sorted(waiting), []
    while left:
        number, actor, _ = chosen = min(left, key=lambda one: (last[one[1]], one[0]))
        left.remove(chosen)
        order.append(number)
        last[actor] = (2, len(order))
    return order


def _taken(connection: Connection, now: datetime, owner: str, lease: timedelta) -> JobRow | None:
    for left in connection.execute(select(tables.job).where(_left(now)).with_for_update()).all():
        _end_lost(connection, _row(left), now)
    free = _IT.state == JobState.WAITING
    first = select(_IT.id).where(free).order_by(_served().asc().nulls_first(), _IT.id).limit(1).with_for_update(skip_locked=True)
    values = {
        "state": JobState.RUNNING, "owner": owner, "fence": _IT.fence + 1, "attempt": _IT.attempt + 1, "lease_until": now + lease,
        "started_at": now, "stage": "", "subject": "", "done": 0.0,
    }  # fmt: skip
    taken = update(tables.job).where(_IT.id == first.scalar_subquery(), free).values(values).returning(*_IT)
    row = connection.execute(taken).one_or_none()
    if row is None:
        return None
    job = _row(row)
    trail.note(connection, now, f"job {job.name}", (JobState.WAITING, job.state), (owner, job.fence), f"attempt {job.attempt}")
    return job


def _left(now: datetime) -> ColumnElement[bool]:
    """Is its worker lost?"""
    return _IT.state.in_((JobState.RUNNING, JobState.CANCELLING)) & (_IT.lease_until <= now)


def _end_lost(connection: Connection, job: JobRow, now: datetime) -> None:
    """A job whose worker is gone waits again; or it ends, called off or tried too often."""
    if job.state is JobState.CANCELLING:
        _left_as(connection, job, (JobState.CANCELLED, "cancelled; its worker never answered", None), now)
    elif job.attempt >= ATTEMPTS:
        _left_as(connection, job, (JobState.FAILED, f"given up: {job.attempt} workers were lost over it", None), now)
    else:
        _left_as(connection, job, (JobState.WAITING, "its worker was lost", None), now)


def _finished(connection: Connection, job: JobRow, end: tuple[JobState, str, object], now: datetime) -> bool:
    now_is = connection.execute(select(tables.job).where(_mine(job))).one_or_none()
    if now_is is None or now_is.state not in (JobState.RUNNING, JobState.CANCELLING):
        return now_is is not None and now_is.state == end[0]
    if now_is.state == JobState.CANCELLING and end[0] is JobState.WAITING:
        end = (JobState.CANCELLED, end[1], end[2])
    _left_as(connection, _row(now_is), end, now)
    return True


def _left_as(connection: Connection, job: JobRow, end: tuple[JobState, str, object], now: datetime) -> None:
    state, reason, result = end
    ended = None if state is JobState.WAITING else now
    values: dict[str, object] = {"state": state, "reason": reason, "lease_until": None, "ended_at": ended}
    values |= {"result": json.dumps(result, ensure_ascii=False)} if result is not None else {}
    values |= {"done": 1.0} if state is JobState.DONE else {}
    connection.execute(update(tables.job).where(_IT.id == job.id).values(values))
    trail.note(connection, now, f"job {job.name}", (job.state, state), (job.owner or "ledger", job.fence), reason)


def _cancelled(connection: Connection, name: str, by: str, now: datetime) -> JobRow:
    job = _found(connection, name)
    if job.state in (JobState.CANCELLED, JobState.CANCELLING):
        return job
    if not job.open:
        raise ConflictError(f"job {name}", f"has ended: {job.state}", "there is nothing to cancel")
    state = JobState.CANCELLED if job.state is JobState.WAITING else JobState.CANCELLING
    values = {"state": state, "reason": f"cancelled by {by}"} | ({"ended_at": now} if state is JobState.CANCELLED else {})
    if connection.execute(update(tables.job).where(_mine(job), _IT.state == job.state).values(values)).rowcount != 1:
        raise ConflictError(f"job {name}", "has just changed", "look at it again")
    trail.note(connection, now, f"job {name}", (job.state, state), (by, job.fence), "")
    return _found(connection, name)


def _mine(job: JobRow) -> ColumnElement[bool]:
    return (_IT.id == job.id) & (_IT.fence == job.fence)


def _lost(connection: Connection, job: JobRow) -> CancelledError | TakenOverError:
    called_off = _mine(job) & _IT.state.in_((JobState.CANCELLING, JobState.CANCELLED))
    reason = connection.execute(select(_IT.reason).where(called_off)).scalar()
    if reason is not None:
        return CancelledError(f"job {job.name}", reason or "was cancelled", "ask for it again if it is wanted")
    return TakenOverError(f"job {job.name}", "was taken over by another worker", "nothing to do: that one goes on with it")


def _found(connection: Connection, name: str) -> JobRow:
    row = connection.execute(select(tables.job).where(_IT.name == name)).one_or_none()
    if row is None:
        raise UsageError(f"job '{name[:80]}'", "is not there", "the list of jobs tells which there are")
    return _row(row)


def _row(row: Row[Any]) -> JobRow:
    names = (
        "id", "name", "kind", "actor", "owner", "fence", "attempt", "stage", "subject", "done", "reason", "created_at", "started_at",
        "ended_at",
    )  # fmt: skip
    told = {"key": row.idem_key or "", "request": json.loads(row.request), "state": JobState(row.state), "result": json.loads(row.result)}
    return JobRow(**{name: getattr(row, name) for name in names}, **told)
