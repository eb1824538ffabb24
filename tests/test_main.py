import os
import subprocess
import sys

import pytest

from bilan.__main__ import main


def test_the_module_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "bilan", "--version"], capture_output=True, text=True, check=True)

    assert done.stdout.startswith("bilan, version ")


def test_the_process_ends_with_the_commands_code(monkeypatch: pytest.MonkeyPatch) -> None:
    codes: list[int] = []
    monkeypatch.setattr(sys, "argv", ["bilan", "buld"])
    monkeypatch.setattr(os, "_exit", codes.append)

    main()

    assert codes == [2]


def test_nothing_said_is_lost_at_the_end() -> None:
    done = subprocess.run([sys.executable, "-m", "bilan", "schema", "bilan"], capture_output=True, text=True, check=True)

    assert done.stdout.rstrip().endswith("}")
    assert done.stderr == ""
