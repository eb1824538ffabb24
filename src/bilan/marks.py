"""Where may a test end or stop this process? At marks; unless BILAN_FAULT names one, a mark does nothing.

`BILAN_FAULT=recorded=SIGKILL` sends this process that signal when it comes to `recorded`; `recorded#3` means the third time.
"""

import os
import signal
from collections import Counter

_reached: Counter[str] = Counter()
_wanted: list[str] = []
"""The mark at which a fault is planted, and its signal; empty where none is."""


def plant(fault: str) -> None:
    """Plant a fault in this process, or none where it is empty; what was reached before counts no more."""
    place, _, name = fault.rpartition("=")
    _wanted[:] = [place, name] if place else []
    _reached.clear()


def mark(name: str) -> None:
    """Say that the work has come to this point."""
    if _wanted:
        _reached[name] += 1
        if _wanted[0] in (name, f"{name}#{_reached[name]}"):
            os.kill(os.getpid(), signal.Signals[_wanted[1]])


plant(os.environ.get("BILAN_FAULT", ""))
