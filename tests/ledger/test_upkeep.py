import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bilan.document import Edition
from bilan.errors import ConflictError, LedgerError
from bilan.ledger import tables
from bilan.ledger.acts import Act
from bilan.ledger.book import Ledger
from bilan.ledger.records import Due, Ending, MessageKind, ReceiptState, Receiver, State
from bilan.ledger.upkeep import FORGOTTEN, backup, fingerprint, restore

ANNA, BEN = Receiver("smtp", "anna@example.org"), Receiver("smtp", "ben@example.org")
LEASE = timedelta(minutes=5)
Make = Callable[..., Edition]


def filled(ledger: Ledger, due: Callable[..., Due], edition: Make, now: datetime) -> None:
    """An edition sent to one and waiting for another, a run that failed, something held."""
    ledger.plan([due(), due("minister"), due("press")], now)
    claim = ledger.claim(now, "one", LEASE)
    assert claim
    ledger.record_edition(edition(), "b" * 64, None, now, claim, [ANNA, BEN])
    mine = ledger.outbox.begin(ledger.outbox.rows()[0], now, "one", LEASE)
    assert mine
    ledger.outbox.settle(mine, Ending(ReceiptState.SENT, "anna@example.org is well", 250), now)
    lost = ledger.claim(now, "one", LEASE)
    assert lost
    ledger.finish(lost, State.FAILED, now, "the disk is full")
    (waits,) = ledger.occurrences(states=[State.DUE])
    ledger.act(Act.HOLD, waits.id, ("desk", "wait for the visit"), now)


def everything(ledger: Ledger) -> tuple[object, ...]:
    return ledger.occurrences(), ledger.runs(), ledger.editions(), ledger.events(), ledger.outbox.rows(), ledger.notices.rows()


@pytest.fixture
def full(ledger: Ledger, due: Callable[..., Due], edition: Make, now: datetime) -> Ledger:
    filled(ledger, due, edition, now)
    return ledger


def test_a_backup_is_a_ledger_with_the_same_rows(full: Ledger, url: str, tmp_path: Path) -> None:
    counts = backup(url, tmp_path, tmp_path / "copy.sqlite3")

    assert (counts["occurrence"], counts["edition"], counts["outbox"], counts["run"]) == (3, 1, 2, 2)
    with Ledger.open(f"sqlite:///{tmp_path / 'copy.sqlite3'}", tmp_path) as copy:
        assert everything(copy) == everything(full)
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []


def test_work_goes_on_while_a_backup_is_made(
    full: Ledger, url: str, tmp_path: Path, now: datetime, due: Callable[..., Due], monkeypatch: pytest.MonkeyPatch
) -> None:
    from bilan.ledger import upkeep  # noqa: PLC0415  changed here only

    whole, before = upkeep._copied, len(full.occurrences())

    def meanwhile(*ends: object) -> dict[str, int]:
        source = ends[0]
        upkeep._first(source, tables.occurrence)  # type: ignore[arg-type]  # the first look fixes what it sees
        full.plan([due("investor")], now)
        return whole(*ends)  # type: ignore[arg-type]

    monkeypatch.setattr(upkeep, "_copied", meanwhile)
    counts = backup(url, tmp_path, tmp_path / "copy.sqlite3")

    assert counts["occurrence"] == before
    assert len(full.occurrences()) == before + 1


def test_a_backup_overwrites_nothing(full: Ledger, url: str, tmp_path: Path) -> None:
    (tmp_path / "copy.sqlite3").write_text("older")

    with pytest.raises(LedgerError, match="is there already"):
        backup(url, tmp_path, tmp_path / "copy.sqlite3")

    assert (tmp_path / "copy.sqlite3").read_text() == "older"
    assert full.editions()


def test_what_is_restored_goes_on_and_sends_nothing_again(
    full: Ledger, url: str, empty: str, tmp_path: Path, edition: Make, due: Callable[..., Due]
) -> None:
    backup(url, tmp_path, tmp_path / "copy.sqlite3")
    new = tmp_path / "new"
    new.mkdir()
    later = datetime(2026, 11, 3, tzinfo=UTC)

    restore(empty, new, tmp_path / "copy.sqlite3", later)

    with Ledger.open(empty, new) as ledger:
        assert everything(ledger)[:4] == everything(full)[:4]
        assert [(row.receiver, row.state) for row in ledger.outbox.rows()] == [(ANNA, ReceiptState.SENT), (BEN, ReceiptState.UNKNOWN)]
        assert "restored from a backup" in ledger.outbox.rows()[1].last_text
        assert ledger.record_edition(edition(), "b" * 64, None, later, receivers=[ANNA, BEN]) == full.editions()[0].id
        assert len(ledger.outbox.rows()) == 2
        assert ledger.plan([due(period="2026-11")], later) == 1  # ids go on after the highest


def test_a_ledger_that_holds_anything_is_not_restored_into(full: Ledger, url: str, tmp_path: Path, now: datetime) -> None:
    backup(url, tmp_path, tmp_path / "copy.sqlite3")
    before = everything(full)

    with pytest.raises(LedgerError, match="holds rows already"):
        restore(url, tmp_path, tmp_path / "copy.sqlite3", now)

    assert everything(full) == before


def test_no_backup_is_no_backup(tmp_path: Path, now: datetime, small: Ledger) -> None:
    with pytest.raises(LedgerError, match="is not there"):
        restore("sqlite:///new.sqlite3", tmp_path, tmp_path / "copy.sqlite3", now)
    (tmp_path / "copy.sqlite3").write_text("a letter to a friend, long enough to be no database at all")
    with pytest.raises(LedgerError, match="cannot be read or written"):
        restore("sqlite:///new.sqlite3", tmp_path, tmp_path / "copy.sqlite3", now)
    assert small.editions() == []


def test_a_newer_backup_is_refused_and_left_as_it_is(small: Ledger, tmp_path: Path, now: datetime) -> None:
    path = tmp_path / "copy.sqlite3"
    backup("sqlite:///.bilan/ledger.sqlite3", tmp_path, path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    content = path.read_bytes()

    with pytest.raises(LedgerError, match="newer Bilan"):
        restore("sqlite:///new.sqlite3", tmp_path, path, now)

    assert path.read_bytes() == content
    assert small.editions() == []


def test_a_backup_that_cannot_be_written_is_told(small: Ledger, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")

    with pytest.raises(LedgerError, match="cannot be written: Not a directory"):
        backup("sqlite:///.bilan/ledger.sqlite3", tmp_path, tmp_path / "file" / "copy.sqlite3")

    assert small.editions() == []


def test_an_old_address_becomes_a_fingerprint_and_its_receipt_stays(full: Ledger, now: datetime) -> None:
    tomorrow = now + timedelta(days=1)
    assert full.prune(now.date(), now) == {"addresses": 0, "runs": 0}
    counts = full.prune(tomorrow.date(), tomorrow)

    assert counts == {"addresses": 1, "runs": 1}
    sent, waiting = full.outbox.rows()
    assert (sent.receiver.recipient, sent.state, sent.kind) == (fingerprint("anna@example.org"), ReceiptState.SENT, MessageKind.EDITION)
    assert sent.last_text == f"{FORGOTTEN} is well"
    assert waiting.receiver == BEN
    assert fingerprint("ANNA@example.org") == fingerprint("anna@example.org")
    assert [one.state for one in full.runs()] == [State.ISSUED]
    assert len(full.events()) > 3


def test_a_day_to_come_is_not_pruned_before(full: Ledger, now: datetime) -> None:
    before = everything(full)

    with pytest.raises(ConflictError, match="day 2026-11-03: is still to come"):
        full.prune(date(2026, 11, 3), now)

    assert everything(full) == before
    assert full.prune(now.date(), now) == {"addresses": 0, "runs": 0}


def test_each_upkeep_is_written_down_with_who_did_it(full: Ledger, now: datetime) -> None:
    full.backed_up("copy.sqlite3", 12, now, "anna")
    full.prune(now.date(), now, "anna")
    full.vacuum(now, "ben")

    told = [(one.to_state, one.actor, one.detail) for one in full.events("ledger")]
    assert told == [
        ("backed up", "anna", "copy.sqlite3: 12 rows"), ("pruned", "anna", "before 2026-11-02: 0 addresses, 0 runs"), ("vacuumed", "ben", ""),
    ]  # fmt: skip


def test_a_backup_is_for_its_owner_alone_from_its_first_byte(
    full: Ledger, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bilan.ledger import upkeep  # noqa: PLC0415  changed here only

    whole, modes = upkeep._copied, dict[str, int]()

    def looked_at(source: Connection, copy: Connection) -> dict[str, int]:
        counts = whole(source, copy)
        modes.update({path.name: path.stat().st_mode & 0o777 for path in tmp_path.glob(".copy*")})
        return counts

    monkeypatch.setattr(upkeep, "_copied", looked_at)
    backup(url, tmp_path, tmp_path / "copy.sqlite3")

    assert set(modes.values()) == {0o600}
    assert (tmp_path / "copy.sqlite3").stat().st_mode & 0o777 == 0o600
    assert full.editions()


def test_pruning_again_finds_nothing_and_what_is_left_is_whole(full: Ledger, now: datetime) -> None:
    later = now.replace(year=2030)
    full.prune(date(2030, 1, 1), later)
    kept, events = everything(full), full.events()

    assert full.prune(date(2030, 1, 1), later) == {"addresses": 0, "runs": 0}
    full.vacuum(later)

    assert [one for one in everything(full) if one != full.events()] == [one for one in kept if one != events]


def test_vacuum_gives_room_back(small: Ledger, tmp_path: Path, now: datetime, due: Callable[..., Due]) -> None:
    small.plan([due(language=f"l{number}") for number in range(500)], now)
    path = tmp_path / ".bilan" / "ledger.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM occurrence")
    connection.close()
    before = path.stat().st_size

    small.vacuum(now)

    assert path.stat().st_size < before * 0.8


def test_who_was_forgotten_is_not_sent_the_same_again(full: Ledger, now: datetime) -> None:
    (edition,) = full.editions()
    full.prune((now + timedelta(days=1)).date(), now + timedelta(days=1))

    assert full.outbox.add(edition, MessageKind.EDITION, [Receiver("smtp", "anna@example.org"), BEN], now) == 0
    assert len(full.outbox.rows()) == 2
