"""`bilan withdraw`: take an edition back, with the reason."""

from typing import Any

import click

from bilan.cli.build_command import session_of
from bilan.cli.output import common, opened, say
from bilan.cli.person import by
from bilan.errors import ExitCode
from bilan.pipeline.request import local_day


@click.command("withdraw", epilog='Example:  bilan withdraw kz-kg/2026-10/press.fr --reason "The figures of the embassy are not cleared."')
@click.argument("edition")
@click.option("--reason", required=True, help="Why, in a sentence, in the language of the edition; shown in the archive and sent.")
@by
@common
def command(edition: str, reason: str, person: str | None, **options: Any) -> int:  # noqa: ANN401  click's options
    """Take the last issue of EDITION back: number, files and reason stay, `latest` goes back to the last that counts.

    What waits to be sent is called off, and whoever had it gets a notice. Withdrawn again it keeps its first reason.
    """
    from bilan.pipeline.life import withdraw  # noqa: PLC0415  loads the ledger

    project = opened(options["folder"], verbose=options["verbose"])
    session = session_of(project, lambda _stage, _what: None, person)
    gone = withdraw(session, edition, reason)
    day = local_day(project, gone.settled_at or session.now).isoformat()
    if options["as_json"]:
        told = {"edition": str(gone.identity), "number": gone.number, "issue": gone.issue, "state": gone.state, "reason": gone.reason}
        say(told | {"path": gone.path, "on": day}, as_json=True)
    elif not options["quiet"]:
        say(f"{gone.identity} (number {gone.number}, issue {gone.issue}) is withdrawn since {day}: {gone.reason}")
    return int(ExitCode.DONE)
