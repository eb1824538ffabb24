import pytest
from tests.pipeline import small
from tests.web.api.ops_site import NAME, NOW, ODD, Ops, guarded, ops_made, ops_project_made, prepared_ledger_made  # noqa: F401  fixtures

from bilan.errors import AwaitingError, DiskError
from bilan.ledger.acts import Act
from bilan.ledger.people_records import Role
from bilan.pipeline.publish import publish
from bilan.project import Project

WHY = {"reason": "the embassy asked"}


@pytest.fixture
def waits(ops: Ops) -> str:
    """An edition that two persons must approve; its hash."""
    path = ops.site.project.root / "bilan.toml"
    path.write_text(path.read_text(encoding="utf-8") + "[approval]\nminister = 2\n", encoding="utf-8")
    ops.site.project = Project(ops.site.project.root)
    with pytest.raises(AwaitingError):
        publish(small.desk(ops.site.project, ops.ledger), small.content(), small.claimed(ops.ledger))
    return str(ops.ledger.occurrences()[0].sha256)


def test_the_newest_come_first_in_parts(ops: Ops) -> None:
    ops.due("analyst", "minister", "press")
    first = ops.get("/occurrences?limit=2")
    rest = ops.get(f"/occurrences?limit=2&after={first['next']}")

    assert [row["id"] for row in (*first["items"], *rest["items"])] == [3, 2, 1]
    assert (first["items"][1]["edition"], first["items"][1]["state"], rest["next"]) == (NAME, "due", None)


def test_those_in_a_state_or_of_a_partnership(ops: Ops) -> None:
    ops.due("minister", "press")
    ops.ledger.act(Act.HOLD, 2, ("anna", "wait"), NOW)

    assert [row["id"] for row in ops.get("/occurrences?state=held")["items"]] == [2]
    assert len(ops.get("/occurrences?partnership=kz-kg")["items"]) == 2
    assert ops.get("/occurrences?partnership=kg-uz")["items"] == []


def test_one_by_its_number(ops: Ops) -> None:
    ops.due()

    assert ops.get("/occurrences/1")["approved"] == []
    assert ops.ask("GET", "/occurrences/2", "vera").status_code == 404


def test_each_act_is_kept_with_who_did_it_and_why(ops: Ops) -> None:
    ops.due()
    states = [ops.post(f"/occurrences/1/{act}", WHY)["state"] for act in ("hold", "hold", "release", "cancel", "retry")]

    assert states == ["held", "held", "due", "cancelled", "due"]
    events = [(one.actor, one.detail) for one in ops.ledger.events() if one.subject.startswith("monthly") and one.actor != "schedule"]
    assert events == [("anna", "the embassy asked")] * 4


def test_what_cannot_be_done_is_a_conflict(ops: Ops) -> None:
    ops.due()
    assert ops.post("/occurrences/1/retry", WHY)["state"] == "due"
    ops.post("/occurrences/1/cancel", WHY)

    assert ops.post("/occurrences/1/hold", WHY, status=409)["detail"].endswith("is cancelled: nothing to hold")
    assert ops.ask("POST", "/occurrences/7/hold", "anna", WHY).status_code == 404


def test_two_persons_approve_and_the_edition_is_out(ops: Ops, waits: str) -> None:
    first = ops.post("/occurrences/1/approve", {"sha256": waits[:8]})
    again = ops.post("/occurrences/1/approve", {"sha256": waits.upper()})
    second = ops.post("/occurrences/1/approve", {"sha256": waits}, as_="boss")

    assert [(one["given"], one["path"], one["problem"]) for one in (first, again)] == [(1, None, None)] * 2
    assert (second["given"], second["path"], second["state"]) == (2, f"{NAME}.pdf", "issued")
    assert [one["person"] for one in second["approved"]] == ["anna", "boss"]
    assert ops.get("/status")["issued"][0]["sha256"] == waits


def test_it_stands_among_what_awaits_approval(ops: Ops, waits: str) -> None:
    ops.post("/occurrences/1/approve", {"sha256": waits})

    (row,) = ops.get("/status")["awaiting"]
    assert (row["sha256"], row["approvals"], row["approved_by"]) == (waits, 2, ["anna"])
    assert str(ops.site.project.root) not in str(row)


def test_other_bytes_are_a_conflict(ops: Ops, waits: str) -> None:
    assert waits
    assert ops.ask("POST", "/occurrences/1/approve", "anna", {"sha256": "0" * 64}).status_code == 409
    assert ops.ask("POST", "/occurrences/2/approve", "anna", {"sha256": "0" * 64}).status_code == 404


def test_an_approval_counts_although_it_cannot_be_issued_yet(ops: Ops, waits: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskError("reports", "has no room")

    monkeypatch.setattr("bilan.pipeline.waiting.Waiting.move", full)
    ops.post("/occurrences/1/approve", {"sha256": waits})
    told = ops.post("/occurrences/1/approve", {"sha256": waits}, as_="boss")

    assert (told["given"], told["path"], told["problem"]) == (2, None, "reports: has no room")


@pytest.mark.parametrize("path", ["/occurrences", "/occurrences/1"])
def test_who_may_look(ops: Ops, path: str) -> None:
    guarded(ops, "GET", path, Role.VIEW)


@pytest.mark.parametrize("act", ["hold", "release", "retry", "cancel", "approve"])
def test_who_may_act(ops: Ops, act: str) -> None:
    ops.due()
    guarded(ops, "POST", f"/occurrences/1/{act}", Role.APPROVE, {"sha256": "0" * 64} if act == "approve" else WHY)
    assert ops.get("/occurrences/1")["state"] == "due"


@pytest.mark.parametrize("number", ODD)
def test_odd_numbers_are_refused(ops: Ops, number: str) -> None:
    assert ops.ask("GET", f"/occurrences/{number}", "vera").status_code == 422
    assert ops.ask("POST", f"/occurrences/{number}/hold", "anna", WHY).status_code == 422


@pytest.mark.parametrize("reason", ["", "a\0b", "a\nb", "x" * 301, 7, None])
def test_odd_reasons_are_refused(ops: Ops, reason: object) -> None:
    ops.due()
    assert ops.ask("POST", "/occurrences/1/hold", "anna", {"reason": reason}).status_code == 422


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"reason": "\\ud800"}', 422),
        (b'{"reason": "x", "\\ud800": 1}', 422),
        (b"[1]", 422),
        (b"{", 400),
        (b"\xff", 400),
        (b"[" * 200_000, 400),
        (b'{"reason": ' + b"1" * 5000 + b"}", 400),
        (b'{"reason": NaN}', 422),
        (b'{"sha256": "12345678\\u0000"}', 422),
    ],
)
def test_odd_bodies_are_refused(ops: Ops, body: bytes, status: int) -> None:
    ops.due()
    for act in ("hold", "approve"):
        assert ops.ask("POST", f"/occurrences/1/{act}", "anna", body, Content_Type="application/json").status_code == status


@pytest.mark.parametrize(
    "path", ["/occurrences?after=%00", "/occurrences?state=%00", "/occurrences?limit=0", "/occurrences?partnership=%00"]
)
def test_odd_questions_are_refused(ops: Ops, path: str) -> None:
    assert ops.ask("GET", path, "vera").status_code == 422
