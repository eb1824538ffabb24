"""A project whose templates may be changed at will, and a real server that shows them."""

import os
import socket
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import uvicorn

from bilan.cli.app import run
from bilan.fonts.cut import cache_folder
from bilan.web.preview import application
from bilan.web.preview_studio import Studio, View

NOW = datetime(2026, 11, 25, tzinfo=UTC)
FIRST = View("minister", "en", "real")
Write = Callable[[str, str], None]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project as `bilan init` writes it."""
    folder = tmp_path / "project"
    assert run(["init", str(folder)]) == 0
    return folder


@pytest.fixture
def write(root: Path) -> Write:
    """Save a file of the templates folder."""

    def saved(name: str, text: str) -> None:
        path = root / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return saved


@pytest.fixture
def studio(root: Path) -> Iterator[Studio]:
    """A studio of that project."""
    made = Studio(root, NOW, cache_folder(os.environ))
    yield made
    made.close()


@pytest.fixture
def served(studio: Studio) -> Iterator[str]:
    """The address of a real server on a free port of this machine; requests wait in its socket until it is up."""
    door = socket.create_server(("127.0.0.1", 0))
    settings = uvicorn.Config(application(studio, FIRST), log_level="warning", lifespan="on", timeout_graceful_shutdown=1)
    server = uvicorn.Server(settings)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
    thread.start()
    yield f"http://127.0.0.1:{door.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    door.close()
