"""What is asked of a server, and what may be said of it? Requests, responses and failures, with every secret struck out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from bilan.errors import BilanError, UsageError

STRUCK = "***"
PREFIX = "BILAN_"


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
class Secret:
    """A key read from the environment; its value is shown by nothing but `value`."""

    variable: str
    value: str = field(repr=False)


def read_secret(variable: str, environ: Mapping[str, str]) -> Secret | None:
    """The secret in `BILAN_X`, or in the file named by `BILAN_X_FILE`; None where neither is set.

    Raises UsageError where the file cannot be read, the secret cannot stand in a header, or both are set.
    """
    if not variable.startswith(PREFIX):
        raise UsageError(variable, f"is no variable of ours: secrets are read from {PREFIX}* only", f"name it {PREFIX}{variable}")
    named, file = environ.get(variable, ""), environ.get(f"{variable}_FILE", "")
    if named and file:
        raise UsageError(variable, f"is set, and so is {variable}_FILE", "keep one of the two")
    try:
        value = named or (Path(file).read_text(encoding="utf-8") if file else "")
    except (OSError, UnicodeDecodeError):
        raise UsageError(f"{variable}_FILE", "cannot be read as UTF-8 text", "check the path and its permissions") from None
    value = value.strip()
    if not all("!" <= sign <= "~" for sign in value):
        raise UsageError(variable, "holds signs that no key has", "give printable ASCII without spaces")
    return Secret(variable, value) if value else None


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
