import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.ledger.book import Ledger
from bilan.project import Project
from bilan.schedule.rules import Schedule
from bilan.schedule.settings import schedules

SETTINGS = """\
partnerships = ["kz-kg"]
audiences = ["minister", "analyst"]
languages = ["fr", "en"]

[schedule.monthly]
rule = "first-working-day"
at = "07:00"
timezone = "Asia/Bishkek"
holidays = ["KG", "KZ"]
"""
ONE = 'partnerships = ["kz-kg"]\naudiences = ["analyst"]\nlanguages = ["fr"]\n'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "bilan.toml").write_text(SETTINGS, encoding="utf-8")
    return Project(tmp_path)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Project]:
    """A project with one partnership, audience and language, and the schedules given."""

    def make(tables: str, head: str = ONE) -> Project:
        folder = tmp_path_factory.mktemp("project")
        (folder / "bilan.toml").write_text(head + tables, encoding="utf-8")
        return Project(folder)

    return make


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger in a file, to copy: migrations run once."""
    folder = tmp_path_factory.mktemp("prepared")
    Ledger.open("sqlite:///ledger.sqlite3", folder).close()
    return folder / "ledger.sqlite3"


@pytest.fixture(scope="session")
def opened(prepared: Path) -> Callable[[Project], Ledger]:
    """The ledger of a project, empty when it is opened first."""

    def make(project: Project) -> Ledger:
        path = project.machine / "ledger.sqlite3"
        if not path.exists():
            path.parent.mkdir(parents=True)
            shutil.copyfile(prepared, path)
        return Ledger.open(project.config.ledger, project.root)

    return make


@pytest.fixture(scope="session")
def read(made: Callable[..., Project]) -> Callable[[str], Schedule]:
    """The one schedule `x` that some settings make."""

    def make(settings: str) -> Schedule:
        return schedules(made(f"[schedule.x]\n{settings}\n"))["x"]

    return make
