"""What time is it? The one place where the wall clock is read for schedules."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


def utc_now() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """Wall time, which may jump, and monotonic seconds, which never go back."""

    now: Callable[[], datetime] = utc_now
    monotonic: Callable[[], float] = time.monotonic
