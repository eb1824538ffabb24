"""How does an archive lie on S3-like storage? Written only where nothing is yet, replaced only where nothing has changed meanwhile."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from bilan.archive.names import sha
from bilan.archive.objects import Objects
from bilan.archive.shelf import BLOBS, Naming, Projection
from bilan.errors import ArchiveError, BusyError

TRIES = 10
"""How often the index is made anew where others publish at the same time."""


class Bucket:
    """Objects below a prefix of a bucket. There are no links: `latest` stands in the index only.

    The manifest is what makes an edition: an error after it leaves the edition out and the index behind it until the next change.
    """

    def __init__(self, address: str, objects: Objects | None = None) -> None:
        self._address = address.rstrip("/")
        self._objects = objects or Objects(self._address)
        self._seen: Mapping[str, str] | None = None

    def where(self, name: str = "") -> str:
        """The address."""
        return f"{self._address}/{name}" if name else self._address

    def find(self, pattern: str) -> list[str]:
        """Names that fit a pattern, each part of a name by itself."""
        parts = pattern.split("/")
        names = (name.split("/") for name in (dict(self._listed()) if self._seen is None else self._seen))
        fit = (name for name in names if len(name) == len(parts) and all(map(fnmatchcase, name, parts)))
        return sorted("/".join(name) for name in fit)

    def inside(self, name: str | Path) -> str | None:
        """The name of an object by its name or address."""
        text = str(name).removeprefix(f"{self._address}/")
        if any(part in ("", ".", "..") for part in text.split("/")):
            return None
        return text if self._objects.tag(text) is not None else None

    def read(self, name: str) -> bytes:
        """An object, whole."""
        return self._objects.read(name)

    def kept(self) -> list[str]:
        """Names below `blob/`."""
        return sorted(name.removeprefix(f"{BLOBS}/") for name, _ in self._objects.listed(f"{BLOBS}/"))

    def pointed(self, pair: str, name: str) -> str | None:  # noqa: ARG002  there are no links
        """None: the index alone tells the latest."""
        return None

    def store(self, contents: Mapping[str, bytes]) -> None:
        """Keep contents under `blob/<sha256>`."""
        for digest, content in contents.items():
            name = f"{BLOBS}/{digest}"
            if not self._objects.create(name, content) and sha(self._objects.read(name)) != digest:
                self._objects.replace(name, content, self._objects.tag(name))

    def arrange(self, namings: Sequence[Naming], projected: Callable[[], Projection]) -> None:
        """Give names, then replace the projection, beginning anew where another publisher was in between."""
        for naming in namings:
            self._name(naming)
        for _ in range(TRIES):
            self._seen = dict(self._listed())  # before anything is read: whatever is newer than this is not overwritten
            try:
                if all(self._renewed(name, content) for name, content in projected().files.items()):
                    return
            finally:
                self._seen = None
        raise BusyError(self.where(), "others are publishing all the time", "try again in a moment")

    def _name(self, naming: Naming) -> None:
        *files, manifest = naming
        there = self._content(manifest)
        if there is not None and sha(there) != naming[manifest]:
            raise ArchiveError(self.where(manifest), "this issue is out with other content", "publish it as the next issue")
        for name in (*files, manifest):
            self._give(name, self._blob(naming[name], name), replaceable=there is None)

    def _give(self, name: str, content: bytes, *, replaceable: bool) -> None:
        """Write an object where none is; what a publication that never ended left is replaced, an issued one never."""
        if self._objects.create(name, content) or self._content(name) == content:
            return
        if not replaceable:
            raise ArchiveError(
                self.where(name), "exists with other content; an issued edition is never overwritten", "publish it as the next issue"
            )
        if not self._objects.replace(name, content, self._objects.tag(name)):
            raise BusyError(self.where(name), "is being published by another process", "try again in a moment")

    def _blob(self, digest: str, name: str) -> bytes:
        content = self._content(f"{BLOBS}/{digest}")
        if content is None or sha(content) != digest:
            told = "is missing" if content is None else "is damaged"
            hint = "restore it from a copy of the archive"
            raise ArchiveError(self.where(f"{BLOBS}/{digest}"), f"{told}: {name} cannot be given its content", hint)
        return content

    def _content(self, name: str) -> bytes | None:
        try:
            return self._objects.read(name)
        except FileNotFoundError:
            return None

    def _renewed(self, name: str, content: bytes) -> bool:
        """Replace an object unless it is the same already; False where it is no longer what was seen."""
        tag = (self._seen or {}).get(name)
        if tag is not None and tag.strip('"') == hashlib.md5(content, usedforsecurity=False).hexdigest():
            return True
        return self._objects.create(name, content) if tag is None else self._objects.replace(name, content, tag)

    def _listed(self) -> Iterator[tuple[str, str]]:
        """Every object people see, and its tag."""
        for part in self._objects.parts():
            if part != f"{BLOBS}/":
                yield from self._objects.listed(part)
