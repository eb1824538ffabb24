"""Does the wheel work alone? Source archive, wheel from it, a fresh environment, a project, its editions, no network."""

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pathspec
import pytest

pytestmark = pytest.mark.xdist_group("wheel")

ROOT = Path(__file__).parents[1]
STARTER = ("templates/", "data/kz-kg/", "data/sources.toml", "bilan.toml")
NOW = "1795694400"  # 2026-11-26 12:00 UTC: two builds on both sides of a midnight are of two days, and print so
NO_NETWORK = """
import socket, sys

def refuse(event, arguments):
    if event == "socket.connect" and arguments[0].family != socket.AF_UNIX or event == "socket.getaddrinfo":
        raise OSError(f"no network here: {event} {arguments[1:2]}")

sys.addaudithook(refuse)
"""


@dataclass(frozen=True)
class Built:
    """The archives, the environment that holds the wheel alone, and how to run something in it."""

    sdist: Path
    wheel: Path
    environment: Path

    def run(self, *command: str, folder: Path) -> subprocess.CompletedProcess[str]:
        """Run a program of the environment without network and without hints of this checkout."""
        bin_folder = self.environment / "bin"
        variables = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "BILAN", "COV", "VIRTUAL_ENV"))}
        variables |= {"HOME": str(folder), "XDG_CACHE_HOME": str(self.environment), "SOURCE_DATE_EPOCH": NOW}
        line = [*cut_off(), str(bin_folder / command[0]), *command[1:]]
        return subprocess.run(line, cwd=folder, env=variables, capture_output=True, text=True, check=False)


def cut_off() -> list[str]:
    """A prefix that takes the network away from a program, where this machine allows it; the guard does it everywhere."""
    prefix = ["unshare", "--net"]
    allowed = shutil.which("unshare") and not subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode
    return prefix if allowed else []


def run(*command: str | Path, folder: Path) -> None:
    done = subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    place = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", place, folder=ROOT)
    sdist = next(place.glob("*.tar.gz"))
    with tarfile.open(sdist) as archive:
        archive.extraction_filter = getattr(tarfile, "data_filter", None)  # Python 3.11.2 has none
        archive.extractall(place)  # noqa: S202  our own archive
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", place, folder=place / sdist.name.removesuffix(".tar.gz"))
    wheel = next(place.glob("*.whl"))
    return Built(sdist, wheel, fresh_environment(place / "fresh", wheel))


def fresh_environment(place: Path, wheel: Path) -> Path:
    """An environment with the wheel; what it depends on is seen, by a plain path, where these tests have it."""
    venv.EnvBuilder().create(place)
    host = sys.executable if importlib.util.find_spec("pip") else sys._base_executable  # type: ignore[attr-defined]  # undocumented
    run(host, "-m", "pip", "--python", place / "bin" / "python", "install", "--no-deps", "--no-index", "-q", wheel, folder=place)
    packages = next(place.glob("lib/python*/site-packages"))
    (packages / "no_network.py").write_text(NO_NETWORK, encoding="utf-8")
    paths = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "zz_dependencies.pth").write_text("\n".join([*sorted(paths), "import no_network", ""]), encoding="utf-8")
    return place


def tracked() -> set[str]:
    """Files under version control, or not yet and not ignored; without git, all that .gitignore does not name."""
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    git = shutil.which("git")
    done = subprocess.run([git, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False) if git else None
    if done and not done.returncode:
        names: Iterator[str] = (name for name in done.stdout.split("\0") if name)
    else:
        lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
        names = pathspec.GitIgnoreSpec.from_lines(lines).match_tree_files(ROOT, negate=True)
    return {name for name in names if (ROOT / name).is_file() and not name.startswith(".git/")}


def test_the_source_archive_holds_every_tracked_file_and_no_other(built: Built) -> None:
    with tarfile.open(built.sdist) as archive:
        shipped = {name.partition("/")[2] for name in archive.getnames()}

    assert shipped - {"PKG-INFO"} == {name for name in tracked() if not name.startswith("reports/")}


def test_the_wheel_holds_the_package_and_the_starter_and_no_other(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as archive:
        shipped = {name for name in archive.namelist() if ".dist-info/" not in name}
    package = {name.removeprefix("src/") for name in tracked() if name.startswith("src/bilan/")}
    starter = {f"bilan/starter/{name}" for name in tracked() if name.startswith(STARTER)}

    assert shipped == package | starter


def test_the_environment_takes_bilan_from_the_wheel_and_reaches_no_network(built: Built, tmp_path: Path) -> None:
    where = built.run("python", "-c", "import bilan; print(bilan.__file__)", folder=tmp_path)
    reach = built.run("python", "-c", "import socket; socket.create_connection(('192.0.2.1', 9), timeout=1)", folder=tmp_path)

    assert Path(where.stdout.strip()).is_relative_to(built.environment)
    assert "no network here" in reach.stderr


def test_two_new_projects_issue_the_same_bytes_from_the_wheel_alone(built: Built, tmp_path: Path) -> None:
    here, there = issued(built, tmp_path / "here"), issued(built, tmp_path / "another place", "-a", "minister")

    assert sorted(here) == ["analyst.en.pdf", "analyst.fr.pdf", "minister.en.pdf", "minister.fr.pdf"]
    assert {content[:5] for content in here.values()} == {b"%PDF-"}
    assert there == {name: content for name, content in here.items() if name.startswith("minister")}


def issued(built: Built, folder: Path, *options: str) -> dict[str, bytes]:
    """The editions of a project made and built in a folder of its own, by name."""
    folder.mkdir()
    for command, place in ((("init", "demo", "--pair", "KAZ-KGZ"), folder), (("build", "--period", "2026-10", *options), folder / "demo")):
        done = built.run("bilan", *command, folder=place)
        assert done.returncode == 0, done.stdout + done.stderr
    return {path.name: path.read_bytes() for path in (folder / "demo").glob("reports/kz-kg/[0-9]*/*.pdf")}
