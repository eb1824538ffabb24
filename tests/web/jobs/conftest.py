"""A project to work in, a ledger, and a worker that stops once nothing waits."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from bilan.fonts.cut import cache_folder
from bilan.ledger.book import Ledger
from bilan.ledger.job_records import Asked, JobRow
from bilan.project import Project
from bilan.web.jobs.worker import Worker

NOW = datetime(2026, 11, 25, tzinfo=UTC)
SETTINGS = 'partnerships = ["kz-kg"]\naudiences = ["minister"]\nlanguages = ["en"]\n'
Ask = Callable[..., JobRow]


@pytest.fixture
def project(tmp_path: Path, checkout: Path) -> Project:
    """The real partnership, with one audience and one language."""
    shutil.copytree(checkout / "data" / "kz-kg", tmp_path / "data" / "kz-kg")
    shutil.copytree(checkout / "templates", tmp_path / "templates")
    (tmp_path / "bilan.toml").write_text(SETTINGS, encoding="utf-8")
    return Project(tmp_path)


@pytest.fixture
def ledger(project: Project) -> Iterator[Ledger]:
    with Ledger.open(project.config.ledger, project.root) as opened:
        yield opened


@pytest.fixture
def ask(ledger: Ledger) -> Ask:
    numbers = count(1)

    def asked(kind: str, actor: str = "aliya", **request: object) -> JobRow:
        return ledger.jobs.place(Asked(f"j{next(numbers)}", kind, request, actor), NOW)[0]

    return asked


@pytest.fixture
def worker(project: Project) -> Worker:
    return Worker(project.root, "here:1", cache_folder({}), lambda: NOW, lambda: False)
