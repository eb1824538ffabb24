import hashlib
import os
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from bilan.errors import StoreError
from bilan.model import Observation
from bilan.store.files import append, connect, names, sweep
from bilan.store.parquet import Store
from bilan.store.schema import entry

Make = Callable[..., Observation]
NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
AGAIN = "delete data/store and ingest again from the CSV tables"


def test_names_a_file_by_its_content_and_leaves_nothing_else(tmp_path: Path, make: Make) -> None:
    path = append(tmp_path / "it's a store", [entry(make("b1"), NOON)])

    assert path.stem == hashlib.sha256(path.read_bytes()).hexdigest()[:32]
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_writes_the_same_bytes_for_the_same_entries_in_any_order(tmp_path: Path, make: Make) -> None:
    entries = [entry(make(f"b{number}"), NOON) for number in range(5)]

    assert append(tmp_path / "one", entries).name == append(tmp_path / "two", entries[::-1]).name


def test_ignores_what_a_crash_left_half_written(store: Store, make: Make) -> None:
    store.ingest([make("b1")], NOON)
    (store.folder / "4711-0123456789abcdef.part").write_bytes(b"PAR1 half")

    assert len(Store(store.folder).as_of(date(2026, 1, 1)).standing) == 1


def test_leaves_nothing_when_writing_fails(tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", refuse)

    with pytest.raises(StoreError, match="store: cannot be written: No space left on device"):
        append(tmp_path / "store", [entry(make("b1"), NOON)])
    assert list((tmp_path / "store").iterdir()) == []


def test_says_that_the_folder_cannot_be_made(tmp_path: Path, make: Make) -> None:
    (tmp_path / "store").write_text("a file", encoding="utf-8")

    with pytest.raises(StoreError, match="store: cannot be written: File exists"):
        append(tmp_path / "store", [entry(make("b1"), NOON)])


def test_says_why_the_database_could_not_write(tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secrets.token_hex", lambda _: "no/such/folder")

    with pytest.raises(StoreError, match=r"store: cannot be written: IO Error: Cannot open file"):
        append(tmp_path / "store", [entry(make("b1"), NOON)])


def test_notices_a_damaged_file_and_names_it(store: Store, make: Make) -> None:
    store.ingest([make("b1")], NOON)
    (name,) = names(store.folder)
    content = bytearray((store.folder / name).read_bytes())
    content[100] ^= 1
    (store.folder / name).write_bytes(bytes(content))

    with pytest.raises(StoreError, match=f"{name}: is damaged: its content does not agree with its name") as caught:
        Store(store.folder).as_of(date(2026, 1, 1))
    assert caught.value.hint == AGAIN


def test_names_a_file_that_vanished_while_it_was_read(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"0\.parquet: cannot be read: No such file or directory"):
        connect(tmp_path, ["0.parquet"])


def test_refuses_a_whole_file_that_holds_no_observations(tmp_path: Path) -> None:
    name = hashlib.sha256(b"no parquet").hexdigest()[:32] + ".parquet"
    (tmp_path / name).write_bytes(b"no parquet")

    with pytest.raises(StoreError, match=f"{name}: cannot be read as observations: Invalid Input Error"):
        connect(tmp_path, [name])


def test_shuts_the_database_off_from_files_and_settings(tmp_path: Path) -> None:
    connection = connect(tmp_path, [])
    (tmp_path / "secret.csv").write_text("a\n1\n", encoding="utf-8")

    with pytest.raises(duckdb.PermissionException):
        connection.execute("SELECT * FROM read_csv(?)", [str(tmp_path / "secret.csv")])
    with pytest.raises(duckdb.PermissionException):
        connection.execute(f"COPY (SELECT 1) TO '{tmp_path / 'out.csv'}'")
    with pytest.raises(duckdb.Error):
        connection.execute("SET threads = 4")


def test_removes_only_what_crashed_writers_left_more_than_a_day_ago(store: Store, make: Make) -> None:
    store.folder.mkdir()
    old, young, folder = (store.folder / name for name in ("1-a.part", "2-b.part", "3-c.part"))
    for path in (old, young):
        path.write_bytes(b"PAR1 half")
    folder.mkdir()
    for path, days in ((old, 2), (young, 0), (folder, 2)):
        written = (NOON - timedelta(days=days)).timestamp()
        os.utime(path, (written, written))
    store.ingest([make("b1")], NOON)

    assert sorted(one.name for one in store.folder.glob("*.part")) == ["2-b.part"]


def test_bears_a_leftover_that_somebody_else_removed(tmp_path: Path) -> None:
    sweep([tmp_path / "gone.part"], NOON.replace(tzinfo=None))

    assert list(tmp_path.iterdir()) == []
