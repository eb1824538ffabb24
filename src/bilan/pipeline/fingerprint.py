"""Has anything changed since the last edition? A hash of every file an edition may be made from, and the memory of the last one."""

import hashlib
import json
import os

from bilan.pipeline.request import Order
from bilan.program import add, files_below
from bilan.project import Project

MEMORY = "fresh.json"


def inputs(project: Project, order: Order, program_hash: str) -> str:
    """Hash of every file an edition may be made from: equal means that nothing has to be computed again."""
    digest = hashlib.sha256(program_hash.encode())
    digest.update(f"{order.identity}|{order.as_of.isoformat()}|{'|'.join(order.awaited)}".encode())
    add(digest, project.root, (project.root / "bilan.toml",))
    folder = project.folder(order.identity.partnership)
    add(digest, folder, files_below(folder))
    data = project.root / "data"
    add(digest, data, (data / "sources.toml", *sorted(data.glob("raw/*/index.jsonl"))))
    for root in project.template_roots:
        add(digest, root, files_below(root))
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
