"""What may programs do in a person's name? Tokens by their hash, each with a role and an end."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, insert, select, update

from bilan.errors import UsageError
from bilan.ledger import tables
from bilan.ledger.people_records import AccountRow, Role, TokenRow, account_row, fingerprint, lesser, token_name
from bilan.ledger.sessions import SELDOM

_IT = tables.token.c
DAYS = 400
"""For how many days a token may work at most."""


def make(connection: Connection, account: AccountRow, given: dict[str, Any], now: datetime) -> TokenRow:
    """Write a token down; UsageError where its role is above its account's, or its end is past or too far away."""
    name, role, until = token_name(given["name"]), Role(given["role"]), given["expires_at"]
    if not account.role.at_least(role):
        raise UsageError(
            f"token '{name}'", f"cannot be '{role}': account {account.name} is '{account.role}'", f"take {account.role} or less"
        )
    if not now < until <= now + timedelta(days=DAYS):
        raise UsageError(f"token '{name}'", f"cannot work until {until.isoformat()}", f"let it end within {DAYS} days")
    values = {"account_id": account.id, "name": name, "sha256": fingerprint(given["sha256"]), "role": role, "created_at": now}
    number: int = connection.execute(insert(tables.token).values(values | {"expires_at": until}).returning(_IT.id)).scalar_one()
    return found(connection, number)


def rows(connection: Connection, *which: ColumnElement[bool]) -> list[TokenRow]:
    """Tokens, oldest first."""
    both = select(tables.token, tables.account.c.name.label("account")).join(tables.account, _IT.account_id == tables.account.c.id)
    return [_row(row) for row in connection.execute(both.where(*which).order_by(_IT.id))]


def found(connection: Connection, number: int, *which: ColumnElement[bool]) -> TokenRow:
    """The token of a number, if it fits; UsageError where there is none."""
    fitting = rows(connection, _IT.id == number, *which)
    if not fitting:
        raise UsageError(f"token {number}", "is not there", "`bilan account tokens NAME` shows which there are")
    return fitting[0]


def find(connection: Connection, sha256: str, now: datetime) -> tuple[AccountRow, Role, bool] | None:
    """Whose token it is, what it may do, and whether its use is to be written down; None where it does not work."""
    both = select(tables.account, _IT.role.label("may"), _IT.used_at).join(tables.token, _IT.account_id == tables.account.c.id)
    works = (_IT.sha256 == sha256) & _IT.revoked_at.is_(None) & (_IT.expires_at > now) & tables.account.c.disabled_at.is_(None)
    row = connection.execute(both.where(works)).one_or_none()
    if row is None:
        return None
    account = account_row(row)
    return account, lesser(account.role, Role(row.may)), row.used_at is None or now - row.used_at >= SELDOM


def use(connection: Connection, sha256: str, now: datetime) -> None:
    """Write down that a token was used."""
    connection.execute(update(tables.token).where(_IT.sha256 == sha256).values(used_at=now))


def revoke(connection: Connection, number: int, account: AccountRow | None, now: datetime) -> tuple[TokenRow, bool]:
    """Let a token work no more, and whether that is new; UsageError where it is not there, or not that account's."""
    token = found(connection, number, *([_IT.account_id == account.id] if account else []))
    done = update(tables.token).where(_IT.id == number, _IT.revoked_at.is_(None)).values(revoked_at=now)
    return token, connection.execute(done).rowcount == 1


def _row(row: Row[Any]) -> TokenRow:
    return TokenRow(row.id, row.account, row.name, Role(row.role), row.created_at, row.expires_at, row.used_at, row.revoked_at)
