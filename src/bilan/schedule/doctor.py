"""Can this machine issue editions? Libraries, fonts, clock, settings, ledger, disk and archive, each looked at by itself."""

import importlib
import importlib.metadata
import os
import shutil
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bilan.errors import BilanError
from bilan.project import Project

if TYPE_CHECKING:
    from bilan.ledger.book import Ledger

LIBRARIES = {
    "weasyprint": "weasyprint",
    "matplotlib": "matplotlib",
    "duckdb": "duckdb",
    "sqlalchemy": "sqlalchemy",
    "babel": "babel",
    "apscheduler": "apscheduler",
}
DISK_FREE = 200 * 1024**2
WRITTEN_IN = 2026
"""No clock that is right shows an earlier year than that of this program."""


@dataclass(frozen=True, slots=True)
class Look:
    """One thing looked at: what, whether it is well, what was found and what to do."""

    what: str
    well: bool
    found: str
    hint: str = ""


def machine(now: datetime, cache: Path) -> list[Look]:
    """What every project needs: libraries, fonts (cut ones are kept in `cache`), a clock."""
    return [*map(_library, LIBRARIES), _fonts(cache), _clock(now)]


def inside(project: Project, ledger: "Ledger | None" = None) -> list[Look]:
    """What one project needs: settings, ledger, disk, archive; `ledger` is the open one, which is opened here where there is none.

    Where the settings cannot be read there is nothing else to look at.
    """
    settings = _guarded("project", lambda: _settings(project))
    if not settings.well:
        return [settings]
    looks = {"ledger": lambda: _ledger(project, ledger), "disk": lambda: _disk(project), "archive": lambda: _archive(project)}
    return [settings, *(_guarded(what, look) for what, look in looks.items())]


def unfit(what: str, error: BilanError) -> Look:
    """What an error says of a thing."""
    return Look(what, well=False, found=str(error), hint=error.hint)


def _guarded(what: str, look: Callable[[], Look]) -> Look:
    try:
        return look()
    except BilanError as error:
        return unfit(what, error)


def _library(name: str) -> Look:
    try:
        importlib.import_module(LIBRARIES[name])
    except (ImportError, OSError) as error:
        return Look(name, well=False, found=str(error).splitlines()[0], hint="install what docs/install.md names for this system")
    return Look(name, well=True, found=importlib.metadata.version(name))


def _fonts(cache: Path) -> Look:
    from bilan.fonts.cut import font_files  # noqa: PLC0415  loads fontTools

    def look() -> Look:
        fonts = font_files(("IBM Plex Sans", "IBM Plex Serif"), cache)
        return Look("fonts", well=not fonts.fallback, found=f"{len(fonts.files)} faces", hint=" ".join(str(one) for one in fonts.problems))

    return _guarded("fonts", look)


def _clock(now: datetime) -> Look:
    well = now.year >= WRITTEN_IN
    return Look("clock", well=well, found=now.isoformat(timespec="seconds"), hint="" if well else "set the clock of this machine")


def _settings(project: Project) -> Look:
    config = project.config
    return Look("project", well=True, found=f"{len(config.partnerships)} partnerships, {len(config.audiences)} audiences")


def _ledger(project: Project, ledger: "Ledger | None") -> Look:
    from bilan.ledger.book import Ledger  # noqa: PLC0415  loads SQLAlchemy

    with nullcontext(ledger) if ledger else Ledger.open(project.config.ledger, project.root) as one:
        return Look("ledger", well=True, found=f"{len(one.editions())} editions")


def _disk(project: Project) -> Look:
    reports = project.root if "://" in project.config.reports else project.reports
    free = shutil.disk_usage(project.root).free
    writable = os.access(reports if reports.exists() else project.root, os.W_OK)
    hints = [] if writable else [f"let this user write to {reports}"]
    hints += [] if free > DISK_FREE else [f"free some space: {DISK_FREE // 1024**2} MiB are little enough"]
    return Look("disk", well=not hints, found=f"{free // 1024**2} MiB free", hint="; ".join(hints))


def _archive(project: Project) -> Look:
    """The editions that are read, linked and sent; `bilan archive check` reads all."""
    from bilan.archive.archive import Archive  # noqa: PLC0415  light, but only a project has one
    from bilan.archive.check import newest  # noqa: PLC0415  same

    found = newest(Archive.of(project))
    if found.faults:
        return Look("archive", well=False, found="; ".join(map(str, found.faults)), hint="`bilan archive check` reads every file")
    return Look("archive", well=True, found=f"{found.editions} latest editions are what was issued")
