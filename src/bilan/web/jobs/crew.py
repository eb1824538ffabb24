"""Who sees that jobs are worked off while a page is served? A few processes of their own, begun again where one ends."""

import contextlib
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Self

_log = logging.getLogger(__name__)
PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 60.0
LINGER_SECONDS = 30.0


def command(root: Path) -> list[str]:
    """How a worker is begun: this Python, this project, out of the way of those who read."""
    return [sys.executable, "-m", "bilan", "work", "--project", str(root), "--nice", "5", "--listen-to-stdin"]


class Crew:
    """So many workers; `wake` tells one that waits that there is something to do."""

    def __init__(self, root: Path, count: int = 1, begin: Sequence[str] | None = None) -> None:
        self._command = list(begin or command(root))
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._there: dict[int, subprocess.Popen[bytes]] = {}
        self._threads = [
            threading.Thread(target=self._kept, args=(number,), name=f"worker {number}", daemon=True) for number in range(count)
        ]

    def __enter__(self) -> Self:
        for one in self._threads:
            one.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def processes(self) -> list[int]:
        """Process numbers of the workers that run."""
        with self._lock:
            return [one.pid for one in self._there.values() if one.poll() is None]

    def wake(self) -> None:
        """Something waits to be done: whoever is idle looks at once."""
        with self._lock:
            for one in self._there.values():
                with contextlib.suppress(OSError, ValueError):
                    if one.stdin:
                        one.stdin.write(b"\n")
                        one.stdin.flush()

    def close(self) -> None:
        """Let each worker end what it does, or hand it back where that takes too long."""
        self._stopping.set()
        with self._lock:
            for one in self._there.values():
                with contextlib.suppress(OSError):
                    one.terminate()
        for thread in self._threads:
            thread.join(LINGER_SECONDS)
        with self._lock:
            for one in self._there.values():
                if one.poll() is None:
                    one.kill()
                    one.wait()

    def _kept(self, number: int) -> None:
        """Begin a worker again and again; the sooner it ends, the longer the pause before the next."""
        pause = PAUSE_SECONDS
        while not self._stopping.is_set():
            began = time.monotonic()
            code = self._once(number)
            if self._stopping.is_set():
                return
            pause = PAUSE_SECONDS if time.monotonic() - began > LONGEST_PAUSE_SECONDS else min(2 * pause, LONGEST_PAUSE_SECONDS)
            if code:
                _log.warning("a worker ended with %d; another begins in %.0f s", code, pause)
            self._stopping.wait(pause if code else 0)

    def _once(self, number: int) -> int:
        one = subprocess.Popen(self._command, stdin=subprocess.PIPE)  # noqa: S603  this very Python, with arguments of our own
        with self._lock:
            self._there[number] = one
        if self._stopping.is_set():
            one.terminate()
        try:
            return one.wait()
        finally:
            with self._lock:
                if one.stdin:
                    with contextlib.suppress(OSError):
                        one.stdin.close()
