"""A project with one edition issued, a site that lets everybody in, and one where every role has a token."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from tests.web.api.asking import Client, Clients

from bilan.ledger.book import Ledger
from bilan.ledger.people_records import Role
from bilan.project import Project
from bilan.secret import digest
from bilan.web.site import Site

NOW = datetime(2026, 11, 25, tzinfo=UTC)
RECIPIENTS = '[[recipient]]\nname = "Aigul"\naddress = "aigul@mfa.example"\naudiences = ["minister"]\nlanguage = "en"\n'


@pytest.fixture(scope="session")
def finished(finished: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with somebody on the list of recipients; copy it, never change it."""
    folder = Path(shutil.copytree(finished, tmp_path_factory.mktemp("listed") / "project", symlinks=True))
    (folder / "recipients.toml").write_text(RECIPIENTS, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def everybody(finished: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site all tests may ask, since asking changes nothing; every visitor may do everything, and nobody asks too much."""
    root = shutil.copytree(finished, tmp_path_factory.mktemp("shared") / "project", symlinks=True)
    project = Project(root)
    with Ledger.open(project.config.ledger, project.root) as ledger:
        yield Site(project, ledger, lambda: NOW, open=True, origin="http://localhost", monotonic=count(step=600).__next__)


@pytest.fixture
def api(everybody: Site) -> Client:
    """Who asks that site."""
    return Client(everybody)


@pytest.fixture
def own(finished: Path, tmp_path: Path) -> Iterator[Site]:
    """An open site of a project that may be changed at will."""
    project = Project(shutil.copytree(finished, tmp_path / "project", symlinks=True))
    with Ledger.open(project.config.ledger, project.root) as ledger:
        yield Site(project, ledger, lambda: NOW, open=True, origin="http://localhost", monotonic=count(step=600).__next__)


@pytest.fixture
def as_role(everybody: Site, tmp_path: Path) -> Iterator[Clients]:
    """Who asks the same project with the token of a role, or with none, where nobody comes in unasked."""
    with Ledger.open(f"sqlite:///{tmp_path / 'people.db'}", tmp_path) as ledger:
        for role in Role:
            account = ledger.people.add(f"{role}-er", role, NOW)
            ledger.people.make_token(account, "test", digest(f"secret-{role}"), role, NOW, NOW + timedelta(days=30))
        site = Site(everybody.project, ledger, lambda: NOW, origin="http://localhost", monotonic=count(step=600).__next__)

        def client(role: str) -> Client:
            return Client(site, f"secret-{role}" if role else "")

        yield client
