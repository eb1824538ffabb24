"""Who gets what a schedule issues? Those on the list, or of the groups it names, as the ledger knows them."""

from collections.abc import Sequence
from datetime import date, datetime

from bilan.delivery.recipients import recipients
from bilan.delivery.records import Recipient
from bilan.errors import ConfigError
from bilan.ledger.book import Ledger
from bilan.ledger.records import Claim, Due, Receiver, kind_of
from bilan.project import Project


class Receivers:
    """Who gets what schedules issue on a day; a list that cannot be read costs no edition: its `problem` is told, and nobody gets it yet.

    `delivery = false` sends to nobody, names of groups to these alone; what no schedule of ours asked for goes to nobody.
    """

    def __init__(self, project: Project, on: date) -> None:
        self._schedules, self._on = project.config.schedule, on
        self.problem: ConfigError | None = None
        self._listed: tuple[Recipient, ...] = ()
        try:
            self._listed = recipients(project)
        except ConfigError as error:
            self.problem = error

    def __call__(self, claim: Claim) -> Sequence[Receiver]:
        """Who gets what is issued for a claim."""
        return self.of(claim.due)

    def of(self, due: Due) -> Sequence[Receiver]:
        """Who gets what a schedule asked for."""
        asked = self._schedules.get(due.schedule)
        if asked is None or asked.delivery is False:
            return ()
        groups = () if asked.delivery is True else asked.delivery
        return [known_as(one) for one in self._listed if one.gets(due.identity, self._on, groups)]

    def wanted(self, due: Due) -> bool:
        """Whether a schedule wants what it asked for to be sent."""
        asked = self._schedules.get(due.schedule)
        return asked is not None and asked.delivery is not False


def known_as(one: Recipient) -> Receiver:
    """A recipient as the ledger knows it."""
    return Receiver(one.channel, one.address)


def hand_over(ledger: Ledger, due: Due, path: str, to: Receivers, now: datetime) -> None:
    """Let an edition be sent that may have been issued before it was due; nobody gets it twice.

    Where the list cannot be read the owner is told what to do once it can.
    """
    edition = next(row for row in ledger.editions(due.partnership) if row.path == path)
    if to.problem is None:
        ledger.outbox.add(edition, kind_of(edition.issue), to.of(due), now)
    elif to.wanted(due):
        detail = f"{to.problem}\nMend the list, then: bilan send {edition.identity}"
        ledger.notices.open(f"unlisted:{edition.id}", f"{edition.identity} is issued and sent to nobody", detail, now)
