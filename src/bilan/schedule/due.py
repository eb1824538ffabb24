"""What happens in one pass? What fell due is planned, claimed, handed over to be issued, and its end written down."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from time import monotonic

from bilan.archive.archive import Archive
from bilan.dispatch.receivers import Receivers, hand_over
from bilan.errors import BilanError, BusyError, HeldError
from bilan.ledger.book import PATIENCE_SECONDS, Ledger
from bilan.ledger.leases import LEASE, chance_of
from bilan.ledger.records import Claim, Due, State
from bilan.marks import mark
from bilan.pipeline.approved import issue_approved
from bilan.pipeline.ordered import ending
from bilan.pipeline.outcome import Outcome as PipelineOutcome
from bilan.pipeline.publish import Desk, catch_up, complete
from bilan.pipeline.request import local_day
from bilan.project import Project
from bilan.schedule.planning import Planner
from bilan.stop import Stop

_RECENT = timedelta(hours=1)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one claim ended: issued, held, failed or awaiting approval, and why; `transient`: it is tried again later."""

    state: State
    reason: str = ""
    transient: bool = False


@dataclass(frozen=True, slots=True)
class Served:
    """What a pass did for one occurrence; state `lost` where another worker had taken it over."""

    due: Due
    state: State
    reason: str = ""


Group = tuple[Claim, ...]
Issue = Callable[[Ledger, Group, datetime], Sequence[Outcome]]


def run_due(
    project: Project, now: datetime, issue: Issue, owner: str, planner: Planner | None = None, stop: Stop | None = None
) -> list[Served]:
    """One pass over what is due by now, one schedule's partnership and period at a time.

    `issue` gets the ledger, the claims of such a group and the time, and returns one outcome a claim. `planner` is that
    of the passes before, where there were some; its `problems` are to be told. Asked to stop, it claims nothing more.
    Safe to repeat and to run beside others: an occurrence has one owner at a time, and an old owner writes nothing more.
    """
    began = monotonic()
    planner, stop = planner or Planner(project), stop or Stop()
    with Ledger.open(project.config.ledger, project.root, patience=PATIENCE_SECONDS) as ledger:
        fresh, planned = planner.fresh, planner.plan(ledger, now)
        mark("planned")
        served = [Served(due, State.HELD, reason) for due, reason in planned.held]
        if not planned.stops:
            served += _published(Desk(project, ledger, Archive.of(project), now), owner, fresh=fresh)
        while not planned.stops and not stop.asked.is_set():
            moment = now + timedelta(seconds=monotonic() - began)
            group = _claim_group(ledger, moment, owner)
            if not group:
                break
            served += _serve(ledger, group, issue, lambda: now + timedelta(seconds=monotonic() - began))
    return served


def _published(desk: Desk, owner: str, *, fresh: bool) -> list[Served]:
    """Show what was issued and not seen yet, all of it at a start, and issue what was approved."""
    if fresh:
        complete(desk)
    else:
        catch_up(desk, desk.now - _RECENT)
    return [Served(due, *ending(outcome)) for due, outcome in issue_waiting(desk, owner)]


def issue_waiting(desk: Desk, owner: str, occurrence: int | None = None) -> Iterator[tuple[Due, PipelineOutcome]]:
    """Issue what enough persons approved, or the one occurrence named, to those its schedule sends it to; what became of each."""
    to = Receivers(desk.project, local_day(desk.project, desk.now))
    for claim, outcome in issue_approved(replace(desk, receivers=to), owner, LEASE, occurrence):
        if outcome.edition is not None:
            hand_over(desk.ledger, claim.due, outcome.edition.path, to, desk.now)
        yield claim.due, outcome


def _claim_group(ledger: Ledger, now: datetime, owner: str) -> Group:
    group: list[Claim] = []
    claim = ledger.claim(now, owner, LEASE)
    while claim:
        group.append(claim)
        mark("claimed")
        claim = ledger.claim(now, owner, LEASE, like=claim.due)
    return tuple(group)


def _serve(ledger: Ledger, group: Group, issue: Issue, clock: Callable[[], datetime]) -> list[Served]:
    try:
        outcomes = issue(ledger, group, clock())
    except (BusyError, KeyboardInterrupt) as error:
        for claim in group:
            ledger.finish(claim, State.DUE, clock(), f"given back: {str(error) or 'interrupted'}")
        raise
    except HeldError as error:
        outcomes = [Outcome(State.HELD, str(error))] * len(group)
    except BilanError as error:
        outcomes = [Outcome(State.FAILED, str(error), error.transient)] * len(group)
    return [_close(ledger, claim, outcome, clock()) for claim, outcome in zip(group, outcomes, strict=True)]


def _close(ledger: Ledger, claim: Claim, outcome: Outcome, now: datetime) -> Served:
    if outcome.transient and (state := ledger.put_off(claim, now, outcome.reason, chance_of(claim))):
        served = Served(claim.due, state, outcome.reason)
    elif not outcome.transient and ledger.finish(claim, outcome.state, now, outcome.reason):
        served = Served(claim.due, outcome.state, outcome.reason)
    else:
        row = ledger.occurrence(claim.occurrence)
        mine = row is not None and row.fence == claim.fence
        served = Served(claim.due, row.state, row.reason) if row and mine else Served(claim.due, State.LOST, "another worker took over")
    _log.info("occurrence %s: %s %s", served.due, served.state, served.reason)
    return served
