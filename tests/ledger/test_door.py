import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, text
from tests.postgres import Server, running

from bilan.errors import BusyError, GoneError, LedgerError
from bilan.ledger.book import Ledger
from bilan.ledger.door import Door

ROW = "INSERT INTO suppression (id, recipient, reason, at) VALUES (1, 'a@example.org', 'asked', '2026-11-02')"
COUNT = "SELECT count(*) FROM suppression"


class Patience:
    """Seconds that pass only while somebody waits; `then` happens at the first wait."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, then: Callable[[], object] = lambda: None) -> None:
        self.waits, self._then = 0, then
        monkeypatch.setattr(time, "sleep", self._sleep)
        monkeypatch.setattr(time, "monotonic", lambda: self.waits * 0.5)

    def _sleep(self, seconds: float) -> None:
        assert seconds == 0.5
        self.waits += 1
        if self.waits == 1:
            self._then()


@pytest.fixture(scope="module")
def mortal() -> Iterator[Server]:
    """A server that may be killed."""
    with running() as server:
        yield server


def written(door: Door) -> int:
    with door.write() as connection:
        connection.execute(text(ROW))
        count: int = connection.execute(text(COUNT)).scalar_one()
        return count


def test_what_fails_half_way_leaves_nothing_behind(ledger: Ledger) -> None:
    def half() -> None:
        with ledger._door.write() as connection:
            connection.execute(text(ROW))
            connection.execute(text("SELECT nothing FROM nowhere"))

    with pytest.raises(LedgerError, match="cannot be read or written"):
        half()

    with ledger._door.read() as connection:
        assert connection.execute(text(COUNT)).scalar() == 0


def test_a_server_that_is_away_for_a_while_is_waited_for(mortal: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(mortal.fresh(), tmp_path, patience=60) as ledger:
        assert ledger.events() == []
        mortal.kill()
        patience = Patience(monkeypatch, then=mortal.start)

        assert written(ledger._door) == 1
    assert patience.waits == 1


def test_work_lost_with_its_server_is_done_again(mortal: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[int] = []

    def work(connection: Connection) -> int:
        tries.append(1)
        connection.execute(text(ROW))
        if len(tries) == 1:
            mortal.kill()
            mortal.start()
        return int(connection.execute(text(COUNT)).scalar_one())

    with Ledger.open(mortal.fresh(), tmp_path, patience=60) as ledger:
        patience = Patience(monkeypatch)
        assert ledger._door.sure(work) == 1
    assert (len(tries), patience.waits) == (2, 1)


def test_a_server_that_stays_away_is_told(mortal: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(mortal.fresh(), tmp_path, patience=60) as ledger:
        mortal.kill()
        patience = Patience(monkeypatch)

        with pytest.raises(GoneError, match="cannot be reached: ") as caught:
            written(ledger._door)
        mortal.start()
    assert patience.waits == 120
    assert caught.value.transient
    assert caught.value.hint == "see that the database runs and its address is right"


def test_a_file_that_is_away_for_a_while_is_waited_for_and_never_begun_anew(
    small: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = tmp_path / ".bilan", tmp_path / "elsewhere"
    here.rename(there)

    with pytest.raises(GoneError, match="cannot be reached: unable to open database file"):
        written(small._door)
    assert not here.exists()
    with Ledger.open("sqlite:///elsewhere/ledger.sqlite3", tmp_path, patience=60) as patient:
        there.rename(here)
        Patience(monkeypatch, then=lambda: here.rename(there))
        assert written(patient._door) == 1


@pytest.mark.parametrize("patience", [0, 60])
def test_a_ledger_locked_for_a_while_is_waited_for(small: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, patience: float) -> None:
    other = sqlite3.connect(tmp_path / ".bilan" / "ledger.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    Patience(monkeypatch, then=lambda: other.execute("COMMIT"))

    with Ledger.open("sqlite:///.bilan/ledger.sqlite3", tmp_path, busy_seconds=0, patience=patience) as ledger:
        if patience:
            assert written(ledger._door) == 1
        else:
            with pytest.raises(BusyError):
                ledger._door.sure(lambda connection: connection.execute(text(ROW)))
    other.close()
    assert small.events() == []
