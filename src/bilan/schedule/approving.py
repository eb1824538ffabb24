"""What follows from an approval? It is written down, and the last one needed issues just the bytes that were approved."""

from dataclasses import dataclass
from datetime import datetime

from bilan.archive.archive import Archive
from bilan.errors import BilanError
from bilan.ledger.book import Ledger
from bilan.ledger.records import OccurrenceRow, State
from bilan.pipeline.publish import Desk
from bilan.project import Project
from bilan.schedule.due import issue_waiting


@dataclass(frozen=True, slots=True)
class Word:
    """A person's word on an edition that waits: its number, the beginning of its hash or all of it, whose word, and when."""

    occurrence: int
    sha256: str
    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Approved:
    """What waits, how many persons have approved it by now, and the path of its PDF where it is issued.

    `error` tells why it could not be issued yet although all have approved; the approvals count all the same.
    """

    row: OccurrenceRow
    given: int
    path: str | None = None
    error: BilanError | None = None


def approve(project: Project, ledger: Ledger, word: Word, owner: str) -> Approved:
    """Write an approval down, and issue the edition where it was the last one needed; `owner` is this process.

    UsageError for a number that is not there, ConflictError where nothing awaits approval, or something else does.
    """
    row, given = ledger.approvals.approve(word.occurrence, word.sha256, word.person, word.at)
    if given < row.approvals:
        return Approved(row, given)
    desk = Desk(project, ledger, Archive.of(project), word.at)
    try:
        error = next((outcome.error for _, outcome in issue_waiting(desk, owner, row.id) if outcome.error), None)
    except BilanError as raised:
        error = raised
    after = ledger.occurrence(row.id)
    path = after.reason if after and after.state is State.ISSUED else None
    return Approved(row, given, path, error)
