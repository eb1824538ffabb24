import time
from datetime import UTC, datetime

import time_machine

from bilan.schedule.clock import Clock, utc_now


@time_machine.travel(datetime(2026, 11, 2, 1, tzinfo=UTC), tick=False)
def test_tells_the_time_in_utc() -> None:
    assert utc_now() == datetime(2026, 11, 2, 1, tzinfo=UTC)
    assert utc_now().tzinfo is UTC
    assert Clock().now() == utc_now()


def test_counts_seconds_that_never_go_back() -> None:
    assert Clock().monotonic is time.monotonic
