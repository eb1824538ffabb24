from collections.abc import Callable
from typing import Any

import pytest
from tests.web.visitor import Visitor

from bilan.ledger.job_records import Asked, JobState
from bilan.web.jobs.bench import folder_of
from bilan.web.site import Site

Post = Callable[..., Any]
BUILD = {"pair": "kz-kg", "month": "2026-10", "audience[]": ["minister"], "lang[]": ["en", "kk"], "mode": "draft"}


def test_the_form_offers_what_there_is(visitor: Visitor) -> None:
    page = visitor.get("/en/build", params={"audience": "press", "lang": "kk"}).text

    assert 'value="press" checked' in page
    assert 'value="kk" checked' in page
    assert '<option value="2026-10">October 2026</option>' in page


def test_what_is_sent_becomes_a_job_and_the_same_form_sent_twice_is_one(site: Site, post: Post) -> None:
    first = post("/en/build", key="click", **BUILD)
    again = post("/en/build", key="click", **BUILD)

    assert first.status_code == 303
    assert again.headers["location"] == first.headers["location"]
    (job,) = site.ledger.jobs.rows()
    assert job.request == {"partnership": "kz-kg", "period": "2026-10", "audiences": ["minister"], "languages": ["en", "kk"], "draft": True}
    assert first.headers["location"] == f"/en/jobs/{job.name}"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"pair": "kz-uz"}, "is not in bilan.toml"),
        ({"month": "2026-99"}, "period"),
        ({"month": "2027-01"}, "has not begun"),
        ({"as_of": "2027-02-01"}, "lies after today"),
    ],
)
def test_what_cannot_be_built_is_told_on_the_form(post: Post, site: Site, wrong: dict[str, str], said: str) -> None:
    answer = post("/en/build", key="k", **(BUILD | wrong))

    assert answer.status_code == 422
    assert said in answer.text
    assert site.ledger.jobs.rows() == []


def test_a_form_of_nobody_is_refused(visitor: Visitor, site: Site) -> None:
    visitor.get("/en/build")

    assert visitor.post("/en/build", data=BUILD | {"mark": "0" * 64}).status_code == 403
    assert visitor.post("/en/build", data=BUILD).status_code == 403
    assert site.ledger.jobs.rows() == []


def test_a_job_that_waits_tells_its_place_and_can_be_called_off(visitor: Visitor, post: Post) -> None:
    first = post("/en/build", key="a", **BUILD).headers["location"]
    post("/en/build", key="b", **BUILD)
    page = visitor.get(first).text

    assert "It is next." in page
    assert "September" not in page
    assert f'data-follow="{first}/events"' in page
    assert '<meta http-equiv="refresh" content="4">' in page, "without a script it is loaded anew"
    assert post(f"{first}/cancel", seen=first).status_code == 303
    assert "Cancelled" in visitor.get(first).text
    assert "Build" in visitor.get("/en/jobs").text


def done(site: Site, kind: str, request: dict[str, Any], state: JobState, result: Any, reason: str = "") -> str:  # noqa: ANN401  JSON
    site.ledger.jobs.place(Asked("0" * 20, kind, request, "local"), site.now())
    job = site.ledger.jobs.take(site.now(), "here")
    assert job is not None
    site.ledger.jobs.finish(job, state, site.now(), reason, result)
    return f"/en/jobs/{job.name}"


def test_what_was_held_tells_why_in_words(visitor: Visitor, site: Site) -> None:
    why = {"where": "trade", "message": "fell by <half>", "hint": "look", "severity": "hold", "rule": "x", "rows": ["t.csv#1"]}
    told = {"edition": "kz-kg/2026-10/minister.en", "problem": None, "problems": [why]}
    page = visitor.get(done(site, "build", {"partnership": "kz-kg"}, JobState.HELD, {"editions": [told]}, "held")).text

    assert "fell by &lt;half&gt;" in page
    assert "t.csv#1" in page


def test_an_edition_that_was_issued_is_opened_from_its_job(visitor: Visitor, site: Site) -> None:
    told = {
        "edition": "kz-kg/2026-10/minister.en",
        "path": "kz-kg/2026-10/minister.en.pdf",
        "issue": 1,
        "pages": 1,
        "findings": 3,
        "unchanged": True,
        "problems": [],
    }
    page = visitor.get(done(site, "build", {"partnership": "kz-kg"}, JobState.DONE, {"editions": [told]})).text

    assert 'href="/en/editions/kz-kg/2026-10/minister.en"' in page


def test_the_files_of_a_draft_are_read_from_its_job(visitor: Visitor, site: Site) -> None:
    path = done(
        site, "preview", {"audience": "minister", "language": "en"}, JobState.DONE, {"pages": 1, "files": ["preview.pdf"], "problems": []}
    )
    folder = folder_of(site.project, "0" * 20)
    folder.mkdir(parents=True)
    (folder / "preview.pdf").write_bytes(b"%PDF-1.7")

    assert f"{path}/files/preview.pdf" in visitor.get(path).text
    assert visitor.get(f"{path}/files/preview.pdf").content == b"%PDF-1.7"
    assert visitor.get(f"{path}/files/other.pdf").status_code == 404


@pytest.mark.parametrize(("same", "said"), [(True, "Every byte is the same."), (False, "It is not the same.")])
def test_a_verification_says_what_came_of_it(visitor: Visitor, site: Site, same: bool, said: str) -> None:  # noqa: FBT001  a case
    result = {"edition": "kz-kg/2026-10/minister.en", "same": same, "differences": [] if same else ["data version: a, b"], "notes": []}

    assert said in visitor.get(done(site, "verify", {"edition": "kz-kg/2026-10/minister.en"}, JobState.DONE, result)).text


@pytest.mark.parametrize(
    ("path", "seen", "form", "kind"),
    [
        ("/en/verify", "/en/editions/kz-kg/2026-10/minister.en", {"edition": "kz-kg/2026-10/minister.en"}, "verify"),
        (
            "/en/correct",
            "/en/editions/kz-kg/2026-10/minister.en",
            {"edition": "kz-kg/2026-10/minister.en", "reason": "Wrong  year."},
            "correct",
        ),
        ("/en/preview", "/en/preview", {"audience": "minister", "lang": "kk", "sample": "worst"}, "preview"),
    ],
)
def test_other_work_is_asked_for_in_the_same_way(site: Site, post: Post, path: str, seen: str, form: dict[str, str], kind: str) -> None:
    assert post(path, seen=seen, **form).status_code == 303
    assert [job.kind for job in site.ledger.jobs.rows()] == [kind]


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/en/verify", {"edition": "../x"}),
        ("/en/correct", {"edition": "kz-kg/2026-10/minister.en", "reason": ""}),
        ("/en/preview", {"audience": "minister", "lang": "english"}),
    ],
)
def test_what_cannot_be_asked_is_refused(site: Site, post: Post, path: str, form: dict[str, str]) -> None:
    assert post(path, **form).status_code == 422
    assert site.ledger.jobs.rows() == []


@pytest.mark.parametrize(
    ("kind", "request_", "result", "said"),
    [
        ("fetch", {"sources": ["wb-gdp", "imf"], "dry_run": True}, {"sources": []}, ("Fetching", "wb-gdp, imf", "Trial, nothing kept")),
        ("replay", {"partnership": "kz-kg", "from": "2025-02", "to": "2025-03"}, {"rows": []}, ("Replay of past months", "February 2025")),
        ("archive-check", {}, {"editions": 2, "files": 9, "faults": [{"where": "a<.pdf", "what": "is missing", "hint": "copy it"}]},
         ("Check of the archive", "a&lt;.pdf</code>: is missing")),
        ("audit", {"file": "<x>.pdf", "sha256": "0" * 64}, {"file": "<x>.pdf", "problems": []}, ("Audit of a file", "&lt;x&gt;.pdf")),
    ],
)  # fmt: skip
def test_other_work_has_a_page_in_words_of_its_own(
    visitor: Visitor, site: Site, kind: str, request_: dict[str, Any], result: dict[str, Any], said: tuple[str, ...]
) -> None:
    page = visitor.get(done(site, kind, request_, JobState.DONE, result, "so it ended")).text

    assert [word for word in said if word not in page] == []
    assert "so it ended" in page


def test_work_that_passes_no_stages_shows_none_while_it_runs(visitor: Visitor, site: Site) -> None:
    site.ledger.jobs.place(Asked("0" * 20, "archive-rebuild", {}, "local"), site.now())
    page = visitor.get(f"/en/jobs/{'0' * 20}").text

    assert "Rebuilding of the archive" in page
    assert "data-stage=" not in page
