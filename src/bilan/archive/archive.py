"""How does an edition enter the archive, and how is it found again?"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol, Self
from urllib.parse import quote

from bilan.archive import index
from bilan.archive.folder import Folder
from bilan.archive.index import Entry
from bilan.archive.names import MANIFEST, described, extras, named, sha, stem_of
from bilan.archive.shelf import BLOBS, Naming, Projection, Shelf
from bilan.document import Edition, Identity
from bilan.errors import ArchiveError, BusyError, UsageError, closest
from bilan.period import Period
from bilan.project import Project


@dataclass(frozen=True, slots=True)
class Stored:
    """An edition whose contents are kept: `name` is its PDF's path within the archive, as index and ledger give it.

    `manifest_sha256` is all that is needed to reveal it, now or after a crash.
    """

    name: str
    manifest: str
    sha256: str
    manifest_sha256: str


class Issued(Protocol):
    """What the archive must know of an issued edition, as the ledger holds it."""

    @property
    def path(self) -> str:
        """Its PDF within the archive."""
        ...

    @property
    def manifest_sha256(self) -> str:
        """Hash of its manifest."""
        ...


class Archive:
    """Issued editions by partnership and month, their manifests, and the index over them."""

    def __init__(self, shelf: Shelf | Path, *, url: str = "") -> None:
        self.shelf = Folder(shelf) if isinstance(shelf, Path) else shelf
        self._url = url.rstrip("/")

    @classmethod
    def of(cls, project: Project) -> Self:
        """The archive of a project."""
        return cls(project.reports, url=project.config.archive.url)

    def link(self, name: str) -> str:
        """Where readers find a file of the archive, as `[archive] url` says; empty where it says nothing."""
        return f"{self._url}/{quote(name)}" if self._url else ""

    def publish(
        self, identity: Identity, issue: int, pdf: bytes, manifest: Mapping[str, Any], extra: Mapping[str, bytes] | None = None
    ) -> Stored:
        """Store and reveal at once, for whom no ledger decides in between."""
        stored = self.store(identity, issue, pdf, manifest, extra)
        self.reveal(stored.name, stored.manifest_sha256)
        return stored

    def store(
        self, identity: Identity, issue: int, pdf: bytes, manifest: Mapping[str, Any], extra: Mapping[str, bytes] | None = None
    ) -> Stored:
        """Keep PDF, extra files and manifest by their hashes, safe on disk, and name nothing yet; nobody sees the edition.

        `manifest["edition"]` gives number, key, as_of, issued_on and pages; identity, issue and hashes are added here.
        What is stored and never revealed does no harm.
        """
        stem = stem_of(identity, issue)
        files = {f"{stem.rpartition('/')[2]}.pdf": pdf} | extras(stem, extra or {})
        text = index.text_of(described(identity, issue, manifest, files))
        self.shelf.store({sha(content): content for content in (*files.values(), text)})
        return Stored(f"{stem}.pdf", f"{stem}{MANIFEST}", sha(pdf), sha(text))

    def reveal(self, name: str, manifest_sha256: str) -> None:
        """Give a stored edition its names, then renew the index, then move `latest`; all of it or, with an ArchiveError, nothing.

        Safe to repeat. ArchiveError where a stored file is missing or damaged, or the name stands for another edition.
        """
        naming = self._naming(name, manifest_sha256)
        self.shelf.arrange([naming], self._projected(naming))

    def project(self, issued: Iterable[Issued]) -> list[str]:
        """Reveal what the ledger knows as issued and nobody sees yet, as after a crash, and mend the index.

        Tells what cannot be revealed now, one sentence each; the others are.
        """
        there = {entry["pdf"]: entry["manifest_sha256"] for entry in index.entries(self.shelf, index.known(self.shelf))}
        namings, lost = [], []
        for row in issued:
            if row.path not in there:
                try:
                    namings.append(self._naming(row.path, row.manifest_sha256))
                except ArchiveError as error:
                    lost.append(str(error))
            elif there[row.path] != row.manifest_sha256:
                lost.append(f"{self.shelf.where(row.path)}: is not the edition the ledger issued under this name")
        return lost + self._arranged(namings)

    def refresh(self) -> None:
        """Rebuild index and `latest` from the manifests alone."""
        self.shelf.arrange([], lambda: self._projection({}))

    def blob(self, sha256: str) -> bytes:
        """Stored content by its hash; ArchiveError where it is missing or not what it was."""
        name = f"{BLOBS}/{sha256}"
        try:
            content = self.shelf.read(name)
        except FileNotFoundError:
            raise ArchiveError(self.shelf.where(name), "is missing", "restore it from a copy of the archive") from None
        if sha(content) != sha256:
            raise ArchiveError(self.shelf.where(name), "is damaged: its content is not what its name says", "restore it from a copy")
        return content

    def editions(self) -> list[Entry]:
        """One entry an edition, read from the manifests, in the order of the index."""
        return index.entries(self.shelf, {})

    def records(self, partnership: str | None = None) -> list[tuple[Edition, str]]:
        """Every edition with its manifest's SHA-256, ready for a ledger to adopt."""
        found = index.entries(self.shelf, index.known(self.shelf))
        return [(_edition(entry), entry["manifest_sha256"]) for entry in found if partnership in (None, entry["partnership"])]

    def locate(self, name: str | Path) -> str:
        """The manifest of an edition: by the path of its PDF or manifest, or named `kz-kg/2026-10/analyst.fr` for the latest issue."""
        found = index.entries(self.shelf, index.known(self.shelf))
        latest = next((entry for entry in reversed(found) if str(name) == _name(entry)), None)
        wanted = latest["manifest"] if latest else f"{str(name).removesuffix(MANIFEST).removesuffix('.pdf')}{MANIFEST}"
        if (there := self.shelf.inside(wanted)) is not None:
            return there
        names = [entry["pdf"].removesuffix(".pdf") for entry in found]
        known = ", ".join(names[-3:]) or "none yet"
        raise UsageError(f"edition '{name}'", f"is not in the archive{closest(str(name), names)}", f"there are: {known}")

    def manifest(self, name: str | Path) -> dict[str, Any]:
        """The manifest of an edition; UsageError with the closest name for one that is not there."""
        there = self.locate(name)
        try:
            content: dict[str, Any] = json.loads(self.shelf.read(there))
        except (OSError, ValueError) as error:
            raise ArchiveError(self.shelf.where(there), f"cannot be read as a manifest: {error}", "restore it from a copy") from error
        return content

    def intact(self, manifest: str) -> bool:
        """Is the PDF beside a manifest the one it was written for?"""
        try:
            pdf = json.loads(self.shelf.read(manifest))["pdf"]
            return bool(sha(self.shelf.read(f"{manifest.rpartition('/')[0]}/{pdf['file']}")) == pdf["sha256"])
        except (OSError, ValueError, KeyError, TypeError):
            return False

    def _naming(self, name: str, manifest_sha256: str) -> Naming:
        try:
            return named(json.loads(self.blob(manifest_sha256)), manifest_sha256, name)
        except (ValueError, KeyError, TypeError) as error:
            raise ArchiveError(f"edition {name}", f"its stored manifest cannot be used: {error}", "restore it from a copy") from None

    def _arranged(self, namings: Sequence[Naming]) -> list[str]:
        """Arrange them together, or where one stands in the way, each for itself; what went wrong."""
        try:
            self.shelf.arrange(namings, self._projected(name for naming in namings for name in naming))
        except BusyError as error:
            return [str(error)]
        except ArchiveError as error:
            return [str(error)] if len(namings) <= 1 else [said for one in namings for said in self._arranged([one])]
        return []

    def _projected(self, names: Iterable[str]) -> Callable[[], Projection]:
        """The projection once names are given; an old index may tell of another edition under a name given anew."""
        fresh = set(names)
        return lambda: self._projection({name: entry for name, entry in index.known(self.shelf).items() if name not in fresh})

    def _projection(self, known: Mapping[str, Entry]) -> Projection:
        return index.projection(self.shelf, index.entries(self.shelf, known))


def _name(entry: Entry) -> str:
    """What all issues of an edition are called."""
    return f"{entry['partnership']}/{entry['period']}/{entry['audience']}.{entry['language']}"


def _edition(entry: Entry) -> Edition:
    identity = Identity(entry["partnership"], Period.parse(entry["period"]), entry["audience"], entry["language"])
    same = {name: entry[name] for name in ("number", "issue", "key", "sha256", "pages")}
    as_of, issued_on = date.fromisoformat(entry["as_of"]), date.fromisoformat(entry["issued_on"])
    return Edition(identity=identity, as_of=as_of, issued_on=issued_on, path=entry["pdf"], findings=0, **same)
