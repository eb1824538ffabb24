from datetime import UTC, datetime
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.sources.http_request import FetchError, Reason
from bilan.sources.http_retry import pause, retry_after, worth_retrying

NOW = datetime(2026, 11, 25, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("7", 7),
        (" 0 ", 0),
        ("Wed, 25 Nov 2026 12:00:30 GMT", 30),
        ("Wed, 25 Nov 2026 12:00:30 -0000", 30),
        ("Wed, 25 Nov 2026 11:00:00 GMT", 0),
        ("Wed, 25 Nov 2026 14:00:30 +0200", 30),
        ("soon", None),
        ("", None),
        ("-5", None),
        ("٣", None),
    ],
)
def test_reads_retry_after_in_seconds_and_as_a_date(text: str, seconds: float | None) -> None:
    assert retry_after(text, NOW) == seconds


def test_waits_one_two_four_seconds_and_so_on_up_to_a_minute() -> None:
    assert [pause(attempt, None, lambda: 1.0) for attempt in range(1, 9)] == [1, 2, 4, 8, 16, 32, 60, 60]


def test_half_of_a_wait_is_left_to_chance_so_that_many_do_not_come_back_at_once() -> None:
    assert [pause(3, None, partial(float, drawn)) for drawn in (0.0, 0.5, 1.0)] == [2, 3, 4]
    assert [pause(3, 30, partial(float, drawn)) for drawn in (0.0, 0.5, 1.0)] == [30, 31, 32]


@given(attempt=st.integers(1, 20), drawn=st.floats(0, 1, exclude_max=True), wait=st.none() | st.floats(0, 3600))
def test_never_waits_less_than_asked_nor_less_than_half_a_step(attempt: int, drawn: float, wait: float | None) -> None:
    seconds = pause(attempt, wait, lambda: drawn)

    assert seconds >= (wait if wait is not None else 0.5)
    assert seconds <= 60 + (wait or 0)


@pytest.mark.parametrize("reason", list(Reason))
def test_only_what_may_pass_is_tried_again(reason: Reason) -> None:
    passing = {Reason.UNREACHABLE, Reason.SLOW, Reason.CUT, Reason.LIMITED, Reason.SERVER}

    assert worth_retrying(FetchError("x", reason, "said"), 60) == (reason in passing)


def test_a_server_that_asks_for_more_patience_than_there_is_is_left_alone() -> None:
    assert worth_retrying(FetchError("x", Reason.LIMITED, "said", wait=60), 60)
    assert not worth_retrying(FetchError("x", Reason.LIMITED, "said", wait=61), 60)


def test_a_fault_of_our_own_is_not_tried_again() -> None:
    assert not worth_retrying(ValueError("ours"), 60)
