"""Which static font file stands behind each family, weight and style? Cut once, kept in a cache folder."""

import hashlib
import importlib.metadata
import logging
import os
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bilan.errors import BilanError, Problem
from bilan.fonts.package import Family, FontFile, installed, package_of, stand_in

if TYPE_CHECKING:
    from bilan.project import Project  # loads pydantic, which the render process does without

_log = logging.getLogger(__name__)
TEXT = ((300, "normal"), (400, "normal"), (400, "italic"), (500, "normal"), (600, "normal"))
TITLES = ((400, "normal"), (500, "normal"), (600, "normal"))
# Instructions for screens of few pixels: a PDF needs none, and without them cutting takes half the time.
_SCREEN_TABLES = ("fpgm", "prep", "cvt ", "cvar", "gasp", "hdmx", "VDMX", "LTSH")


class Face(NamedTuple):
    """What a page or chart asks for."""

    family: str
    weight: int
    style: str = "normal"

    def __str__(self) -> str:
        return f"{self.family} {self.weight} {self.style}"


@dataclass(frozen=True, slots=True)
class Fonts:
    """A file for every face; where a family is absent another one stands in and a problem says so."""

    files: Mapping[Face, Path]
    problems: tuple[Problem, ...] = ()

    @property
    def fallback(self) -> bool:
        """Whether another family stands in."""
        return any(one.rule == "font.fallback" for one in self.problems)


def cache_folder(environ: Mapping[str, str]) -> Path:
    """$BILAN_CACHE, $XDG_CACHE_HOME/bilan or ~/.cache/bilan."""
    if environ.get("BILAN_CACHE"):
        return Path(environ["BILAN_CACHE"])
    if environ.get("XDG_CACHE_HOME"):
        return Path(environ["XDG_CACHE_HOME"]) / "bilan"
    home = Path(environ["HOME"]) if environ.get("HOME") else Path(tempfile.gettempdir())
    return home / ".cache" / "bilan"


def font_files(families: Sequence[str], cache: Path, own: Mapping[str, Family] | None = None) -> Fonts:
    """Files for the text family (first) and the title family (second), cut into `cache` where needed.

    `own` are families a project brings along; they come before installed ones. Cutting takes some seconds the first
    time and nothing afterwards; two processes may do it at once.
    """
    files: dict[Face, Path] = {}
    problems: list[Problem] = []
    for position, name in enumerate(families):
        family = (own or {}).get(name) or installed(name)
        if family is None:
            problems.append(_absent(name, serif=position > 0))
        for weight, style in TITLES if position else TEXT:
            face = Face(name, weight, style)
            files[face] = _cut(face, family, cache) if family else stand_in(weight, style, serif=position > 0)
    return Fonts(files, tuple(problems))


def brand_fonts(project: "Project", cache: Path) -> Fonts:
    """Files for the families of `brand.toml`; a letter that a language of the project needs and they lack is a problem that holds."""
    from bilan.fonts.alphabets import unprintable  # noqa: PLC0415  it looks into what is cut here
    from bilan.fonts.local import local_families  # noqa: PLC0415  same

    wanted = project.brand.fonts
    folder = project.root / "templates"
    cut = font_files((wanted.sans, wanted.serif), cache, local_families(folder, wanted.files))
    lacking = unprintable(cut, wanted.sans, wanted.serif, project.config.languages)
    return replace(cut, problems=(*cut.problems, *lacking))


def digests(fonts: Fonts) -> dict[str, str]:
    """SHA-256 of every font file, for the manifest."""
    return {str(face): hashlib.sha256(fonts.files[face].read_bytes()).hexdigest() for face in sorted(fonts.files)}


def _absent(name: str, *, serif: bool) -> Problem:
    other = "DejaVu Serif" if serif else "DejaVu Sans"
    message = f"the family '{name}' is not installed; {other} stands in"
    return Problem("fonts", message, f"install the package {package_of(name)}, or name another family in brand.toml", rule="font.fallback")


def _cut(face: Face, family: Family, cache: Path) -> Path:
    of_style = [one for one in family.files if one.style == face.style] or list(family.files)
    nearest = min(of_style, key=lambda one: 0 if one.weight is None else abs(one.weight - face.weight))
    if nearest.weight is not None:
        return nearest.path
    folder = cache / "fonts" / f"{family.version}-fonttools-{importlib.metadata.version('fonttools')}"
    path = folder / f"{face.family.replace(' ', '')}-{face.weight}-{face.style}.ttf"
    if not path.exists():
        _write(nearest, face, path)
    return path


def _write(source: FontFile, face: Face, path: Path) -> None:
    started = time.perf_counter()
    part = _part_beside(path)
    try:
        _instance(source.path, face.weight, part)
        part.chmod(0o644)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    _log.info("font %s: cut in %d ms", face, (time.perf_counter() - started) * 1000)


def _part_beside(path: Path) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    except OSError as error:
        raise BilanError("fonts", f"the cache folder cannot be written: {error}", "set BILAN_CACHE to a folder that can") from error
    os.close(handle)
    return Path(name)


def _instance(source: Path, weight: int, target: Path) -> None:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  only needed on the first run
    from fontTools.varLib import instancer  # noqa: PLC0415  same

    # Its instancer logs a dozen lines a face, none of them for our readers.
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    # A fresh modification time would change the bytes of every PDF.
    font = TTFont(source, recalcTimestamp=False)
    for table in _SCREEN_TABLES:
        if table in font:
            del font[table]
    glyphs = font["glyf"]
    for glyph in glyphs.keys():  # noqa: SIM118  the table is no mapping
        glyphs[glyph].removeHinting()
    axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    instancer.instantiateVariableFont(font, axes | {"wght": weight}, inplace=True, updateFontNames=True)
    font.save(target)
