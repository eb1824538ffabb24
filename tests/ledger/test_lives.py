from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from bilan.document import Edition
from bilan.errors import LedgerError
from bilan.ledger.book import Ledger
from bilan.ledger.records import Due, MessageKind, ReceiptState, Receiver, State

ANNA, BORIS, CLARA = (Receiver("smtp", f"{name}@example.org") for name in ("anna", "boris", "clara"))
HOUR = timedelta(hours=1)


def reached(ledger: Ledger, state: ReceiptState, *receivers: Receiver) -> None:
    """Let receivers stand in a state, as delivery leaves them."""
    with ledger._door.write() as connection:
        for one in receivers:
            values = {"state": state.value, "who": one.recipient}
            connection.execute(text("UPDATE outbox SET state = :state WHERE recipient = :who"), values)


def test_a_withdrawn_edition_keeps_its_number_and_tells_why(ledger: Ledger, edition: Callable[..., Edition], now: datetime) -> None:
    number = ledger.record_edition(edition(), "b" * 64, None, now)

    answered = ledger.withdraw(number, "a wrong table", "anna", now + HOUR)

    (row,) = ledger.editions()
    assert answered == row
    assert (row.number, row.issue, row.state, row.reason, row.settled_at) == (1, 1, State.WITHDRAWN, "a wrong table", now + HOUR)
    last = ledger.events("kz-kg/2026-10/analyst.fr issue 1")[-1]
    assert (last.from_state, last.to_state, last.actor, last.detail) == ("issued", "withdrawn", "anna", "a wrong table")


def test_who_has_a_withdrawn_edition_is_told_and_who_waits_for_it_gets_nothing(
    ledger: Ledger, edition: Callable[..., Edition], now: datetime
) -> None:
    number = ledger.record_edition(edition(), "b" * 64, None, now, receivers=[ANNA, BORIS, CLARA])
    reached(ledger, ReceiptState.SENT, ANNA)
    reached(ledger, ReceiptState.UNKNOWN, BORIS)

    ledger.withdraw(number, "a wrong table", "anna", now + HOUR)

    rows = [(row.receiver, row.kind, row.state) for row in ledger.outbox.rows(number)]
    assert rows == [
        (ANNA, MessageKind.EDITION, ReceiptState.SENT),
        (BORIS, MessageKind.EDITION, ReceiptState.UNKNOWN),
        (CLARA, MessageKind.EDITION, ReceiptState.CANCELLED),
        (ANNA, MessageKind.WITHDRAWAL, ReceiptState.PENDING),
        (BORIS, MessageKind.WITHDRAWAL, ReceiptState.PENDING),
    ]
    assert ledger.outbox.rows(number)[2].last_text == "the edition was withdrawn: a wrong table"


def test_withdrawing_twice_is_no_news(ledger: Ledger, edition: Callable[..., Edition], now: datetime) -> None:
    number = ledger.record_edition(edition(), "b" * 64, None, now)
    first = ledger.withdraw(number, "a wrong table", "anna", now)
    before = ledger.events()

    assert ledger.withdraw(number, "another reason", "boris", now + HOUR) == first
    assert ledger.events() == before


def test_a_later_issue_supersedes_the_one_before(ledger: Ledger, edition: Callable[..., Edition], now: datetime) -> None:
    first = ledger.record_edition(edition(), "b" * 64, None, now, receivers=[ANNA])
    second = ledger.record_edition(edition(issue=2, key="k2"), "c" * 64, None, now + HOUR, receivers=[ANNA])

    old, new = ledger.editions()
    assert (old.state, old.settled_at, new.state, new.supersedes) == (State.SUPERSEDED, now + HOUR, State.ISSUED, first)
    assert [(row.kind, row.state) for row in ledger.outbox.rows()] == [
        (MessageKind.EDITION, ReceiptState.CANCELLED),
        (MessageKind.CORRECTION, ReceiptState.PENDING),
    ]
    assert ledger.events("kz-kg/2026-10/analyst.fr issue 1")[-1].detail == "by issue 2"
    assert ledger.outbox.rows(second)[0].receiver == ANNA


def test_a_correction_of_what_was_withdrawn_leaves_it_withdrawn(ledger: Ledger, edition: Callable[..., Edition], now: datetime) -> None:
    first = ledger.record_edition(edition(), "b" * 64, None, now)
    ledger.withdraw(first, "a wrong table", "anna", now)
    ledger.record_edition(edition(issue=2, key="k2"), "c" * 64, None, now + HOUR)

    old, new = ledger.editions()
    assert (old.state, new.supersedes) == (State.WITHDRAWN, first)


def test_issues_adopted_from_the_archive_fall_into_line(ledger: Ledger, edition: Callable[..., Edition], now: datetime) -> None:
    ledger.adopt([(edition(issue=2, key="k2"), "c" * 64)], now)

    assert ledger.adopt([(edition(), "b" * 64), (edition(issue=3, key="k3"), "d" * 64)], now) == 2

    rows = ledger.editions()
    assert [row.state for row in rows] == [State.SUPERSEDED, State.SUPERSEDED, State.ISSUED]
    assert [row.supersedes for row in rows] == [None, rows[0].id, rows[1].id]


def test_only_the_last_issue_can_be_withdrawn_and_only_one_that_is_there(
    ledger: Ledger, edition: Callable[..., Edition], now: datetime
) -> None:
    first = ledger.record_edition(edition(), "b" * 64, None, now)
    ledger.record_edition(edition(issue=2, key="k2"), "c" * 64, None, now)

    with pytest.raises(LedgerError, match=r"edition kz-kg/2026-10/analyst\.fr issue 1: was superseded by a later issue") as caught:
        ledger.withdraw(first, "a wrong table", "anna", now)
    assert caught.value.hint == "withdraw the later issue"
    with pytest.raises(LedgerError, match="edition 9: is not in the ledger"):
        ledger.withdraw(9, "a wrong table", "anna", now)


def test_a_withdrawal_found_in_the_archive_counts_for_an_older_ledger_too(
    ledger: Ledger, edition: Callable[..., Edition], now: datetime
) -> None:
    ledger.record_edition(edition(), "b" * 64, None, now)
    gone = replace(edition(), state="withdrawn", reason="wrong", settled_at=now - timedelta(days=1))
    never_seen = replace(edition(issue=2, key="k2"), state="withdrawn", reason="wrong too")

    assert ledger.adopt([(gone, "b" * 64), (never_seen, "c" * 64)], now) == 1
    assert ledger.adopt([(gone, "b" * 64), (never_seen, "c" * 64)], now) == 0

    rows = ledger.editions()
    assert [(row.state, row.reason, row.settled_at) for row in rows] == [
        (State.WITHDRAWN, "wrong", now - timedelta(days=1)),
        (State.WITHDRAWN, "wrong too", now),
    ]
    events = ledger.events("kz-kg/2026-10/analyst.fr issue 1")
    assert [(one.from_state, one.to_state, one.actor) for one in events][-1] == ("issued", "withdrawn", "archive")


def test_an_edition_made_by_hand_is_sent_when_its_schedule_asks_for_it(
    ledger: Ledger, edition: Callable[..., Edition], due: Callable[..., Due], now: datetime
) -> None:
    number = ledger.record_edition(edition(), "b" * 64, None, now + HOUR, receivers=[ANNA])
    asked = []

    def receivers(one: Due) -> list[Receiver]:
        asked.append(str(one))
        return [ANNA, BORIS]

    for _ in range(2):
        ledger.catch_up([due()], now + 2 * HOUR, receivers=receivers)

    assert asked == ["monthly: kz-kg/2026-10/analyst.fr"]
    assert [(row.receiver, row.kind) for row in ledger.outbox.rows(number)] == [(ANNA, MessageKind.EDITION), (BORIS, MessageKind.EDITION)]


def test_what_nobody_is_to_get_is_sent_to_nobody(
    ledger: Ledger, edition: Callable[..., Edition], due: Callable[..., Due], now: datetime
) -> None:
    ledger.record_edition(edition(), "b" * 64, None, now + HOUR)
    ledger.catch_up([due()], now + 2 * HOUR)

    assert ledger.outbox.rows() == []
