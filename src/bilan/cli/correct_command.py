"""`bilan correct`: issue an edition anew with a note of what was wrong."""

import time
from datetime import date
from typing import Any

import click

from bilan.cli.build_command import day, lying, report, session_of
from bilan.cli.output import common, opened, progress, say
from bilan.cli.person import by
from bilan.errors import ExitCode
from bilan.pipeline.told import told_edition


@click.command("correct", epilog='Example:  bilan correct kz-kg/2026-10/analyst.en --reason "Exports of 2025 were counted twice."')
@click.argument("edition")
@click.option("--reason", required=True, help="What was wrong, in a sentence, in the language of the edition; printed on page one.")
@click.option("--as-of", callback=day, help="What was published by this day (default: the day the last issue goes by).")
@by
@common
def command(edition: str, reason: str, as_of: date | None, person: str | None, **options: Any) -> int:  # noqa: ANN401  click's options
    """Issue EDITION anew from the data as they are now: its number, the next issue, and on page one a note of what was wrong.

    The former issue stays where it is, superseded; whoever had it gets the correction. The same reason again changes nothing.
    """
    from bilan.pipeline.life import correct  # noqa: PLC0415  loads the chain

    started = time.perf_counter()
    project = opened(options["folder"], verbose=options["verbose"])
    with progress(shown=not options["quiet"] and not options["as_json"]) as told:
        outcome = correct(session_of(project, told, person), edition, reason, as_of)
    if options["as_json"]:
        say(told_edition(outcome, lying(project, outcome)), as_json=True)
    else:
        report(project, [outcome], time.perf_counter() - started, quiet=options["quiet"])
    return int(outcome.error.exit_code if outcome.error else ExitCode.DONE)
