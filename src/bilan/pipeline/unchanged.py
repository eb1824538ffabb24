"""Which editions need no making? Those whose every input is as it was, told by hashes alone and quickly."""

from collections.abc import Mapping
from typing import Any

from bilan.archive.archive import Archive
from bilan.archive.names import MANIFEST
from bilan.document import Edition, Identity
from bilan.errors import ArchiveError, HeldError, Problem
from bilan.pipeline.fingerprint import remembered
from bilan.pipeline.outcome import Outcome, edition_of
from bilan.pipeline.previous import last_issue, predecessor
from bilan.pipeline.request import Order
from bilan.project import Project
from bilan.sources.observations import outside_tables


def before(archive: Archive, order: Order) -> str:
    """Key of the edition this one is compared with."""
    known = [one for one, _ in archive.records(order.identity.partnership)]
    latest = last_issue(known, order.identity)
    before = predecessor(known, order.identity, latest.issue if latest else 1)
    return before.key if before else ""


def unchanged(project: Project, archive: Archive, asked: list[Order], hashes: Mapping[Identity, str]) -> dict[Identity, Outcome]:
    """What was made of exactly these files and is still there whole, by identity; `hashes` are those of the files now."""
    known = remembered(project)
    found = {}
    away = {slug for slug in {one.identity.partnership for one in asked} if outside_tables(project.folder(slug))}
    for order in (one for one in asked if one.identity.partnership not in away):  # a table elsewhere changes without any file here
        last = known.get(str(order.identity), {})
        manifest = last.get("manifest", "")
        if last.get("inputs") == hashes[order.identity] and _counts(archive, manifest) and archive.intact(manifest):
            found[order.identity] = Outcome(
                order.identity, edition_of(archive.manifest(manifest), f"{manifest.removesuffix(MANIFEST)}.pdf", reused=True)
            )
    return found


def standing(archive: Archive, latest: Edition, manifest: Mapping[str, Any]) -> Outcome:
    """The last issue of what has not changed; HeldError where it was withdrawn, ArchiveError where its PDF was damaged."""
    if latest.state == "withdrawn":
        said = f"was withdrawn, and nothing has changed since: {latest.reason}"
        raise HeldError(str(latest.identity), (Problem(latest.path, said, "mend the data and build again, or `bilan correct` it"),))
    if not archive.intact(archive.locate(latest.path)):
        raise ArchiveError(latest.path, "is not the PDF its manifest names", "restore it from a copy, or remove both and build again")
    return Outcome(latest.identity, edition_of(manifest, latest.path, reused=True))


def _counts(archive: Archive, manifest: str) -> bool:
    """Whether an edition was neither withdrawn nor replaced."""
    path = f"{manifest.removesuffix(MANIFEST)}.pdf"
    return any(one.path == path and one.state == "issued" for one, _ in archive.records(manifest.partition("/")[0]))
