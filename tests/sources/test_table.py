import csv
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from bilan.errors import ExitCode, SourceError
from bilan.sources.table import LINES, Place, read_rows, read_table, tabulate
from bilan.sources.table import written as text_of


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "trade.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def told(folder: Path, content: str | bytes) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_rows(written(folder, content))
    return caught.value


def test_reads_rows_by_column_name(tmp_path: Path) -> None:
    rows = read_rows(written(tmp_path, 'id,note\nb1,"one, two"\n\nb2,\n'))

    assert rows == [{"id": "b1", "note": "one, two"}, {"id": "b2", "note": ""}]


def test_accepts_a_byte_order_mark_and_windows_line_ends(tmp_path: Path) -> None:
    assert read_rows(written(tmp_path, b"\xef\xbb\xbfid,note\r\nb1,x\r\n")) == [{"id": "b1", "note": "x"}]


def test_keeps_the_line_of_a_row_below_a_cell_of_two_lines(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, 'id,note\nb1,"one\ntwo"\nb2,x\n'))

    assert [(row.line, row.cells["id"]) for row in table.rows] == [(3, "b1"), (4, "b2")]


@pytest.mark.parametrize(
    ("content", "mistake"),
    [
        ("", "the file is empty"),
        ("\n\n", "the file is empty"),
        ("id,note\n", "there is a header but no row"),
        (b"id\nSkazka \xcf\n", "is not UTF-8 (byte 10)"),
        ("id,note\nb1,x\nb2,\0\n", "line 3: holds a NUL character"),
        ("id,id,note\nb1,b1,x\n", "line 1: column 'id' stands 2 times"),
        ("id,\nb1,x\n", "line 1: column 2 has no name"),
        ("id;note\nb1;x\n", "line 1: columns must be separated by commas"),
        ('id,note\nb1,"x\n', "line 2: unexpected end of data"),
        ('"id', "line 1: unexpected end of data"),
    ],
)
def test_names_what_is_wrong_with_a_file(tmp_path: Path, content: str | bytes, mistake: str) -> None:
    assert told(tmp_path, content).mistakes == (mistake,)


def test_tells_all_mistakes_of_a_file_at_once(tmp_path: Path) -> None:
    error = told(tmp_path, "id,id\nb1\nb2,x\nb3,x,y\n")

    assert error.where == "trade.csv"
    assert error.exit_code is ExitCode.INVALID
    assert error.mistakes == (
        "line 1: column 'id' stands 2 times",
        "line 2: 1 cells, the header has 2",
        "line 4: 3 cells, the header has 2",
    )


def test_says_how_to_save_a_file_in_another_encoding(tmp_path: Path) -> None:
    assert told(tmp_path, "id,note\nb1,é\n".encode("latin-1")).hint == "save as UTF-8"


def test_refuses_a_cell_over_the_limit_of_the_csv_rules(tmp_path: Path) -> None:
    error = told(tmp_path, f"id,note\nb1,{'x' * (csv.field_size_limit() + 1)}\n")

    assert error.mistakes == (f"line 2: field larger than field limit ({csv.field_size_limit()})",)


def test_says_that_a_file_vanished(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="missing, or was removed while it was read"):
        read_rows(tmp_path / "gone.csv")


def test_says_that_a_path_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be opened: Is a directory"):
        read_rows(tmp_path)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("as is ", "as is "),
        (True, "true"),
        (2023, "2023"),
        (2023.0, "2023"),
        (0.1, "0.1"),
        (1e22, "10000000000000000000000"),
        (5e-7, "0.0000005"),
        (Decimal("1.50"), "1.50"),
        (Decimal("1E+3"), "1000"),
        (float("nan"), "nan"),
        (date(2024, 4, 19), "2024-04-19"),
        (datetime(2024, 4, 19), "2024-04-19"),  # noqa: DTZ001  a cell has no zone
        (datetime(2024, 4, 19, 10, 30), "2024-04-19T10:30:00"),  # noqa: DTZ001  a cell has no zone
    ],
)
def test_writes_a_typed_cell_exactly(value: object, text: str) -> None:
    assert text_of(value) == text


@pytest.mark.parametrize("value", [b"raw", [1], timedelta(1)])
def test_has_no_text_for_what_is_neither_text_number_nor_date(value: object) -> None:
    with pytest.raises(ValueError, match="neither text, number nor date"):
        text_of(value)


def test_says_a_mistake_in_the_words_of_a_kind_of_table() -> None:
    place = Place("row", "columns", before=1)

    assert place.say("line 4: value: '1,5' has a comma") == "row 3: value: '1,5' has a comma"
    assert place.say("line 1: column 'unit' is missing") == "columns: column 'unit' is missing"
    assert place.say("unknown field 'x', see line 4: there") == "unknown field 'x', see line 4: there"
    assert LINES.say("line 4: value: x") == "line 4: value: x"


def test_tells_columns_without_name_of_a_table_that_is_no_file_of_text() -> None:
    with pytest.raises(SourceError) as caught:
        tabulate("trade.sql", ("id", "id", " "), [(2, ("b1", "", ""))], Place("row", "columns", 1), ("row 1: note: is odd",))

    assert caught.value.mistakes == ("columns: column 'id' stands 2 times", "columns: column 3 has no name", "row 1: note: is odd")
