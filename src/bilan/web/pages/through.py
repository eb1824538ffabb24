"""How does the browser go to a provider of log-ins and come back? Two addresses, and a session at the end."""

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bilan.errors import BilanError
from bilan.web.entry import opened
from bilan.web.oidc import BACK, COOKIE, Provider
from bilan.web.pages.frame import Frame, chosen, keep
from bilan.web.principal import client
from bilan.web.problems import RefusedError, slow_down

if TYPE_CHECKING:
    from bilan.web.site import Site


def routes(site: "Site") -> list[Route]:
    """Both addresses."""

    async def start(request: Request) -> Response:
        try:
            if wait := site.logins.take(f"from {client(request)}"):
                raise slow_down(wait, "too many tries to log in")
            return await Provider(site).start(request)
        except (RefusedError, BilanError) as error:
            return await run_in_threadpool(_refused, site, request, error)

    async def back(request: Request) -> Response:
        try:
            account = await Provider(site).back(request)
            secret = await run_in_threadpool(opened, site, account)
        except (RefusedError, BilanError) as error:
            return await run_in_threadpool(_refused, site, request, error)
        response = RedirectResponse(f"/{chosen(request, site)}/", 303)
        keep(site, response, secret)
        response.delete_cookie(COOKIE, path="/oidc")
        return response

    return [Route("/oidc/start", start), Route(BACK, back)]


def _refused(site: "Site", request: Request, error: RefusedError | BilanError) -> Response:
    return Frame(site, request, None, chosen(request, site)).refused(error)
