"""What may a person do to an occurrence? Hold it, release it, try it again, call it off; each said twice is no news."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, select, update

from bilan.errors import ConflictError, UsageError
from bilan.ledger import queue, tables, trail
from bilan.ledger.records import OccurrenceRow, Origin, State

_IT = tables.occurrence.c
_AFRESH: Mapping[str, object] = {
    "attempt": 0, "next_try_at": None, "approvals": 0, "sha256": None, "manifest_sha256": None, "origin": Origin.RELEASED,
}  # fmt: skip


class Act(StrEnum):
    """What a person does."""

    HOLD = "hold"
    RELEASE = "release"
    RETRY = "retry"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class _Rule:
    """From which state to which an act leads, and in which it is done already."""

    ways: Mapping[State, State]
    done: tuple[State, ...]
    hint: str


_AGAIN = "`bilan build` makes another, and `bilan correct` an issue with an erratum"
_RULES = {
    Act.HOLD: _Rule(
        {State.DUE: State.HELD, State.AWAITING: State.HELD},
        (State.HELD,),
        "only what is due or awaits approval can be held; cancel what runs",
    ),
    Act.RELEASE: _Rule({State.HELD: State.DUE}, (State.DUE, State.RUNNING), "only what is held can be released"),
    Act.RETRY: _Rule(
        dict.fromkeys((State.HELD, State.FAILED, State.SKIPPED, State.CANCELLED), State.DUE), (State.DUE, State.RUNNING), _AGAIN
    ),
    Act.CANCEL: _Rule(
        dict.fromkeys((State.DUE, State.HELD, State.AWAITING), State.CANCELLED) | {State.RUNNING: State.CANCELLING},
        (State.CANCELLING, State.CANCELLED),
        "`bilan withdraw` takes back what was issued",
    ),
}


def allowed(what: Act) -> tuple[State, ...]:
    """The states an act leads out of."""
    return tuple(_RULES[what].ways)


def act(connection: Connection, what: Act, occurrence: int, by: tuple[str, str], now: datetime) -> OccurrenceRow:
    """Do it, `by` a person for a reason, and get the occurrence as it stands then.

    UsageError for one that is not there, ConflictError where its state does not allow it.
    """
    row = found(connection, occurrence)
    rule = _RULES[what]
    if row.state in rule.done:
        return row
    if row.state not in rule.ways:
        raise ConflictError(str(row.due), f"is {row.state}: nothing to {what}", rule.hint)
    actor, reason = by
    to = rule.ways[row.state]
    values: dict[str, object] = {"state": to, "reason": reason}
    if to is not State.CANCELLING:  # a running worker must still be able to say that it stopped
        values |= {"fence": row.fence + 1, "lease_until": None}
    if to is State.DUE:
        on_demand = row.origin is Origin.ON_DEMAND
        values |= {**_AFRESH, "origin": row.origin if on_demand else Origin.RELEASED}
    connection.execute(update(tables.occurrence).where(_IT.id == row.id).values(values))
    trail.note(connection, now, str(row.due), (row.state, to), (actor, row.fence), reason)
    return found(connection, occurrence)


def found(connection: Connection, occurrence: int) -> OccurrenceRow:
    """One occurrence, which nobody else changes until the transaction ends; UsageError where there is none."""
    connection.execute(select(_IT.id).where(_IT.id == occurrence).with_for_update())
    for row in queue.occurrences(connection, _IT.id == occurrence):
        return row
    raise UsageError(f"number {occurrence}", "is not in the ledger", "`bilan status` shows the numbers")
