"""How does an edition enter the archive, and how is it found again?"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote

from bilan.archive import index
from bilan.archive.bucket import Bucket
from bilan.archive.entry import WITHDRAWN, Entry, told
from bilan.archive.folder import Folder
from bilan.archive.furniture import furnished
from bilan.archive.lives import NOTICE, instant, notice_of
from bilan.archive.names import MANIFEST, described, extras, manifest_of, named, sha, stem_of
from bilan.archive.records import Issued, Stored
from bilan.archive.shelf import BLOBS, Naming, Projection, Shelf
from bilan.document import Edition, Identity
from bilan.errors import ArchiveError, BusyError, UsageError, closest
from bilan.project import Project

Furnish = Callable[[Sequence[Entry], str, str], Mapping[str, bytes]]
"""Makes pages and feeds of the entries, the archive's own id, and the hash of the index."""


class Archive:
    """Issued editions by partnership and month, their manifests, and the index over them."""

    def __init__(self, shelf: Shelf | Path, *, url: str = "", furnish: Furnish | None = None) -> None:
        self.shelf = Folder(shelf) if isinstance(shelf, Path) else shelf
        self._url, self._furnish = url.rstrip("/"), furnish

    @classmethod
    def of(cls, project: Project) -> Self:
        """The archive of a project."""
        lies = project.config.reports
        shelf = Bucket(lies) if "://" in lies else Folder(project.reports)
        return cls(shelf, url=project.config.archive.url, furnish=partial(furnished, project))

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
        return Stored(f"{stem}.pdf", manifest_of(stem), sha(pdf), sha(text))

    def reveal(self, name: str, manifest_sha256: str, at: datetime | None = None) -> None:
        """Give a stored edition its names, then renew the index, then move `latest`; all of it or, with an ArchiveError, nothing.

        `at` is when it was issued. Safe to repeat. ArchiveError where a stored file is missing or damaged, or the name stands for
        another edition; BusyError where another process keeps the names. What fails here is made good by `project`.
        """
        naming = self._naming(name, manifest_sha256)
        self.shelf.arrange([naming], self._projected(naming, {manifest_of(name): instant(at)}))

    def withdraw(self, name: str | Path, reason: str, at: datetime) -> str:
        """Put a notice beside an edition, let index and `latest` go on without it, remove nothing; the path of its PDF.

        Withdrawn again, it keeps the first reason. UsageError for an edition that is not here.
        """
        manifest = self.locate(name)
        entry = next(one for one in self.editions() if one.manifest == manifest)
        self.shelf.arrange(self._noticed(entry, reason, at), self._projected([]))
        self.furnish()
        return entry.pdf

    def project(self, issued: Iterable[Issued]) -> list[str]:
        """Show what the ledger knows and nobody sees yet, as after a crash: editions, withdrawals; then mend index, pages and feeds.

        Tells what cannot be shown now, one sentence each; the others are.
        """
        there = {entry.pdf: entry for entry in self._entries()}
        namings: list[Naming] = []
        lost, issued_at = [], {}
        for row in issued:
            issued_at[manifest_of(row.path)] = instant(row.issued_at)
            try:
                namings += self._missing(row, there.get(row.path))
            except ArchiveError as error:
                lost.append(str(error))
        return lost + (self._arranged(namings, issued_at) if namings or there or self._begun() else [])

    def furnish(self, *, anew: bool = False) -> None:
        """Bring pages and feeds up to the index, where they are behind it, or `anew`: in other words or colours.

        They are made once for many editions, so `reveal` leaves them alone.
        """
        if self._furnish is not None and self._begun() and (anew or not self._furnished()):
            self.shelf.arrange([], self._around)

    def refresh(self) -> None:
        """Rebuild index and `latest` from manifests and notices alone, then pages and feeds."""
        self.shelf.arrange([], lambda: index.projection(self.shelf, self.editions()))
        self.furnish(anew=True)

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
        issued_at = {name: entry.issued_at for name, entry in index.known(self.shelf).items()}
        return index.entries(self.shelf, {}, issued_at)

    def listed(self) -> list[Entry]:
        """The same as the index has them: without opening every manifest again."""
        return self._entries()

    def stamp(self) -> str:
        """Differs whenever what is listed may differ."""
        return index.stamp(self.shelf)

    def records(self, partnership: str | None = None) -> list[tuple[Edition, str]]:
        """Every edition with its manifest's SHA-256, ready for a ledger to adopt."""
        return [(one.edition, one.manifest_sha256) for one in self._entries() if partnership in (None, one.partnership)]

    def locate(self, name: str | Path) -> str:
        """The manifest of an edition: by the path of its PDF or manifest, or named `kz-kg/2026-10/analyst.fr` for the last issue."""
        found = self._entries()
        named = {entry.name: entry for entry in found}  # the last issue is the last of its name
        named |= {f"{entry.partnership}/latest/{entry.reader}": entry for entry in index.newest(found).values()}
        text = str(name).removesuffix(MANIFEST)
        wanted = named[text].manifest if text in named and text == str(name) else manifest_of(text)
        if (there := self.shelf.inside(wanted)) is not None:
            return there
        names = [entry.stem for entry in found]
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

    def bring(self, name: str | Path, folder: Path) -> Path:
        """Copies of an edition's files in a folder, as it lies here; the path of its PDF."""
        there = self.locate(name)
        home = there.rpartition("/")[0]
        told = self.manifest(there)
        for file in (there.rpartition("/")[2], told["pdf"]["file"], *told.get("files", {})):
            (folder / Path(file).name).write_bytes(self.shelf.read(f"{home}/{file}"))
        return folder / Path(told["pdf"]["file"]).name

    def intact(self, manifest: str) -> bool:
        """Is the PDF beside a manifest the one it was written for?"""
        try:
            pdf = json.loads(self.shelf.read(manifest))["pdf"]
            return bool(sha(self.shelf.read(f"{manifest.rpartition('/')[0]}/{pdf['file']}")) == pdf["sha256"])
        except (OSError, ValueError, KeyError, TypeError):
            return False

    def _entries(self) -> list[Entry]:
        return index.entries(self.shelf, index.known(self.shelf))

    def _naming(self, name: str, manifest_sha256: str) -> Naming:
        try:
            return named(json.loads(self.blob(manifest_sha256)), manifest_sha256, name)
        except (ValueError, KeyError, TypeError) as error:
            raise ArchiveError(f"edition {name}", f"its stored manifest cannot be used: {error}", "restore it from a copy") from None

    def _missing(self, row: Issued, entry: Entry | None) -> list[Naming]:
        """The names an edition of the ledger still lacks."""
        if entry is not None and entry.manifest_sha256 != row.manifest_sha256:
            raise ArchiveError(self.shelf.where(row.path), "is not the edition the ledger issued under this name", "restore it from a copy")
        naming = self._naming(row.path, row.manifest_sha256) if entry is None else None
        shown = entry or told(manifest_of(row.path), self.blob(row.manifest_sha256))
        gone = self._noticed(shown, row.reason, row.settled_at or row.issued_at) if row.state == WITHDRAWN else []
        return [naming, *gone] if naming else gone

    def _noticed(self, entry: Entry, reason: str, at: datetime) -> list[Naming]:
        """The name of a withdrawal's notice, its content stored; nothing where there is a notice already."""
        if entry.state == WITHDRAWN:
            return []
        notice = notice_of(entry, reason, at)
        self.shelf.store({sha(notice): notice})
        return [{f"{entry.stem}{NOTICE}": sha(notice)}]

    def _arranged(self, namings: Sequence[Naming], issued_at: Mapping[str, str]) -> list[str]:
        """Arrange them together, or where one stands in the way, each for itself; what went wrong."""
        try:
            self.shelf.arrange(namings, self._projected((name for naming in namings for name in naming), issued_at))
            self.furnish()
        except BusyError as error:
            return [str(error)]
        except ArchiveError as error:
            return [str(error)] if len(namings) <= 1 else [said for one in namings for said in self._arranged([one], issued_at)]
        return []

    def _begun(self) -> bool:
        """Whether anything was ever issued into this archive."""
        return self.shelf.inside(index.INDEX) is not None

    def _furnished(self) -> bool:
        try:
            return index.stamp(self.shelf).encode() in self.shelf.read("index.html")
        except FileNotFoundError:
            return False

    def _around(self) -> Projection:
        found = self._entries()
        return Projection(self._furnish(found, index.identity(self.shelf, found), index.stamp(self.shelf)) if self._furnish else {})

    def _projected(self, names: Iterable[str], issued_at: Mapping[str, str] | None = None) -> Callable[[], Projection]:
        """The projection once names are given; an old index may tell of another edition under a name given anew."""
        fresh = set(names)

        def made() -> Projection:
            known = {name: entry for name, entry in index.known(self.shelf).items() if name not in fresh}
            return index.projection(self.shelf, index.entries(self.shelf, known, issued_at))

        return made
