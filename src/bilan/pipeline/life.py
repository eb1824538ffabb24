"""What can be done about an edition that is out and wrong? It is corrected by the next issue, or withdrawn; never altered, never removed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bilan.archive.archive import Archive
from bilan.compose.erratum import Erratum
from bilan.document import Edition
from bilan.errors import LedgerError, UsageError
from bilan.pipeline.build import Session, build
from bilan.pipeline.outcome import Outcome, edition_of
from bilan.pipeline.previous import last_issue
from bilan.pipeline.request import Request

if TYPE_CHECKING:
    from bilan.ledger.records import Receiver
    from bilan.pipeline.publish import Desk

LONGEST = 300


def correct(session: Session, name: str, reason: str, as_of: date | None = None) -> Outcome:
    """Issue an edition anew, with a note on its first page that says what was wrong with the last issue.

    The same number, from the data as they are now, as of the same day unless another is given. Whoever had the last issue, or
    waits for it, gets this one. Corrected again with the same reason it stays as it is. UsageError for an edition that is not here, or that a later issue has replaced.
    """
    reason = on_page(reason)
    with _desk(session) as desk:
        mine, last = _issues(desk.archive, name)
        done = Erratum.of(desk.archive.manifest(last.path)["made_from"])
        if done and done.reason == reason and mine.issue in (last.issue, done.issue) and last.state == "issued":
            return Outcome(last.identity, edition_of(desk.archive.manifest(last.path), last.path, reused=True))
        if mine.issue != last.issue:
            raise UsageError(f"edition {mine.path}", f"was replaced by issue {last.issue}", f"correct that one: {last.path}")
        who, erratum = last.identity, Erratum(last.issue, last.issued_on, reason)
        had = _had(desk, last.path)
        session = replace(session, ledger=desk.ledger, receivers=session.receivers or (lambda _: had))
        day = as_of or last.as_of
        (outcome,) = build(session, Request((who.partnership,), who.period, (who.audience,), (who.language,), day, erratum=erratum))
        return outcome


def withdraw(session: Session, name: str, reason: str) -> Edition:
    """Take the last issue of an edition back: its number, its files and the reason stay, and whoever has it is told.

    Withdrawn again it stays as it is, with its first reason. UsageError for an edition that is not here, LedgerError for one that
    a later issue has replaced.
    """
    reason = on_page(reason)
    with _desk(session) as desk:
        mine, _ = _issues(desk.archive, name)
        row = next((one for one in desk.ledger.editions(mine.identity.partnership) if one.path == mine.path), None)
        if row is None:
            raise LedgerError(f"edition {mine.path}", "is in the archive and not in the ledger", "run `bilan archive check`")
        row = desk.ledger.withdraw(row.id, reason, session.actor, session.now)
        desk.archive.withdraw(row.path, row.reason, row.settled_at or session.now)
        return replace(mine, state=str(row.state), reason=row.reason, settled_at=row.settled_at)


@contextmanager
def _desk(session: Session) -> "Iterator[Desk]":
    """Ledger and archive, agreed with each other: what a crash left undone is done first."""
    from bilan.ledger.book import PATIENCE_SECONDS, Ledger  # noqa: PLC0415  heavy
    from bilan.pipeline.publish import Desk, complete  # noqa: PLC0415  same

    project = session.project
    with Ledger.open(project.config.ledger, project.root, patience=PATIENCE_SECONDS) as ledger:
        desk = Desk(project, ledger, Archive.of(project), session.now)
        complete(desk)
        yield desk


def _issues(archive: Archive, name: str) -> tuple[Edition, Edition]:
    """The issue that is named, and the last one of the same edition."""
    manifest = archive.locate(name)
    known = [one for one, _ in archive.records()]
    mine = next(one for one in known if archive.locate(one.path) == manifest)
    return mine, last_issue(known, mine.identity) or mine


def _had(desk: "Desk", path: str) -> list["Receiver"]:
    """Whom an issue reached, or still waits for; not those who refused it."""
    from bilan.ledger.records import MessageKind, ReceiptState  # noqa: PLC0415  same

    row = next((one for one in desk.ledger.editions() if one.path == path), None)
    rows = desk.ledger.outbox.rows(row.id) if row else []
    gone = (ReceiptState.REFUSED, ReceiptState.CANCELLED)
    return [one.receiver for one in rows if one.kind is not MessageKind.WITHDRAWAL and one.state not in gone]


def on_page(reason: str) -> str:
    """A reason fit for a page, on one line; UsageError where it is none, too long, or holds signs that cannot be printed."""
    text = " ".join(reason.split())
    hint = "say in a sentence what was wrong, in the language of the edition"
    if not 0 < len(text) <= LONGEST:
        raise UsageError("reason", f"has {len(text)} characters, from 1 to {LONGEST} are wanted", hint)
    if not text.isprintable():
        signs = ", ".join(dict.fromkeys(f"U+{ord(one):04X}" for one in text if not one.isprintable()))
        raise UsageError("reason", f"holds signs that cannot be printed: {signs}", hint)
    return text
