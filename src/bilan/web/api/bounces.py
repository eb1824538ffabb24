"""What came back, and whose addresses are dead? Mails other servers returned, or a list, sent as a file."""

from typing import Annotated

from fastapi import APIRouter, Form, Response, UploadFile
from pydantic import Field

from bilan.dispatch.bounces import bounces_in
from bilan.dispatch.leaving import bounced, foreseen
from bilan.errors import InvalidFileError
from bilan.web.api.common import Approver, Here, Model, refusals
from bilan.web.jobs.requests import Asked
from bilan.web.problems import mistaken

router = APIRouter(tags=["deliveries"])
READABLE = (
    r"^From ",
    r"^([A-Za-z-]+:[^\x00-\x1f]*\r?\n([ \t]+[!-~][^\x00-\x1f]*\r?\n)*)*[Cc]ontent-[Tt]ype: multipart/report",
    r"^([A-Za-z0-9]{1,60}@[a-z]{1,60}\.[a-z]{2,60}(,[0-9.]{0,9}(,[^\x00-\x1f\"]{0,300})?)?\r?\n)*$",
)
"""How a mailbox, a mail that came back and a list begin or look, as far as a pattern tells."""
Returned = Annotated[UploadFile, Field(json_schema_extra={"anyOf": [{"pattern": one} for one in READABLE]})]


class BouncedModel(Model):
    """An address another server would not deliver to, for good or only for now, and what became of it."""

    address: str
    reason: str
    lasting: bool
    outcome: str


class BouncesAsked(Asked):
    """A file with what came back; `dry_run` tells what would become of it, and changes nothing."""

    file: Returned
    dry_run: bool = False


@router.post("/bounces", summary="Take in what came back", response_model=list[BouncedModel], responses=refusals(413))
def bounces(
    site: Here, principal: Approver, asked: Annotated[BouncesAsked, Form(media_type="multipart/form-data")]
) -> list[BouncedModel] | Response:
    """A mail that came back (`.eml`), a mailbox of them, or a list of address, code and reason: what is dead for good gets nothing more."""
    try:
        found = bounces_in("file", asked.file.file.read())
    except InvalidFileError as error:
        return mistaken(error)
    told = foreseen(site.ledger, found) if asked.dry_run else bounced(site.ledger, found, site.now(), principal.name)
    return [BouncedModel(address=one.address, reason=one.reason, lasting=one.lasting, outcome=outcome) for one, outcome in told]
