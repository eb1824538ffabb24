"""`bilan run-due`: one pass over what is due, then exit; for cron, systemd timers and Kubernetes."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilan.cli.build_command import fonts_cache, instant
from bilan.cli.output import common, opened, say
from bilan.cli.person import owner
from bilan.errors import BusyError, ExitCode, Severity, TakenOverError
from bilan.pipeline.build import Session, build
from bilan.pipeline.request import Request
from bilan.project import Project

if TYPE_CHECKING:
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
    served = passed(project, now or instant(os.environ), planner)
    for problem in planner.problems:
        click.echo(f"{problem.severity.value}: {problem}", err=True)
    if as_json:
        say([{"edition": str(one.due.identity), "state": one.state.value, "reason": one.reason} for one in served], as_json=True)
    elif not quiet:
        for one in served:
            say(f"{one.due.identity}  {one.state.value}{f': {one.reason}' if one.reason else ''}")
        if not served:
            say("nothing is due")
    states = {one.state.value for one in served} | {"held" for one in planner.problems if one.severity is Severity.HOLD}
    return int(ExitCode.FAILED if "failed" in states else ExitCode.HELD if states & {"held", "awaiting"} else ExitCode.DONE)


def passed(project: Project, now: datetime, planner: "Planner | None" = None) -> "list[Served]":
    """One pass: the schedule decides what is due, the pipeline issues it; `planner` is that of the passes before."""
    from bilan.schedule.due import run_due  # noqa: PLC0415  loads the ledger

    return run_due(project, now, lambda ledger, group, at: issued(project, ledger, group, at), owner(), planner=planner)


def issued(project: Project, ledger: "Ledger", group: "tuple[Claim, ...]", now: datetime) -> "list[Outcome]":
    """Issue the editions of one schedule, partnership and period; one outcome a claim.

    Raises BusyError where another process is at work: the claims are given back.
    """
    from bilan.ledger.records import State  # noqa: PLC0415  light
    from bilan.pipeline.ordered import ending  # noqa: PLC0415  loads the ledger
    from bilan.schedule.due import Outcome  # noqa: PLC0415  loads the ledger

    claims = {claim.due.identity: claim for claim in group}
    request = asked(project, group, now)
    session = Session(
        project, now, fonts_cache(os.environ), actor=group[0].due.schedule, claims=claims, ledger=ledger, owner=owner(),
        clock=lambda: max(now, instant(os.environ)),
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

    return [ended(claim) for claim in group]


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
