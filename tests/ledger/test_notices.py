from collections.abc import Callable
from datetime import datetime, timedelta

from bilan.document import Edition
from bilan.ledger.book import Ledger
from bilan.ledger.records import Due, Ending, ReceiptState, Receiver, State

LEASE = timedelta(minutes=5)
ANNA = Receiver("smtp", "anna@example.org")


def subjects(ledger: Ledger) -> list[str]:
    return [one.subject for one in ledger.notices.rows()]


def test_an_episode_is_told_once(ledger: Ledger, now: datetime) -> None:
    assert ledger.notices.open("deadline:monthly:2026-10", "data are late", "by two days", now)
    assert not ledger.notices.open("deadline:monthly:2026-10", "data are late", "by three days", now)

    (row,) = ledger.notices.rows()
    assert (row.subject, row.detail, row.state, row.attempt, row.told_at) == ("data are late", "by two days", ReceiptState.PENDING, 0, None)


def test_a_held_and_a_failed_edition_are_episodes_and_each_new_hold_is_another(
    ledger: Ledger, due: Callable[..., Due], now: datetime
) -> None:
    ledger.plan([due(), due("minister")], now)
    first, second = (ledger.claim(now, "one", LEASE) for _ in range(2))
    assert first is not None
    assert second is not None
    ledger.finish(first, State.HELD, now, "the gate held it")
    ledger.finish(second, State.FAILED, now, "no such template")

    assert (ledger.notices.watch(now), ledger.notices.watch(now)) == (2, 0)
    assert sorted(subjects(ledger)) == ["kz-kg/2026-10/analyst.fr is held", "kz-kg/2026-10/minister.fr failed"]
    assert any("the gate held it" in one.detail for one in ledger.notices.rows())


def test_an_unknown_and_a_refused_delivery_are_told_with_what_to_do(ledger: Ledger, edition: Callable[..., Edition], now: datetime) -> None:
    ledger.record_edition(edition(), "b" * 64, None, now, receivers=[ANNA, Receiver("smtp", "boris@example.org")])
    for row, state in zip(ledger.outbox.due(now), (ReceiptState.UNKNOWN, ReceiptState.REFUSED), strict=True):
        mine = ledger.outbox.begin(row, now, "one", LEASE)
        assert mine is not None
        ledger.outbox.settle(mine, Ending(state, "lost" if state is ReceiptState.UNKNOWN else "no such user", 550), now)

    assert (ledger.notices.watch(now), ledger.notices.watch(now)) == (2, 0)
    first, second = ledger.notices.rows()
    assert first.subject == "delivery 1 unknown"
    assert first.detail.splitlines() == [
        "kz-kg/2026-10/analyst.fr issue 1, edition, to anna@example.org by smtp", "550 lost",
        "It may have arrived. `bilan send --resolve sent 1` if it did, `bilan send --resolve again 1` if it did not.",
    ]  # fmt: skip
    assert "no such user" in second.detail


def test_a_delivery_that_is_unknown_again_is_told_again(ledger: Ledger, edition: Callable[..., Edition], now: datetime) -> None:
    ledger.record_edition(edition(), "b" * 64, None, now, receivers=[ANNA])
    for _ in range(2):
        (row,) = ledger.outbox.due(now)
        mine = ledger.outbox.begin(row, now, "one", LEASE)
        assert mine is not None
        ledger.outbox.settle(mine, Ending(ReceiptState.UNKNOWN, "lost"), now)
        assert ledger.notices.watch(now) == 1
        ledger.outbox.resolve(row.id, ReceiptState.PENDING, "aigul", now)


def test_all_that_waits_is_told_together_and_by_one_teller(ledger: Ledger, now: datetime) -> None:
    for name in ("a", "b"):
        ledger.notices.open(name, name, "", now)

    rows = ledger.notices.take(now, LEASE)

    assert [one.episode for one in rows] == ["a", "b"]
    assert ledger.notices.take(now, LEASE) == []
    ledger.notices.settle(rows, ReceiptState.SENT, now)
    assert [(one.state, one.told_at) for one in ledger.notices.rows()] == [(ReceiptState.SENT, now)] * 2
    assert ledger.notices.take(now + timedelta(days=9), LEASE) == []


def test_what_a_lost_teller_took_is_told_after_all(ledger: Ledger, now: datetime) -> None:
    ledger.notices.open("a", "a", "", now)
    ledger.notices.take(now, LEASE)

    assert [one.episode for one in ledger.notices.take(now + LEASE, LEASE)] == ["a"]


def test_a_deferred_notice_waits_for_its_time(ledger: Ledger, now: datetime) -> None:
    ledger.notices.open("a", "a", "", now)
    ledger.notices.settle(ledger.notices.take(now, LEASE), ReceiptState.DEFERRED, now, now + LEASE)

    assert ledger.notices.take(now, LEASE) == []
    (row,) = ledger.notices.take(now + LEASE, LEASE)
    assert row.attempt == 1


def test_a_subject_has_an_end(ledger: Ledger, now: datetime) -> None:
    ledger.notices.open("a", "x" * 400, "", now)

    assert len(ledger.notices.rows()[0].subject) == 300
