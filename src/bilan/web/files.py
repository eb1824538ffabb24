"""How does a file go out? With its hash as entity tag, so that nobody is sent again what they have."""

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

FOREVER = "private, max-age=31536000, immutable"
ASK = "private, no-cache"


def delivered(
    request: "Request", content: bytes, sha256: str, media: str, *, name: str = "", headers: dict[str, str] | None = None
) -> "Response":
    """The content, or 304 where `If-None-Match` names it already; `name` is what it is saved as."""
    from starlette.responses import Response  # noqa: PLC0415  an extra

    tag = f'"{sha256[:32]}"'
    more = {"ETag": tag, "Cache-Control": ASK} | (headers or {})
    if name:
        shown = "inline" if media in ("application/pdf", "text/html", "image/png") else "attachment"
        more["Content-Disposition"] = f"{shown}; filename*=UTF-8''{quote(name)}"
    asked = request.headers.get("if-none-match", "")
    if asked == "*" or tag in (one.strip().removeprefix("W/") for one in asked.split(",")):
        return Response(status_code=304, headers=more)
    return Response(content, media_type=media, headers=more)
