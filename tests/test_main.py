import subprocess
import sys

import pytest

from bilan.__main__ import main


def test_the_module_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "bilan", "--version"], capture_output=True, text=True, check=True)

    assert done.stdout.startswith("bilan, version ")


def test_the_process_ends_with_the_commands_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["bilan", "buld"])

    with pytest.raises(SystemExit) as end:
        main()

    assert end.value.code == 2
