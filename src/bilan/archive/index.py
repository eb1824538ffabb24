"""Which editions are in the archive, and which are the latest? A projection of the manifests, rebuilt at will."""

import hashlib
import json
import logging
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bilan.archive import place

Entry = dict[str, Any]
Swap = tuple[Path, Path]

SCHEMA = 1
MANIFEST = ".manifest.json"
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MONTH = re.compile(r"\d{4}-\d{2}")
FACTS = ("number", "key", "as_of", "issued_on", "pages")
_WHO = ("partnership", "period", "audience", "language", "issue")
_FIELDS = frozenset((*_WHO, *FACTS, "pdf", "sha256", "manifest", "manifest_sha256"))
_log = logging.getLogger(__name__)


def text_of(content: object) -> bytes:
    """JSON with one spelling: the same content gives the same bytes."""
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def entries(root: Path, known: Mapping[str, Entry]) -> list[Entry]:
    """One entry an edition, sorted; a manifest in `known` is not read again."""
    found = []
    for path in _manifests(root):
        name = path.relative_to(root).as_posix()
        entry = known.get(name) or _entry(path, name)
        if entry:
            found.append(entry)
    return sorted(found, key=_order)


def known(root: Path) -> dict[str, Entry]:
    """The entries of the index as it stands, by manifest; none where it cannot be read."""
    try:
        index = json.loads((root / "index.json").read_bytes())
        whole = [entry for entry in index["editions"] if entry.keys() == _FIELDS] if index["schema"] == SCHEMA else []
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return {entry["manifest"]: entry for entry in whole}


def project(root: Path, found: list[Entry], workshop: Path) -> None:
    """Bring `index.json` of the archive and of each partnership, and its `latest`, up to the entries found.

    All is written aside before the first file is swapped, and `latest` moves last: a full disk changes nothing.
    """
    indexed = {path.parent.name for path in root.glob("*/index.json")}
    pairs = sorted({str(entry["partnership"]) for entry in found} | indexed)
    latest = {pair: _latest(entry for entry in found if entry["partnership"] == pair) for pair in pairs}
    wanted: dict[Path, object] = {root / "index.json": {"schema": SCHEMA, "editions": found, "latest": latest}}
    months = {}
    for pair in pairs:
        mine = [_within(pair, entry) for entry in found if entry["partnership"] == pair]
        wanted[root / pair / "index.json"] = {"schema": SCHEMA, "partnership": pair, "editions": mine, "latest": _latest(mine)}
        months[root / pair] = max((str(entry["period"]) for entry in mine), default="")
    swaps = [swap for path, content in wanted.items() for swap in _renewed(path, content, workshop)]
    swaps += [swap for folder, month in months.items() for swap in _pointed(folder, month, workshop)]
    for staged, target in swaps:
        place.swap(staged, target)


def _manifests(root: Path) -> Iterator[Path]:
    for path in root.glob(f"*/*/*{MANIFEST}"):
        pair, month = path.relative_to(root).parts[:2]
        if SLUG.fullmatch(pair) and MONTH.fullmatch(month):
            yield path


def _entry(path: Path, name: str) -> Entry | None:
    try:
        content = path.read_bytes()
        manifest = json.loads(content)
        facts = {fact: manifest["edition"][fact] for fact in (*_WHO, *FACTS)}
        folder = name.rpartition("/")[0]
        _checked_place(facts, name)
        pdf = {"pdf": f"{folder}/{manifest['pdf']['file']}", "sha256": manifest["pdf"]["sha256"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        _log.warning("%s: is no manifest and is left out of the index (%r)", name, error)
        return None
    return facts | pdf | {"manifest": name, "manifest_sha256": hashlib.sha256(content).hexdigest()}


def _checked_place(facts: Entry, name: str) -> None:
    suffix = "" if facts["issue"] == 1 else f".issue-{facts['issue']}"
    told = f"{facts['partnership']}/{facts['period']}/{facts['audience']}.{facts['language']}{suffix}{MANIFEST}"
    if told != name or type(facts["issue"]) is not int:
        raise ValueError(f"it tells of {told}, issue {facts['issue']!r}")


def _order(entry: Entry) -> tuple[Any, ...]:
    return tuple(entry[part] for part in _WHO)


def _within(pair: str, entry: Entry) -> Entry:
    return entry | {name: str(entry[name]).removeprefix(f"{pair}/") for name in ("pdf", "manifest")}


def _latest(found: Iterable[Entry]) -> dict[str, str]:
    return {f"{entry['audience']}.{entry['language']}": entry["pdf"] for entry in sorted(found, key=_order)}


def _renewed(path: Path, content: object, workshop: Path) -> list[Swap]:
    fresh = text_of(content)
    if path.is_file() and path.read_bytes() == fresh:
        return []
    return [(place.write(workshop / f"{path.parent.name}.index.json", fresh), path)]


def _pointed(folder: Path, month: str, workshop: Path) -> list[Swap]:
    """`latest` as a relative link; where the disk has no links, a text file with the month; nothing where there is no edition."""
    link = folder / "latest"
    if not month:
        link.unlink(missing_ok=True)
        return []
    if link.is_symlink() and os.readlink(link) == month:  # noqa: PTH115  the text of the link, not a path
        return []
    staged = workshop / f"{folder.name}.latest"
    try:
        staged.symlink_to(month)
    except OSError:
        return [(place.write(workshop / f"{folder.name}.latest.txt", f"{month}\n".encode()), folder / "latest.txt")]
    return [(staged, link)]
