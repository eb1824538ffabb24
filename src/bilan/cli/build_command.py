"""`bilan build`: issue editions and say where they are."""

import os
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from bilan.archive.archive import Archive
from bilan.cli.output import common, opened, progress, say, table
from bilan.cli.person import actor, by, owner
from bilan.errors import BilanError, ExitCode, Severity, UsageError
from bilan.period import Period
from bilan.pipeline.build import Session, Told, build
from bilan.pipeline.outcome import Outcome
from bilan.pipeline.request import Request
from bilan.pipeline.told import told_edition
from bilan.project import Project


def month(_: click.Context, __: click.Parameter, value: str | None) -> Period | None:
    """A period option; a misspelt one is a usage error."""
    try:
        return Period.parse(value) if value else None
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def day(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    """A date option; a misspelt one is a usage error."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter(f"'{value}' is no date: write 2026-10-31") from None


@click.command("build", epilog="Examples:  bilan build   ·   bilan build kz-kg --period 2026-10 -a minister -l fr")
@click.argument("pairs", nargs=-1, metavar="[PAIR]...")
@click.option("--period", callback=month, help="Month of the edition, as 2026-10 (default: the last full month).")
@click.option("--audience", "-a", "audiences", multiple=True, help="Audience; may be repeated.")
@click.option("--lang", "-l", "languages", multiple=True, help="Language; may be repeated.")
@click.option("--as-of", callback=day, help="What was published by this day (default: the last day of the period).")
@click.option("--draft", is_flag=True, help="Make the PDF in .bilan/drafts and issue nothing.")
@click.option("--strict", is_flag=True, help="Warnings hold an edition too.")
@click.option("--key", default="", help="Name this order: the same order under the same key is made once.")
@by
@common
def command(**options: Any) -> int:  # noqa: ANN401  click's options
    """Issue the editions of a month; those with nothing changed are found, not made again."""
    started = time.perf_counter()
    project = opened(options["folder"], verbose=options["verbose"])
    request = Request(
        options["pairs"],
        options["period"],
        options["audiences"],
        options["languages"],
        options["as_of"],
        options["draft"],
        options["strict"],
    )
    with progress(shown=not options["quiet"] and not options["as_json"]) as told:
        outcomes = build(session_of(project, told, options["person"], options["key"]), request)
    seconds = time.perf_counter() - started
    if options["as_json"]:
        say(
            {
                "schema": 1,
                "editions": [told_edition(one, (one.edition and shown(project, one.edition.path)) or "") for one in outcomes],
                "seconds": round(seconds, 2),
            },
            as_json=True,
        )
    else:
        report(project, outcomes, seconds, quiet=options["quiet"])
    return worst([one.error for one in outcomes if one.error])


def session_of(project: Project, told: Told, person: str | None, key: str = "") -> Session:
    """A session of this process and this moment."""
    now, cache = instant(os.environ), fonts_cache(os.environ)
    return Session(project, now, cache, told, actor(person), key=key, owner=owner(), clock=lambda: instant(os.environ))


def instant(environ: "os._Environ[str] | dict[str, str]") -> datetime:
    """Now, or SOURCE_DATE_EPOCH where it is set."""
    epoch = environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC)
    if not epoch.isdigit():
        raise UsageError("SOURCE_DATE_EPOCH", f"'{epoch}' is no number of seconds", "unset it, or give seconds since 1970")
    return datetime.fromtimestamp(int(epoch), UTC)


def fonts_cache(environ: "os._Environ[str] | dict[str, str]") -> Path:
    """Where cut fonts are kept."""
    from bilan.fonts.cut import cache_folder  # noqa: PLC0415  light, but only a build needs it

    return cache_folder(environ)


def worst(errors: list[BilanError]) -> int:
    """The exit code of several: a hold only if nothing failed outright."""
    codes = [int(one.exit_code) for one in errors]
    failed = [code for code in codes if code != ExitCode.HELD]
    return failed[0] if failed else max(codes, default=int(ExitCode.DONE))


def report(project: Project, outcomes: list[Outcome], seconds: float, *, quiet: bool) -> None:
    """Say what became of editions: a table of those that are out, a sentence for each that is not."""
    issued = [one.edition for one in outcomes if one.edition]
    if not quiet and issued:
        rows = [("edition", "pages", "findings", "warnings", "")]
        for one in issued:
            warnings = sum(problem.severity is Severity.WARNING for problem in one.problems)
            state = "unchanged" if one.reused else f"number {one.number}, issue {one.issue}"
            rows.append((shown(project, one.path), str(one.pages), str(one.findings), str(warnings), state))
        say(table(rows))
    for outcome in outcomes:
        if outcome.error:
            click.echo(str(outcome.error), err=True)
            if outcome.error.hint:
                click.echo(f"hint: {outcome.error.hint}", err=True)
    if not quiet:
        made = sum(not one.reused for one in issued)
        kept = len(issued) - made
        failed = len(outcomes) - len(issued)
        news = "nothing has changed" if kept and not made and not failed else f"{made} issued, {kept} unchanged, {failed} not issued"
        click.echo(f"{news}; {seconds:.1f} s", err=True)


def shown(project: Project, path: str) -> str:
    """Where an edition lies: from here, where that is shorter."""
    whole = path if Path(path).is_absolute() else Archive.of(project).shelf.where(path)
    here = f"{Path.cwd().as_posix()}/"
    return whole.removeprefix(here)


def lying(project: Project, one: Outcome) -> str:
    """Where the PDF of an outcome lies; empty where there is none."""
    return shown(project, one.edition.path) if one.edition else ""
