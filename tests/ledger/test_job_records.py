from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bilan.ledger.job_records import FullError, JobRow, JobState

ROW = JobRow(
    1, "j1", "build", "aliya", "", {}, JobState.WAITING, "", 0, 0, "", "", 0.0, None, "", datetime(2026, 11, 25, tzinfo=UTC), None, None
)


@pytest.mark.parametrize("state", JobState)
def test_a_job_is_open_until_it_has_ended(state: JobState) -> None:
    assert replace(ROW, state=state).open == (state in ("waiting", "running", "cancelling"))


def test_a_full_queue_says_after_how_long_to_ask_again() -> None:
    error = FullError("jobs", "too many wait", 12.4)

    assert (error.seconds, error.hint, error.transient) == (12.4, "ask again in 12 s", True)
