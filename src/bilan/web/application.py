"""What answers on the address? Pages, the API, and what probes ask for, behind one guard."""

from typing import TYPE_CHECKING

from bilan.web.site import Site
from bilan.web.vitals import Watch, routes

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp

API = "/api/v1"
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


def application(site: Site) -> "ASGIApp":
    """Everything a site answers as one ASGI application."""
    from starlette.applications import Starlette  # noqa: PLC0415  an extra, and only a process that listens needs it
    from starlette.exceptions import HTTPException  # noqa: PLC0415  same
    from starlette.routing import Mount, Route  # noqa: PLC0415  same

    from bilan.web.api.app import api, misdirected  # noqa: PLC0415  same
    from bilan.web.guard import Guard  # noqa: PLC0415  same
    from bilan.web.pages.app import misled, pages  # noqa: PLC0415  same

    async def refused(request: "Request", error: Exception) -> "Response":
        """What no route takes, as an address with a line break in it, which none of them matches."""
        ours = f"{request.scope['path']}/".startswith(f"{API}/")
        return await (misdirected(request, error) if ours else misled(site, request, error))

    async def nothing(_: "Request") -> "Response":
        raise HTTPException(404)

    watch = Watch(site.project, site.vitals, site.now)
    parts = [*routes(watch), Route(API, nothing, methods=METHODS), Mount(API, api(site)), *pages(site)]
    return Guard(Starlette(routes=parts, exception_handlers={HTTPException: refused}), site)
