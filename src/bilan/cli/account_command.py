"""`bilan account`: who may log in, in what role, and tokens for programs."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import click

from bilan.cli.build_command import instant
from bilan.cli.output import common, opened, say, table
from bilan.cli.person import actor, by
from bilan.errors import ConflictError, UsageError
from bilan.secret import digest, fresh_token, hide, read_secret

if TYPE_CHECKING:
    from bilan.ledger.people import People
    from bilan.ledger.people_records import AccountRow, TokenRow

ROLES = click.Choice(("view", "run", "approve", "admin"))
DAYS = 400
VARIABLE = "BILAN_PASSWORD"


@click.group("account", epilog="Examples:  bilan account add anna --role approve   ·   bilan account token anna --name nightly --days 90")
def command() -> None:
    """Say who may log in, in what role: view, run, approve or admin.

    A password is read from BILAN_PASSWORD or the file in BILAN_PASSWORD_FILE, else asked for on the terminal.
    """


@command.command("add", epilog="Example:  bilan account add anna --role approve")
@click.argument("name")
@click.option("--role", type=ROLES, required=True, help="What it may do.")
@click.option("--subject", help="Who logs in through a provider instead of a password, as issuer|subject.")
@by
@common
def add(name: str, role: str, subject: str | None, **options: Any) -> int:  # noqa: ANN401  click's options
    """Make the account NAME, with a password or a subject."""
    from bilan.ledger.people_records import Role, account_name  # noqa: PLC0415  of the ledger

    kept = account_name(name)
    with _people(options) as (people, now, who):
        if people.account(kept):
            raise ConflictError(f"account {kept}", "is there already", f"`bilan account password {kept}` gives it another password")
        stored = None if subject else _hash(kept)
        return _told(people.add(kept, Role(role), now, stored, subject, who), options)


@command.command("list", epilog="Example:  bilan account list")
@by
@common
def listed(**options: Any) -> int:  # noqa: ANN401  click's options
    """Show every account, its role and whether it may log in."""
    with _people(options) as (people, now, _):
        rows = people.accounts()
    lines = [(one.name, one.role, _state(one, now), one.subject or "password") for one in rows]
    empty = "no account yet: `bilan account add NAME --role admin` makes the first"
    _show([_row(one) for one in rows], table([("name", "role", "state", "logs in by"), *lines]) if lines else empty, options)
    return 0


@command.command("role", epilog="Example:  bilan account role anna admin")
@click.argument("name")
@click.argument("role", type=ROLES)
@by
@common
def role(name: str, role: str, **options: Any) -> int:  # noqa: ANN401  click's options
    """Give NAME another role; it counts at once."""
    from bilan.ledger.people_records import Role  # noqa: PLC0415  of the ledger

    with _people(options) as (people, now, who):
        return _told(people.set_role(name, Role(role), now, who), options)


@command.command("password", epilog="Example:  BILAN_PASSWORD_FILE=new.txt bilan account password anna")
@click.argument("name")
@by
@common
def password(name: str, **options: Any) -> int:  # noqa: ANN401  click's options
    """Give NAME another password; whoever is logged in as NAME is logged out."""
    with _people(options) as (people, now, who):
        account = people.find(name)
        return _told(people.set_password(account.name, _hash(account.name), now, who), options)


@command.command("disable", epilog="Example:  bilan account disable anna")
@click.argument("name")
@by
@common
def disable(name: str, **options: Any) -> int:  # noqa: ANN401  click's options
    """Let NAME do nothing any more: logged out, tokens without effect."""
    with _people(options) as (people, now, who):
        return _told(people.disable(name, now, who), options)


@command.command("enable", epilog="Example:  bilan account enable anna")
@click.argument("name")
@by
@common
def enable(name: str, **options: Any) -> int:  # noqa: ANN401  click's options
    """Let NAME in again: disabled before, or locked after wrong passwords."""
    with _people(options) as (people, now, who):
        return _told(people.enable(name, now, who), options)


@command.command("token", epilog="Example:  bilan account token anna --name nightly --days 90 --role run")
@click.argument("name")
@click.option("--name", "label", required=True, help="What the token is for.")
@click.option("--days", type=click.IntRange(1, DAYS), required=True, help="For how long it works.")
@click.option("--role", type=ROLES, help="What it may do (default: what NAME may).")
@by
@common
def token(name: str, label: str, days: int, role: str | None, **options: Any) -> int:  # noqa: ANN401  click's options
    """Make a token for programs that act as NAME; it is printed once and never again."""
    from bilan.ledger.people_records import Role  # noqa: PLC0415  of the ledger

    secret = fresh_token()
    hide(secret)
    with _people(options) as (people, now, who):
        account, until = people.find(name), now + timedelta(days=days)
        made = people.make_token(account, label, digest(secret), Role(role) if role else account.role, now, until, by=who)
    if options["as_json"]:
        say(_token_row(made) | {"token": secret}, as_json=True)
        return 0
    say(secret)
    if not options["quiet"]:
        click.echo(f"shown only now; works until {until.isoformat()} or `bilan account revoke {made.id}`", err=True)
    return 0


@command.command("tokens", epilog="Example:  bilan account tokens anna")
@click.argument("name")
@by
@common
def tokens(name: str, **options: Any) -> int:  # noqa: ANN401  click's options
    """Show the tokens of NAME, those of no effect too."""
    with _people(options) as (people, now, _):
        account = people.find(name)
        rows = people.tokens(account)
    lines = [(str(one.id), one.name, one.role, _effect(one, now), one.expires_at.isoformat(), _moment(one.used_at) or "-") for one in rows]
    head = ("id", "name", "role", "state", "until", "last used")
    _show([_token_row(one) for one in rows], table([head, *lines]) if lines else f"{account.name} has no token", options)
    return 0


@command.command("revoke", epilog="Example:  bilan account revoke 3")
@click.argument("number", type=int, metavar="ID")
@by
@common
def revoke(number: int, **options: Any) -> int:  # noqa: ANN401  click's options
    """Let the token ID work no more."""
    with _people(options) as (people, now, who):
        new = people.revoke_token(number, None, now, who)
    _show({"id": number, "revoked": True, "new": new}, f"token {number}: {'revoked' if new else 'is revoked already'}", options)
    return 0


@command.command("logout", epilog="Example:  bilan account logout anna")
@click.argument("name")
@by
@common
def logout(name: str, **options: Any) -> int:  # noqa: ANN401  click's options
    """End every session of NAME."""
    with _people(options) as (people, now, who):
        account = people.find(name)
        ended = people.close_sessions(account, now, who)
    _show({"name": account.name, "sessions": ended}, f"{account.name}: sessions ended: {ended}", options)
    return 0


@contextmanager
def _people(options: dict[str, Any]) -> Iterator[tuple["People", datetime, str]]:
    """The people of the project's ledger, what time it is, and who asks."""
    from bilan.ledger.book import Ledger  # noqa: PLC0415  loads the ledger

    project = opened(options["folder"], verbose=options["verbose"])
    with Ledger.open(project.config.ledger, project.root) as ledger:
        yield ledger.people, instant(os.environ), actor(options["person"])


def _hash(name: str) -> str:
    """The hash of a new password: from variable or file, else asked for twice where somebody is there."""
    from bilan.web.passwords import checked, hashed  # noqa: PLC0415  of the web

    given = read_secret(VARIABLE, os.environ, any_sign=True)
    if given is None and not sys.stdin.isatty():
        hint = f"set it, or name a file in {VARIABLE}_FILE, or ask on a terminal"
        raise UsageError(VARIABLE, "is not set, and nobody is there to ask", hint)
    word: str = given.value if given else click.prompt(f"Password of {name}", hide_input=True, confirmation_prompt=True, err=True)
    hide(word)
    return hashed(checked(word, name))


def _told(account: "AccountRow", options: dict[str, Any]) -> int:
    _show(_row(account), f"{account.name}: {account.role}{', disabled' if account.disabled else ''}", options)
    return 0


def _show(value: object, text: str, options: dict[str, Any]) -> None:
    if options["as_json"]:
        say(value, as_json=True)
    elif not options["quiet"]:
        say(text)


def _row(account: "AccountRow") -> dict[str, Any]:
    return {
        "name": account.name, "role": account.role, "disabled": account.disabled, "password": account.password is not None,
        "subject": account.subject, "created_at": _moment(account.created_at), "locked_until": _moment(account.locked_until),
    }  # fmt: skip


def _token_row(token: "TokenRow") -> dict[str, Any]:
    return {
        "id": token.id, "account": token.account, "name": token.name, "role": token.role, "created_at": _moment(token.created_at),
        "expires_at": _moment(token.expires_at), "used_at": _moment(token.used_at), "revoked_at": _moment(token.revoked_at),
    }  # fmt: skip


def _moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _state(account: "AccountRow", now: datetime) -> str:
    if account.disabled:
        return "disabled"
    return f"locked until {_moment(account.locked_until)}" if account.locked(now) else "enabled"


def _effect(token: "TokenRow", now: datetime) -> str:
    if token.revoked_at:
        return "revoked"
    return "works" if token.works(now) else "over"
