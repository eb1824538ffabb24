"""Every kind of fault against every connector, through the real client from a real server: nothing wrong is taken for data."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from tests.sources.asking import NOW, PAIR, entry
from tests.sources.server import Reply, Server, sample, serving
from tests.sources.test_http import World
from tests.sources.test_sdmx import FX as OTHER
from tests.sources.test_sdmx import IMTS, imf

from bilan.secret import Secret
from bilan.sources.answers import Answers
from bilan.sources.connector import Question, load_connectors
from bilan.sources.gather import Gathered, fetch, finish
from bilan.sources.http import Client, Limits
from bilan.sources.http_request import FetchError, Reason

TRADE = "comtrade_preview_kgz_reporter_2022_2023.json"
SDMX_ERROR = Reply(b'<m:Error><m:ErrorMessage code="140">Syntax error</m:ErrorMessage></m:Error>')


@dataclass(frozen=True)
class Service:
    """A connector with a question, an answer to it and how many values that has, an error inside a good status, no data."""

    connector: str
    query: dict[str, Any]
    good: Reply
    values: int
    error: Reply
    empty: Reply
    key: Secret | None = None

    def asked(self, server: Server) -> Question:
        """The question put to a server."""
        told = entry(self.connector, server.address, name_here="trade", **self.query)
        return Question("test-source", told, PAIR, NOW.date(), self.key)


def told(what: object) -> Reply:
    """A reply of JSON."""
    return Reply(json.dumps(what).encode(), headers={"Content-Type": "application/json"})


PREVIEW = Service(
    "comtrade", {"since": 2022, "until": 2023}, sample(TRADE), 4, told({"error": "Invalid period"}), sample("comtrade_preview_empty.json")
)
GDP = json.loads(sample("worldbank_gdp_page1of2.json").body)
ONE_PAGE = told([GDP[0] | {"pages": 1, "total": len(GDP[1]), "per_page": 500}, GDP[1]])
FX = {"provider": "WB", "dataset": "WDI", "dimensions": {"indicator": ("PA.NUS.FCRF",)}}
SERVICES = {
    "World Bank": Service(
        "worldbank", {"indicator": "NY.GDP.MKTP.CD"}, ONE_PAGE, 6, sample("worldbank_error_invalid_value.json"), sample("worldbank_empty.json")
    ),
    "UN Comtrade, preview": PREVIEW,
    "UN Comtrade, with a key": replace(PREVIEW, key=Secret("BILAN_COMTRADE_KEY", "k")),
    "DBnomics": Service(
        "dbnomics", FX, sample("dbnomics_v22_series_fx.json"), 14, told({"errors": [{"message": "Too many"}]}), sample("dbnomics_v22_series_empty.json")
    ),
    "IMF by SDMX": Service("sdmx", IMTS, imf("KGZ,XG_FOB_USD,KAZ,A,2023,1,,,,"), 1, SDMX_ERROR, imf()),
    "another by SDMX": Service("sdmx", OTHER, sample("sdmx_csv_1.0_fx.csv"), 12, SDMX_ERROR, Reply(b"", 204)),
}  # fmt: skip


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


@pytest.fixture(params=SERVICES.values(), ids=list(SERVICES))
def service(request: pytest.FixtureRequest) -> Service:
    made: Service = request.param
    return made


@dataclass(frozen=True)
class Asking:
    """One question to one server, with a clock of its own and a folder for answers."""

    service: Service
    server: Server
    answers: Answers
    world: World

    def fetch(self, read: float = 30) -> Gathered:
        """What comes of it."""
        with Client("Bilan", self.world.means, Limits(between=0, read=read), trust_env=False) as client:
            return fetch(
                load_connectors().get(self.service.connector), self.service.asked(self.server), client, self.answers, lambda _: None
            )

    def refusal(self, *replies: Reply, read: float = 30) -> tuple[Reason, int]:
        """Why nothing came of it, and how often was asked; nothing counts as an answer then."""
        self.server.always(*replies)
        with pytest.raises(FetchError) as caught:
            self.fetch(read)
        assert self.answers.latest() is None
        return caught.value.reason, len(self.server.asked)


@pytest.fixture
def asking(service: Service, server: Server, tmp_path: Path) -> Asking:
    return Asking(service, server, Answers(tmp_path / "test-source"), World())


def test_a_good_answer_is_read_whole(asking: Asking) -> None:
    asking.server.always(asking.service.good)

    assert len(asking.fetch().values) == asking.service.values


def test_an_error_inside_a_good_status_is_an_error(asking: Asking) -> None:
    assert asking.refusal(asking.service.error) == (Reason.REFUSED, 1)


def test_a_page_for_people_is_no_data(asking: Asking) -> None:
    assert asking.refusal(sample("error_page_200_maintenance.html")) == (Reason.INVALID, 1)


def test_a_body_that_ends_in_the_middle_is_no_data_though_the_server_calls_it_whole(asking: Asking) -> None:
    body = asking.service.good.body.rstrip()

    assert asking.refusal(Reply(body[: len(body) - 3], headers=asking.service.good.headers))[0] in (Reason.INVALID, Reason.INCOMPLETE)


def test_no_data_are_no_values_and_no_zeros(asking: Asking) -> None:
    asking.server.always(asking.service.empty)

    assert asking.fetch().values == ()


def test_a_body_of_nothing_is_no_answer(asking: Asking) -> None:
    assert asking.refusal(Reply(b"")) == (Reason.INVALID, 1)


def test_a_limit_is_waited_for_as_the_server_asks(asking: Asking) -> None:
    asking.server.always(Reply(b"{}", 429, {"Retry-After": "7"}), asking.service.good)

    assert len(asking.fetch().values) == asking.service.values
    assert asking.world.slept == [7.5]  # and half a second, so that many do not come back at once


def test_a_server_that_goes_on_limiting_is_given_up(asking: Asking) -> None:
    assert asking.refusal(Reply(b"{}", 429)) == (Reason.LIMITED, 5)


def test_a_server_in_trouble_is_given_up(asking: Asking) -> None:
    assert asking.refusal(sample("error_page_502.html")) == (Reason.SERVER, 5)


def test_a_server_that_keeps_silent_is_given_up(asking: Asking) -> None:
    assert asking.refusal(replace(asking.service.good, held=True), read=0.05) == (Reason.SLOW, 5)


def test_a_connection_that_is_always_cut_gives_nothing(asking: Asking) -> None:
    half = len(asking.service.good.body) // 2

    assert asking.refusal(replace(asking.service.good, cut=half)) == (Reason.CUT, 5)


def test_what_did_not_change_is_not_sent_again(asking: Asking) -> None:
    good = asking.service.good
    marked = replace(good, headers={**good.headers, "ETag": '"one"'})
    asking.server.route = lambda one: Reply(status=304) if one.headers.get("if-none-match") == '"one"' else marked

    first = asking.fetch()
    finish(asking.answers, first, NOW, {})

    assert asking.fetch().values == first.values
    assert asking.server.asked[-1].headers["if-none-match"] == '"one"'
