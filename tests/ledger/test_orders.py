from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bilan.document import Edition, Identity
from bilan.errors import ConflictError, UsageError
from bilan.ledger.book import Ledger
from bilan.ledger.orders import Wanted
from bilan.ledger.records import Origin, State
from bilan.period import Period

LEASE = timedelta(minutes=5)
OCTOBER = Period.parse("2026-10")
MINISTER, ANALYST = (Identity("kz-kg", OCTOBER, name, "fr") for name in ("minister", "analyst"))
DAY = date(2026, 10, 31)
WANTED = Wanted([(MINISTER, DAY), (ANALYST, DAY)], '{"period": "2026-10"}', "anna", "key-1")


def test_an_order_is_one_occurrence_an_edition(ledger: Ledger, now: datetime) -> None:
    rows = ledger.orders.place(WANTED, now)

    assert [str(row.due) for row in rows] == ["on demand: kz-kg/2026-10/minister.fr", "on demand: kz-kg/2026-10/analyst.fr"]
    assert {(row.state, row.origin, row.due.as_of, row.due.due_at, row.request) for row in rows} == {
        (State.DUE, Origin.ON_DEMAND, DAY, now, '{"period": "2026-10"}')
    }
    assert [(one.actor, one.detail) for one in ledger.events()] == [("anna", "ordered as of 2026-10-31")] * 2


def test_the_same_order_under_the_same_key_is_the_same_rows(ledger: Ledger, now: datetime) -> None:
    first = ledger.orders.place(WANTED, now)

    assert ledger.orders.place(replace(WANTED, actor="boris"), now + LEASE) == first
    assert ledger.orders.find("key-1") == first
    assert len(ledger.events()) == 2
    assert ledger.orders.find("key") == ledger.orders.find("key_1") == []


def test_another_order_under_the_same_key_is_a_conflict(ledger: Ledger, now: datetime) -> None:
    ledger.orders.place(WANTED, now)

    with pytest.raises(ConflictError, match=r"key 'key-1': stands for another order: \{\"period\": \"2026-10\"\}") as caught:
        ledger.orders.place(replace(WANTED, request='{"period": "2026-09"}'), now)
    assert caught.value.hint == "take another key, or ask for the same"


@pytest.mark.parametrize("key", ["a b", "#", "x" * 151, "%"])
def test_a_key_that_cannot_be_is_told(ledger: Ledger, now: datetime, key: str) -> None:
    with pytest.raises(UsageError, match="cannot be used"):
        ledger.orders.place(replace(WANTED, key=key), now)


def test_orders_without_a_key_are_orders_of_their_own(ledger: Ledger, now: datetime) -> None:
    first, second = (ledger.orders.place(replace(WANTED, key=""), now) for _ in range(2))

    assert [row.due.revision for row in (*first, *second)] == [1, 1, 2, 2]
    assert str(second[0].due) == "on demand 2: kz-kg/2026-10/minister.fr"


def test_who_orders_and_begins_is_overtaken_by_nobody(ledger: Ledger, now: datetime) -> None:
    rows, claims = ledger.orders.begin(WANTED, now, "one", LEASE)

    assert [claim.due for claim in claims] == [row.due for row in rows]
    assert {claim.fence for claim in claims} == {1}
    assert ledger.claim(now, "two", LEASE) is None
    assert [run.state for run in ledger.runs()] == [State.RUNNING] * 2


def test_beginning_again_takes_what_was_left_behind_and_nothing_else(
    ledger: Ledger, edition: Callable[..., Edition], now: datetime
) -> None:
    _, (first, _) = ledger.orders.begin(WANTED, now, "one", LEASE)
    ledger.record_edition(edition(MINISTER), "b" * 64, None, now, first)

    assert ledger.orders.begin(WANTED, now, "two", LEASE)[1] == []
    rows, claims = ledger.orders.begin(WANTED, now + LEASE, "two", LEASE)

    assert [row.state for row in rows] == [State.ISSUED, State.RUNNING]
    assert [(claim.due.identity, claim.fence) for claim in claims] == [(ANALYST, 2)]


def test_a_schedules_worker_takes_the_editions_of_one_order_together(ledger: Ledger, now: datetime) -> None:
    ledger.orders.place(WANTED, now)
    ledger.orders.place(replace(WANTED, key="", request="{}"), now)

    first = ledger.claim(now, "one", LEASE)
    assert first is not None
    second = ledger.claim(now, "one", LEASE, like=first.due)

    assert second is not None
    assert second.due.revision == first.due.revision == 1
    assert ledger.claim(now, "one", LEASE, like=first.due) is None


def test_an_edition_as_of_another_day_does_not_settle_an_order(ledger: Ledger, edition: Callable[..., Edition], now: datetime) -> None:
    september = (MINISTER, date(2026, 9, 30))
    ledger.orders.place(Wanted([september], "{}", "anna"), now)
    ledger.record_edition(edition(MINISTER), "b" * 64, None, now)

    assert ledger.settle(now) == 0


def test_one_key_used_by_many_at_once_is_one_order(url: str, tmp_path: Path, now: datetime) -> None:
    def ordered(_: int) -> list[int]:
        with Ledger.open(url, tmp_path) as mine:
            return [row.id for row in mine.orders.place(WANTED, now)]

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(ordered, range(8)))

    assert answers == [[1, 2]] * 8
