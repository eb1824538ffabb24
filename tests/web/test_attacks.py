"""What somebody of ill will may try, and what becomes of it: nothing. docs/security.md tells each in a line."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.routing import APIRoute
from tests.web.conftest import Serve
from tests.web.sites import EDITION, JOB, NOW, PEOPLE, PLACED, Place, Visitor, job_of, password

from bilan.ledger.job_records import JobState
from bilan.ledger.people_records import Role
from bilan.web.api.app import ROUTERS
from bilan.web.pages.app import VIEWS
from bilan.web.principal import cookie_name

TRAVERSALS = [
    "../bilan.toml", "../../bilan.toml", "../../../../../../etc/passwd", "..%2f..%2fbilan.toml", "%2e%2e/%2e%2e/bilan.toml",
    "..%252f..%252fbilan.toml", "%2fetc%2fpasswd", "....//....//bilan.toml", "..\\..\\bilan.toml", "..%5c..%5cbilan.toml", "%00", ".",
    "..", "minister.en.pdf%00.html", "/etc/passwd", "..%c0%af..%c0%afbilan.toml",
]  # fmt: skip
PLACES = [
    "/en/editions/{}/2026-10/minister.en", "/en/editions/kz-kg/{}/minister.en", "/en/editions/kz-kg/2026-10/{}",
    f"/en/editions/{EDITION}/files/{{}}", f"/en/jobs/{JOB}/files/{{}}", "/en/jobs/{}", "/en/jobs/{}/files/secret.txt", "/static/{}/site.css",
    "/static/x/{}", "/en/data/{}", "/en/data?pair={}", "/{}/", "/api/v1/editions/{}/2026-10/minister.en",
    f"/api/v1/editions/{EDITION}/files/{{}}", f"/api/v1/jobs/{JOB}/files/{{}}", "/api/v1/jobs/{}", "/api/v1/editions/kz-kg/2026-10/{}/manifest",
    f"/en/editions/{EDITION}/compare?with={{}}", "/en/occurrences/{}/pages.pdf",
]  # fmt: skip
FREE = ("login", "logout", "account/tokens", "account/tokens/{number:number}/revoke", "account/password")


def posts() -> Iterator[str]:
    """Every address of a page that changes something."""
    yield from (path for path, method, _ in VIEWS if method == "POST")


def filled(path: str) -> str:
    return "/en/" + re.sub(r"\{name\}", "vera", re.sub(r"\{job\}", JOB, re.sub(r"\{number(:\w+)?\}", "1", path)))


# Paths


@pytest.mark.parametrize("where", PLACES)
def test_no_path_leads_out_of_where_it_should(archive: Place, where: str) -> None:
    admin = archive.visitor(Role.ADMIN)
    job_of(archive, PEOPLE[Role.ADMIN])
    answers = [admin.get(where.format(one)) for one in (*TRAVERSALS, *(quote(one, safe="") for one in TRAVERSALS))]

    assert {one.status for one in answers} <= {200, 302, 303, 307, 400, 404, 405, 409, 422}
    assert not [one for one in answers if "root:x:" in one.text or "partnerships = [" in one.text]


# Requests forged by another page


@pytest.mark.parametrize("path", [one for one in posts() if one != "login"])
def test_a_form_without_the_mark_of_its_visitor_is_refused(archive: Place, path: str) -> None:
    admin, other = archive.visitor(Role.ADMIN), archive.visitor(Role.RUN)
    job_of(archive, PEOPLE[Role.ADMIN])
    marks = ["", "0" * 64, other.get("/en/account").mark, "é"]
    answers = [admin.post(filled(path), {"mark": mark, "act": "hold", "edition": EDITION, "reason": "x"}) for mark in marks]
    answers.append(admin.post(filled(path), {"edition": EDITION}))

    assert {one.status for one in answers} <= {403, 404}
    assert 403 in {one.status for one in answers}
    assert archive.site.editions()[0].state == "issued"


@pytest.mark.parametrize("path", sorted(set(posts())))
def test_no_form_of_another_page_is_taken(archive: Place, path: str) -> None:
    admin = archive.visitor(Role.ADMIN)
    form = {"mark": admin.get("/en/account").mark, "edition": EDITION, "reason": "x"}

    assert admin.post(filled(path), form, origin="https://evil.example").status == 403
    assert admin.post(filled(path), form, sec_fetch_site="cross-site").status == 403


@pytest.mark.parametrize("path", sorted(set(posts())))
def test_nothing_is_changed_by_following_a_link(archive: Place, path: str) -> None:
    admin = archive.visitor(Role.ADMIN)
    mark = admin.get("/en/account").mark
    before = (len(archive.site.ledger.jobs.rows()), len(archive.site.ledger.people.accounts()), archive.site.editions())
    admin.get(f"{filled(path)}?mark={mark}&edition={quote(EDITION)}&reason=x&name=eve&password=a+long+password&role=admin&pair=kz-kg")

    assert admin.get("/en/account").status == 200
    assert (len(archive.site.ledger.jobs.rows()), len(archive.site.ledger.people.accounts()), archive.site.editions()) == before


def test_the_api_takes_no_form_of_another_page_either(place: Place) -> None:
    admin = place.visitor(Role.ADMIN)

    assert admin.say("/api/v1/builds", PLACED, origin="https://evil.example").status == 403
    assert admin.say("/api/v1/builds", PLACED, origin="null", content_type="text/plain").status == 403
    assert place.site.ledger.jobs.rows() == []


def test_a_page_of_an_open_site_takes_only_its_own_forms(serve: Serve) -> None:
    place = serve(open=True)
    visitor, other = place.stranger(), place.stranger("10.0.0.8")
    other.get("/en/build")
    form = {"pair": "kz-kg", "mark": visitor.get("/en/build").mark}

    assert place.stranger().post("/en/build", form).status == 403
    assert other.post("/en/build", form).status == 403
    assert visitor.post("/en/build", form, origin="https://evil.example").status == 403
    assert place.site.ledger.jobs.rows() == []


# Names of hosts, sessions, tokens


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:80@evil.example", "127.0.0.1.evil.example", "[::1]evil.example"])
def test_no_address_is_made_from_a_host_somebody_sends(place: Place, host: str) -> None:
    visitor = place.visitor()
    answers = [visitor.get(path, host=host) for path in ("/", "/en/login", "/api/v1/editions/", "/en/jobs")]
    answers += [
        visitor.get("/en/login", x_forwarded_host="evil.example"),
        visitor.get("/api/v1/editions/", x_forwarded_host="evil.example"),
    ]

    assert [one.status for one in answers[:4]] == [400] * 4
    assert not [one for one in answers if "evil.example" in one.text + one.header("location")]


def test_a_session_somebody_set_before_log_in_is_none_after(place: Place) -> None:
    place.account(Role.VIEW)
    victim = Visitor(place.app, cookies={cookie_name(place.site): "known to somebody else"})
    victim.post("/en/login", {"name": "vera", "password": password("vera")})

    assert victim.cookies[cookie_name(place.site)] != "known to somebody else"
    assert Visitor(place.app, cookies={cookie_name(place.site): "known to somebody else"}).get("/en/account").status == 303


def test_each_log_in_is_another_session(place: Place) -> None:
    place.account(Role.VIEW)
    visitor, seen = place.stranger(), set()
    for _ in range(3):
        visitor.post("/en/login", {"name": "vera", "password": password("vera")})
        seen.add(visitor.cookies[cookie_name(place.site)])

    assert len(seen) == 3


def test_guessing_tokens_comes_to_an_end(serve: Serve) -> None:
    place = serve(settings="\n[serve]\nrequests_per_minute = 60\n")
    guesser = place.stranger()
    answers = [guesser.get("/api/v1/editions", authorization=f"Bearer bilan_{number}") for number in range(70)]

    assert {one.status for one in answers[:60]} == {401}
    assert {one.status for one in answers[60:]} == {429}
    assert answers[-1].header("retry-after")
    assert place.program(Role.VIEW).get("/api/v1/editions").status == 200


def test_what_the_ledger_keeps_of_a_secret_opens_nothing(place: Place) -> None:
    visitor = place.visitor()
    kept = Path(place.site.project.root / ".bilan" / "ledger.sqlite3").read_bytes()

    assert visitor.cookies[cookie_name(place.site)].encode() not in kept
    assert password("vera").encode() not in kept


# What is others'


@pytest.mark.parametrize("tail", ["", "/events", "/files/draft.html", "/cancel"])
@pytest.mark.parametrize("base", ["/en/jobs/", "/api/v1/jobs/"])
def test_jobs_and_drafts_of_others_are_not_there(place: Place, base: str, tail: str) -> None:
    place.account(Role.APPROVE)
    job_of(place, "apo")
    rita = place.visitor(Role.RUN)
    target, form = f"{base}{JOB}{tail}", {"mark": rita.get("/en/account").mark}
    answer = rita.post(target, form) if tail == "/cancel" else rita.get(target)

    assert answer.status == 404
    assert "the draft" not in answer.text
    assert place.site.ledger.jobs.find(JOB).state == JobState.WAITING
    assert (place.stranger().post(target) if tail == "/cancel" else place.stranger().get(target)).status in (303, 401)


def test_jobs_of_others_are_in_no_list(place: Place) -> None:
    job_of(place, "apo")
    rita = place.visitor(Role.RUN)

    assert JOB not in rita.get("/en/jobs").text
    assert rita.get("/api/v1/jobs").told["items"] == []
    assert JOB in place.visitor(Role.APPROVE).get("/en/jobs").text


def test_ones_own_job_is_there(place: Place) -> None:
    job_of(place, "rita")
    rita = place.visitor(Role.RUN)

    assert rita.get(f"/en/jobs/{JOB}/files/draft.html").text == "<p>the draft</p>"
    place.site.ledger.jobs.cancel(JOB, "rita", NOW)
    assert rita.get(f"/en/jobs/{JOB}/events").text.startswith("event: job\ndata: ")
    assert rita.get(f"/api/v1/jobs/{JOB}/events").text.startswith("event: job\ndata: ")


def test_nobody_ends_a_token_of_somebody_else(place: Place) -> None:
    script, rita = place.program(Role.ADMIN), place.visitor(Role.RUN)
    answer = rita.fill("/en/account", {}, "/en/account/tokens/1/revoke")

    assert answer.status == 404
    assert script.get("/api/v1/editions").status == 200
    assert "script" not in rita.get("/en/account").text.partition("<table")[2]


@pytest.mark.parametrize("path", [one for one in posts() if one not in FREE])
def test_who_may_only_look_changes_nothing(archive: Place, path: str) -> None:
    vera = archive.visitor()
    job_of(archive, "vera")

    assert vera.fill("/en/account", {"edition": EDITION, "reason": "x", "act": "hold"}, filled(path)).status == 403


def test_nor_through_the_api(archive: Place) -> None:
    vera, script = archive.visitor(), archive.program(Role.VIEW)
    job_of(archive, "vera")
    routes = [one for router in ROUTERS for one in router.routes if isinstance(one, APIRoute) and "POST" in (one.methods or ())]
    asked: dict[str, Any] = {"edition": EDITION, "reason": "x"}
    named = {"job": JOB, "partnership": "kz-kg", "period": "2026-10", "reader": "minister.en", "number": 1, "name": "monthly"}
    paths = {one.path.format(**named) for one in routes} - {"/me/tokens"}  # one's own tokens, no stronger than oneself
    told = {path: {who.say(f"/api/v1{path}", asked).status for who in (vera, script)} for path in paths}

    assert len(paths) > 15
    assert {path: codes for path, codes in told.items() if codes != {403}} == {}


@pytest.mark.parametrize(
    "path", ["/en/", "/en/jobs", "/en/data", f"/en/editions/{EDITION}/files/minister.en.pdf", "/api/v1/editions", "/api/v1/jobs"]
)
def test_a_stranger_reads_nothing(archive: Place, path: str) -> None:
    assert archive.stranger().get(path).status in (303, 401)
