"""What becomes of an edition after issue? It is superseded by the next issue, or withdrawn; its number and file stay."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from sqlalchemy import Connection, select, update

from bilan.document import Identity
from bilan.errors import LedgerError
from bilan.ledger import issues, outbox, tables, trail
from bilan.ledger.records import EditionRow, MessageKind, Receiver, State, kind_of

_IT = tables.edition.c


def withdraw(connection: Connection, edition: int, reason: str, actor: str, now: datetime) -> EditionRow:
    """Take an edition back: what waits to be sent is cancelled, and who has it gets a notice.

    The same again is no news; LedgerError for an edition that is not there or that a later issue took the place of.
    """
    row = issues.by_id(connection, edition)
    if row is None:
        raise LedgerError(f"edition {edition}", "is not in the ledger", "`bilan list editions` shows what is")
    where = f"edition {row.identity} issue {row.issue}"
    if row.state is State.WITHDRAWN:
        return row
    if row.state is State.SUPERSEDED:
        raise LedgerError(where, "was superseded by a later issue", "withdraw the later issue")
    values = {"state": State.WITHDRAWN, "reason": reason, "settled_at": now}
    connection.execute(update(tables.edition).where(_IT.id == edition).values(values))
    trail.note(connection, now, f"{row.identity} issue {row.issue}", (row.state, State.WITHDRAWN), (actor, 0), reason)
    receivers = outbox.reached(connection, edition)
    outbox.call_off(connection, edition, now, f"the edition was withdrawn: {reason}")
    outbox.put(connection, (edition, row.as_edition()), MessageKind.WITHDRAWAL, receivers, now)
    return replace(row, state=State.WITHDRAWN, reason=reason, settled_at=now)


def send(connection: Connection, edition: int, receivers: Sequence[Receiver], now: datetime) -> None:
    """Let an edition that is out be sent to who has no row for it yet."""
    row = issues.by_id(connection, edition)
    if row is not None and receivers:
        outbox.put(connection, (edition, row.as_edition()), kind_of(row.issue), receivers, now)


def line_up(connection: Connection, identity: Identity, actor: str, now: datetime) -> None:
    """Let the last issue of an edition take the place of those before; each remembers which that was, one withdrawn stays so."""
    same = [getattr(_IT, name) == value for name, value in issues.who(identity).items()]
    rows = connection.execute(select(_IT.id, _IT.issue, _IT.state, _IT.supersedes).where(*same).order_by(_IT.issue)).all()
    for former, later in pairwise(rows):
        if later.supersedes is None:
            connection.execute(update(tables.edition).where(_IT.id == later.id).values(supersedes=former.id))
        if former.state == State.ISSUED:
            connection.execute(update(tables.edition).where(_IT.id == former.id).values(state=State.SUPERSEDED, settled_at=now))
            outbox.call_off(connection, former.id, now, "a later issue is out")
            subject, change = f"{identity} issue {former.issue}", (State.ISSUED, State.SUPERSEDED)
            trail.note(connection, now, subject, change, (actor, 0), f"by issue {later.issue}")
