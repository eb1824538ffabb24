"""Who asks? The person at this machine, somebody who logged in, or the holder of a token; and what they may do."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bilan.ledger.people_records import Role
from bilan.secret import digest
from bilan.web.problems import RefusedError, slow_down
from bilan.web.site import Site

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection

IDLE, LONGEST = timedelta(hours=8), timedelta(days=7)
"""After how long without a request a session ends, and after how long in any case."""
LOCAL = "local"
BEARER = "bearer "


@dataclass(frozen=True, slots=True)
class Principal:
    """Who asks: a name, a role, how it is known (`local`, `session`, `token`), and the secret its forms are marked with."""

    name: str
    role: Role
    via: str
    secret: str = ""

    def may(self, role: Role) -> bool:
        """Whether it may do what a role may."""
        return self.role.at_least(role)

    @property
    def mark(self) -> str:
        """What every form of this visitor carries, and nobody else can know."""
        return hmac.new(self.secret.encode(), b"form", hashlib.sha256).hexdigest() if self.secret else ""


def cookie_name(site: Site) -> str:
    """What our cookie is called; with TLS under a name that browsers accept only from us and only by TLS."""
    return "__Host-bilan" if site.secure else "bilan"


def who(site: Site, request: "HTTPConnection") -> Principal | None:
    """Who asks; None where nobody is known. RefusedError 401 for a token that does not work, 429 for one who asks too much."""
    told, found = request.headers.get("authorization", ""), _found(site, request, used=True)
    if wait := site.requests.take(found.name if found else f"from {client(request)}"):
        raise slow_down(wait)
    if told and found is None:
        raise RefusedError(
            401, "this token does not work", "make another", {"WWW-Authenticate": 'Bearer realm="bilan", error="invalid_token"'}
        )
    return found


def again(site: Site, request: "HTTPConnection") -> Principal | None:
    """Who it is that asked some time ago; None once the session is over or the token works no more. It is no new request."""
    return _found(site, request, used=False)


def client(request: "HTTPConnection") -> str:
    """Where a request comes from."""
    return request.client.host if request.client else "nowhere"


def needed(principal: Principal | None, role: Role) -> Principal:
    """A visitor who may; RefusedError 401 where nobody is known, 403 where the role does not reach."""
    if principal is None:
        raise RefusedError(401, "nobody is logged in", "log in, or send a token", {"WWW-Authenticate": 'Bearer realm="bilan"'})
    if not principal.may(role):
        raise RefusedError(403, f"{principal.name} has the role {principal.role}; {role} is needed", "ask an administrator")
    return principal


def _found(site: Site, request: "HTTPConnection", *, used: bool) -> Principal | None:
    told = request.headers.get("authorization", "")
    cookie = request.cookies.get(cookie_name(site), "")
    if told:
        return _by_token(site, told)
    return Principal(LOCAL, Role.ADMIN, LOCAL, cookie) if site.open else _by_session(site, cookie, used=used)


def _by_token(site: Site, told: str) -> Principal | None:
    secret = told[len(BEARER) :].strip() if told.lower().startswith(BEARER) else ""
    found = site.ledger.people.token(digest(secret), site.now()) if 0 < len(secret) <= 200 else None  # noqa: PLR2004  no token is longer
    return Principal(found[0].name, found[1], "token") if found else None


def _by_session(site: Site, cookie: str, *, used: bool) -> Principal | None:
    account = site.ledger.people.session(digest(cookie), site.now(), IDLE, used=used) if cookie else None
    return Principal(account.name, account.role, "session", cookie) if account else None
