"""When is a delivery tried again that was put off? Soon at first, then ever later, and at last not any more."""

import hashlib
from datetime import timedelta

FIRST, LONGEST = timedelta(minutes=1), timedelta(hours=4)
ATTEMPTS = 13
"""After so many the waits add up to 20 hours and a quarter at most; the next would pass the day."""
_JITTER = 0.2


def wait(attempt: int, key: str) -> timedelta | None:
    """How long to wait after an attempt (1 for the first), None where it was the last.

    Twice as long each time, from a minute to four hours, and up to a fifth less: messages put off together come back apart.
    """
    if attempt >= ATTEMPTS:
        return None
    whole = min(FIRST * (1 << (attempt - 1)), LONGEST)
    return whole * (1 - _JITTER * _chance(f"{key}/{attempt}"))


def _chance(text: str) -> float:
    """A number from 0 up to 1 that is always the same for a text and looks like chance."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:6], "big") / (1 << 48)
