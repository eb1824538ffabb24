from collections.abc import Callable
from decimal import Decimal

import pytest

from bilan.errors import SourceError
from bilan.model import Attribution, Evidence, Observation, Precision, Status

Read = Callable[..., list[Observation]]
WIDE = "id,indicator,reporter,period,value,unit,source_id,frequency,status,precision,published_on,note"


def told(read: Read, *lines: str, header: str = "", meta: str = "") -> tuple[str, ...]:
    with pytest.raises(SourceError) as caught:
        read(*lines, **({"header": header} if header else {}), meta=meta)
    return caught.value.mistakes


@pytest.mark.parametrize(
    ("written", "value"),
    [("1317.884", "1317.884"), ("-4.85485", "-4.85485"), ("+3", "3"), ("1.5e3", "1500"), ("-0.0", "0"), (" 7 ", "7")],
)
def test_reads_a_number_exactly(read: Read, written: str, value: str) -> None:
    found = read(f"b1,trade,KGZ,2023,{written},USD,early")[0].value

    assert found == Decimal(value)
    assert not (found.is_zero() and found.is_signed())


@pytest.mark.parametrize(
    ("written", "mistake"),
    [
        ('"1,317"', "'1,317' has a comma: write 1317 or 1.317"),
        ('"1,5"', "'1,5' has a comma: write 1.5"),
        ('"1,317,884"', "'1,317,884' has a comma: write 1317884"),
        ('"1,317.5"', "'1,317.5' has a comma: write 1317.5"),
        ('"1,5,2"', "'1,5,2' has a comma: write digits and one point only"),
        ("1 572", "'1 572' has spaces between digits: write 1572"),
        ('"1\u202f572,5"', "'1\u202f572,5' has spaces between digits: write 1572.5"),
        ("about 1572", "'about 1572' is no number: digits and one point only, words belong in a note"),
        ("=1+1", "'=1+1' is no number: digits and one point only, words belong in a note"),
        ("١٢", "'١٢' is no number: digits and one point only, words belong in a note"),
    ],
)
def test_refuses_a_number_that_can_be_misread(read: Read, written: str, mistake: str) -> None:
    assert told(read, f"b1,trade,KGZ,2023,{written},USD,early")[0] == f"line 2: value: {mistake}"


@pytest.mark.parametrize("written", ["NaN", "inf", "-Infinity"])
def test_refuses_a_number_that_is_not_finite(read: Read, written: str) -> None:
    assert f"line 2: value: '{written}' is no finite number" in told(read, f"b1,trade,KGZ,2023,{written},USD,early")[0]


def test_tells_all_mistakes_of_a_table_at_once_with_line_and_column(read: Read) -> None:
    mistakes = told(
        read,
        'b1,trade,KGZ,2023,"1,317",,erly,A,,,,',
        "b1,trade,KGZ,2023-13,1,USD,early,A,finale,,2024-14,",
        ",trade,,2023,,USD,early;late,M,,,2024-02-30,",
        header=WIDE,
    )

    assert mistakes == (
        "line 2: source_id: unknown source 'erly' (did you mean 'early'?); list it in sources.csv",
        "line 2: published_on: '' is blank and no source has a date; write it, or set undated-from in the meta file",
        "line 2: value: '1,317' has a comma: write 1317 or 1.317",
        "line 2: unit: is missing: '' says nothing; fill the cell",
        "line 3: period: '2023-13' is no period: write 2023, 2023-Q2, 2023-07 or 2023-M01..M07",
        "line 3: status: 'finale' is not known (did you mean 'final'?); write final, provisional, estimated, withdrawn",
        "line 3: published_on: '2024-14' is no date: month 14",
        "line 4: frequency: 'M' does not agree with period '2023', which is A",
        "line 4: published_on: '2024-02-30' is no date: day is out of range for month",
        "line 4: value: '' is blank; write the number, or withdraw the row with status 'withdrawn'",
        "line 4: reporter: is missing: '' says nothing; fill the cell",
        "line 3: id: 'b1' stands on line 2 already; give each row its own id",
        "line 4: id: is missing: '' is no row id; give the row one of its own",
    )


@pytest.mark.parametrize("year", ["9999", "9998", "3000", "0999", "0001"])
def test_refuses_a_year_from_which_days_cannot_be_counted(read: Read, year: str) -> None:
    mistakes = told(read, "b1,trade,KGZ,2023,1,USD,early", f"b2,trade,KGZ,{year},1,USD,early")

    assert mistakes == (f"line 3: period: '{year}' is of no year a value can be of: write one from 1000 to 2999",)


def test_tells_an_unknown_frequency(read: Read) -> None:
    assert told(read, "b1,trade,KGZ,2023,1,USD,early,yearly,,,,", header=WIDE) == (
        "line 2: frequency: 'yearly' is not known; write A, Q, M, YTD",
    )


def test_tells_missing_and_unknown_columns_before_any_cell(read: Read) -> None:
    assert told(read, "b1,trade,KGZ,2023,x,early,y", header="id,indicator,reporter,period,valeu,source_id,extra") == (
        "line 1: column 'value' is missing",
        "line 1: column 'unit' is missing",
        "line 1: unknown column 'valeu' (did you mean 'value'?); name it in the meta file or put it under ignore",
        "line 1: unknown column 'extra'; name it in the meta file or put it under ignore",
    )


def test_tells_a_field_of_the_meta_file_that_does_not_exist(read: Read) -> None:
    assert told(read, "b1,trade,KGZ,2023,1,USD,early", meta='[constant]\nproduckt = "TOTAL"\n') == (
        "unknown field 'produckt' in the meta file (did you mean 'product'?)",
    )


def test_tells_a_mapped_column_that_the_table_does_not_have(read: Read) -> None:
    assert told(read, "b1,trade,KGZ,2023,1,USD,early", meta='[column]\nprinted = "as_printed"\n') == (
        "line 1: column 'as_printed' is missing",
    )


def test_uses_constants_columns_and_words_of_the_meta_file(read: Read) -> None:
    meta = 'ignore = ["code"]\n[constant]\nindicator = "trade"\n[column]\nreporter = "country"\n[value-map.status]\nfirst = "final"\n'

    one = read("b1,KGZ,2023,1,USD,early,first,X", header="id,country,period,value,unit,source_id,status,code", meta=meta)[0]

    assert (one.key.indicator, one.key.reporter, one.status) == ("trade", "KGZ", Status.FINAL)


def test_takes_the_firmest_word_where_a_cell_is_blank(read: Read) -> None:
    one = read("b1,trade,KGZ,2023,1,USD,early,,,,,", header=WIDE)[0]

    assert (one.precision, one.evidence, one.status, one.attribution) == (
        Precision.EXACT,
        Evidence.REPORTED,
        Status.FINAL,
        Attribution.STATED,
    )


@pytest.mark.parametrize("note", ["=cmd|' /C calc'!A0", "<script>alert(1)</script>", "  kept  "])
def test_keeps_the_text_of_a_note_verbatim(read: Read, note: str) -> None:
    assert read(f"b1,trade,KGZ,2023,1,USD,early,A,,,,{note}", header=WIDE)[0].note == note
