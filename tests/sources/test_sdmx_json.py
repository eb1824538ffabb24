import io
import json
from decimal import Decimal
from typing import Any

import pytest
from tests.sources.server import SAMPLES

from bilan.sources.sdmx_json import read_sdmx_json
from bilan.sources.sdmx_rows import SdmxError

FX = (SAMPLES / "sdmx_json_1.0_fx.json").read_text(encoding="utf-8")


def decoded(text: str = FX) -> Any:  # noqa: ANN401  decoding
    return json.loads(text, parse_float=Decimal)


def dimension(name: str, *codes: str, position: int = 0) -> dict[str, Any]:
    return {"id": name, "keyPosition": position, "values": [{"id": one} for one in codes]}


def attribute(name: str, *values: object) -> dict[str, Any]:
    return {"id": name, "values": list(values)}


def version_two() -> dict[str, Any]:
    """A message of version 2.0 with attributes at every level."""
    structure = {
        "dimensions": {
            "dataSet": [dimension("FREQ", "A", position=0)],
            "series": [dimension("REF_AREA", "KAZ", "KGZ", position=1), dimension("INDICATOR", "X", "M", position=2)],
            "observation": [{"id": "TIME_PERIOD", "keyPosition": 3, "values": [{"value": "2022"}, {"value": "2023"}]}],
        },
        "measures": {"observation": [{"id": "OBS_VALUE"}, {"id": "WEIGHT"}]},
        "attributes": {
            "dataSet": [attribute("PUBLISHER", {"id": "IMF"}), attribute("UPDATE_DATE"), attribute("LANGUAGE", {"id": "EN"})],
            "dimensionGroup": [attribute("UNIT", {"id": "EUR"}, {"id": "USD"})],
            "series": [attribute("SCALE", {"id": "6"}), {"id": "TITLE"}, {"id": "NOTES"}],
            "observation": [attribute("OBS_STATUS", None, {"id": "P"})],
        },
    }
    data = {
        "structure": 0,
        "attributes": [0, "2026-04-15T13:00:00Z"],
        "dimensionGroupAttributes": {":1::": [1]},
        "series": {
            "1:0": {
                "attributes": [0, {"en": "Exports"}, ["one", "two"]],
                "observations": {"0": [Decimal("410.888"), 1, 1], "1": [None, 1, 0]},
            },
            "0:1": {"attributes": [None, None], "observations": {"1": ["495.2", 1]}},
        },
    }
    return {"meta": {"id": "x"}, "data": {"structures": [structure], "dataSets": [data]}}


def test_reads_version_one() -> None:
    rows = read_sdmx_json(decoded())

    assert len(rows) == 12
    assert rows[0].cells == {
        "FREQ": "A", "REF_AREA": "KAZ", "INDICATOR": "PA.NUS.FCRF", "TIME_PERIOD": "2019", "OBS_VALUE": "382.74731",
        "UNIT_MEASURE": "LCU_PER_USD", "OBS_STATUS": "A",
    }  # fmt: skip
    assert rows[-1].place == "series 0:1:0, 2024"


def test_reads_version_one_also_under_data() -> None:
    raw = decoded()
    wrapped = {"meta": raw["header"], "data": {"dataSets": raw["dataSets"], "structure": raw["structure"]}}

    assert read_sdmx_json(wrapped) == read_sdmx_json(raw)


def test_gives_the_same_values_as_sdmx1() -> None:
    import sdmx  # noqa: PLC0415  an extra, and heavy

    message: Any = sdmx.read_sdmx(io.BytesIO(FX.encode()), format="json")
    theirs = {
        (str(key.values["REF_AREA"].value), str(one.dimension.values["TIME_PERIOD"].value)): Decimal(str(one.value))
        for key, found in message.data[0].series.items()
        for one in found
    }

    ours = {(one.cells["REF_AREA"], one.cells["TIME_PERIOD"]): Decimal(one.cells["OBS_VALUE"]) for one in read_sdmx_json(decoded())}
    assert ours == theirs
    assert len(ours) == 12


def test_joins_attributes_of_every_level() -> None:
    first, second, third = read_sdmx_json(version_two())

    assert first.cells == {
        "FREQ": "A", "REF_AREA": "KGZ", "INDICATOR": "X", "TIME_PERIOD": "2022", "OBS_VALUE": "410.888", "PUBLISHER": "IMF",
        "UPDATE_DATE": "2026-04-15T13:00:00Z", "LANGUAGE": "EN", "UNIT": "USD", "SCALE": "6", "TITLE": "Exports", "NOTES": "one; two",
        "OBS_STATUS": "P",
    }  # fmt: skip
    assert (second.cells["OBS_VALUE"], second.cells.get("OBS_STATUS", "")) == ("", "")
    assert {"UNIT", "SCALE", "TITLE"} & set(third.cells) == set()
    assert third.cells["OBS_VALUE"] == "495.2"


def test_reads_observations_without_series() -> None:
    raw = version_two()
    structure, data = raw["data"]["structures"][0], raw["data"]["dataSets"][0]
    dimensions = structure["dimensions"]
    dimensions["observation"] = [*dimensions.pop("series"), *dimensions["observation"]]
    del data["series"]
    data["observations"] = {"1:0:0": [Decimal("410.888"), 1, 1]}

    (row,) = read_sdmx_json(raw)

    assert {name: row.cells[name] for name in ("REF_AREA", "INDICATOR", "TIME_PERIOD", "OBS_VALUE", "UNIT", "OBS_STATUS")} == {
        "REF_AREA": "KGZ", "INDICATOR": "X", "TIME_PERIOD": "2022", "OBS_VALUE": "410.888", "UNIT": "USD", "OBS_STATUS": "P",
    }  # fmt: skip


def test_reads_a_message_without_data_sets_as_no_data() -> None:
    raw = version_two()
    raw["data"]["dataSets"] = []

    assert read_sdmx_json(raw) == []


def test_tells_the_error_of_a_message() -> None:
    with pytest.raises(SdmxError, match="says: Invalid number of dimensions"):
        read_sdmx_json({"errors": [{"code": 123, "title": "Invalid number of dimensions in parameter key"}]})


@pytest.mark.parametrize("raw", [None, [], {}, {"data": {}}, {"dataSets": [{}]}, {"dataSets": [{}], "structure": {}}])
def test_refuses_what_is_no_such_message(raw: object) -> None:
    with pytest.raises(SdmxError, match="is no whole SDMX-JSON message"):
        read_sdmx_json(raw)


def test_refuses_keys_and_indices_that_lead_nowhere() -> None:
    short, past = version_two(), version_two()
    short["data"]["dataSets"][0]["series"] = {"1": {"observations": {"0": [1]}}}
    past["data"]["dataSets"][0]["series"] = {"1:7": {"observations": {"0": [1]}}}

    with pytest.raises(SdmxError, match="key '1' has 1 parts, there are 2 dimensions of the series"):
        read_sdmx_json(short)
    with pytest.raises(SdmxError, match="index 7 is past the 2 values"):
        read_sdmx_json(past)
