"""Which families does a project bring along? TTF and OTF files of its templates folder, each checked before it is used."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from bilan.errors import ConfigError
from bilan.fonts.package import Family, FontFile

MOST_BYTES = 8 * 1024 * 1024
SUFFIXES = (".ttf", ".otf")
HINT = "name TTF or OTF files of the templates folder in brand.toml: [fonts] files"
FAMILY, TYPOGRAPHIC_FAMILY = 1, 16
ITALIC = 1


def local_families(folder: Path, names: Iterable[str]) -> dict[str, Family]:
    """Families by name, their files together; raises ConfigError listing every file that cannot be used."""
    files: dict[str, list[FontFile]] = {}
    mistakes: list[str] = []
    for name in names:
        wrong = _unfit(folder, name)
        if wrong:
            mistakes.append(f"fonts.files: '{name}' {wrong}")
            continue
        family, file = _read(folder / name)
        files.setdefault(family, []).append(file)
    if mistakes:
        raise ConfigError("templates/brand.toml", tuple(mistakes), HINT)
    return {family: Family(family, _version(held), tuple(held)) for family, held in files.items()}


def inside(folder: Path, name: str) -> Path | None:
    """The file of that name if it lies in the folder itself; None for `..`, an absolute name, a symbolic link, or none at all."""
    real = folder.resolve()
    path = real / name
    return path if path.is_file() and path.resolve() == path and path.is_relative_to(real) else None


def _unfit(folder: Path, name: str) -> str:
    path = inside(folder, name)
    if path is None:
        return "is no file of the templates folder"
    if path.suffix.lower() not in SUFFIXES:
        return f"is no {' or '.join(SUFFIXES)} file; unpack a web font first"
    if path.stat().st_size > MOST_BYTES:
        return f"has more than {MOST_BYTES // 1024 // 1024} MB"
    return _damage(path)


def _damage(path: Path) -> str:
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415  only projects with fonts of their own need it

    try:
        with path.open("rb") as held, TTFont(held, lazy=True) as font:  # it leaves a broken file open
            font.getBestCmap(), font["name"], font["OS/2"]
    except (TTLibError, KeyError, AssertionError, OSError, ValueError) as error:
        return f"cannot be read as a font: {error}"
    return ""


def _read(path: Path) -> tuple[str, FontFile]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  same

    with TTFont(path, lazy=True) as font:
        names = font["name"]
        family = names.getDebugName(TYPOGRAPHIC_FAMILY) or names.getDebugName(FAMILY) or path.stem
        style = "italic" if font["OS/2"].fsSelection & ITALIC else "normal"
        return str(family), FontFile(path, style, None if "fvar" in font else int(font["OS/2"].usWeightClass))


def _version(files: Iterable[FontFile]) -> str:
    """A hash of the files, so that cut faces are never those of files since replaced."""
    digest = hashlib.sha256()
    for one in files:
        digest.update(one.path.read_bytes())
    return digest.hexdigest()[:16]
