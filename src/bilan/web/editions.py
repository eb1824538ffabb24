"""How is an edition found and shown, for page and API alike? By its name, with its files, receipts, and what changed since another."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bilan.archive.entry import ISSUED, SUPERSEDED, Entry
from bilan.errors import ArchiveError, UsageError, closest
from bilan.ledger.people_records import Role
from bilan.ledger.records import ReceiptRow, State
from bilan.web.principal import Principal
from bilan.web.site import Site

if TYPE_CHECKING:
    from bilan.findings.changes import Difference

_ISSUE = re.compile(r"(.+\.[a-z]{2})-([0-9]{1,4})")
KINDS = {
    "pdf": "application/pdf", "html": "text/html; charset=utf-8", "csv": "text/csv; charset=utf-8", "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "png": "image/png",
}  # fmt: skip
UNKNOWN_KIND = "application/octet-stream"


def numbered(name: str, issue: int) -> str:
    """`kz-kg/2026-10/analyst.fr` with the number of its issue: from the second on `-2`."""
    return name if issue == 1 else f"{name}-{issue}"


def name_of(entry: Entry) -> str:
    """The name that stands for just this issue; the first one has none of its own while it is the one that counts."""
    return entry.name if entry.issue == 1 and entry.state == ISSUED else f"{entry.name}-{entry.issue}"


def archived(name: str) -> str:
    """How archive and ledger find what is called so here: the PDF of the issue it names, else the name as it is."""
    base, issue = _parted(name)
    return name if issue is None else f"{base}.pdf" if issue == 1 else f"{base}.issue-{issue}.pdf"


def _parted(name: str) -> tuple[str, int | None]:
    found = _ISSUE.fullmatch(name)
    return (found[1], int(found[2])) if found else (name, None)


def entry_of(site: Site, name: str) -> Entry:
    """The edition of a name: the issue it names, else the last one that counts; UsageError where there is none."""
    base, issue = _parted(name)
    found = [one for one in site.editions() if one.name == base and issue in (None, one.issue)]
    if not found:
        known = [one.name for one in site.editions()]
        raise UsageError(f"edition '{name}'", f"is not in the archive{closest(name, known)}", "the list of editions tells which there are")
    counting = [one for one in found if one.state == ISSUED] or [one for one in found if one.state != SUPERSEDED]
    return max(counting or found, key=lambda one: one.issue)


def file_of(site: Site, entry: Entry, name: str) -> tuple[bytes, str]:
    """One of the files of an edition and its hash; UsageError for a name it does not have."""
    names = {path.rpartition("/")[2]: path for path in (entry.pdf, *entry.files, entry.manifest)}
    if name not in names:
        raise UsageError(f"file '{name[:100]}'", f"is not there{closest(name, list(names))}", f"there are: {', '.join(names)}")
    manifest = site.manifest(entry)
    hashes: Mapping[str, str] = {manifest["pdf"]["file"]: manifest["pdf"]["sha256"], **manifest.get("files", {})}
    digest = hashes.get(name, entry.manifest_sha256)
    return site.archive.blob(digest), digest


def kind_of(name: str) -> str:
    """The media type of a file by its ending."""
    return KINDS.get(name.rpartition(".")[2], UNKNOWN_KIND)


def changes(site: Site, before: Entry, after: Entry) -> "list[Difference]":
    """What is not the same in two editions; UsageError where one of them keeps no state to compare."""
    from bilan.findings.changes import differences  # noqa: PLC0415  loads the findings

    manifests = [site.manifest(one) for one in (before, after)]
    for entry, manifest in zip((before, after), manifests, strict=True):
        if "state" not in manifest:
            raise UsageError(f"edition '{entry.name}'", "was issued before states were kept in manifests", "compare later editions")
    return list(differences(manifests[0]["state"], manifests[1]["state"]))


def deliveries_of(site: Site, entry: Entry, principal: Principal) -> list[dict[str, Any]]:
    """What became of each message of an edition; who may not send sees no address."""
    row = next((one for one in site.ledger.editions(entry.partnership) if one.path == entry.pdf), None)
    rows = site.ledger.outbox.rows(row.id) if row else []
    return [told_receipt(one, whole=principal.may(Role.APPROVE)) for one in rows]


def told_receipt(one: ReceiptRow, *, whole: bool) -> dict[str, Any]:
    """A receipt as JSON; without `whole` the recipient is masked."""
    return {
        "id": one.id, "channel": one.receiver.channel, "recipient": one.receiver.recipient if whole else masked(one.receiver.recipient),
        "kind": one.kind.value, "state": one.state.value, "attempt": one.attempt, "code": one.last_code,
        "text": one.last_text if whole else "", "created_at": one.created_at.isoformat(),
        "settled_at": one.settled_at.isoformat() if one.settled_at else None,
    }  # fmt: skip


def waiting_pages(site: Site, number: int) -> tuple[bytes, str, str]:
    """The PDF that awaits approval, its hash, and what it is called; UsageError where nothing awaits it."""
    from bilan.pipeline.waiting import Waiting  # noqa: PLC0415  loads the chain

    row = site.ledger.occurrence(number)
    if row is None or row.state is not State.AWAITING or not row.sha256:
        raise UsageError(
            f"occurrence {number}", "is not there, or nothing of it awaits approval", "the list of occurrences tells what does"
        )
    path = Waiting(site.project).shown(row.due.identity, row.sha256)
    try:
        return path.read_bytes(), row.sha256, path.name
    except OSError:
        raise ArchiveError(path.name, "cannot be read", "`bilan retry` makes it anew") from None


def masked(recipient: str) -> str:
    """An address of which only its domain is told."""
    return f"…@{recipient.rpartition('@')[2]}" if "@" in recipient else "…"
