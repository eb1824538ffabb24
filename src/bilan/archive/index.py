"""Which editions are in the archive, and which are the latest? A projection of the manifests, rebuilt at will."""

import json
import logging
from collections.abc import Iterable, Mapping
from typing import Any

from bilan.archive.names import FACTS, MANIFEST, MONTH, SLUG, named, sha
from bilan.archive.shelf import Projection, Shelf
from bilan.errors import ArchiveError

Entry = dict[str, Any]

SCHEMA = 2
INDEX = "index.json"
_WHO = ("partnership", "period", "audience", "language", "issue")
_PLACES = ("pdf", "html", "manifest")
_FIELDS = frozenset((*_WHO, *FACTS, *_PLACES, "title", "files", "sha256", "manifest_sha256"))
_log = logging.getLogger(__name__)


def text_of(content: object) -> bytes:
    """JSON with one spelling: the same content gives the same bytes."""
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def entries(shelf: Shelf, known: Mapping[str, Entry]) -> list[Entry]:
    """One entry an edition, sorted; a manifest in `known` is not read again."""
    names = [name for name in shelf.find(f"*/*/*{MANIFEST}") if _in_place(name)]
    found = [known.get(name) or _entry(shelf, name) for name in names]
    return sorted((entry for entry in found if entry), key=_order)


def known(shelf: Shelf) -> dict[str, Entry]:
    """The entries of the index as it stands, by manifest; none where it cannot be read."""
    try:
        index = json.loads(shelf.read(INDEX))
        whole = [entry for entry in index["editions"] if entry.keys() == _FIELDS] if index["schema"] == SCHEMA else []
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return {entry["manifest"]: entry for entry in whole}


def projection(shelf: Shelf, found: list[Entry]) -> Projection:
    """`index.json` of the archive and of each partnership, and `latest` of each, as the entries found make them."""
    indexed = {name.partition("/")[0] for name in shelf.find(f"*/{INDEX}")}  # empty where no edition is left
    pairs = sorted({str(entry["partnership"]) for entry in found} | indexed)
    latest = {pair: newest(entry for entry in found if entry["partnership"] == pair) for pair in pairs}
    told = {pair: {who: entry["pdf"] for who, entry in mine.items()} for pair, mine in latest.items()}
    files = {INDEX: text_of({"schema": SCHEMA, "editions": found, "latest": told})}
    for pair in pairs:
        mine = [_within(pair, entry) for entry in found if entry["partnership"] == pair]
        names = {who: pdf.removeprefix(f"{pair}/") for who, pdf in told[pair].items()}
        files[f"{pair}/{INDEX}"] = text_of({"schema": SCHEMA, "partnership": pair, "editions": mine, "latest": names})
    return Projection(files, {pair: _links(pair, mine.values()) for pair, mine in latest.items()})


def newest(found: Iterable[Entry]) -> dict[str, Entry]:
    """The last edition of each audience and language, by `analyst.fr`."""
    return {f"{entry['audience']}.{entry['language']}": entry for entry in sorted(found, key=_order)}


def _in_place(name: str) -> bool:
    pair, month, _ = name.split("/")
    return bool(SLUG.fullmatch(pair) and MONTH.fullmatch(month))


def _entry(shelf: Shelf, name: str) -> Entry | None:
    try:
        content = shelf.read(name)
        manifest = json.loads(content)
        facts = {fact: manifest["edition"][fact] for fact in (*_WHO, *FACTS)}
        pdf, *files, _ = named(manifest, sha(content), name)
    except (OSError, ValueError, KeyError, TypeError, ArchiveError) as error:
        _log.warning("%s: is no manifest and is left out of the index (%r)", name, error)
        return None
    html = next((file for file in files if file.endswith(".html")), None)
    places = {"pdf": pdf, "html": html, "manifest": name, "files": files}
    hashes = {"sha256": manifest["pdf"]["sha256"], "manifest_sha256": sha(content)}
    return facts | places | hashes | {"title": str(manifest["edition"].get("title", ""))}


def _order(entry: Entry) -> tuple[Any, ...]:
    return tuple(entry[part] for part in _WHO)


def _within(pair: str, entry: Entry) -> Entry:
    mine = {name: entry[name] and str(entry[name]).removeprefix(f"{pair}/") for name in _PLACES}
    return entry | mine | {"files": [str(name).removeprefix(f"{pair}/") for name in entry["files"]]}


def _links(pair: str, found: Iterable[Entry]) -> dict[str, str]:
    """Each file of the latest editions by the name its first issue would have."""
    links = {}
    for entry in found:
        stem, who = str(entry["pdf"]).removesuffix(".pdf"), f"{entry['audience']}.{entry['language']}"
        for name in (entry["pdf"], entry["manifest"], *entry["files"]):
            links[f"{who}{str(name).removeprefix(stem)}"] = str(name).removeprefix(f"{pair}/")
    return links
