from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bilan.document import Edition
from bilan.errors import BusyError
from bilan.ledger.book import Ledger
from bilan.ledger.outbox import message_id
from bilan.ledger.records import Due, MessageKind, ReceiptState, Receiver

ANNA, ARCHIVE = Receiver("smtp", "anna@example.org"), Receiver("folder", "ministry")
LEASE = timedelta(minutes=5)


def test_issuing_writes_one_row_for_each_receiver(ledger: Ledger, edition: Callable[..., Edition], now: datetime) -> None:
    number = ledger.record_edition(edition(), "b" * 64, None, now, receivers=[ANNA, ARCHIVE, ANNA])

    rows = ledger.outbox.rows(number)

    assert [(row.receiver, row.kind, row.state) for row in rows] == [
        (ANNA, MessageKind.EDITION, ReceiptState.PENDING),
        (ARCHIVE, MessageKind.EDITION, ReceiptState.PENDING),
    ]
    assert [(row.sha256, row.attempt, row.next_try_at, row.settled_at) for row in rows] == [("a" * 64, 0, now, None)] * 2
    assert ledger.outbox.rows(number + 1) == []


def test_recording_again_sends_nothing_again(ledger: Ledger, edition: Callable[..., Edition], now: datetime) -> None:
    numbers = [ledger.record_edition(edition(), "b" * 64, None, now, receivers=[ANNA]) for _ in range(2)]

    assert numbers[0] == numbers[1]
    assert len(ledger.outbox.rows()) == 1


def test_a_lost_claim_leaves_no_row_for_anyone(
    ledger: Ledger, due: Callable[..., Due], edition: Callable[..., Edition], now: datetime
) -> None:
    ledger.plan([due()], now)
    stale = ledger.claim(now, "one", LEASE)
    ledger.claim(now + LEASE, "two", LEASE)

    with pytest.raises(BusyError):
        ledger.record_edition(edition(), "b" * 64, None, now + LEASE, stale, [ANNA])

    assert ledger.outbox.rows() == []


def test_a_message_id_is_the_same_for_the_same_and_another_for_anything_else() -> None:
    name, sha256 = "kz-kg/2026-10/analyst.fr issue 1", "a" * 64
    base = message_id(name, MessageKind.EDITION, ANNA, sha256)
    others = {
        message_id("kz-kg/2026-10/analyst.fr issue 2", MessageKind.EDITION, ANNA, sha256),
        message_id(name, MessageKind.WITHDRAWAL, ANNA, sha256),
        message_id(name, MessageKind.EDITION, ARCHIVE, sha256),
        message_id(name, MessageKind.EDITION, ANNA, "b" * 64),
    }

    assert base == message_id(name, MessageKind.EDITION, Receiver("smtp", "anna@example.org"), sha256)
    assert len(others | {base}) == 5
