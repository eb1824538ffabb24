"""What becomes of an edition that enough persons approved? Just the bytes they approved are issued, never a rebuild."""

import logging
from collections.abc import Iterator
from datetime import timedelta

from bilan.errors import BilanError, CancelledError, TakenOverError
from bilan.ledger.leases import chance_of
from bilan.ledger.records import Claim, State
from bilan.pipeline.outcome import Outcome, edition_of
from bilan.pipeline.publish import Desk, furnish, issue_stored
from bilan.pipeline.waiting import Waiting

_log = logging.getLogger(__name__)


def issue_approved(desk: Desk, owner: str, lease: timedelta, occurrence: int | None = None) -> Iterator[tuple[Claim, Outcome]]:
    """Issue everything that enough persons approved, or the one occurrence named; each claim and what became of it.

    What fails in passing is tried again later; what can never be issued is held, to be built and approved anew.
    """
    issued = False
    while desk.ledger.approvals.waits() and (claim := desk.ledger.approvals.claim(desk.now, owner, lease, occurrence)):
        outcome = _issued(desk, claim)
        issued = issued or outcome.edition is not None
        if outcome.error:
            _log.error("edition %s: %s", outcome.identity, outcome.error)
        yield claim, outcome
    if issued:
        furnish(desk)
    _clear(desk)


def _clear(desk: Desk) -> None:
    """Remove what waits for nobody any more, unless somebody builds just now and may be laying something aside."""
    waiting = Waiting(desk.project)
    if waiting.holds_anything():
        rows = desk.ledger.occurrences(states=(State.AWAITING, State.DUE, State.RUNNING))
        if all(row.sha256 or row.state is not State.RUNNING for row in rows):
            waiting.clear(row for row in rows if row.sha256)


def _issued(desk: Desk, claim: Claim) -> Outcome:
    row = desk.ledger.occurrence(claim.occurrence)
    try:
        approved = (str(row and row.sha256), str(row and row.manifest_sha256))
        name, manifest = Waiting(desk.project).move(claim.due.identity, approved, desk.archive)
        return issue_stored(desk, edition_of(manifest, name), approved[1], claim)
    except BilanError as error:
        _give_back(desk, claim, error)
        return Outcome(claim.due.identity, error=error)


def _give_back(desk: Desk, claim: Claim, error: BilanError) -> None:
    reason = f"approved, but not issued: {error}"
    if isinstance(error, TakenOverError):
        return
    if isinstance(error, CancelledError):
        desk.ledger.finish(claim, State.CANCELLED, desk.now, str(error))
    elif error.transient:
        desk.ledger.put_off(claim, desk.now, reason, chance_of(claim))
    else:
        desk.ledger.finish(claim, State.HELD, desk.now, reason)
