"""Which editions are out? Their numbers, issues and keys, each written once."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Row, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from bilan.document import Edition, Identity
from bilan.errors import LedgerError
from bilan.ledger import tables, trail
from bilan.ledger.engine import one_at_a_time
from bilan.ledger.queue import insert_new
from bilan.ledger.records import EditionRow, State
from bilan.period import Period

_IT = tables.edition.c


def number_for(connection: Connection, partnership: str, period: Period) -> int:
    """The number all editions of a partnership's period share: the one it has, else the next."""
    mine = _IT.partnership == partnership
    known = connection.execute(select(func.min(_IT.number)).where(mine, _IT.period == str(period))).scalar()
    return known or 1 + (connection.execute(select(func.max(_IT.number)).where(mine)).scalar() or 0)


def next_issue(connection: Connection, identity: Identity) -> int:
    """1 for the first, one more for each correction."""
    return 1 + (connection.execute(select(func.max(_IT.issue)).where(*_same(identity))).scalar() or 0)


def find(connection: Connection, identity: Identity, key: str) -> EditionRow | None:
    """The edition made of exactly these inputs, if it is out."""
    row = connection.execute(select(tables.edition).where(*_same(identity), _IT.key == key)).one_or_none()
    return None if row is None else _edition(row)


def record(connection: Connection, edition: Edition, manifest_sha256: str, run: int | None, now: datetime) -> tuple[int, bool]:
    """Write an edition and get its id, and whether it was new; a number, issue or key that is taken is a LedgerError."""
    one_at_a_time(connection, f"number {edition.identity.partnership}")
    there = connection.execute(select(_IT.id).where(*_same(edition.identity), *_content(edition))).scalar()
    if there is not None:
        return there, False
    where = f"edition {edition.identity}"
    expected = number_for(connection, edition.identity.partnership, edition.identity.period)
    if edition.number != expected:
        raise LedgerError(where, f"was numbered {edition.number}, but {expected} is its number by now", "build it again")
    try:
        written = connection.execute(insert(tables.edition).values(_values(edition, manifest_sha256, run, now)).returning(_IT.id))
    except IntegrityError as error:
        raise LedgerError(where, f"issue {edition.issue} or its key is recorded already", "`bilan list editions` shows it") from error
    _note(connection, edition, now, f"run {run}", edition.path)
    return written.scalar_one(), True


def adopt(connection: Connection, editions: Iterable[tuple[Edition, str]], now: datetime) -> list[Edition]:
    """Record editions and withdrawals found in the archive that the ledger does not know; the editions that were new."""
    new = []
    for edition, manifest_sha256 in editions:
        statement = insert_new(connection, tables.edition).values(_values(edition, manifest_sha256, None, now)).returning(_IT.id)
        if connection.execute(statement).scalar() is not None:
            _note(connection, edition, now, "archive", f"adopted {edition.path}")
            new.append(edition)
        if edition.state == State.WITHDRAWN:
            _withdraw(connection, edition, now)
    return new


def by_id(connection: Connection, number: int) -> EditionRow | None:
    """One edition, None where there is none; nobody else changes it until the transaction ends."""
    row = connection.execute(select(tables.edition).where(_IT.id == number).with_for_update()).one_or_none()
    return None if row is None else _edition(row)


def editions(connection: Connection, partnership: str | None, since: datetime | None) -> list[EditionRow]:
    """All editions, those of a partnership, those issued or settled since an instant, by period, audience, language and issue."""
    which: list[ColumnElement[bool]] = [] if partnership is None else [_IT.partnership == partnership]
    which += [] if since is None else [(_IT.issued_at >= since) | (_IT.settled_at >= since)]
    order = (_IT.partnership, _IT.period, _IT.audience, _IT.language, _IT.issue)
    return [_edition(row) for row in connection.execute(select(tables.edition).where(*which).order_by(*order))]


def _withdraw(connection: Connection, edition: Edition, now: datetime) -> None:
    """What the archive knows as withdrawn is so here too: this ledger may be older than the withdrawal."""
    values = {"state": State.WITHDRAWN, "reason": edition.reason, "settled_at": edition.settled_at or now}
    mine = [*_same(edition.identity), _IT.issue == edition.issue, _IT.state == State.ISSUED]
    if connection.execute(update(tables.edition).where(*mine).values(values)).rowcount:
        subject = f"{edition.identity} issue {edition.issue}"
        trail.note(connection, now, subject, (State.ISSUED, State.WITHDRAWN), ("archive", 0), edition.reason)


def _note(connection: Connection, edition: Edition, now: datetime, actor: str, detail: str) -> None:
    subject = f"{edition.identity} issue {edition.issue}"
    trail.note(connection, now, subject, ("", State.ISSUED), (actor, 0), detail)


def _same(identity: Identity) -> list[ColumnElement[bool]]:
    return [getattr(_IT, name) == value for name, value in who(identity).items()]


def _content(edition: Edition) -> list[ColumnElement[bool]]:
    return [_IT.issue == edition.issue, _IT.key == edition.key, _IT.sha256 == edition.sha256]


def who(identity: Identity) -> dict[str, str]:
    """The columns that say which edition."""
    return {
        "partnership": identity.partnership, "period": str(identity.period), "audience": identity.audience, "language": identity.language,
    }  # fmt: skip


def _values(edition: Edition, manifest_sha256: str, run: int | None, now: datetime) -> dict[str, object]:
    names = ("number", "issue", "key", "as_of", "issued_on", "path", "sha256", "pages")
    given = {name: getattr(edition, name) for name in names}
    return who(edition.identity) | given | {"manifest_sha256": manifest_sha256, "run_id": run, "issued_at": now}


def _edition(row: Row[tuple[object, ...]]) -> EditionRow:
    names = (
        "id", "number", "issue", "key", "as_of", "issued_on", "path", "sha256", "manifest_sha256", "pages", "issued_at", "reason",
        "supersedes", "settled_at",
    )  # fmt: skip
    identity = Identity(row.partnership, Period.parse(row.period), row.audience, row.language)
    return EditionRow(identity=identity, run=row.run_id, state=State(row.state), **{name: getattr(row, name) for name in names})
