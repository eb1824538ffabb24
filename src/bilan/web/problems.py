"""How is a refusal told? As problem details (RFC 9457): a status, a title, where and what, and what to do."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bilan.errors import (
    AwaitingError,
    BilanError,
    BusyError,
    ConflictError,
    DiskError,
    GoneError,
    HeldError,
    InvalidFileError,
    UsageError,
)
from bilan.ledger.job_records import FullError
from bilan.secret import redacted

if TYPE_CHECKING:
    from starlette.exceptions import HTTPException
    from starlette.responses import Response

MEDIA = "application/problem+json"
TITLES = {
    400: "Bad request", 401: "Log in first", 403: "Not allowed", 404: "Not found", 405: "Method not allowed", 406: "Not acceptable",
    409: "Conflict", 412: "Changed meanwhile", 413: "Too large", 415: "Unsupported media type", 422: "Cannot be used",
    429: "Too many requests", 500: "Internal error", 503: "Not available",
}  # fmt: skip
ABSENT = (
    "is not in the archive",
    "is not in the ledger",
    "is not there",
    "is not in bilan.toml",
    "is not in data/sources.toml",
    "is not known as of",
    "is not printed in",
    "names nothing",
    "of which nothing can be known",
    "has no messages",
    "has no templates",
    "is not a day of this ledger",
    "is no day",
    "is no period",
    "lies after the day",
)
"""How our errors say that something asked for by name does not exist."""
MOST_MISTAKES, LONGEST_MISTAKE = 500, 500
_DATABASE = re.compile(r"sqlite:///(?:[^\s?]*/)?([^\s/?:]+)(?:\?[^\s:]*)?")
_PLACE = re.compile(r"(?<![\w./:~\u2026-])/(?:[^\s/:;,'\"()<>|`]+/)+([^\s/:;,'\"()<>|`]*)")


class RefusedError(Exception):
    """A request that is refused: status, what, hint, and headers to send along."""

    def __init__(self, status: int, detail: str, hint: str = "", headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status, self.detail, self.hint, self.headers = status, detail, hint, dict(headers or {})


def slow_down(seconds: float, detail: str = "too many requests") -> RefusedError:
    """429 with the time to wait."""
    return RefusedError(429, detail, f"ask again in {seconds:.0f} s", {"Retry-After": f"{max(1, round(seconds + 0.5))}"})


def refusal(error: BilanError) -> RefusedError:
    """What an error of ours is to a visitor."""
    if isinstance(error, FullError):
        return slow_down(error.seconds, str(error))
    return RefusedError(status_of(error), outward(str(error)), outward(error.hint))


def misdirection(error: "HTTPException") -> RefusedError:
    """What the framework refuses by itself, as an address or a method that nothing answers."""
    return RefusedError(error.status_code, str(error.detail), headers=error.headers)


def outward(text: str, root: Path | None = None) -> str:
    """A text for somebody elsewhere: no secret, files by their path in the project `root`, all others by their last part alone."""
    told = redacted(text)
    if root is not None:
        told = told.replace(f"{root.as_posix()}/", "").replace(root.as_posix(), "the project folder")
    return _PLACE.sub("\u2026/\\1", _DATABASE.sub(r"\1", told))


def status_of(error: BilanError) -> int:
    """The status an error of ours has."""
    if isinstance(error, UsageError) and not isinstance(error, ConflictError):
        return 404 if any(said in error.message for said in ABSENT) else 422
    kinds: Mapping[type[BilanError], int] = {
        ConflictError: 409, HeldError: 409, AwaitingError: 409, InvalidFileError: 422, BusyError: 503, GoneError: 503, DiskError: 503,
    }  # fmt: skip
    return next((status for kind, status in kinds.items() if isinstance(error, kind)), 500)


def mistaken(error: InvalidFileError) -> "Response":
    """422 with every mistake of a file, up to a number nobody reads beyond."""
    told = [{"where": error.where, "message": outward(one)[:LONGEST_MISTAKE]} for one in error.mistakes[:MOST_MISTAKES]]
    more = f", the first {MOST_MISTAKES} are told" if len(error.mistakes) > len(told) else ""
    return answer(RefusedError(422, f"{error.where} cannot be used: {len(error.mistakes)} mistakes{more}", error.hint), told)


def details(one: RefusedError, errors: Iterable[Mapping[str, str]] = ()) -> dict[str, Any]:
    """A refusal as problem details; `errors` are the mistakes of a request one by one."""
    told: dict[str, Any] = {"type": "about:blank", "title": TITLES.get(one.status, "Refused"), "status": one.status, "detail": one.detail}
    return told | ({"hint": one.hint} if one.hint else {}) | ({"errors": list(errors)} if errors else {})


def answer(one: RefusedError, errors: Iterable[Mapping[str, str]] = ()) -> "Response":
    """The response a refusal is."""
    from starlette.responses import JSONResponse  # noqa: PLC0415  an extra

    headers = {"Cache-Control": "no-store", **one.headers}
    return JSONResponse(details(one, list(errors)), one.status, headers, media_type=MEDIA)
