"""Which templates, brand and page budget does an audience have?"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bilan.errors import ConfigError

if TYPE_CHECKING:  # the child process renders without loading pydantic
    from bilan.project import Project

BASE = "base"


@dataclass(frozen=True, slots=True)
class Look:
    """What lays an audience's pages out, as plain values a child process can take over.

    `roots` are template folders in the order of look-up, the built-in one last; `folders` the audience and
    those it extends, nearest first.
    """

    audience: str
    roots: tuple[Path, ...]
    folders: tuple[str, ...]
    brand: Mapping[str, Any]
    template: str = "briefing.html"
    pages: int = 12

    @property
    def places(self) -> tuple[tuple[Path, Path], ...]:
        """Folders to search for a template, nearest first, each with the root it must stay in."""
        within = tuple((root, root / folder) for folder in self.folders for root in self.roots)
        return (*within, *((root, root) for root in self.roots))

    @property
    def builtin(self) -> Path:
        """The templates that came with bilan."""
        return self.roots[-1]


def look(project: "Project", audience: str) -> Look:
    """The look of an audience; raises UsageError or ConfigError for one that is not fit to use."""
    config = project.audience(audience)
    return Look(
        audience=audience,
        roots=project.template_roots,
        folders=_extended(project, audience),
        brand=project.brand.model_dump(),
        template=config.template,
        pages=config.pages,
    )


def closure(one: Look) -> str:
    """Hash of every file a page of this look may be made of, with its brand: part of an edition's key."""
    digest = hashlib.sha256(repr((one.folders, one.template, one.pages, sorted(one.brand.items()))).encode())
    for path, name in _files(one):
        digest.update(f"\0{name}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def _extended(project: "Project", audience: str) -> tuple[str, ...]:
    folders = [audience]
    while (following := project.audience(folders[-1]).extends) != BASE:
        if following in folders:
            raise ConfigError(
                f"templates/{folders[-1]}/audience.toml", (f"extends: '{following}' extends itself",), 'end the chain with "base"'
            )
        folders.append(following)
    return (*folders, BASE)


def _files(one: Look) -> Iterator[tuple[Path, str]]:
    for number, root in enumerate(one.roots):
        for folder in one.folders:
            for path in sorted((root / folder).rglob("*")):
                if path.is_file():
                    yield path, f"{number}/{path.relative_to(root).as_posix()}"
