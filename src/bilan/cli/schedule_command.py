"""`bilan schedule`: the coming occurrences, in local time and UTC."""

import os
from pathlib import Path

import click

from bilan.cli.build_command import instant
from bilan.cli.output import common, opened, say, table


@click.command("schedule", epilog="Example:  bilan schedule --next 12")
@click.option("--next", "count", default=6, show_default=True, type=click.IntRange(1, 1000), help="How many occurrences.")
@common
def command(count: int, folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool) -> int:  # noqa: ARG001  common options
    """Show what falls due next, and which editions it issues."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415  only here

    from bilan.schedule.rules import next_due  # noqa: PLC0415  loads holidays

    project = opened(folder, verbose=verbose)
    rows = []
    for one in next_due(project.config, instant(os.environ), count):
        zone = ZoneInfo(project.config.schedule[one.schedule].timezone)
        local = one.due_at.astimezone(zone)
        rows.append((one.schedule, f"{local:%a %Y-%m-%d %H:%M} {zone.key}", f"{one.due_at:%Y-%m-%d %H:%MZ}", str(one.identity)))
    if as_json:
        say([dict(zip(("schedule", "local", "utc", "edition"), row, strict=True)) for row in rows], as_json=True)
    else:
        say(table([("schedule", "local", "UTC", "edition"), *rows]) if rows else "no schedule in bilan.toml")
    return 0
