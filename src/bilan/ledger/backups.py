"""Which copies of the ledger lie on this machine? Made one at a time, readable by nobody else, listed newest first."""

import fcntl
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from bilan.errors import GoneError
from bilan.ledger.door import Door
from bilan.ledger.upkeep import Counts, backed_up, copied_to

FOLDER = "backups"
_AT = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"ledger-([0-9]{8}T[0-9]{6}Z)(?:-([0-9]{1,4}))?\.sqlite3")


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: its file name, how many bytes it has, and when it was made."""

    name: str
    bytes: int
    at: datetime


def keep(door: Door, folder: Path, now: datetime, by: str = "") -> tuple[Backup, Counts]:
    """Copy a ledger into a folder, under a name that tells the second, and write down who did; with how many rows of each table.

    A second copy in the same second waits for the first and has a number behind its name. GoneError where the folder cannot
    be written, or the ledger is away: it is read where it is open, so that none is begun in its place.
    """
    with _told(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _alone(folder):
            target = _free(folder, now)
            counts = copied_to(target, door.reader)
    backed_up(door, target.name, sum(counts.values()), now, by)
    return _seen(target), counts


def kept(folder: Path) -> list[Backup]:
    """Every copy in a folder, newest first; none where there is no folder."""
    with _told(folder):
        paths = list(folder.iterdir()) if folder.is_dir() else []
        found = [(_place(path.name), path) for path in paths if _NAME.fullmatch(path.name)]
        return [_seen(path) for _, path in sorted(found, reverse=True)]


def _free(folder: Path, now: datetime) -> Path:
    stem = f"ledger-{now.astimezone(UTC).strftime(_AT)}"
    names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(path for name in names if not (path := folder / f"{name}.sqlite3").exists())


def _seen(path: Path) -> Backup:
    at, _ = _place(path.name)
    return Backup(path.name, path.stat().st_size, at)


def _place(name: str) -> tuple[datetime, int]:
    """The second a copy was made in, and which of that second it is."""
    found = _NAME.fullmatch(name)
    assert found  # noqa: S101  asked of our own names only
    return datetime.strptime(found[1], _AT).replace(tzinfo=UTC), int(found[2] or 1)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Only one copy is made in a folder at a time."""
    with (folder / ".lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(lock, fcntl.LOCK_UN)  # a process forked meanwhile holds the same handle


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        hint = f"let this user write to .bilan/{folder.name}, and see that there is room"
        raise GoneError("backups", f"cannot be read or written: {error.strerror}", hint) from None
