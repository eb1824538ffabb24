"""`bilan run-due`: one pass over what is due, then exit; for cron, systemd timers and Kubernetes."""

import os
import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilan.cli.build_command import fonts_cache, instant
from bilan.cli.output import common, opened, say
from bilan.errors import BusyError, ExitCode, HeldError
from bilan.pipeline.build import Session, build
from bilan.pipeline.request import Request
from bilan.project import Project

if TYPE_CHECKING:
    from bilan.ledger.book import Ledger
    from bilan.ledger.records import Claim
    from bilan.schedule.due import Outcome, Served


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
@common
def command(now: datetime | None, folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool) -> int:
    """Issue what is due and not issued yet; a second pass, or a second process, issues nothing twice."""
    project = opened(folder, verbose=verbose)
    served = passed(project, now or instant(os.environ))
    if as_json:
        say([{"edition": str(one.due.identity), "state": one.state.value, "reason": one.reason} for one in served], as_json=True)
    elif not quiet:
        for one in served:
            say(f"{one.due.identity}  {one.state.value}{f': {one.reason}' if one.reason else ''}")
        if not served:
            say("nothing is due")
    states = {one.state.value for one in served}
    return int(ExitCode.FAILED if "failed" in states else ExitCode.HELD if "held" in states else ExitCode.DONE)


def passed(project: Project, now: datetime) -> "list[Served]":
    """One pass: the schedule decides what is due, the pipeline issues it."""
    from bilan.schedule.due import run_due  # noqa: PLC0415  loads the ledger

    return run_due(project, now, lambda ledger, group, at: issued(project, ledger, group, at), f"{socket.gethostname()}:{os.getpid()}")


def issued(project: Project, ledger: "Ledger", group: "tuple[Claim, ...]", now: datetime) -> "list[Outcome]":
    """Issue the editions of one schedule, partnership and period; one outcome a claim.

    Raises BusyError where another process is at work: the claims are given back.
    """
    from bilan.ledger.records import State  # noqa: PLC0415  light
    from bilan.schedule.due import Outcome  # noqa: PLC0415  loads the ledger

    claims = {claim.due.identity: claim for claim in group}
    first = group[0].due.identity
    request = Request((first.partnership,), first.period, tuple(one.audience for one in claims), tuple(one.language for one in claims))
    session = Session(project, now, fonts_cache(os.environ), actor=group[0].due.schedule, claims=claims, ledger=ledger)
    made = {outcome.identity: outcome for outcome in build(session, request)}

    def ended(claim: "Claim") -> Outcome:
        outcome = made[claim.due.identity]
        if isinstance(outcome.error, BusyError):
            raise outcome.error
        if outcome.error is None:
            return Outcome(State.ISSUED, outcome.edition.path if outcome.edition else "")
        return Outcome(State.HELD if isinstance(outcome.error, HeldError) else State.FAILED, str(outcome.error))

    return [ended(claim) for claim in group]
