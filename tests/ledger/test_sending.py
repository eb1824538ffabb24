import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilan.document import Edition, Identity
from bilan.errors import ConflictError
from bilan.ledger.book import Ledger
from bilan.ledger.records import Ending, MessageKind, ReceiptRow, ReceiptState, Receiver
from bilan.ledger.sending import LOST, REPEATED
from bilan.period import Period

ANNA, BORIS, SHELF = Receiver("smtp", "anna@example.org"), Receiver("smtp", "boris@example.org"), Receiver("folder", "deliveries/a")
LEASE = timedelta(minutes=10)
SENT = Ending(ReceiptState.SENT, "ok", 250)
MakeEdition = Callable[..., Edition]


@pytest.fixture
def issue(ledger: Ledger, edition: MakeEdition, now: datetime) -> Callable[..., int]:
    """Issue an edition for receivers; its number in the ledger."""

    def make(*receivers: Receiver, issue: int = 1) -> int:
        return ledger.record_edition(edition(issue=issue, key=f"k{issue}"), "b" * 64, None, now, receivers=receivers)

    return make


def states(ledger: Ledger) -> list[str]:
    return [row.state.value for row in ledger.outbox.rows()]


def begun(ledger: Ledger, row: ReceiptRow, now: datetime, owner: str = "one") -> ReceiptRow:
    found = ledger.outbox.begin(row, now, owner, LEASE)
    assert found is not None
    return found


def test_a_message_is_written_down_as_being_sent_before_it_is(ledger: Ledger, issue: Callable[..., int], now: datetime) -> None:
    issue(ANNA, BORIS)
    first, second = ledger.outbox.due(now)

    mine = begun(ledger, first, now)

    assert (mine.state, mine.attempt, mine.fence, mine.owner, mine.lease_until) == (ReceiptState.SENDING, 1, 1, "one", now + LEASE)
    assert ledger.outbox.due(now) == [second]


def test_two_senders_never_send_the_same_message(ledger: Ledger, issue: Callable[..., int], now: datetime) -> None:
    issue(ANNA)
    (row,) = ledger.outbox.due(now)

    assert ledger.outbox.begin(row, now, "one", LEASE) is not None
    assert ledger.outbox.begin(row, now, "two", LEASE) is None


def test_a_sender_that_did_not_hear_it_began_hears_it_the_second_time(ledger: Ledger, issue: Callable[..., int], now: datetime) -> None:
    issue(ANNA)
    (row,) = ledger.outbox.due(now)
    first = begun(ledger, row, now)

    assert ledger.outbox.begin(row, now, "one", LEASE) == first


def test_what_became_of_it_is_kept_in_the_servers_words(ledger: Ledger, issue: Callable[..., int], now: datetime) -> None:
    issue(ANNA)
    mine = begun(ledger, ledger.outbox.due(now)[0], now)

    assert ledger.outbox.settle(mine, Ending(ReceiptState.REFUSED, "no such user", 550), now + LEASE)
    assert ledger.outbox.settle(mine, Ending(ReceiptState.REFUSED, "no such user", 550), now + LEASE)

    (row,) = ledger.outbox.rows()
    assert (row.state, row.last_code, row.last_text, row.settled_at) == (ReceiptState.REFUSED, 550, "no such user", now + LEASE)
    (event,) = ledger.events(f"delivery {row.id}")
    assert (event.from_state, event.to_state, event.detail) == ("sending", "refused", "550 no such user")


def test_no_event_holds_an_address(ledger: Ledger, issue: Callable[..., int], now: datetime) -> None:
    issue(ANNA)
    ledger.outbox.settle(begun(ledger, ledger.outbox.due(now)[0], now), SENT, now)

    assert "anna" not in repr(ledger.events())


def test_a_deferred_message_is_due_again_when_its_time_has_come(ledger: Ledger, issue: Callable[..., int], now: datetime) -> None:
    issue(ANNA)
    later = now + timedelta(minutes=2)
    ledger.outbox.settle(begun(ledger, ledger.outbox.due(now)[0], now), Ending(ReceiptState.DEFERRED, "busy", 450, later), now)

    assert ledger.outbox.due(later - timedelta(seconds=1)) == []
    (row,) = ledger.outbox.due(later)
    assert begun(ledger, row, later).attempt == 2


def test_what_a_lost_sender_left_is_unknown_and_never_due_again(ledger: Ledger, issue: Callable[..., int], now: datetime) -> None:
    issue(ANNA)
    begun(ledger, ledger.outbox.due(now)[0], now)

    assert ledger.outbox.recover(now + LEASE - timedelta(seconds=1), {"folder"}) == []
    (lost,) = ledger.outbox.recover(now + LEASE, {"folder"})

    assert (lost.state, lost.last_text) == (ReceiptState.UNKNOWN, LOST)
    assert ledger.outbox.due(now + timedelta(days=400)) == []
    assert ledger.outbox.recover(now + timedelta(days=400), {"folder"}) == []


def test_what_a_lost_sender_left_is_tried_again_where_twice_does_no_harm(ledger: Ledger, issue: Callable[..., int], now: datetime) -> None:
    issue(SHELF)
    begun(ledger, ledger.outbox.due(now)[0], now)

    assert ledger.outbox.recover(now + LEASE, {"folder"}) == []
    (row,) = ledger.outbox.due(now + LEASE)
    assert (row.state, row.last_text) == (ReceiptState.DEFERRED, REPEATED)


def test_a_sender_that_comes_back_late_still_tells_the_truth(ledger: Ledger, issue: Callable[..., int], now: datetime) -> None:
    issue(ANNA)
    mine = begun(ledger, ledger.outbox.due(now)[0], now)
    ledger.outbox.recover(now + LEASE, ())

    assert ledger.outbox.settle(mine, SENT, now + 2 * LEASE)
    assert states(ledger) == ["sent"]


def test_a_sender_that_comes_back_after_a_decision_changes_nothing(ledger: Ledger, issue: Callable[..., int], now: datetime) -> None:
    issue(ANNA)
    mine = begun(ledger, ledger.outbox.due(now)[0], now)
    ledger.outbox.recover(now + LEASE, ())
    ledger.outbox.resolve(mine.id, ReceiptState.PENDING, "aigul", now + LEASE)

    assert not ledger.outbox.settle(mine, SENT, now + 2 * LEASE)
    assert states(ledger) == ["pending"]


@pytest.mark.parametrize("end", ["withdrawn", "superseded"])
def test_nothing_is_sent_of_an_edition_that_is_no_longer_the_one_to_read(
    ledger: Ledger, issue: Callable[..., int], now: datetime, end: str
) -> None:
    number = issue(ANNA, BORIS)
    waits, tried = ledger.outbox.due(now)
    mine = begun(ledger, tried, now)
    if end == "withdrawn":
        ledger.withdraw(number, "wrong total", "aigul", now)
    else:
        issue(issue=2)
    ledger.outbox.settle(mine, Ending(ReceiptState.DEFERRED, "busy", 450, now), now)

    assert ledger.outbox.begin(waits, now, "one", LEASE) is None
    assert ledger.outbox.begin(ledger.outbox.rows(number)[1], now, "one", LEASE) is None
    ledger.outbox.recover(now, ())
    assert [row.state for row in ledger.outbox.rows(number)[:2]] == [ReceiptState.CANCELLED] * 2


def test_the_notice_of_a_withdrawal_is_sent(ledger: Ledger, issue: Callable[..., int], now: datetime) -> None:
    number = issue(ANNA)
    ledger.outbox.settle(begun(ledger, ledger.outbox.due(now)[0], now), SENT, now)
    ledger.withdraw(number, "wrong total", "aigul", now)

    (notice,) = ledger.outbox.due(now)

    assert notice.kind is MessageKind.WITHDRAWAL
    assert begun(ledger, notice, now).state is ReceiptState.SENDING


def test_a_waiting_message_can_be_cancelled_and_one_on_its_way_cannot(ledger: Ledger, issue: Callable[..., int], now: datetime) -> None:
    issue(ANNA, BORIS)
    first, second = ledger.outbox.due(now)
    begun(ledger, second, now)

    assert ledger.outbox.cancel(first, "left the list", now)
    assert not ledger.outbox.cancel(second, "left the list", now)
    assert states(ledger) == ["cancelled", "sending"]


@pytest.mark.parametrize(("to", "state"), [(ReceiptState.SENT, "sent"), (ReceiptState.PENDING, "pending")])
def test_a_person_decides_what_became_of_an_unknown_message(
    ledger: Ledger, issue: Callable[..., int], now: datetime, to: ReceiptState, state: str
) -> None:
    issue(ANNA)
    mine = begun(ledger, ledger.outbox.due(now)[0], now)
    ledger.outbox.settle(mine, Ending(ReceiptState.UNKNOWN, "lost"), now)

    decided = ledger.outbox.resolve(mine.id, to, "aigul", now)

    assert (decided.state.value, decided.last_text) == (state, "decided by aigul")
    assert len(ledger.outbox.due(now)) == (state == "pending")
    assert ledger.events(f"delivery {mine.id}")[-1].detail == "decided by aigul"


def test_what_was_refused_can_be_sent_again_but_not_called_sent(ledger: Ledger, issue: Callable[..., int], now: datetime) -> None:
    issue(ANNA)
    mine = begun(ledger, ledger.outbox.due(now)[0], now)
    ledger.outbox.settle(mine, Ending(ReceiptState.REFUSED, "no", 550), now)

    with pytest.raises(ConflictError, match="is refused: there is nothing to decide"):
        ledger.outbox.resolve(mine.id, ReceiptState.SENT, "aigul", now)
    assert ledger.outbox.resolve(mine.id, ReceiptState.PENDING, "aigul", now).attempt == 0


def test_what_was_sent_cannot_be_sent_again_by_a_slip(ledger: Ledger, issue: Callable[..., int], now: datetime) -> None:
    issue(ANNA)
    mine = begun(ledger, ledger.outbox.due(now)[0], now)
    ledger.outbox.settle(mine, SENT, now)

    for to in (ReceiptState.SENT, ReceiptState.PENDING):
        with pytest.raises(ConflictError, match="is sent: there is nothing to decide"):
            ledger.outbox.resolve(mine.id, to, "aigul", now)
    with pytest.raises(ConflictError, match="delivery 99: is not in the ledger"):
        ledger.outbox.resolve(99, ReceiptState.SENT, "aigul", now)


def test_receivers_are_added_once(ledger: Ledger, issue: Callable[..., int], now: datetime) -> None:
    issue(ANNA)
    (row,) = ledger.editions()

    assert ledger.outbox.add(row, MessageKind.EDITION, [ANNA, BORIS, BORIS], now) == 1
    assert ledger.outbox.add(row, MessageKind.EDITION, [ANNA, BORIS], now) == 0
    assert [one.receiver for one in ledger.outbox.rows()] == [ANNA, BORIS]


def test_one_edition_alone_can_be_asked_for(ledger: Ledger, edition: MakeEdition, issue: Callable[..., int], now: datetime) -> None:
    number = issue(ANNA)
    ledger.record_edition(edition(Identity("kz-kg", Period.parse("2026-10"), "press", "en")), "c" * 64, None, now, receivers=[BORIS])

    assert [row.receiver for row in ledger.outbox.due(now, number)] == [ANNA]
    assert [row.receiver for row in ledger.outbox.due(now)] == [ANNA, BORIS]


def test_limits_know_whom_something_was_sent_to_lately(ledger: Ledger, issue: Callable[..., int], now: datetime) -> None:
    issue(ANNA, BORIS)
    first, second = ledger.outbox.due(now)
    ledger.outbox.settle(begun(ledger, first, now), Ending(ReceiptState.DEFERRED, "busy", 450, now + LEASE), now)
    ledger.outbox.cancel(second, "left", now)

    assert ledger.outbox.tried_since(now - timedelta(minutes=1)) == [ANNA]
    assert ledger.outbox.tried_since(now) == []


def test_a_channel_tells_when_it_last_worked(ledger: Ledger, issue: Callable[..., int], now: datetime) -> None:
    issue(ANNA, SHELF)
    assert ledger.outbox.last_sent("smtp") is None
    ledger.outbox.settle(begun(ledger, ledger.outbox.due(now)[0], now), SENT, now + LEASE)

    assert (ledger.outbox.last_sent("smtp"), ledger.outbox.last_sent("folder")) == (now + LEASE, None)


def test_a_message_is_known_by_the_same_key_each_time(ledger: Ledger, issue: Callable[..., int], now: datetime) -> None:
    issue(ANNA)
    (row,) = ledger.outbox.due(now)

    assert begun(ledger, row, now).key == row.key == row.message_id[1:41]


ACTS = st.lists(
    st.tuples(st.sampled_from(["begin", "sent", "deferred", "unknown", "recover", "again", "stale"]), st.integers(0, 2)), max_size=25
)


@settings(max_examples=25)
@given(ACTS)
def test_whatever_happens_a_message_is_not_sent_again_after_it_may_have_arrived(
    request: pytest.FixtureRequest, acts: list[tuple[str, int]]
) -> None:
    """Law: between two beginnings of one message lies a deferral, or a person's word."""
    small, edition, now = (request.getfixturevalue(name) for name in ("law_ledger", "edition", "now"))
    number = len(small.editions()) + 1
    identity = Identity("kz-kg", Period.parse("2026-10").shift(number), "analyst", "fr")
    small.record_edition(edition(identity, number=number, key=f"law{number}"), "b" * 64, None, now, receivers=[ANNA])
    held: list[ReceiptRow] = []
    may_begin = True
    for act, pick in acts:
        (row,) = small.outbox.rows(number)
        chosen = held[pick % len(held)] if held else None
        if act == "begin" and (mine := small.outbox.begin(row, now, f"owner {len(held)}", LEASE)):
            assert may_begin
            may_begin = False
            held.append(mine)
        elif act == "recover":
            small.outbox.recover(now + LEASE, ())
        elif act == "again" and row.state in (ReceiptState.UNKNOWN, ReceiptState.REFUSED):
            small.outbox.resolve(row.id, ReceiptState.PENDING, "aigul", now)
            may_begin = True
        elif chosen and act in ("sent", "deferred", "unknown"):
            ended = small.outbox.settle(chosen, Ending(ReceiptState(act), act, None, now if act == "deferred" else None), now)
            may_begin = may_begin or (ended and act == "deferred" and small.outbox.rows(number)[0].state is ReceiptState.DEFERRED)


@pytest.fixture(scope="module")
def law_ledger(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """One ledger in a file for all examples of the law."""
    folder = tmp_path_factory.mktemp("law")
    shutil.copytree(prepared, folder / ".bilan")
    with Ledger.open("sqlite:///.bilan/ledger.sqlite3", folder) as opened:
        yield opened


def test_the_latest_rows_come_in_parts(ledger: Ledger, issue: Callable[..., int], now: datetime) -> None:
    first, second = issue(ANNA, BORIS), issue(ANNA, issue=2)
    newest = ledger.outbox.rows()[::-1]

    assert ledger.outbox.latest() == newest
    assert ledger.outbox.latest(most=1) == newest[:1]
    assert ledger.outbox.latest(before=newest[0].id) == newest[1:]
    assert ledger.outbox.latest(edition=first) == newest[1:]
    assert ledger.outbox.latest(ReceiptState.PENDING, second) == newest[:1]
    assert (ledger.outbox.find(newest[0].id), ledger.outbox.find(9)) == (newest[0], None)
    assert begun(ledger, newest[0], now).id == newest[0].id
