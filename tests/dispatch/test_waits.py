from datetime import timedelta
from itertools import pairwise

import pytest

from bilan.dispatch.waits import ATTEMPTS, FIRST, LONGEST, wait

DAY = timedelta(hours=24)


def waits(key: str) -> list[timedelta]:
    found = [wait(attempt, key) for attempt in range(1, ATTEMPTS)]
    return [one for one in found if one is not None]


@pytest.mark.parametrize("key", ["a", "b", "c", "d"])
def test_waits_grow_from_a_minute_to_four_hours_and_end_within_a_day(key: str) -> None:
    found = waits(key)

    assert len(found) == ATTEMPTS - 1
    assert FIRST * 0.8 <= found[0] <= FIRST
    assert LONGEST * 0.8 <= found[-1] <= LONGEST
    assert all(one < other for one, other in list(pairwise(found))[:7])
    assert timedelta(hours=16) < sum(found, timedelta()) < DAY
    assert sum(found, timedelta()) + LONGEST * 0.8 > DAY * 0.8


def test_after_the_last_attempt_there_is_no_other() -> None:
    assert wait(ATTEMPTS, "a") is None
    assert wait(ATTEMPTS + 1, "a") is None


def test_messages_put_off_together_come_back_apart_and_each_time_the_same() -> None:
    assert len({wait(5, str(number)) for number in range(50)}) == 50
    assert wait(5, "a") == wait(5, "a")
