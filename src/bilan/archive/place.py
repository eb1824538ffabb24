"""How does a file get its place? Written aside, synced, then put there in one step, never over another."""

import errno
import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bilan.errors import ArchiveError, BusyError

_PAUSE_SECONDS = 0.05
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_CLOSED = (errno.EROFS, errno.EACCES, errno.EPERM)


@contextmanager
def workshop(root: Path, patience: float) -> Iterator[Path]:
    """A temporary folder on the archive's own disk, and the archive to ourselves; BusyError where another keeps it too long."""
    root.mkdir(parents=True, exist_ok=True)
    with (root / ".lock").open("a") as lock:
        _wait_for(lock.fileno(), root, patience)
        for leftover in root.glob(".tmp-*"):  # whoever made it is gone: we hold the lock
            shutil.rmtree(leftover)
        folder = root / f".tmp-{os.getpid()}"
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def write(path: Path, content: bytes) -> Path:
    """Write a new file and wait until the disk has it."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return path


def make_folder(folder: Path) -> None:
    """A folder and those above it, each known to the disk."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir()
        sync(folder.parent)


def refuse_links(root: Path, folder: Path) -> None:
    """ArchiveError where a folder within the archive is a link to some other place."""
    if folder.resolve() != root.resolve() / folder.relative_to(root):
        raise ArchiveError(str(folder), "goes through a link and may lie outside the archive", "put a real folder in its place")


def put(staged: Path, target: Path, *, replaceable: bool) -> bool:
    """Give a written file its name; False where the same content has it already, ArchiveError where other content has.

    `replaceable`: what stands there was left by a publication that never ended, and is no edition.
    """
    if target.exists():
        if target.read_bytes() == staged.read_bytes():
            return False
        if not replaceable:
            raise ArchiveError(
                str(target), "exists with other content; an issued edition is never overwritten", "publish it as the next issue"
            )
        target.unlink()
    try:
        os.link(staged, target)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.EXDEV, errno.EMLINK):
            raise
        os.rename(staged, target)  # noqa: PTH104  a disk without hard links; the lock keeps the name free
    return True


def swap(staged: Path, target: Path) -> None:
    """Let a new file or link take the place of an old one in one step."""
    os.replace(staged, target)  # noqa: PTH105  the one call that is atomic
    sync(target.parent)


def sync(folder: Path) -> None:
    """Wait until the disk knows the names in a folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def told(where: str, error: OSError) -> ArchiveError:
    """What the disk said, in our words."""
    if error.errno in _FULL:
        return ArchiveError(where, f"the disk is full ({error.strerror})", "free some space and build again; nothing was published")
    if error.errno in _CLOSED:
        return ArchiveError(where, f"cannot be written ({error.strerror})", "check the owner and permissions of the reports folder")
    return ArchiveError(where, f"could not be published ({error.strerror})", "mend the cause and build again; nothing was published")


def _wait_for(handle: int, root: Path, patience: float) -> None:
    until = time.monotonic() + patience
    while True:
        try:
            return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise BusyError(str(root), "another process is publishing", "try again in a moment") from None
            time.sleep(_PAUSE_SECONDS)
