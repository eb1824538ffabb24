"""Which templates, brand and page budget does an audience have?"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bilan.errors import ConfigError
from bilan.render.contrast import faults
from bilan.render.logo import Logo, logo

if TYPE_CHECKING:  # the child process renders without loading pydantic
    from bilan.config.models import BrandConfig
    from bilan.project import Project

BASE = "base"
BRAND = "brand.toml"


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
    logo: Logo | None = None

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
    config, brand = project.audience(audience), project.brand
    folder = next(root for root in project.template_roots if (root / BRAND).exists())
    mistakes = _mistakes(brand, (folder / BRAND).read_text(encoding="utf-8"))
    if mistakes:
        raise ConfigError(f"templates/{BRAND}", tuple(mistakes), "choose a darker or a lighter colour; words without digits")
    return Look(
        audience=audience,
        roots=project.template_roots,
        folders=_extended(project, audience),
        brand=brand.model_dump(),
        template=config.template,
        pages=config.pages,
        logo=logo(folder, brand.logo) if brand.logo else None,
    )


def _mistakes(brand: "BrandConfig", text: str) -> list[str]:
    """Colours too faint and words with numbers, each with its line in `brand.toml` where it stands there."""
    from bilan.wording.numerals import numerals_in  # noqa: PLC0415  only where a look is put together, never in the child process

    numbered = [
        (said, f"{name} holds a number: '{said}'; numbers on a page come from data")
        for name, said in (("name", brand.name), ("footer", brand.footer))
        if numerals_in(said)
    ]
    return [f"{_line(text, found)}{said}" for found, said in (*faults(brand), *numbered)]


def _line(text: str, found: str) -> str:
    number = next((number for number, line in enumerate(text.splitlines(), start=1) if found.lower() in line.lower()), 0)
    return f"line {number}: " if number else ""


def closure(one: Look) -> str:
    """Hash of every file a page of this look may be made of, with its brand: part of an edition's key."""
    digest = hashlib.sha256(repr((one.folders, one.template, one.pages, sorted(one.brand.items()), one.logo)).encode())
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
