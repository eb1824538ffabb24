"""Who approved what? Persons approve the hash of an edition that is built and waits; once enough have, just those bytes are issued."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Row, func, select, update

from bilan.errors import ConflictError
from bilan.ledger import acts, leases, queue, tables, trail
from bilan.ledger.door import Door
from bilan.ledger.queue import insert_new
from bilan.ledger.records import Claim, OccurrenceRow, State

_IT = tables.occurrence.c
_THAT = tables.approval.c
SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Built:
    """What waits: the hashes of PDF and manifest, and how many persons must approve them."""

    sha256: str
    manifest_sha256: str
    approvals: int


@dataclass(frozen=True, slots=True)
class Approval:
    """One person's word on one hash."""

    occurrence: int
    sha256: str
    manifest_sha256: str
    person: str
    at: datetime


class Approvals:
    """What awaits approval, and who approved it, through the ledger's door."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def wait(self, claim: Claim, built: Built, now: datetime) -> None:
        """End a claim as awaiting approval; TakenOverError or CancelledError where the claim is ours no more."""

        def ended(connection: Connection) -> None:
            if not wait(connection, claim, built, now):
                raise leases.lost(connection, claim)

        self._door.sure(ended)

    def approve(self, occurrence: int, sha256: str, person: str, now: datetime) -> tuple[OccurrenceRow, int]:
        """Write down that a person approves a hash; the occurrence, and how many persons have approved by now."""
        with self._door.write() as connection:
            return approve(connection, occurrence, sha256, person, now)

    def claim(self, now: datetime, owner: str, lease: timedelta, occurrence: int | None = None) -> Claim | None:
        """The right to issue something that enough persons approved; None where there is nothing."""
        with self._door.write() as connection:
            return claim(connection, now, owner, lease, occurrence)

    def waits(self) -> bool:
        """Is there anything built that is not issued yet?"""
        with self._door.read() as connection:
            mine = _IT.sha256.is_not(None) & _IT.state.in_((State.AWAITING, State.DUE, State.RUNNING))
            return connection.execute(select(_IT.id).where(mine).limit(1)).scalar() is not None

    def given(self, occurrence: int) -> list[Approval]:
        """Who approved what of an occurrence, in order."""
        with self._door.read() as connection:
            return approvals(connection, occurrence)


def wait(connection: Connection, mine: Claim, built: Built, now: datetime) -> bool:
    """End a claim as awaiting approval, in place of what awaited it for the same edition; False where the claim is ours no more."""
    values = {"sha256": built.sha256, "manifest_sha256": built.manifest_sha256, "approvals": built.approvals, "attempt": 0}
    persons = "1 person" if built.approvals == 1 else f"{built.approvals} persons"
    told = f"awaits approval by {persons} of {built.sha256[:16]}"
    if not queue.leave(connection, mine, State.RUNNING, (State.AWAITING, told), now, values):
        return _waits(connection, mine, built)
    due = mine.due
    same = (_IT.partnership == due.partnership) & (_IT.audience == due.audience) & (_IT.language == due.language)
    older = same & (_IT.period == str(due.period)) & (_IT.state == State.AWAITING) & (_IT.id != mine.occurrence)
    for row in queue.occurrences(connection, older):
        acts.act(connection, acts.Act.CANCEL, row.id, (mine.owner, "a later edition awaits approval in its place"), now)
    return True


def approve(connection: Connection, occurrence: int, sha256: str, person: str, now: datetime) -> tuple[OccurrenceRow, int]:
    """Write down that a person approves a hash (its beginning is enough); the occurrence and how many have by now.

    The same again is no news. ConflictError where nothing awaits approval, or something else does.
    """
    row = acts.found(connection, occurrence)
    where = str(row.due)
    if row.sha256 is None or row.manifest_sha256 is None:
        raise ConflictError(where, f"is {row.state}: nothing awaits approval", "`bilan status` shows what does")
    if len(sha256) < SHORTEST or not row.sha256.startswith(sha256.lower()):
        hint = f"look at it again, then approve {row.sha256[:16]}"
        raise ConflictError(where, f"awaits approval of {row.sha256[:16]}, not of '{sha256[:64]}'", hint)
    given = {"occurrence_id": row.id, "sha256": row.sha256, "person": person}
    values = given | {"manifest_sha256": row.manifest_sha256, "at": now}
    new = insert_new(connection, tables.approval).values(values).returning(_THAT.id)
    if row.state is State.AWAITING and connection.execute(new).scalar() is not None:
        detail = f"approved {row.sha256[:16]}"
        trail.note(connection, now, where, (row.state, row.state), (person, row.fence), detail)
    return row, _given(connection, row)


def claim(connection: Connection, now: datetime, owner: str, lease: timedelta, occurrence: int | None = None) -> Claim | None:
    """The right to issue something that enough persons approved, the earliest or the one named; None where there is none."""
    mine = (_THAT.occurrence_id == _IT.id) & (_THAT.sha256 == _IT.sha256)
    enough = select(func.count()).where(mine).scalar_subquery() >= _IT.approvals
    left = (_IT.state == State.RUNNING) & (_IT.lease_until <= now)
    again = (_IT.state == State.DUE) & (_IT.next_try_at <= now)
    ready = _IT.sha256.is_not(None) & enough & ((_IT.state == State.AWAITING) | again | left)
    which: list[ColumnElement[bool]] = [] if occurrence is None else [_IT.id == occurrence]
    first = select(_IT.id).where(ready, *which).order_by(_IT.due_at, _IT.id).limit(1).with_for_update(skip_locked=True)
    taken = update(tables.occurrence).where(_IT.id == first.scalar_subquery(), ready).values(queue.taken_by(owner, now + lease))
    number = connection.execute(taken.returning(_IT.id)).scalar()
    if number is None:
        return None
    (row,) = queue.occurrences(connection, _IT.id == number)
    before = State.RUNNING if trail.lose_runs(connection, row.id, now) else State.AWAITING
    return queue.begun(connection, row, before, now)


def approvals(connection: Connection, occurrence: int) -> list[Approval]:
    """Who approved what of an occurrence, in order."""
    query = select(tables.approval).where(_THAT.occurrence_id == occurrence).order_by(_THAT.id)
    return [_approval(row) for row in connection.execute(query)]


def _waits(connection: Connection, mine: Claim, built: Built) -> bool:
    """Does a claim's occurrence wait already with just these bytes?"""
    same = (_IT.id == mine.occurrence) & (_IT.fence == mine.fence) & (_IT.state == State.AWAITING)
    return connection.execute(select(_IT.id).where(same, _IT.manifest_sha256 == built.manifest_sha256)).scalar() is not None


def _given(connection: Connection, row: OccurrenceRow) -> int:
    mine = (_THAT.occurrence_id == row.id) & (_THAT.sha256 == row.sha256)
    count: int = connection.execute(select(func.count()).where(mine)).scalar_one()
    return count


def _approval(row: Row[tuple[object, ...]]) -> Approval:
    return Approval(row.occurrence_id, row.sha256, row.manifest_sha256, row.person, row.at)
