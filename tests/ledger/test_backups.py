import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bilan.errors import GoneError
from bilan.ledger.backups import Backup, kept
from bilan.ledger.book import Ledger
from bilan.ledger.people_records import Role
from bilan.ledger.upkeep import restore


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / ".bilan" / "backups"


def test_a_copy_tells_its_second_and_can_be_put_back(small: Ledger, tmp_path: Path, folder: Path, now: datetime) -> None:
    small.people.add("anna", Role.ADMIN, now)

    made, rows = small.keep(folder, now)

    assert made == Backup("ledger-20261102T010000Z.sqlite3", (folder / made.name).stat().st_size, now)
    assert rows["account"] == 1
    assert restore("sqlite:///new.sqlite3", tmp_path, folder / made.name, now) == rows


def test_only_its_owner_reads_it(small: Ledger, folder: Path, now: datetime) -> None:
    made, _ = small.keep(folder, now)

    assert (folder / made.name).stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_who_made_it_is_written_down_but_not_in_it(small: Ledger, tmp_path: Path, folder: Path, now: datetime) -> None:
    made, rows = small.keep(folder, now, "anna")

    (event,) = small.events("ledger")
    assert (event.to_state, event.actor, event.detail) == ("backed up", "anna", f"{made.name}: {sum(rows.values())} rows")
    with Ledger.open(f"sqlite:///{folder / made.name}", tmp_path) as copy:
        assert copy.events() == []


def test_a_ledger_that_vanished_is_missed_and_none_begun_in_its_place(small: Ledger, tmp_path: Path, folder: Path, now: datetime) -> None:
    path = tmp_path / ".bilan" / "ledger.sqlite3"
    for one in path.parent.glob("ledger.sqlite3*"):
        one.unlink()

    with pytest.raises(GoneError, match="cannot be reached"):
        small.keep(folder, now)

    assert (path.exists(), kept(folder)) == (False, [])


def test_two_at_once_do_not_meet(small: Ledger, folder: Path, now: datetime) -> None:
    small.people.add("anna", Role.ADMIN, now)
    made: list[Backup] = []
    threads = [threading.Thread(target=lambda: made.append(small.keep(folder, now)[0])) for _ in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert [one.name for one in kept(folder)] == [f"ledger-20261102T010000Z{end}.sqlite3" for end in ("-3", "-2", "")]
    assert sorted(one.name for one in made) == sorted(one.name for one in kept(folder))
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == [".lock"]


def test_the_newest_come_first_and_other_files_are_passed_over(small: Ledger, folder: Path, now: datetime) -> None:
    assert kept(folder) == []
    for at in (now, now + timedelta(hours=2), datetime(2025, 1, 1, tzinfo=UTC)):
        small.keep(folder, at)
    (folder / "ledger-20261102T010000Z.sqlite3.old").touch()

    assert [one.at for one in kept(folder)] == [now + timedelta(hours=2), now, datetime(2025, 1, 1, tzinfo=UTC)]


def test_a_folder_that_cannot_be_made_is_told(small: Ledger, folder: Path, now: datetime) -> None:
    folder.write_text("no folder", encoding="utf-8")

    with pytest.raises(GoneError, match="backups: cannot be read or written: File exists") as caught:
        small.keep(folder, now)

    assert small.events() == []
    assert caught.value.hint == "let this user write to .bilan/backups, and see that there is room"
