from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from bilan.errors import StoreError
from bilan.model import Observation, Status
from bilan.store import compaction
from bilan.store.done import Compaction
from bilan.store.files import names
from bilan.store.parquet import Store
from bilan.store.view import View

Make = Callable[..., Observation]
Moment = Callable[[int], datetime]
LATER = date(2027, 1, 1)
DAYS = (date(2024, 4, 9), date(2024, 5, 1), date(2024, 6, 1))
ROWS = some.dictionaries(some.sampled_from(["b1", "b2", "b3"]), some.tuples(some.integers(0, 2), some.sampled_from(DAYS)), min_size=1)


def told(view: View) -> tuple[object, ...]:
    return view.as_of, view.seen_by, view.vintages, view.version


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deliveries=some.lists(ROWS, min_size=1, max_size=4))
def test_every_view_is_the_same_before_and_after(
    deliveries: list[dict[str, tuple[int, date]]], tmp_path_factory: pytest.TempPathFactory, make: Make, moment: Moment
) -> None:
    store = Store(tmp_path_factory.mktemp("law"))
    for day, rows in enumerate(deliveries):
        store.ingest([make(row, str(value), published) for row, (value, published) in rows.items()], moment(day))
    asked = [(as_of, seen) for as_of in (*DAYS, LATER) for seen in (None, *map(moment, range(len(deliveries))))]
    before = [told(store.as_of(*one)) for one in asked]
    store.compact(moment(9))

    assert len(names(store.folder)) == 1
    anew = Store(store.folder)
    assert [told(anew.as_of(*one)) for one in asked] == before


def test_sorts_by_series_period_and_publication_and_closes_intervals(store: Store, make: Make, moment: Moment) -> None:
    later = make("b1").period.shift(1)
    store.ingest([make("b9", period=later), make("b1", "1"), make("b2", "9")], moment(0))
    store.ingest([make("b9", period=later), make("b1", "2", date(2024, 6, 1))], moment(1))

    assert store.compact(moment(2)) == Compaction(2, 1, 5)
    (name,) = names(store.folder)
    rows = duckdb.execute(f"SELECT row[11:], value::INTEGER, gone, valid_to FROM '{store.folder / name}'").fetchall()  # noqa: S608
    end, today = date(9999, 12, 31), date(2026, 11, 2)
    assert rows == [
        ("b1", 1, False, date(2024, 6, 1)),
        ("b2", 9, False, today),
        ("b1", 2, False, end),
        ("b2", None, True, today),
        ("b9", 1318, False, end),
    ]


def test_leaves_a_store_of_one_file_as_it_is(store: Store, make: Make, moment: Moment) -> None:
    store.ingest([make("b1")], moment(0))
    before = names(store.folder)

    assert store.compact(moment(1)) == Compaction(1, 1, 1)
    assert names(store.folder) == before


def test_has_nothing_to_do_in_an_empty_store(store: Store, moment: Moment) -> None:
    assert store.compact(moment(0)) == Compaction()


def test_a_crash_before_the_old_files_went_changes_no_view(
    store: Store, make: Make, moment: Moment, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.ingest([make("b1", "1"), make("b2", None, status=Status.WITHDRAWN)], moment(0))
    store.ingest([make("b1", "2")], moment(1))
    before = told(store.as_of(LATER))
    with monkeypatch.context() as crash:
        crash.setattr(compaction, "_remove", lambda *_: None)
        store.compact(moment(2))

    assert len(names(store.folder)) == 3
    assert told(store.as_of(LATER)) == before
    assert store.compact(moment(3)) == Compaction(3, 1, 4)
    assert told(store.as_of(LATER)) == before


def test_removes_nothing_when_writing_fails(store: Store, make: Make, moment: Moment, monkeypatch: pytest.MonkeyPatch) -> None:
    store.ingest([make("b1", "1")], moment(0))
    store.ingest([make("b1", "2")], moment(1))
    before = names(store.folder)

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(StoreError, match="cannot be written: No space left on device"):
        store.compact(moment(2))
    assert names(store.folder) == before


def test_a_reader_that_had_the_old_files_reads_the_new_one(store: Store, make: Make, moment: Moment) -> None:
    store.ingest([make("b1", "1")], moment(0))
    store.ingest([make("b1", "2")], moment(1))
    reader = Store(store.folder)
    before = told(reader.as_of(LATER))
    store.compact(moment(2))

    assert told(reader.as_of(LATER)) == before
