"""What must a place offer for an archive to lie in it? Content kept by its hash, names given once, and an index replaced whole."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

BLOBS = "blob"
Naming = Mapping[str, str]
"""Names in the archive and the hash of the content each stands for, in the order they are given; the manifest is the last."""


@dataclass(frozen=True, slots=True)
class Projection:
    """What can be made anew from the manifests at any time: whole files by name, and for each partnership where `latest` points.

    `latest` maps the names in it to paths within the partnership's folder.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    latest: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class Shelf(Protocol):
    """Where the files of an archive lie; names are relative to it, with slashes."""

    def where(self, name: str = "") -> str:
        """What a person would open."""
        ...

    def find(self, pattern: str) -> list[str]:
        """Names that fit a pattern such as `*/*/*.manifest.json`, sorted; a star stands for no slash."""
        ...

    def inside(self, name: str | Path) -> str | None:
        """The true name of a file that is here, links followed; None for one that is not, or lies outside."""
        ...

    def read(self, name: str) -> bytes:
        """A file, whole; FileNotFoundError where there is none."""
        ...

    def kept(self) -> list[str]:
        """The hash of every content that is stored."""
        ...

    def pointed(self, pair: str, name: str) -> str | None:
        """Where a name in a partnership's `latest` leads, empty for nowhere; None where there is no `latest` of links."""
        ...

    def store(self, contents: Mapping[str, bytes]) -> None:
        """Keep contents by their hash; what is there already is left, unless it is damaged. All safe on disk when this returns."""
        ...

    def arrange(self, namings: Sequence[Naming], projected: Callable[[], Projection]) -> None:
        """Give names to stored contents, then replace what is projected: all of it or, with an ArchiveError, nothing.

        A name that stands for other content is never given anew. `latest` moves last.
        """
        ...
