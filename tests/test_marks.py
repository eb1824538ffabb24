import os
import signal
import subprocess
import sys

import pytest

CODE = """
from bilan.marks import mark
for name in ("stored", "recorded", "recorded"):
    print(name, flush=True)
    mark(name)
print("end")
"""


@pytest.mark.parametrize(
    ("fault", "code", "came_to"),
    [
        ("", 0, "stored recorded recorded end"),
        ("stored=SIGKILL", -signal.SIGKILL, "stored"),
        ("recorded#2=SIGTERM", -signal.SIGTERM, "stored recorded recorded"),
        ("elsewhere=SIGKILL", 0, "stored recorded recorded end"),
    ],
)
def test_a_mark_is_nothing_unless_a_fault_names_it(fault: str, code: int, came_to: str) -> None:
    done = subprocess.run(  # noqa: S603  this very Python
        [sys.executable, "-c", CODE], env=os.environ | {"BILAN_FAULT": fault}, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout.split()) == (code, came_to.split())
