"""How does a wish become a job, and who may see it? Placed once under its key, seen by who asked and by who may approve."""

import secrets
from dataclasses import dataclass
from pathlib import Path

from bilan.errors import UsageError, closest
from bilan.ledger.job_records import Asked as Placed
from bilan.ledger.job_records import JobRow, JobState
from bilan.ledger.people_records import Role
from bilan.pipeline.life import on_page
from bilan.pipeline.replay import over
from bilan.pipeline.request import Request, orders
from bilan.web.jobs.bench import folder_of
from bilan.web.jobs.progress import left, reached
from bilan.web.jobs.requests import Asked, BuildAsked, CorrectAsked, FetchAsked, GalleryAsked, PreviewAsked, ReplayAsked, VerifyAsked
from bilan.web.principal import Principal
from bilan.web.site import Site

OWN_PACE = ("fetch", "replay")
"""Kinds of jobs so unlike in size that one which runs is measured by itself alone."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants: which kind of job, and the request."""

    principal: Principal
    kind: str
    asked: Asked


def fresh_name() -> str:
    """A name for a job that nobody guesses."""
    return secrets.token_hex(10)


def placed(site: Site, wish: Wish, key: str, name: str) -> tuple[JobRow, bool]:
    """The job of a wish, under a fresh name, and whether it is new; raises for what can be known to be wrong before it is done.

    ConflictError where the key stands for another wish, FullError where too many are open.
    """
    _checked(site, wish.asked)
    placing = Placed(name, wish.kind, wish.asked.told, wish.principal.name, key)
    job, new = site.ledger.jobs.place(placing, site.now(), site.most)
    if new:
        site.wake()
    return job, new


def _checked(site: Site, asked: Asked) -> None:
    from bilan.web.editions import entry_of  # noqa: PLC0415  a sibling that needs no job

    match asked:
        case BuildAsked():
            site.project.folder(asked.partnership)
            orders(site.project, asked.request, site.now())
        case PreviewAsked():
            orders(site.project, Request((), None, (asked.audience,), (asked.language,)), site.now())
        case GalleryAsked():
            orders(site.project, Request((), None, (), (asked.language,)), site.now())
        case ReplayAsked():
            orders(site.project, asked.request, site.now())
            over(site.project, asked.months, site.now())
        case FetchAsked():
            _check_sources(site, asked)
        case VerifyAsked():
            entry_of(site, asked.edition)
        case CorrectAsked():
            on_page(asked.reason)
            entry_of(site, asked.edition)


def _check_sources(site: Site, asked: FetchAsked) -> None:
    from bilan.pipeline.fetch import chosen, read_sources_file  # noqa: PLC0415  loads the connectors, which only this needs

    chosen(read_sources_file(site.project), asked.sources)


def job_of(site: Site, principal: Principal, name: str) -> JobRow:
    """A job this visitor may see; UsageError as for one that is not there where it is another's."""
    job = site.ledger.jobs.find(name)
    if job.actor != principal.name and not principal.may(Role.APPROVE):
        raise UsageError(f"job '{name}'", "is not there", "the list of jobs tells which there are")
    return job


@dataclass(frozen=True, slots=True)
class Outlook:
    """How far a job is, how many come before it, and how many seconds are left, as far as others like it tell."""

    done: float
    ahead: int
    seconds_left: float | None


def outlook(site: Site, job: JobRow) -> Outlook:
    """How a job stands by now."""
    if not job.open:
        return Outlook(job.done, 0, 0.0)
    usual, ahead = site.ledger.jobs.usual(job.kind), site.ledger.jobs.ahead(job)
    if job.started_at is None or job.state == JobState.WAITING:
        return Outlook(0.0, ahead, None if usual is None else float(round(usual * (ahead + 1))))
    took = (site.now() - job.started_at).total_seconds()
    usual = None if job.kind in OWN_PACE else usual
    done = round(reached(job.done, job.stage, took, usual), 2)
    seconds = left(done, took, usual)
    return Outlook(done, 0, None if seconds is None else float(round(seconds)))


def file_path(site: Site, job: JobRow, name: str) -> Path:
    """A file a job left; UsageError for a name it has not."""
    folder = folder_of(site.project, job.name)
    there = {path.name: path for path in folder.iterdir() if path.is_file() and not path.is_symlink()} if folder.is_dir() else {}
    if name not in there:
        raise UsageError(f"file '{name[:100]}'", f"is not there{closest(name, list(there))}", "the job's result names its files")
    return there[name]
