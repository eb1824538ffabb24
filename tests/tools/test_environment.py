import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

DIGITS = 64


@pytest.fixture(scope="module")
def environment(checkout: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("environment", checkout / "tools" / "environment.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def copy(tmp_path: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout that was never set up, in a folder with spaces."""
    place = tmp_path / "my checkout"
    (place / "src").mkdir(parents=True)
    shutil.copytree(checkout / "tools", place / "tools")
    shutil.copytree(checkout / "requirements", place / "requirements")
    shutil.copy(checkout / "pyproject.toml", place)
    monkeypatch.chdir(place)
    return place


def set_up(environment: ModuleType, profile: str) -> None:
    """Leave what a finished set-up leaves."""
    environment.PYTHON.parent.mkdir(parents=True, exist_ok=True)
    environment.PYTHON.touch()
    environment.write_note(environment.wanted(profile))


def shell(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [str(folder / "tools" / "setup.sh"), *arguments]
    return subprocess.run(command, env=os.environ | variables, capture_output=True, text=True, check=False)


@pytest.mark.usefixtures("copy")
def test_a_fresh_checkout_is_not_ready(environment: ModuleType) -> None:
    assert not environment.ready("run")


@pytest.mark.usefixtures("copy")
def test_nothing_is_left_to_do_after_a_finished_set_up(environment: ModuleType) -> None:
    set_up(environment, "run")

    assert environment.ready("run")
    assert not environment.ready("dev")


@pytest.mark.usefixtures("copy")
def test_an_environment_for_tests_also_runs_the_program(environment: ModuleType) -> None:
    set_up(environment, "dev")

    assert environment.ready("run")
    assert environment.ready("dev")


@pytest.mark.parametrize(
    ("file", "addition"),
    [("requirements/run.txt", "new==1.0\n"), ("pyproject.toml", '\n[tool.hatch.envs.x]\npython = "3.11"\n')],
)
def test_a_changed_lock_or_package_is_noticed(environment: ModuleType, copy: Path, file: str, addition: str) -> None:
    set_up(environment, "run")
    with (copy / file).open("a", encoding="utf-8") as text:
        text.write(addition)

    assert not environment.ready("run")


def test_a_changed_setting_of_a_tool_installs_nothing(environment: ModuleType, copy: Path) -> None:
    set_up(environment, "run")
    path = copy / "pyproject.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("line-length = 140", "line-length = 120"), encoding="utf-8")

    assert environment.ready("run")


def test_a_moved_checkout_is_set_up_anew(environment: ModuleType, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_up(environment, "run")
    moved = copy.rename(copy.with_name("moved"))
    monkeypatch.chdir(moved)

    assert not environment.ready("run")


@pytest.mark.parametrize("left", ["", "{", "[]", '"text"'])
def test_a_note_that_was_not_finished_counts_as_none(environment: ModuleType, copy: Path, left: str) -> None:
    set_up(environment, "run")
    (copy / ".venv" / "bilan-setup.json").write_text(left, encoding="utf-8")

    assert environment.recorded() == {}


def test_an_environment_that_lost_its_python_is_made_anew(environment: ModuleType, copy: Path) -> None:
    set_up(environment, "run")
    (copy / ".venv" / "bin" / "python").unlink()

    assert environment.recorded() == {}


def test_the_note_is_there_whole_or_not_at_all(environment: ModuleType, copy: Path) -> None:
    set_up(environment, "dev")

    assert [path.name for path in (copy / ".venv").iterdir() if path.is_file()] == ["bilan-setup.json"]
    note = json.loads((copy / ".venv" / "bilan-setup.json").read_text(encoding="utf-8"))
    assert len(note["run"]) == len(note["dev"]) == DIGITS


@pytest.mark.parametrize(
    ("system", "names", "said"),
    [
        ("Darwin", "", "brew install pango"),
        ("Linux", "debian", "apt-get install --no-install-recommends libpango-1.0-0 "),
        ("Linux", "ubuntu debian", "apt-get install"),
        ("Linux", "fedora", "dnf install pango"),
        ("Linux", "rocky rhel centos fedora", "dnf install pango"),
        ("Linux", "alpine", "apk add so:libpango-1.0.so.0"),
        ("Linux", "arch", "pacman -S pango"),
        ("Linux", "opensuse-leap suse opensuse", "zypper install"),
        ("Linux", "void", "Install Pango 1.44 or newer"),
        ("FreeBSD", "", "Install Pango 1.44 or newer"),
    ],
)
def test_each_system_gets_one_sentence_on_what_to_install(environment: ModuleType, system: str, names: str, said: str) -> None:
    sentence = environment.advise(system, names)

    assert said in sentence
    assert sentence.endswith(".")


def test_variables_that_would_mislead_pip_are_left_out_and_its_index_stays(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_TARGET", "elsewhere")
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PIP_INDEX_URL", "mirror")

    cleaned = environment.clean_environment()

    assert cleaned["PIP_INDEX_URL"] == "mirror"
    assert not {"PIP_TARGET", "PYTHONPATH"} & set(cleaned)


def test_a_python_that_cannot_be_used_is_told_in_one_sentence(copy: Path) -> None:
    done = shell(copy, "run", PYTHON="no such python")

    assert done.returncode == 1
    assert done.stderr == (
        "set-up: PYTHON='no such python' is no Python 3.11 or newer: name another one, for example 'make briefing PYTHON=python3.12'.\n"
    )


def test_a_machine_without_python_is_told_where_to_get_one(copy: Path, tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "dirname"):
        (tools / name).symlink_to(shutil.which(name) or name)

    done = shell(copy, "run", PYTHON="", PATH=str(tools))

    assert done.returncode == 1
    assert done.stderr.startswith("set-up: no Python 3.11 or newer was found: install one")


def test_a_python_that_cannot_install_packages_says_what_it_lacks(copy: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare python"
    hide = "import importlib.util as u; u.find_spec = lambda name: None"
    bare.write_text(f'#!/bin/sh\nshift\nexec "{sys.executable}" -c "{hide}\n$1"\n', encoding="utf-8")
    bare.chmod(0o755)

    done = shell(copy, "run", PYTHON=str(bare))

    assert done.returncode == 1
    assert done.stderr.startswith(f"set-up: '{bare}' cannot install packages: install pip for it")


def test_programs_of_the_tests_belong_to_the_environment_for_development(environment: ModuleType) -> None:
    assert environment.wanted("dev")["programs for dev"] == "chromium postgresql"
    assert "programs for run" not in environment.wanted("run")


def test_a_missing_program_is_installed_where_that_is_possible(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = tmp_path / "15" / "program of the tests"
    monkeypatch.setattr(environment, "PROGRAMS", {"dev": {"package": f"{tmp_path}/*/program of the tests"}})
    monkeypatch.setattr(environment.os, "geteuid", lambda: 0)
    monkeypatch.setattr(environment.shutil, "which", {"apt-get": "apt-get"}.get)
    asked: list[tuple[str, ...]] = []

    def install(packages: tuple[str, ...]) -> None:
        asked.append(packages)
        program.parent.mkdir()
        program.touch()

    monkeypatch.setattr(environment, "apt_install", install)

    environment.find_programs("dev")
    environment.find_programs("dev")

    assert asked == [("package",)]
    assert capsys.readouterr().err == "set-up: installing package\n"


def test_a_missing_program_that_cannot_be_installed_is_told(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment, "PROGRAMS", {"dev": {"package": "/no/such/program of the tests"}})
    monkeypatch.setattr(environment.os, "geteuid", lambda: 1000)

    environment.find_programs("dev")

    said = "set-up: package is missing, and the tests that start it will fail; ask an administrator to install it.\n"
    assert capsys.readouterr().err == said
