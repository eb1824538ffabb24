"""Run as a script: does something to an archive again and again, in a child that is killed one step later each time.

Its arguments are a folder, what to do, and the months whose editions are there already. Each try has an archive of
its own, `reports-0`, `reports-1` …; the last ends without being killed. Prints how many were.
"""

import os
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bilan.archive.archive import Archive
from bilan.document import Identity
from bilan.period import Period

CALLS = ("fsync", "link", "replace", "symlink", "mkdir", "unlink", "rmdir")
Scenario = Callable[[Path], object]


def publish(root: Path, month: str = "2026-10") -> None:
    """Issue one edition whose every file says its month."""
    facts = {"number": 1, "key": month, "as_of": "2026-11-02", "issued_on": "2026-11-02", "pages": 8}
    identity = Identity("kz-kg", Period.parse(month), "analyst", "fr")
    Archive(root).publish(identity, 1, month.encode(), {"edition": facts}, {"data.csv": month.encode()})


def withdraw(root: Path) -> None:
    """Take the edition back that is there."""
    Archive(root).withdraw("kz-kg/2026-10/analyst.fr", "wrong", datetime(2026, 11, 3, tzinfo=UTC))


SCENARIOS: dict[str, Scenario] = {"publish": publish, "withdraw": withdraw}


def kill_at(step: int) -> None:
    """End this process without a word at so many changes to the disk from now."""
    left = [step]

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def change(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  stands in for several calls
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*args, **kwargs)

        return change

    for name in CALLS:
        setattr(os, name, counted(getattr(os, name)))


def tried(root: Path, scenario: Scenario, step: int) -> bool:
    """Whether the child was killed before it was through."""
    child = os.fork()
    if child == 0:
        kill_at(step)
        scenario(root)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    assert status == 0 or os.WTERMSIG(status) == signal.SIGKILL, status
    return status != 0


def main(base: Path, name: str, before: str) -> None:
    """Kill one step later each time until nothing is left to kill."""
    step = 0
    while True:
        root = base / f"reports-{step}"
        for month in filter(None, before.split(",")):
            publish(root, month)
        if not tried(root, SCENARIOS[name], step + 1):
            break
        step += 1
    sys.stdout.write(str(step))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
