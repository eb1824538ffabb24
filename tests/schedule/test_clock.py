import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

from bilan.schedule import clock
from bilan.schedule.clock import Clock, boot, uptime, utc_now


@time_machine.travel(datetime(2026, 11, 2, 1, tzinfo=UTC), tick=False)
def test_tells_the_time_in_utc() -> None:
    assert utc_now() == datetime(2026, 11, 2, 1, tzinfo=UTC)
    assert utc_now().tzinfo is UTC
    assert Clock().now() == utc_now()


def test_counts_seconds_that_never_go_back() -> None:
    assert Clock().monotonic is time.monotonic


def test_the_uptime_goes_on_whatever_the_wall_clock_does() -> None:
    before = Clock().uptime()
    with time_machine.travel(datetime(2031, 1, 1, tzinfo=UTC)):
        after = uptime()

    assert 0 <= after - before < 60


def test_where_the_system_does_not_count_sleep_the_monotonic_clock_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)

    assert abs(time.monotonic() - uptime()) < 60


def test_knows_the_start_of_the_machine_where_the_system_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "boot_id").write_text("5f1c\n")
    monkeypatch.setattr(clock, "_BOOT", tmp_path / "boot_id")
    assert boot() == "5f1c"

    monkeypatch.setattr(clock, "_BOOT", tmp_path / "nowhere")
    assert boot() == ""
