"""What is asked of a server, and what may be said of it? Requests, responses and failures, with every secret struck out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from bilan.errors import BilanError
from bilan.secret import STRUCK, Secret


class Reason(StrEnum):
    """Why an answer could not be had."""

    UNREACHABLE = "unreachable"
    SLOW = "slow"
    CUT = "cut"
    LIMITED = "limited"
    SERVER = "server"
    DENIED = "denied"
    QUOTA = "quota"
    NOT_FOUND = "not_found"
    REFUSED = "refused"
    REDIRECT = "redirect"
    TOO_LARGE = "too_large"
    INVALID = "invalid"
    INCOMPLETE = "incomplete"
    STALE = "stale"
    NOT_STORED = "not_stored"


class FetchError(BilanError):
    """A source did not give a whole, usable answer; `where` names the source or its host, nothing is taken in."""

    def __init__(self, where: str, reason: Reason, message: str, hint: str = "", *, wait: float | None = None) -> None:
        super().__init__(where, message, hint)
        self.reason = reason
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Request:
    """One GET: address without query, query in order, headers; `secret_*` are struck out wherever it is shown.

    A status in `accepts` is an answer like any other (SDMX says "no data" with 404); `hidden` is struck out but not sent.
    """

    url: str
    query: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    secret_query: tuple[tuple[str, Secret], ...] = field(default=(), repr=False)
    secret_headers: tuple[tuple[str, Secret], ...] = field(default=(), repr=False)
    accepts: tuple[int, ...] = ()
    hidden: tuple[Secret, ...] = field(default=(), repr=False)

    @property
    def address(self) -> str:
        """The whole address for logs, files and messages: secrets and passwords struck out."""
        shown = (*self.query, *((name, STRUCK) for name, _ in self.secret_query))
        return _joined(without_login(self.url), shown)

    @property
    def target(self) -> str:
        """The whole address as it is sent; never shown."""
        return _joined(self.url, (*self.query, *((name, one.value) for name, one in self.secret_query)))

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """Every key it sends."""
        return tuple(one for _, one in (*self.secret_query, *self.secret_headers))

    def strike(self, text: str) -> str:
        """A text with every secret of this request struck out, plain or percent-encoded."""
        for secret in (*self.secrets, *self.hidden):
            for form in (secret.value, quote(secret.value, safe="")):
                text = text.replace(form, STRUCK)
        return text


@dataclass(frozen=True, slots=True)
class Known:
    """What is remembered of an answer, so that the server need not send it again."""

    etag: str = ""
    last_modified: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """The headers of a conditional request; empty where nothing is remembered."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class Response:
    """A whole answer: its bytes after decompression, lower-case names of the headers that matter."""

    address: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    received_at: datetime

    @property
    def unchanged(self) -> bool:
        """Whether the server says that what is remembered still holds (304)."""
        return self.status == 304  # noqa: PLR2004  Not Modified


def without_login(url: str) -> str:
    """An address without name and password."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit((parts.scheme, host, parts.path, parts.query, ""))


def host_of(url: str) -> str:
    """Host and port of an address, in lower case."""
    return urlsplit(url).netloc.rpartition("@")[2].lower()


def _joined(url: str, query: tuple[tuple[str, str], ...]) -> str:
    if not query:
        return url
    return f"{url}{'&' if '?' in url else '?'}{urlencode(query, safe='*,:;', quote_via=quote)}"
