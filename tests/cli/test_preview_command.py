import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

import pytest

from bilan.cli import app, preview_command

Bilan = Callable[..., tuple[int, str, str]]
START = "import sys; from bilan.cli import app; app.COMMANDS['preview'] = ''; sys.exit(app.run(sys.argv[1:]))"


@pytest.fixture(autouse=True)
def listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command is in the list of commands."""
    monkeypatch.setitem(app.COMMANDS, "preview", "Show pages in the browser while templates are edited.")


def test_it_says_where_it_listens_answers_and_stops_when_asked(project: Path) -> None:
    command = [sys.executable, "-c", START, "preview", "--port", "0", "-C", str(project)]
    with subprocess.Popen(  # noqa: S603  our own interpreter
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"}
    ) as run:
        assert run.stdout is not None
        line = run.stdout.readline()
        address = re.fullmatch(r"preview: (http://127\.0\.0\.1:\d+/) \(Ctrl-C stops it\)\n", line)
        assert address, line
        with urlopen(address[1], timeout=60) as answer:  # noqa: S310  our own server
            assert b"<title>Preview</title>" in answer.read()
        run.send_signal(signal.SIGINT)
        _, err = run.communicate(timeout=60)

    assert run.returncode in (0, 130)
    assert "Traceback" not in err


def test_an_unknown_audience_or_language_is_told_at_once(bilan: Bilan, project: Path) -> None:
    code, _, err = bilan("preview", "ministre", "-C", project)
    assert code == 2
    assert "did you mean 'minister'" in err
    assert bilan("preview", "--lang", "xx", "-C", project)[0] == 2


def test_a_port_that_is_taken_is_told(bilan: Bilan, project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        code, _, err = bilan("preview", "-C", project, "--port", taken.getsockname()[1])

    assert code == 1
    assert "cannot be listened on" in err
    assert "--port" in err


def test_without_the_extra_it_says_what_to_install(bilan: Bilan, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview_command, "NEEDED", ("starlette", "no_such_library"))

    code, _, err = bilan("preview", "-C", project)

    assert code == 2
    assert "needs no_such_library" in err
    assert 'pip install "bilan[preview]"' in err


def test_who_opens_it_to_others_is_told_what_that_means(bilan: Bilan, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, ...]] = []

    def note(_project: object, first: object, pair: object, door: socket.socket) -> None:
        door.close()
        asked.append((first, pair))

    monkeypatch.setattr(preview_command, "_serve", note)

    code, out, err = bilan("preview", "--host", "0.0.0.0", "--port", "0", "--sample", "worst", "-C", project)  # noqa: S104  the very thing it warns of

    assert code == 0
    assert "http://0.0.0.0:" in out
    assert "there is no login" in err
    assert asked == [(("minister", "en", "worst"), "")]
    assert bilan("preview", "--port", "0", "-q", "-C", project) == (0, "", "")
