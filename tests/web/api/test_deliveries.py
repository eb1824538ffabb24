from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from tests.delivery.conftest import PDF, manifest, summary  # noqa: F401  fixtures
from tests.delivery.smtp_server import MailServer, mail_server
from tests.pipeline import small
from tests.web.api.ops_site import MINISTER, NAME, NOW, ODD, Ops, guarded, ops_made, ops_project_made, prepared_ledger_made  # noqa: F401  fixtures

from bilan.archive.archive import Archive
from bilan.document import Edition
from bilan.ledger.people_records import Role
from bilan.ledger.records import Ending, ReceiptState
from bilan.pipeline.publish import publish
from bilan.project import Project
from bilan.web.editions import archived

SEND = f"/editions/{NAME}/deliveries"
WITHDRAW = f"/editions/{NAME}/withdraw"
WHY = {"reason": "the figures are not cleared"}
MAIL = """
[archive]
url = "https://bilan.example.org/reports"
[delivery]
from = "bilan@example.org"
[delivery.smtp]
host = "localhost"
port = {port}
security = "none"
"""


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as running:
        yield running


def enlist(ops: Ops, *addresses: str) -> None:
    entry = '[[recipient]]\nname = "R"\naddress = "{}"\naudiences = ["minister"]\nlanguage = "en"\n'
    (ops.site.project.root / "recipients.toml").write_text("\n".join(entry.format(one) for one in addresses), encoding="utf-8")


def settings(ops: Ops, more: str) -> None:
    path = ops.site.project.root / "bilan.toml"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    ops.site.project = Project(ops.site.project.root)


def ended(ops: Ops, number: int, state: ReceiptState) -> None:
    """A delivery that was tried and ended."""
    row = ops.ledger.outbox.find(number)
    assert row
    mine = ops.ledger.outbox.begin(row, NOW, "sender", NOW - NOW)
    assert mine
    assert ops.ledger.outbox.settle(mine, Ending(state, f"no {row.receiver.recipient} here", 550), NOW)


def test_the_newest_come_first_in_parts(ops: Ops) -> None:
    ops.issued("a@example.org", "b@example.org", "c@example.org")
    first = ops.get("/deliveries?limit=2", "anna")
    rest = ops.get(f"/deliveries?limit=2&after={first['next']}", "anna")

    rows = [*first["items"], *rest["items"]]
    assert [(row["id"], row["recipient"]) for row in rows] == [(3, "c@example.org"), (2, "b@example.org"), (1, "a@example.org")]
    assert {(row["edition"], row["issue"], row["state"]) for row in rows} == {(NAME, 1, "pending")}
    assert rest["next"] is None


def test_those_in_a_state_or_of_an_edition(ops: Ops) -> None:
    ops.issued("a@example.org")
    ops.issued("a@example.org", "b@example.org", issue=2)

    assert [row["issue"] for row in ops.get("/deliveries?state=cancelled")["items"]] == [1]
    assert [row["issue"] for row in ops.get(f"/deliveries?edition={NAME}")["items"]] == [2, 2]
    assert [row["issue"] for row in ops.get(f"/deliveries?edition={NAME}-1")["items"]] == [1]
    assert [row["issue"] for row in ops.get(f"/deliveries?edition={NAME}-2&state=pending")["items"]] == [2, 2]
    assert ops.ask("GET", f"/deliveries?edition={NAME}-3", "vera").status_code == 404


def test_an_address_is_for_who_may_send(ops: Ops) -> None:
    ops.issued("a@example.org")
    ended(ops, 1, ReceiptState.REFUSED)

    for name in ("vera", "rita"):
        (row,) = ops.get("/deliveries", name)["items"]
        assert (row["recipient"], row["text"], row["code"]) == ("…@example.org", "", 550)
    assert ops.get("/deliveries", "anna")["items"][0]["text"] == "no a@example.org here"


@pytest.mark.parametrize(("decision", "state"), [("sent", "sent"), ("again", "pending")])
def test_what_is_unknown_is_decided_by_a_person(ops: Ops, decision: str, state: str) -> None:
    ops.issued("a@example.org")
    ended(ops, 1, ReceiptState.UNKNOWN)

    told = ops.post("/deliveries/1/resolve", {"as": decision})

    assert (told["state"], told["text"]) == (state, "decided by anna")
    assert ops.ledger.events("delivery 1")[-1].actor == "anna"
    assert ops.post("/deliveries/1/resolve", {"as": decision}, status=409)["status"] == 409
    assert ops.post("/deliveries/2/resolve", {"as": decision}, status=404)["detail"] == "delivery 2 is not there"


def test_sending_puts_rows_into_the_outbox_once(ops: Ops) -> None:
    enlist(ops, "a@example.org", "b@example.org")
    ops.issued("a@example.org")

    dry = ops.post(SEND, {"dry_run": True})
    sent, again = ops.post(SEND), ops.post(SEND)

    assert [(row["recipient"], row["state"]) for row in dry] == [("a@example.org", "pending"), ("b@example.org", "would be sent")]
    assert sent == again
    assert [(row["recipient"], row["state"], row["delivery"]) for row in sent] == [
        ("a@example.org", "waits", 1),
        ("b@example.org", "waits", 2),
    ]
    assert [one.actor for one in ops.ledger.events(f"{NAME} issue 1")][1:] == ["anna"]


def test_one_of_the_list_alone(ops: Ops) -> None:
    enlist(ops, "a@example.org", "b@example.org")
    ops.issued()

    assert [row["recipient"] for row in ops.post(SEND, {"to": "B@example.org"})] == ["b@example.org"]
    assert ops.post(SEND, {"to": "c@example.org"}, status=422)["detail"].startswith("--to c@example.org: is not on the list")


def test_what_was_refused_is_tried_again(ops: Ops) -> None:
    ops.issued("a@example.org")
    ended(ops, 1, ReceiptState.REFUSED)

    assert [row["delivery"] for row in ops.post(SEND, {"resend_failed": True})] == [1]


def test_a_test_goes_to_one_address_and_is_told_at_once(ops: Ops, server: MailServer, manifest: dict[str, Any]) -> None:  # noqa: F811  a fixture
    settings(ops, MAIL.format(port=server.port))
    stored = Archive.of(ops.site.project).publish(MINISTER, 1, PDF, manifest)
    day = date(2026, 11, 2)
    edition = Edition(MINISTER, 1, 1, day, day, "k", stored.name, stored.sha256, pages=1, findings=0)
    ops.ledger.record_edition(edition, stored.manifest_sha256, None, NOW)

    (sent,) = ops.post(SEND, {"to": "me@example.org", "test": True})
    (refused,) = ops.post(SEND, {"to": "refuse@example.org", "test": True})

    assert (sent["recipient"], sent["state"], sent["code"], sent["delivery"]) == ("me@example.org", "sent", 250, None)
    assert (refused["state"], refused["code"]) == ("refused", 550)
    assert (server.recipients(), ops.ledger.outbox.rows()) == (["me@example.org"], [])


def test_what_the_archive_lost_is_not_sent(ops: Ops, server: MailServer) -> None:
    settings(ops, MAIL.format(port=server.port))
    ops.issued()

    assert ops.post(SEND, {"to": "me@example.org", "test": True}, status=409)["detail"]
    assert server.taken == []


@pytest.mark.parametrize(
    "asked",
    [
        {"test": True}, {"test": True, "to": "x", "dry_run": True}, {"resend_failed": True, "to": "a@example.org"}, {"to": ""},
        {"to": "a\0b"}, {"to": "x" * 321}, {"everybody": True}, {"test": True, "to": "no address"}, {"test": "perhaps"},
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(ops: Ops, asked: dict[str, object]) -> None:
    ops.issued()
    assert ops.post(SEND, asked, status=422)


def test_what_is_not_the_one_to_read_is_not_sent(ops: Ops) -> None:
    enlist(ops, "a@example.org")
    ops.issued()
    ops.issued(issue=2)

    assert ops.post(f"{SEND.replace('/deliveries', '-1/deliveries')}", {}, status=409)["status"] == 409
    assert ops.post("/editions/kz-kg/2026-09/minister.en/deliveries", {}, status=404)["status"] == 404


def test_a_list_that_cannot_be_read_is_a_refusal(ops: Ops) -> None:
    enlist(ops, "no address")
    ops.issued()

    assert "recipients.toml" in ops.post(SEND, {}, status=422)["detail"]


def test_an_edition_is_taken_back_once(ops: Ops) -> None:
    publish(small.desk(ops.site.project, ops.ledger), small.content(), small.claimed(ops.ledger))

    told = ops.post(WITHDRAW, WHY)
    again = ops.post(WITHDRAW, {"reason": "for another reason"}, as_="boss")

    assert (told["state"], told["reason"], told["path"]) == ("withdrawn", WHY["reason"], f"{NAME}.pdf")
    assert again == told
    assert [one.actor for one in ops.ledger.events(f"{NAME} issue 1")][-1:] == ["anna"]


def test_one_that_was_replaced_is_not_taken_back(ops: Ops) -> None:
    desk = small.desk(ops.site.project, ops.ledger)
    publish(desk, small.content(), small.claimed(ops.ledger))
    publish(desk, small.content(says="twice", issue=2), small.claimed(ops.ledger))

    assert ops.post(WITHDRAW.replace("/withdraw", "-1/withdraw"), WHY, status=409)["hint"] == "withdraw the later issue"
    assert ops.post("/editions/kz-kg/2026-09/minister.en/withdraw", WHY, status=404)["status"] == 404


def test_one_that_the_archive_lost_is_not_there(ops: Ops) -> None:
    ops.issued()
    assert ops.post(WITHDRAW, WHY, status=404)["status"] == 404


def test_an_address_gets_nothing_until_it_is_lifted(ops: Ops) -> None:
    made = ops.post("/suppressions", {"address": "Left@Example.org", "reason": "asked by phone"}, status=201)
    again = ops.post("/suppressions", {"address": "left@example.org", "reason": "again"}, status=200)

    assert made == again == {"address": "left@example.org", "reason": "asked by phone", "since": NOW.isoformat()}
    assert ops.get("/suppressions", "anna")["items"] == [made]
    assert ops.ask("DELETE", "/suppressions?address=LEFT@example.org", "anna").status_code == 204
    assert ops.ask("DELETE", "/suppressions?address=LEFT@example.org", "anna").status_code == 404
    assert [one.actor for one in ops.ledger.events() if one.subject.startswith("suppression")] == ["anna", "anna"]


@pytest.mark.parametrize("address", ["", "a\0b", "x" * 321, "ΐ" * 300, None, 7])
def test_an_odd_address_is_refused(ops: Ops, address: object) -> None:
    assert ops.post("/suppressions", {"address": address, **WHY}, status=422)["status"] == 422


@pytest.mark.parametrize("number", ODD)
def test_odd_numbers_are_refused(ops: Ops, number: str) -> None:
    assert ops.ask("POST", f"/deliveries/{number}/resolve", "anna", {"as": "sent"}).status_code == 422


@pytest.mark.parametrize("path", ["/deliveries?after=x", "/deliveries?state=lost", "/deliveries?edition=%00", "/deliveries?limit=201"])
def test_odd_questions_are_refused(ops: Ops, path: str) -> None:
    assert ops.ask("GET", path, "vera").status_code == 422


@pytest.mark.parametrize(
    ("method", "path", "may", "told"),
    [
        ("GET", "/deliveries", Role.VIEW, None),
        ("POST", "/deliveries/1/resolve", Role.APPROVE, {"as": "sent"}),
        ("POST", SEND, Role.APPROVE, {}),
        ("POST", WITHDRAW, Role.APPROVE, WHY),
        ("GET", "/suppressions", Role.APPROVE, None),
        ("POST", "/suppressions", Role.APPROVE, {"address": "a@example.org", **WHY}),
        ("DELETE", "/suppressions?address=a@example.org", Role.APPROVE, None),
    ],
)
def test_who_may(ops: Ops, method: str, path: str, may: Role, told: object) -> None:
    ops.issued("a@example.org")
    guarded(ops, method, path, may, told)
    assert (ops.ledger.outbox.rows()[0].state, ops.ledger.suppressions.all()) == ("pending", {})


@pytest.mark.parametrize(
    ("told", "known"),
    [(NAME, NAME), (f"{NAME}-1", f"{NAME}.pdf"), (f"{NAME}-2", f"{NAME}.issue-2.pdf"), (f"{NAME}-02", f"{NAME}.issue-2.pdf")],
)
def test_issues_are_named_as_the_ledger_knows_them(told: str, known: str) -> None:
    assert archived(told) == known
