"""Requests that nobody sends by mistake: what do they break? Nothing."""

from typing import Any
from urllib.parse import quote

import pytest
from tests.postgres import Server
from tests.web.conftest import Serve
from tests.web.sites import EDITION, ORIGIN, PLACED, Place

from bilan.ledger.people_records import Role


@pytest.mark.parametrize("sign", ["\r\nSet-Cookie: evil=1", "\nX-Evil: 1", "\r\n\r\n<html>", "\x00", "%0d%0aX-Evil: 1", "\u2028X-Evil: 1"])
def test_no_name_splits_an_answer(archive: Place, sign: str) -> None:
    admin = archive.visitor(Role.ADMIN)
    evil = quote(f"x{sign}")
    answers = [
        admin.get(f"/en/editions/{EDITION}/files/{evil}"),
        admin.get(f"/en/{evil}"),
        admin.get(f"/en/jobs?{evil}"),
        admin.get(f"/{evil}/"),
    ]
    answers += [archive.stranger().get(f"/en/{evil}"), archive.stranger().get(f"/en/jobs/{evil}")]
    answers += [admin.fill("/en/account", {"name": f"x{sign}", "role": "view", "days": "30"}, "/en/account/tokens")]
    answers += [admin.say("/api/v1/builds", PLACED, idempotency_key=f"x{sign}".encode().decode("latin-1"))]

    assert {one.status for one in answers} <= {200, 302, 303, 401, 404, 422}
    assert not [one for one in answers for name, value in one.headers if "evil" in name or "\r" in value or "\n" in value]
    assert "evil" not in admin.cookies


def test_no_page_of_another_site_frames_one_of_ours(archive: Place) -> None:
    admin = archive.visitor(Role.ADMIN)
    for path in ("/en/", "/en/accounts", "/en/account", f"/en/editions/{EDITION}"):
        answer = admin.get(path)
        assert "frame-ancestors 'none'" in answer.header("content-security-policy")
        assert answer.header("x-frame-options") == "DENY"
    answer = admin.get(f"/en/editions/{EDITION}/files/minister.en.pdf")
    assert "frame-ancestors 'self'" in answer.header("content-security-policy")


@pytest.mark.parametrize(
    "body",
    [b"[" * 500_000, b'{"a":' * 100_000, b'{"partnership":' + b"9" * 6000 + b"}", b'{"partnership":"\\ud800"}', b'{"partnership":"\\u0000"}',
     b"\xff\xfe", b"", b"null", b"NaN", b'{"partnership":NaN}', b'"' + b"a" * 900_000 + b'"', b'{"partnership":"kz-kg","partnership":[]}'],
    ids=range(12),
)  # fmt: skip
def test_no_json_breaks_the_api(place: Place, body: bytes) -> None:
    assert place.visitor(Role.ADMIN).say("/api/v1/builds", body).status in (400, 422)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"x"), ("multipart/form-data; boundary=a", b"\x00\x01"),
        ("multipart/form-data; boundary=a; charset=nothing", b'--a\r\nContent-Disposition: form-data; name="name"; filename="x"\r\n\r\nx\r\n--a--\r\n'),
        ("multipart/form-data; boundary=a", b'--a\r\nContent-Disposition: form-data; name="a"; filename="x"\r\n\r\nx\r\n' * 5 + b"--a--\r\n"),
        ("application/x-www-form-urlencoded", b"a=1&" * 100), ("application/x-www-form-urlencoded", b"name=%00&password=%00&then=%ff"),
        ("application/x-www-form-urlencoded", b"%" * 1000), ("text/plain", b"name=ada"), ("\xff", b"name=ada"),
    ],
    ids=range(9),
)  # fmt: skip
def test_no_form_breaks_a_page(place: Place, kind: str, body: bytes) -> None:
    assert place.stranger().send("POST", "/en/login", {"content_type": kind}, [body]).status in (400, 401, 422)


@pytest.mark.parametrize(
    "target",
    [
        "/en/data/revisions?as_of=0001-01-01", "/en/data?as_of=%00", "/en/occurrences/99999999999999999999/pages.pdf",
        f"/en/occurrences/{'9' * 5000}/pages.pdf", "/en/data/[", f"/en/data/{'*a' * 60}", "/en/%00", "/%ff/", f"/en/editions/{'a' * 30_000}/x/y",
        f"/en/editions/{EDITION}/trace?number=%00", "/api/v1/jobs?after=W1tbW1tb", "/api/v1/jobs?after=%F0%9F%98%80", "/en/deliveries?state=%00",
        f"/api/v1/editions/{EDITION}/changes?since={quote(EDITION)}", "/en/build?pair=%00", "/api/v1/jobs?limit=99999999999999999999",
    ],
)  # fmt: skip
def test_no_address_breaks_a_page(archive: Place, target: str) -> None:
    assert archive.visitor(Role.ADMIN).get(target).status in (200, 404, 422)


@pytest.mark.parametrize(
    "form", [{"pair": "../x"}, {"month": "0000-01"}, {"as_of": "9999-12-31"}, {"pair": "\x00"}, {"audience[]": ["<b>"] * 30}]
)
def test_a_build_that_cannot_be_is_shown_what_is_wrong(place: Place, form: dict[str, Any]) -> None:
    answer = place.visitor(Role.RUN).fill("/en/build", {"pair": "kz-kg", **form})

    assert answer.status == 422
    assert 'role="alert"' in answer.text


@pytest.mark.parametrize("path", ["/en/jobs/x/events", "/en/", "/api/v1/jobs", "/en/data", "/"])
def test_a_header_that_is_garbage_breaks_nothing(place: Place, path: str) -> None:
    visitor = place.stranger()
    told = {
        "authorization": "\x00\xff",
        "cookie": "\xff=\x00; bilan",
        "accept_language": "\xff;q=x,,;" * 99,
        "if_none_match": "\xff",
        "range": "x",
    }

    assert {visitor.get(path, **{name: value}).status for name, value in told.items()} <= {302, 303, 401}
    assert visitor.post("/en/login", {}, origin="http://[").status == 403
    assert visitor.post("/en/login", {}, origin=ORIGIN).status == 401


def test_no_nul_reaches_a_ledger_that_cannot_hold_it(serve: Serve, postgres: Server) -> None:
    place = serve(settings=f'ledger = "{postgres.fresh()}"\n')
    admin = place.visitor(Role.ADMIN)
    answers = [admin.get(f"/en/{path}") for path in ("jobs/%00", "jobs/%00/events", "accounts/%00", "%00")]
    answers += [
        admin.fill("/en/account", {"act": "disable"}, "/en/accounts/%00"),
        place.stranger().post("/en/login", {"name": "a\0", "password": "x"}),
    ]
    answers += [admin.fill("/en/accounts", {"name": "a\0", "role": "view", "password": "a long password"})]
    answers += [admin.get("/api/v1/jobs/%00"), place.stranger().get("/en/", authorization="Bearer \0")]

    assert {one.status for one in answers} <= {303, 401, 404, 422}
