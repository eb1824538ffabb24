"""Where does the load of `web.py` run? A project with editions, a token for each visitor, and `bilan serve` as a process of its own."""

import hashlib
import os
import re
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil

from bilan.ledger.book import Ledger
from bilan.ledger.people_records import Role
from bilan.project import Project

AUDIENCES, LANGUAGES = ("minister", "press"), ("fr", "en", "ru", "kk", "ky")
JOBS_EACH, JOBS = 12, 14
"""How many jobs may be open, of one and of all: so few of all that the load meets the limit. Ours are 12 and 120."""
SETTINGS = f"""
[serve]
login = "always"
jobs_each = {JOBS_EACH}
jobs = {JOBS}
"""
BUILDS = (("-l", "fr", "-l", "en"), ("--period", "2026-09", "-l", "en"))
START_SECONDS, STOP_SECONDS = 90.0, 45.0
PORT = re.compile(r"answers on port (\d+)")
MIB = 2**20


@dataclass(frozen=True, slots=True)
class Use:
    """What processes hold: how many they are, their MiB together, their threads and their open files."""

    processes: int
    rss: float
    threads: int
    files: int


@dataclass(frozen=True, slots=True)
class Server:
    """A running `bilan serve`: where it answers, its process, and its log."""

    url: str
    pid: int
    log: Path

    def uses(self) -> dict[str, Use]:
        """What the server, its worker and the processes of the worker hold now."""
        mine = psutil.Process(self.pid)
        workers = mine.children()
        pages = [one for worker in workers for one in _children(worker)]
        return {"server": _use([mine]), "worker": _use(workers), "layout": _use(pages)}

    def told(self) -> list[str]:
        """Lines of the log that tell of a mistake; the last ones of a trace say which and where."""
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        return [one for one in lines if re.search(r"Traceback|ERROR|Exception|Error:|/bilan/", one)]


def project_in(folder: Path) -> None:
    """Make a project with six editions of two months; everybody must log in."""
    _bilan(folder.parent, "init", str(folder))
    settings = (folder / "bilan.toml").read_text(encoding="utf-8")
    settings = re.sub(r"(?m)^audiences = .*$", f"audiences = {[*AUDIENCES, 'analyst']}".replace("'", '"'), settings)
    settings = re.sub(r"(?m)^languages = .*$", f"languages = {list(LANGUAGES)}".replace("'", '"'), settings)
    (folder / "bilan.toml").write_text(settings + SETTINGS, encoding="utf-8")
    for more in BUILDS:
        _bilan(folder, "build", "kz-kg", *(part for name in AUDIENCES for part in ("-a", name)), *more, "-q")


def tokens(folder: Path, people: Iterable[tuple[str, Role]]) -> dict[str, str]:
    """A fresh account and token for each of these people."""
    project, now = Project(folder), datetime.now(UTC)  # noqa: TID251  a benchmark runs by the real clock
    made = {}
    with Ledger.open(project.config.ledger, project.root) as ledger:
        for name, role in people:
            secret = f"bilan_{secrets.token_urlsafe(32)}"
            account = ledger.people.add(name, role, now)
            ledger.people.make_token(
                account, "load", hashlib.sha256(secret.encode()).hexdigest(), role, now, now + timedelta(days=1), by="load"
            )
            made[name] = secret
    return made


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """`bilan serve` on a free port for as long as the block lasts, its worker with it."""
    log = folder.parent / "serve.log"
    command = [sys.executable, "-m", "bilan", "serve", "--listen", "127.0.0.1:0", "-C", str(folder)]
    with log.open("wb") as told:
        process = subprocess.Popen(command, stderr=told, stdout=told)  # noqa: S603  this very Python
        try:
            server = Server(f"http://127.0.0.1:{_port(process, log)}", process.pid, log)
            _settled(server)
            yield server
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


def _port(process: "subprocess.Popen[bytes]", log: Path) -> int:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        if found := PORT.search(log.read_text(encoding="utf-8")):
            return int(found[1])
        time.sleep(0.1)
    sys.exit(f"bilan serve does not answer:\n{log.read_text(encoding='utf-8')}")


def _settled(server: Server) -> None:
    """Wait until the worker has begun the process that lays out, and is quiet."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and not server.uses()["layout"].processes:
        time.sleep(0.2)
    time.sleep(3)


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        found: list[psutil.Process] = process.children(recursive=True)
    except psutil.NoSuchProcess:
        return []
    return found


def _use(processes: list[psutil.Process]) -> Use:
    count, rss, threads, files = 0, 0.0, 0, 0
    for one in processes:
        try:
            held = (one.memory_info().rss / MIB, one.num_threads(), one.num_fds())
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
        count, rss, threads, files = count + 1, rss + held[0], threads + held[1], files + held[2]
    return Use(count, rss, threads, files)


def _bilan(folder: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "bilan", *arguments]
    done = subprocess.run(command, cwd=folder, env=dict(os.environ), capture_output=True, text=True, check=False)  # noqa: S603  this very Python
    if done.returncode:
        sys.exit(f"bilan {' '.join(arguments)}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
