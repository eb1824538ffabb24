"""What becomes of an order? It is written down, taken at once, and closed with what became of each of its editions."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bilan.archive.archive import Archive
from bilan.document import Identity
from bilan.errors import AwaitingError, BilanError, BusyError, CancelledError, HeldError, Problem, StoppedError, TakenOverError
from bilan.ledger.leases import LEASE, chance_of
from bilan.ledger.orders import Wanted
from bilan.ledger.records import Claim, EditionRow, OccurrenceRow, State
from bilan.pipeline.outcome import Outcome, edition_of
from bilan.pipeline.request import Order, Request, local_day

if TYPE_CHECKING:
    from bilan.ledger.book import Ledger
    from bilan.pipeline.build import Session


ENDINGS: Mapping[type[BilanError], State] = {
    AwaitingError: State.AWAITING, HeldError: State.HELD, CancelledError: State.CANCELLED, StoppedError: State.DUE,
}  # fmt: skip


@dataclass(frozen=True)
class Ordered:
    """An order on its way: what is ours to make, by which claims, and what became already of the rest."""

    identities: list[Identity]
    orders: list[Order]
    claims: Mapping[Identity, Claim]
    stood: Mapping[Identity, Outcome]
    made: dict[Identity, Outcome] = field(default_factory=dict)


@contextmanager
def ordered(session: "Session", ledger: "Ledger", request: Request, asked: list[Order]) -> Iterator[Ordered]:
    """Place an order for what is asked and take what is due of it; closed with what stands in `made` when it is left.

    ConflictError where its key stands for another order.
    """
    wanted = Wanted([(one.identity, one.as_of) for one in asked], request_text(request), session.actor, session.key)
    rows, claims = ledger.orders.begin(wanted, session.now, session.owner, LEASE, resumes=session.resumes)
    mine = {claim.due.identity: claim for claim in claims}
    today = local_day(session.project, session.now)
    orders = [Order(row.due.identity, row.due.as_of or today, today, erratum=request.erratum) for row in rows if row.due.identity in mine]
    stood = {row.due.identity: _stands(session, ledger, row) for row in rows if row.due.identity not in mine}
    order = Ordered([row.due.identity for row in rows], orders, mine, stood)
    try:
        yield order
    except BaseException as error:
        _let_go(session, ledger, order, error)
        raise
    for identity, claim in mine.items():
        _close(session, ledger, claim, order.made[identity])


def request_text(request: Request) -> str:
    """A request as the ledger keeps it: the same words for the same request, as it was asked."""
    said = {
        "partnerships": list(request.partnerships), "period": str(request.period) if request.period else None,
        "audiences": list(request.audiences), "languages": list(request.languages),
        "as_of": request.as_of.isoformat() if request.as_of else None, "strict": request.strict, "erratum": request.erratum.told if request.erratum else None,
    }  # fmt: skip
    return json.dumps({name: value for name, value in said.items() if value}, ensure_ascii=False, sort_keys=True)


def strictly(request: str | None) -> bool:
    """Does a request, as the ledger keeps it, let warnings hold an edition?"""
    return bool(json.loads(request or "{}").get("strict"))


def _close(session: "Session", ledger: "Ledger", claim: Claim, outcome: Outcome) -> None:
    state, reason = ending(outcome)
    if state is State.AWAITING or isinstance(outcome.error, TakenOverError):
        return
    if state is State.FAILED and session.key and outcome.error and outcome.error.transient:
        ledger.put_off(claim, session.now, reason, chance_of(claim))  # the same order again, or a worker, tries once more
        return
    ledger.finish(claim, state, session.now, reason)


def ending(outcome: Outcome) -> tuple[State, str]:
    """The state an outcome leaves its occurrence in, and why."""
    if outcome.edition is not None:
        return State.ISSUED, outcome.edition.path
    for kind, state in ENDINGS.items():
        if isinstance(outcome.error, kind):
            return state, str(outcome.error)
    return State.FAILED, str(outcome.error)


def _let_go(session: "Session", ledger: "Ledger", order: Ordered, error: BaseException) -> None:
    """Give back what a key promises; end the rest."""
    told = str(error) or "interrupted"
    transient = not isinstance(error, BilanError) or error.transient
    for claim in order.claims.values():
        if session.key and transient:
            ledger.finish(claim, State.DUE, session.now, f"given back: {told}")
        else:
            ledger.finish(claim, State.FAILED if isinstance(error, BilanError) else State.CANCELLED, session.now, told)


def _stands(session: "Session", ledger: "Ledger", row: OccurrenceRow) -> Outcome:
    """What became of an edition that was ordered before."""
    identity, where = row.due.identity, str(row.due)
    if row.state is State.ISSUED and (edition := _edition(ledger, row)) is not None:
        manifest = Archive.of(session.project).manifest(edition.path)
        return Outcome(identity, edition_of(manifest, edition.path, reused=True))
    again = f"`bilan retry {row.id}` tries again"
    errors: dict[State, BilanError] = {
        State.HELD: HeldError(where, (Problem("held before", row.reason, again),)),
        State.AWAITING: AwaitingError(where, row.reason, "`bilan status` says how to approve it"),
        State.CANCELLED: CancelledError(where, f"was cancelled: {row.reason}", again),
        State.CANCELLING: CancelledError(where, f"is being cancelled: {row.reason}", again),
        State.RUNNING: BusyError(where, f"is being made by {row.owner}", "ask again in a moment; `bilan status` shows what is running"),
        State.DUE: BusyError(where, "is about to be made by another process", "ask again in a moment"),
    }
    return Outcome(identity, error=errors.get(row.state) or BilanError(where, f"is {row.state}: {row.reason}", again))


def _edition(ledger: "Ledger", row: OccurrenceRow) -> EditionRow | None:
    """The last issue that serves an occurrence."""
    due = row.due
    served = [one for one in ledger.editions(due.partnership) if one.identity == due.identity and due.as_of in (None, one.as_of)]
    return max(served, key=lambda one: one.issue, default=None)
