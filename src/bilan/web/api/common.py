"""What do all parts of the API share? Who may, how lists are paged, how refusals look, and the shape of answers."""

import re
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Depends, Header, Path, Query, Request, Security
from fastapi.security import APIKeyCookie, HTTPBearer
from pydantic import BaseModel, ConfigDict, Field

from bilan.errors import UsageError
from bilan.ledger.people_records import Role
from bilan.web.editions import KINDS, UNKNOWN_KIND
from bilan.web.principal import Principal, needed, who
from bilan.web.problems import MEDIA, RefusedError
from bilan.web.site import Site

T = TypeVar("T")
CURSOR = r"^p[0-9]{1,15}$"
_CURSOR = re.compile(CURSOR)
LIMIT, MOST = 50, 200


class Model(BaseModel):
    """What is answered."""

    model_config = ConfigDict(frozen=True)


class Mistake(Model):
    """One mistake of a request: where, and what is wrong."""

    where: str
    message: str


class ProblemDetails(Model):
    """A refusal, as RFC 9457 has it, with a hint what to do."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    hint: str | None = None
    errors: list[Mistake] | None = None


class ProblemModel(Model):
    """Something a reader or operator must know; `hold` keeps an edition from leaving."""

    where: str
    message: str
    hint: str
    severity: str
    rule: str
    rows: list[str]


class Listed(Model, Generic[T]):
    """A part of a list; `next` asks for the part after it, null at the end."""

    items: list[T]
    next: str | None = Field(description="give it as `after` to go on")


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """These refusals as OpenAPI describes them."""
    content = {MEDIA: {"schema": {"$ref": "#/components/schemas/ProblemDetails"}}}
    return {status: {"description": _SAID[status], "content": content} for status in statuses}


_SAID = {
    400: "the request cannot be read", 401: "nobody is logged in", 403: "the role does not reach, or the request comes from another page",
    404: "there is no such thing", 409: "contradicts how things stand", 413: "too large", 415: "no media type of ours",
    422: "the request cannot be meant so", 429: "too many requests, or the queue is full; Retry-After says when", 503: "not available now",
}  # fmt: skip
UNCHANGED: dict[int | str, dict[str, Any]] = {304: {"description": "unchanged: `If-None-Match` names what is there"}}
FILE: dict[int | str, dict[str, Any]] = {
    200: {"description": "the file", "content": {kind.partition(";")[0]: {} for kind in (*KINDS.values(), UNKNOWN_KIND)}}
}
EVERYWHERE = refusals(400, 401, 403, 413, 422, 429, 503)

_bearer = HTTPBearer(auto_error=False, description="a personal token")
_cookie = APIKeyCookie(name="bilan", auto_error=False, description="the session of a browser")


def site_of(request: Request) -> Site:
    """The site a request is for."""
    site: Site = request.app.state.site
    return site


def _may(role: Role) -> Callable[..., Principal]:
    def principal(
        request: Request, _: Annotated[object, Security(_bearer)] = None, __: Annotated[object, Security(_cookie)] = None
    ) -> Principal:
        return needed(who(site_of(request), request), role)

    return principal


Here = Annotated[Site, Depends(site_of)]
Viewer = Annotated[Principal, Depends(_may(Role.VIEW))]
Runner = Annotated[Principal, Depends(_may(Role.RUN))]
Approver = Annotated[Principal, Depends(_may(Role.APPROVE))]
Admin = Annotated[Principal, Depends(_may(Role.ADMIN))]

Limit = Annotated[int, Query(ge=1, le=MOST, description="how many at most")]
After = Annotated[str | None, Query(pattern=CURSOR, description="`next` of the part before")]
Key = Annotated[
    str | None,
    Header(alias="Idempotency-Key", pattern=r"^[A-Za-z0-9._:-]{1,150}$", description="the same request under the same key is made once"),
]
Slug = Annotated[str, Path(pattern=r"^[a-z0-9][a-z0-9-]{0,99}$")]
JobName = Annotated[str, Path(pattern=r"^[0-9a-f]{20}$")]
Reader = Annotated[
    str, Path(pattern=r"^[a-z0-9-]{1,100}\.[a-z]{2}(-[0-9]{1,4})?$", description="`analyst.fr`, with `-2` for the second issue")
]
Month = Annotated[str, Path(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]


def paged(rows: Sequence[T], after: str | None, limit: int) -> tuple[Sequence[T], str | None]:
    """A part of rows that are all there, by position; UsageError for a cursor that is none of ours."""
    start = place(after)
    part = rows[start : start + limit]
    return part, cursor(start + limit) if start + limit < len(rows) else None


def cursor(position: int) -> str:
    """Where the next part begins; what it is made of is nobody's business."""
    return f"p{position}"


def place(after: str | None) -> int:
    """The position a cursor stands for; 0 for none, UsageError for what is no cursor."""
    if after is None:
        return 0
    if not _CURSOR.fullmatch(after):
        raise UsageError("after", "is no cursor of this list", "give `next` of the part before")
    return int(after[1:])


def absent(what: str) -> RefusedError:
    """404."""
    return RefusedError(404, f"{what} is not there")
