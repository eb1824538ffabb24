"""`bilan doctor`: can this machine issue editions? Libraries, fonts, ledger, disk, archive, clock."""

import importlib
import importlib.metadata
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from bilan.cli.build_command import fonts_cache, instant
from bilan.cli.output import common, opened, say, table
from bilan.errors import BilanError, ConfigError, ExitCode
from bilan.project import Project

LIBRARIES = {
    "weasyprint": "weasyprint",
    "matplotlib": "matplotlib",
    "duckdb": "duckdb",
    "sqlalchemy": "sqlalchemy",
    "babel": "babel",
    "apscheduler": "apscheduler",
}
DISK_FREE = 200 * 1024**2


@dataclass(frozen=True, slots=True)
class Look:
    """One thing looked at: what, whether it is well, what was found and what to do."""

    what: str
    well: bool
    found: str
    hint: str = ""


@click.command("doctor", epilog="Example:  bilan doctor")
@common
def command(folder: Path | None, *, as_json: bool, quiet: bool, verbose: bool) -> int:
    """Look at everything Bilan needs on this machine, and say what to do where something is missing."""
    looks = [*map(_library, LIBRARIES), _fonts(), _clock()]
    try:
        project = opened(folder, verbose=verbose)
    except ConfigError as error:
        looks.append(Look("project", well=False, found=error.message.strip(), hint=error.hint))
    else:
        looks += [_guarded("ledger", lambda: _ledger(project)), _disk(project), _guarded("archive", lambda: _archive(project))]
    if as_json:
        say([{"what": one.what, "well": one.well, "found": one.found, "hint": one.hint} for one in looks], as_json=True)
    elif not quiet:
        say(table([("ok" if one.well else "BAD", one.what, one.found + (f"; {one.hint}" if one.hint else "")) for one in looks]))
    return int(ExitCode.DONE if all(one.well for one in looks) else ExitCode.FAILED)


def _library(name: str) -> Look:
    try:
        importlib.import_module(LIBRARIES[name])
    except (ImportError, OSError) as error:
        return Look(name, well=False, found=str(error).splitlines()[0], hint="install what docs/install.md names for this system")
    return Look(name, well=True, found=importlib.metadata.version(name))


def _fonts() -> Look:
    from bilan.fonts.cut import font_files  # noqa: PLC0415  loads fontTools

    def look() -> Look:
        fonts = font_files(("IBM Plex Sans", "IBM Plex Serif"), fonts_cache(os.environ))
        return Look("fonts", well=not fonts.fallback, found=f"{len(fonts.files)} faces", hint=" ".join(str(one) for one in fonts.problems))

    return _guarded("fonts", look)


def _clock() -> Look:
    now = instant(os.environ)
    return Look("clock", well=now.year >= 2026, found=now.isoformat(timespec="seconds"), hint="")  # noqa: PLR2004  the year this was written


def _ledger(project: Project) -> Look:
    from bilan.ledger.book import Ledger  # noqa: PLC0415  loads SQLAlchemy

    with Ledger.open(project.config.ledger, project.root) as ledger:
        return Look("ledger", well=True, found=f"{len(ledger.editions())} editions")


def _disk(project: Project) -> Look:
    reports = project.root if "://" in project.config.reports else project.reports
    free = shutil.disk_usage(project.root).free
    writable = os.access(reports if reports.exists() else project.root, os.W_OK)
    hint = "" if writable else f"let this user write to {reports}"
    return Look("disk", well=free > DISK_FREE and writable, found=f"{free // 1024**2} MiB free", hint=hint)


def _archive(project: Project) -> Look:
    """The editions that are read, linked and sent; `bilan archive check` reads all."""
    from bilan.archive.archive import Archive  # noqa: PLC0415  light, but only a project has one
    from bilan.archive.check import newest  # noqa: PLC0415  same

    found = newest(Archive.of(project))
    if found.faults:
        return Look("archive", well=False, found="; ".join(map(str, found.faults)), hint="`bilan archive check` reads every file")
    return Look("archive", well=True, found=f"{found.editions} latest editions are what was issued")


def _guarded(what: str, look: Callable[[], Look]) -> Look:
    try:
        return look()
    except BilanError as error:
        return Look(what, well=False, found=str(error), hint=error.hint)
