from collections.abc import Callable
from typing import Any

import pytest
from tests.web.api.asking import Client, Clients
from tests.web.api.conftest import NOW

from bilan.ledger.job_records import JobState
from bilan.web.jobs.bench import folder_of
from bilan.web.site import Site

DRAFT = {"partnership": "kz-kg", "period": "2026-10", "draft": True}


@pytest.fixture
def ask(own: Site) -> Callable[..., Any]:
    """One who asks a site that may be changed."""
    client = Client(own)

    def asked(method: str, path: str, **more: Any) -> Any:  # noqa: ANN401  an answer of httpx
        return client.ask(method, path, **more)

    return asked


def test_a_build_is_a_job_that_is_followed(own: Site, ask: Callable[..., Any]) -> None:
    answer = ask("POST", "/builds", json=DRAFT, headers={"idempotency-key": "k1"})

    assert answer.status_code == 202
    told = answer.json()
    assert answer.headers["location"] == f"/api/v1/jobs/{told['name']}"
    assert (told["state"], told["request"], told["actor"]) == ("waiting", DRAFT, "local")
    assert ask("GET", f"/jobs/{told['name']}").json() == told
    assert [one["name"] for one in ask("GET", "/jobs").json()["items"]] == [told["name"]]
    assert own.ledger.jobs.find(told["name"]).key == "k1"


def test_the_same_under_the_same_key_is_the_same_job_and_another_is_a_conflict(ask: Callable[..., Any]) -> None:
    first = ask("POST", "/builds", json=DRAFT, headers={"idempotency-key": "k1"})
    again = ask("POST", "/builds", json=DRAFT, headers={"idempotency-key": "k1"})

    assert (again.status_code, again.json()) == (200, first.json())
    other = ask("POST", "/builds", json=DRAFT | {"period": "2026-09"}, headers={"idempotency-key": "k1"})
    assert other.status_code == 409


def test_when_the_queue_is_full_one_is_told_when_to_come_back(own: Site, ask: Callable[..., Any]) -> None:
    for _ in range(own.most.of_one):
        assert ask("POST", "/builds", json=DRAFT).status_code == 202
    answer = ask("POST", "/builds", json=DRAFT)

    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) >= 1


def test_a_job_is_called_off(ask: Callable[..., Any]) -> None:
    name = ask("POST", "/builds", json=DRAFT).json()["name"]

    assert ask("POST", f"/jobs/{name}/cancel").json()["state"] == "cancelled"
    assert ask("POST", f"/jobs/{'0' * 20}/cancel").status_code == 404


def test_the_end_of_a_job_is_an_event_and_its_files_are_given(own: Site, ask: Callable[..., Any]) -> None:
    name = ask("POST", "/previews", json={"audience": "minister", "language": "en"}).json()["name"]
    job = own.ledger.jobs.take(NOW, "here")
    assert job is not None
    folder = folder_of(own.project, name)
    folder.mkdir(parents=True)
    (folder / "preview.pdf").write_bytes(b"%PDF")
    own.ledger.jobs.finish(job, JobState.DONE, NOW, result={"files": ["preview.pdf"]})

    stream = ask("GET", f"/jobs/{name}/events")
    assert stream.headers["content-type"].startswith("text/event-stream")
    assert '"state":"done"' in stream.text
    assert stream.text.count("event: job") == 1
    assert ask("GET", f"/jobs/{name}/files/preview.pdf").content == b"%PDF"
    assert ask("POST", f"/jobs/{name}/cancel").status_code == 409


@pytest.mark.parametrize("path", ["/verifications", "/corrections"])
def test_other_work_is_asked_for_alike(ask: Callable[..., Any], path: str) -> None:
    asked = {"edition": "kz-kg/2026-10/minister.en"} | ({"reason": "Wrong."} if path == "/corrections" else {})

    assert ask("POST", path, json=asked).status_code == 202
    assert ask("POST", path, json=asked | {"edition": "kz-kg/2026-10/press.en"}).status_code == 404


def test_jobs_are_paged_newest_first(ask: Callable[..., Any]) -> None:
    names = [ask("POST", "/builds", json=DRAFT).json()["name"] for _ in range(3)]
    first = ask("GET", "/jobs?limit=2").json()

    assert [one["name"] for one in first["items"]] == names[:0:-1]
    assert [one["name"] for one in ask("GET", f"/jobs?limit=2&after={first['next']}").json()["items"]] == names[:1]


def test_one_who_only_reads_builds_nothing(as_role: Clients) -> None:
    assert as_role("view").post("/builds", json=DRAFT).status_code == 403
    assert as_role("run").post("/corrections", json={"edition": "kz-kg/2026-10/minister.en", "reason": "x"}).status_code == 403
