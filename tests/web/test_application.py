import pytest
from tests.web.months import reader, two_months
from tests.web.visitor import Visitor

__all__ = ["reader", "two_months"]


def test_pages_the_api_and_what_probes_ask_for_stand_behind_one_guard(reader: Visitor) -> None:
    for path, media in (
        ("/en/", "text/html"),
        ("/api/v1/me", "application/json"),
        ("/healthz", "application/json"),
        ("/metrics", "text/plain"),
        ("/api/v1/nothing", "application/problem+json"),
        ("/nothing", "text/html"),
    ):
        answer = reader.get(path)
        assert answer.headers["content-type"].startswith(media), path
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "unsafe" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "", 404), ("POST", "", 404), ("GET", "/", 404), ("PUT", "/nothing", 404), ("GET", "/jobs/", 404), ("DELETE", "/jobs", 405),
        ("GET", "/editions/kz-kg/2026-10/minister.en/files/a/b", 404), ("GET", "/editions/kz-kg/2026-10/minister.en/files/a%2Fb", 404),
        ("GET", "/editions/kz-kg/2026-10/minister.en/files/a%0Ab", 404), ("GET", "/a%0Ab/c", 404), ("POST", "/a%0Ab/c", 404),
    ],
)  # fmt: skip
def test_whatever_is_not_below_the_api_is_refused_as_a_program_reads_it(reader: Visitor, method: str, path: str, status: int) -> None:
    answer = reader.ask(method, f"/api/v1{path}")

    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.json()["status"] == status
    assert ("allow" in answer.headers) is (status == 405)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("POST", "/en/data", 405), ("PUT", "/", 405), ("DELETE", "/nothing", 405), ("GET", "/static/a/b%0Ac", 404), ("GET", "/api/v1x", 404)],
)
def test_whatever_is_not_among_the_pages_is_refused_as_a_person_reads_it(reader: Visitor, method: str, path: str, status: int) -> None:
    answer = reader.ask(method, path, headers={"accept-language": "fr"})

    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert '<html lang="fr">' in answer.text
    assert '<p class="notice" role="alert">' in answer.text
