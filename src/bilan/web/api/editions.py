"""Which editions are there, and what is behind them? Lists, manifests, files, provenance, differences, receipts."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from bilan.archive.entry import Entry
from bilan.pipeline.trace import Trace, trace, trace_as_of
from bilan.web.api.common import (
    CURSOR,
    FILE,
    LIMIT,
    MOST,
    UNCHANGED,
    Here,
    Listed,
    Model,
    Month,
    Reader,
    Slug,
    Viewer,
    paged,
    refusals,
)
from bilan.web.editions import changes, deliveries_of, entry_of, file_of, kind_of, name_of
from bilan.web.files import delivered
from bilan.web.known import knowledge_of

router = APIRouter(tags=["editions"])
JSON = dict[str, Any]


class EditionModel(Model):
    """One issued edition, as the index of the archive has it."""

    name: str
    partnership: str
    period: str
    audience: str
    language: str
    number: int
    issue: int
    as_of: str
    issued_on: str
    issued_at: str
    pages: int
    title: str
    state: str
    reason: str
    erratum: str
    supersedes: str
    sha256: str
    manifest_sha256: str
    files: list[str]


class TraceModel(Model):
    """A printed number with the reading behind it; inputs are readings again, or observations and slices with their sources."""

    printed: JSON
    reading: JSON | None
    inputs: list[JSON]


class ChangeModel(Model):
    """One thing that is not the same in two editions."""

    change: str
    subject: str
    before: Any
    after: Any


class ReceiptModel(Model):
    """What became of one message to one recipient."""

    id: int
    channel: str
    recipient: str
    kind: str
    state: str
    attempt: int
    code: int | None
    text: str
    created_at: str
    settled_at: str | None


class Filter(BaseModel):
    """Which editions; what is left out may be anything."""

    model_config = ConfigDict(extra="forbid")

    partnership: str | None = Field(None, max_length=100)
    period: str | None = Field(None, max_length=16)
    audience: str | None = Field(None, max_length=100)
    language: str | None = Field(None, max_length=8)
    state: str | None = Field(None, max_length=16, description="issued, superseded or withdrawn")
    as_of: date | None = Field(None, description="those that could be made by this day")
    limit: int = Field(LIMIT, ge=1, le=MOST, description="how many at most")
    after: str | None = Field(None, pattern=CURSOR, description="`next` of the part before")


@router.get("/editions", summary="Issued editions, newest month first")
def editions(site: Here, _: Viewer, asked: Annotated[Filter, Query()]) -> Listed[EditionModel]:
    """Issued editions; superseded and withdrawn ones among them, with their state."""
    wanted, until = asked.model_dump(exclude={"limit", "after", "as_of"}, exclude_none=True), (asked.as_of or date.max).isoformat()
    every = (one for one in site.editions() if one.as_of <= until)
    found = [one for one in every if all(getattr(one, name) == value for name, value in wanted.items())]
    part, following = paged(found, asked.after, asked.limit)
    return Listed(items=[told(one) for one in part], next=following)


@router.get("/editions/{partnership}/{period}/{reader}", summary="One edition", responses=refusals(404))
def edition(site: Here, _: Viewer, partnership: Slug, period: Month, reader: Reader) -> EditionModel:
    """An edition by its name; the last issue that counts, or the issue named."""
    return told(entry_of(site, f"{partnership}/{period}/{reader}"))


@router.get("/editions/{partnership}/{period}/{reader}/manifest", summary="Its manifest", responses={**refusals(404), **UNCHANGED})
def manifest(site: Here, _: Viewer, request: Request, partnership: Slug, period: Month, reader: Reader) -> Response:
    """The manifest: readings, observations, sources, all that was printed, what it was made from."""
    found = entry_of(site, f"{partnership}/{period}/{reader}")
    return delivered(request, site.archive.blob(found.manifest_sha256), found.manifest_sha256, "application/json")


@router.get(
    "/editions/{partnership}/{period}/{reader}/files/{file}",
    summary="One of its files",
    response_class=Response,
    responses={**refusals(404), **UNCHANGED, **FILE},
)
def file(site: Here, _: Viewer, request: Request, partnership: Slug, period: Month, reader: Reader, file: str) -> Response:
    """The PDF, the page for screens, or the data as CSV or XLSX, as they were issued."""
    content, sha256 = file_of(site, entry_of(site, f"{partnership}/{period}/{reader}"), file)
    return delivered(request, content, sha256, kind_of(file), name=file)


@router.get("/editions/{partnership}/{period}/{reader}/trace", summary="Where a printed number comes from", responses=refusals(404))
def traced(
    site: Here,
    _: Viewer,
    partnership: Slug,
    period: Month,
    reader: Reader,
    number: Annotated[str, Query(min_length=1, max_length=200)],
    as_of: Annotated[date | None, Query(description="what the same reading was, or is, as of this day")] = None,
) -> list[TraceModel]:
    """From a number as it is printed, or a reading's id, to readings, formulas, observations, rows and sources."""
    entry = entry_of(site, f"{partnership}/{period}/{reader}")
    found = trace(site.manifest(entry), number)
    if as_of is not None:
        found = trace_as_of(knowledge_of(site, entry.partnership, as_of), found)
    return [TraceModel(**_resolved(one)) for one in found]


@router.get("/editions/{partnership}/{period}/{reader}/changes", summary="What changed since another", responses=refusals(404))
def changed(
    site: Here,
    _: Viewer,
    partnership: Slug,
    period: Month,
    reader: Reader,
    since: Annotated[str, Query(pattern=r"^[a-z0-9-]+/[0-9]{4}-[0-9]{2}/[a-z0-9-]+\.[a-z]{2}(-[0-9]{1,4})?$")],
) -> list[ChangeModel]:
    """Figures, sentences, aims, thresholds, projects, events and methods that are not the same in the edition `since`."""
    before, after = entry_of(site, since), entry_of(site, f"{partnership}/{period}/{reader}")
    return [
        ChangeModel(change=one.change.value, subject=one.subject, before=one.before, after=one.after)
        for one in changes(site, before, after)
    ]


@router.get("/editions/{partnership}/{period}/{reader}/receipts", summary="Who got it", responses=refusals(404))
def receipts(site: Here, principal: Viewer, partnership: Slug, period: Month, reader: Reader) -> list[ReceiptModel]:
    """What became of each delivery; addresses are shown to those who may send."""
    rows = deliveries_of(site, entry_of(site, f"{partnership}/{period}/{reader}"), principal)
    return [ReceiptModel(**one) for one in rows]


def told(one: Entry) -> EditionModel:
    """An edition as it is answered."""
    names = [name for name in EditionModel.model_fields if name not in ("name", "files")]
    files = [path.rpartition("/")[2] for path in (one.pdf, *one.files)]
    return EditionModel(name=name_of(one), files=files, **{name: getattr(one, name) for name in names})


def _resolved(one: Trace) -> JSON:
    inputs = [_resolved(part) if isinstance(part, Trace) else part for part in one.inputs]
    return {"printed": one.printed, "reading": one.reading, "inputs": inputs}
