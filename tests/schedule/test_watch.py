import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bilan.ledger.book import Ledger
from bilan.ledger.records import State
from bilan.project import Project
from bilan.schedule.planning import Planner
from bilan.schedule.settings import schedules
from bilan.schedule.watch import Watch, strangers

Made = Callable[..., Project]
UTC_ZONE = ZoneInfo("UTC")
BEFORE = datetime(2000, 1, 1, tzinfo=UTC)
KZ, KG = "trade/KAZ/KGZ/export/TOTAL/M", "trade/KGZ/KAZ/import/TOTAL/M"
META = """\
title = "Trade"
kind = "observations"
licence = "test"
id-column = "id"
[constant]
indicator = "trade"
product = "TOTAL"
frequency = "M"
unit = "USD"
source_id = "office"
"""
SOURCES = """\
source_id,title,publisher,kind,url,published_on,date_quality,language,licence,note
office,Monthly trade,The office,statistics,,2026-09-20,url,en,test,
"""
HEAD = "id,reporter,partner,flow,period,value,published_on\n"


class Desk:
    """A person at the tables of a project, and what the ledger makes of it."""

    def __init__(self, project: Project) -> None:
        self.project, self.folder = project, project.root / "data" / "kz-kg"
        self.folder.mkdir(parents=True)
        (self.folder / "trade.meta.toml").write_text(META)
        (self.folder / "sources.csv").write_text(SOURCES)
        self.saves = 0
        self.write()

    def write(self, *rows: str) -> None:
        """Save the table with these rows."""
        path = self.folder / "trade.csv"
        path.write_text(HEAD + "".join(f"{row}\n" for row in ("old,KGZ,KAZ,export,2026-08,1,2026-09-20", *rows)))
        self.saves += 1
        os.utime(path, (self.saves, self.saves))

    def kazakh(self, value: int = 100, published: str = "2026-11-09") -> str:
        return f"kz,KAZ,KGZ,export,2026-10,{value},{published}"

    def kyrgyz(self, value: int = 90, published: str = "2026-11-12") -> str:
        return f"kg,KGZ,KAZ,import,2026-10,{value},{published}"


def at(day: int, clock: str = "12:00") -> datetime:
    return datetime.fromisoformat(f"2026-11-{day:02d}T{clock}").replace(tzinfo=UTC)


def came(watch: Watch) -> list[tuple[str, datetime]]:
    return sorted((one.series, one.at) for one in watch.arrivals("kz-kg", at(1), UTC_ZONE))


@pytest.fixture
def desk(made: Made) -> Desk:
    return Desk(made(""))


def test_a_row_added_to_a_table_arrives_when_it_was_seen(desk: Desk) -> None:
    watch = Watch(desk.project)
    assert watch.look("kz-kg", at(1, "00:00")) == []
    assert came(watch) == []

    desk.write(desk.kazakh())
    assert watch.look("kz-kg", at(9, "14:00")) == []
    assert came(watch) == [(KZ, at(9, "14:00"))]

    desk.write(desk.kazakh(101))
    watch.look("kz-kg", at(9, "15:00"))
    desk.write(desk.kazakh(101), desk.kyrgyz())
    watch.look("kz-kg", at(12))
    assert came(watch) == [(KZ, at(9, "14:00")), (KZ, at(9, "15:00")), (KG, at(12))]


def test_a_table_saved_again_without_a_change_is_no_arrival(desk: Desk) -> None:
    watch = Watch(desk.project)
    watch.look("kz-kg", at(1, "00:00"))
    desk.write(desk.kazakh())
    watch.look("kz-kg", at(9))

    desk.write(desk.kazakh())
    watch.look("kz-kg", at(10))

    assert came(watch) == [(KZ, at(9))]


def test_what_is_dated_later_than_it_was_seen_counts_from_its_day(desk: Desk) -> None:
    watch = Watch(desk.project)
    watch.look("kz-kg", at(1, "00:00"))

    desk.write(desk.kazakh(published="2026-11"))
    watch.look("kz-kg", at(9))

    assert came(watch) == [(KZ, at(30, "00:00"))], "known to the month only: late, never early"


def test_a_row_deleted_arrives_as_its_withdrawal(desk: Desk) -> None:
    watch = Watch(desk.project)
    watch.look("kz-kg", at(1, "00:00"))
    desk.write(desk.kazakh())
    watch.look("kz-kg", at(9))

    desk.write()
    watch.look("kz-kg", at(10))

    assert came(watch) == [(KZ, at(9)), (KZ, at(10))]


def test_one_that_looks_again_soon_waits_until_a_table_rests(desk: Desk) -> None:
    watch = Watch(desk.project, patient=True)
    watch.look("kz-kg", at(1, "00:00"))
    watch.look("kz-kg", at(1, "00:00"))

    desk.write(desk.kazakh())
    watch.look("kz-kg", at(9))
    desk.write(desk.kazakh(), desk.kyrgyz())
    watch.look("kz-kg", at(9, "12:01"))
    assert came(watch) == [], "somebody is still saving"

    watch.look("kz-kg", at(9, "12:02"))
    assert came(watch) == [(KZ, at(9, "12:02")), (KG, at(12, "00:00"))]


def test_a_table_that_cannot_be_read_is_told_and_nothing_is_taken_from_it(desk: Desk) -> None:
    watch = Watch(desk.project)
    watch.look("kz-kg", at(1, "00:00"))
    desk.write(desk.kazakh(), "kg,KGZ,KAZ,import,soon,90,2026-11-12")

    (problem,) = watch.look("kz-kg", at(9))

    assert problem.where == "data/kz-kg"
    assert "'soon'" in problem.message
    assert came(watch) == []
    desk.write(desk.kazakh())
    assert watch.look("kz-kg", at(10)) == []
    assert came(watch) == [(KZ, at(10))]


def test_tables_that_lie_elsewhere_are_asked_for_now_and_then(desk: Desk, tmp_path: Path) -> None:
    elsewhere = tmp_path / "trade.csv"
    elsewhere.write_text(HEAD + desk.kazakh() + "\n")
    (desk.folder / "other.meta.toml").write_text(META.replace("[constant]", f'location = "file://{elsewhere}"\n[constant]'))
    watch = Watch(desk.project)
    watch.look("kz-kg", at(1, "00:00"))
    elsewhere.write_text(HEAD + desk.kazakh(101, "2026-10-01") + "\n")

    watch.look("kz-kg", at(9, "12:00"))

    assert [series for series, when in came(watch) if when == at(9, "12:00")] == [KZ]


def test_a_file_that_goes_while_it_is_looked_at_does_no_harm(desk: Desk) -> None:
    (desk.folder / "gone.csv").symlink_to(desk.folder / "nowhere")

    assert Watch(desk.project).look("kz-kg", at(9)) == []


def test_a_name_that_fits_no_series_is_told_with_the_nearest(made: Made) -> None:
    desk = Desk(made('[schedule.x]\non-data = ["trade/KGZ", "trad/KGZ", "trade/KGZ/KAZ/exports"]\n[schedule.y]\nrule = "first-day"\n'))
    Watch(desk.project).look("kz-kg", at(1))

    assert [str(one) for one in strangers(desk.project, schedules(desk.project).values())] == [
        "bilan.toml: schedule.x: on-data: no series is called 'trad/KGZ' (did you mean 'trade/KGZ'?) (`bilan series` lists them)",
        (
            "bilan.toml: schedule.x: on-data: no series is called 'trade/KGZ/KAZ/exports' (did you mean 'trade/KGZ/KAZ/export'?) "
            "(`bilan series` lists them)"
        ),
    ]


def test_where_no_data_are_known_no_name_fits_and_none_is_near(made: Made) -> None:
    project = made('[schedule.x]\non-data = ["trade/KGZ"]\n')

    assert [one.message for one in strangers(project, schedules(project).values())] == ["on-data: no series is called 'trade/KGZ'"]


SCHEDULE = """
[schedule.fresh]
on-data = ["trade/KAZ", "trade/KGZ/KAZ/import"]
wait = "all"
debounce = "2h"
deadline = "20th-day"
at = "18:00"
timezone = "UTC"
"""


def planned(ledger: Ledger) -> list[tuple[str, State, str]]:
    return [(f"{row.due.revision} {row.due.due_at:%d %H:%M}", row.state, str(row.due.as_of)) for row in ledger.occurrences()]


def test_an_edition_falls_due_once_the_data_it_waits_for_came_and_rest(made: Made, opened: Callable[[Project], Ledger]) -> None:
    desk = Desk(made(SCHEDULE))
    with opened(desk.project) as ledger:
        planner = Planner(desk.project)
        planner.plan(ledger, at(2))
        desk.write(desk.kazakh())
        for day in range(9, 12):
            planner.plan(ledger, at(day))
        desk.write(desk.kazakh(), desk.kyrgyz())
        planner.plan(ledger, at(12, "10:00"))
        planner.plan(ledger, at(12, "11:59"))
        assert planned(ledger) == []

        assert planner.plan(ledger, at(12, "12:00")).new == 1
        assert planned(ledger) == [("1 12 12:00", State.DUE, "2026-11-12")]

        planner.plan(ledger, at(25))
        assert len(planned(ledger)) == 1, "its deadline is void"


def test_data_that_change_again_make_another_revision_due(made: Made, opened: Callable[[Project], Ledger]) -> None:
    desk = Desk(made(SCHEDULE))
    with opened(desk.project) as ledger:
        planner = Planner(desk.project)
        desk.write(desk.kazakh(), desk.kyrgyz(published="2026-11-09"))
        planner.plan(ledger, at(9))
        planner.plan(ledger, at(9, "14:00"))
        desk.write(desk.kazakh(105), desk.kyrgyz(published="2026-11-09"))
        planner.plan(ledger, at(16))
        Planner(desk.project).plan(ledger, at(16, "14:00"))

        assert planned(ledger) == [("1 09 14:00", State.SKIPPED, "2026-11-09"), ("2 16 14:00", State.DUE, "2026-11-16")]


@pytest.mark.parametrize(("stale", "state"), [("hold", State.HELD), ("send-with-notice", State.DUE)])
def test_at_its_deadline_an_edition_is_held_or_due_with_what_it_lacks(
    made: Made, opened: Callable[[Project], Ledger], stale: str, state: State
) -> None:
    desk = Desk(made(f'{SCHEDULE}stale = "{stale}"\n'))
    with opened(desk.project) as ledger:
        planner = Planner(desk.project)
        desk.write(desk.kazakh())
        planner.plan(ledger, at(9))
        planner.plan(ledger, at(20, "17:59"))
        assert planned(ledger) == []

        done = planner.plan(ledger, at(20, "18:00"))

        assert planned(ledger) == [("1 20 18:00", state, "2026-11-20")]
        assert ledger.occurrences()[0].request == '{"awaited": ["trade/KGZ/KAZ/import"], "until": "2026-11-20T18:00:00+00:00"}'
        assert [due.revision for due, _ in done.held] == ([1] if stale == "hold" else [])

        desk.write(desk.kazakh(), desk.kyrgyz())
        planner.plan(ledger, at(24))
        planner.plan(ledger, at(24, "14:00"))
        assert planned(ledger)[-1] == ("2 24 14:00", State.DUE, "2026-11-24")


def test_a_deadline_that_passed_while_nobody_looked_is_not_forgotten(made: Made, opened: Callable[[Project], Ledger]) -> None:
    desk = Desk(made(SCHEDULE))
    with opened(desk.project) as ledger:
        Planner(desk.project).plan(ledger, at(2))
        Planner(desk.project).plan(ledger, at(30) + timedelta(days=12))

        assert [(str(row.due.period), row.state) for row in ledger.occurrences()] == [("2026-10", State.HELD)]


def test_a_store_that_cannot_be_read_stops_no_other_schedule(made: Made, opened: Callable[[Project], Ledger]) -> None:
    desk = Desk(made(SCHEDULE + '[schedule.monthly]\nrule = "first-day"\n'))
    store = desk.project.store / "kz-kg"
    store.mkdir(parents=True)
    (store / f"{'0' * 32}.parquet").write_bytes(b"no Parquet")
    with opened(desk.project) as ledger:
        planner = Planner(desk.project)
        planner.plan(ledger, at(2))

        assert [row.due.schedule for row in ledger.occurrences()] == ["monthly"]
        assert {one.where for one in planner.problems} == {"data/kz-kg", "schedule.fresh"}
