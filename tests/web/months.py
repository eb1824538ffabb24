"""A project with two months issued once, copied for whoever changes it; a site of it and a visitor: fixtures to import."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.web.visitor import Visitor

from bilan.cli.app import run
from bilan.ledger.book import Ledger
from bilan.project import Project
from bilan.web.application import application
from bilan.web.site import Site

NOW = datetime(2026, 11, 25, tzinfo=UTC)
SETTINGS = """partnerships = ["kz-kg"]
audiences = ["minister"]
languages = ["en"]

[schedule.monthly]
rule = "first-working-day"
at = "07:00"
timezone = "Asia/Bishkek"
"""


@pytest.fixture(scope="session")
def two_months(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    """September and October for the minister in English; copy it, never change it."""
    folder = tmp_path_factory.mktemp("two") / "project"
    folder.mkdir(parents=True)
    shutil.copytree(checkout / "data" / "kz-kg", folder / "data" / "kz-kg")
    shutil.copytree(checkout / "templates", folder / "templates")
    (folder / "bilan.toml").write_text(SETTINGS, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
        for month in ("2026-09", "2026-10"):
            assert run(["build", "--quiet", "--project", str(folder), "--period", month]) == 0
    return folder


@pytest.fixture
def root(two_months: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(two_months, tmp_path / "project", symlinks=True))


@pytest.fixture
def site(root: Path) -> Iterator[Site]:
    """A site that lets everybody in."""
    project = Project(root)
    with Ledger.open(project.config.ledger, root) as ledger:
        yield Site(project, ledger, lambda: NOW, open=True, origin="http://testserver", hosts=("testserver",))


@pytest.fixture
def visitor(site: Site) -> Iterator[Visitor]:
    with Visitor(application(site)) as client:
        yield client


@pytest.fixture(scope="session")
def reader(two_months: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """A visitor who only reads, of a site that is kept from test to test."""
    root = Path(shutil.copytree(two_months, tmp_path_factory.mktemp("read") / "project", symlinks=True))
    project = Project(root)
    with Ledger.open(project.config.ledger, root) as ledger:
        site = Site(project, ledger, lambda: NOW, open=True, origin="http://testserver", hosts=("testserver",))
        site.requests.take = lambda _name: 0.0  # type: ignore[assignment,method-assign]  # one who reads all pages is no crowd
        with Visitor(application(site)) as visitor:
            yield visitor


@pytest.fixture
def post(visitor: Visitor) -> Callable[..., object]:
    """Send a form as a page of ours would: with the mark of the visitor."""

    def sent(path: str, seen: str = "/en/build", **form: object) -> object:
        page = visitor.get(seen).text
        mark = page.partition('name="mark" value="')[2].partition('"')[0]
        return visitor.post(path, data={"mark": mark, **form}, headers={"origin": "http://testserver"})

    return sent
