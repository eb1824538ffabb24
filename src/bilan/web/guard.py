"""What stands before every request? Host and origin are checked, bodies bounded, and each answer carries what browsers must know."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from bilan.web.problems import RefusedError, answer
from bilan.web.site import Site

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE = ("GET", "HEAD", "OPTIONS")
WATCHED = ("/healthz", "/readyz", "/metrics")
"""What probes ask for, by whatever name they know."""
BODY_BYTES = 1024 * 1024
UPLOADS = ("/uploads", "/audits", "/bounces")
"""Where files are sent."""
MEGABYTE = 1024 * 1024
PAGES = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; "
    "frame-src 'self'; object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": PAGES,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "cache-control": "no-store",
}
YEAR_SECONDS = 31_536_000
_HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::[0-9]{0,5})?", re.IGNORECASE | re.ASCII)
_LENGTH = re.compile(r"[0-9]{1,15}", re.ASCII)


class Guard:
    """ASGI middleware around all pages and the API."""

    def __init__(self, app: "ASGIApp", site: Site) -> None:
        self.app, self.site = app, site
        self.largest = site.project.config.serve.upload_megabytes * MEGABYTE

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Let a request through, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        marked = self._marked(send)
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        limit = self.largest if scope["path"].endswith(UPLOADS) else BODY_BYTES
        refused = self._refused(scope, headers, limit)
        if refused is not None:
            await answer(refused)(scope, receive, marked)
            return
        await self.app(scope, _Bounded(receive, limit), marked)

    def _refused(self, scope: "Scope", headers: dict[str, str], limit: int) -> RefusedError | None:
        if scope["path"] not in WATCHED and host_of(headers.get("host", "")) not in self.site.hosts:
            return RefusedError(400, "this host name is not ours", "set [serve] url in bilan.toml to the address people use")
        if "\0" in scope["path"]:
            return RefusedError(404, "there is no such address")
        length = headers.get("content-length", "0")
        if not _LENGTH.fullmatch(length) or int(length) > limit:
            return RefusedError(413, f"the request is larger than {limit} bytes")
        if scope["method"] not in SAFE and not self._ours(headers):
            return RefusedError(403, "this request comes from another page", "open the page of Bilan and try there")
        return None

    def _ours(self, headers: dict[str, str]) -> bool:
        """Does what would change something come from a page of ours, or from no page at all?"""
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return False
        origin = headers.get("origin")
        return origin is None or origin == self.site.origin or (self._same(origin, headers) and not self.site.secure)

    def _same(self, origin: str, headers: dict[str, str]) -> bool:
        """On this machine the port may be any: the page's own host and port are what the request was sent to."""
        return origin == f"http://{headers.get('host', '')}"

    def _marked(self, send: "Send") -> "Send":
        more = {**HEADERS, "strict-transport-security": f"max-age={YEAR_SECONDS}"} if self.site.secure else HEADERS

        async def sent(message: "Message") -> None:
            if message["type"] == "http.response.start":
                there = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *_encoded(more, there)]
            await send(message)

        return sent


class _Bounded:
    """A body that may not be larger than so many bytes, whatever its header says; 413 where it is, told by whoever reads it."""

    def __init__(self, receive: "Receive", most: int) -> None:
        self.receive, self.most, self.left = receive, most, most

    async def __call__(self) -> "Message":
        message = await self.receive()
        self.left -= len(message.get("body", b""))
        if self.left < 0:
            raise HTTPException(413, f"the request is larger than {self.most} bytes")
        return message


def host_of(header: str) -> str:
    """The name in a Host header, without its port; empty where it is no name."""
    found = _HOST.fullmatch(header)
    return (found[1] or found[2]).lower() if found else ""


def _encoded(headers: dict[str, str], there: Iterable[bytes]) -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode()) for name, value in headers.items() if name.encode() not in set(there)]
