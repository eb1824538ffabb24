import logging
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bilan.errors import StoreError
from bilan.model import Attribution, Evidence, Observation, Status
from bilan.sources.observations import read_observations
from bilan.sources.register import read_sources
from bilan.store.done import Ingest
from bilan.store.files import append, names
from bilan.store.parquet import Store
from bilan.store.schema import entry

Make = Callable[..., Observation]
Moment = Callable[[int], datetime]
REAL = Path(__file__).parents[2] / "data" / "kz-kg"
LATER = date(2027, 1, 1)
INGEST = """
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from bilan.model import Observation, SeriesKey
from bilan.period import Frequency, Period
from bilan.store.parquet import Store
table = sys.argv[2]
for number in range(5):
    facts = [
        Observation(SeriesKey(table, "KGZ"), Period(2000 + row, Frequency.ANNUAL), Decimal(row), "USD", date(2024, 1, 1), ("a",), f"{table}#{row}")
        for row in range(number + 1)
    ]
    Store(Path(sys.argv[1])).ingest(facts, datetime(2026, 11, 1, number, tzinfo=UTC), tables=[table])
"""

CRASH = "import os, pathlib\npathlib.Path.replace = lambda self, target: os._exit(9)\n" + INGEST


def values(store: Store, as_of: date = LATER) -> list[Decimal | None]:
    return [one.value for one in store.as_of(as_of).observations()]


def test_gives_back_every_observation_of_the_pack_exactly(store: Store, moment: Moment) -> None:
    given, _ = read_observations(REAL, read_sources(REAL / "sources.csv"))

    assert store.ingest(given, moment(0)) == Ingest(added=len(given))
    kept = {one.row: one for one in Store(store.folder).as_of(LATER).standing}
    assert kept == {one.row: one for one in given}
    assert [kept[one.row].digest for one in given] == [one.digest for one in given]


@pytest.mark.parametrize("value", ["0", "0.000000000000001", "-99999999999999999999999.999999999999999", "16836810", "1E+3", "120.50"])
def test_gives_back_a_value_with_all_its_digits(store: Store, make: Make, moment: Moment, value: str) -> None:
    store.ingest([make("b1", value)], moment(0))

    assert values(store) == [Decimal(value)]


def test_adds_nothing_when_nothing_changed(store: Store, make: Make, moment: Moment, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "bilan.store")
    store.ingest([make("b1"), make("b2")], moment(0))

    assert store.ingest([make("b1"), make("b2")], moment(1)) == Ingest(unchanged=2)
    assert len(names(store.folder)) == 1
    assert caplog.messages[-1] == "store: 0 observations added, 0 withdrawn, 2 unchanged"


def test_takes_an_overwritten_cell_as_a_new_vintage(store: Store, make: Make, moment: Moment) -> None:
    store.ingest([make("b1", "1")], moment(0))

    assert store.ingest([make("b1", "2")], moment(1)) == Ingest(added=1)
    assert values(store) == [Decimal(2)]
    assert [one.value for one in store.as_of(LATER, moment(0)).observations()] == [Decimal(1)]


@pytest.mark.parametrize("later", [0, -5])
def test_lets_the_last_edit_win_though_the_clock_stood_or_went_back(store: Store, make: Make, moment: Moment, later: int) -> None:
    for value in ("1", "2", "3", "1"):
        store.ingest([make("b1", value)], moment(later if value != "1" else 0))

    assert values(store) == [Decimal(1)]
    assert store.ingest([make("b1", "1")], moment(later)) == Ingest(unchanged=1)


def test_withdraws_a_deleted_row_once_from_the_day_it_was_noticed(store: Store, make: Make, moment: Moment) -> None:
    store.ingest([make("b1"), make("b2", period=make("b2").period.shift(1))], moment(0))

    assert store.ingest([make("b1")], moment(1)) == Ingest(withdrawn=1, unchanged=1)
    assert store.ingest([make("b1")], moment(2)) == Ingest(unchanged=1)
    assert len(values(store)) == 1
    assert len(values(store, moment(0).date())) == 2


def test_restores_a_deleted_row_that_comes_back(store: Store, make: Make, moment: Moment) -> None:
    other = make("b2", period=make("b2").period.shift(1))
    for number, rows in enumerate(([make("b1"), other], [other], [make("b1"), other])):
        store.ingest(rows, moment(number))

    assert len(values(store)) == 2
    told = store.as_of(LATER).history(make("b1").key, make("b1").period)
    assert [one.status for one in told] == [Status.FINAL, Status.FINAL, Status.WITHDRAWN]


def test_lets_the_older_figure_speak_again_when_the_newer_row_is_deleted(store: Store, make: Make, moment: Moment) -> None:
    first, second = make("b1", "1500"), make("b2", "1572", date(2024, 7, 31))
    store.ingest([first, second], moment(0))
    store.ingest([first], moment(1))

    assert values(store) == [Decimal(1500)]


def test_leaves_the_tables_alone_that_an_ingest_does_not_speak_for(store: Store, make: Make, moment: Moment) -> None:
    store.ingest([make("b1")], moment(0))
    other = replace(make("x", period=make("x").period.shift(1)), row="gdp.csv#1")

    assert store.ingest([other], moment(1), tables=["gdp.csv"]) == Ingest(added=1)
    assert len(values(store)) == 2


def test_leaves_fetched_tables_alone_unless_it_speaks_for_them(store: Store, make: Make, moment: Moment) -> None:
    fetched = replace(make("x", period=make("x").period.shift(1)), row="fetch/wb-gdp#KAZ/2024")
    store.ingest([fetched], moment(0), tables={"fetch/wb-gdp"})

    assert store.ingest([make("b1")], moment(1)) == Ingest(added=1)
    assert store.ingest([make("b1")], moment(2)) == Ingest(unchanged=1)
    assert len(values(store)) == 2
    other = replace(fetched, row="fetch/wb-gdp#KAZ/2023", period=fetched.period.shift(1))
    assert store.ingest([other], moment(3), tables={"fetch/wb-gdp"}) == Ingest(added=1, withdrawn=1)


def test_takes_nothing_into_a_store_of_fetched_tables_in_peace(store: Store, make: Make, moment: Moment) -> None:
    store.ingest([replace(make("x"), row="fetch/wb-gdp#KAZ/2024")], moment(0), tables={"fetch/wb-gdp"})

    assert store.ingest([], moment(1)) == Ingest()


def test_two_processes_that_take_in_the_same_make_one_vintage(store: Store, make: Make, moment: Moment) -> None:
    append(store.folder, [entry(make("b1", "1"), moment(0)), entry(make("b2", "7"), moment(0))])
    append(store.folder, [entry(make("b1", "1"), moment(1))])
    store.ingest([make("b1", "2"), make("b2", "7")], moment(2))

    told = store.as_of(LATER).history(make("b1").key, make("b1").period)
    assert sorted(str(one.value) for one in told) == ["1", "2", "7"]


def test_refuses_to_withdraw_everything(store: Store, make: Make, moment: Moment) -> None:
    store.ingest([make("b1")], moment(0))

    with pytest.raises(StoreError, match="ingest: no observation at all, 1 are known"):
        store.ingest([], moment(1))


def test_takes_nothing_into_an_empty_store_in_peace(store: Store, moment: Moment) -> None:
    assert store.ingest([], moment(0)) == Ingest()
    assert store.as_of(LATER).keys() == []


def test_refuses_a_row_given_twice(store: Store, make: Make, moment: Moment) -> None:
    with pytest.raises(StoreError, match=r"trade\.csv#b1: is given twice in one ingest"):
        store.ingest([make("b1"), make("b1", "2")], moment(0))


def test_sees_what_another_process_added(store: Store, make: Make, moment: Moment) -> None:
    store.ingest([make("b1", "1")], moment(0))
    store.as_of(LATER)
    Store(store.folder).ingest([make("b1", "2")], moment(1))

    assert values(store) == [Decimal(2)]


def test_two_fresh_clones_agree_whatever_the_moment_and_the_order(tmp_path: Path, make: Make, moment: Moment) -> None:
    rows = [make("b1"), make("b2", "7", date(2024, 5, 1)), make("b3", None, date(2024, 6, 1), status=Status.WITHDRAWN)]
    one, two = Store(tmp_path / "one"), Store(tmp_path / "two")
    one.ingest(rows, moment(0))
    two.ingest(rows[2:], moment(5))
    two.ingest(rows[::-1], moment(9))

    assert one.as_of(LATER).version == two.as_of(LATER).version
    assert one.as_of(LATER).version != one.as_of(date(2024, 5, 2)).version


def test_says_by_which_moment_it_looked_so_that_a_view_can_be_had_again(store: Store, make: Make, moment: Moment) -> None:
    store.ingest([make("b1", "1")], moment(0))
    before = store.as_of(LATER)
    store.ingest([make("b1", "2")], moment(1))

    assert before.seen_by == moment(0)
    assert store.as_of(LATER, before.seen_by).version == before.version


def test_loses_nothing_when_processes_ingest_at_the_same_time(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    folder = tmp_path / "store"
    running = [
        subprocess.Popen([sys.executable, "-c", INGEST, str(folder), table], env=environment)  # noqa: S603  our own script
        for table in ("one", "two", "three")
    ]

    assert [process.wait(timeout=60) for process in running] == [0, 0, 0]
    view = Store(folder).as_of(LATER)
    keys = view.keys()
    assert [len(view.series(key).observations) for key in keys] == [5, 5, 5]
    assert view.seen_by >= datetime(2026, 11, 1, 4, tzinfo=UTC)
    assert view.seen_by < datetime(2026, 11, 1, 4, tzinfo=UTC) + timedelta(seconds=1)
    assert [one.suffix for one in folder.iterdir()] == [".parquet"] * len(names(folder))


def test_is_whole_after_a_process_died_before_its_file_had_a_name(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    folder = tmp_path / "store"
    command = [sys.executable, "-c", CRASH, str(folder), "one"]

    assert subprocess.run(command, env=environment, check=False).returncode == 9  # noqa: S603  our own script
    assert [one.suffix for one in folder.iterdir()] == [".part"]
    assert Store(folder).as_of(LATER).keys() == []


def test_tells_which_series_got_new_vintages_and_when(store: Store, make: Make, moment: Moment) -> None:
    assert store.arrived(moment(0)) == []
    first = [make("a"), make("b", evidence=Evidence.FORECAST), make("c", attribution=Attribution.INFERRED)]
    store.ingest(first, moment(1))
    store.ingest(first, moment(2))
    store.ingest([make("a", "2"), *first[1:]], moment(3))
    store.ingest(first[1:], moment(4))

    name, day = str(make("a").key), make("a").published_on

    assert store.arrived(moment(0)) == [(name, moment(1), day), (name, moment(3), day), (name, moment(4), moment(4).date())]
    assert store.arrived(moment(1)) == store.arrived(moment(0))[1:]
    assert store.arrived(moment(4)) == []
