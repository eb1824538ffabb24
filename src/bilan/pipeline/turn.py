"""Whose turn is it to fetch? One process at a time writes what a project's sources answer."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bilan.errors import BusyError, StoreError
from bilan.project import Project

LOCK = "fetch.lock"


def at_once() -> bool:
    """Wait for nobody."""
    return False


@contextmanager
def turn(project: Project, wait: Callable[[], bool] = at_once) -> Iterator[None]:
    """Fetch, and nobody else meanwhile; a process that ends gives its turn up.

    `wait` is asked while another fetches: it pauses, and tells whether to try once more. BusyError where it does not.
    """
    handle = _opened(project)
    try:
        while not _taken(handle):
            if not wait():
                raise BusyError("fetch", "another fetch of this project is at work", "ask again when it has ended")
        yield
    finally:
        os.close(handle)


def _opened(project: Project) -> int:
    try:
        project.machine.mkdir(parents=True, exist_ok=True)
        return os.open(project.machine / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise StoreError(LOCK, f"cannot be written: {error.strerror}", "check space and permissions of .bilan") from error


def _taken(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
