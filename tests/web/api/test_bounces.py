import re

import httpx
import pytest
from tests.web.api.ops_site import Ops, ops_made, ops_project_made, prepared_ledger_made  # noqa: F401  fixtures

from bilan.web.api.bounces import READABLE

PART = (
    b"--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n"
    b"Final-Recipient: rfc822; dead@example.org\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; no such user\n--b--\n"
)


def came_back(ops: Ops, content: bytes, as_: str = "anna", **form: str) -> httpx.Response:
    files = {"file": ("returned.mbox", content)}
    body = httpx.Request("POST", "http://x", files=files, data=form)
    return ops.ask("POST", "/bounces", as_, body.read(), Content_Type=body.headers["content-type"])


def test_what_came_back_for_good_gets_nothing_any_more(ops: Ops) -> None:
    listed = b"dead@example.org,550,no such user\nlate@example.org,4.2.2\n"

    dry = came_back(ops, listed, dry_run="true").json()
    assert [one["outcome"] for one in dry] == ["would get nothing any more", "for now only: nothing changes"]
    assert ops.ledger.suppressions.all() == {}
    assert came_back(ops, listed).json()[0] == {
        "address": "dead@example.org", "reason": "no such user", "lasting": True, "outcome": "gets nothing any more",
    }  # fmt: skip
    assert came_back(ops, listed).json()[0]["outcome"] == "got nothing already"
    assert [one["reason"] for one in ops.get("/suppressions", "anna")["items"]] == ["bounced: no such user"]
    assert [one.actor for one in ops.ledger.events() if one.subject.startswith("suppression")] == ["anna"]


def test_every_mistake_of_a_list_is_told(ops: Ops) -> None:
    told = came_back(ops, b"nobody\na@example.org\n@x\n").json()

    assert (told["status"], told["detail"]) == (422, "file cannot be used: 2 mistakes")
    assert [one["message"].partition(":")[0] for one in told["errors"]] == ["line 1", "line 3"]
    assert ops.ledger.suppressions.all() == {}


def test_hostile_mail_does_not_take_the_server_down(ops: Ops) -> None:
    nested = b"Content-Type: multipart/report; boundary=b\n\n--b\n" + b"Content-Type: message/rfc822\n\n" * 20_000

    assert (came_back(ops, nested).status_code, came_back(ops, b"\0" * 2_000_000).status_code) == (200, 422)
    assert came_back(ops, b"x" * (20 * 1024 * 1024)).status_code == 413
    assert (came_back(ops, b"", dry_run="perhaps").status_code, came_back(ops, b"", more="x").status_code) == (422, 422)
    assert ops.ask("POST", "/bounces", "anna", b"x").status_code == 422
    assert ops.get("/suppressions", "anna")["items"] == []


def test_only_who_may_send_takes_in_what_came_back(ops: Ops) -> None:
    listed = b"dead@example.org\n"

    assert [came_back(ops, listed, name).status_code for name in ("", "vera", "rita", "anna", "boss")] == [401, 403, 403, 200, 200]


@pytest.mark.parametrize(
    "content",
    [
        b"Return-Path: <>\r\nReceived: from mx.example.org\r\n\tby mail.example.org\r\nContent-Type: multipart/report; boundary=b\r\n\r\n"
        + PART,
        b"From MAILER-DAEMON Mon Nov  2 02:00:00 2026\nContent-Type: multipart/report; boundary=b\n\n" + PART,
        b"dead@example.org,550,no such user\n",
    ],
    ids=["mail", "mailbox", "list"],
)
def test_what_the_description_calls_readable_is_read(ops: Ops, content: bytes) -> None:
    assert [one for one in READABLE if re.search(one, content.decode())]
    assert [(one["address"], one["reason"]) for one in came_back(ops, content).json()] == [("dead@example.org", "no such user")]
