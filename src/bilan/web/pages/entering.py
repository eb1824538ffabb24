"""How does a person log in, and look after tokens and accounts? Forms for each, and nothing shown twice that is secret."""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from starlette.responses import Response

from bilan.errors import BilanError, UsageError
from bilan.ledger.people_records import AccountRow, Role
from bilan.secret import digest, fresh_token
from bilan.web.entry import logged_in
from bilan.web.pages.frame import Frame, keep
from bilan.web.passwords import checked, fits, hashed
from bilan.web.principal import Principal, client, cookie_name
from bilan.web.problems import RefusedError, slow_down

DAYS = (30, 90, 365)
_THEN = re.compile(r"/[a-z]{2}/[\w./~%-]*", re.ASCII)


def login_form(frame: Frame) -> Response:
    """Name and password."""
    if frame.principal is not None:
        return frame.go()
    return _login(frame, frame.request.query_params.get("then", ""))


def _login(frame: Frame, then: str, wrong: str = "", status: int = 200) -> Response:
    oidc, then = frame.site.project.config.serve.oidc, then[:300]
    nobody = not frame.site.ledger.people.accounts()
    return frame.page("login.html", status, wrong=wrong, then=then, provider=oidc.name if oidc else "", nobody=nobody)


def login(frame: Frame, sent: Mapping[str, Any]) -> Response:
    """Check them, and open a session."""
    then = str(sent.get("then", ""))
    try:
        secret = logged_in(frame.site, str(sent.get("name", "")), str(sent.get("password", ""))[:1024], client(frame.request))
    except RefusedError as error:
        response = _login(frame, then, frame.words.word("web-login-wrong" if error.status == 401 else "web-refused-429"), error.status)  # noqa: PLR2004
        for name, value in error.headers.items():
            response.headers[name] = value
        return response
    response = frame.go()
    if _THEN.fullmatch(then) and "//" not in then:
        response.headers["location"] = then
    keep(frame.site, response, secret)
    return response


def logout(frame: Frame, sent: Mapping[str, Any]) -> Response:
    """End the session."""
    who = frame.who
    frame.checked(sent)
    if who.via == "session":
        frame.site.ledger.people.close_session(digest(who.secret), frame.site.now())
    response = frame.go("login")
    response.delete_cookie(cookie_name(frame.site), path="/", secure=frame.site.secure, httponly=True, samesite="lax")
    return response


def _own(frame: Frame) -> tuple[Principal, AccountRow]:
    who = frame.who
    if who.via != "session":
        raise RefusedError(409, frame.words.word("web-no-account"))
    return who, frame.site.ledger.people.find(who.name)


def account(frame: Frame) -> Response:
    """One's own tokens and password."""
    _own(frame)
    return _account(frame)


def _account(frame: Frame, status: int = 200, **more: str) -> Response:
    who, mine = _own(frame)
    tokens = frame.site.ledger.people.tokens(mine)
    told = {"fresh": "", "wrong": ""} | more
    return frame.page(
        "account.html", status, me=mine, tokens=[(one, one.works(frame.site.now())) for one in tokens], days=DAYS,
        roles=[one for one in Role if who.role.at_least(one)], **told,
    )  # fmt: skip


def make_token(frame: Frame, sent: Mapping[str, Any]) -> Response:
    """A token, shown once."""
    _, mine = _own(frame)
    frame.checked(sent)
    secret, days = fresh_token(), str(sent.get("days", ""))
    if days not in map(str, DAYS) or sent.get("role") not in tuple(Role):
        raise RefusedError(422, frame.words.word("web-stale-form"))
    now = frame.site.now()
    try:
        frame.site.ledger.people.make_token(
            mine, str(sent.get("name", "")), digest(secret), Role(str(sent["role"])), now, now + timedelta(days=int(days)), by=mine.name
        )
    except UsageError as error:
        return _account(frame, 422, wrong=str(error))
    return _account(frame, fresh=secret)


def revoke_token(frame: Frame, sent: Mapping[str, Any]) -> Response:
    """End one of one's own tokens."""
    _, mine = _own(frame)
    frame.checked(sent)
    frame.site.ledger.people.revoke_token(int(frame.request.path_params["number"]), mine, frame.site.now(), by=mine.name)
    return frame.go("account")


def change_password(frame: Frame, sent: Mapping[str, Any]) -> Response:
    """Another password, for who knows the one there is; every session of the account ends, and this browser logs in again."""
    _, mine = _own(frame)
    frame.checked(sent)
    if wait := frame.site.logins.take(f"to {mine.name}"):
        raise slow_down(wait, frame.words.word("web-refused-429"))
    if not fits(mine.password, str(sent.get("old", ""))[:1024]):
        return _account(frame, 422, wrong=frame.words.word("web-login-wrong"))
    fresh = str(sent.get("new", ""))[:2048]
    try:
        frame.site.ledger.people.set_password(mine.name, hashed(checked(fresh, mine.name)), frame.site.now(), by=mine.name)
    except UsageError as error:
        return _account(frame, 422, wrong=str(error))
    return frame.go("login")


def accounts(frame: Frame) -> Response:
    """Everybody's accounts."""
    frame.needs(Role.ADMIN)
    return _accounts(frame)


def _accounts(frame: Frame, wrong: str = "", status: int = 200) -> Response:
    rows = frame.site.ledger.people.accounts()
    return frame.page("accounts.html", status, rows=rows, roles=list(Role), wrong=wrong, now=frame.site.now())


def add_account(frame: Frame, sent: Mapping[str, Any]) -> Response:
    """A new account."""
    who, name = frame.needs(Role.ADMIN), str(sent.get("name", ""))
    frame.checked(sent)
    try:
        kept = hashed(checked(str(sent.get("password", ""))[:2048], name))
        frame.site.ledger.people.add(name, _role(frame, sent), frame.site.now(), kept, by=who.name)
    except BilanError as error:
        return _accounts(frame, str(error), 422)
    return frame.go("accounts")


def change_account(frame: Frame, sent: Mapping[str, Any]) -> Response:
    """Another role, or let somebody in or out."""
    who, name = frame.needs(Role.ADMIN), frame.request.path_params["name"]
    frame.checked(sent)
    people, now = frame.site.ledger.people, frame.site.now()
    try:
        match sent.get("act"):
            case "role":
                people.set_role(name, _role(frame, sent), now, by=who.name)
            case "disable":
                people.disable(name, now, by=who.name)
            case "enable":
                people.enable(name, now, by=who.name)
    except BilanError as error:
        return _accounts(frame, str(error), 422)
    return frame.go("accounts")


def _role(frame: Frame, sent: Mapping[str, Any]) -> Role:
    if sent.get("role") not in tuple(Role):
        raise RefusedError(422, frame.words.word("web-stale-form"))
    return Role(str(sent["role"]))


VIEWS = (
    ("login", "GET", login_form), ("login", "POST", login), ("logout", "POST", logout), ("account", "GET", account),
    ("account/tokens", "POST", make_token), ("account/tokens/{number:number}/revoke", "POST", revoke_token),
    ("account/password", "POST", change_password), ("accounts", "GET", accounts), ("accounts", "POST", add_account),
    ("accounts/{name}", "POST", change_account),
)  # fmt: skip
