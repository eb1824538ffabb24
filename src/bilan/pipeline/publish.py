"""How does a finished edition get out? Its content is kept first, then the ledger decides, then it gets its names."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bilan.archive.archive import Archive
from bilan.document import Edition, Identity
from bilan.errors import ArchiveError, AwaitingError, BusyError
from bilan.ledger.approvals import Built
from bilan.ledger.records import Claim, EditionRow, Receiver
from bilan.marks import mark
from bilan.pipeline.outcome import Outcome, edition_of
from bilan.pipeline.waiting import Waiting
from bilan.project import Project

if TYPE_CHECKING:
    from bilan.ledger.book import Ledger

_log = logging.getLogger(__name__)
Receivers = Callable[[Claim], Sequence[Receiver]]


def nobody(_claim: Claim) -> Sequence[Receiver]:
    """Who gets what a person builds by hand."""
    return ()


@dataclass(frozen=True, slots=True)
class Desk:
    """What an edition is published with: project, ledger, archive, the instant, and who gets it."""

    project: Project
    ledger: "Ledger"
    archive: Archive
    now: datetime
    receivers: Receivers = nobody


@dataclass(frozen=True, slots=True)
class Content:
    """All that is published of an edition."""

    identity: Identity
    issue: int
    pdf: bytes
    manifest: Mapping[str, Any]
    files: Mapping[str, bytes]


def publish(desk: Desk, content: Content, claim: Claim) -> Outcome:
    """Issue an edition, or lay it aside where somebody must approve it first (AwaitingError says how).

    A crash at any instant leaves the old or the new: what is kept and not recorded nobody sees, and what is recorded
    and not revealed is revealed at the next start. TakenOverError or CancelledError where the claim is ours no more.
    """
    said = (content.identity, content.issue, content.pdf, content.manifest, content.files)
    needed = desk.project.config.approval.get(content.identity.audience, 0)
    if needed:
        stored = Waiting(desk.project).keep(*said)
        mark("kept to wait")
        desk.ledger.approvals.wait(claim, Built(stored.sha256, stored.manifest_sha256, needed), desk.now)
        raise awaiting(claim, stored.sha256, needed)
    stored = desk.archive.store(*said)
    mark("stored")
    return issue_stored(desk, replace(edition_of(content.manifest, stored.name), sha256=stored.sha256), stored.manifest_sha256, claim)


def issue_stored(desk: Desk, edition: Edition, manifest_sha256: str, claim: Claim) -> Outcome:
    """Let the ledger decide over what is kept in the archive, then reveal it; an error beside the edition: out, and not yet seen."""
    receivers = desk.receivers(claim)
    desk.ledger.record_edition(edition, manifest_sha256, None, desk.now, claim, receivers)
    mark("recorded")
    try:
        desk.archive.reveal(edition.path, manifest_sha256, desk.now)
        mark("revealed")
    except (ArchiveError, BusyError) as error:
        _log.error("edition %s: is issued, but cannot be shown before the next start: %s", edition.identity, error)
        return Outcome(edition.identity, edition, error)
    return Outcome(edition.identity, edition)


def complete(desk: Desk, *, shown: bool = True) -> None:
    """Let ledger and archive agree after a crash or a loss: adopt what is archived only, and reveal (`shown`) what is recorded only."""
    desk.ledger.adopt(desk.archive.records(), desk.now)
    if shown:
        _show(desk, desk.ledger.editions())


def catch_up(desk: Desk, since: datetime) -> None:
    """Reveal what was recorded since an instant and its worker could not show; quick where that is nothing."""
    if recent := desk.ledger.editions(since=since):
        _show(desk, recent)


def furnish(desk: Desk) -> None:
    """Pages and feeds of the archive, once for all editions of a run; what fails here is made good by the next."""
    try:
        desk.archive.furnish()
    except (ArchiveError, BusyError) as error:
        _log.warning("%s", error)


def _show(desk: Desk, rows: Sequence[EditionRow]) -> None:
    for lost in desk.archive.project(rows):
        _log.error("%s", lost)


def awaiting(claim: Claim, sha256: str, needed: int) -> AwaitingError:
    """What is told of an edition that waits."""
    persons = "1 person" if needed == 1 else f"{needed} persons"
    hint = f"look at .bilan/waiting, then `bilan approve {claim.due.identity} --hash {sha256[:16]}`"
    return AwaitingError(f"{claim.due.identity}", f"is built and awaits approval by {persons} of {sha256[:16]}", hint)
