"""How is a serving process? Alive, ready, and in numbers for Prometheus."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from bilan.errors import BilanError
from bilan.ledger.book import Ledger
from bilan.ledger.reading import Tally
from bilan.project import Project
from bilan.schedule.preview import coming
from bilan.schedule.serve import Vitals
from bilan.schedule.settings import schedules

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

TOO_LONG_SECONDS = 3600.0
"""A tick that runs longer than this is called stuck."""
BUSY_SECONDS = 2.0
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True)
class Watch:
    """What is watched: the project, how its clock beats, and what time it is."""

    project: Project
    vitals: Callable[[], Vitals]
    now: Callable[[], datetime]


def routes(watch: Watch) -> "list[Route]":
    """What probes and Prometheus ask for."""
    from starlette.responses import JSONResponse, PlainTextResponse  # noqa: PLC0415  an extra
    from starlette.routing import Route  # noqa: PLC0415  same

    def alive(_: "Request") -> "Response":
        wrong = stopped(watch.vitals())
        return JSONResponse({"alive": not wrong, "why": wrong}, 503 if wrong else 200, HEADERS)

    def ready(_: "Request") -> "Response":
        wrong = unready(watch)
        return JSONResponse({"ready": not wrong, "why": wrong}, 503 if wrong else 200, HEADERS)

    def metrics(_: "Request") -> "Response":
        return PlainTextResponse("".join(measured(watch)), headers=HEADERS, media_type="text/plain; version=0.0.4")

    return [Route("/healthz", alive), Route("/readyz", ready), Route("/metrics", metrics)]


def stopped(vitals: Vitals) -> list[str]:
    """Why the clock is not alive; nothing where it is."""
    if vitals.late:
        return ["the clock missed three ticks"]
    if vitals.running is not None and vitals.running > TOO_LONG_SECONDS:
        return [f"a tick has been running for {vitals.running:.0f} seconds"]
    return []


def unready(watch: Watch) -> list[str]:
    """Why nothing could be issued now; nothing where it could."""
    project = watch.project
    steps: tuple[Callable[[], object], ...] = (lambda: schedules(project), lambda: _looked(project), lambda: _writable(project))
    wrong = []
    for step in steps:
        try:
            step()
        except BilanError as error:
            wrong.append(str(error))
    return wrong


def _looked(project: Project) -> Tally:
    with Ledger.open(project.config.ledger, project.root, busy_seconds=BUSY_SECONDS) as ledger:
        return ledger.tally()


def _writable(project: Project) -> None:
    """Can the archive's folder be written? Storage elsewhere is asked when something is issued."""
    if "://" in project.config.reports:
        return
    folder = Path(project.reports)
    nearest = next(one for one in (folder, *folder.parents) if one.exists())
    if not os.access(nearest, os.W_OK):
        raise BilanError(f"archive {project.config.reports}", "cannot be written", "check its permissions and its disk")


# Numbers


def measured(watch: Watch) -> Iterator[str]:
    """The numbers in Prometheus' text format; without the ledger's where it cannot be reached."""
    vitals = watch.vitals()
    yield from _told("bilan_build_info", "gauge", "Which Bilan this is.", {(("version", version("bilan")),): 1})
    yield from _told("bilan_ticks_total", "counter", "Passes over what is due.", {(): vitals.ticks})
    yield from _told("bilan_tick_failures_total", "counter", "Passes that failed as a whole.", {(): vitals.failures})
    if vitals.last:
        yield from _told("bilan_last_tick_timestamp_seconds", "gauge", "When the last pass ended.", {(): vitals.last.timestamp()})
    yield from _told("bilan_tick_running_seconds", "gauge", "How long the running pass has taken.", {(): vitals.running or 0})
    try:
        tally = _looked(watch.project)
    except BilanError:
        yield from _told("bilan_ledger_up", "gauge", "Whether the ledger can be reached.", {(): 0})
        return
    yield from _told("bilan_ledger_up", "gauge", "Whether the ledger can be reached.", {(): 1})
    yield from _told("bilan_occurrences", "gauge", "What fell due, by state.", _labelled(("schedule", "state"), tally.occurrences))
    yield from _told("bilan_editions", "gauge", "What was issued, by state.", _labelled(("partnership", "state"), tally.editions))
    yield from _told("bilan_deliveries", "gauge", "What was to be sent, by state.", _labelled(("channel", "state"), tally.deliveries))
    due: dict[Labels, float] = {(("schedule", name),): at.timestamp() for name, at in _next(watch).items()}
    yield from _told("bilan_next_due_timestamp_seconds", "gauge", "When a schedule falls due next.", due)


def _next(watch: Watch) -> dict[str, datetime]:
    try:
        known = schedules(watch.project)
        return {one.schedule: one.due_at for each in known.values() for one in coming([each], watch.now(), 1)}
    except BilanError:
        return {}  # /readyz says what is wrong with them


Labels = tuple[tuple[str, str], ...]


def _labelled(names: tuple[str, str], counts: Mapping[tuple[str, str], int]) -> dict[Labels, float]:
    return {tuple(zip(names, key, strict=True)): count for key, count in counts.items()}


def _told(name: str, kind: str, text: str, values: Mapping[Labels, float]) -> Iterator[str]:
    if values:
        yield f"# HELP {name} {text}\n# TYPE {name} {kind}\n"
    for labels, value in values.items():
        inside = ",".join(f'{label}="{_escaped(said)}"' for label, said in labels)
        yield f"{name}{f'{{{inside}}}' if inside else ''} {value:.15g}\n"


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
