import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.sources.asking import NOW, answer, question
from tests.sources.server import Reply, Server, as_json, sample, serving

from bilan.sources.answers import Answers
from bilan.sources.connector import load_connectors
from bilan.sources.gather import Gathered, fetch, finish, gather, look, reread
from bilan.sources.http import Client, Limits, Means
from bilan.sources.http_request import FetchError, Reason

WORLDBANK = load_connectors().get("worldbank")
GDP = ("worldbank_gdp_page1of2.json", "worldbank_gdp_page2of2.json")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as told:
        told.route = lambda asked: sample(GDP[int(asked.query["page"]) - 1])
        yield told


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    return Answers(tmp_path / "test-source")


def fetched(server: Server, answers: Answers, *, later: timedelta = timedelta()) -> Gathered:
    means = Means(now=lambda: NOW + later, clock=lambda: 0, sleep=lambda _: None, random=lambda: 0)
    with Client("Bilan", means, Limits(between=0, attempts=1), trust_env=False) as client:
        return fetch(WORLDBANK, question("worldbank", server.address, indicator="NY.GDP.MKTP.CD"), client, answers, lambda _: None)


def broken(server: Server) -> None:
    """From now on the second page fails."""
    server.route = lambda asked: sample(GDP[0]) if asked.query["page"] == "1" else Reply(b"no", 500)


def mended(server: Server, release: str = "2024-10-21") -> None:
    def route(page: str) -> Reply:
        told: Any = json.loads(sample(GDP[int(page) - 1]).body)
        told[0]["lastupdated"] = release
        return as_json(told)

    server.route = lambda asked: route(asked.query["page"])


def asked(server: Server) -> list[str]:
    pages = [one.query["page"] for one in server.asked]
    server.asked.clear()
    return pages


def test_a_whole_answer_has_all_pages_and_values_sorted(server: Server, answers: Answers) -> None:
    found = fetched(server, answers)

    assert [one.address[-6:] for one in found.pages] == ["page=1", "page=2"]
    assert [(one.key.reporter, one.period.year) for one in found.values] == [
        *(("KAZ", year) for year in range(2019, 2024)),
        *(("KGZ", year) for year in range(2019, 2024)),
    ]


def test_an_interrupted_fetch_goes_on_with_the_pages_it_has(server: Server, answers: Answers) -> None:
    broken(server)
    with pytest.raises(FetchError):
        fetched(server, answers)
    assert asked(server) == ["1", "2"]
    assert answers.latest() is None

    mended(server)
    found = fetched(server, answers, later=timedelta(hours=1))

    assert asked(server) == ["2"]
    assert len(found.values) == 10


def test_pages_of_yesterday_are_asked_anew(server: Server, answers: Answers) -> None:
    broken(server)
    with pytest.raises(FetchError):
        fetched(server, answers)
    asked(server)

    mended(server)
    fetched(server, answers, later=timedelta(days=1))

    assert asked(server) == ["1", "2"]


def test_pages_of_another_release_are_never_mixed(server: Server, answers: Answers) -> None:
    broken(server)
    with pytest.raises(FetchError):
        fetched(server, answers)
    asked(server)

    mended(server, "2024-12-16")
    found = fetched(server, answers, later=timedelta(hours=1))

    assert asked(server) == ["2", "1", "2"]
    assert found.release == "2024-12-16"


def test_a_release_in_the_middle_of_an_answer_is_told(server: Server, answers: Answers) -> None:
    def route(page: str) -> Reply:
        told: Any = json.loads(sample(GDP[int(page) - 1]).body)
        told[0]["lastupdated"] = f"2024-12-1{page}"
        return as_json(told)

    server.route = lambda one: route(one.query["page"])

    with pytest.raises(FetchError, match="published anew while it was asked: pages are of 2024-12-11, 2024-12-12") as caught:
        fetched(server, answers)

    assert caught.value.reason is Reason.STALE


def test_a_page_that_cannot_be_trusted_is_asked_again_by_the_next_fetch(server: Server, answers: Answers) -> None:
    server.route = lambda _: sample("error_page_200_maintenance.html")
    with pytest.raises(FetchError, match="HTML page"):
        fetched(server, answers)
    asked(server)

    mended(server)

    assert len(fetched(server, answers, later=timedelta(minutes=5)).values) == 10
    assert asked(server) == ["1", "2"]


def test_what_did_not_change_is_not_sent_again(server: Server, answers: Answers) -> None:
    def route(one: Any) -> Reply:  # noqa: ANN401  a request
        if one.headers.get("if-none-match") == f'"{one.query["page"]}"':
            return Reply(status=304)
        return sample(GDP[int(one.query["page"]) - 1], headers={"ETag": f'"{one.query["page"]}"'})

    server.route = route
    first = fetched(server, answers)
    finish(answers, first, NOW, {})

    again = fetched(server, answers, later=timedelta(days=40))

    assert again == first
    assert [one.headers.get("if-none-match") for one in server.asked] == [None, None, '"1"', '"2"']


def test_looking_keeps_nothing(server: Server, tmp_path: Path) -> None:
    told: list[str] = []
    means = Means(now=lambda: NOW, clock=lambda: 0, sleep=lambda _: None)
    with Client("Bilan", means, Limits(between=0), trust_env=False) as client:
        found = look(WORLDBANK, question("worldbank", server.address, indicator="NY.GDP.MKTP.CD"), client, told.append)

    assert (len(found.values), len(told), list(tmp_path.iterdir())) == (10, 2, [])


def test_a_stored_answer_is_read_again_without_network(server: Server, answers: Answers) -> None:
    found = fetched(server, answers)
    finish(answers, found, NOW, {})
    asked(server)

    again = reread(WORLDBANK, question("worldbank", server.address, indicator="NY.GDP.MKTP.CD"), answers.latest())

    assert again.values == found.values
    assert asked(server) == []


def test_a_stored_answer_to_another_question_is_not_used(server: Server, answers: Answers) -> None:
    finish(answers, fetched(server, answers), NOW, {})
    other = question("worldbank", server.address, indicator="SP.POP.TOTL")

    with pytest.raises(FetchError, match=r"no answer is stored: its entry in data/sources\.toml has changed since") as caught:
        reread(WORLDBANK, other, answers.latest())
    assert caught.value.hint == "run `bilan fetch test-source`"

    with pytest.raises(FetchError, match="no answer is stored: was never asked"):
        reread(WORLDBANK, other, None)


def test_an_answer_without_end_is_given_up() -> None:
    with pytest.raises(FetchError, match="more than 500 pages") as caught:
        gather(
            WORLDBANK,
            question("worldbank", indicator="NY.GDP.MKTP.CD"),
            lambda _: answer(b'[{"page":1,"pages":9999,"per_page":500,"total":0,"lastupdated":null},[]]'),
        )

    assert caught.value.reason is Reason.TOO_LARGE
