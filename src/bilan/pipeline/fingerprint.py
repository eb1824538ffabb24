"""Has anything changed since the last edition? Hashes of every file and library an edition is made from."""

import hashlib
import importlib.metadata
import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from bilan.pipeline.request import Order
from bilan.project import Project

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
MEMORY = "fresh.json"


def program() -> str:
    """Hash of Bilan's own files and of the libraries that shape a page."""
    digest = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    digest.update(json.dumps(versions(), sort_keys=True).encode())
    root = Path(__file__).parents[1]
    _add(digest, root, (path for path in _files(root) if path.suffix in CODE and "starter" not in path.parts))
    return digest.hexdigest()


def versions() -> dict[str, str]:
    """Versions of the libraries that shape a page."""
    return {name: _version(name) for name in LIBRARIES}


def inputs(project: Project, order: Order, program_hash: str) -> str:
    """Hash of every file an edition may be made from: equal means that nothing has to be computed again."""
    digest = hashlib.sha256(program_hash.encode())
    digest.update(f"{order.identity}|{order.as_of.isoformat()}|{'|'.join(order.awaited)}".encode())
    _add(digest, project.root, (project.root / "bilan.toml",))
    folder = project.folder(order.identity.partnership)
    _add(digest, folder, _files(folder))
    data = project.root / "data"
    _add(digest, data, (data / "sources.toml", *sorted(data.glob("raw/*/index.jsonl"))))
    for root in project.template_roots:
        _add(digest, root, _files(root))
    return digest.hexdigest()


def remembered(project: Project) -> dict[str, dict[str, str]]:
    """For each edition the inputs it was last made from, and its manifest; empty where nothing is remembered."""
    try:
        found = json.loads((project.machine / MEMORY).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def remember(project: Project, name: str, inputs_hash: str, manifest: str) -> None:
    """Keep it for the next run; a cache only, so a failure to write costs nothing but time."""
    known = remembered(project) | {name: {"inputs": inputs_hash, "manifest": manifest}}
    project.machine.mkdir(parents=True, exist_ok=True)
    part = project.machine / f"{MEMORY}.{os.getpid()}"
    part.write_text(json.dumps(known, indent=1, sort_keys=True), encoding="utf-8")
    part.replace(project.machine / MEMORY)


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _files(root: Path) -> Iterator[Path]:
    for folder, names, files in os.walk(root):
        names[:] = sorted(name for name in names if not name.startswith((".", "__pycache__")))
        yield from (Path(folder, name) for name in sorted(files) if not name.endswith(".pyc"))


def _add(digest: "hashlib._Hash", root: Path, paths: Iterable[Path]) -> None:
    for path in paths:
        digest.update(f"\0{path.relative_to(root).as_posix()}\0".encode())
        digest.update(path.read_bytes() if path.is_file() else b"absent")
