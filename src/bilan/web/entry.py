"""How does somebody come in? By name and password, checked slowly and counted, or by a provider; a session is what they get."""

from bilan.ledger.people_records import AccountRow, folded
from bilan.secret import digest, fresh_secret
from bilan.web.passwords import fits, hashed, outdated
from bilan.web.principal import IDLE, LONGEST
from bilan.web.problems import RefusedError, slow_down
from bilan.web.site import Site

WRONG = "name or password is wrong"


def logged_in(site: Site, name: str, password: str, where: str) -> str:
    """The secret of a fresh session; RefusedError 401 where name or password is wrong, 429 where it was tried too often.

    Nobody learns whether an account exists: what is told, and how long it takes, are the same.
    """
    if wait := site.logins.take(f"from {where}") or site.logins.take(f"to {folded(name)[:100]}"):
        raise slow_down(wait, "too many tries to log in")
    people, now = site.ledger.people, site.now()
    account = people.account(name)
    fitting = fits(account.password if account else None, password)
    if account is None or account.locked(now):
        raise RefusedError(401, WRONG)
    if not fitting:
        people.failed(account.name, now)
        raise RefusedError(401, WRONG)
    known = people.succeeded(account.name, now)
    if known is None:
        raise RefusedError(401, WRONG)
    if known.password and outdated(known.password):
        known = people.rehash(known, hashed(password))
    return opened(site, known)


def opened(site: Site, account: AccountRow) -> str:
    """The secret of a fresh session of an account."""
    secret = fresh_secret()
    site.ledger.people.open_session(account, digest(secret), site.now(), IDLE, LONGEST)
    return secret
