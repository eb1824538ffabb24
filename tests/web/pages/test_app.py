import pytest
from tests.web.visitor import Visitor

from bilan.web.application import application
from bilan.web.site import Site


def test_a_visitor_without_log_in_gets_a_secret_of_their_own_once(visitor: Visitor) -> None:
    first = visitor.get("/en/")

    assert "httponly" in first.headers["set-cookie"].lower()
    assert "samesite=lax" in first.headers["set-cookie"].lower()
    assert "set-cookie" not in visitor.get("/en/").headers


def test_who_must_log_in_is_sent_to_do_so_and_back(site: Site) -> None:
    site.open = False
    with Visitor(application(site)) as client:
        answer = client.get("/en/data")
        assert (answer.status_code, answer.headers["location"]) == (303, "/en/login?then=%2Fen%2Fdata")
        assert client.get("/static/brand/brand.css").status_code == 200
        assert "bilan account add" in client.get("/en/login").text


def test_who_asks_too_much_is_told_when_to_come_back(site: Site) -> None:
    times = [0.0]
    site.monotonic = lambda: times[0]
    site.__post_init__()
    with Visitor(application(site)) as client:
        answers = [client.get("/en/jobs").status_code for _ in range(site.project.config.serve.requests_per_minute // 4 + 1)]
        assert answers[-1] == 429
        late = client.get("/en/jobs")
        assert int(late.headers["retry-after"]) >= 1
        times[0] += 60
        assert client.get("/en/jobs").status_code == 200


@pytest.mark.parametrize("path", ["data", "health?x=1", "editions/kz-kg/2026-10/minister.en", "data/population/KAZ"])
def test_a_page_named_without_a_language_is_shown_in_the_visitors(visitor: Visitor, path: str) -> None:
    answer = visitor.get(f"/{path}", headers={"accept-language": "ru"})

    assert (answer.status_code, answer.headers["location"]) == (302, f"/ru/{path}")


@pytest.mark.parametrize("path", ["/nothing", "/xx/data", "/en/nothing", "http://testserver//example.org/data", "/ru//example.org"])
def test_what_no_page_is_called_is_not_there_in_any_language(visitor: Visitor, path: str) -> None:
    assert visitor.get(path, headers={"accept-language": "ru"}).status_code == 404


def test_a_job_is_followed_in_the_words_of_the_page(visitor: Visitor) -> None:
    assert visitor.get(f"/en/jobs/{'0' * 20}/events").status_code == 404
