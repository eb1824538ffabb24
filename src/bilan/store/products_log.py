"""What does the store hold of product tables? A numbered log of entries, each committed whole or not at all."""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bilan.errors import StoreError
from bilan.store.files import part_name, sync

LOG = "log"


@dataclass(frozen=True, slots=True)
class Entry:
    """One ingest or compaction: the file of rows and the file of sums it wrote, and what they cover.

    `periods` says for each period of the rows how many there are; `known_from` from which day the sums of a month or
    year hold (`2024-07`, `Y2024`); `sources` names the files taken in by hash, with their number of rows; entries with
    a number in `replaces` no longer count. Moments are UTC without a zone.
    """

    number: int
    seen_at: datetime
    earliest: datetime
    rows: str = ""
    sums: str = ""
    size: int = 0
    periods: Mapping[str, int] = field(default_factory=dict)
    known_from: Mapping[str, date] = field(default_factory=dict)
    sources: Mapping[str, int] = field(default_factory=dict)
    replaces: tuple[int, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """Names of its Parquet files."""
        return tuple(name for name in (self.rows, self.sums) if name)


class Taken(Exception):  # noqa: N818  no mistake: somebody else was first
    """Another process has written the entry of this number."""


def read_log(folder: Path) -> tuple[Entry, ...]:
    """The entries that count, by number; raises StoreError where one cannot be read."""
    entries = None
    while entries is None:  # again where a compaction removed an entry in between
        entries = _all(sorted((folder / LOG).glob("*.json")))
    replaced = {number for one in entries for number in one.replaces}
    return tuple(sorted((one for one in entries if one.number not in replaced), key=lambda one: one.number))


def next_number(entries: Sequence[Entry]) -> int:
    """The number of the entry to write after these."""
    return max((one.number for one in entries), default=0) + 1


def commit(folder: Path, entry: Entry) -> None:
    """Write an entry; it counts from here on. Raises Taken where its number is no longer free."""
    log = folder / LOG
    log.mkdir(parents=True, exist_ok=True)
    part = log / part_name()
    try:
        part.write_text(json.dumps(_plain(entry), sort_keys=True), encoding="utf-8")
        sync(part)
        os.link(part, log / f"{entry.number:08d}.json")
    except FileExistsError:
        raise Taken from None
    finally:
        part.unlink(missing_ok=True)
    sync(log)


def forget(folder: Path, replaced: Iterable[Entry], kept: Entry) -> None:
    """Remove what a committed entry replaces, files first to last; a crash in between leaves only what nobody reads."""
    for one in replaced:
        (folder / LOG / f"{one.number:08d}.json").unlink(missing_ok=True)
        for name in set(one.files) - set(kept.files):
            (folder / name).unlink(missing_ok=True)


def leftovers(folder: Path, entries: Iterable[Entry]) -> list[Path]:
    """What no entry names: the work of writers that crashed, or that have not finished."""
    used = {name for one in entries for name in one.files}
    parts = [*folder.glob("*.part"), *(folder / LOG).glob("*.part")]
    return parts + [path for path in folder.glob("*.parquet") if path.name not in used]


def _plain(entry: Entry) -> dict[str, Any]:
    plain = asdict(entry)
    plain["seen_at"], plain["earliest"] = entry.seen_at.isoformat(), entry.earliest.isoformat()
    plain["known_from"] = {name: day.isoformat() for name, day in entry.known_from.items()}
    return plain


def _all(paths: Iterable[Path]) -> list[Entry] | None:
    try:
        return [_read(path) for path in paths]
    except FileNotFoundError:
        return None


def _read(path: Path) -> Entry:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        told["seen_at"], told["earliest"] = datetime.fromisoformat(told["seen_at"]), datetime.fromisoformat(told["earliest"])
        told["known_from"] = {name: date.fromisoformat(day) for name, day in told["known_from"].items()}
        return Entry(**{**told, "replaces": tuple(told["replaces"])})
    except FileNotFoundError:
        raise
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(path.name, f"cannot be read: {error}", "delete products/ in the store and ingest the tables again") from error
