import io
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.cli.conftest import Said

from bilan.cli.work_command import _Wait
from bilan.ledger.book import Ledger
from bilan.ledger.job_records import Asked, JobState
from bilan.project import Project


def test_works_off_what_waits_and_exits(issued: Path, bilan: Callable[..., Said]) -> None:
    project = Project(issued)
    with Ledger.open(project.config.ledger, issued) as ledger:
        ledger.jobs.place(Asked("j1", "build", {"partnership": "kz-kg", "period": "2026-10"}, "aliya"), datetime(2026, 11, 25, tzinfo=UTC))

        assert bilan("work", "-C", issued, "--once")[0] == 0
        job = ledger.jobs.find("j1")
    assert (job.state, job.result["editions"][0]["unchanged"]) == (JobState.DONE, True)


def test_it_wakes_by_a_line_and_ends_with_who_began_it(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    stdin = io.FileIO(reading)
    monkeypatch.setattr("sys.stdin", stdin)
    wait = _Wait(once=False, stdin=True)
    os.write(writing, b"\n")

    assert wait()
    os.close(writing)
    assert not wait()
    stdin.close()


def test_asked_to_stop_it_waits_no_more() -> None:
    wait = _Wait(once=False, stdin=False)
    wait.over.set()

    assert not wait()
    assert not _Wait(once=True, stdin=False)()
