"""Who is logged in? Sessions by the hash of their secret: they end when unused for long, at a last moment, or when told."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from bilan.ledger import tables
from bilan.ledger.people_records import AccountRow, account_row, fingerprint

_IT = tables.session.c
SELDOM = timedelta(minutes=1)
"""How often a use is written down at most, so that reading stays reading."""


def begin(connection: Connection, account: AccountRow, sha256: str, now: datetime, spans: tuple[timedelta, timedelta]) -> None:
    """Write a session down: `spans` are how long it may be unused and how long it may last; those past either end are swept out."""
    idle, longest = spans
    connection.execute(delete(tables.session).where((_IT.expires_at <= now) | (_IT.seen_at <= now - idle)))
    values = {"sha256": fingerprint(sha256), "account_id": account.id, "created_at": now, "seen_at": now, "expires_at": now + longest}
    connection.execute(insert(tables.session).values(values))


def find(connection: Connection, sha256: str, now: datetime, idle: timedelta) -> tuple[AccountRow, bool] | None:
    """Whose session it is, and whether its use is to be written down; None where it is unknown, over, or the account disabled."""
    both = select(tables.account, _IT.seen_at).join(tables.session, _IT.account_id == tables.account.c.id)
    alive = (_IT.sha256 == sha256) & (_IT.expires_at > now) & (_IT.seen_at > now - idle) & tables.account.c.disabled_at.is_(None)
    row = connection.execute(both.where(alive)).one_or_none()
    return None if row is None else (account_row(row), now - row.seen_at >= min(SELDOM, idle / 2))


def renew(connection: Connection, sha256: str, now: datetime) -> None:
    """Write down that a session was used."""
    connection.execute(update(tables.session).where(_IT.sha256 == sha256, _IT.seen_at < now).values(seen_at=now))


def close(connection: Connection, sha256: str) -> AccountRow | None:
    """End one session; whose it was, None where there was none."""
    number = connection.execute(delete(tables.session).where(_IT.sha256 == sha256).returning(_IT.account_id)).scalar()
    row = connection.execute(select(tables.account).where(tables.account.c.id == number)).one_or_none()
    return None if row is None else account_row(row)


def end(connection: Connection, account: AccountRow) -> int:
    """End all sessions of an account; how many."""
    return connection.execute(delete(tables.session).where(_IT.account_id == account.id)).rowcount
