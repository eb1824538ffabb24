"""Which editions are in the archive, and which are the latest? A projection of manifests and notices, rebuilt at will."""

import json
import logging
import uuid
from collections.abc import Iterable, Mapping, Sequence

from bilan.archive.entry import ISSUED, Entry, decoded, encoded, told
from bilan.archive.lives import lived, notices
from bilan.archive.names import MANIFEST, MONTH, SLUG, sha
from bilan.archive.shelf import Projection, Shelf
from bilan.errors import ArchiveError

SCHEMA = 2
INDEX = "index.json"
MANIFESTS = f"*/*/*{MANIFEST}"
_SPACE = uuid.UUID("0c5d3a1b-58b0-5c3e-8a6f-2f3f4a5be6d1")
_log = logging.getLogger(__name__)


def text_of(content: object) -> bytes:
    """JSON with one spelling: the same content gives the same bytes."""
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def entries(shelf: Shelf, known: Mapping[str, Entry], issued_at: Mapping[str, str] | None = None) -> list[Entry]:
    """One entry an edition, in order, with its state; a manifest in `known` is not read again.

    `issued_at` gives instants by manifest, beside those that are known.
    """
    names = [name for name in shelf.find(MANIFESTS) if in_place(name)]
    found = [known.get(name) or _entry(shelf, name) for name in names]
    moments = {name: entry.issued_at for name, entry in known.items()} | dict(issued_at or {})
    return lived([entry for entry in found if entry], notices(shelf), moments)


def known(shelf: Shelf) -> dict[str, Entry]:
    """The entries of the index as it stands, by manifest; none where it cannot be read."""
    try:
        index = json.loads(shelf.read(INDEX))
        whole = [decoded(one) for one in index["editions"]] if index["schema"] == SCHEMA else []
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return {entry.manifest: entry for entry in whole}


def identity(shelf: Shelf, found: Sequence[Entry]) -> str:
    """The archive's own id, for ever: that of the index as it stands, at first one made from the edition that came first."""
    try:
        return uuid.UUID(json.loads(shelf.read(INDEX))["id"]).urn
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        first = min(found, key=lambda one: (one.since, one.pdf), default=None)
        return uuid.uuid5(_SPACE, first.manifest_sha256 if first else "").urn


def stamp(shelf: Shelf) -> str:
    """The hash of the index as it stands."""
    try:
        return sha(shelf.read(INDEX))
    except FileNotFoundError:
        return sha(b"")


def projection(shelf: Shelf, found: Sequence[Entry]) -> Projection:
    """`index.json` of the archive and of each partnership, and `latest` of each, as the entries found make them."""
    indexed = {name.partition("/")[0] for name in shelf.find(f"*/{INDEX}")}  # empty where no edition is left
    pairs = sorted({entry.partnership for entry in found} | indexed)
    latest = {pair: newest(entry for entry in found if entry.partnership == pair) for pair in pairs}
    pointed = {pair: {reader: entry.pdf for reader, entry in mine.items()} for pair, mine in latest.items()}
    editions = [encoded(one) for one in found]
    files = {INDEX: text_of({"schema": SCHEMA, "id": identity(shelf, found), "editions": editions, "latest": pointed})}
    for pair in pairs:
        mine = [encoded(one.within()) for one in found if one.partnership == pair]
        names = {reader: pdf.removeprefix(f"{pair}/") for reader, pdf in pointed[pair].items()}
        files[f"{pair}/{INDEX}"] = text_of({"schema": SCHEMA, "partnership": pair, "editions": mine, "latest": names})
    return Projection(files, {pair: _links(mine.values()) for pair, mine in latest.items()})


def newest(found: Iterable[Entry]) -> dict[str, Entry]:
    """The last edition that counts of each audience and language, by `analyst.fr`."""
    return {entry.reader: entry for entry in sorted(found, key=lambda one: one.order) if entry.state == ISSUED}


def in_place(name: str) -> bool:
    """Whether a manifest lies where an edition's would, in a partnership's month."""
    pair, month, _ = name.split("/")
    return bool(SLUG.fullmatch(pair) and MONTH.fullmatch(month))


def _entry(shelf: Shelf, name: str) -> Entry | None:
    try:
        return told(name, shelf.read(name))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ArchiveError) as error:
        _log.warning("%s: is no manifest and is left out of the index (%r)", name, error)
        return None


def _links(found: Iterable[Entry]) -> dict[str, str]:
    """Each file of the latest editions by the name its first issue would have, and where it is in the partnership's folder."""
    mine = [entry.within() for entry in found]
    return {f"{one.reader}{name.removeprefix(one.stem)}": name for one in mine for name in (one.pdf, one.manifest, *one.files)}
