"""Is every file of the archive still what was issued? Each is read and hashed; what is damaged, missing or behind is named."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from bilan.archive import index
from bilan.archive.archive import Archive
from bilan.archive.entry import Entry, told
from bilan.archive.lives import NOTICE, notices
from bilan.archive.names import named, sha
from bilan.archive.records import Issued
from bilan.archive.shelf import BLOBS
from bilan.errors import ArchiveError

COPY = "restore it from a copy; `bilan archive rebuild` gives back what is kept by its hash"
REBUILD = "run `bilan archive rebuild`"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it was issued: where, what, and what to do."""

    where: str
    what: str
    hint: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


@dataclass(frozen=True, slots=True)
class Checked:
    """How much was read, and what was wrong with it."""

    editions: int
    files: int
    faults: tuple[Fault, ...]


def unheard(_name: str) -> None:
    """Tell nobody."""


def check(archive: Archive, recorded: Iterable[Issued] = (), told: Callable[[str], None] = unheard) -> Checked:
    """Read everything: manifests, the files they name, contents kept by hash, notices, the index; `recorded` is what the ledger issued.

    `told` hears of each manifest and each content before it is read; what it raises ends the check.
    """
    look = _Look(archive, told)
    faults = [*look.editions(), *look.kept(), *look.withdrawn(), *look.recorded(recorded), *look.index()]
    return Checked(len(look.found), look.files, tuple(faults))


def newest(archive: Archive) -> Checked:
    """The same for the editions `latest` points to alone: those that are read, linked and sent."""
    look = _Look(archive)
    entries = list(index.newest(index.entries(archive.shelf, index.known(archive.shelf))).values())
    faults = [fault for entry in entries for fault in look.edition(entry.manifest)]
    return Checked(len(look.found), look.files, tuple(faults))


class _Look:
    """A walk through an archive."""

    def __init__(self, archive: Archive, heard: Callable[[str], None] = unheard) -> None:
        self.shelf, self.heard = archive.shelf, heard
        self.archive = archive
        self.found: dict[str, Entry] = {}
        self.files = 0

    def editions(self) -> Iterator[Fault]:
        for name in self.shelf.find(index.MANIFESTS):
            if index.in_place(name):
                self.heard(name)
                yield from self.edition(name)

    def edition(self, name: str) -> Iterator[Fault]:
        """A manifest, and every file it names."""
        try:
            content = self.shelf.read(name)
            entry, naming = told(name, content), _naming(name, content)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, ArchiveError) as error:
            yield self._fault(name, f"cannot be read as a manifest ({error})", COPY)
            return
        self.found[entry.pdf] = entry
        self.files += 1
        for file, digest in naming.items():
            yield from self._file(file, digest, f"its manifest {name} names")

    def kept(self) -> Iterator[Fault]:
        for digest in self.shelf.kept():
            self.heard(f"{BLOBS}/{digest}")
            yield from self._file(f"{BLOBS}/{digest}", digest, "its name says")

    def withdrawn(self) -> Iterator[Fault]:
        for stem, notice in notices(self.shelf).items():
            if not notice.at:
                yield self._fault(f"{stem}{NOTICE}", "cannot be read as a notice; its edition counts as withdrawn", COPY)

    def recorded(self, rows: Iterable[Issued]) -> Iterator[Fault]:
        """What the ledger issued is there, its manifest unaltered."""
        for row in rows:
            entry = self.found.get(row.path)
            if entry is None:
                yield self._fault(row.path, "is issued and not to be found", REBUILD)
            elif entry.manifest_sha256 != row.manifest_sha256:
                yield self._fault(entry.manifest, "is not the manifest the ledger recorded", COPY)

    def index(self) -> Iterator[Fault]:
        """Index and `latest` are what the manifests make of them."""
        wanted = index.projection(self.shelf, self.archive.editions())
        for name, content in wanted.files.items():
            if self._content(name) != content:
                yield self._fault(name, "is not what the manifests say", REBUILD)
        for pair, links in wanted.latest.items():
            wrong = [name for name, target in links.items() if self.shelf.pointed(pair, name) not in (None, f"{pair}/{target}")]
            if wrong:
                yield self._fault(f"{pair}/latest", f"does not lead to the last edition: {', '.join(sorted(wrong))}", REBUILD)

    def _file(self, name: str, digest: str, says: str) -> Iterator[Fault]:
        content = self._content(name)
        self.files += content is not None
        if content is None:
            yield self._fault(name, "is missing", COPY)
        elif sha(content) != digest:
            yield self._fault(name, f"is damaged: its content is not what {says}", COPY)

    def _content(self, name: str) -> bytes | None:
        try:
            return self.shelf.read(name)
        except FileNotFoundError:
            return None

    def _fault(self, name: str, what: str, hint: str) -> Fault:
        return Fault(self.shelf.where(name), what, hint)


def _naming(name: str, content: bytes) -> Mapping[str, str]:
    naming = named(json.loads(content), sha(content), name)
    del naming[name]
    return naming
