from pathlib import Path

import duckdb
import pytest

from bilan.errors import SourceError
from bilan.sources import parquet
from bilan.sources.meta import TableMeta
from bilan.sources.parquet import read_parquet
from bilan.sources.table import Table

META = TableMeta(title="T", kind="observations", id_column="id")


def written(folder: Path, query: str) -> Path:
    """A real Parquet file with the rows of a query."""
    path = folder / "trade.parquet"
    with duckdb.connect() as connection:
        connection.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")
    return path


def read(folder: Path, query: str) -> Table:
    return read_parquet(written(folder, query), META)


def test_reads_every_plain_type_as_exact_text(tmp_path: Path) -> None:
    table = read(
        tmp_path,
        "SELECT 'b1' AS id, 455.70::DECIMAL(18,2) AS value, 0.1::FLOAT AS small, 0.1::DOUBLE AS large, 2023::SMALLINT AS year, "
        "DATE '2024-04-19' AS day, TIMESTAMP '2024-04-19 10:30:00' AS at, TRUE AS stated, NULL::VARCHAR AS note, 12.0::DOUBLE AS whole",
    )

    assert table.rows[0].cells == {
        "id": "b1", "value": "455.70", "small": "0.1", "large": "0.1", "year": "2023", "day": "2024-04-19",
        "at": "2024-04-19T10:30:00", "stated": "true", "note": "", "whole": "12",
    }  # fmt: skip


def test_names_rows_by_their_number(tmp_path: Path) -> None:
    table = read(tmp_path, "SELECT * FROM (VALUES ('b1'), ('b2')) AS t(id)")

    assert [table.place.name(row.line) for row in table.rows] == ["row 1", "row 2"]
    assert table.place.say("line 1: column 'value' is missing") == "columns: column 'value' is missing"


def test_reads_rows_in_the_order_of_the_file(tmp_path: Path) -> None:
    table = read(tmp_path, "SELECT 'b' || (30000 - i) AS id FROM range(30000) t(i)")

    assert [row.cells["id"] for row in table.rows] == [f"b{30000 - number}" for number in range(30000)]


def test_tells_every_column_without_plain_text(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read(tmp_path, "SELECT 'b1' AS id, [1, 2] AS parts, 'x'::BLOB AS raw")

    assert caught.value.mistakes == (
        "column 'parts' holds INTEGER[], which has no plain text",
        "column 'raw' holds BLOB, which has no plain text",
    )


def test_refuses_a_large_table_and_says_where_it_belongs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "ROWS", 2)

    with pytest.raises(SourceError, match="has 3 rows, 2 at most") as caught:
        read(tmp_path, "SELECT i AS id FROM range(3) t(i)")
    assert 'kind = "products"' in caught.value.hint


def test_refuses_what_is_no_whole_parquet_file(tmp_path: Path) -> None:
    path = written(tmp_path, "SELECT 'b1' AS id")
    path.write_bytes(path.read_bytes()[:-20])

    with pytest.raises(SourceError, match="is no Parquet file that can be read"):
        read_parquet(path, META)
    with pytest.raises(SourceError, match="the file is missing"):
        read_parquet(tmp_path / "gone.parquet", META)


def test_does_not_take_a_name_for_a_pattern_of_names(tmp_path: Path) -> None:
    folder = tmp_path / "a[b]"
    folder.mkdir()
    path = written(tmp_path, "SELECT 'b1' AS id").rename(folder / "trade.parquet")

    with pytest.raises(SourceError, match=r"its path holds \*, \? or \["):
        read_parquet(path, META)


def test_says_that_a_file_has_no_row(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there are columns but no row"):
        read(tmp_path, "SELECT 'b1' AS id WHERE false")
