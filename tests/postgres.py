"""A PostgreSQL server of our own for tests: Debian's programs, a folder that is thrown away, a socket and no port."""

import os
import select
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

import psycopg
import pytest

from bilan.ledger.book import Ledger

ROLE = "bilan"
_TEMPLATE = "prepared"
_ROOM = 500_000_000
_SETTINGS = ("listen_addresses=", "fsync=off", "full_page_writes=off", "shared_buffers=16MB", "max_connections=60", "timezone=Asia/Almaty")


class Server:
    """A running server; `fresh` gives ledgers and `back` takes them, `kill` and `start` do what a crash and a restart do."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self._folder, self._data, self._programs = folder, folder / "data", programs
        self._user = "postgres" if os.geteuid() == 0 else None  # the server refuses to run as root
        self._numbers = count(1)
        self._spare: list[str] = []

    def prepare(self) -> None:
        """Make the cluster, start it, and keep an empty ledger for copying."""
        if self._user:
            shutil.chown(self._folder, self._user)
        self._run("initdb", "-D", str(self._data), "-U", ROLE, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        self.start()
        Ledger.open(self.empty(_TEMPLATE), self._folder).close()

    def start(self) -> None:
        """Start the server and wait until it answers."""
        options = " ".join(f"-c {one}" for one in (*_SETTINGS, f"unix_socket_directories={self._folder}"))
        self._run("pg_ctl", "start", "-w", "-D", str(self._data), "-l", str(self._folder / "log"), "-o", options)

    def stop(self) -> None:
        """Stop the server at once."""
        self._run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", str(self._data))

    def kill(self) -> None:
        """Kill every process of the server, as a failing machine would: wait until they are gone, and forget their numbers."""
        head = int((self._data / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{head}/task/{head}/children").read_text().split()
        for pid in (head, *map(int, children)):
            with suppress(ProcessLookupError):
                gone = os.pidfd_open(pid)
                os.kill(pid, signal.SIGKILL)
                select.select([gone], [], [], 10)
                os.close(gone)
        for lock in (self._data / "postmaster.pid", *self._folder.glob(".s.PGSQL.*")):
            lock.unlink(missing_ok=True)  # where nobody buries the dead, their numbers seem to live on

    def empty(self, name: str = "") -> str:
        """The address of a new, empty database."""
        return self._created(name, "template0")

    def fresh(self) -> str:
        """The address of an empty ledger; a new database takes half a second, so those given back are used again."""
        return self._spare.pop() if self._spare else self._created("", _TEMPLATE)

    def back(self, address: str) -> None:
        """Take a ledger back and empty it; one whose schema a test has changed is not used again."""
        name = address.partition("@/")[2].partition("?")[0]
        with self._connected(name) as connection:
            others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()"
            connection.execute(others, [name])
            if self._tables(name) == self._tables(_TEMPLATE):
                connection.execute("SET session_replication_role = replica")  # no trigger keeps events now
                connection.execute(f"TRUNCATE {', '.join(self._tables(name)[1:])} RESTART IDENTITY".encode())
                self._spare.append(address)

    def _tables(self, name: str) -> list[str]:
        """The version of a ledger's schema and its tables."""
        known = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version' ORDER BY tablename"
        with self._connected(name) as connection:
            there = connection.execute("SELECT to_regclass('alembic_version')").fetchone() != (None,)
            version = connection.execute("SELECT version_num FROM alembic_version").fetchone() if there else None
            return [version[0] if version else "", *(row[0] for row in connection.execute(known))]

    def _created(self, name: str, template: str) -> str:
        name = name or f"ledger_{next(self._numbers)}"
        with self._connected("postgres") as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
        return f"postgresql+psycopg://{ROLE}@/{name}?host={self._folder}"

    def _connected(self, name: str) -> psycopg.Connection:
        return psycopg.connect(host=str(self._folder), user=ROLE, dbname=name, autocommit=True)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        with (self._folder / "said").open("w+") as said:  # a pipe would stay open in the server that is started
            done = subprocess.run(  # noqa: S603  arguments of our own
                command, user=self._user, group=self._user, extra_groups=[] if self._user else None, cwd=self._folder,
                stdin=subprocess.DEVNULL, stdout=said, stderr=said, check=False,
            )  # fmt: skip
            said.seek(0)
            assert done.returncode == 0, f"{program}: {said.read()}"


@contextmanager
def running() -> Iterator[Server]:
    """A server for as long as it is needed; fails, and says what to install, where the programs are missing."""
    folder = Path(tempfile.mkdtemp(prefix="bilan-pg-", dir=quick_place()))
    server = Server(folder, programs())
    try:
        server.prepare()
        yield server
        server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def quick_place() -> str:
    """A folder in memory where there is room; either has a short name, as a socket needs."""
    memory = Path("/dev/shm")  # noqa: S108  mkdtemp makes it safe
    return str(memory) if memory.is_dir() and shutil.disk_usage(memory).free > _ROOM else "/tmp"  # noqa: S108  same


def programs() -> Path:
    """Where PostgreSQL's programs are: the newest that Debian installed, else those on the path."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = str(debian[-1]) if debian else shutil.which("initdb")
    if found is None:
        pytest.fail("PostgreSQL is not installed: run `make setup-dev` as root, or install Debian's package postgresql")
    return Path(found).parent
