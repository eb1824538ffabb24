"""Is the work still ours, and when is it tried again? Leases renewed, and transient failures put off."""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import Connection, select, update

from bilan.errors import CancelledError, TakenOverError
from bilan.ledger import queue, tables
from bilan.ledger.records import Claim, State

_IT = tables.occurrence.c
LEASE = timedelta(minutes=30)
FIRST_WAIT = timedelta(seconds=30)
ATTEMPTS = 6
_JITTER = 0.5


def renew(connection: Connection, mine: Claim, now: datetime, lease: timedelta) -> None:
    """Keep a claim for another lease; TakenOverError where another worker did, CancelledError where somebody called it off."""
    held = (_IT.id == mine.occurrence) & (_IT.fence == mine.fence)
    still = update(tables.occurrence).where(held, _IT.state == State.RUNNING).values(lease_until=now + lease)
    if connection.execute(still).rowcount != 1:
        raise lost(connection, mine)


def lost(connection: Connection, mine: Claim) -> TakenOverError | CancelledError:
    """Why a claim is ours no more: cancelled by a person, or taken over."""
    held = (_IT.id == mine.occurrence) & (_IT.fence == mine.fence) & _IT.state.in_((State.CANCELLING, State.CANCELLED))
    cancelled = connection.execute(select(_IT.reason).where(held)).scalar()
    if cancelled is not None:
        return CancelledError(str(mine.due), f"was cancelled: {cancelled}", "`bilan retry` takes it up again")
    return TakenOverError(str(mine.due), "was taken over by another process", "nothing to do: that process issues it")


def put_off(connection: Connection, mine: Claim, now: datetime, reason: str, chance: float) -> State | None:
    """Give a claim back to be tried again later, or fail it after the last attempt; how it ended, None where it is ours no more.

    `chance` is from 0 up to 1: two workers that failed together come back apart.
    """
    told, more = f"attempt {mine.attempt} failed: {reason}", {"next_try_at": now + wait(mine.attempt, chance)}
    last = mine.attempt >= ATTEMPTS
    to = (State.FAILED, f"given up after {mine.attempt} attempts: {reason}") if last else (State.DUE, told)
    if queue.leave(connection, mine, State.RUNNING, to, now, {} if last else more):
        return to[0]
    return State.CANCELLED if queue.leave(connection, mine, State.CANCELLING, (State.CANCELLED, reason), now) else None


def wait(attempt: int, chance: float) -> timedelta:
    """How long to wait after an attempt (1 for the first): 30 s, twice that each time, and up to half as much more by chance."""
    return FIRST_WAIT * (1 << (attempt - 1)) * (1 + _JITTER * chance)


def chance_of(mine: Claim) -> float:
    """A number from 0 up to 1 that is another for every claim, and the same whenever it is worked out."""
    return int.from_bytes(hashlib.sha256(f"{mine.owner}|{mine.occurrence}|{mine.fence}".encode()).digest()[:6]) / 2**48
