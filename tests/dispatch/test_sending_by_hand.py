import pytest
from tests.dispatch.conftest import NOW, World

from bilan.dispatch.sending_by_hand import Sending, lined_up, planned, planned_all, resolved, told, tried, waiting
from bilan.errors import ConflictError
from bilan.ledger.records import ReceiptState

NAME = "kz-kg/2026-10/minister.en"


def asked(address: str = "", *, name: str = NAME, failed: bool = False) -> Sending:
    return Sending(name, address, "anna", NOW, failed)


def test_who_would_get_it_is_told_and_nothing_is_put(world: World) -> None:
    world.enlist("a@example.org", "b@example.org")
    world.issue("a@example.org")

    rows = planned(world.project, world.ledger, asked())

    assert [(row["recipient"], row["state"]) for row in rows] == [("a@example.org", "pending"), ("b@example.org", "would be sent")]
    assert [(row["recipient"], row["state"]) for row in planned_all(world.ledger, NOW)] == [("a@example.org", "would be sent")]


def test_what_is_put_waits_for_the_next_pass(world: World) -> None:
    world.enlist("a@example.org", "b@example.org")
    world.issue()

    edition = lined_up(world.project, world.ledger, asked("B@example.org"))
    rows = waiting(world.ledger, edition.id)

    assert rows == waiting(world.ledger, None)
    assert [(row["edition"], row["recipient"], row["state"], row["delivery"]) for row in rows] == [(NAME, "b@example.org", "waits", 1)]
    assert [(row["recipient"], row["state"], row["code"]) for row in told(world.pass_())] == [("b@example.org", "sent", 250)]
    assert waiting(world.ledger, None) == []
    (*_, event) = world.ledger.events(f"{NAME} issue 1")
    assert (event.actor, event.detail) == ("anna", "to be sent to 1 more")


def test_what_was_refused_is_tried_again(world: World) -> None:
    world.enlist("refuse@example.org")
    edition = world.issue("refuse@example.org")
    world.pass_()

    lined_up(world.project, world.ledger, asked(failed=True))

    assert [row["delivery"] for row in waiting(world.ledger, edition.id)] == [1]
    assert world.ledger.outbox.rows()[0].last_text == "decided by anna"


@pytest.mark.parametrize(("decision", "state"), [("sent", ReceiptState.SENT), ("again", ReceiptState.PENDING)])
def test_a_person_decides_what_is_unknown(world: World, decision: str, state: ReceiptState) -> None:
    world.issue("a@example.org")
    (row,) = world.ledger.outbox.due(NOW)
    world.ledger.outbox.begin(row, NOW, "lost", NOW - NOW)
    world.ledger.outbox.recover(NOW, ())

    assert resolved(world.ledger, 1, decision, "anna", NOW).state is state
    with pytest.raises(ConflictError, match="there is nothing to decide"):
        resolved(world.ledger, 1, decision, "anna", NOW)


def test_a_test_is_sent_at_once_and_recorded_nowhere(world: World) -> None:
    world.issue()

    (row,) = tried(world.project, world.ledger, asked("me@example.org"))

    assert (row["recipient"], row["state"], row["code"]) == ("me@example.org", "sent", 250)
    assert (world.server.recipients(), world.ledger.outbox.rows()) == (["me@example.org"], [])
