"""Which program makes an edition? A hash of Bilan's own files and of the libraries that shape a page."""

import hashlib
import importlib.metadata
import json
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

LIBRARIES = (
    "babel",
    "duckdb",
    "fluent.runtime",
    "fontpkg-ibm-plex-sans",
    "fontpkg-ibm-plex-serif",
    "fonttools",
    "jinja2",
    "matplotlib",
    "pikepdf",
    "pydyf",
    "pyhanko",
    "weasyprint",
    "xlsxwriter",
)
CODE = (".py", ".ftl", ".toml")


@cache
def program() -> str:
    """Hash of Bilan's own files and of the libraries that shape a page; of when this process asked first."""
    digest = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    digest.update(json.dumps(versions(), sort_keys=True).encode())
    root = Path(__file__).parent
    add(digest, root, (path for path in files_below(root) if path.suffix in CODE and "starter" not in path.parts))
    return digest.hexdigest()


def versions() -> dict[str, str]:
    """Versions of the libraries that shape a page."""
    return {name: _version(name) for name in LIBRARIES}


def files_below(root: Path) -> Iterator[Path]:
    """Every file below a folder in a fixed order, but hidden and compiled ones."""
    for folder, names, files in os.walk(root):
        names[:] = sorted(name for name in names if not name.startswith((".", "__pycache__")))
        yield from (Path(folder, name) for name in sorted(files) if not name.endswith(".pyc"))


def add(digest: "hashlib._Hash", root: Path, paths: Iterable[Path]) -> None:
    """Add files by their name below a folder and their content; one that is not there counts as absent."""
    for path in paths:
        digest.update(f"\0{path.relative_to(root).as_posix()}\0".encode())
        digest.update(path.read_bytes() if path.is_file() else b"absent")


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""
