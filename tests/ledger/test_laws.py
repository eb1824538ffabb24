"""The laws of the ledger, however workers, pauses and people interleave: one edition a key, and a stale worker writes nothing."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test
from tests.postgres import quick_place

from bilan.document import Edition
from bilan.errors import CancelledError, ConflictError, TakenOverError
from bilan.ledger.acts import Act
from bilan.ledger.approvals import Built
from bilan.ledger.book import Ledger
from bilan.ledger.records import Claim, Due, OccurrenceRow, Receiver, State
from bilan.period import Period

LEASE = timedelta(minutes=5)
START = datetime(2026, 11, 2, 1, tzinfo=UTC)
DAY = date(2026, 11, 2)
ANNA = Receiver("smtp", "anna@example.org")
ANY = st.integers(0, 5)
AUDIENCES = ("minister", "analyst")
_numbers = count()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shared(request: pytest.FixtureRequest) -> Iterator[Ledger]:
    sqlite = request.param == "sqlite"
    url = "sqlite:///ledger.sqlite3" if sqlite else request.getfixturevalue("postgres").fresh()
    with TemporaryDirectory(prefix="bilan-", dir=quick_place()) as folder, Ledger.open(url, Path(folder)) as opened:
        yield opened


class Office(RuleBasedStateMachine):
    """Workers, some of them asleep for longer than a lease, a person and a clock share a ledger."""

    ledger: Ledger

    def __init__(self) -> None:
        super().__init__()
        self.now = START
        self.partnership = f"p{next(_numbers)}"
        self.claims: list[Claim] = []

    @initialize()
    def fall_due(self) -> None:
        """Two editions fall due, and the schedule says so twice."""
        for _ in range(2):
            self.ledger.plan([self.due(audience) for audience in AUDIENCES], self.now)

    @rule(audience=st.sampled_from(AUDIENCES), late=st.booleans())
    def claim(self, audience: str, late: bool) -> None:  # noqa: FBT001  hypothesis chooses
        """Somebody looks, perhaps after every lease ran out."""
        self.now += LEASE if late else timedelta(minutes=1)
        claim = self.ledger.claim(self.now, f"worker {len(self.claims)}", LEASE, like=self.due(audience))
        if claim:
            self.claims.append(claim)

    @precondition(lambda self: self.claims)
    @rule(which=ANY)
    def go_on(self, which: int) -> None:
        claim = self.pick(which)
        self.tried(claim, lambda: self.ledger.renew(claim, self.now, LEASE))

    @precondition(lambda self: self.claims)
    @rule(which=ANY)
    def issue(self, which: int) -> None:
        claim = self.pick(which)
        edition, row = self.edition(claim), self.row(claim)
        if row.state is not State.ISSUED or row.fence != claim.fence:  # a worker may say twice what it did
            self.tried(claim, lambda: self.ledger.record_edition(edition, "b" * 64, None, self.now, claim, [ANNA]))

    @precondition(lambda self: self.claims)
    @rule(which=ANY, state=st.sampled_from([State.HELD, State.FAILED, State.DUE]))
    def end(self, which: int, state: State) -> None:
        claim = self.pick(which)
        held, before = self.holds(claim), self.row(claim)
        ended = self.ledger.finish(claim, state, self.now, "as the test has it")
        assert ended or not held
        assert held or before.state is State.CANCELLING or self.row(claim) == before

    @precondition(lambda self: self.claims)
    @rule(which=ANY, chance=st.floats(0, 0.9))
    def fail(self, which: int, chance: float) -> None:
        claim = self.pick(which)
        before = self.row(claim)
        ended = self.ledger.put_off(claim, self.now, "the disk is full", chance)
        assert (ended is None) == (self.row(claim) == before)
        assert ended is None or before.fence == claim.fence

    @precondition(lambda self: self.claims)
    @rule(which=ANY)
    def await_approval(self, which: int) -> None:
        claim = self.pick(which)
        if self.row(claim).sha256 is None:
            self.tried(claim, lambda: self.ledger.approvals.wait(claim, Built(f"{claim.fence:064x}", "b" * 64, 1), self.now))

    @rule()
    def approve_and_take(self) -> None:
        for row in self.rows():
            if row.state is State.AWAITING and row.sha256:
                self.ledger.approvals.approve(row.id, row.sha256, "anna", self.now)
                claim = self.ledger.approvals.claim(self.now, "issuer", LEASE, row.id)
                assert claim is not None
                self.claims.append(claim)

    @rule(what=st.sampled_from(list(Act)), audience=st.sampled_from(AUDIENCES))
    def say(self, what: Act, audience: str) -> None:
        row = next(one for one in self.rows() if one.due.audience == audience)
        try:
            self.ledger.act(what, row.id, ("anna", "a person says so"), self.now)
        except ConflictError:
            assert next(one for one in self.rows() if one.due.audience == audience) == row

    @rule()
    def tidy(self) -> None:
        if self.ledger.abandoned(self.now):
            self.ledger.give_up(self.now)

    @invariant()
    def one_edition_a_key_and_one_row_a_receiver(self) -> None:
        editions = self.ledger.editions(self.partnership)
        issued = [row.due.identity for row in self.rows() if row.state is State.ISSUED]
        assert sorted(map(str, issued)) == [str(one.identity) for one in editions]
        for one in editions:
            assert [row.receiver for row in self.ledger.outbox.rows(one.id)] == [ANNA]
            row = next(row for row in self.rows() if row.due.identity == one.identity)
            assert one.key == f"fence {row.fence}"
            assert row.sha256 in (None, one.sha256)

    @invariant()
    def fences_only_rise(self) -> None:
        for row in self.rows():
            taken = [one.fence for one in self.ledger.events(str(row.due)) if one.to_state == State.RUNNING]
            assert taken == sorted(set(taken))

    def due(self, audience: str) -> Due:
        return Due("monthly", self.partnership, audience, "fr", Period.parse("2026-10"), START)

    def edition(self, claim: Claim) -> Edition:
        """What this worker would issue: what was approved, else something all its own."""
        identity, row = claim.due.identity, self.row(claim)
        sha256 = row.sha256 or f"{claim.fence:064x}"
        return Edition(identity, 1, 1, DAY, DAY, f"fence {claim.fence}", f"{identity}.pdf", sha256, pages=1, findings=0)

    def rows(self) -> list[OccurrenceRow]:
        return self.ledger.occurrences(self.partnership)

    def row(self, claim: Claim) -> OccurrenceRow:
        row = self.ledger.occurrence(claim.occurrence)
        assert row is not None
        return row

    def holds(self, claim: Claim) -> bool:
        row = self.row(claim)
        return row.fence == claim.fence and row.state is State.RUNNING

    def tried(self, claim: Claim, write: Callable[[], object]) -> None:
        """Only who holds a claim writes anything by it."""
        held, before = self.holds(claim), self.seen(claim)
        if held:
            write()
            return
        with pytest.raises((TakenOverError, CancelledError)):
            write()
        assert self.seen(claim) == before

    def seen(self, claim: Claim) -> tuple[object, ...]:
        return self.row(claim), self.ledger.editions(self.partnership), self.ledger.events(str(claim.due)), self.ledger.outbox.rows()

    def pick(self, which: int) -> Claim:
        """A claim got some time, the last ones more often."""
        return self.claims[-1 - which % len(self.claims)]


def test_one_edition_a_key_and_a_stale_worker_writes_nothing(shared: Ledger) -> None:
    class Here(Office):
        ledger = shared

    few = settings(max_examples=12, stateful_step_count=25, phases=[Phase.generate])  # to shrink on a database takes minutes
    run_state_machine_as_test(Here, settings=few)
