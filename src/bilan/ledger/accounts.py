"""How does an account begin and change? Made, given a role or a password, locked, disabled; each an event with who did it."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select, update

from bilan.errors import ConflictError, UsageError, closest
from bilan.ledger import sessions, tables, trail
from bilan.ledger.people_records import AccountRow, Role, account_name, account_row, folded
from bilan.ledger.queue import insert_new

_IT = tables.account.c
FAILURES = 5
"""How many wrong passwords in a row lock an account."""
SHORTEST, LONGEST = timedelta(minutes=1), timedelta(hours=1)
_OPEN: dict[str, Any] = {"failures": 0, "locked_until": None}


def add(connection: Connection, given: dict[str, Any], now: datetime, by: str) -> AccountRow:
    """Write a new account down; ConflictError where name or subject is taken."""
    name = account_name(given["name"])
    values = given | {"name": name, "created_at": now, "failures": 0}
    number = connection.execute(insert_new(connection, tables.account).values(values).returning(_IT.id)).scalar()
    if number is None:
        taken = one(connection, _IT.name == name)
        what = "is there already" if taken else "cannot be made: another account has this subject"
        raise ConflictError(f"account {name}", what, "`bilan account list` shows which there are")
    trail.note(connection, now, f"account {name}", ("", given["role"]), (by or name, 0), "account made")
    return found(connection, name)


def one(connection: Connection, which: ColumnElement[bool], *, kept: bool = False) -> AccountRow | None:
    """The account that fits, if any; `kept` lets nobody else change it before this transaction ends."""
    query = select(tables.account).where(which)
    row = connection.execute(query.with_for_update() if kept else query).one_or_none()
    return None if row is None else account_row(row)


def found(connection: Connection, name: str, *, kept: bool = False) -> AccountRow:
    """The account of a name; UsageError where there is none."""
    account = one(connection, _IT.name == folded(name), kept=kept)
    if account is None:
        known = [row.name for row in connection.execute(select(_IT.name).order_by(_IT.name))]
        hint = "`bilan account list` shows which there are"
        raise UsageError(f"account '{name[:100]}'", f"is not there{closest(folded(name), known)}", hint)
    return account


def fresh(connection: Connection, account: AccountRow) -> AccountRow:
    """An account as it is now, kept from change; ConflictError where it is disabled."""
    now_is = found(connection, account.name, kept=True)
    if now_is.disabled:
        raise ConflictError(f"account {account.name}", "is disabled", f"`bilan account enable {account.name}` lets it in again")
    return now_is


def note(connection: Connection, before: AccountRow, now: datetime, by: str, told: tuple[str, str]) -> None:
    """Write an event of an account: `told` is what it is now and what happened; without `by` its owner did it."""
    trail.note(connection, now, f"account {before.name}", (before.state, told[0]), (by or before.name, 0), told[1])


def set_role(connection: Connection, name: str, role: Role, now: datetime, by: str) -> AccountRow:
    """Give an account a role; the same again is no news."""
    before = found(connection, name, kept=True)
    if before.role is role:
        return before
    if not role.at_least(Role.ADMIN):
        _not_the_last(connection, before)
    after = _set(connection, before, {"role": role})
    note(connection, before, now, by, (after.state, f"role {before.role} -> {role}"))
    return after


def set_password(connection: Connection, name: str, password_hash: str, now: datetime, by: str) -> AccountRow:
    """Give an account a password: its log-ins end, and it is locked no more."""
    before = found(connection, name, kept=True)
    after = _set(connection, before, {"password": password_hash} | _OPEN)
    ended = sessions.end(connection, before)
    note(connection, before, now, by, (after.state, f"password set, sessions ended: {ended}"))
    return after


def disable(connection: Connection, name: str, now: datetime, by: str) -> AccountRow:
    """Let an account do nothing any more: its log-ins end, its tokens do not work; the same again is no news."""
    before = found(connection, name, kept=True)
    if before.disabled:
        return before
    _not_the_last(connection, before)
    after = _set(connection, before, {"disabled_at": now})
    ended = sessions.end(connection, before)
    note(connection, before, now, by, (after.state, f"disabled, sessions ended: {ended}"))
    return after


def enable(connection: Connection, name: str, now: datetime, by: str) -> AccountRow:
    """Let an account that was disabled or is locked in again; the same again is no news."""
    before = found(connection, name, kept=True)
    if not before.disabled and not before.failures:
        return before
    after = _set(connection, before, {"disabled_at": None} | _OPEN)
    note(connection, before, now, by, (after.state, "enabled"))
    return after


def failed(connection: Connection, name: str, now: datetime) -> datetime | None:
    """Count a wrong password, and lock the account from the fifth in a row on, each time for twice as long; until when it is locked."""
    before = one(connection, _IT.name == folded(name), kept=True)
    if before is None:
        return None
    count = before.failures + 1
    until = now + min(SHORTEST * 2 ** min(count - FAILURES, 10), LONGEST) if count >= FAILURES else None
    _set(connection, before, {"failures": count, "locked_until": until})
    note(connection, before, now, "somebody", (before.state, f"login failed, {count} in a row"))
    if until:
        note(connection, before, now, "somebody", ("locked", f"locked until {until.isoformat()}"))
    return until


def succeeded(connection: Connection, name: str, now: datetime) -> AccountRow | None:
    """Take a log-in for good and forget the wrong passwords before it; None where the account is unknown, disabled or locked by now."""
    before = one(connection, _IT.name == folded(name), kept=True)
    if before is None or before.disabled or before.locked(now):
        return None
    after = _set(connection, before, _OPEN) if before.failures else before
    note(connection, before, now, "", (after.state, "login"))
    return after


def _set(connection: Connection, before: AccountRow, values: dict[str, Any]) -> AccountRow:
    changed = update(tables.account).where(_IT.id == before.id).values(values).returning(*_IT)
    return account_row(connection.execute(changed).one())


def _not_the_last(connection: Connection, account: AccountRow) -> None:
    """ConflictError where nobody else could manage accounts."""
    others = (_IT.role == Role.ADMIN) & _IT.disabled_at.is_(None) & (_IT.id != account.id)
    if account.state == Role.ADMIN and not connection.execute(select(func.count()).where(others)).scalar_one():
        raise ConflictError(f"account {account.name}", "is the last admin", "make another account admin first")
