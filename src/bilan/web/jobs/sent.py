"""Where does a file wait that came with a request? In its job's own folder, under a name of ours, until the job has ended."""

import hashlib
import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from bilan.errors import DiskError, UsageError
from bilan.ledger.book import Ledger
from bilan.project import Project
from bilan.web.jobs.bench import DRAFTS, folder_of
from bilan.web.jobs.requests import AuditAsked

SENT = "sent"
"""The folder within a job's own: nobody is given a file out of it."""
DOCUMENT, MANIFEST = "document", "manifest"
CHUNK_BYTES = 256 * 1024
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Sent:
    """What came with a request: the name of a file, its bytes, and those of its manifest if there are any."""

    name: str
    file: BinaryIO
    manifest: BinaryIO | None = None


def kept(project: Project, job: str, sent: Sent) -> AuditAsked:
    """Keep what was sent for a job that is to come, and tell what to ask it for; nothing looks into the bytes here.

    DiskError where there is no room for it.
    """
    folder = sent_folder(project, job)
    try:
        folder.mkdir(parents=True)
        sha256 = _written(folder / DOCUMENT, sent.file)
        manifest = _written(folder / MANIFEST, sent.manifest) if sent.manifest else None
    except OSError as error:
        raise DiskError(plain(sent.name), f"cannot be kept: {error.strerror}", "check space and permissions of .bilan") from error
    return AuditAsked(file=plain(sent.name), sha256=sha256, manifest_sha256=manifest)


def sent_folder(project: Project, job: str) -> Path:
    """Where what was sent for a job lies."""
    return folder_of(project, job) / SENT


def let_go(project: Project, job: str) -> None:
    """Remove what was sent for a job."""
    shutil.rmtree(sent_folder(project, job), ignore_errors=True)


def cleared(project: Project, ledger: Ledger) -> None:
    """Remove what was sent for jobs that have ended, such as one called off while it waited: no more lies here than is open."""
    for folder in (project.machine / DRAFTS).glob(f"*/{SENT}"):
        if _has_ended(ledger, folder.parent.name):
            let_go(project, folder.parent.name)


def plain(name: str) -> str:
    """The last part of a name somebody gave, in one line that any ledger can hold; `file` where nothing is left of it."""
    bare = name.replace("\\", "/").rpartition("/")[2].encode("utf-8", "replace").decode()
    return "".join(sign if sign.isprintable() else "_" for sign in bare)[:LONGEST].strip() or "file"


def found(project: Project, job: str, asked: AuditAsked) -> tuple[Path, Path | None]:
    """The file of a job, and its manifest; UsageError where they are gone, or not what was sent."""
    folder = sent_folder(project, job)
    document, manifest = folder / DOCUMENT, folder / MANIFEST if asked.manifest_sha256 else None
    if not _is(document, asked.sha256) or (manifest and not _is(manifest, asked.manifest_sha256)):
        raise UsageError(asked.file, "is not what was sent, or lies here no more", "send it again")
    return document, manifest


def _has_ended(ledger: Ledger, job: str) -> bool:
    """One that is not in the ledger is just about to be placed."""
    try:
        return not ledger.jobs.find(job).open
    except UsageError:
        return False


def _is(path: Path, sha256: str | None) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256


def _written(path: Path, source: BinaryIO) -> str:
    digest = hashlib.sha256()
    with path.open("xb") as file:
        for part in iter(partial(source.read, CHUNK_BYTES), b""):
            digest.update(part)
            file.write(part)
    return digest.hexdigest()
