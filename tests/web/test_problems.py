import json
import re
from pathlib import Path

import pytest
from starlette.exceptions import HTTPException
from tests.web.sites import EDITION, Place

from bilan.errors import (
    AwaitingError,
    BilanError,
    BusyError,
    ConflictError,
    GoneError,
    HeldError,
    InvalidFileError,
    LedgerError,
    UsageError,
)
from bilan.ledger.job_records import FullError
from bilan.ledger.people_records import Role
from bilan.secret import read_secret
from bilan.web.problems import ABSENT, MEDIA, RefusedError, answer, details, misdirection, mistaken, outward, refusal, slow_down, status_of


def test_what_the_framework_refuses_keeps_its_status_and_headers() -> None:
    told = misdirection(HTTPException(405, headers={"Allow": "GET"}))

    assert (told.status, told.detail, told.headers) == (405, "Method Not Allowed", {"Allow": "GET"})


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (UsageError("audience 'x'", "has no templates/x/audience.toml"), 404),
        (UsageError("period", "is not over"), 422),
        *[(UsageError("x", f"{said} (did you mean 'y'?)"), 404) for said in ABSENT],
        (ConflictError("account vera", "is the last admin"), 409),
        (ConflictError("account vera", "is not there"), 409),
        (InvalidFileError("trade.csv", ("row 3",)), 422),
        (BusyError("archive", "is being written"), 503),
        (GoneError("archive", "is away"), 503),
        (LedgerError("ledger", "is damaged"), 500),
        (BilanError("x", "went wrong"), 500),
    ],
)
def test_each_error_has_its_status(error: BilanError, status: int) -> None:
    assert status_of(error) == status


@pytest.mark.parametrize("kind", [HeldError, AwaitingError])
def test_what_is_held_or_waits_contradicts_how_things_stand(kind: type[BilanError]) -> None:
    assert status_of(kind.__new__(kind)) == 409


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ledger sqlite:////srv/my bilan/.bilan/ledger.sqlite3: is locked", "ledger ledger.sqlite3: is locked"),
        ("ledger sqlite:////var/lib/l.sqlite3?timeout=3: is locked", "ledger l.sqlite3: is locked"),
        ("let this user write to /srv/my bilan/reports", "let this user write to reports"),
        ("no project at or above /srv/my bilan", "no project at or above the project folder"),
        ("cannot load library '/usr/lib/libpango.so.0': /usr/lib/libpango.so.0: no", "cannot load library '…/libpango.so.0': …/libpango.so.0: no"),
        ("kz-kg/2026-10/minister.en.pdf: is missing", "kz-kg/2026-10/minister.en.pdf: is missing"),
        ("s3://bucket/folder, https://example.org/a/b", "s3://bucket/folder, https://example.org/a/b"),
        ("postgresql+psycopg://bilan:hunter2@db/bilan: gone", "postgresql+psycopg://bilan:***@db/bilan: gone"),
    ],
)  # fmt: skip
def test_no_place_on_this_machine_leaves_it(text: str, told: str) -> None:
    assert outward(text, Path("/srv/my bilan")) == told


def test_a_refusal_names_no_place_either() -> None:
    told = refusal(GoneError("ledger sqlite:////srv/bilan/l.sqlite3", "cannot be reached", "see /srv/bilan/bilan.toml"))

    assert (told.detail, told.hint) == ("ledger l.sqlite3: cannot be reached", "see …/bilan.toml")


def test_mistakes_of_a_file_are_told_one_by_one_up_to_a_number() -> None:
    told = json.loads(bytes(mistaken(InvalidFileError("x.csv", ("m" * 999,) * 501, "mend it")).body))

    assert (told["status"], told["hint"], len(told["errors"]), len(told["errors"][0]["message"])) == (422, "mend it", 500, 500)
    assert told["detail"] == "x.csv cannot be used: 501 mistakes, the first 500 are told"


def test_a_full_queue_says_when_to_come_back() -> None:
    told = refusal(FullError("queue", "is full", 15.0))

    assert (told.status, told.headers) == (429, {"Retry-After": "16"})


@pytest.mark.parametrize(("seconds", "told"), [(0.1, "1"), (0.9, "1"), (5.0, "6"), (59.6, "60")])
def test_it_never_says_to_come_back_too_early(seconds: float, told: str) -> None:
    assert int(slow_down(seconds).headers["Retry-After"]) >= seconds
    assert slow_down(seconds).headers["Retry-After"] == told


def test_a_refusal_is_problem_details() -> None:
    response = answer(RefusedError(404, "job 'x' is not there", "look at the list", {"X-More": "1"}), [{"where": "a", "message": "b"}])

    assert response.media_type == MEDIA
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["x-more"] == "1"
    assert json.loads(bytes(response.body)) == {
        "type": "about:blank", "title": "Not found", "status": 404, "detail": "job 'x' is not there", "hint": "look at the list",
        "errors": [{"where": "a", "message": "b"}],
    }  # fmt: skip


def test_what_is_not_there_is_not_told() -> None:
    assert set(details(RefusedError(418, "tea"))) == {"type", "title", "status", "detail"}


def test_no_answer_shows_a_secret(place: Place) -> None:
    read_secret("BILAN_SMTP_PASSWORD", {"BILAN_SMTP_PASSWORD": "hunter2hunter2"})
    admin = place.visitor(Role.ADMIN)
    answers = [admin.get("/en/data?pair=hunter2hunter2"), admin.get("/en/editions/kz-kg/2026-10/hunter2hunter2")]
    answers.append(admin.say("/api/v1/builds", {"partnership": "hunter2hunter2"}))

    assert [one.status for one in answers] == [404, 404, 404]
    told = [re.search(r'role="alert">(.*?)</p>', one.text) for one in answers[:2]]
    shown = [*(one[1] for one in told if one), answers[2].text]
    assert len(shown) == 3
    assert all("hunter2" not in one and "***" in one for one in shown)


def test_what_is_refused_on_a_page_is_a_page_and_by_the_api_problem_details(place: Place) -> None:
    vera = place.visitor()
    page, said = vera.get(f"/en/editions/{EDITION}"), vera.get(f"/api/v1/editions/{EDITION}")

    assert (page.status, page.header("content-type")) == (404, "text/html; charset=utf-8")
    assert (said.status, said.header("content-type")) == (404, MEDIA)
    assert said.told["title"] == "Not found"
