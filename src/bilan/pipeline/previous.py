"""Which edition comes before an edition? The one its readers had last, that `what changed` compares with."""

from collections.abc import Iterable

from bilan.document import Edition, Identity


def predecessor(editions: Iterable[Edition], identity: Identity, issue: int) -> Edition | None:
    """The last issue that counts of a period before, of the same audience and language; in a first period the issue before.

    One that was withdrawn is compared with by nobody.
    """
    mine = [one for one in editions if _reader(one.identity) == _reader(identity) and one.state != "withdrawn"]
    earlier = [one for one in mine if one.identity.period < identity.period and one.state == "issued"]
    known = earlier or [one for one in mine if one.identity.period == identity.period and one.issue < issue]
    return max(known, key=lambda one: (one.identity.period, one.issue), default=None)


def last_issue(editions: Iterable[Edition], identity: Identity) -> Edition | None:
    """The latest issue of an edition, None before the first."""
    return max((one for one in editions if one.identity == identity), key=lambda one: one.issue, default=None)


def _reader(identity: Identity) -> tuple[str, str, str]:
    return identity.partnership, identity.audience, identity.language
