"""Every sample of the manifest through the real client from a real server, and answers spoilt at random."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.asking import question, read
from tests.sources.server import SAMPLES, Server, manifest, sample, serving
from tests.sources.test_http import World

from bilan.sources.answers import Answers
from bilan.sources.connector import Page, Question, load_connectors
from bilan.sources.gather import fetch
from bilan.sources.http import Client, Limits
from bilan.sources.http_request import FetchError, Reason

TRADE: dict[str, Any] = {"since": 2022, "until": 2023}
FX: dict[str, Any] = {"provider": "WB", "dataset": "WDI", "dimensions": {"indicator": ("PA.NUS.FCRF",)}}
GDP: dict[str, Any] = {"indicator": "NY.GDP.MKTP.CD"}
QUERIES: dict[str, tuple[str, dict[str, Any]]] = {
    "comtrade-v1": ("comtrade", TRADE), "worldbank-v2": ("worldbank", GDP), "dbnomics-v22": ("dbnomics", FX), "any": ("comtrade", TRADE),
}  # fmt: skip
EXPECTED: dict[str, int | Reason] = {
    "comtrade_preview_kgz_reporter_2022_2023.json": 4,
    "comtrade_preview_kaz_reporter_2023.json": 2,
    "comtrade_preview_empty.json": 0,
    "comtrade_error_401.json": Reason.DENIED,
    "comtrade_error_403_quota.json": Reason.QUOTA,
    "comtrade_error_429.json": Reason.LIMITED,
    "comtrade_error_500.json": Reason.SERVER,
    "comtrade_truncated.json": Reason.INVALID,
    "error_page_502.html": Reason.SERVER,
    "error_page_200_maintenance.html": Reason.INVALID,
    "worldbank_gdp_page1of2.json": 10,
    "worldbank_gdp_page2of2.json": 10,
    "worldbank_population_2015_2024.json": 20,
    "worldbank_remittances_2015_2024.json": 20,
    "worldbank_error_invalid_value.json": Reason.REFUSED,
    "worldbank_empty.json": 0,
    "worldbank_error.xml": Reason.INVALID,
    "dbnomics_v22_series_fx.json": 14,
    "dbnomics_v22_series_empty.json": 0,
    "dbnomics_v22_error_404.json": Reason.NOT_FOUND,
}
OURS = [one for one in manifest() if one["api"] != "sdmx"]
ATTEMPTS = {Reason.LIMITED: 5, Reason.SERVER: 5}


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as told:
        yield told


def asked(told: dict[str, Any], address: str) -> Question:
    connector, query = QUERIES[told["api"]]
    for name, code in (("population", "SP.POP.TOTL"), ("remittances", "BX.TRF.PWKR.CD.DT")):
        if name in told["file"]:
            query = {"indicator": code}
    return question(connector, address, **query)


def served(server: Server, name: str) -> None:
    """The sample for every request, or the page of it that is asked for."""
    pages = {"1": sample("worldbank_gdp_page1of2.json"), "2": sample("worldbank_gdp_page2of2.json")}
    server.route = lambda one: pages[one.query["page"]] if name.startswith("worldbank_gdp") else sample(name)


def test_every_sample_has_its_expected_handling() -> None:
    assert {one["file"] for one in OURS} == set(EXPECTED)


@pytest.mark.parametrize("told", OURS, ids=lambda one: str(one["file"]))
def test_a_sample_is_handled_as_the_manifest_expects(server: Server, tmp_path: Path, told: dict[str, Any]) -> None:
    expected, connector, world = EXPECTED[told["file"]], QUERIES[told["api"]][0], World()
    served(server, told["file"])
    answers = Answers(tmp_path / "test-source")

    def fetched() -> int | Reason:
        with Client("Bilan", world.means, Limits(between=0), trust_env=False) as client:
            try:
                found = fetch(load_connectors().get(connector), asked(told, server.address), client, answers, lambda _: None)
            except FetchError as error:
                return error.reason
        return len(found.values)

    assert fetched() == expected
    attempts = ATTEMPTS.get(expected, 1) if isinstance(expected, Reason) else None
    assert attempts in (None, len(server.asked))
    assert answers.latest() is None


def test_a_server_that_limits_is_waited_for_as_it_asks(server: Server, tmp_path: Path) -> None:
    world, asked_for = World(), question("comtrade", server.address, **TRADE)
    server.always(sample("comtrade_error_429.json"), sample("comtrade_preview_kaz_reporter_2023.json"))

    with Client("Bilan", world.means, Limits(between=0), trust_env=False) as client:
        found = fetch(load_connectors().get("comtrade"), asked_for, client, Answers(tmp_path), lambda _: None)

    assert len(found.values) == 2
    assert world.slept == [1.5]


NODES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.sampled_from(["", "NA", "x", "2023", "1e400"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "value", "page"]), inner, max_size=2),
    max_leaves=4,
)
WHOLE = [
    ("comtrade", TRADE, "comtrade_preview_kgz_reporter_2022_2023.json"),
    ("worldbank", GDP, "worldbank_gdp_page1of2.json"),
    ("worldbank", GDP, "worldbank_error_invalid_value.json"),
    ("dbnomics", FX, "dbnomics_v22_series_fx.json"),
]


def spoilt(told: Any, data: st.DataObject) -> Any:  # noqa: ANN401  JSON
    """The same JSON with one node replaced by anything."""
    here = told
    while True:
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        if not keys:
            return told
        key = data.draw(st.sampled_from(keys))
        if isinstance(here[key], dict | list) and data.draw(st.booleans()):
            here = here[key]
            continue
        here[key] = data.draw(NODES)
        return told


@pytest.mark.parametrize(("connector", "query", "name"), WHOLE, ids=lambda one: one if isinstance(one, str) else "")
@settings(max_examples=400)
@given(data=st.data())
def test_whatever_is_spoilt_in_an_answer_it_is_read_or_refused(
    connector: str, query: dict[str, Any], name: str, data: st.DataObject
) -> None:
    body = json.dumps(spoilt(json.loads((SAMPLES / name).read_bytes()), data)).encode()

    made = Page()
    with suppress(FetchError):
        made = read(question(connector, **query), body)

    assert isinstance(made, Page)


@pytest.mark.parametrize(("connector", "query", "name"), WHOLE, ids=lambda one: one if isinstance(one, str) else "")
@given(at=st.floats(0, 1, exclude_max=True))
def test_an_answer_cut_anywhere_is_refused(connector: str, query: dict[str, Any], name: str, at: float) -> None:
    body = (SAMPLES / name).read_bytes().rstrip()

    with pytest.raises(FetchError):
        read(question(connector, **query), body[: int(len(body) * at)])
