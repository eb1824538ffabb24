"""Small projects to run commands in: one with the real data, one finished edition to copy."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bilan.cli.app import run

NOW = "1795564800"  # 2026-11-25T00:00Z
SETTINGS = 'partnerships = ["kz-kg"]\naudiences = ["minister"]\nlanguages = ["en"]\n'
Said = tuple[int, str, str]


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    """A project with one edition issued; copy it, never change it."""
    folder = tmp_path_factory.mktemp("finished") / "project"
    write_project(folder, checkout)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", NOW)
        assert run(["build", "--quiet", "--project", str(folder)]) == 0
    return folder


def write_project(folder: Path, checkout: Path) -> None:
    """The real partnership, with one audience and one language."""
    folder.mkdir(parents=True)
    shutil.copytree(checkout / "data" / "kz-kg", folder / "data" / "kz-kg")
    shutil.copytree(checkout / "templates", folder / "templates")
    (folder / "bilan.toml").write_text(SETTINGS, encoding="utf-8")


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command takes the same instant for now."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)


@pytest.fixture
def project(tmp_path: Path, checkout: Path) -> Path:
    """A project nothing was built in yet."""
    folder = tmp_path / "project"
    write_project(folder, checkout)
    return folder


@pytest.fixture
def issued(tmp_path: Path, finished: Path) -> Path:
    """A project with one edition issued, to be changed at will."""
    return Path(shutil.copytree(finished, tmp_path / "issued", symlinks=True))


@pytest.fixture
def bilan(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Run a command; gives exit code, stdout and stderr."""

    def call(*arguments: str | Path) -> Said:
        capsys.readouterr()
        code = run([str(one) for one in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call
