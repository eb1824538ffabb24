import sys
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilan.errors import SourceError
from bilan.sources import xlsx
from bilan.sources.meta import TableMeta
from bilan.sources.table import Table, written
from bilan.sources.xlsx import read_xlsx

HEADER = ("id", "value", "note")


def meta(sheet: str = "") -> TableMeta:
    return TableMeta(title="T", kind="observations", id_column="id", sheet=sheet)


def book(folder: Path, *rows: Sequence[object], change: Callable[[Any], None] = lambda _: None) -> Path:
    """A real workbook with one sheet `Trade`."""
    made = openpyxl.Workbook()
    made.active.title = "Trade"
    for row in rows:
        made.active.append(row)
    change(made)
    made.save(folder / "trade.xlsx")
    return folder / "trade.xlsx"


def read(folder: Path, *rows: Sequence[object], change: Callable[[Any], None] = lambda _: None) -> Table:
    return read_xlsx(book(folder, HEADER, *rows, change=change), meta())


def told(folder: Path, *rows: Sequence[object], change: Callable[[Any], None] = lambda _: None) -> tuple[str, ...]:
    with pytest.raises(SourceError) as caught:
        read_xlsx(book(folder, *rows, change=change), meta())
    return caught.value.mistakes


def stored(path: Path, cell: str, value: str, kind: str) -> None:
    """Put into a cell what a spreadsheet program would have stored for its formula."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    name = "xl/worksheets/sheet1.xml"
    head, _, tail = parts[name].partition(f'<c r="{cell}"'.encode())
    body = tail.partition(b"</c>")
    filled = body[0].replace(b"<v />", f"<v>{value}</v>".encode()).replace(b"<v></v>", f"<v>{value}</v>".encode())
    parts[name] = head + f'<c r="{cell}" t="{kind}"'.encode() + filled + b"</c>" + body[2]
    with zipfile.ZipFile(path, "w") as packed:
        for one, content in parts.items():
            packed.writestr(one, content)


def test_reads_numbers_dates_and_texts_as_exact_texts(tmp_path: Path) -> None:
    noon = datetime(2024, 4, 19, 12)  # noqa: DTZ001  a cell has no zone
    table = read(tmp_path, ("b1", 455.702, date(2024, 4, 19)), ("b2", 2023, "as said"), ("b3", 1e22, noon))

    assert [tuple(row.cells.values()) for row in table.rows] == [
        ("b1", "455.702", "2024-04-19"),
        ("b2", "2023", "as said"),
        ("b3", "10000000000000000000000", "2024-04-19T12:00:00"),
    ]
    assert (table.name, table.columns, table.problems) == ("trade.xlsx", HEADER, ())


def test_names_sheet_and_row_in_messages_also_below_blank_rows(tmp_path: Path) -> None:
    path = book(tmp_path, (), HEADER, ("b1", 1, "x"), (), ("b2", 2, "y"))
    table = read_xlsx(path, meta())

    assert [table.place.name(row.line) for row in table.rows] == ["sheet 'Trade' row 3", "sheet 'Trade' row 5"]
    assert table.place.say("line 1: column 'unit' is missing") == "sheet 'Trade' row 2: column 'unit' is missing"


def test_reads_the_sheet_that_the_side_file_names(tmp_path: Path) -> None:
    def second(made: Any) -> None:  # noqa: ANN401  openpyxl has no types
        made.create_sheet("Investment").append(("id",))
        made["Investment"].append(("c1",))

    path = book(tmp_path, HEADER, ("b1", 1, "x"), change=second)

    assert read_xlsx(path, meta("Investment")).rows[0].cells == {"id": "c1"}
    with pytest.raises(SourceError, match="has 2 sheets: Trade, Investment"):
        read_xlsx(path, meta())
    with pytest.raises(SourceError, match=r"has no sheet 'Invesment' \(did you mean 'Investment'\?\)"):
        read_xlsx(path, meta("Invesment"))


def test_takes_the_stored_value_of_a_formula(tmp_path: Path) -> None:
    path = book(tmp_path, HEADER, ("b1", "=1+1", "x"))
    stored(path, "B2", "2", "n")

    assert read_xlsx(path, meta()).rows[0].cells["value"] == "2"


def test_tells_every_formula_that_cannot_be_trusted(tmp_path: Path) -> None:
    path = book(tmp_path, HEADER, ("b1", "=1/0", "x"), ("b2", "=1+1", "=A1"))
    stored(path, "B2", "#DIV/0!", "e")

    with pytest.raises(SourceError) as caught:
        read_xlsx(path, meta())

    assert caught.value.mistakes == (
        "sheet 'Trade' row 2: value: holds the error #DIV/0!; mend the formula, or write the number",
        "sheet 'Trade' row 3: value: holds a formula without a stored value; open the workbook in a spreadsheet program and save it",
        "sheet 'Trade' row 3: note: holds a formula without a stored value; open the workbook in a spreadsheet program and save it",
    )


def test_warns_of_numbers_with_more_digits_than_a_spreadsheet_keeps(tmp_path: Path) -> None:
    table = read(tmp_path, ("b1", 1 / 3, ""), ("b2", 1234567890123456, ""), ("b3", 123456789012345, ""))

    assert [row.cells["value"] for row in table.rows] == ["0.3333333333333333", "1234567890123456", "123456789012345"]
    (problem,) = table.problems
    assert problem.rule == "sources.spreadsheet"
    assert problem.message == (
        "2 numbers have more than 15 digits; the first stands in sheet 'Trade' row 2, column value: 0.3333333333333333"
    )


def test_warns_of_cells_shown_as_percent(tmp_path: Path) -> None:
    def percent(made: Any) -> None:  # noqa: ANN401  openpyxl has no types
        made.active["B2"].number_format = "0.0%"

    (problem,) = read(tmp_path, ("b1", 0.35, ""), change=percent).problems

    assert "1 numbers are shown as percent and read as stored" in problem.message


@pytest.mark.parametrize(
    ("rows", "area", "mistake"),
    [
        ([HEADER, ("b1", 1, "x")], "B1:C1", "sheet 'Trade': cells B1:C1 of the header are merged; split them and fill each cell"),
        ([HEADER, ("b1", 1, "x"), ("b2", 1, "y")], "C2:C3", "sheet 'Trade': cells C2:C3 of rows are merged; split them and fill each cell"),
    ],
)
def test_refuses_merged_cells(tmp_path: Path, rows: list[Sequence[object]], area: str, mistake: str) -> None:
    assert mistake in told(tmp_path, *rows, change=lambda made: made.active.merge_cells(area))


def test_takes_a_title_above_the_table_for_a_header_that_is_no_good(tmp_path: Path) -> None:
    assert told(tmp_path, ("Trade of 2023", None, None), HEADER, change=lambda made: made.active.merge_cells("A1:C1")) == (
        "sheet 'Trade': cells A1:C1 of the header are merged; split them and fill each cell",
        "sheet 'Trade' row 2: B: 'value' stands under no column name",
        "sheet 'Trade' row 2: C: 'note' stands under no column name",
    )


def test_tells_all_mistakes_of_the_header_at_once_with_values_under_no_name(tmp_path: Path) -> None:
    mistakes = told(tmp_path, ("id", "id", None, "note"), ("b1", "x", "y", "z", "lost"))

    assert mistakes == (
        "sheet 'Trade' row 1: column 'id' stands 2 times",
        "sheet 'Trade' row 1: column 3 has no name",
        "sheet 'Trade' row 2: E: 'lost' stands under no column name",
    )


def test_does_not_mind_merged_cells_above_the_header(tmp_path: Path) -> None:
    path = book(tmp_path, (), HEADER, ("b1", 1, "x"), change=lambda made: made.active.merge_cells("A1:C1"))

    assert len(read_xlsx(path, meta()).rows) == 1


def test_tells_a_cell_that_has_no_text(tmp_path: Path) -> None:
    assert told(tmp_path, HEADER, ("b1", 1, time(10, 30))) == (
        "sheet 'Trade' row 2: note: holds time, which is neither text, number nor date; write it as text",
    )


@pytest.mark.parametrize(("rows", "mistake"), [([], "sheet 'Trade' is empty"), ([HEADER], "there are columns but no row")])
def test_refuses_a_sheet_without_rows(tmp_path: Path, rows: list[Sequence[object]], mistake: str) -> None:
    assert told(tmp_path, *rows) == (mistake,)


def test_refuses_what_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "trade.xlsx"
    path.write_bytes(b"id,value\n")

    with pytest.raises(SourceError, match=r"is no XLSX workbook that can be read \(BadZipFile\)"):
        read_xlsx(path, meta())
    with pytest.raises(SourceError, match="the file is missing"):
        read_xlsx(tmp_path / "gone.xlsx", meta())


def test_refuses_a_workbook_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "UNPACKED", 100)

    with pytest.raises(SourceError, match="bytes, 100 at most"):
        read_xlsx(book(tmp_path, HEADER, ("b1", 1, "x")), meta())


def test_says_how_to_install_the_reader_where_it_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = book(tmp_path, HEADER, ("b1", 1, "x"))
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    with pytest.raises(SourceError, match="the library that reads it is not installed") as caught:
        read_xlsx(path, meta())
    assert caught.value.hint == "run `pip install 'bilan[read]'`, or save the sheet as CSV"


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_writes_a_float_so_that_it_reads_back_the_same(number: float) -> None:
    assert float(Decimal(written(number))) == number
    assert "e" not in written(number).lower()
