import os
import signal
import sys
import time
from pathlib import Path

import pytest

from bilan.web.jobs import crew as module
from bilan.web.jobs.crew import Crew, command

LIVES = "import sys\nfor line in sys.stdin: open('woken', 'a').write('x')\n"


def until(what: object) -> None:
    assert callable(what)
    for _ in range(2000):
        if what():
            return
        time.sleep(0.005)
    pytest.fail("it never came to that")


def woken(there: Path) -> bool:
    return (there / "woken").exists() and len((there / "woken").read_text()) >= 2


@pytest.fixture(autouse=True)
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, "PAUSE_SECONDS", 0.01)
    return tmp_path


def test_it_begins_workers_wakes_them_and_ends_them(there: Path) -> None:
    with Crew(there, 2, [sys.executable, "-c", LIVES]) as crew:
        until(lambda: len(crew.processes) == 2)

        def heard() -> bool:
            crew.wake()  # again and again, for who was not listening yet
            return woken(there)

        until(heard)
    assert crew.processes == []


def test_a_worker_that_is_killed_is_followed_by_another(there: Path) -> None:
    with Crew(there, 1, [sys.executable, "-c", LIVES]) as crew:
        until(lambda: crew.processes)
        (first,) = crew.processes
        os.kill(first, signal.SIGKILL)
        until(lambda: crew.processes and crew.processes != [first])


def test_one_that_does_not_end_is_ended(there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LINGER_SECONDS", 0.05)
    deaf = "import signal, sys\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\nopen('deaf', 'w').close()\nwhile True: signal.pause()\n"
    with Crew(there, 1, [sys.executable, "-c", deaf]) as crew:
        until((there / "deaf").exists)
    assert crew.processes == []


def test_a_worker_is_this_program_out_of_the_way_of_readers(there: Path) -> None:
    assert command(there) == [sys.executable, "-m", "bilan", "work", "--project", str(there), "--nice", "5", "--listen-to-stdin"]
