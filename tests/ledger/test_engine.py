import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import event, text
from sqlalchemy.dialects.postgresql.pg8000 import PGDialect_pg8000
from sqlalchemy.exc import DBAPIError
from tests.postgres import Server

from bilan.errors import BusyError, ConfigError, ExitCode, GoneError, LedgerError
from bilan.ledger.book import Ledger
from bilan.ledger.engine import engines, shown, spoken
from bilan.ledger.records import Due

URL = "sqlite:///.bilan/ledger.sqlite3"


@pytest.mark.usefixtures("small")
def test_a_relative_path_starts_at_the_project_folder(tmp_path: Path) -> None:
    assert (tmp_path / ".bilan" / "ledger.sqlite3").is_file()


def test_writes_are_logged_ahead_and_fully_synced(small: Ledger) -> None:
    with small._door.writer.begin() as connection:
        found = {name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous", "foreign_keys")}

    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_the_reader_cannot_write(ledger: Ledger) -> None:
    with pytest.raises(DBAPIError, match=r"readonly database|read-only transaction"), ledger._door.reader.begin() as connection:
        connection.execute(text("DELETE FROM occurrence"))


def test_reading_goes_on_while_another_process_writes(ledger: Ledger) -> None:
    with ledger._door.writer.begin():
        assert ledger.editions() == []


def test_a_locked_ledger_is_busy(tmp_path: Path, due: Callable[..., Due], now: datetime) -> None:
    with Ledger.open(URL, tmp_path, busy_seconds=0) as ledger, ledger._door.writer.begin(), pytest.raises(BusyError) as caught:
        ledger.plan([due()], now)

    assert caught.value.exit_code == ExitCode.BUSY
    assert caught.value.message == "is locked by another process"
    assert "try again" in caught.value.hint


def test_a_full_disk_is_told_and_passes(small: Ledger, due: Callable[..., Due], now: datetime) -> None:
    many = [due(language=f"l{number}") for number in range(500)]
    full = event.listens_for(small._door.writer, "begin")(lambda connection: connection.exec_driver_sql("PRAGMA max_page_count = 1"))

    with pytest.raises(GoneError, match=r"has no room: .*database or disk is full") as caught:
        small.plan(many, now)
    event.remove(small._door.writer, "begin", full)

    assert caught.value.transient
    assert small.occurrences() == []
    assert small.plan(many, now) == 500


def test_a_new_ledger_waits_for_the_process_that_makes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".bilan").mkdir()
    other = sqlite3.connect(tmp_path / ".bilan" / "ledger.sqlite3", isolation_level=None)
    writer, reader = engines(URL, tmp_path, 0.5)
    other.execute("BEGIN IMMEDIATE")
    other.execute("CREATE TABLE making (it)")
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            other.execute("COMMIT")

    monkeypatch.setattr(time, "sleep", wait)
    monkeypatch.setattr(time, "monotonic", lambda: len(waits) / 100)

    with writer.begin() as connection:
        assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"

    assert waits == [0.02] * 3
    other.close()
    writer.dispose()
    reader.dispose()


def test_a_new_ledger_does_not_wait_for_ever(tmp_path: Path) -> None:
    (tmp_path / ".bilan").mkdir()
    other = sqlite3.connect(tmp_path / ".bilan" / "ledger.sqlite3", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    with pytest.raises(BusyError, match="is locked by another process"):
        Ledger.open(URL, tmp_path, busy_seconds=0)
    with pytest.raises(BusyError), spoken("ledger"), engines(URL, tmp_path, 0)[0].begin():
        pass
    other.close()


def test_a_file_that_is_no_ledger_is_told(tmp_path: Path) -> None:
    (tmp_path / ".bilan").mkdir()
    (tmp_path / ".bilan" / "ledger.sqlite3").write_text("not a database " * 100)

    with pytest.raises(LedgerError, match="cannot be read or written: file is not a database") as caught:
        Ledger.open(URL, tmp_path)
    assert caught.value.hint == "check that it exists, is writable and its disk has room"


def test_a_second_entry_is_told(ledger: Ledger) -> None:
    statement = text("INSERT INTO run (id, started_at, state, actor, reason) VALUES (1, '2026-11-02 01:00:00.000000', 'running', '', '')")
    with (
        pytest.raises(
            LedgerError, match=r"refuses a second entry: (UNIQUE constraint failed: run\.id|duplicate key value violates .*pk_run)"
        ),
        ledger._door.write() as connection,
    ):
        [connection.execute(statement) for _ in range(2)]


_TAKES = """
import fcntl, sys

SHARED = 0x40000002, 510  # where SQLite keeps the locks of readers: https://sqlite.org/src/file/src/os_unix.c
with open(sys.argv[1], "r+b") as file:
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, SHARED[1], SHARED[0])
    except OSError:
        sys.exit("held")
"""


def taken_by_another(path: Path) -> bool:
    """Whether another process may take what a reader holds: it would believe itself alone, and take the log away."""
    done = subprocess.run([sys.executable, "-c", _TAKES, str(path)], capture_output=True, text=True, check=False)  # noqa: S603  our own
    assert done.stderr.strip() in ("", "held")
    return done.returncode == 0


def test_opening_a_ledger_once_more_drops_no_lock_of_who_reads_it_in_the_same_process(tmp_path: Path) -> None:
    path = tmp_path / ".bilan" / "ledger.sqlite3"
    with Ledger.open(URL, tmp_path) as ledger:
        with ledger._door.read() as connection:
            connection.execute(text("SELECT count(*) FROM event")).scalar()
            assert not taken_by_another(path)
            with Ledger.open(URL, tmp_path) as again:
                assert again.editions() == []
            assert not taken_by_another(path)
        assert taken_by_another(path), "nobody reads any more"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(LedgerError, match="cannot be made: File exists"):
        engines("sqlite:///file/ledger.sqlite3", tmp_path, 1)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ledger.sqlite3", "'ledger.sqlite3' is no database address"),
        ("mysql://host/name", "'mysql' is not supported"),
        ("sqlite://", "SQLite needs a file"),
        ("sqlite:///:memory:", "SQLite needs a file"),
    ],
)
def test_an_address_that_cannot_be_is_a_mistake_in_the_settings(url: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        engines(url, tmp_path, 1)

    assert caught.value.mistakes == (f"ledger: {said}",)
    assert "sqlite:///.bilan/ledger.sqlite3" in caught.value.hint


def test_a_missing_driver_is_told_without_the_password(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="the driver 'pg8000' is not installed") as caught:
        engines("postgresql+pg8000://bilan:secret@host/name", tmp_path, 1)

    assert "secret" not in str(caught.value)


def test_postgresql_gets_one_pool_and_a_reader_that_cannot_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    driver = SimpleNamespace(__version__="1.31.0", paramstyle="format")
    monkeypatch.setattr(PGDialect_pg8000, "import_dbapi", lambda: driver)

    writer, reader = engines("postgresql+pg8000://bilan:secret@host/name", tmp_path, 1)

    assert reader.get_execution_options()["postgresql_readonly"] is True
    assert reader.pool is writer.pool
    assert shown(writer.url) == "ledger postgresql+pg8000://bilan:***@host/name"


class _PostgresError(Exception):
    sqlstate = "55P03"


def test_a_lock_held_on_postgresql_is_busy() -> None:
    with pytest.raises(BusyError), spoken("ledger"):
        raise DBAPIError("UPDATE", None, _PostgresError())


def test_postgresql_syncs_each_change_and_waits_for_no_lock_for_ever(
    postgres: Server, tmp_path: Path, due: Callable[..., Due], now: datetime
) -> None:
    url = postgres.fresh()
    first, second = Ledger.open(url, tmp_path), Ledger.open(url, tmp_path, busy_seconds=0.05)
    with first, second, first._door.write() as connection:
        assert connection.execute(text("SHOW synchronous_commit")).scalar() == "on"
        connection.execute(text("LOCK TABLE occurrence"))

        with pytest.raises(BusyError, match="is locked by another process"):
            second.plan([due()], now)


def test_a_server_nobody_answers_at_is_told(postgres: Server, tmp_path: Path) -> None:
    nowhere = postgres.fresh().replace("?host=", "?host=/nowhere")

    with pytest.raises(GoneError, match="cannot be reached: ") as caught:
        Ledger.open(nowhere, tmp_path, patience=60)
    assert "connect_timeout=10" in caught.value.where
