"""What is the owner told? All that waits, in one message, by the first of the addresses that takes it."""

import hashlib
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from bilan.delivery.channel import Teller, load_channels
from bilan.delivery.records import Answer, Note, Post, Result
from bilan.dispatch.records import Means
from bilan.dispatch.waits import wait
from bilan.errors import BilanError
from bilan.ledger.book import Ledger
from bilan.ledger.notices import NoticeRow
from bilan.ledger.records import ReceiptState
from bilan.project import Project

LEASE = timedelta(minutes=5)
_log = logging.getLogger(__name__)


def tell_owner(project: Project, ledger: Ledger, now: datetime, means: Means) -> int:
    """Tell the owner of every hold, failure, refusal or unknown end nobody was told of yet; of how many.

    Where `delivery.owner` names nobody they wait, and are shown by `bilan status`.
    """
    ledger.notices.watch(now)
    owners = project.config.delivery.owner
    rows = ledger.notices.take(now, LEASE) if owners else []
    if not rows:
        return 0
    told = message(rows, project.config.office.name)
    answer = _told(owners, told, Post(project, means.environ), now)
    if answer.result is Result.DEFERRED:
        pause = wait(max(row.attempt for row in rows) + 1, rows[0].episode)
        state = ReceiptState.DEFERRED if pause else ReceiptState.REFUSED
        ledger.notices.settle(rows, state, now, now + pause if pause else None)
        _log.error("owner: could not be told of %d: %s", len(rows), answer.text)
        return 0
    ledger.notices.settle(rows, ReceiptState(answer.result.value), now)
    return len(rows)


def message(rows: Sequence[NoticeRow], office: str) -> tuple[str, str, str]:
    """Key, subject and text of what is told together."""
    key = hashlib.sha256("\n".join(row.episode for row in rows).encode()).hexdigest()[:40]
    subject = rows[0].subject if len(rows) == 1 else f"{len(rows)} matters need a person"
    text = "\n\n".join(f"{row.subject}\n{row.detail}".rstrip() for row in rows)
    return key, f"{office}: {subject}", f"{text}\n"


def _told(owners: Sequence[str], told: tuple[str, str, str], post: Post, now: datetime) -> Answer:
    """The answer of the first owner who takes it, or of the last who does not."""
    answer = Answer(Result.DEFERRED, "")
    for owner in owners:
        answer = _tell(owner, Note(told[0], owner, told[1], told[2], now), post)
        if answer.result is Result.SENT:
            break
    return answer


def _tell(owner: str, note: Note, post: Post) -> Answer:
    try:
        line = load_channels().get("webhook" if "://" in owner else "smtp").open(post)
    except BilanError as error:
        return Answer(Result.DEFERRED, str(error))
    try:
        return line.tell(note) if isinstance(line, Teller) else Answer(Result.REFUSED, "tells nobody anything")
    except (BilanError, ValueError) as error:
        return Answer(Result.DEFERRED, str(error))
    finally:
        line.close()
