"""A project whose templates may be changed at will, and a real server that shows them."""

import os
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
import uvicorn
from argon2 import PasswordHasher
from tests.web.provider import CLIENT, SECRET, Oidc, running
from tests.web.sites import ORIGIN, Clock, Place, write_project

from bilan.cli.app import run
from bilan.fonts.cut import cache_folder
from bilan.ledger.book import Ledger
from bilan.project import Project
from bilan.web.passwords import _nobodys
from bilan.web.preview import application
from bilan.web.preview_studio import Studio, View
from bilan.web.site import Site

NOW = datetime(2026, 11, 25, tzinfo=UTC)
FIRST = View("minister", "en", "real")
Write = Callable[[str, str], None]
Serve = Callable[..., Place]


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


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    """A project nothing was issued in; copy it, never change it."""
    return write_project(tmp_path_factory.mktemp("bare") / "project", checkout)


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    """A project with one edition issued; copy it, never change it."""
    folder = write_project(tmp_path_factory.mktemp("finished") / "project", checkout)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
        assert run(["build", "--quiet", "--project", str(folder)]) == 0
    return folder


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Passwords are hashed as ever, with less work; nobody's own is made anew, so that no other test meets the cheap one."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr("bilan.web.passwords._hasher", lambda: hasher)
    _nobodys.cache_clear()
    yield
    _nobodys.cache_clear()


@pytest.fixture
def serve(tmp_path: Path, bare: Path, quick: None) -> Iterator[Serve]:
    """Serves a copy of a project: `serve(origin=…, open=…, settings=…, of=…)`."""
    del quick
    with ExitStack() as stack:

        def made(settings: str = "", of: Path = bare, **given: object) -> Place:
            folder = Path(shutil.copytree(of, tmp_path / f"served-{len(list(tmp_path.iterdir()))}", symlinks=True))
            with (folder / "bilan.toml").open("a", encoding="utf-8") as file:
                file.write(settings)
            project, clock = Project(folder), Clock()
            ledger = stack.enter_context(Ledger.open(project.config.ledger, folder))
            fields = {"origin": ORIGIN, "monotonic": clock.monotonic, **given}
            return Place(Site(project, ledger, clock.now, **fields), clock)  # type: ignore[arg-type]  # fields of a site by name

        yield made


@pytest.fixture
def place(serve: Serve) -> Place:
    """A site that asks for log-in."""
    return serve()


@pytest.fixture
def archive(serve: Serve, finished: Path) -> Place:
    """A site that asks for log-in, with one edition."""
    return serve(of=finished)


@pytest.fixture(scope="session")
def provider_process() -> Iterator[Oidc]:
    """A provider of log-ins that runs for all tests."""
    with running() as made:
        yield made


@pytest.fixture
def provider(provider_process: Oidc) -> Oidc:
    """The provider as if it had just begun."""
    fresh = Oidc(provider_process.issuer, provider_process.key)
    vars(provider_process).update(vars(fresh))
    return provider_process


@pytest.fixture
def through(serve: Serve, provider: Oidc) -> Serve:
    """Serves a site with a log-in through the provider: `through(role="view")`."""

    def made(role: str = "view", **more: object) -> Place:
        settings = f'\n[serve.oidc]\nissuer = "{provider.issuer}"\nclient = "{CLIENT}"\nname = "Ministry"\nrole = "{role}"\n'
        return serve(settings, **{"secrets": {"oidc": SECRET}, **more})

    return made
