"""What does this checkout still lack? Makes `.venv` from the lock file, adds system libraries, writes down what is done.

Standard library only: it runs before anything is installed. A note inside `.venv` says what that environment was made
from; it is removed before anything is changed and written after everything worked, so an interrupted run leaves none.
"""

import compileall
import fcntl
import hashlib
import importlib.metadata
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
import tomllib
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path

VENV = Path(".venv")
PYTHON = VENV / "bin" / "python"
NOTE = VENV / "bilan-setup.json"
LOCKS = {"run": Path("requirements/run.txt"), "dev": Path("requirements/dev.txt"), "bench": Path("requirements/bench.txt")}
DEBIAN = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz0b", "libharfbuzz-subset0")
PROGRAMS = {"dev": {"chromium": "/usr/bin/chromium", "postgresql": "/usr/lib/postgresql/*/bin/initdb"}}
BUILD_TABLES = ("build-system", "project")
PIP_WITH_PYTHON_OPTION = (22, 3)
MISLEADING = ("PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV", "__PYVENV_LAUNCHER__")

Note = dict[str, str]


class SetupError(Exception):
    """The set-up cannot go on; the message is one sentence that says what to do."""


def main(arguments: list[str]) -> int:
    """`ready PROFILE` tells by exit code whether nothing is left to do; `setup PROFILE` does it."""
    action, profile = arguments
    os.chdir(Path(__file__).resolve().parents[1])
    try:
        if action == "ready":
            return 0 if ready(profile) else 1
        with LOCKS["run"].open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not ready(profile):
                setup(profile)
    except SetupError as error:
        print(f"set-up: {error}", file=sys.stderr)
        return 1
    except PermissionError as error:
        print(f"set-up: '{error.filename}' may not be written: remove .venv or change its owner, then run this again.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("set-up: stopped; run the same command again, it starts over where that is needed.", file=sys.stderr)
        return 130
    return 0


def ready(profile: str) -> bool:
    """Whether `.venv` was made, completely, from just these files; brings compiled sources up to date."""
    done = covers(recorded(), wanted(profile))
    if done and os.environ.get("PYTHONDONTWRITEBYTECODE"):
        compileall.compile_dir("src", quiet=2)
    return done


def wanted(profile: str) -> Note:
    """What an environment for a profile must have been made from."""
    tables = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    built = {name: tables.get(name) for name in BUILD_TABLES} | {"hatch": tables.get("tool", {}).get("hatch")}
    note = {
        "place": str(Path.cwd()),
        "python": f"{sys.version_info[0]}.{sys.version_info[1]} {sys.base_prefix}",
        "project": _digest(json.dumps(built, sort_keys=True).encode()),
        "run": _digest(LOCKS["run"].read_bytes()),
        "libraries": "found",
    }
    programs = {f"programs for {profile}": " ".join(PROGRAMS[profile])} if profile in PROGRAMS else {}
    return note | {profile: _digest(LOCKS[profile].read_bytes())} | programs


def recorded() -> Note:
    """What the environment says it was made from; nothing where it is missing or unfinished."""
    try:
        note = json.loads(NOTE.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return note if PYTHON.exists() and isinstance(note, dict) else {}


def covers(have: Mapping[str, str], want: Mapping[str, str]) -> bool:
    """Whether everything wanted is there; an environment for development also runs the program."""
    return all(have.get(name) == value for name, value in want.items())


def setup(profile: str) -> None:
    """Bring `.venv` to what the profile wants, from scratch where it cannot be trusted."""
    start = time.perf_counter()
    have, want = recorded(), wanted(profile)
    NOTE.unlink(missing_ok=True)
    if not covers(have, {name: want[name] for name in ("place", "python", "run")}):
        say(f"making .venv with Python {platform.python_version()}")
        venv.EnvBuilder(clear=True, symlinks=True).create(VENV)
        have = {}
    packages = {name: want[name] for name in LOCKS if name in want}
    if not covers(have, packages):
        say(f"installing the packages of {LOCKS[profile]} (about a minute)")
        install("--require-hashes", "--no-deps", "-r", str(LOCKS[profile]))
    if not covers(have, packages | {"project": want["project"]}):
        install("--no-deps", "--no-build-isolation", "--no-index", "--editable", ".")
        compile_everything()
    write_note(have | want | {"libraries": "unknown"})
    find_libraries()
    find_programs(profile)
    write_note(have | want)
    say(f"done in {time.perf_counter() - start:.0f} s")


def install(*arguments: str) -> None:
    """Run pip for `.venv`, with the machine's own pip configuration, whether or not `.venv` holds a pip."""
    loud = () if sys.stdout.isatty() else ("-qq",)
    command = [*pip(), "install", "--no-user", "--no-input", "--disable-pip-version-check", "--no-compile", *loud, *arguments]
    if subprocess.run(command, env=clean_environment(), check=False).returncode:
        raise SetupError("pip could not install the packages (its own message is above); mend that and run the same command again.")


def pip() -> list[str]:
    """The pip that can serve `.venv`: this Python's own, else the one that comes with Python, put into `.venv`."""
    try:
        version = importlib.metadata.version("pip")
    except importlib.metadata.PackageNotFoundError:
        version = ""
    if tuple(int(part) for part in re.findall(r"\d+", version)[:2]) >= PIP_WITH_PYTHON_OPTION:
        return [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    made = subprocess.run([str(PYTHON), "-m", "ensurepip"], env=clean_environment(), check=False, capture_output=True)
    if made.returncode:
        raise SetupError(
            f"'{sys.executable}' has no pip 22.3 or newer: install one (Debian: apt-get install python3-pip), then run this again."
        )
    return [str(PYTHON), "-m", "pip"]


def clean_environment() -> dict[str, str]:
    """The environment without variables that would send packages elsewhere or take foreign ones for ours."""
    return {name: value for name, value in os.environ.items() if name not in MISLEADING}


def compile_everything() -> None:
    """Compile packages and sources now: without compiled files every start costs about four times as much."""
    folders = [str(path) for path in VENV.glob("lib/python*/site-packages")]
    command = [str(PYTHON), "-m", "compileall", "-q"]
    if subprocess.run([*command, "-j", "0", *folders, "src"], check=False, capture_output=True).returncode:
        subprocess.run([*command, *folders, "src"], check=False, capture_output=True)


def find_libraries() -> None:
    """See that Pango and HarfBuzz load; as root with apt-get, install what is missing, else say how."""
    lacking = what_fails()
    if lacking and shutil.which("apt-get") and os.geteuid() == 0:
        say(f"installing {', '.join(DEBIAN)}")
        apt_install(DEBIAN)
        lacking = what_fails()
    if not lacking:
        return
    advice = advise(platform.system(), os_release())
    if lacking == "subset":
        say(f"HarfBuzz's subset library is missing; fonts are cut by a slower way. {advice}")
        return
    raise SetupError(f"the PDF engine WeasyPrint cannot load Pango and HarfBuzz. {advice} Then run the same command again.")


def what_fails() -> str:
    """`all` where the PDF engine cannot start, `subset` where only the optional library is missing, else nothing."""
    strict = ["-W", "error:HarfBuzz-Subset:DeprecationWarning", "-c", "import weasyprint.text.ffi"]
    for mode, options in (("", strict), ("subset", strict[2:])):
        if not subprocess.run([str(PYTHON), "-I", *options], check=False, capture_output=True).returncode:
            return mode
    return "all"


def find_programs(profile: str) -> None:
    """See that the programs of a profile's tests are there; as root with apt-get, install what is missing, else say so."""
    for package, place in PROGRAMS.get(profile, {}).items():
        if is_there(place):
            continue
        if shutil.which("apt-get") and os.geteuid() == 0:
            say(f"installing {package}")
            apt_install((package,))
        if not is_there(place):
            say(f"{package} is missing, and the tests that start it will fail; ask an administrator to install it.")


def is_there(place: str) -> bool:
    """Whether a program is where Debian puts it, or on the path."""
    return any(Path("/").glob(place.lstrip("/"))) or shutil.which(Path(place).name) is not None


def apt_install(packages: Sequence[str]) -> None:
    """Install Debian packages; package lists are fetched where the first attempt fails."""
    environment = clean_environment() | {"DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages]
    for step in (command, ["apt-get", "update", "-qq"], command):
        done = subprocess.run(step, env=environment, check=False, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if step is command and not done.returncode:
            return
    print(done.stderr, file=sys.stderr)


def os_release() -> str:
    """Names of the Linux distribution and those it is like, from /etc/os-release."""
    try:
        lines = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return " ".join(line.partition("=")[2].strip('"') for line in lines if line.startswith(("ID=", "ID_LIKE=")))


def advise(system: str, names: str) -> str:
    """One sentence for this system on what to install."""
    if system == "Darwin":
        return "On macOS run `brew install pango`; on Apple chips also `export DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib`."
    commands = {
        "debian": f"apt-get install --no-install-recommends {' '.join(DEBIAN)}",
        "fedora": "dnf install pango harfbuzz",
        "rhel": "dnf install pango harfbuzz",
        "alpine": "apk add so:libpango-1.0.so.0 so:libpangoft2-1.0.so.0 so:libharfbuzz-subset.so.0",
        "arch": "pacman -S pango harfbuzz",
        "suse": "zypper install libpango-1_0-0 libharfbuzz-subset0",
    }
    for name, command in commands.items():
        if name in names.split():
            return f"Ask an administrator to run `{command}`."
    return "Install Pango 1.44 or newer and HarfBuzz with its subset library."


def write_note(note: Mapping[str, str]) -> None:
    """Write the note in one step, so that it is there whole or not at all."""
    fresh = NOTE.with_suffix(".new")
    fresh.write_text(json.dumps(dict(note), indent=1, sort_keys=True), encoding="utf-8")
    fresh.replace(NOTE)


def say(sentence: str) -> None:
    """Tell what is going on, on the error stream: results alone belong on the other one."""
    print(f"set-up: {sentence}", file=sys.stderr, flush=True)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
