"""Who wants nothing any more, or can have nothing? Addresses are kept off the list's effect, not off the list."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from bilan.delivery.keys import secret
from bilan.delivery.records import Post
from bilan.delivery.unsubscribe import address_in
from bilan.dispatch.bounces import Bounce
from bilan.ledger.book import Ledger
from bilan.project import Project

UNSUBSCRIBED = "unsubscribed by the link in a mail"
_PASSING = "for now only: nothing changes"


def leave(project: Project, ledger: Ledger, token: str, now: datetime, environ: Mapping[str, str]) -> str | None:
    """Let nothing go any more to the address a token was made for; that address, or None for a token that is not ours.

    Safe to repeat: mail programs ask more than once (RFC 8058).
    """
    address = address_in(token, secret(Post(project, environ), project.config.delivery.unsubscribe_secret))
    if address is not None:
        ledger.suppressions.add(address, UNSUBSCRIBED, now)
    return address


def bounced(ledger: Ledger, found: Iterable[Bounce], now: datetime, by: str = "") -> list[tuple[Bounce, str]]:
    """Let nothing go any more to addresses that are dead for good, all or none of them; what became of each."""
    told = list(found)
    new = ledger.suppressions.add_all({one.address: f"bounced: {one.reason}" for one in told if one.lasting}, now, by)
    return [(one, _became(one, new=one.address.casefold() in new)) for one in told]


def foreseen(ledger: Ledger, found: Iterable[Bounce]) -> list[tuple[Bounce, str]]:
    """What would become of each; nothing changes."""
    known = ledger.suppressions.all()
    there = "gets nothing already"
    would = "would get nothing any more"
    return [(one, _PASSING if not one.lasting else there if one.address.casefold() in known else would) for one in found]


def _became(one: Bounce, *, new: bool) -> str:
    if not one.lasting:
        return _PASSING
    return "gets nothing any more" if new else "got nothing already"
