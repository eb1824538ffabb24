"""Which mistakes must the fault campaigns find? Each is planted in the running program, and the campaign must turn red."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bilan.archive import place
from bilan.delivery.records import Answer, Result
from bilan.dispatch.postman import Postman
from bilan.document import Edition
from bilan.ledger.records import Claim
from bilan.ledger.sending import Outbox
from bilan.marks import mark
from bilan.pipeline import publish
from bilan.pipeline.outcome import Outcome


def _twice() -> list[Any]:
    """Sends before it writes that it sends."""
    return [patch.object(Outbox, "begin", lambda _self, row, *_: row), patch.object(Outbox, "settle", lambda *_: False)]


def _lost() -> list[Any]:
    """Calls sent what it never handed over."""
    return [patch.object(Postman, "_handed_over", lambda *_, **__: Answer(Result.SENT, "250 trust me", 250))]


def _fence() -> list[Any]:
    """Issues though another worker has taken the work over."""
    whole = publish.issue_stored

    def ignoring(desk: publish.Desk, edition: Edition, manifest_sha256: str, claim: Claim) -> Outcome:
        row = desk.ledger.occurrence(claim.occurrence)
        if row and row.fence != claim.fence:
            claim = replace(claim, fence=row.fence)
            identity, issue = edition.identity, desk.ledger.next_issue(edition.identity)
            stored = desk.archive.store(identity, issue, b"%PDF-1.7 stale\n%%EOF", _stale(desk, edition, issue), {})
            edition = replace(edition, issue=issue, key=f"stale {issue}", path=stored.name, sha256=stored.sha256)
            desk.ledger.record_edition(edition, stored.manifest_sha256, None, desk.now)
            desk.archive.reveal(edition.path, stored.manifest_sha256, desk.now)
            return Outcome(identity, edition)
        return whole(desk, edition, manifest_sha256, claim)

    return [patch.object(publish, "issue_stored", ignoring)]


def _stale(desk: publish.Desk, edition: Edition, issue: int) -> dict[str, Any]:
    first = next(one for one, _ in desk.archive.records(edition.identity.partnership))
    manifest = desk.archive.manifest(first.path)
    facts = {"period": str(edition.identity.period), "audience": edition.identity.audience, "language": edition.identity.language}
    return manifest | {"edition": manifest["edition"] | facts | {"issue": issue, "number": edition.number, "key": f"stale {issue}"}}


def _half() -> list[Any]:
    """Writes a file in its place, a part at a time."""

    def straight(staged: Path, target: Path) -> None:
        if staged.is_symlink():
            staged.replace(target)
            return
        content = staged.read_bytes()
        target.unlink(missing_ok=True)
        with target.open("wb") as file:
            file.write(content[: len(content) // 2])
            file.flush()
            mark("half written")
            file.write(content[len(content) // 2 :])

    return [patch.object(place, "swap", straight)]


def _latest() -> list[Any]:
    """Takes `latest` away before the new one is there."""
    whole = place.swap

    def gone(staged: Path, target: Path) -> None:
        if target.name == "latest":
            target.unlink(missing_ok=True)
            mark("half written")
        whole(staged, target)

    return [patch.object(place, "swap", gone)]


def _early() -> list[Any]:
    """Shows an edition before the ledger has decided."""
    whole = publish.issue_stored

    def shown(desk: publish.Desk, edition: Edition, manifest_sha256: str, claim: Claim) -> Outcome:
        desk.archive.reveal(edition.path, manifest_sha256, desk.now)
        return whole(desk, edition, manifest_sha256, claim)

    return [patch.object(publish, "issue_stored", shown)]


def _again() -> list[Any]:
    """Sends again what a lost sender may have sent."""
    whole = Outbox.recover
    return [patch.object(Outbox, "recover", lambda self, now, again: whole(self, now, [*again, "smtp"]))]


PLANTED: dict[str, tuple[Callable[[], list[Any]], str]] = {
    "twice": (_twice, "settled=SIGKILL"),
    "lost": (_lost, "settled=SIGKILL"),
    "fence": (_fence, "stored=SIGSTOP"),
    "half": (_half, "half written#7=SIGKILL"),
    "latest": (_latest, "half written=SIGKILL"),
    "early": (_early, "named=SIGKILL"),
    "again": (_again, "handed over#9=SIGKILL"),
}
"""What is planted, and the fault by which it shows."""


@contextmanager
def planted(name: str) -> Iterator[None]:
    """The program with a mistake in it, for as long as it lasts."""
    with ExitStack() as stack:
        for one in PLANTED[name][0]() if name else ():
            stack.enter_context(one)
        yield
