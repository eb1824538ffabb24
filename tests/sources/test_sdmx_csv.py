import io
from decimal import Decimal
from typing import Any

import pytest
from tests.sources.server import SAMPLES

from bilan.sources.sdmx_csv import read_sdmx_csv
from bilan.sources.sdmx_rows import SdmxError

HEAD = "STRUCTURE,STRUCTURE_ID,ACTION,COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,OBS_STATUS\n"
ID = "dataflow,X:Y(1.0),I"


def sample(name: str) -> str:
    return (SAMPLES / name).read_text(encoding="utf-8")


def test_reads_version_one() -> None:
    rows = read_sdmx_csv(sample("sdmx_csv_1.0_fx.csv"))

    assert len(rows) == 12
    assert rows[0].place == "line 2"
    assert rows[0].cells == {
        "DATAFLOW": "BILAN:FX(1.0)", "FREQ": "A", "REF_AREA": "KAZ", "INDICATOR": "PA.NUS.FCRF", "TIME_PERIOD": "2019",
        "OBS_VALUE": "382.74731", "UNIT_MEASURE": "LCU_PER_USD", "OBS_STATUS": "A",
    }  # fmt: skip


def test_reads_version_two() -> None:
    rows = read_sdmx_csv(sample("sdmx_csv_2.0_imts_like.csv"))

    assert [(one.cells["COUNTRY"], one.cells["OBS_VALUE"], one.cells["SCALE"]) for one in rows[:2]] == [
        ("KGZ", "410.888", "6"),
        ("KGZ", "455.702", "6"),
    ]
    assert len(rows) == 6


def test_gives_the_same_values_as_sdmx1() -> None:
    import sdmx  # noqa: PLC0415  an extra, and heavy

    ours = read_sdmx_csv(sample("sdmx_csv_2.0_imts_like.csv"))
    order = ("COUNTRY", "INDICATOR", "COUNTERPART_COUNTRY", "FREQUENCY")
    structure = sdmx.model.v30.DataStructureDefinition()
    for name in (*order, "TIME_PERIOD"):
        structure.dimensions.getdefault(id=name)
    structure.measures.getdefault(id="OBS_VALUE")
    for name in ("SCALE", "OBS_STATUS"):
        structure.attributes.getdefault(id=name)
    message: Any = sdmx.read_sdmx(io.BytesIO(sample("sdmx_csv_2.0_imts_like.csv").encode()), format="csv", structure=structure)
    theirs = {
        (*(str(one.dimension.values[name].value) for name in order), str(one.dimension.values["TIME_PERIOD"].value)): Decimal(
            str(one.value)
        )
        for one in message.data[0].obs
    }

    assert theirs == {(*(one.cells[name] for name in order), one.cells["TIME_PERIOD"]): Decimal(one.cells["OBS_VALUE"]) for one in ours}
    assert len(theirs) == 6


def test_joins_attributes_of_data_set_and_series_to_their_observations() -> None:
    rows = read_sdmx_csv(
        HEAD
        + f"{ID},,,,,,P\n"  # of the data set
        + f"{ID},KGZ,A,,,6,\n"  # of a series
        + f"{ID},KGZ,A,2022,410.888,,\n"
        + f"{ID},KAZ,A,2022,770.215,,A\n"
    )

    assert [(one.cells["COUNTRY"], one.cells["SCALE"], one.cells["OBS_STATUS"]) for one in rows] == [("KGZ", "6", "P"), ("KAZ", "", "A")]


def test_leaves_out_what_a_message_deletes() -> None:
    rows = read_sdmx_csv(HEAD + "dataflow,X:Y(1.0),D,KGZ,A,2021,,,\n" + f"{ID},KGZ,A,2022,1,,\n")

    assert [one.cells["TIME_PERIOD"] for one in rows] == ["2022"]


def test_reads_codes_before_their_labels_and_semicolons() -> None:
    rows = read_sdmx_csv("DATAFLOW;REF_AREA: Reference area;TIME_PERIOD: Time;OBS_VALUE\nX:Y(1.0);KAZ: Kazakhstan;2022;1.5\n")

    assert rows[0].cells == {"DATAFLOW": "X:Y(1.0)", "REF_AREA": "KAZ", "TIME_PERIOD": "2022", "OBS_VALUE": "1.5"}


def test_knows_the_lower_case_columns_of_eurostat_and_many_valued_ones() -> None:
    rows = read_sdmx_csv(
        "DATAFLOW,LAST UPDATE,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,NOTE[]\nESTAT:X(1.0),22/05/26 11:00:00,A,KZ,2022,1,,\n"
    )

    assert rows[0].cells["GEO"] == "KZ"
    assert rows[0].cells["NOTE"] == ""


@pytest.mark.parametrize("size", [150, 220, 300, 400])
def test_refuses_an_answer_that_was_cut_short_within_a_row(size: int) -> None:
    text = sample("sdmx_csv_2.0_imts_like.csv")[:size]

    with pytest.raises(SdmxError, match=r"line \d+: \d+ cells, the header has 11; the answer may be cut short"):
        read_sdmx_csv(text)


def test_refuses_an_answer_that_was_cut_short_within_quotes() -> None:
    with pytest.raises(SdmxError, match="line 2: unexpected end of data; the answer may be cut short"):
        read_sdmx_csv(HEAD + 'dataflow,"X:Y')


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "some words\n"])
def test_refuses_what_is_no_sdmx_csv(text: str) -> None:
    with pytest.raises(SdmxError, match="is no SDMX-CSV"):
        read_sdmx_csv(text)


def test_reads_a_header_alone_as_no_data() -> None:
    assert read_sdmx_csv(HEAD) == []
