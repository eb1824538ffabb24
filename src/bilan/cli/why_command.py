"""`bilan why`: why something was issued on a day, or not."""

import os
from datetime import date
from typing import Any

import click

from bilan.cli.build_command import day as as_day
from bilan.cli.build_command import instant
from bilan.cli.output import common, opened, say


@click.command("why", epilog="Examples:  bilan why 2026-11-02   ·   bilan why 2026-11-02 kz-kg -a minister")
@click.argument("day", callback=as_day, metavar="DATE")
@click.argument("pairs", nargs=-1, metavar="[PAIR]...")
@click.option("--audience", "-a", "audiences", multiple=True, help="Audience; may be repeated.")
@click.option("--lang", "-l", "languages", multiple=True, help="Language; may be repeated.")
@common
def command(day: date, **options: Any) -> int:  # noqa: ANN401  click's options
    """Tell what was due on DATE and what became of it: issued, held, skipped, failed, cancelled, delivered to how many; or why nothing was due."""
    from bilan.ledger.book import Ledger  # noqa: PLC0415  heavy
    from bilan.schedule.story import Wanted, why  # noqa: PLC0415  same

    project = opened(options["folder"], verbose=options["verbose"])
    wanted = Wanted(day, options["pairs"], options["audiences"], options["languages"])
    with Ledger.open(project.config.ledger, project.root) as ledger:
        answers = why(project, ledger, wanted, instant(os.environ))
    if options["as_json"]:
        told = [{"about": one.about, "state": one.state, "said": one.said} for one in answers]
        say({"schema": 1, "day": day.isoformat(), "answers": told}, as_json=True)
    else:
        for one in answers:
            say(one.said)
    return 0
