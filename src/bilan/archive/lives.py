"""What became of an edition after issue? A later issue took its place, or it was withdrawn; its files stay either way."""

import json
import logging
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from itertools import groupby, pairwise

from bilan.archive.entry import SUPERSEDED, WITHDRAWN, Entry
from bilan.archive.shelf import Shelf

NOTICE = ".withdrawn.json"
SCHEMA = 1
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Notice:
    """What stands beside a withdrawn edition, for whoever has nothing but the folder: which, why and since when (ISO 8601, UTC)."""

    edition: str
    issue: int
    manifest_sha256: str
    reason: str
    at: str
    state: str = WITHDRAWN
    schema: int = SCHEMA


def instant(at: datetime | None) -> str:
    """An instant as index and notices hold it; empty for none."""
    return "" if at is None else at.astimezone(UTC).isoformat(timespec="seconds")


def notice_of(entry: Entry, reason: str, at: datetime) -> bytes:
    """The notice of a withdrawal; the same facts give the same bytes."""
    told = Notice(entry.name, entry.issue, entry.manifest_sha256, reason, instant(at))
    return (json.dumps(asdict(told), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def notices(shelf: Shelf) -> dict[str, Notice]:
    """The notices there are, by the stem of the edition they stand beside.

    One that cannot be read withdraws its edition all the same: somebody meant to.
    """
    return {name.removesuffix(NOTICE): _read(shelf, name) for name in shelf.find(f"*/*/*{NOTICE}")}


def lived(found: Iterable[Entry], withdrawn: Mapping[str, Notice], issued_at: Mapping[str, str]) -> list[Entry]:
    """The entries, in order, each with its state; `issued_at` gives the instants that are known, by manifest."""
    told = sorted((replace(one, issued_at=issued_at.get(one.manifest, "")) for one in found), key=lambda one: one.order)
    lives = []
    for _, same in groupby(told, key=lambda one: one.name):
        issues = list(same)
        after = {former.stem: later for former, later in pairwise(issues)}
        before = {later.stem: former.pdf for former, later in pairwise(issues)}
        lives += [replace(_life(one, withdrawn.get(one.stem), after.get(one.stem)), supersedes=before.get(one.stem, "")) for one in issues]
    return lives


def _life(entry: Entry, notice: Notice | None, later: Entry | None) -> Entry:
    if notice is not None:
        return replace(entry, state=WITHDRAWN, reason=notice.reason, settled_at=notice.at)
    if later is not None:
        return replace(entry, state=SUPERSEDED, reason=later.erratum, settled_at=later.since)
    return entry


def _read(shelf: Shelf, name: str) -> Notice:
    try:
        told = Notice(**json.loads(shelf.read(name)))
        datetime.fromisoformat(told.at)
    except (OSError, ValueError, TypeError) as error:
        _log.warning("%s: cannot be read as a notice; the edition counts as withdrawn (%r)", name, error)
        return Notice(name, 0, "", "", "")
    return told
