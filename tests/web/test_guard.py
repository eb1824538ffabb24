import asyncio

import pytest
from tests.web.conftest import Serve
from tests.web.sites import HOST, ORIGIN, Answer, Place, Visitor
from tests.web.sites import exchanged as asked_of

from bilan.ledger.people_records import Role
from bilan.web.guard import BODY_BYTES, HEADERS, Guard, host_of

FORM = {"content_type": "application/x-www-form-urlencoded"}
JSON = {"content_type": "application/json"}


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8765", "localhost", "LOCALHOST:1", "LocalHost", "[::1]", "[::1]:8765", "localhost:"]
)
def test_it_answers_to_its_names_with_any_port(place: Place, host: str) -> None:
    assert place.stranger().get("/en/login", host=host).status == 200


@pytest.mark.parametrize(
    "host",
    [
        "", "evil.example", "127.0.0.1.evil.example", "localhost.", "evil.example:8765", "localhost:80@evil.example", "[::1]evil.example",
        "[::1", "::1", "[::2]", "localhost/", "local host", "127.0.0.1:x", "127.0.0.1:8765:1", "localhost,evil.example", "\xff",
    ],
)  # fmt: skip
def test_it_answers_to_no_other_name(place: Place, host: str) -> None:
    answer = place.stranger().get("/en/login", host=host)

    assert answer.status == 400
    assert "this host name is not ours" in answer.text


def test_capitals_in_an_ipv6_address_are_no_other_host() -> None:
    assert host_of("[FE80::A]:80") == "fe80::a"


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
@pytest.mark.parametrize("host", ["10.1.2.3:8765", ""])
def test_probes_reach_it_by_any_name(place: Place, path: str, host: str) -> None:
    assert place.stranger().get(path, host=host).status in (200, 503)
    assert "this host name" not in place.stranger().get(path, host=host).text


@pytest.mark.parametrize("path", ["/healthz/", "/healthz/../en/login", "//healthz", "/en/healthz"])
def test_nothing_else_is_reached_that_way(place: Place, path: str) -> None:
    assert place.stranger().get(path, host="evil.example").status == 400


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "http://127.0.0.1:9999", "https://127.0.0.1:8765", "http://127.0.0.1", "http://[", "http://[::1",
     "http://127.0.0.1:8765.evil.example", "http://evil@127.0.0.1:8765", "127.0.0.1:8765"],
)  # fmt: skip
def test_a_request_from_another_page_changes_nothing(place: Place, origin: str) -> None:
    visitor = place.visitor(Role.ADMIN)

    assert visitor.fill("/en/account", {}, "/en/logout").status == 303
    again = place.visitor(Role.ADMIN)
    form = {"mark": again.get("/en/account").mark}
    assert again.post("/en/logout", form, origin=origin).status == 403
    assert again.say("/api/v1/builds", {"partnership": "kz-kg"}, origin=origin).status == 403
    assert again.get("/en/account").status == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site", "other"])
def test_what_a_browser_says_of_the_page_counts(place: Place, site: str) -> None:
    visitor = place.visitor(Role.ADMIN)

    assert visitor.fill("/en/account", {"name": "x"}, "/en/account/tokens").status == 422
    assert visitor.post("/en/logout", {"mark": visitor.get("/en/account").mark}, sec_fetch_site=site, origin=ORIGIN).status == 403


@pytest.mark.parametrize("told", [{"origin": ORIGIN, "sec_fetch_site": "same-origin"}, {"sec_fetch_site": "none"}, {}, {"origin": ORIGIN}])
def test_its_own_pages_and_programs_may(place: Place, told: dict[str, str]) -> None:
    visitor = place.visitor()

    assert visitor.post("/en/logout", {"mark": visitor.get("/en/account").mark}, **told).status == 303


def test_with_tls_only_the_origin_of_the_settings_may(serve: Serve) -> None:
    place = serve(origin="https://bilan.example.org", hosts=("bilan.example.org",))
    visitor = Visitor(place.app, host="bilan.example.org")

    assert visitor.post("/en/login", {}, origin="https://bilan.example.org").status == 401
    assert visitor.post("/en/login", {}, origin="http://bilan.example.org").status == 403


@pytest.mark.parametrize("length", [str(BODY_BYTES + 1), "9" * 5000, "²", "-1", "+1", "1e3", "0x10", "1, 1"])
def test_a_length_that_is_too_large_or_none_is_refused_unread(place: Place, length: str) -> None:
    answer = place.stranger().send("POST", "/en/login", {**FORM, "content_length": length})

    assert answer.status == 413


@pytest.mark.parametrize(("path", "kind"), [("/en/login", FORM), ("/api/v1/builds", JSON), ("/en/nothing", FORM)])
def test_a_body_that_grows_too_large_is_refused_without_a_length_too(place: Place, path: str, kind: dict[str, str]) -> None:
    visitor = place.visitor(Role.ADMIN)
    answer = visitor.send("POST", path, kind, [b"a" * (BODY_BYTES // 2)] * 3)

    assert answer.status in (413, 405)
    assert answer.header("x-content-type-options") == "nosniff"


def test_a_body_that_lies_about_its_length_is_refused(place: Place) -> None:
    answer = place.stranger().send("POST", "/en/login", {**FORM, "content_length": "10"}, [b"a" * BODY_BYTES, b"a"])

    assert answer.status == 413


def test_a_body_within_the_limit_is_read(place: Place) -> None:
    assert place.stranger().send("POST", "/en/login", FORM, [b"name=a&password=" + b"b" * 1000] * 2).status == 401


def echo(place: Place, path: str, size: int) -> Answer:
    """What the guard lets through to an application that reads all of it."""

    async def reader(scope, receive, send):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202  an application of its own
        del scope
        while (await receive()).get("more_body"):
            pass
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"read"})

    scope = Visitor(place.app)._scope("POST", path, [(b"host", HOST.encode()), (b"content-length", str(size).encode())])
    return asyncio.run(asked_of(Guard(reader, place.site), scope, [b"a" * 1000]))


def test_uploads_may_be_larger_up_to_what_the_settings_say(serve: Serve) -> None:
    place = serve(settings="\n[serve]\nupload_megabytes = 2\n")

    assert echo(place, "/api/v1/partnerships/kz-kg/uploads", 2 * 1024 * 1024).status == 200
    assert echo(place, "/api/v1/partnerships/kz-kg/uploads", 2 * 1024 * 1024 + 1).status == 413
    assert echo(place, "/api/v1/uploads/x", 2 * 1024 * 1024).status == 413


ANSWERS = (
    "/",
    "/en/login",
    "/en/",
    "/en/nothing",
    "/static/x/site.css",
    "/static/brand/brand.css",
    "/api/v1/editions",
    "/api/v1/openapi.json",
)


@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_tells_browsers_what_they_may(place: Place, path: str) -> None:
    answer = place.stranger().get(path)

    assert {name: answer.header(name) for name in HEADERS if name != "cache-control"} == {
        name: value for name, value in HEADERS.items() if name != "cache-control"
    }
    assert answer.header("cache-control")
    assert answer.header("strict-transport-security") == ""


def test_refusals_of_the_guard_tell_it_too(place: Place) -> None:
    answers = [place.stranger().get("/en/", host="evil.example"), place.stranger().post("/en/login", {}, origin="null")]

    assert [one.header("x-content-type-options") for one in answers] == ["nosniff", "nosniff"]


def test_no_page_runs_what_is_written_into_it(place: Place) -> None:
    policy = place.stranger().get("/en/login").header("content-security-policy")

    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy


def test_with_tls_browsers_are_told_to_keep_to_it(serve: Serve) -> None:
    place = serve(origin="https://bilan.example.org", hosts=("bilan.example.org",))

    assert place.stranger().get("/healthz").header("strict-transport-security") == "max-age=31536000"
