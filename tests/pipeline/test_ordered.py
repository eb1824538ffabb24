import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.pipeline import small

from bilan.errors import (
    AwaitingError,
    BilanError,
    BusyError,
    CancelledError,
    ConflictError,
    DiskError,
    HeldError,
    Problem,
    RenderError,
    TakenOverError,
)
from bilan.ledger.acts import Act
from bilan.ledger.book import Ledger
from bilan.ledger.leases import LEASE
from bilan.ledger.records import OccurrenceRow, State
from bilan.period import Period
from bilan.pipeline.build import Session
from bilan.pipeline.ordered import Ordered, ordered, request_text, strictly
from bilan.pipeline.outcome import Outcome
from bilan.pipeline.publish import Desk, publish
from bilan.pipeline.request import Order, Request

ASKED = [Order(small.MINISTER, small.DAY, small.NOW.date())]
FULL = DiskError("reports", "the disk is full", "free some space")
GAP = HeldError("kz-kg/2026-10/minister.en", (Problem("trade", "a gap"),))


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(small.project(tmp_path), small.NOW, tmp_path, actor="anna", key="k", owner="one")


@pytest.fixture
def ledger(session: Session) -> Iterator[Ledger]:
    with Ledger.open(session.project.config.ledger, session.project.root) as opened:
        yield opened


@pytest.fixture
def desk(session: Session, ledger: Ledger) -> Desk:
    return small.desk(session.project, ledger)


def serve(session: Session, ledger: Ledger, outcome: Outcome | None = None, request: Request | None = None) -> Ordered:
    """Order one edition; what is ours to make ends as given."""
    with ordered(session, ledger, request or Request(), ASKED) as order:
        if outcome:
            order.made.update(dict.fromkeys(order.claims, outcome))
    return order


def row(ledger: Ledger) -> OccurrenceRow:
    return ledger.occurrences()[0]


def failed(error: BilanError) -> Outcome:
    return Outcome(small.MINISTER, error=error)


def test_what_is_ours_to_make_is_claimed_at_once(session: Session, ledger: Ledger) -> None:
    with ordered(session, ledger, Request(), ASKED) as order:
        assert order.orders == ASKED
        assert ledger.claim(small.NOW, "two", LEASE) is None
        order.made[small.MINISTER] = failed(GAP)

    assert (row(ledger).owner, row(ledger).state, row(ledger).request) == ("one", State.HELD, "{}")
    assert ledger.events()[0].actor == "anna"


@pytest.mark.parametrize(
    ("error", "key", "state"),
    [
        (GAP, "k", State.HELD),
        (RenderError("page 2", "a box too wide"), "k", State.FAILED),
        (CancelledError("order", "was cancelled"), "k", State.CANCELLED),
        (FULL, "k", State.DUE),
        (FULL, "", State.FAILED),
    ],
)
def test_an_order_ends_as_its_edition_does(session: Session, ledger: Ledger, error: BilanError, key: str, state: State) -> None:
    serve(replace(session, key=key), ledger, failed(error))

    assert row(ledger).state is state
    assert str(error) in row(ledger).reason


def test_the_same_order_again_tries_at_once_what_failed_in_passing(session: Session, ledger: Ledger) -> None:
    serve(session, ledger, failed(FULL))

    assert serve(session, ledger, failed(GAP)).orders == ASKED
    assert row(ledger).state is State.HELD


def test_an_edition_that_is_out_answers_the_same_order(session: Session, ledger: Ledger, desk: Desk) -> None:
    with ordered(session, ledger, Request(), ASKED) as order:
        order.made[small.MINISTER] = publish(desk, small.content(), order.claims[small.MINISTER])

    again = serve(session, ledger)

    edition = again.stood[small.MINISTER].edition
    assert edition is not None
    assert (again.orders, edition.path, edition.reused) == ([], "kz-kg/2026-10/minister.en.pdf", True)


def test_an_unchanged_edition_serves_an_order_too(session: Session, ledger: Ledger, desk: Desk) -> None:
    edition = publish(desk, small.content(), small.claimed(ledger)).edition
    assert edition is not None

    serve(session, ledger, Outcome(small.MINISTER, replace(edition, reused=True)))

    assert [(one.state, one.reason) for one in ledger.occurrences()] == [(State.ISSUED, "kz-kg/2026-10/minister.en.pdf")] * 2


def test_what_was_not_issued_says_why_and_how_to_go_on(session: Session, ledger: Ledger) -> None:
    serve(session, ledger, failed(GAP))

    error = serve(session, ledger).stood[small.MINISTER].error

    assert isinstance(error, HeldError)
    assert "a gap" in str(error)
    assert "`bilan retry 1` tries again" in str(error)


def test_what_another_process_makes_is_busy(session: Session, ledger: Ledger) -> None:
    with ordered(session, ledger, Request(), ASKED) as order:
        other = serve(replace(session, owner="two"), ledger)
        order.made[small.MINISTER] = failed(GAP)

    error = other.stood[small.MINISTER].error
    assert isinstance(error, BusyError)
    assert str(error) == "on demand: kz-kg/2026-10/minister.en: is being made by one"


def test_every_state_has_its_answer(session: Session, ledger: Ledger) -> None:
    told: list[str] = []
    serve(session, ledger, failed(RenderError("page 2", "a box too wide")))
    told.append(str(serve(session, ledger).stood[small.MINISTER].error))
    ledger.act(Act.RETRY, 1, ("anna", ""), small.NOW)
    with ordered(session, ledger, Request(), ASKED) as order:
        ledger.act(Act.CANCEL, 1, ("anna", "not this month"), small.NOW)
        told.append(str(serve(session, ledger).stood[small.MINISTER].error))
        order.made[small.MINISTER] = failed(CancelledError("order", "called off"))
    told.append(str(serve(session, ledger).stood[small.MINISTER].error))

    assert told == [
        "on demand: kz-kg/2026-10/minister.en: is failed: page 2: a box too wide",
        "on demand: kz-kg/2026-10/minister.en: is being cancelled: not this month",
        "on demand: kz-kg/2026-10/minister.en: was cancelled: order: called off",
    ]


def test_what_awaits_approval_is_left_to_those_who_approve(session: Session, ledger: Ledger) -> None:
    guarded = Desk(
        small.project(session.project.root, "[approval]\nminister = 1\n"), ledger, small.desk(session.project, ledger).archive, small.NOW
    )

    with ordered(session, ledger, Request(), ASKED) as order:
        with pytest.raises(AwaitingError) as caught:
            publish(guarded, small.content(), order.claims[small.MINISTER])
        order.made[small.MINISTER] = failed(caught.value)

    assert row(ledger).state is State.AWAITING
    assert isinstance(serve(session, ledger).stood[small.MINISTER].error, AwaitingError)


def test_what_another_worker_took_over_is_left_to_it(session: Session, ledger: Ledger) -> None:
    with ordered(session, ledger, Request(), ASKED) as order:
        ledger.claim(small.NOW + LEASE, "two", LEASE)
        order.made[small.MINISTER] = failed(TakenOverError("order", "was taken over"))

    assert (row(ledger).state, row(ledger).owner) == (State.RUNNING, "two")


@pytest.mark.parametrize(
    ("error", "key", "state", "reason"),
    [
        (KeyboardInterrupt(), "k", State.DUE, "given back: interrupted"),
        (KeyboardInterrupt(), "", State.CANCELLED, "interrupted"),
        (RenderError("fonts", "are missing"), "k", State.FAILED, "fonts: are missing"),
        (FULL, "k", State.DUE, "given back: reports: the disk is full"),
    ],
)
def test_what_stops_them_all_leaves_none_of_them_running(
    session: Session, ledger: Ledger, error: BaseException, key: str, state: State, reason: str
) -> None:
    with pytest.raises(type(error)), ordered(replace(session, key=key), ledger, Request(), ASKED):
        raise error

    assert (row(ledger).state, row(ledger).reason) == (state, reason)


def test_a_key_stands_for_one_request(session: Session, ledger: Ledger) -> None:
    serve(session, ledger, failed(GAP))

    with pytest.raises(ConflictError):
        serve(session, ledger, request=Request(strict=True))


def test_a_request_is_kept_as_it_was_asked() -> None:
    request = Request(("kz-kg",), Period.parse("2026-10"), ("minister",), (), small.DAY, strict=True)

    assert json.loads(request_text(request)) == {
        "partnerships": ["kz-kg"],
        "period": "2026-10",
        "audiences": ["minister"],
        "as_of": "2026-10-31",
        "strict": True,
    }
    assert request_text(Request()) == "{}"
    assert [strictly(text) for text in (request_text(request), request_text(Request()), None)] == [True, False, False]
