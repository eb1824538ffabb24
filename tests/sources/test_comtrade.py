import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.sources.asking import PAIR, gathered, question, read
from tests.sources.server import SAMPLES

from bilan.errors import DefinitionError
from bilan.secret import Secret
from bilan.sources.comtrade import PREVIEW_ROWS, Comtrade
from bilan.sources.connector import Question
from bilan.sources.http_request import FetchError, Reason, Request

KEY = Secret("BILAN_COMTRADE_KEY", "s3cr3t")
TRADE = question("comtrade", name_here="trade", since=2022, until=2023)


def row(**changes: Any) -> dict[str, Any]:  # noqa: ANN401  fields of JSON
    told = json.loads((SAMPLES / "comtrade_preview_kgz_reporter_2022_2023.json").read_bytes())
    return {**told["data"][0], **changes}


def body(*rows: Mapping[str, Any], **head: Any) -> bytes:  # noqa: ANN401  fields of JSON
    return json.dumps({"count": len(rows), "data": rows, "error": "", **head}).encode()


def asked(question: Question) -> dict[str, str]:
    return dict(Comtrade().requests(question)[0].query)


def test_asks_the_open_preview_for_both_directions() -> None:
    (request,) = Comtrade().requests(TRADE)

    assert request.url == "https://api.example/public/v1/preview/C/A/HS"
    assert dict(request.query) == {
        "reporterCode": "398,417", "partnerCode": "398,417", "period": "2022,2023", "cmdCode": "TOTAL", "flowCode": "X,M",
        "partner2Code": "0", "customsCode": "C00", "motCode": "0", "maxRecords": "500", "includeDesc": "true", "format": "JSON",
    }  # fmt: skip


def test_a_key_opens_the_whole_and_stays_in_the_header() -> None:
    (request,) = Comtrade().requests(question("comtrade", key=KEY, since=2023, until=2023))

    assert request.url == "https://api.example/data/v1/get/C/A/HS"
    assert request.secret_headers == (("Ocp-Apim-Subscription-Key", KEY),)
    assert dict(request.query)["maxRecords"] == "250000"
    assert KEY.value not in request.address


def test_asks_up_to_the_last_full_year_by_dozens() -> None:
    assert asked(question("comtrade", since=2024))["period"] == "2024,2025"
    assert [len(dict(one.query)["period"].split(",")) for one in Comtrade().requests(question("comtrade", since=2001))] == [12, 12, 1]


def test_asks_for_months_products_and_the_world() -> None:
    told = asked(question("comtrade", frequency="M", since=2023, until=2023, products=("TOTAL", "AG2"), flows=("import",), world=True))

    assert told["period"] == "202301,202302,202303,202304,202305,202306,202307,202308,202309,202310,202311,202312"
    assert (told["cmdCode"], told["flowCode"], told["partnerCode"]) == ("TOTAL,AG2", "M", "398,417,0")


def test_reads_the_trade_as_the_kyrgyz_report_it() -> None:
    found = {(one.key.flow, str(one.period)): one for one in read(TRADE, "comtrade_preview_kgz_reporter_2022_2023.json").values}

    assert {name: one.value for name, one in found.items()} == {
        ("export", "2022"): Decimal(410888000), ("import", "2022"): Decimal(770215000),
        ("export", "2023"): Decimal(455702000), ("import", "2023"): Decimal(862182000),
    }  # fmt: skip
    assert {(one.key.reporter, one.key.partner, one.key.product, one.unit) for one in found.values()} == {("KGZ", "KAZ", "TOTAL", "USD")}
    assert (found["export", "2022"].note, found["import", "2022"].note) == ("H6 fob", "H6 cif")


def test_reads_the_mirror_as_the_kazakhs_report_it() -> None:
    found = read(TRADE, "comtrade_preview_kaz_reporter_2023.json").values

    assert [(one.key.reporter, one.key.flow, one.value) for one in found] == [
        ("KAZ", "export", Decimal(1076800000)),
        ("KAZ", "import", Decimal(495200000)),
    ]


def test_an_answer_without_a_date_of_publication_says_none() -> None:
    assert {one.published_on for one in read(TRADE, "comtrade_preview_kaz_reporter_2023.json").values} == {None}


def test_the_last_release_is_the_date_of_publication() -> None:
    told = row(firstReleased="2023-06-01T00:00:00", lastReleased="2024-03-05T08:12:00")

    assert [one.published_on for one in read(TRADE, body(told)).values] == [date(2024, 3, 5)]


def test_no_rows_are_no_data_and_not_zero() -> None:
    assert read(TRADE, "comtrade_preview_empty.json").values == ()
    assert read(TRADE, b'{"count": 0, "data": null, "error": null}').values == ()


def test_a_value_that_is_null_is_missing() -> None:
    assert read(TRADE, body(row(primaryValue=None))).values == ()


def test_months_are_read() -> None:
    assert [str(one.period) for one in read(TRADE, body(row(period="202307"))).values] == ["2023-07"]


def test_parts_of_a_total_and_trade_with_oneself_are_left_out() -> None:
    parts = [row(customsCode="C01"), row(motCode=2100), row(partner2Code=643), row(partnerCode=417)]

    assert read(TRADE, body(*parts, row())).values == read(TRADE, body(row())).values


def test_the_world_is_a_partner_of_its_own() -> None:
    world = question("comtrade", since=2022, until=2022, world=True)

    assert [one.key.partner for one in read(world, body(row(partnerCode=0, partnerISO="W00"))).values] == ["WLD"]


def test_an_answer_cut_off_at_500_rows_is_asked_for_in_halves() -> None:
    def reply(request: Request) -> bytes:
        told = dict(request.query)
        if "," in told["period"]:
            return body(*[row()] * PREVIEW_ROWS)
        return body(row(period=told["period"]))

    found = gathered(question("comtrade", since=2020, until=2022), reply)

    assert [str(one.period) for one in found.values] == ["2020", "2021", "2022"]
    assert [dict(one.query)["period"] for one in Comtrade().requests(question("comtrade", since=2020, until=2022))] == ["2020,2021,2022"]
    assert len(found.pages) == 5


def test_an_answer_that_announces_more_than_it_sends_is_cut_off_too() -> None:
    assert len(read(TRADE, body(row(), count=900)).more) == 2


def test_an_answer_cut_off_that_cannot_be_halved_is_not_taken() -> None:
    single = Question("test-source", question("comtrade", since=2023, until=2023, flows=("export",)).entry, ("KAZ",), TRADE.today)

    with pytest.raises(FetchError) as caught:
        read(single, body(*[row(reporterCode=398, partnerCode=398)] * PREVIEW_ROWS))

    assert caught.value.reason is Reason.INCOMPLETE
    assert str(caught.value) == "test-source: the answer is cut off at 500 rows and cannot be asked for in smaller parts"
    assert "set a key" in caught.value.hint


def test_with_a_key_500_rows_are_nothing_special() -> None:
    keyed = question("comtrade", key=KEY, since=2022, until=2022)

    assert read(keyed, body(*[row()] * PREVIEW_ROWS)).more == ()


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (body(error="Invalid period"), "UN Comtrade refuses: Invalid period"),
        (b'{"statusCode": 404, "message": "Resource not found"}', "UN Comtrade refuses: Resource not found"),
        (body(row(), count=0), "announces 0 rows and sends 1"),
        (body(row(), count="1"), "announces 1 rows and sends 1"),
        (body(row(reporterCode=860)), "answers something else: 860/398/X"),
        (body(row(partnerCode=0)), "answers something else: 417/0/X"),
        (body(row(flowCode="RX")), "answers something else: 417/398/RX"),
        (body(row(period="2023-Q2")), "'2023-Q2' is neither a year nor a month"),
        (body(row(primaryValue="1,317")), "'1,317' is no number"),
        (b'{"count": 0, "data": {"a": 1}}', "data should be a list, is dict"),
        (b"[]", "the answer should be an object, is list"),
    ],
)
def test_an_answer_that_is_not_what_was_asked_is_refused(told: bytes, said: str) -> None:
    with pytest.raises(FetchError) as caught:
        read(TRADE, told)

    assert said in str(caught.value)


def test_a_country_without_a_number_is_told_and_may_be_given_one() -> None:
    entry = question("comtrade", since=2023, codes={"XKX": 412}).entry

    assert dict(Comtrade().requests(Question("s", entry, (*PAIR, "XKX"), TRADE.today))[0].query)["reporterCode"] == "398,417,412"
    with pytest.raises(DefinitionError, match="no number we know for XYZ"):
        Comtrade().requests(Question("s", entry, (*PAIR, "XYZ"), TRADE.today))
