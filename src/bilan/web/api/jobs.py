"""How is long work asked for and followed? Builds, previews, checks and corrections are jobs with a state."""

from datetime import datetime
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from bilan.archive.names import sha
from bilan.ledger.job_records import JobRow
from bilan.ledger.people_records import Role
from bilan.web.api.common import (
    FILE,
    UNCHANGED,
    Approver,
    Here,
    JobName,
    Key,
    Limit,
    Listed,
    Model,
    Runner,
    Viewer,
    cursor,
    place,
    refusals,
)
from bilan.web.api.common import After as Cursor
from bilan.web.editions import kind_of
from bilan.web.files import delivered
from bilan.web.jobs.following import followed
from bilan.web.jobs.placing import Wish, file_path, fresh_name, job_of, outlook, placed
from bilan.web.jobs.requests import BuildAsked, CorrectAsked, PreviewAsked, VerifyAsked

router = APIRouter(tags=["jobs"])
PLACED = refusals(404, 409)


class JobModel(Model):
    """One job: what was asked, where it stands, how far it is, what came of it.

    `state` is waiting, running, cancelling, done, held, awaiting (approval), failed or cancelled; `stage` is fonts, data, compose,
    render, publish, fetch, archive or audit; `done` goes from 0 to 1; `ahead` is how many jobs come before it; `seconds_left` is an estimate.
    """

    name: str
    kind: str
    actor: str
    request: dict[str, Any]
    state: str
    stage: str
    subject: str
    done: float
    ahead: int
    seconds_left: float | None
    reason: str
    result: Any
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None


def told(site: Here, job: JobRow) -> JobModel:
    """A job as it is answered."""
    names = ("name", "kind", "actor", "stage", "subject", "reason", "result", "created_at", "started_at", "ended_at")
    now = outlook(site, job)
    more: dict[str, Any] = {"request": dict(job.request), "state": job.state.value, "done": now.done, "ahead": now.ahead}
    more["seconds_left"] = now.seconds_left
    return JobModel.model_validate({name: getattr(job, name) for name in names} | more)


def accepted(site: Here, response: Response, wish: Wish, key: str | None, name: str = "") -> JobModel:
    """The job of a wish, placed under a fresh name or the one given: 202 and where it is followed, 200 where the key stands for one."""
    job, new = placed(site, wish, key or "", name or fresh_name())
    response.status_code = 202 if new else 200
    response.headers["Location"] = f"/api/v1/jobs/{job.name}"
    return told(site, job)


AGAIN: dict[int | str, dict[str, Any]] = {200: {"model": JobModel, "description": "the same was asked for before under this key"}}


@router.post("/builds", status_code=202, summary="Build editions", responses={**PLACED, **AGAIN})
def build(site: Here, principal: Runner, response: Response, asked: BuildAsked, key: Key = None) -> JobModel:
    """Ask for editions, as drafts or to be issued; follow the job to see what came of it."""
    return accepted(site, response, Wish(principal, "build", asked), key)


@router.post("/previews", status_code=202, summary="Lay out an audience's pages", responses={**PLACED, **AGAIN})
def preview(site: Here, principal: Runner, response: Response, asked: PreviewAsked, key: Key = None) -> JobModel:
    """The pages as the templates are now; nothing is issued."""
    return accepted(site, response, Wish(principal, "preview", asked), key)


@router.post("/verifications", status_code=202, summary="Make an edition again and compare", responses={**PLACED, **AGAIN})
def verify(site: Here, principal: Runner, response: Response, asked: VerifyAsked, key: Key = None) -> JobModel:
    """Every byte is compared; the result tells the first difference and its cause."""
    return accepted(site, response, Wish(principal, "verify", asked), key)


@router.post("/corrections", status_code=202, summary="Issue an edition anew", responses={**PLACED, **AGAIN})
def correct(site: Here, principal: Approver, response: Response, asked: CorrectAsked, key: Key = None) -> JobModel:
    """The next issue of an edition, with what was wrong on its first page; whoever had it gets this one."""
    return accepted(site, response, Wish(principal, "correct", asked), key)


@router.get("/jobs", summary="Jobs, newest first")
def jobs(site: Here, principal: Viewer, limit: Limit = 50, after: Cursor = None) -> Listed[JobModel]:
    """One's own jobs; those of all for who may approve."""
    actor = None if principal.may(Role.APPROVE) else principal.name
    rows = site.ledger.jobs.rows(actor, before=place(after) or None, most=limit + 1)
    following = cursor(rows[limit - 1].id) if len(rows) > limit else None
    return Listed(items=[told(site, one) for one in rows[:limit]], next=following)


@router.get("/jobs/{job}", summary="One job", responses=refusals(404))
def one(site: Here, principal: Viewer, job: JobName) -> JobModel:
    """How far it is, and what came of it."""
    return told(site, job_of(site, principal, job))


@router.post("/jobs/{job}/cancel", summary="Call a job off", responses=refusals(404, 409))
def cancel(site: Here, principal: Runner, job: JobName) -> JobModel:
    """One that waits ends at once, one that runs at its next step."""
    row = site.ledger.jobs.cancel(job_of(site, principal, job).name, principal.name, site.now())
    return told(site, row)


@router.get(
    "/jobs/{job}/events",
    summary="Follow a job",
    response_class=StreamingResponse,
    responses={**refusals(404), 200: {"description": "server-sent events, `data` is the job", "content": {"text/event-stream": {}}}},
)
async def events(site: Here, principal: Viewer, request: Request, job: JobName) -> StreamingResponse:
    """Each time something changes, and at the end, once: the job as JSON."""
    stream = await followed(site, principal, request, job, lambda row: told(site, row).model_dump_json())
    return StreamingResponse(stream, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


@router.get(
    "/jobs/{job}/files/{file}",
    summary="A file of a draft, preview or gallery",
    response_class=Response,
    responses={**refusals(404), **UNCHANGED, **FILE},
)
def file(site: Here, principal: Viewer, request: Request, job: JobName, file: str) -> Response:
    """The files a draft, preview or gallery left, for who asked for it and who may approve."""
    content = file_path(site, job_of(site, principal, job), file).read_bytes()
    return delivered(request, content, sha(content), kind_of(file), name=file)
