"""`bilan schedule`: the coming occurrences, in local time and UTC."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilan.cli.build_command import instant
from bilan.cli.output import common, opened, say, table

if TYPE_CHECKING:
    from bilan.schedule.rules import Occurrence, Schedule


@click.command("schedule", epilog="Example:  bilan schedule --next 12")
@click.option("--next", "count", default=6, show_default=True, type=click.IntRange(1, 1000), help="How many occurrences.")
@common
def command(count: int, folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool) -> int:  # noqa: ARG001  common options
    """Show what falls due next, and which editions it issues: exactly what `serve` and `run-due` will do.

    Jitter, quiet hours, working days and changes of the clock are in it already. Months in which a rule names no
    day, and schedules with nothing more to come, are told below. docs/schedules.md explains every setting.
    """
    from bilan.schedule.preview import coming, endings, gaps  # noqa: PLC0415  the schedules load only here
    from bilan.schedule.settings import schedules  # noqa: PLC0415  same
    from bilan.schedule.told import told_coming  # noqa: PLC0415  same

    project = opened(folder, verbose=verbose)
    known, now = schedules(project), instant(os.environ)
    found = coming(known.values(), now, count)
    said = [*gaps(known.values(), now), *endings(known.values(), now, found)]
    if as_json:
        say({"schema": 1, "occurrences": [told_coming(known[one.schedule], one) for one in found], "notes": said}, as_json=True)
        return 0
    if found:
        rows = [_row(known[one.schedule], one) for one in found]
        say(table([("schedule", "due", "UTC", "month", "editions", "note"), *rows]))
    for sentence in said if known else ["no schedule in bilan.toml"]:
        say(sentence)
    return 0


def _row(schedule: "Schedule", one: "Occurrence") -> tuple[str, ...]:
    from bilan.schedule.preview import notes  # noqa: PLC0415  the schedules load only here
    from bilan.schedule.told import local_time  # noqa: PLC0415  same

    editions = f"{one.partnership} {', '.join(schedule.audiences)} in {', '.join(schedule.languages)}"
    return (
        one.schedule,
        local_time(schedule, one),
        f"{one.due_at:%Y-%m-%d %H:%MZ}",
        str(one.period),
        editions,
        "; ".join(notes(schedule, one)),
    )
