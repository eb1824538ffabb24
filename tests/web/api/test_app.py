"""Is the description of the API true? Made-up requests of every kind are sent, and each answer held against it."""

import json

from tests.web.api.asking import Client, Clients

from bilan.web.api.app import ROUTERS, api
from bilan.web.site import Site


def test_every_part_is_described_with_a_name_of_its_own(everybody: Site) -> None:
    paths = api(everybody).openapi()["paths"]
    names = [one["operationId"] for path in paths.values() for one in path.values()]

    assert len(names) == len(set(names)) >= 60
    assert len(ROUTERS) >= 9


def test_the_description_is_openapi_3_1_and_served(api: Client) -> None:
    told = api.get("/openapi.json").json()

    assert told["openapi"].startswith("3.1")
    assert told["servers"] == [{"url": "/api/v1"}]
    assert "ProblemDetails" in told["components"]["schemas"]
    assert "HTTPValidationError" not in json.dumps(told)


def test_a_refusal_is_problem_details(api: Client) -> None:
    answer = api.get("/editions/kz-kg/2026-10/ministre.en")

    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "about:blank", "title": "Not found", "status": 404,
        "detail": "edition 'kz-kg/2026-10/ministre.en': is not in the archive (did you mean 'kz-kg/2026-10/minister.en'?)",
        "hint": "the list of editions tells which there are",
    }  # fmt: skip


def test_each_mistake_of_a_request_is_told(api: Client) -> None:
    answer = api.post("/builds", json={"partnership": "../x", "period": "soon", "colour": "red"})

    assert answer.status_code == 422
    assert {one["where"] for one in answer.json()["errors"]} == {"body.partnership", "body.period", "body.colour"}
    assert api.post("/builds", content=b"{", headers={"content-type": "application/json"}).status_code == 400
    assert api.ask("PUT", "/builds").status_code == 405


def test_who_is_nobody_is_told_to_log_in(as_role: Clients) -> None:
    answer = as_role("").get("/editions")

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == 'Bearer realm="bilan"'
