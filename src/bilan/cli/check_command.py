"""`bilan check`: everything knowable before an edition is built."""

import os
from collections.abc import Iterable
from pathlib import Path

import click

from bilan.cli.build_command import fonts_cache, instant
from bilan.cli.output import common, opened, say
from bilan.errors import ExitCode, Severity
from bilan.pipeline.facts import summed, told_gate
from bilan.pipeline.told import told_problem
from bilan.schedule.beforehand import Looking, looked

MOST_ROWS = 3


@click.command("check", epilog="Example:  bilan check --json")
@common
def command(folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool) -> int:
    """Look at settings, tables, gate, indicators, messages, templates and schedules, and tell every problem."""
    from bilan.pipeline.knowledge import learn  # noqa: PLC0415  loads the store

    project, now = opened(folder, verbose=verbose), instant(os.environ)
    looking = Looking(project, now, fonts_cache(os.environ), lambda slug, as_of: learn(project, slug, as_of, now))
    found = looked(looking)
    holds = [one for one in found if one.severity is Severity.HOLD]
    summary = summed(project, looking.gate, project.config.partnerships)
    if as_json:
        gate = summary | {"results": [told_gate(one) for one in looking.gate]}
        say({"schema": 1, "problems": [told_problem(one) for one in found], "gate": gate}, as_json=True)
    elif not quiet:
        for one in found:
            say(f"{one.severity.value}: {one}")
            if one.rows:
                say(f"  {one.rule or 'rows'}: {rows_in_short(one.rows)}")
        say("gate: {rules} rules on {series} series: {pass} pass, {warn} warn, {hold} hold".format_map(summary))
        say(f"{len(holds)} hold, {sum(one.severity is Severity.WARNING for one in found)} warnings")
    return int(ExitCode.INVALID if holds else ExitCode.DONE)


def rows_in_short(rows: Iterable[str]) -> str:
    """`trade.csv#bt01, trade.csv#bt02, trade.csv#bt03 and 4 more`."""
    every = list(rows)
    more = f" and {len(every) - MOST_ROWS} more" if len(every) > MOST_ROWS else ""
    return ", ".join(every[:MOST_ROWS]) + more
