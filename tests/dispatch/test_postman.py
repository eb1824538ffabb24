from collections.abc import Callable
from datetime import timedelta

import pytest
from tests.dispatch.conftest import NOW, World

from bilan.delivery.records import Answer, Parcel, Result
from bilan.dispatch.postman import ending
from bilan.dispatch.waits import ATTEMPTS, wait
from bilan.ledger.records import Ending, ReceiptRow, ReceiptState

Deliver = Callable[[object, Parcel], Answer]


@pytest.fixture
def row(world: World) -> ReceiptRow:
    world.issue("ok@example.org")
    begun = world.ledger.outbox.begin(world.ledger.outbox.due(NOW)[0], NOW, "test", timedelta(minutes=1))
    assert begun is not None
    return begun


@pytest.mark.parametrize("result", [Result.SENT, Result.REFUSED, Result.UNKNOWN])
def test_an_end_is_an_end(row: ReceiptRow, result: Result) -> None:
    assert ending(Answer(result, "words", 250), row, NOW) == Ending(ReceiptState(result.value), "words", 250)


def test_what_is_put_off_comes_again(row: ReceiptRow) -> None:
    pause = wait(1, row.key)
    assert pause is not None

    assert ending(Answer(Result.DEFERRED, "busy", 450), row, NOW) == Ending(ReceiptState.DEFERRED, "busy", 450, NOW + pause)


def test_the_last_attempt_is_the_last(row: ReceiptRow) -> None:
    from dataclasses import replace  # noqa: PLC0415  only here

    assert ending(Answer(Result.DEFERRED, "busy", 450), replace(row, attempt=ATTEMPTS), NOW) == Ending(
        ReceiptState.REFUSED, f"given up after {ATTEMPTS} attempts: busy", 450
    )


def broken(_: object, __: Parcel) -> Answer:
    raise RuntimeError("a bug in a channel")


def test_a_channel_that_breaks_leaves_an_unknown_end_and_touches_no_other(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    world.enlist("ok@example.org", "folder:deliveries/a")
    world.issue("ok@example.org", "folder:deliveries/a")
    monkeypatch.setattr("bilan.delivery.smtp.Mailer.deliver", broken)

    world.pass_()

    assert world.states() == {"ok@example.org": "unknown", "deliveries/a": "sent"}
    assert world.ledger.outbox.rows()[0].last_text == "the channel failed: RuntimeError: a bug in a channel"
    assert "channel smtp failed" in caplog.text


def test_a_channel_that_breaks_where_twice_does_no_harm_is_tried_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.enlist("folder:deliveries/a")
    world.issue("folder:deliveries/a")
    with monkeypatch.context() as patch:
        patch.setattr("bilan.delivery.folder.Shelf.deliver", broken)
        world.pass_()
    assert world.states() == {"deliveries/a": "deferred"}

    world.pass_(timedelta(minutes=2))
    assert world.states() == {"deliveries/a": "sent"}


def test_an_address_that_may_not_be_sent_to_any_more_is_refused(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def not_allowed(*_: object) -> str:
        raise ValueError("the domain is not allowed")

    world.enlist("ok@example.org")
    world.issue("ok@example.org")
    monkeypatch.setattr("bilan.delivery.smtp.Smtp.checked", lambda *_: "ok@example.org")
    world.pass_(edition=0)
    monkeypatch.setattr("bilan.delivery.smtp.Mailer.deliver", lambda *_: not_allowed())

    (receipt,) = world.pass_()

    assert (receipt.state, receipt.text) == (ReceiptState.REFUSED, "nothing may go to this address: the domain is not allowed")


def test_a_log_names_a_delivery_by_its_number_and_nobody_by_an_address(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "bilan.dispatch")
    world.enlist("ok@example.org")
    world.issue("ok@example.org")
    world.pass_()

    assert "receipt 1: sent by smtp 250" in caplog.text
    assert "ok@example.org" not in caplog.text
