"""`bilan fetch`: ask public sources, and say what came and what did not."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bilan.cli.build_command import instant
from bilan.cli.output import common, opened, say, table
from bilan.errors import ExitCode
from bilan.pipeline.reported import told_fetch

if TYPE_CHECKING:
    from bilan.pipeline.fetch import Fetched


@click.command("fetch", epilog="Examples:  bilan fetch   ·   bilan fetch wb-gdp --dry-run   ·   bilan fetch --offline")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--offline", is_flag=True, help="Read the stored answers again; ask nobody.")
@click.option("--dry-run", "dry", is_flag=True, help="Say what would change; keep nothing.")
@common
def command(sources: tuple[str, ...], folder: Path | None, **flags: bool) -> int:
    """Ask the sources of data/sources.toml for newer values; only `bilan work`, asked for the same through the API, does so too.

    Exit code 0 when every source answered, 5 when some did, 1 when none did, 75 when another fetch is at work.
    """
    from bilan.pipeline.fetch import Fetching, run  # noqa: PLC0415  loads the store and the connectors
    from bilan.sources.http import Means  # noqa: PLC0415  only here

    project = opened(folder, verbose=flags["verbose"])
    with counted(shown=not flags["quiet"] and not flags["as_json"]) as told:
        means = Means(now=lambda: instant(os.environ))
        found = run(Fetching(project, means, os.environ, offline=flags["offline"], dry=flags["dry"], told=told), sources)
    if flags["as_json"]:
        say(told_fetch(found, dry=flags["dry"]), as_json=True)
    else:
        _report(found, dry=flags["dry"], quiet=flags["quiet"])
    return int(_code(found))


@contextmanager
def counted(*, shown: bool) -> Iterator[Callable[[str, str], None]]:
    """Which source is being asked and how many pages came, on a terminal only."""
    if not shown or not sys.stderr.isatty():
        yield lambda source, what: None  # noqa: ARG005  nobody is watching
        return
    from rich.console import Console  # noqa: PLC0415  only a terminal needs it
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415  same

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("page {task.completed}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        tasks: dict[str, Any] = {}

        def told(source: str, what: str) -> None:  # noqa: ARG001  a page's address says little to a person
            if source not in tasks:
                tasks[source] = progress.add_task(source, total=None)
            progress.advance(tasks[source])

        yield told


def _code(found: "list[Fetched]") -> ExitCode:
    failed = sum(one.error is not None for one in found)
    if not failed:
        return ExitCode.DONE
    return ExitCode.FAILED if failed == len(found) else ExitCode.INCOMPLETE


def _report(found: "list[Fetched]", *, dry: bool, quiet: bool) -> None:
    if not quiet:
        rows = [_row(one, slug) for one in found if not one.error for slug in one.news]
        if rows:
            say(table([("source", "partnership", "release", "values", "new", "revised", "withdrawn", "unchanged"), *rows]))
        elif not found:
            say("no sources: data/sources.toml names none")
    for one in found:
        if one.error:
            said = one.error.message if one.error.where == one.source else str(one.error)
            click.echo(f"{one.source}: not taken in: {said}", err=True)
            if one.error.hint:
                click.echo(f"hint: {one.error.hint}", err=True)
    if found and not quiet:
        came = sum(one.error is None for one in found)
        click.echo(f"{came} of {len(found)} sources answered{'; nothing was kept (dry run)' if dry else ''}", err=True)


def _row(one: "Fetched", slug: str) -> tuple[str, ...]:
    news = one.news[slug]
    counts = (one.values, len(news.added), len(news.revised), len(news.withdrawn), news.unchanged)
    return (one.source, slug, one.release[:10] or _day(one.at), *map(str, counts))


def _day(at: datetime | None) -> str:
    return f"asked {at.date()}" if at else ""
