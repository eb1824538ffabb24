"""A project with one edition issued, and sessions to build in."""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bilan.fonts.cut import cache_folder
from bilan.pipeline.build import Session, build
from bilan.pipeline.request import Request
from bilan.project import Project

NOW = datetime(2026, 11, 24, tzinfo=UTC)
SETTINGS = 'partnerships = ["kz-kg"]\naudiences = ["minister"]\nlanguages = ["en"]\n'


def written(folder: Path, checkout: Path) -> Project:
    folder.mkdir(parents=True)
    shutil.copytree(checkout / "data" / "kz-kg", folder / "data" / "kz-kg")
    shutil.copytree(checkout / "templates", folder / "templates")
    (folder / "bilan.toml").write_text(SETTINGS, encoding="utf-8")
    return Project(folder)


@pytest.fixture
def session() -> Callable[[Project], Session]:
    """A session at a fixed instant."""
    return lambda project: Session(project, NOW, cache_folder(os.environ))


@pytest.fixture
def fresh(tmp_path: Path, checkout: Path) -> Project:
    """A project nothing was built in yet."""
    return written(tmp_path / "fresh", checkout)


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Project:
    """A project with one edition issued; copy it, never change it."""
    project = written(tmp_path_factory.mktemp("pipeline") / "finished", checkout)
    (outcome,) = build(Session(project, NOW, cache_folder(os.environ)), Request())
    assert outcome.edition is not None, outcome.error
    return project


@pytest.fixture
def issued(tmp_path: Path, finished: Project) -> Project:
    """A copy of it, to be changed at will."""
    return Project(Path(shutil.copytree(finished.root, tmp_path / "issued", symlinks=True)))


@pytest.fixture
def revise() -> Callable[[Project, str, str], None]:
    """Overwrite something in the table of trade."""

    def change(project: Project, old: str, new: str) -> None:
        path = project.root / "data" / "kz-kg" / "trade.csv"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change
