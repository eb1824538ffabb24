"""What fell due, and what may a person do about it? Looked at, held, released, tried again, called off, approved."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import Field

from bilan.dispatch.records import Means
from bilan.errors import BilanError
from bilan.ledger.acts import Act
from bilan.ledger.records import OccurrenceRow, State
from bilan.schedule.approving import Word, approve
from bilan.schedule.told import told_occurrence
from bilan.secret import redacted
from bilan.web.api.common import UNCHANGED, After, Approver, Here, Limit, Listed, Model, Viewer, absent, cursor, place, refusals
from bilan.web.editions import waiting_pages
from bilan.web.files import delivered
from bilan.web.jobs.requests import Asked, Reason
from bilan.web.principal import Principal
from bilan.web.site import Site

router = APIRouter(tags=["schedule"])
MOST = 2**31 - 1
Number = Annotated[int, Path(ge=1, le=MOST)]
Partnership = Annotated[str | None, Query(pattern=r"^[a-z0-9][a-z0-9-]{0,99}$")]


class OccurrenceModel(Model):
    """One edition that fell due or was ordered; `sha256` is that of what is built and waits for so many `approvals`."""

    id: int
    edition: str
    schedule: str
    revision: int
    due_at: str
    as_of: date | None
    state: State
    origin: str
    reason: str
    owner: str
    attempt: int
    next_try_at: str | None
    sha256: str | None
    approvals: int


class ApprovalModel(Model):
    """One person's word on one hash."""

    person: str
    sha256: str
    at: str


class WholeModel(OccurrenceModel):
    """The same, with who approved what."""

    approved: list[ApprovalModel]


PAGES: dict[int | str, dict[str, Any]] = {
    **refusals(404), **UNCHANGED, 200: {"description": "the PDF", "content": {"application/pdf": {}}},
}  # fmt: skip


class ApprovedModel(WholeModel):
    """After an approval: how many there are, where the edition is issued, and why it is not although all have approved."""

    given: int
    path: str | None
    problem: str | None


class ReasonAsked(Asked):
    """Why; kept with the event."""

    reason: Reason


class HashAsked(Asked):
    """Which bytes are approved: the hash of the PDF, or its first 8 digits or more."""

    sha256: str = Field(pattern=r"^[0-9a-fA-F]{8,64}$")


@router.get("/occurrences", summary="What fell due, newest first")
def occurrences(
    site: Here, _: Viewer, state: State | None = None, partnership: Partnership = None, limit: Limit = 50, after: After = None
) -> Listed[OccurrenceModel]:
    """What schedules asked for and persons ordered, and where it stands."""
    before = place(after) or MOST + 1
    rows = site.ledger.occurrences(partnership, [state] if state else ())
    found = sorted((row for row in rows if row.id < before), key=lambda row: -row.id)
    following = cursor(found[limit - 1].id) if len(found) > limit else None
    return Listed(items=[OccurrenceModel.model_validate(_told(row)) for row in found[:limit]], next=following)


@router.get("/occurrences/{number}", summary="One of them", responses=refusals(404))
def occurrence(site: Here, _: Viewer, number: Number) -> WholeModel:
    """Where it stands, and who approved it."""
    row = site.ledger.occurrence(number)
    if row is None:
        raise absent(f"occurrence {number}")
    return _whole(site, row)


@router.post("/occurrences/{number}/hold", summary="Hold it", responses=refusals(404, 409))
def hold(site: Here, principal: Approver, number: Number, asked: ReasonAsked) -> WholeModel:
    """It is not issued before it is released."""
    return _acted(site, principal, Act.HOLD, number, asked)


@router.post("/occurrences/{number}/release", summary="Release it", responses=refusals(404, 409))
def release(site: Here, principal: Approver, number: Number, asked: ReasonAsked) -> WholeModel:
    """What was held is due again."""
    return _acted(site, principal, Act.RELEASE, number, asked)


@router.post("/occurrences/{number}/retry", summary="Try it again", responses=refusals(404, 409))
def retry(site: Here, principal: Approver, number: Number, asked: ReasonAsked) -> WholeModel:
    """What failed, was skipped or called off is due again."""
    return _acted(site, principal, Act.RETRY, number, asked)


@router.post("/occurrences/{number}/cancel", summary="Call it off", responses=refusals(404, 409))
def cancel(site: Here, principal: Approver, number: Number, asked: ReasonAsked) -> WholeModel:
    """It is not issued; one that runs stops at its next step."""
    return _acted(site, principal, Act.CANCEL, number, asked)


@router.post("/occurrences/{number}/approve", summary="Approve what is built", responses=refusals(404, 409))
def approve_it(site: Here, principal: Approver, number: Number, asked: HashAsked) -> ApprovedModel:
    """One's word on just these bytes; the last approval needed issues them. Said twice it counts once."""
    done = approve(site.project, site.ledger, Word(number, asked.sha256, principal.name, site.now()), Means().owner)
    whole = _whole(site, site.ledger.occurrence(number) or done.row).model_dump()
    return ApprovedModel(**whole, given=done.given, path=done.path, problem=_problem(done.error))


@router.get("/occurrences/{number}/pages", summary="The pages that await approval", response_class=Response, responses=PAGES)
def pages(site: Here, _: Approver, request: Request, number: Number) -> Response:
    """The PDF of just the bytes that an approval issues."""
    content, sha256, name = waiting_pages(site, number)
    return delivered(request, content, sha256, "application/pdf", name=name)


def _acted(site: Site, principal: Principal, act: Act, number: int, asked: ReasonAsked) -> WholeModel:
    return _whole(site, site.ledger.act(act, number, (principal.name, asked.reason), site.now()))


def _whole(site: Site, row: OccurrenceRow) -> WholeModel:
    given = [ApprovalModel(person=one.person, sha256=one.sha256, at=one.at.isoformat()) for one in site.ledger.approvals.given(row.id)]
    return WholeModel.model_validate(_told(row) | {"approved": given})


def _told(row: OccurrenceRow) -> dict[str, object]:
    more = {"revision": row.due.revision, "as_of": row.due.as_of, "sha256": row.sha256, "approvals": row.approvals}
    return told_occurrence(row) | more


def _problem(error: BilanError | None) -> str | None:
    return redacted(str(error)) if error else None
