"""How is a public server asked? One polite GET at a time: bounded, retried, never telling a key."""

import logging
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING, Self
from urllib.parse import urljoin, urlsplit

from bilan.sources.http_body import read_body
from bilan.sources.http_request import FetchError, Known, Reason, Request, Response, host_of
from bilan.sources.http_retry import pause, retry_after, worth_retrying

if TYPE_CHECKING:
    import httpx

KEPT = ("content-type", "etag", "last-modified", "date", "content-encoding", "retry-after", "link")
LOCAL = ("127.0.0.1", "localhost", "::1")
_LATER = "ask again later; what is stored stays in use"
_REDIRECTS = 5
_MOVED = (301, 302, 303, 307, 308)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much: seconds to connect, for each read, for one whole attempt; bytes; attempts.

    `patience` is the longest Retry-After that is waited for, `between` the least time between two requests to one host.
    """

    connect: float = 10.0
    read: float = 30.0
    whole: float = 180.0
    attempts: int = 5
    patience: float = 120.0
    between: float = 1.0
    max_bytes: int = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Means:
    """The world outside: the instant, a steady clock in seconds, sleep, chance in [0, 1)."""

    now: Callable[[], datetime]
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    random: Callable[[], float] = field(default=random.random)  # jitter, not a secret


def agent(version: str, contact: str) -> str:
    """The User-Agent: who asks, and whom to tell; signs that a header cannot hold are left out."""
    told = "".join(sign for sign in contact if " " <= sign <= "~" and sign not in "()").strip()
    return f"Bilan/{version} ({told or 'no contact given'})"


class Client:
    """Asks servers; use it as a context manager, from one thread.

    `allowed` names hosts a redirect may lead to besides the one asked. With `trust_env` the proxy and certificate
    variables of the system count (HTTPS_PROXY, NO_PROXY, SSL_CERT_FILE); a netrc file is never read.
    """

    def __init__(
        self, name: str, means: Means, limits: Limits | None = None, *, allowed: tuple[str, ...] = (), trust_env: bool = True
    ) -> None:
        import httpx  # noqa: PLC0415  0.2 s: only who asks the network pays it

        self.means = means
        self.limits = limits or Limits()
        self._allowed = tuple(one.lower() for one in allowed)
        self._free_at: dict[str, float] = {}
        logging.getLogger("httpx").setLevel(logging.WARNING)  # it would write whole addresses, keys and all, into the log
        self._http = httpx.Client(
            headers={"User-Agent": name, "Accept-Encoding": "gzip"},
            timeout=httpx.Timeout(self.limits.read, connect=self.limits.connect),
            follow_redirects=False,
            trust_env=trust_env,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._http.close()

    def get(self, request: Request, known: Known | None = None) -> Response:
        """A whole answer, or 304 where `known` still holds; raises FetchError saying why there is none."""
        from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt  # noqa: PLC0415  only here

        def between(state: RetryCallState) -> float:
            error = state.outcome.exception() if state.outcome else None
            wait = error.wait if isinstance(error, FetchError) else None
            seconds = pause(state.attempt_number, wait, self.means.random)
            _log.info("http: %s; attempt %d, again in %.1f s", error, state.attempt_number, seconds)
            return seconds

        retrying = Retrying(
            stop=stop_after_attempt(self.limits.attempts),
            wait=between,
            retry=retry_if_exception(lambda error: worth_retrying(error, self.limits.patience)),
            sleep=self.means.sleep,
            reraise=True,
        )
        return retrying(self._redirected, request, known or Known())

    def _redirected(self, request: Request, known: Known) -> Response:
        """One attempt, following redirects that stay where they may."""
        import httpx  # noqa: PLC0415  loaded with the client

        try:
            asked, address = request, request.address
            for _ in range(_REDIRECTS + 1):
                response = self._once(asked, known)
                target = response.headers.get("location", "")
                if not target:
                    return replace(response, address=address)
                asked = self._led(asked, target)
        except (httpx.InvalidURL, ValueError):
            where = request.strike(request.url)[:60]
            raise FetchError(where, Reason.REFUSED, "is no address, or leads to none", "mend it in data/sources.toml") from None
        raise FetchError(host_of(request.url), Reason.REDIRECT, f"redirects more than {_REDIRECTS} times", "check the address")

    def _led(self, request: Request, target: str) -> Request:
        """The request a redirect leads to; a key goes to the host it was meant for, and no other."""
        url = urljoin(request.target, target)
        host, old = host_of(url), host_of(request.url)
        downgraded = urlsplit(request.url).scheme == "https" and urlsplit(url).scheme != "https"
        if host != old and host not in self._allowed:
            message = f"redirects to another host: {request.strike(host)}"
            raise FetchError(old, Reason.REDIRECT, message, "name it in allowed-hosts of data/sources.toml if that is right")
        if downgraded or urlsplit(url).scheme not in ("http", "https"):
            raise FetchError(old, Reason.REDIRECT, "redirects to an address that is not encrypted", "check the address")
        secrets = request.secret_headers if host == old else ()
        hidden = (*request.hidden, *request.secrets)
        return replace(request, url=url, query=(), secret_query=(), secret_headers=secrets, hidden=hidden)

    def _once(self, request: Request, known: Known) -> Response:
        import httpx  # noqa: PLC0415  loaded with the client

        host = host_of(request.url)
        _guard(request)
        self._take_turn(host)
        start = self.means.clock()
        headers = {**dict(request.headers), **known.headers, **{name: one.value for name, one in request.secret_headers}}
        try:
            with self._http.stream("GET", request.target, headers=headers) as response:
                body = read_body(
                    host,
                    response.iter_raw(),
                    response.headers.get("content-encoding", ""),
                    self.limits.max_bytes,
                    lambda: self.means.clock() - start > self.limits.whole,
                )
            return self._judged(request, response, body, conditional=bool(known.headers))
        except httpx.TimeoutException as error:
            raise FetchError(host, Reason.SLOW, f"did not answer in time ({type(error).__name__})", _LATER) from None
        except httpx.RemoteProtocolError as error:
            raise FetchError(host, Reason.CUT, f"broke off its answer ({request.strike(str(error))})", _LATER) from None
        except httpx.HTTPError as error:
            raise FetchError(host, Reason.UNREACHABLE, f"cannot be reached ({request.strike(str(error))})", _LATER) from None

    def _judged(self, request: Request, response: "httpx.Response", body: bytes, *, conditional: bool) -> Response:
        """The response, or the reason why its status is none."""
        now, status = self.means.now(), response.status_code
        kept = {name: request.strike(response.headers[name]) for name in KEPT if name in response.headers}
        if status in _MOVED and "location" in response.headers:
            return Response(request.address, status, {"location": response.headers["location"]}, b"", now)
        if status // 100 == 2 or status in request.accepts or (status == 304 and conditional):  # noqa: PLR2004  OK, Not Modified
            return Response(request.address, status, kept, body, now)
        raise _refusal(request, status, retry_after(kept.get("retry-after", ""), now), body)

    def _take_turn(self, host: str) -> None:
        """Wait until the host may be asked again."""
        now = self.means.clock()
        free = self._free_at.get(host, now)
        if free > now:
            self.means.sleep(free - now)
        self._free_at[host] = max(now, free) + self.limits.between


def _guard(request: Request) -> None:
    parts = urlsplit(request.url)
    if request.secrets and parts.scheme != "https" and parts.hostname not in LOCAL:
        raise FetchError(host_of(request.url), Reason.REFUSED, "a key is not sent over a connection without encryption", "use https://")


_STATUS: Mapping[int, tuple[Reason, str, str]] = {
    401: (Reason.DENIED, "does not accept the key", "check the key named in data/sources.toml"),
    403: (Reason.QUOTA, "refuses: no permission, or the quota of the day is used up", "ask again tomorrow, or with a key of your own"),
    404: (Reason.NOT_FOUND, "knows nothing under this address", "check address and query in data/sources.toml"),
    408: (Reason.SERVER, "waited too long for the request", _LATER),
    429: (Reason.LIMITED, "asks for fewer requests", _LATER),
}


def _refusal(request: Request, status: int, wait: float | None, body: bytes) -> FetchError:
    server = (Reason.SERVER, "failed on its side", _LATER)
    other = (Reason.REFUSED, "refuses the request", "check address and query in data/sources.toml")
    reason, message, hint = _STATUS.get(status, server if status >= 500 else other)  # noqa: PLR2004  server errors
    said = " ".join(request.strike(body[:4000].decode("utf-8", "replace")).split())[:200]
    shown = f": {said}" if said and not said.startswith("<") else ""
    asked = f"; it asks to wait {wait:.0f} s" if wait else ""
    return FetchError(host_of(request.url), reason, f"{message} (status {status}{asked}){shown}", hint, wait=wait)
