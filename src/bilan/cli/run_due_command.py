"""`bilan run-due`: one pass over what is due, then exit; for cron, systemd timers and Kubernetes."""

import os
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bilan.cli.build_command import fonts_cache, instant
from bilan.cli.output import common, opened, say
from bilan.cli.person import owner
from bilan.errors import BusyError, ExitCode, Severity, TakenOverError
from bilan.pipeline.build import Session, build
from bilan.pipeline.request import Request
from bilan.project import Project

if TYPE_CHECKING:
    from bilan.dispatch.records import Receipt
    from bilan.ledger.book import Ledger
    from bilan.ledger.records import Claim
    from bilan.schedule.due import Outcome, Served
    from bilan.schedule.planning import Planner


def moment(_: click.Context, __: click.Parameter, value: str | None) -> datetime | None:
    """An instant option; one without a zone is a usage error."""
    try:
        found = datetime.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter(f"'{value}' is no instant: write 2026-11-02T01:00Z") from None
    if found is not None and found.tzinfo is None:
        raise click.BadParameter(f"'{value}' has no time zone: add Z or +06:00")
    return found.astimezone(UTC) if found else None


@click.command("run-due", epilog="Example:  bilan run-due --now 2026-11-02T01:05Z")
@click.option("--now", callback=moment, help="Take this instant for now (default: the clock).")
@click.option("--trust-clock", is_flag=True, help="The clock is right: go on where it had jumped ahead or back.")
@common
def command(now: datetime | None, folder: Path | None, *, trust_clock: bool, as_json: bool, quiet: bool, verbose: bool) -> int:
    """Issue what is due and not issued yet; a second pass, or a second process, issues nothing twice."""
    from bilan.schedule.clock import Clock  # noqa: PLC0415  light, but only here
    from bilan.schedule.planning import Planner  # noqa: PLC0415  loads the ledger

    project = opened(folder, verbose=verbose)
    given = now or "SOURCE_DATE_EPOCH" in os.environ
    planner = Planner(project, None if given else Clock(), trusted=trust_clock)
    began, at = time.monotonic(), now or instant(os.environ)
    served = passed(project, at, planner)
    for problem in planner.problems:
        click.echo(f"{problem.severity.value}: {problem}", err=True)
    receipts = delivered(project, at + timedelta(seconds=time.monotonic() - began))
    if as_json:
        editions = [{"edition": str(one.due.identity), "state": one.state.value, "reason": one.reason} for one in served]
        say({"schema": 1, "editions": editions, "deliveries": [_told(one) for one in receipts]}, as_json=True)
    elif not quiet:
        say("\n".join(_lines(served, receipts)) or "nothing is due")
    states = {one.state.value for one in served} | {"held" for one in planner.problems if one.severity is Severity.HOLD}
    return int(_code(states, {one.state.value for one in receipts}))


def _lines(served: "list[Served]", receipts: "list[Receipt]") -> Iterator[str]:
    for one in served:
        yield f"{one.due.identity}  {one.state.value}{f': {one.reason}' if one.reason else ''}"
    for each in receipts:
        yield f"{each.edition}  {each.state.value} to {each.recipient}{'' if each.state.value == 'sent' else f': {each.text}'}"


def _code(editions: set[str], deliveries: set[str]) -> ExitCode:
    """What went wrong first counts: an edition that failed, one that is held, a delivery that was not made."""
    if "failed" in editions:
        return ExitCode.FAILED
    if editions & {"held", "awaiting"}:
        return ExitCode.HELD
    return ExitCode.INCOMPLETE if deliveries - {"sent"} else ExitCode.DONE


def _told(one: "Receipt") -> dict[str, Any]:
    """A receipt as JSON."""
    return {
        "delivery": one.number, "edition": str(one.edition), "kind": one.kind, "channel": one.channel, "recipient": one.recipient,
        "state": one.state.value, "code": one.code, "reason": one.text,
    }  # fmt: skip


def delivered(project: Project, now: datetime, stop: threading.Event | None = None) -> "list[Receipt]":
    """One pass over the outbox, until `stop`: what may be sent now is sent, and the owner told what needs a person."""
    from bilan.dispatch.records import Means  # noqa: PLC0415  loads the ledger
    from bilan.dispatch.work_off import work_off  # noqa: PLC0415  loads the channels
    from bilan.ledger.book import PATIENCE_SECONDS, Ledger  # noqa: PLC0415  loads the ledger

    with Ledger.open(project.config.ledger, project.root, patience=PATIENCE_SECONDS) as ledger:
        return work_off(project, ledger, now, Means(owner=owner(), stop=stop or threading.Event()))


def passed(project: Project, now: datetime, planner: "Planner | None" = None) -> "list[Served]":
    """One pass: the schedule decides what is due, the pipeline issues it; `planner` is that of the passes before."""
    from bilan.schedule.due import run_due  # noqa: PLC0415  loads the ledger

    return run_due(project, now, lambda ledger, group, at: issued(project, ledger, group, at), owner(), planner=planner)


def issued(project: Project, ledger: "Ledger", group: "tuple[Claim, ...]", now: datetime) -> "list[Outcome]":
    """Issue the editions of one schedule, partnership and period; one outcome a claim.

    Raises BusyError where another process is at work: the claims are given back.
    """
    from bilan.dispatch.receivers import Receivers, hand_over  # noqa: PLC0415  loads the channels
    from bilan.ledger.records import State  # noqa: PLC0415  light
    from bilan.pipeline.ordered import ending  # noqa: PLC0415  loads the ledger
    from bilan.pipeline.request import local_day  # noqa: PLC0415  light
    from bilan.schedule.due import Outcome  # noqa: PLC0415  loads the ledger

    claims = {claim.due.identity: claim for claim in group}
    request, to = asked(project, group, now), Receivers(project, local_day(project, now))
    session = Session(
        project, now, fonts_cache(os.environ), actor=group[0].due.schedule, claims=claims, ledger=ledger, owner=owner(),
        clock=lambda: max(now, instant(os.environ)), receivers=to,
    )  # fmt: skip
    made = {outcome.identity: outcome for outcome in build(session, request)}

    def ended(claim: "Claim") -> Outcome:
        outcome = made[claim.due.identity]
        if isinstance(outcome.error, TakenOverError):
            return Outcome(State.LOST, str(outcome.error))
        if isinstance(outcome.error, BusyError) and outcome.edition is None:
            raise outcome.error
        state, reason = ending(outcome)
        if request.news_only and outcome.edition is not None and outcome.edition.reused:
            return Outcome(State.SKIPPED, f"the data have not changed since {outcome.edition.path}")
        return Outcome(state, reason, transient=state is State.FAILED and outcome.error is not None and outcome.error.transient)

    ends = [ended(claim) for claim in group]
    for claim, end in zip(group, ends, strict=True):
        edition = made[claim.due.identity].edition
        if end.state is State.ISSUED and edition is not None:
            hand_over(ledger, claim.due, edition.path, to, now)
    return ends


def asked(project: Project, group: "tuple[Claim, ...]", now: datetime) -> Request:
    """What the claims of one schedule, partnership and occurrence ask for."""
    from bilan.pipeline.ordered import strictly  # noqa: PLC0415  loads the ledger
    from bilan.pipeline.request import local_day  # noqa: PLC0415  light
    from bilan.schedule.planning import awaited  # noqa: PLC0415  loads the ledger

    due, today = group[0].due, local_day(project, now)
    known = project.config.schedule.get(due.schedule)
    as_of = min(due.as_of, today) if due.as_of else today if known and known.as_of == "now" else None
    audiences, languages = ([getattr(one.due, name) for one in group] for name in ("audience", "language"))
    return Request(
        (due.partnership,), due.period, tuple(audiences), tuple(languages), as_of,
        strict=strictly(due.request), awaited=awaited(due.request), news_only=known is not None and due.revision > 1,
    )  # fmt: skip
