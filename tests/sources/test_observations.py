import logging
import shutil
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bilan.errors import Severity, SourceError
from bilan.model import Observation, Status
from bilan.sources.kinds import KINDS
from bilan.sources.observations import read_observations
from bilan.sources.register import read_sources
from bilan.sources.table import read_table

Read = Callable[..., list[Observation]]
REAL = Path(__file__).parents[2] / "data" / "kz-kg"
DATED = "id,indicator,reporter,period,value,unit,source_id,published_on,evidence,status"


@pytest.mark.parametrize(
    ("cells", "known", "published"),
    [
        ("early,2024-03-05,reported", date(2024, 3, 5), "2024-03-05"),
        ("early,2024-04,reported", date(2024, 4, 30), "2024-04"),
        ("early,2024,reported", date(2024, 12, 31), "2024"),
        ("late;early,,reported", date(2024, 4, 30), "2024-04"),
        ("late;early,2024-04,derived", date(2024, 7, 31), "2024-07"),
        ("early;late,,derived", date(2024, 7, 31), "2024-07"),
        ("early,2024-09-01,derived", date(2024, 9, 1), "2024-09-01"),
        ("undated,,reported", date(2026, 11, 23), ""),
        ("undated,,derived", date(2026, 11, 23), ""),
    ],
)
def test_counts_a_value_as_known_late_and_never_early(read: Read, cells: str, known: date, published: str) -> None:
    one = read(f"b1,trade,KGZ,2023,1,USD,{cells},", header=DATED, meta='undated-from = "2026-11-23"\n')[0]

    assert (one.published_on, one.published) == (known, published)


def test_refuses_a_row_that_no_one_dated(read: Read) -> None:
    with pytest.raises(SourceError, match=r"line 2: published_on: '' is blank and no source has a date"):
        read("b1,trade,KGZ,2023,1,USD,undated")


def test_tells_a_misspelt_date_once(read: Read) -> None:
    with pytest.raises(SourceError) as caught:
        read("b1,trade,KGZ,2023,1,USD,undated,soon,,", header=DATED)

    assert caught.value.mistakes == ("line 2: published_on: 'soon' is no date: write 2024-04-19, 2024-04 or 2024",)


def test_takes_a_blank_value_only_from_a_withdrawn_row(read: Read) -> None:
    one = read("b1,trade,KGZ,2023,,USD,early,,,withdrawn", header=DATED)[0]

    assert (one.value, one.status) == (None, Status.WITHDRAWN)


def test_refuses_a_value_in_a_withdrawn_row(read: Read) -> None:
    with pytest.raises(SourceError, match="value: '5' stands in a withdrawn row"):
        read("b1,trade,KGZ,2023,5,USD,early,,,withdrawn", header=DATED)


def test_sorts_by_series_and_period_and_names_each_row(read: Read) -> None:
    found = read("b2,trade,KGZ,2023,2,USD,early", "b1,trade,KGZ,2022,1,USD,early", "b3,gdp,KAZ,2023,3,USD,early")

    assert [one.row for one in found] == ["trade.csv#b3", "trade.csv#b1", "trade.csv#b2"]


def test_tells_how_many_rows_count_from_the_day_they_were_retrieved(tmp_path: Path, read: Read) -> None:
    sources = {one.source_ids[0]: None for one in read("b1,trade,KGZ,2023,1,USD,undated", meta='undated-from = "2026-11-23"\n')}

    _, problems = read_observations(tmp_path, read_sources(_register(tmp_path, *sources)))

    assert [one.message for one in problems if one.rule == "sources.undated"] == [
        "1 rows carry no publication date and count from 2026-11-23, the day they were retrieved"
    ]
    assert {one.severity for one in problems} == {Severity.NOTE}


def test_tells_a_table_without_a_side_file_instead_of_reading_it(tmp_path: Path) -> None:
    (tmp_path / "codes.csv").write_text("a\n1\n", encoding="utf-8")

    observations, problems = read_observations(tmp_path, {})

    assert observations == []
    assert problems[0].message == "has no codes.meta.toml beside it and is not read"


def test_leaves_tables_of_another_kind_to_others(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text("event_id\ne1\n", encoding="utf-8")
    (tmp_path / "events.meta.toml").write_text('title = "E"\nkind = "events"\nid-column = "event_id"\n', encoding="utf-8")

    assert read_observations(tmp_path, {}) == ([], [])


def test_says_that_the_table_of_a_side_file_is_gone(tmp_path: Path) -> None:
    (tmp_path / "trade.meta.toml").write_text('title = "T"\nkind = "observations"\nid-column = "id"\n', encoding="utf-8")

    with pytest.raises(SourceError, match=r"trade\.csv: cannot be used:\n  the file is missing"):
        read_observations(tmp_path, {})


def test_reads_a_kind_of_file_an_extension_added_and_refuses_two_for_one_table(
    tmp_path: Path, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KINDS, "_entries", {"csv": read_table, "txt": read_table})
    first = read("b1,trade,KGZ,2023,1,USD,early")
    shutil.copy(tmp_path / "trade.csv", tmp_path / "trade.txt")

    with pytest.raises(SourceError, match=r"speaks of trade\.csv and trade\.txt"):
        read_observations(tmp_path, {})
    (tmp_path / "trade.csv").unlink()
    again, _ = read_observations(tmp_path, read_sources(_register(tmp_path, "early", published="2024-04")))

    assert [one.row for one in again] == ["trade.txt#b1"]
    assert [one.value for one in again] == [one.value for one in first]


def test_reads_the_pack_with_nothing_lost(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "bilan.sources")

    observations, _ = read_observations(REAL, read_sources(REAL / "sources.csv"))

    rows = {one.row: one for one in observations}
    assert len(rows) == 1951
    assert rows["trade.csv#bt028"].published_on == date(2024, 7, 31)
    assert max(one.value for one in observations if one.key.indicator == "gdp_current_usd" and one.value) == Decimal("261421121085.57208")
    assert caplog.messages == ["sources: 1951 observations"]


def _register(folder: Path, *ids: str, published: str = "") -> Path:
    path = folder / "sources.csv"
    rows = "".join(f"{name},T,A,press,,{published},,,,\n" for name in ids)
    path.write_text("source_id,title,publisher,kind,url,published_on,date_quality,language,licence,note\n" + rows, encoding="utf-8")
    (folder / "sources.meta.toml").write_text('title = "S"\nkind = "sources"\nid-column = "source_id"\n', encoding="utf-8")
    return path
