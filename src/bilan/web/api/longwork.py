"""How is work asked for that takes long and changes no single edition? Fetching, replaying, the archive, galleries and audits are jobs."""

from typing import Annotated

from fastapi import APIRouter, Body, File, Response, UploadFile
from pydantic import WithJsonSchema

from bilan.web.api.common import Admin, Approver, Here, Key, Runner, refusals
from bilan.web.api.jobs import AGAIN, PLACED, JobModel, accepted
from bilan.web.jobs.placing import Wish, fresh_name
from bilan.web.jobs.requests import ArchiveCheckAsked, ArchiveRebuildAsked, FetchAsked, GalleryAsked, ReplayAsked
from bilan.web.jobs.sent import Sent, cleared, kept, let_go

router = APIRouter(tags=["jobs"])
SENT = {"type": "string", "contentMediaType": "application/octet-stream"}
"""A file that may be left out, which is never sent as null."""


@router.post("/fetches", status_code=202, summary="Ask the sources for newer values", responses={**PLACED, **AGAIN})
def fetch(site: Here, principal: Approver, response: Response, asked: FetchAsked, key: Key = None) -> JobModel:
    """As `bilan fetch`: the result tells of each source what is new, revised, withdrawn and unchanged, or its error.

    Lists of rows hold the first 500, `more` tells how many follow. Done where some sources answered, `reason` names the others;
    failed where none did. One fetch at a time: another waits until the first has ended.
    """
    return accepted(site, response, Wish(principal, "fetch", asked), key)


@router.post("/replays", status_code=202, summary="Issue every past month", responses={**PLACED, **AGAIN})
def replay(site: Here, principal: Approver, response: Response, asked: ReplayAsked, key: Key = None) -> JobModel:
    """As `bilan replay`: each month with what was published by its end, up to 120 of them; `rows` of the result tells of each edition."""
    return accepted(site, response, Wish(principal, "replay", asked), key)


@router.post("/galleries", status_code=202, summary="Draw every kind of chart", responses={**PLACED, **AGAIN})
def gallery(site: Here, principal: Runner, response: Response, asked: GalleryAsked, key: Key = None) -> JobModel:
    """As `bilan gallery`, from invented data; the PDF is a file of the job."""
    return accepted(site, response, Wish(principal, "gallery", asked), key)


@router.post("/archive/checks", status_code=202, summary="Read the whole archive", responses={**PLACED, **AGAIN})
def archive_check(
    site: Here, principal: Approver, response: Response, asked: Annotated[ArchiveCheckAsked, Body()], key: Key = None
) -> JobModel:
    """As `bilan archive check`: a job that found faults is done, its result names them and `reason` says how many."""
    return accepted(site, response, Wish(principal, "archive-check", asked), key)


@router.post("/archive/rebuilds", status_code=202, summary="Give back what can be given back", responses={**PLACED, **AGAIN})
def archive_rebuild(
    site: Here, principal: Admin, response: Response, asked: Annotated[ArchiveRebuildAsked, Body()], key: Key = None
) -> JobModel:
    """As `bilan archive rebuild`: lost names, index, pages, feeds and `latest`; the result tells what was lost for good."""
    return accepted(site, response, Wish(principal, "archive-rebuild", asked), key)


@router.post("/audits", status_code=202, summary="Audit a finished file", responses={**PLACED, **AGAIN, **refusals(413)})
def audit(
    site: Here,
    principal: Runner,
    response: Response,
    file: Annotated[UploadFile, File(description="a PDF or HTML of an edition")],
    manifest: Annotated[
        UploadFile | None, File(description="its manifest.json; else the one the PDF carries"), WithJsonSchema(SENT)
    ] = None,
    key: Key = None,
) -> JobModel:
    """As `bilan audit`: every numeral of a file that resolves to nothing its manifest lists, the first 500, `more` tells how many follow.

    What is sent is kept until the job has ended, and shown to nobody.
    """
    cleared(site.project, site.ledger)
    name = fresh_name()
    placed = ""
    try:
        sent = Sent(file.filename or "", file.file, manifest.file if manifest else None)
        job = accepted(site, response, Wish(principal, "audit", kept(site.project, name, sent)), key, name)
        placed = job.name
        return job
    finally:
        if placed != name:
            let_go(site.project, name)
