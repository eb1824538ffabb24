"""`bilan replay`: every past month as it would have been."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from bilan.cli.build_command import fonts_cache, instant, month, worst
from bilan.cli.output import common, opened, say, table
from bilan.cli.person import owner
from bilan.period import Period
from bilan.pipeline.build import Session
from bilan.pipeline.outcome import Outcome
from bilan.pipeline.replay import months, replay
from bilan.pipeline.request import Request
from bilan.pipeline.told import MONTHS, complaint, told_months


@click.command("replay", epilog="Example:  bilan replay --from 2024-01 --to 2026-10 -a analyst -l en")
@click.argument("pairs", nargs=-1, metavar="[PAIR]...")
@click.option("--from", "first", callback=month, required=True, help="First month, as 2024-01.")
@click.option("--to", "last", callback=month, required=True, help="Last month.")
@click.option("--audience", "-a", "audiences", multiple=True, help="Audience; may be repeated.")
@click.option("--lang", "-l", "languages", multiple=True, help="Language; may be repeated.")
@common
def command(**options: Any) -> int:  # noqa: ANN401  click's options
    """Issue every monthly edition with what was published by its end; interrupted, it goes on where it stopped."""
    project = opened(options["folder"], verbose=options["verbose"])
    request = Request(options["pairs"], None, options["audiences"], options["languages"])
    session = Session(project, instant(os.environ), fonts_cache(os.environ), actor="replay", owner=owner())
    span = months(options["first"], options["last"])
    with _bar(len(span), shown=not options["quiet"] and not options["as_json"]) as step:
        outcomes = list(replay(session, request, span, step))
    rows = told_months(outcomes)
    if options["as_json"]:
        say(rows, as_json=True)
    elif not options["quiet"]:
        say(table([MONTHS, *(tuple(row.values()) for row in rows)]))
    errors = [one.error for one in outcomes if one.error]
    for error in errors:
        click.echo(str(complaint(error)) if options["as_json"] else f"{error}\nhint: {error.hint}", err=True)
    issued = [one.edition for one in outcomes if one.edition]
    if not options["quiet"]:
        reused = sum(one.reused for one in issued)
        click.echo(f"{len(issued) - reused} issued, {reused} unchanged, {len(errors)} not issued", err=True)
    return worst(errors)


@contextmanager
def _bar(months_in_all: int, *, shown: bool) -> Iterator[Callable[[Period, list[Outcome]], None]]:
    """One bar for the whole span, on a terminal only."""
    if not shown or not sys.stderr.isatty():
        yield lambda _period, _outcomes: None
        return
    from rich.console import Console  # noqa: PLC0415  only a terminal needs it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415  same

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("replay", total=months_in_all)
        yield lambda period, _: progress.update(task, advance=1, description=str(period))
