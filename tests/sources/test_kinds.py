from datetime import UTC, datetime
from pathlib import Path

import fsspec
import openpyxl
import pytest

from bilan.errors import SourceError, UsageError
from bilan.sources.kinds import KINDS, file_of, open_table, without_meta
from bilan.sources.meta import SqlMeta, TableMeta
from bilan.sources.places_fs import Reach
from bilan.sources.table import read_table

META = TableMeta(title="T", kind="observations", id_column="id")


def reach(folder: Path) -> Reach:
    return Reach(datetime(2026, 11, 20, tzinfo=UTC), folder / "copies")


def test_reads_csv_without_any_extension() -> None:
    assert KINDS.get("csv") is read_table


def test_names_the_closest_kind_for_one_it_does_not_know() -> None:
    with pytest.raises(UsageError, match=r"kind of source 'csw': is not known \(did you mean 'csv'\?\)"):
        KINDS.get("csw")


def test_reads_spreadsheets_and_parquet_beside_csv() -> None:
    assert KINDS.names() == ["csv", "parquet", "xlsx"]


def test_opens_a_workbook_beside_its_side_file(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(("id", "value"))
    book.active.append(("b1", 1 / 3))
    book.save(tmp_path / "trade.xlsx")

    table, problems = open_table(tmp_path / "trade.meta.toml", META)

    assert (table.name, len(table.rows)) == ("trade.xlsx", 1)
    assert [one.rule for one in problems] == ["sources.spreadsheet"]


def test_opens_a_table_of_any_kind_at_a_location(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(("id",))
    book.active.append(("b1",))
    book.save(tmp_path / "export.xlsx")
    fsspec.filesystem("memory").pipe_file("/export.xlsx", (tmp_path / "export.xlsx").read_bytes())
    meta = META.model_copy(update={"location": "memory://export.xlsx"})

    table, problems = open_table(tmp_path / "trade.meta.toml", meta, reach(tmp_path))

    assert (table.name, table.rows[0].cells, problems) == ("trade.xlsx", {"id": "b1"}, [])


@pytest.mark.parametrize(
    "meta",
    [
        META.model_copy(update={"location": "memory://trade.csv"}),
        META.model_copy(update={"sql": SqlMeta(url="sqlite:///a", query="SELECT 1")}),
    ],
    ids=["location", "sql"],
)
def test_leaves_the_folder_only_where_it_may(tmp_path: Path, meta: TableMeta) -> None:
    with pytest.raises(SourceError, match=r"trade\.meta\.toml: cannot be used:\n  speaks of a table outside the folder"):
        open_table(tmp_path / "trade.meta.toml", meta)


def test_knows_no_other_kind_at_a_location(tmp_path: Path) -> None:
    meta = META.model_copy(update={"location": "memory://trade.xls"})

    with pytest.raises(UsageError, match=r"'xls': is not known \(did you mean 'xlsx'\?\)"):
        file_of(tmp_path / "trade.meta.toml", meta, reach(tmp_path))


def test_does_not_take_the_lock_of_an_open_workbook_for_a_table(tmp_path: Path) -> None:
    for name in ("~$trade.xlsx", ".hidden.csv", "codes.csv", "trade.csv", "trade.meta.toml"):
        (tmp_path / name).write_bytes(b"")

    assert [path.name for path in without_meta(tmp_path)] == ["codes.csv"]
