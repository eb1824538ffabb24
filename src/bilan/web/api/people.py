"""Who may do what, and who did what? Oneself with one's tokens, accounts for administrators, and the log of events."""

from datetime import datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from pydantic import ConfigDict, Field

from bilan.errors import ConflictError, UsageError
from bilan.ledger.people_records import AccountRow, Role, TokenRow
from bilan.ledger.tokens import DAYS
from bilan.secret import digest, fresh_token
from bilan.web.api.common import Admin, After, Here, Limit, Listed, Model, Viewer, cursor, paged, place, refusals
from bilan.web.jobs.requests import Asked, NothingAsked
from bilan.web.passwords import LONGEST, SHORTEST, checked, hashed
from bilan.web.principal import LOCAL, Principal
from bilan.web.problems import RefusedError
from bilan.web.site import Site

router = APIRouter(tags=["people"])
PLAIN = r"^[^\x00-\x1f\x7f]+$"
AccountName = Annotated[str, Path(pattern=r"^[^/\x00-\x1f\x7f]{1,100}$")]
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]
Subject = Annotated[str | None, Query(pattern=PLAIN, max_length=300, description="what the events are about, as `account anna`")]
Password = Annotated[str, Field(min_length=SHORTEST, max_length=LONGEST)]


class MeModel(Model):
    """Who asks: `via` is `local` on this machine, `session` after log-in, or `token`."""

    name: str
    role: Role
    via: str


class TokenModel(Model):
    """A token: what it is for and may do, and until when; what it is, nobody can tell any more."""

    id: int
    account: str
    name: str
    role: Role
    works: bool
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None


class FreshTokenModel(TokenModel):
    """A token just made: `token` is shown now and never again."""

    token: str


class AccountModel(Model):
    """An account; `subject` is who it is at a provider of log-ins."""

    name: str
    role: Role
    disabled: bool
    password: bool
    subject: str | None
    created_at: datetime
    locked_until: datetime | None


class LoggedOutModel(Model):
    """How many sessions of an account ended."""

    name: str
    sessions: int


class EventModel(Model):
    """One change, who made it and when; never altered, never removed."""

    id: int
    at: datetime
    subject: str
    from_state: str
    to_state: str
    actor: str
    detail: str


class TokenAsked(Asked):
    """A token to make: for what, for how many days, and with which role (one's own if left out)."""

    name: str = Field(min_length=1, max_length=100, pattern=PLAIN)
    days: int = Field(ge=1, le=DAYS)
    role: Role | None = None


_ONE_OF_BOTH: list[Any] = [
    {"required": [one], "properties": {one: {"type": "string"}, other: {"type": "null"}}}
    for one, other in (("password", "subject"), ("subject", "password"))
]


class AccountAsked(Asked):
    """An account to make, with a password, or the subject of who logs in through a provider."""

    model_config = ConfigDict(json_schema_extra={"oneOf": _ONE_OF_BOTH})

    name: str = Field(min_length=1, max_length=100, pattern=PLAIN)
    role: Role
    password: Password | None = None
    subject: str | None = Field(None, min_length=1, max_length=300, pattern=PLAIN)


class AccountChange(Asked):
    """What is to be different; what is left out stays."""

    role: Role | None = None
    password: Password | None = None
    disabled: bool | None = None


@router.get("/me", summary="Who am I?")
def me(_: Here, principal: Viewer) -> MeModel:
    """Name, role, and how one is known."""
    return MeModel(name=principal.name, role=principal.role, via=principal.via)


@router.get("/me/tokens", summary="One's tokens", responses=refusals(409))
def my_tokens(site: Here, principal: Viewer, limit: Limit = 50, after: After = None) -> Listed[TokenModel]:
    """Every token one ever had, oldest first."""
    return _tokens(site, _mine(site, principal), limit, after)


@router.post("/me/tokens", status_code=201, summary="Make a token", responses=refusals(409))
def make_token(site: Here, principal: Viewer, asked: TokenAsked) -> FreshTokenModel:
    """A token that acts for oneself; it is shown this once."""
    _by_a_person(principal)
    account, now, secret = _mine(site, principal), site.now(), fresh_token()
    role, until = asked.role or principal.role, now + timedelta(days=asked.days)
    made = site.ledger.people.make_token(account, asked.name, digest(secret), role, now, until, by=principal.name)
    return FreshTokenModel(**_token(made, now).model_dump(), token=secret)


@router.delete("/me/tokens/{number}", status_code=204, summary="Revoke one's token", responses=refusals(404, 409))
def revoke_mine(site: Here, principal: Viewer, number: Number) -> None:
    """It works no more; revoked twice is no news."""
    _by_a_person(principal)
    site.ledger.people.revoke_token(number, _mine(site, principal), site.now(), principal.name)


@router.get("/accounts", summary="Every account")
def accounts(site: Here, _: Admin, limit: Limit = 50, after: After = None) -> Listed[AccountModel]:
    """Accounts by name, disabled ones too."""
    part, following = paged(site.ledger.people.accounts(), after, limit)
    return Listed(items=[_account(one) for one in part], next=following)


@router.post("/accounts", status_code=201, summary="Make an account", responses=refusals(409))
def make_account(site: Here, principal: Admin, asked: AccountAsked) -> AccountModel:
    """With a password or a subject, one of both."""
    _by_a_person(principal)
    if (asked.password is None) == (asked.subject is None):
        raise UsageError("account", "needs a password or a subject, and not both", "give `password` or `subject`")
    stored = hashed(checked(asked.password, asked.name)) if asked.password is not None else None
    return _account(site.ledger.people.add(asked.name, asked.role, site.now(), stored, asked.subject, principal.name))


@router.patch("/accounts/{name}", summary="Change an account", responses=refusals(404, 409))
def change_account(site: Here, principal: Admin, name: AccountName, asked: AccountChange) -> AccountModel:
    """A role counts at once; a new password or disabling logs the account out everywhere. The last admin stays one."""
    _by_a_person(principal)
    people, now, by = site.ledger.people, site.now(), principal.name
    account = people.find(name)
    stored = hashed(checked(asked.password, account.name)) if asked.password is not None else None
    if asked.disabled is not None:
        account = people.disable(name, now, by) if asked.disabled else people.enable(name, now, by)
    if asked.role is not None:
        account = people.set_role(name, asked.role, now, by)
    if stored is not None:
        account = people.set_password(name, stored, now, by)
    return _account(account)


@router.post("/accounts/{name}/logout", summary="Log an account out", responses=refusals(404))
def logout(site: Here, principal: Admin, name: AccountName, _: NothingAsked) -> LoggedOutModel:
    """Every session ends; tokens go on working."""
    _by_a_person(principal)
    account = site.ledger.people.find(name)
    return LoggedOutModel(name=account.name, sessions=site.ledger.people.close_sessions(account, site.now(), principal.name))


@router.get("/accounts/{name}/tokens", summary="The tokens of an account", responses=refusals(404))
def tokens(site: Here, _: Admin, name: AccountName, limit: Limit = 50, after: After = None) -> Listed[TokenModel]:
    """Every token it ever had, oldest first."""
    return _tokens(site, site.ledger.people.find(name), limit, after)


@router.delete("/accounts/{name}/tokens/{number}", status_code=204, summary="Revoke a token of an account", responses=refusals(404))
def revoke(site: Here, principal: Admin, name: AccountName, number: Number) -> None:
    """It works no more; revoked twice is no news."""
    _by_a_person(principal)
    site.ledger.people.revoke_token(number, site.ledger.people.find(name), site.now(), principal.name)


@router.get("/events", summary="The log of events, newest first")
def events(site: Here, _: Admin, subject: Subject = None, limit: Limit = 50, after: After = None) -> Listed[EventModel]:
    """Every change with who made it, all or those about one subject."""
    rows = site.ledger.latest_events(subject, place(after) or None, limit + 1)
    following = cursor(rows[limit - 1].id) if len(rows) > limit else None
    names = list(EventModel.model_fields)
    return Listed(items=[EventModel(**{name: getattr(row, name) for name in names}) for row in rows[:limit]], next=following)


def _by_a_person(principal: Principal) -> None:
    """A token may not make others, nor change who may what: one that leaked stays one."""
    if principal.via == "token":
        raise RefusedError(403, "a token may not manage tokens or accounts", "log in")


def _mine(site: Site, principal: Principal) -> AccountRow:
    """One's account; ConflictError for the person at this machine, who has none."""
    account = None if principal.via == LOCAL else site.ledger.people.account(principal.name)
    if account is None:
        hint = "`bilan account add NAME --role ROLE` makes one, and `bilan account token NAME` a token for it"
        raise ConflictError(principal.name, "has no account, and so no tokens", hint)
    return account


def _tokens(site: Site, account: AccountRow, limit: int, after: str | None) -> Listed[TokenModel]:
    now = site.now()
    part, following = paged(site.ledger.people.tokens(account), after, limit)
    return Listed(items=[_token(one, now) for one in part], next=following)


def _token(one: TokenRow, now: datetime) -> TokenModel:
    names = [name for name in TokenModel.model_fields if name != "works"]
    return TokenModel(works=one.works(now), **{name: getattr(one, name) for name in names})


def _account(one: AccountRow) -> AccountModel:
    names = ("name", "role", "disabled", "subject", "created_at", "locked_until")
    return AccountModel(password=one.password is not None, **{name: getattr(one, name) for name in names})
