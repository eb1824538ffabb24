"""Where may a test end or stop this process? At marks; unless BILAN_FAULT names one, a mark does nothing.

`BILAN_FAULT=recorded=SIGKILL` sends this process that signal when it comes to `recorded`; `recorded#3` means the third time.
"""

import os
import signal
from collections import Counter

_MARK, _, _SIGNAL = os.environ.get("BILAN_FAULT", "").rpartition("=")
_reached: Counter[str] = Counter()


def mark(name: str) -> None:
    """Say that the work has come to this point."""
    if _MARK:
        _reached[name] += 1
        if _MARK in (name, f"{name}#{_reached[name]}"):
            os.kill(os.getpid(), signal.Signals[_SIGNAL])
