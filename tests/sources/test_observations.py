import logging
import shutil
import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import fsspec
import openpyxl
import pytest

from bilan.errors import Severity, SourceError
from bilan.model import Observation, Source, Status
from bilan.sources.kinds import KINDS
from bilan.sources.observations import outside_tables, product_tables, read_observations
from bilan.sources.places_fs import Reach
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


HEADER = ("id", "indicator", "reporter", "period", "value", "unit", "source_id")
META = 'title = "T"\nkind = "observations"\nid-column = "id"\n'
GOOD = (("b1", "trade", "KGZ", "2022", 410.888, "USD", "early"), ("b2", "trade", "KGZ", "2023", 455.702, "USD", "early"))
BAD = (("b1", "trade", "KGZ", "soon", 410.888, "USD", "early"), ("b1", "trade", "KGZ", "2023", None, "USD", "nobody"))
MISTAKES = (
    "{0}: period: 'soon' is no period: write 2023, 2023-Q2, 2023-07 or 2023-M01..M07",
    "{1}: source_id: unknown source 'nobody'; list it in sources.csv",
    "{1}: published_on: '' is blank and no source has a date; write it, or set undated-from in the meta file",
    "{1}: value: '' is blank; write the number, or withdraw the row with status 'withdrawn'",
    "{1}: id: 'b1' stands on {0} already; give each row its own id",
)


def _csv(folder: Path, rows: tuple[tuple[object, ...], ...]) -> str:
    lines = [",".join("" if cell is None else str(cell) for cell in row) for row in (HEADER, *rows)]
    (folder / "trade.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return ""


def _xlsx(folder: Path, rows: tuple[tuple[object, ...], ...]) -> str:
    book = openpyxl.Workbook()
    book.active.title = "Trade"
    for row in (HEADER, *rows):
        book.active.append(row)
    book.save(folder / "trade.xlsx")
    return 'sheet = "Trade"\n'


def _parquet(folder: Path, rows: tuple[tuple[object, ...], ...]) -> str:
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE trade ({', '.join(f'{name} VARCHAR' for name in HEADER)})")
        connection.execute("ALTER TABLE trade ALTER value TYPE DOUBLE")
        connection.executemany("INSERT INTO trade VALUES (?, ?, ?, ?, ?, ?, ?)", [list(row) for row in rows])
        connection.execute(f"COPY trade TO '{folder / 'trade.parquet'}' (FORMAT parquet)")
    return ""


def _sql(folder: Path, rows: tuple[tuple[object, ...], ...]) -> str:
    connection = sqlite3.connect(folder / "trade.sqlite")
    connection.execute(f"CREATE TABLE trade ({', '.join(HEADER)})")
    connection.executemany("INSERT INTO trade VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    connection.commit()
    connection.close()
    return '[sql]\nurl = "sqlite:///trade.sqlite"\nquery = "SELECT * FROM trade"\n'


def _location(folder: Path, rows: tuple[tuple[object, ...], ...]) -> str:
    _csv(folder, rows)
    fsspec.filesystem("memory").pipe_file("/export.csv", (folder / "trade.csv").read_bytes())
    (folder / "trade.csv").unlink()
    return 'location = "memory://export.csv"\n'


KINDS_OF_TABLE = [
    (_csv, "trade.csv", "line 2", "line 3"),
    (_xlsx, "trade.xlsx", "sheet 'Trade' row 2", "sheet 'Trade' row 3"),
    (_parquet, "trade.parquet", "row 1", "row 2"),
    (_sql, "trade.sql", "row 1", "row 2"),
    (_location, "trade.csv", "line 2", "line 3"),
]
Write = Callable[[Path, tuple[tuple[object, ...], ...]], str]


@pytest.mark.parametrize(("write", "name", "first", "second"), KINDS_OF_TABLE)
def test_reads_the_same_from_every_kind_of_table(tmp_path: Path, write: Write, name: str, first: str, second: str) -> None:  # noqa: ARG001  one table of cases
    (tmp_path / "trade.meta.toml").write_text(META + write(tmp_path, GOOD), encoding="utf-8")

    found, problems = read_observations(tmp_path, _sources(tmp_path), _reach(tmp_path))

    assert [(one.row, one.value, str(one.period)) for one in found] == [
        (f"{name}#b1", Decimal("410.888"), "2022"),
        (f"{name}#b2", Decimal("455.702"), "2023"),
    ]
    assert [one for one in problems if one.rule != "sources.meta"] == []


@pytest.mark.parametrize(("write", "name", "first", "second"), KINDS_OF_TABLE)
def test_tells_the_same_mistakes_of_every_kind_of_table(tmp_path: Path, write: Write, name: str, first: str, second: str) -> None:
    (tmp_path / "trade.meta.toml").write_text(META + write(tmp_path, BAD), encoding="utf-8")

    with pytest.raises(SourceError) as caught:
        read_observations(tmp_path, _sources(tmp_path), _reach(tmp_path))

    assert caught.value.where == name
    assert caught.value.mistakes == tuple(one.format(first, second) for one in MISTAKES)


def test_passes_tables_of_products_by_path_and_does_not_read_them(tmp_path: Path) -> None:
    for name in ("hs2024.parquet", "hs2025.csv"):
        (tmp_path / name).write_bytes(b"not looked at")
        side = tmp_path / f"{Path(name).stem}.meta.toml"
        side.write_text(META.replace("observations", "products"), encoding="utf-8")

    assert [(path.name, meta.kind) for path, meta in product_tables(tmp_path)] == [
        ("hs2024.parquet", "products"),
        ("hs2025.csv", "products"),
    ]
    assert read_observations(tmp_path, {}) == ([], [])


def test_refuses_a_table_of_products_that_lies_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "hs.meta.toml").write_text(META.replace("observations", "products") + 'location = "s3://b/hs.parquet"\n', encoding="utf-8")

    with pytest.raises(SourceError, match="a table of products is a file of the folder"):
        product_tables(tmp_path)


def test_names_the_tables_that_change_without_a_file_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "a.meta.toml").write_text(META, encoding="utf-8")
    (tmp_path / "b.meta.toml").write_text(META + 'location = "s3://b/trade.csv"\n', encoding="utf-8")
    (tmp_path / "c.meta.toml").write_text(META + '[sql]\nurl-env = "BILAN_DB_URL"\nquery = "SELECT 1"\n', encoding="utf-8")

    assert [side.name for side, _ in outside_tables(tmp_path)] == ["b.meta.toml", "c.meta.toml"]


def _reach(folder: Path) -> Reach:
    return Reach(datetime(2026, 11, 20, 7, tzinfo=UTC), folder / "copies")


def _sources(folder: Path) -> dict[str, Source]:
    return read_sources(_register(folder, "early", published="2024-04"))


def _register(folder: Path, *ids: str, published: str = "") -> Path:
    path = folder / "sources.csv"
    rows = "".join(f"{name},T,A,press,,{published},,,,\n" for name in ids)
    path.write_text("source_id,title,publisher,kind,url,published_on,date_quality,language,licence,note\n" + rows, encoding="utf-8")
    (folder / "sources.meta.toml").write_text('title = "S"\nkind = "sources"\nid-column = "source_id"\n', encoding="utf-8")
    return path
