"""How does a file get its place? Written aside, synced, then put there in one step, never over another."""

import errno
import fcntl
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bilan.errors import ArchiveError, BusyError, DiskError

ISSUED = 0o444
_OURS = 0o644
_PAUSE_SECONDS = 0.05
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_CLOSED = (errno.EROFS, errno.EACCES, errno.EPERM)
_UNLINKABLE = (errno.EPERM, errno.ENOTSUP, errno.EXDEV, errno.EMLINK)


@contextmanager
def workshop(root: Path) -> Iterator[Path]:
    """A temporary folder on the archive's own disk, ours alone; what killed processes left of theirs is cleared away."""
    make_folder(root)
    for leftover in root.glob(".tmp-*"):
        _clear(leftover)
    folder, handle = _opened(root)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(handle)


@contextmanager
def alone(root: Path, patience: float) -> Iterator[None]:
    """The names of the archive to ourselves; BusyError where another process keeps them too long."""
    with (root / ".lock").open("a") as lock:
        _wait_for(lock.fileno(), root, patience)
        try:
            yield
        finally:
            fcntl.flock(lock.fileno(), fcntl.LOCK_UN)  # a process forked meanwhile holds the same handle


def write(path: Path, content: bytes, mode: int = _OURS) -> Path:
    """Write a new file and wait until the disk has it."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fchmod(file.fileno(), mode)
        os.fsync(file.fileno())
    return path


def make_folder(folder: Path) -> None:
    """A folder and those above it, each known to the disk."""
    if not folder.is_dir():
        make_folder(folder.parent)
        with suppress(FileExistsError):  # another process was quicker
            folder.mkdir()
        sync(folder.parent)


def refuse_links(root: Path, folder: Path) -> None:
    """ArchiveError where a folder within the archive is a link to some other place."""
    if folder.resolve() != root.resolve() / folder.relative_to(root):
        raise ArchiveError(str(folder), "goes through a link and may lie outside the archive", "put a real folder in its place")


def holds(path: Path, sha256: str) -> bool:
    """Whether a file is there with the content of a hash."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == sha256
    except FileNotFoundError:
        return False


def put(stored: Path, target: Path, workshop: Path, *, replaceable: bool) -> bool:
    """Give a stored file its name; False where the same content has it already, ArchiveError where other content has.

    `replaceable`: what stands there was left by a publication that never ended, and is no edition.
    """
    if target.exists():
        if target.samefile(stored) or target.read_bytes() == stored.read_bytes():
            return False
        if not replaceable:
            raise ArchiveError(
                str(target), "exists with other content; an issued edition is never overwritten", "publish it as the next issue"
            )
        target.unlink()
    try:
        os.link(stored, target)
    except OSError as error:
        if error.errno not in _UNLINKABLE:
            raise
        copy = write(workshop / f"copy-{target.name}", stored.read_bytes(), ISSUED)
        os.rename(copy, target)  # noqa: PTH104  a disk without hard links; we have the names to ourselves
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


def told(where: str, error: OSError) -> DiskError:
    """What the disk said, in our words."""
    if error.errno in _FULL:
        return DiskError(where, f"the disk is full ({error.strerror})", "free some space and build again; nothing was published")
    if error.errno in _CLOSED:
        return DiskError(where, f"cannot be written ({error.strerror})", "check the owner and permissions of the reports folder")
    return DiskError(where, f"could not be published ({error.strerror})", "mend the cause and build again; nothing was published")


def _opened(root: Path) -> tuple[Path, int]:
    """A fresh folder, locked as long as its handle is open: whoever finds it unlocked knows that its maker is gone."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=".tmp-", dir=root))
        try:
            handle = os.open(folder, os.O_RDONLY)
        except FileNotFoundError:  # taken for a leftover before it was locked
            continue
        with suppress(OSError):  # a disk without locks: nothing is cleared away there
            fcntl.flock(handle, fcntl.LOCK_EX)
        if folder.is_dir():
            return folder, handle
        os.close(handle)


def _clear(leftover: Path) -> None:
    """Remove a temporary folder nobody has locked."""
    with suppress(OSError):
        handle = os.open(leftover, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(leftover, ignore_errors=True)
        finally:
            os.close(handle)


def _wait_for(handle: int, root: Path, patience: float) -> None:
    until = time.monotonic() + patience
    while True:
        try:
            return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise BusyError(str(root), "another process is publishing", "try again in a moment") from None
            time.sleep(_PAUSE_SECONDS)
