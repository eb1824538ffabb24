"""`bilan doctor`: can this machine issue editions? Libraries, fonts, ledger, disk, archive, clock."""

import os
from dataclasses import asdict
from pathlib import Path

import click

from bilan.cli.build_command import fonts_cache, instant
from bilan.cli.output import common, opened, say, table
from bilan.errors import ConfigError, ExitCode


@click.command("doctor", epilog="Example:  bilan doctor")
@common
def command(folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool) -> int:
    """Look at everything Bilan needs on this machine, and say what to do where something is missing."""
    from bilan.schedule.doctor import inside, machine, unfit  # noqa: PLC0415  light, but only here

    looks = machine(instant(os.environ), fonts_cache(os.environ))
    try:
        project = opened(folder, verbose=verbose)
    except ConfigError as error:
        looks.append(unfit("project", error))
    else:
        looks += inside(project)
    if as_json:
        say([asdict(one) for one in looks], as_json=True)
    elif not quiet:
        say(table([("ok" if one.well else "BAD", one.what, one.found + (f"; {one.hint}" if one.hint else "")) for one in looks]))
    return int(ExitCode.DONE if all(one.well for one in looks) else ExitCode.FAILED)
