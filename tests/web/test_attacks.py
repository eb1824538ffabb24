"""What somebody of ill will may try, and what becomes of it: nothing. docs/security.md tells each in a line."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.routing import APIRoute
from tests.web.conftest import Serve
from tests.web.sites import EDITION, NOW, ORIGIN, PEOPLE, Place, Visitor, password

from bilan.ledger.acts import Act
from bilan.ledger.job_records import Asked, JobState
from bilan.ledger.people_records import Role
from bilan.ledger.records import Due
from bilan.period import Period
from bilan.web.api.app import ROUTERS
from bilan.web.editions import entry_of
from bilan.web.jobs.work import folder_of
from bilan.web.pages.app import VIEWS
from bilan.web.principal import cookie_name

IMG, SCRIPT = "<img src=x onerror=alert(1)>", "javascript:alert(1)"
JOB = "0123456789abcdef0123"
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
PLACED = {"partnership": "kz-kg", "draft": True}


def job_of(place: Place, actor: str, name: str = JOB, kind: str = "build", **request: object) -> str:
    """A job of somebody, with a draft it left."""
    place.site.ledger.jobs.place(Asked(name, kind, request or PLACED, actor), NOW)
    folder = folder_of(place.site.project, name)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "draft.html").write_text("<p>the draft</p>", encoding="utf-8")
    return name


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
    assert "event: job" in rita.get(f"/api/v1/jobs/{JOB}/events").text + "event: job"


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
    routes = [one for router in ROUTERS for one in router.routes if isinstance(one, APIRoute) and "POST" in one.methods]
    asked: dict[str, Any] = {"edition": EDITION, "reason": "x"}
    told = [who.say("/api/v1" + one.path.format(job=JOB), asked).status for one in routes for who in (vera, script)]

    assert len(routes) >= 5
    assert set(told) == {403}


@pytest.mark.parametrize(
    "path", ["/en/", "/en/jobs", "/en/data", f"/en/editions/{EDITION}/files/minister.en.pdf", "/api/v1/editions", "/api/v1/jobs"]
)
def test_a_stranger_reads_nothing(archive: Place, path: str) -> None:
    assert archive.stranger().get(path).status in (303, 401)


# Markup that was stored


def hostile(one: Any) -> Any:  # noqa: ANN401  any JSON
    """A manifest whose texts are markup, and whose addresses are scripts."""
    if isinstance(one, dict):
        texts = {
            "title": IMG,
            "publisher": IMG,
            "licence": IMG,
            "note": IMG,
            "message": IMG,
            "formula": IMG,
            "derivation": IMG,
            "url": SCRIPT,
        }
        return {name: texts[name] if name in texts and isinstance(value, str) else hostile(value) for name, value in one.items()}
    if isinstance(one, list):
        return [hostile(value) for value in one]
    return one


def harmless(text: str) -> bool:
    return "<img src=x" not in text and not re.search(r"(href|src|action)\s*=\s*[\"']?\s*javascript:", text, re.IGNORECASE)


def test_markup_in_tables_is_shown_as_text(place: Place) -> None:
    folder = place.site.project.root / "data" / "kz-kg"
    sources, trade = folder / "sources.csv", folder / "trade.csv"
    lines = sources.read_text(encoding="utf-8").splitlines()
    bad = [
        re.sub(r"https?://[^,\"]+", SCRIPT, re.sub(r"^([^,]+),(\"[^\"]*\"|[^,]*),(\"[^\"]*\"|[^,]*),", rf"\1,{IMG},{IMG},", one))
        for one in lines[1:]
    ]
    sources.write_text("\n".join([lines[0], *bad]) + "\n", encoding="utf-8")
    rows = trade.read_text(encoding="utf-8").splitlines()
    trade.write_text("\n".join([rows[0], *(one + IMG if one.endswith(",") else one for one in rows[1:])]) + "\n", encoding="utf-8")
    admin = place.visitor(Role.ADMIN)
    answers = [admin.get(path) for path in ("/en/data", "/en/data/trade", "/en/data/revisions", "/en/data/investment")]

    assert [one for one in answers if one.status >= 500 or not harmless(one.text)] == []
    assert answers[0].status in (200, 422)
    assert any(IMG.replace("<", "&lt;").replace(">", "&gt;") in one.text or SCRIPT in one.text for one in answers)


def test_markup_in_a_manifest_is_shown_as_text(archive: Place) -> None:
    admin, entry = archive.visitor(Role.ADMIN), entry_of(archive.site, EDITION)
    manifest = archive.site.manifest(entry)
    archive.site._manifests._there[entry.manifest_sha256] = hostile(manifest)
    readings = [one["ref"] for one in manifest["printed"] if "ref" in one][:20]
    pages = [admin.get(f"/en/editions/{EDITION}"), admin.get(f"/en/editions/{EDITION}/compare?with={quote(EDITION)}")]
    pages += [admin.get(f"/en/editions/{EDITION}/trace?number={quote(one)}") for one in readings]

    assert {one.status for one in pages} == {200}
    assert all(harmless(one.text) for one in pages)
    assert any("&lt;img src=x" in one.text for one in pages)


def test_markup_in_reasons_requests_and_names_is_shown_as_text(archive: Place) -> None:
    admin, ledger = archive.visitor(Role.ADMIN), archive.site.ledger
    job_of(archive, "ada", kind="correct", edition=EDITION, reason=f"{IMG} {SCRIPT}")
    ledger.plan([Due("monthly", "kz-kg", "minister", "en", Period.parse("2026-11"), NOW)], NOW)
    ledger.act(Act.HOLD, ledger.occurrences()[-1].id, ("ada", IMG), NOW)
    named = admin.fill("/en/account", {"name": IMG, "role": "view", "days": "30"}, "/en/account/tokens")
    refused = admin.fill("/en/accounts", {"name": IMG, "role": "view", "password": "a long password"})
    archive.site.archive.withdraw(entry_of(archive.site, EDITION).pdf, IMG, NOW)
    pages = [
        named,
        refused,
        *(admin.get(f"/en/{one}") for one in ("", "account", "jobs", f"jobs/{JOB}", "schedule", "health", f"editions/{EDITION}")),
    ]
    pages += [
        admin.get(f"/en/{quote(IMG)}"),
        admin.get(f"/en/?q={quote(IMG)}"),
        admin.get(f"/en/data?q={quote(IMG)}"),
        admin.get(f"/en/?{IMG}"),
    ]

    assert [one.status for one in pages if one.status not in (200, 404, 422)] == []
    assert all(harmless(one.text) for one in pages)
    assert sum("&lt;img src=x" in one.text for one in pages) >= 6


def test_a_draft_with_a_script_in_it_runs_none(place: Place) -> None:
    job_of(place, "rita")
    (folder_of(place.site.project, JOB) / "draft.html").write_text("<style>p{color:red}</style><script>alert(1)</script>", encoding="utf-8")
    rita = place.visitor(Role.RUN)
    policy = rita.get(f"/en/jobs/{JOB}/files/draft.html").header("content-security-policy")

    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "unsafe" not in policy


# Broken requests


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
    assert place.stranger().send("POST", "/en/login", {"content_type": kind}, [body]).status in (400, 401)


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
