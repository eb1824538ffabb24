import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.audit.test_finished import PAGE, manifest
from tests.sources.project import ENTRY
from tests.web.api.asking import Client, Clients
from tests.web.api.conftest import NOW

from bilan.ledger.job_records import JobState
from bilan.project import Project
from bilan.stop import Stop
from bilan.web.jobs.bench import Bench, folder_of
from bilan.web.jobs.sent import sent_folder
from bilan.web.jobs.work import work
from bilan.web.site import Site

SPAN = {"partnership": "kz-kg", "from": "2025-02", "to": "2025-03"}
SOURCES = ENTRY.format(
    name="wb-gdp", connector="worldbank", address="https://data.example", indicator="gdp", unit="USD", more="",
    query='{ indicator = "NY.GDP.MKTP.CD" }',
)  # fmt: skip
FILE = {"file": ("page.html", PAGE.encode(), "text/html")}
MANIFEST = {"manifest": ("manifest.json", json.dumps(manifest()).encode(), "application/json")}


@pytest.fixture
def ask(own: Site) -> Callable[..., Any]:
    """One who asks a site that may be changed, with a source that is never asked."""
    (own.project.root / "data" / "sources.toml").write_text(SOURCES, encoding="utf-8")
    client = Client(own)

    def asked(path: str, **more: Any) -> Any:  # noqa: ANN401  an answer of httpx
        return client.ask("POST", path, **more)

    return asked


def test_each_kind_of_work_is_a_job_that_is_placed_once_under_its_key(own: Site, ask: Callable[..., Any]) -> None:
    wanted: list[tuple[str, str, dict[str, Any]]] = [
        ("/fetches", "fetch", {"sources": ["wb-gdp"], "dry_run": True}),
        ("/replays", "replay", SPAN | {"audiences": ["minister"]}),
        ("/galleries", "gallery", {"language": "fr"}),
        ("/archive/checks", "archive-check", {}),
        ("/archive/rebuilds", "archive-rebuild", {}),
    ]
    for path, kind, asked in wanted:
        first = ask(path, json=asked, headers={"idempotency-key": kind})
        told = first.json()
        assert (first.status_code, told["kind"], told["request"], told["state"]) == (202, kind, asked, "waiting")
        assert first.headers["location"] == f"/api/v1/jobs/{told['name']}"
        assert (ask(path, json=asked, headers={"idempotency-key": kind}).status_code, own.ledger.jobs.find(told["name"]).kind) == (
            200,
            kind,
        )
    assert ask(f"/jobs/{told['name']}/cancel").json()["state"] == "cancelled"


@pytest.mark.parametrize(
    ("path", "asked", "status", "said"),
    [
        ("/fetches", {"sources": ["wb-gpd"]}, 404, "source 'wb-gpd': is not in data/sources.toml (did you mean 'wb-gdp'?)"),
        ("/fetches", {"sources": ["../x"]}, 422, "sources"),
        ("/fetches", {"colour": "red"}, 422, "colour"),
        ("/replays", SPAN | {"from": "2025-04"}, 422, "lies after"),
        ("/replays", SPAN | {"from": "2015-03"}, 422, "has 121 months, 120 at most"),
        ("/replays", SPAN | {"to": "2026-11"}, 422, "2026-11 is not over yet"),
        ("/replays", SPAN | {"to": "2026-13"}, 422, "to"),
        ("/replays", SPAN | {"partnership": "kz-uz"}, 404, "is not in bilan.toml"),
        ("/galleries", {"language": "xx"}, 404, "has no messages"),
        ("/archive/checks", {"deep": True}, 422, "deep"),
    ],
)
def test_what_can_be_known_to_be_wrong_is_refused_when_it_is_asked_for(
    own: Site, ask: Callable[..., Any], path: str, asked: dict[str, Any], status: int, said: str
) -> None:
    answer = ask(path, json=asked)

    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert said in answer.json()["detail"]
    assert own.ledger.jobs.rows() == []


def test_a_file_is_audited_under_the_name_it_was_given(own: Site, ask: Callable[..., Any]) -> None:
    told = ask("/audits", files=FILE | MANIFEST).json()
    job = own.ledger.jobs.take(NOW, "here")
    assert job is not None
    executor: Any = None  # an audit lays no pages out
    ended = work(Bench(own.project, own.ledger, executor, own.project.root, lambda: NOW), job, lambda *_: None, Stop())

    assert told["request"]["file"] == "page.html"
    assert set(told["request"]) == {"file", "sha256", "manifest_sha256"}
    assert (ended.state, ended.result["printed"], ended.result["problems"]) == (JobState.DONE, 1, [])


def test_nothing_that_was_sent_is_given_back_and_the_same_under_a_key_is_kept_once(own: Site, ask: Callable[..., Any]) -> None:
    keyed = {"idempotency-key": "k"}
    name = ask("/audits", files=FILE, headers=keyed).json()["name"]
    again = ask("/audits", files=FILE, headers=keyed)

    assert (again.status_code, again.json()["name"]) == (200, name)
    assert ask("/audits", files={"file": ("page.html", b"other")}, headers=keyed).status_code == 409
    assert [path.name for path in folder_of(own.project, name).parent.glob("*/sent/*")] == ["document"]
    client = Client(own)
    assert {client.get(f"/jobs/{name}/files/{file}").status_code for file in ("document", "sent", "page.html", "sent%2Fdocument")} == {404}


def test_what_was_sent_for_a_job_that_was_called_off_goes_with_the_next(own: Site, ask: Callable[..., Any]) -> None:
    name = ask("/audits", files=FILE).json()["name"]
    ask(f"/jobs/{name}/cancel")
    other = ask("/audits", files=FILE).json()["name"]

    assert not sent_folder(own.project, name).exists()
    assert sent_folder(own.project, other).exists()


def test_a_file_that_is_too_large_or_missing_is_refused_and_nothing_stays(own: Site) -> None:
    settings = own.project.root / "bilan.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\n[serve]\nupload-megabytes = 1\njobs-each = 1\n", encoding="utf-8")
    site = Site(Project(own.project.root), own.ledger, lambda: NOW, open=True, origin="http://localhost")
    client = Client(site)

    assert client.post("/audits", files={"file": ("x.pdf", bytes(1024 * 1024 + 1))}).status_code == 413
    assert client.post("/audits", files=MANIFEST).status_code == 422
    assert client.post("/audits", files=FILE).status_code == 202
    assert client.post("/audits", files=FILE).status_code == 429, "as many as one may have open wait already"
    assert len(list(folder_of(own.project, "x").parent.glob("*/sent"))) == 1


@pytest.mark.parametrize(
    ("path", "asked", "needed"),
    [
        ("/fetches", {}, "approve"), ("/replays", SPAN, "approve"), ("/galleries", {"language": "en"}, "run"), ("/archive/checks", {}, "approve"),
        ("/archive/rebuilds", {}, "admin"), ("/audits", None, "run"),
    ],
)  # fmt: skip
def test_who_may_ask_for_what(as_role: Clients, path: str, asked: dict[str, Any] | None, needed: str) -> None:
    roles = ["view", "run", "approve", "admin"]
    sent: dict[str, Any] = {"files": FILE} if asked is None else {"json": asked}

    assert as_role("").post(path, **sent).status_code == 401
    below = roles[roles.index(needed) - 1]
    assert as_role(below).post(path, **sent).status_code == 403
    assert as_role(needed).post(path, **sent).status_code == 202
