"""Who gets what, and what became of it? Deliveries, sending by hand, taking back, and addresses that get nothing."""

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Response
from pydantic import Field, StringConstraints

from bilan.dispatch.by_hand import find
from bilan.dispatch.sending_by_hand import Rows, Sending, lined_up, planned, resolved, tried, waiting
from bilan.errors import ArchiveError, ConflictError, LedgerError, UsageError
from bilan.ledger.people_records import Role
from bilan.ledger.records import EditionRow, ReceiptRow, ReceiptState, State
from bilan.ledger.suppressions import Suppression
from bilan.pipeline.build import Session
from bilan.pipeline.life import withdraw
from bilan.web.api.common import After, Approver, Here, Limit, Listed, Model, Month, Reader, Slug, Viewer, absent, cursor, paged, place
from bilan.web.api.common import refusals as refused
from bilan.web.api.editions import ReceiptModel
from bilan.web.api.occurrences import ReasonAsked
from bilan.web.editions import archived, told_receipt
from bilan.web.jobs.requests import Asked, EditionName
from bilan.web.principal import Principal

router = APIRouter(tags=["deliveries"])
LONGEST = 320
Address = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST, pattern=r"^[^\x00-\x1f\x7f]+$")]
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]


class DeliveryModel(ReceiptModel):
    """What became of one message to one recipient, and of which edition it is."""

    edition: str
    issue: int


class SendingModel(Model):
    """One delivery that was tried, would be made, or waits for the next pass: `state` says which."""

    edition: str
    recipient: str
    channel: str
    state: str
    delivery: int | None
    code: int | None
    said: str


class WithdrawnModel(Model):
    """An edition that was taken back; its number and files stay."""

    edition: str
    number: int
    issue: int
    path: str
    state: str
    reason: str
    settled_at: str | None


class SuppressionModel(Model):
    """An address that gets nothing, why, and since when."""

    address: str
    reason: str
    since: str


class DecisionAsked(Asked):
    """It arrived (`sent`), or is to be sent `again`."""

    decision: Literal["sent", "again"] = Field(alias="as")


class SendAsked(Asked):
    """To whom: all on the list who do not have it, or the one address `to`.

    `test` sends to that address alone and records nothing; `dry_run` sends nothing; `resend_failed` tries again what was refused.
    """

    to: Address | None = None
    test: bool = False
    dry_run: bool = False
    resend_failed: bool = False


class SuppressAsked(ReasonAsked):
    """Which address is to get nothing any more."""

    address: Address


@router.get("/deliveries", summary="Deliveries, newest first", responses=refused(404))
def deliveries(
    site: Here,
    principal: Viewer,
    state: ReceiptState | None = None,
    edition: Annotated[EditionName | None, Query(description="as kz-kg/2026-10/analyst.fr")] = None,
    limit: Limit = 50,
    after: After = None,
) -> Listed[DeliveryModel]:
    """What became of each message; addresses are shown to those who may send."""
    of = find(site.ledger, archived(edition)).id if edition else None
    rows = site.ledger.outbox.latest(state, of, place(after) or None, limit + 1)
    known = {row.id: row for row in site.ledger.editions()}
    following = cursor(rows[limit - 1].id) if len(rows) > limit else None
    return Listed(items=[_told(row, known[row.edition], principal) for row in rows[:limit]], next=following)


@router.post("/deliveries/{number}/resolve", summary="Decide about a delivery", responses=refused(404, 409))
def resolve(site: Here, principal: Approver, number: Number, asked: DecisionAsked) -> DeliveryModel:
    """What is unknown arrived or is to be sent again; what was refused is to be sent again."""
    if site.ledger.outbox.find(number) is None:
        raise absent(f"delivery {number}")
    row = resolved(site.ledger, number, asked.decision, principal.name, site.now())
    return _told(row, next(one for one in site.ledger.editions() if one.id == row.edition), principal)


@router.post("/editions/{partnership}/{period}/{reader}/deliveries", summary="Send an edition by hand", responses=refused(404, 409))
def send(site: Here, principal: Approver, partnership: Slug, period: Month, reader: Reader, asked: SendAsked) -> list[SendingModel]:
    """A test is sent at once and its outcome told; else what waits for the next pass is told. Nobody gets an edition twice."""
    if asked.test and not asked.to:
        raise UsageError("test", "needs an address", "give `to`")
    if asked.test + asked.dry_run + asked.resend_failed > 1 or (asked.resend_failed and asked.to):
        raise UsageError("request", "asks for things that cannot be meant together", "ask for one after the other")
    name = archived(f"{partnership}/{period}/{reader}")
    wish = Sending(name, asked.to or "", principal.name, site.now(), failed=asked.resend_failed)
    try:
        rows = _sent(site, asked, wish)
    except ArchiveError as error:
        if error.transient:
            raise
        raise ConflictError(error.where, error.message, error.hint) from None
    return [SendingModel(**one | {"delivery": one.get("delivery") or None, "code": one["code"] or None}) for one in rows]


@router.post("/editions/{partnership}/{period}/{reader}/withdraw", summary="Take an edition back", responses=refused(404, 409))
def take_back(site: Here, principal: Approver, partnership: Slug, period: Month, reader: Reader, asked: ReasonAsked) -> WithdrawnModel:
    """Number, files and reason stay; what waits is called off, and whoever had it gets a notice."""
    row = find(site.ledger, archived(f"{partnership}/{period}/{reader}"))
    session = Session(site.project, site.now(), site.project.machine, actor=principal.name)
    try:
        gone = withdraw(session, row.path, asked.reason)
    except LedgerError as error:
        if error.transient or find(site.ledger, row.path).state is not State.SUPERSEDED:
            raise
        raise ConflictError(error.where, error.message, error.hint) from None
    at = gone.settled_at.isoformat() if gone.settled_at else None
    same = {name: getattr(gone, name) for name in ("number", "issue", "path", "state", "reason")}
    return WithdrawnModel(edition=str(gone.identity), settled_at=at, **same)


@router.get("/suppressions", summary="Addresses that get nothing")
def suppressions(site: Here, _: Approver, limit: Limit = 50, after: After = None) -> Listed[SuppressionModel]:
    """Who left, or bounced for good, or was taken off by hand."""
    part, following = paged(list(site.ledger.suppressions.all().values()), after, limit)
    return Listed(items=[_suppressed(one) for one in part], next=following)


@router.post(
    "/suppressions",
    status_code=201,
    summary="Let nothing go to an address",
    responses={200: {"model": SuppressionModel, "description": "it gets nothing already, for the reason told"}},
)
def suppress(site: Here, principal: Approver, response: Response, asked: SuppressAsked) -> SuppressionModel:
    """It gets nothing any more, whatever the list says."""
    if len(asked.address.casefold()) > LONGEST:
        raise UsageError("address", "is too long", f"give at most {LONGEST} characters")
    now = site.now()
    new = site.ledger.suppressions.add(asked.address, asked.reason, now, principal.name)
    response.status_code = 201 if new else 200
    kept = asked.address.casefold()
    return _suppressed(site.ledger.suppressions.all().get(kept) or Suppression(kept, asked.reason, now))


@router.delete("/suppressions", status_code=204, summary="Let an address get something again", responses=refused(404))
def lift(site: Here, principal: Approver, address: Annotated[Address, Query()]) -> None:
    """It gets again what the list says."""
    if not site.ledger.suppressions.lift(address, "by hand", site.now(), principal.name):
        raise absent("a suppression of this address")


def _sent(site: Here, asked: SendAsked, wish: Sending) -> Rows:
    if asked.test:
        return tried(site.project, site.ledger, wish)
    if asked.dry_run:
        return planned(site.project, site.ledger, wish)
    return waiting(site.ledger, lined_up(site.project, site.ledger, wish).id)


def _told(row: ReceiptRow, edition: EditionRow, principal: Principal) -> DeliveryModel:
    about = {"edition": str(edition.identity), "issue": edition.issue}
    return DeliveryModel.model_validate(told_receipt(row, whole=principal.may(Role.APPROVE)) | about)


def _suppressed(one: Suppression) -> SuppressionModel:
    return SuppressionModel(address=one.recipient, reason=one.reason, since=one.at.isoformat())
