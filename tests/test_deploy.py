"""Do the files of `deploy/` fit the program, and are they sound as far as this machine can tell?"""

import configparser
import re
import runpy
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
UNITS = sorted(path.name for path in DEPLOY.glob("bilan*.*"))


def unit(name: str) -> configparser.ConfigParser:
    """A unit, read; of a key that stands twice the last counts."""
    found = configparser.ConfigParser(strict=False, interpolation=None, comment_prefixes=("#",))
    found.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their case
    found.read(DEPLOY / name)
    return found


def commands() -> dict[str, list[str]]:
    """What each file has Bilan do."""
    cron = yaml.safe_load((DEPLOY / "cronjob.yaml").read_text(encoding="utf-8"))
    (pod,) = cron["spec"]["jobTemplate"]["spec"]["template"]["spec"]["containers"]
    last = re.findall(r"^CMD (\[.*\])$", (DEPLOY / "Containerfile").read_text(encoding="utf-8"), re.MULTILINE)[-1]
    return {
        "bilan.service": shlex.split(unit("bilan.service")["Service"]["ExecStart"])[1:],
        "bilan-run-due.service": shlex.split(unit("bilan-run-due.service")["Service"]["ExecStart"])[1:],
        "cronjob.yaml": pod["args"],
        "Containerfile": yaml.safe_load(last),
    }


@pytest.mark.parametrize("file", ["bilan.service", "bilan-run-due.service", "cronjob.yaml", "Containerfile"])
def test_every_command_and_option_is_one_of_ours(file: str) -> None:
    from bilan.cli.app import app  # noqa: PLC0415  loads the commands

    name, *options = commands()[file]
    context = app.make_context("bilan", [name])
    command = app.get_command(context, name)
    assert command is not None
    assert command.make_context(name, [*options], parent=context)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not here")
def test_systemd_finds_nothing_wrong_with_the_units(tmp_path: Path) -> None:
    for name in UNITS:
        text = (DEPLOY / name).read_text(encoding="utf-8").replace("/opt/bilan/bin/bilan", shutil.which("true") or "")
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [shutil.which("systemd-analyze") or "", "verify", *(str(tmp_path / name) for name in UNITS)],
        capture_output=True,
        text=True,
        check=False,
    )
    ours = [line for line in done.stderr.splitlines() if "bilan" in line]
    assert ours == []
    assert UNITS == ["bilan-run-due.service", "bilan-run-due.timer", "bilan.service"]


def test_nothing_runs_as_root_or_may_write_elsewhere() -> None:
    for name in ("bilan.service", "bilan-run-due.service"):
        service = unit(name)["Service"]
        assert (service["User"], service["ProtectSystem"], service["ReadWritePaths"]) == ("bilan", "strict", "/srv/bilan")
        assert (service["NoNewPrivileges"], service["CapabilityBoundingSet"]) == ("true", "")
    text = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    assert text.rindex("USER 10001") > text.rindex("RUN ")


def test_the_image_has_the_system_libraries_the_set_up_installs() -> None:
    text = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    assert [name for name in runpy.run_path(str(ROOT / "tools" / "environment.py"))["DEBIAN"] if name not in text] == []


def test_a_pass_that_held_something_is_no_failure_of_the_pass() -> None:
    from bilan.errors import ExitCode  # noqa: PLC0415  only here

    codes = {int(one) for one in unit("bilan-run-due.service")["Service"]["SuccessExitStatus"].split()}
    assert codes == {ExitCode.HELD, ExitCode.INCOMPLETE}


def test_every_number_is_described() -> None:
    source = (ROOT / "src" / "bilan" / "web" / "vitals.py").read_text(encoding="utf-8")
    described = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
    names = set(re.findall(r'_told\("(\w+)"', source))
    assert len(names) > 8
    assert sorted(name for name in names if f"`{name}`" not in described) == []
