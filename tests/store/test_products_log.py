from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from bilan.errors import StoreError
from bilan.store.products_log import LOG, Entry, Taken, commit, forget, leftovers, next_number, read_log

SEEN = datetime(2026, 11, 1, 12)  # noqa: DTZ001  moments of the store are UTC without a zone
ONE = Entry(1, SEEN, SEEN, "a.parquet", "b.parquet", 10, {"2023": 2}, {"2023": date(2024, 3, 1)}, {"hash": 2})


def test_gives_entries_back_in_their_order(tmp_path: Path) -> None:
    two = replace(ONE, number=2, rows="", sums="", periods={}, known_from={})
    commit(tmp_path, ONE)
    commit(tmp_path, two)

    assert read_log(tmp_path) == (ONE, two)
    assert next_number(read_log(tmp_path)) == 3
    assert ONE.files == ("a.parquet", "b.parquet")
    assert two.files == ()


def test_an_empty_log_has_no_entries(tmp_path: Path) -> None:
    assert read_log(tmp_path) == ()
    assert next_number(()) == 1


def test_gives_a_number_to_one_writer_only_and_leaves_nothing_of_the_other(tmp_path: Path) -> None:
    commit(tmp_path, ONE)

    with pytest.raises(Taken):
        commit(tmp_path, replace(ONE, rows="other.parquet"))
    assert read_log(tmp_path) == (ONE,)
    assert [one.name for one in (tmp_path / LOG).iterdir()] == ["00000001.json"]


def test_what_an_entry_replaces_no_longer_counts_though_it_is_still_there(tmp_path: Path) -> None:
    both = replace(ONE, number=2, rows="c.parquet", replaces=(1,))
    commit(tmp_path, ONE)
    commit(tmp_path, both)
    assert read_log(tmp_path) == (both,)

    for name in ("a.parquet", "b.parquet", "c.parquet"):
        (tmp_path / name).touch()
    forget(tmp_path, [ONE], both)
    assert sorted(one.name for one in tmp_path.glob("*.parquet")) == ["b.parquet", "c.parquet"]
    assert read_log(tmp_path) == (both,)


def test_finds_what_no_entry_names(tmp_path: Path) -> None:
    commit(tmp_path, ONE)
    for name in ("a.parquet", "b.parquet", "orphan.parquet", "1-2.part"):
        (tmp_path / name).touch()

    assert sorted(one.name for one in leftovers(tmp_path, read_log(tmp_path))) == ["1-2.part", "orphan.parquet"]


def test_names_an_entry_that_cannot_be_read(tmp_path: Path) -> None:
    commit(tmp_path, ONE)
    (tmp_path / LOG / "00000001.json").write_text('{"number": 1', encoding="utf-8")

    with pytest.raises(StoreError, match=r"00000001\.json: cannot be read: "):
        read_log(tmp_path)
