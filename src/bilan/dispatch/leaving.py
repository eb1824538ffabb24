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


def leave(project: Project, ledger: Ledger, token: str, now: datetime, environ: Mapping[str, str]) -> str | None:
    """Let nothing go any more to the address a token was made for; that address, or None for a token that is not ours.

    Safe to repeat: mail programs ask more than once (RFC 8058).
    """
    address = address_in(token, secret(Post(project, environ), project.config.delivery.unsubscribe_secret))
    if address is not None:
        ledger.suppressions.add(address, UNSUBSCRIBED, now)
    return address


def bounced(ledger: Ledger, found: Iterable[Bounce], now: datetime) -> list[tuple[Bounce, str]]:
    """Let nothing go any more to addresses that are dead for good; what became of each."""
    told = []
    for one in found:
        if not one.lasting:
            told.append((one, "for now only: nothing changes"))
        else:
            new = ledger.suppressions.add(one.address, f"bounced: {one.reason}", now)
            told.append((one, "gets nothing any more" if new else "got nothing already"))
    return told
