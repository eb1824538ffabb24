"""What time is it? The one place where clocks are read for schedules: the wall's, and one that is never set."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

_BOOT = Path("/proc/sys/kernel/random/boot_id")


def utc_now() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


def uptime() -> float:
    """Seconds since the machine was started, sleep included where the system counts it; no one sets this clock."""
    counted = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if counted is None else time.clock_gettime(counted)


def boot() -> str:
    """Which start of which machine this is; empty where the system does not say, and then uptimes cannot be compared."""
    with suppress(OSError):
        return _BOOT.read_text(encoding="ascii").strip()
    return ""


@dataclass(frozen=True, slots=True)
class Clock:
    """Wall time, which may jump, monotonic seconds, which never go back, and seconds since which start of the machine."""

    now: Callable[[], datetime] = utc_now
    monotonic: Callable[[], float] = time.monotonic
    uptime: Callable[[], float] = uptime
    boot: Callable[[], str] = boot
