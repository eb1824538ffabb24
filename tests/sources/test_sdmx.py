from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from tests.sources.server import Reply, Server, sample, serving

from bilan.config.connectors import SourceEntry
from bilan.errors import DefinitionError
from bilan.model import Evidence, Status
from bilan.sources.answers import answer_of
from bilan.sources.connector import Page, Question, load_connectors
from bilan.sources.http import Client, Limits, Means
from bilan.sources.http_request import FetchError, Reason
from bilan.sources.sdmx import Query

IMTS = {
    "service": "imf",
    "dataflow": "IMF.STA,IMTS",
    "key": "{countries}.XG_FOB_USD+MG_CIF_USD.{countries}.A",
    "flow": "INDICATOR",
    "flows": {"XG_FOB_USD": "export", "MG_CIF_USD": "import"},
    "product": "TOTAL",
}
FX = {"dataflow": "BILAN,FX", "key": "A.{countries}.PA.NUS.FCRF"}
HEAD = "DATAFLOW,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,STATUS,DERIVATION_TYPE,UPDATE_DATE\n"
CONNECTOR = load_connectors().get("sdmx")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as told:
        yield told


def question(server: Server | None, query: dict[str, Any], countries: tuple[str, ...] = ("KAZ", "KGZ")) -> Question:
    entry = SourceEntry(
        connector="sdmx", title="T", publisher="P", licence="L", address=server.address if server else "https://example.org",
        indicator="trade", unit="USD", partnerships=("kz-kg",), query=query,
    )  # fmt: skip
    return Question("imts", entry, countries, date(2026, 11, 25))


def ask(server: Server, query: dict[str, Any], countries: tuple[str, ...] = ("KAZ", "KGZ")) -> Page:
    """Ask the server over a real connection and read what it says."""
    asked = question(server, query, countries)
    (request,) = CONNECTOR.requests(asked)
    means = Means(now=lambda: datetime(2026, 11, 25, tzinfo=UTC), sleep=lambda _: None)
    with Client("Bilan test", means, Limits(attempts=2, between=0), trust_env=False) as client:
        return CONNECTOR.read(asked, request, answer_of(client.get(request)))


def refused(server: Server, query: dict[str, Any], countries: tuple[str, ...] = ("KAZ", "KGZ")) -> FetchError:
    with pytest.raises(FetchError) as caught:
        ask(server, query, countries)
    return caught.value


def imf(*rows: str, status: int = 200) -> Reply:
    body = HEAD + "".join(f"IMF.STA:IMTS(1.0.0),{row}\n" for row in rows)
    return Reply(body.encode(), status, {"Content-Type": "application/vnd.sdmx.data+csv;version=1.0.0"})


def test_asks_the_imf_as_it_wants_to_be_asked(server: Server) -> None:
    server.always(sample("sdmx_csv_2.0_imts_like.csv"))

    ask(server, IMTS)

    (asked,) = server.asked
    assert asked.path == "/data/IMF.STA,IMTS/KAZ+KGZ.XG_FOB_USD+MG_CIF_USD.KAZ+KGZ.A"
    assert asked.query == {"startPeriod": "2000"}
    assert asked.headers["accept"] == "application/vnd.sdmx.data+csv;version=1.0.0"


def test_asks_the_third_version_of_the_standard(server: Server) -> None:
    server.always(sample("sdmx_csv_2.0_imts_like.csv"))

    ask(server, IMTS | {"service": "imf-3", "since": 2010})

    (asked,) = server.asked
    assert asked.path == "/data/dataflow/IMF.STA/IMTS/+/KAZ+KGZ.XG_FOB_USD+MG_CIF_USD.KAZ+KGZ.A"
    assert asked.query == {"c[TIME_PERIOD]": "ge:2010"}


@pytest.mark.parametrize(
    ("service", "dataflow", "query"),
    [
        ("oecd", "OECD.SDD.STES,DSD_STES@DF_CLI,", {"startPeriod": "2000", "format": "csvfile"}),
        ("ecb", "EXR", {"startPeriod": "2000", "format": "csvdata"}),
        ("eurostat", "ESTAT,EXT_LT,1.0", {"startPeriod": "2000", "format": "SDMX-CSV"}),
    ],
)
def test_asks_other_services_for_csv_in_their_words(server: Server, service: str, dataflow: str, query: dict[str, str]) -> None:
    server.always(Reply(b"DATAFLOW,TIME_PERIOD,OBS_VALUE\n"))

    assert ask(server, {"service": service, "dataflow": dataflow, "key": "A.{countries}"}) == Page()
    assert server.asked[0].query == query


def test_multiplies_where_the_scale_is_part_of_the_number(server: Server) -> None:
    server.always(sample("sdmx_csv_2.0_imts_like.csv"))

    page = ask(server, IMTS | {"scale": "multiply"})

    assert len(page.values) == 6
    first = page.values[0]
    assert (str(first.key), str(first.period)) == ("trade/KGZ/KAZ/export/TOTAL/A", "2022")
    assert (first.value, first.printed, first.note) == (Decimal(410_888_000), "410.888", "printed times 10^6")
    assert page.release == "IMF.STA:IMTS(1.0.0)"


def test_does_not_multiply_what_the_imf_gives_in_full_and_only_shows_in_millions(server: Server) -> None:
    server.always(imf("KGZ,XG_FOB_USD,KAZ,A,2023,455702000,6,A,O,2026-04-15T13:00:00Z"))

    (one,) = ask(server, IMTS).values

    assert (one.value, one.note) == (Decimal(455_702_000), "")


def test_takes_status_projection_and_date_of_publication_from_the_answer(server: Server) -> None:
    server.always(
        imf(
            ",,,,,,6,,,2026-04-15T13:00:00Z",
            "KGZ,XG_FOB_USD,KAZ,A,2024,1,,P,O,",
            "KGZ,XG_FOB_USD,KAZ,A,2025,2,,,SP,",
            "KGZ,XG_FOB_USD,KAZ,A,2026,,,,,",
            "KGZ,XG_FOB_USD,KAZ,A,2027,NaN,,,,",
        )
    )

    page = ask(server, IMTS)

    assert [(str(one.period), one.status, one.evidence) for one in page.values] == [
        ("2024", Status.PROVISIONAL, Evidence.REPORTED),
        ("2025", Status.ESTIMATED, Evidence.FORECAST),
    ]
    assert {one.published_on for one in page.values} == {date(2026, 4, 15)}
    assert page.release == "IMF.STA:IMTS(1.0.0) 2026-04-15"


@pytest.mark.parametrize("form", ["csv", "json"])
def test_reads_the_same_from_csv_and_json(server: Server, form: str) -> None:
    server.always(sample("sdmx_csv_1.0_fx.csv" if form == "csv" else "sdmx_json_1.0_fx.json"))

    page = ask(server, FX | {"format": form})

    assert len(page.values) == 12
    assert {str(one.key) for one in page.values} == {"trade/KAZ////A", "trade/KGZ////A"}
    assert page.values[0].value == Decimal("382.74731")


def test_reads_the_columns_of_eurostat_with_their_date_and_codes(server: Server) -> None:
    body = (
        "DATAFLOW,LAST UPDATE,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n"
        "ESTAT:X(1.0),22/05/26 11:00:00,M,KZ,2026-03,1.5,bp,\nESTAT:X(1.0),22/05/26 11:00:00,M,KZ,2026-04,:,,\n"
    )
    server.always(Reply(body.encode()))

    (one,) = ask(server, {"service": "eurostat", "dataflow": "X", "key": "M.{countries}", "codes": {"KAZ": "KZ", "KGZ": "KG"}}).values

    assert server.asked[0].path == "/data/X/M.KZ+KG"
    assert (one.key.reporter, str(one.period), one.status, one.note) == ("KAZ", "2026-03", Status.PROVISIONAL, "break in series")
    assert one.published_on == date(2026, 5, 22)


def test_reads_world_totals_under_our_name_and_leaves_out_trade_with_oneself(server: Server) -> None:
    server.always(imf("KGZ,XG_FOB_USD,G001,A,2023,9,,,,", "KGZ,XG_FOB_USD,KGZ,A,2023,1,,,,"))

    (one,) = ask(server, IMTS | {"codes": {"WLD": "G001"}}).values

    assert one.key.partner == "WLD"


@pytest.mark.parametrize("body", ['<e code="100"><t>No Results Found</t></e>', "NoRecordsFound", '{"message": "No results found"}'])
def test_takes_no_results_for_an_empty_page(server: Server, body: str) -> None:
    server.always(Reply(body.encode(), 404))

    assert ask(server, IMTS) == Page()


def test_takes_the_sample_of_no_results_for_an_empty_page(server: Server) -> None:
    server.always(sample("sdmx_error_404.xml"))

    assert ask(server, IMTS) == Page()


def test_takes_no_content_for_an_empty_page(server: Server) -> None:
    server.always(Reply(b"", 204))

    assert ask(server, IMTS) == Page()


@pytest.mark.parametrize(
    ("reply", "reason", "told"),
    [
        (Reply(b'{"message": "No such dataflow found: IMTSX"}', 404), Reason.NOT_FOUND, "knows nothing under this address"),
        (Reply(b"<html><body>No results found here</body></html>", 404), Reason.NOT_FOUND, "No results found here"),
        (Reply(b"", 200), Reason.INVALID, "sent an empty answer (status 200)"),
        (sample("error_page_200_maintenance.html"), Reason.INVALID, "answered with an HTML page instead of CSV (status 200)"),
        (Reply(b"<m:StructureSpecificData/>"), Reason.INVALID, "answered with XML instead of CSV"),
        (Reply(b'<m:Error><m:ErrorMessage code="140">Syntax</m:ErrorMessage></m:Error>'), Reason.REFUSED, "refuses: 'Syntax'"),
        (Reply(b'{"data": {}}'), Reason.INVALID, "answered with JSON instead of CSV"),
        (Reply(b"TIME_PERIOD,OBS_VALUE\n2023,\xff\n"), Reason.INVALID, "the answer is not UTF-8"),
        (Reply(b"id,value\n1,2\n"), Reason.INVALID, "is no SDMX-CSV"),
        (sample("error_page_502.html"), Reason.SERVER, "failed on its side (status 502)"),
    ],
)
def test_tells_what_is_no_answer(server: Server, reply: Reply, reason: Reason, told: str) -> None:
    server.always(reply)

    error = refused(server, IMTS)

    assert error.reason is reason
    assert told in error.message


def test_refuses_a_truncated_answer_of_either_format(server: Server) -> None:
    whole = sample("sdmx_csv_2.0_imts_like.csv")
    server.always(Reply(whole.body[:300]))
    assert "the answer may be cut short" in refused(server, IMTS).message

    server.always(Reply(sample("sdmx_json_1.0_fx.json").body[:900]))
    assert "the answer is no whole JSON" in refused(server, FX | {"format": "json"}).message

    server.always(Reply(whole.body, cut=300))
    assert refused(server, IMTS).reason is Reason.CUT


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("UZB,XG_FOB_USD,KAZ,A,2023,1,,,,", "answers something else: line 2: COUNTRY = 'UZB'"),
        ("KGZ,XG_FOB_USD,UZB,A,2023,1,,,,", "answers something else: line 2: COUNTERPART_COUNTRY = 'UZB'"),
        ("KGZ,TBG_USD,KAZ,A,2023,1,,,,", "line 2: INDICATOR = 'TBG_USD' has no name here"),
        ("KGZ,XG_FOB_USD,KAZ,D,2023-01-05,1,,,,", "line 2: '2023-01-05' is no year, quarter or month"),
        ("KGZ,XG_FOB_USD,KAZ,A,2023,1 000,,,,", "line 2: value '1 000' with scale '' is no number"),
    ],
)
def test_refuses_rows_that_were_not_asked_for_or_cannot_be_read(server: Server, row: str, told: str) -> None:
    server.always(imf(row))

    assert told in refused(server, IMTS).message


def test_refuses_two_series_that_would_become_one(server: Server) -> None:
    server.always(imf("KGZ,XG_FOB_USD,KAZ,A,2023,1,,,,", "KGZ,XG_FOB_USD,KAZ,A,2023,2,,,,"))

    error = refused(server, IMTS)

    assert error.message == "line 3 and line 2 both speak of trade/KGZ/KAZ/export/TOTAL/A 2023"
    assert "name every dimension in key" in error.hint


def test_says_that_a_dimension_of_the_query_is_not_there(server: Server) -> None:
    server.always(imf("KGZ,XG_FOB_USD,KAZ,A,2023,1,,,,"))

    assert "there is no REPORTING_AREA" in refused(server, IMTS | {"reporter": "REPORTING_AREA"}).message


def test_says_that_a_service_does_not_answer_in_a_format() -> None:
    asked = question(None, {"service": "eurostat", "dataflow": "X", "key": "A", "format": "json"})

    with pytest.raises(DefinitionError, match="eurostat does not answer in json"):
        CONNECTOR.requests(asked)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"service": "imff", "dataflow": "X", "key": "A"}, r"no such service \(did you mean 'imf'\?\)"),
        ({"dataflow": "X/../Y", "key": "A"}, "dataflow"),
        ({"dataflow": "X", "key": "A?x=1"}, "key"),
        ({"dataflow": "X", "key": ""}, "key"),
        ({"dataflow": "X", "key": "{codes}"}, "key"),
    ],
)
def test_refuses_a_query_that_is_no_good(query: dict[str, str], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Query.model_validate(query)
