"""Where do the files of a font family lie? In its pip package, found without importing it."""

import importlib.util
import json
from dataclasses import dataclass
from pathlib import Path

_BOLD = 600


@dataclass(frozen=True, slots=True)
class FontFile:
    """One file of a family; a variable file holds every weight (`weight` is None)."""

    path: Path
    style: str
    weight: int | None


@dataclass(frozen=True, slots=True)
class Family:
    """An installed family: name, version of its package, files."""

    name: str
    version: str
    files: tuple[FontFile, ...]


def package_of(family: str) -> str:
    """The pip package that carries a family, as `fontpkg-ibm-plex-sans`."""
    return "fontpkg-" + "-".join(family.lower().split())


def installed(family: str) -> Family | None:
    """The family as its package declares it, or None where no package is installed."""
    try:
        root = _folder_of(package_of(family).replace("-", "_"))
    except ModuleNotFoundError:
        return None
    declared = json.loads((root / "metadata.json").read_text(encoding="utf-8"))
    files = tuple(FontFile(root / one["path"], one["style"], one["weight"]) for one in declared["files"])
    return Family(declared["family"], declared["version"], files)


def stand_in(weight: int, style: str, *, serif: bool) -> Path:
    """DejaVu, which ships inside matplotlib, in the nearest of its two weights."""
    family, slanted = ("DejaVuSerif", "Italic") if serif else ("DejaVuSans", "Oblique")
    cut = ("Bold" if weight >= _BOLD else "") + (slanted if style == "italic" else "")
    return _folder_of("matplotlib") / "mpl-data" / "fonts" / "ttf" / f"{'-'.join(filter(None, (family, cut)))}.ttf"


def _folder_of(module: str) -> Path:
    spec = importlib.util.find_spec(module)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(module)
    return Path(spec.submodule_search_locations[0])
