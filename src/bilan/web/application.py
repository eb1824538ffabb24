"""What answers on the address? Pages, the API, and what probes ask for, behind one guard."""

from typing import TYPE_CHECKING

from bilan.web.site import Site
from bilan.web.vitals import Watch, routes

if TYPE_CHECKING:
    from starlette.types import ASGIApp


def application(site: Site) -> "ASGIApp":
    """Everything a site answers as one ASGI application."""
    from starlette.applications import Starlette  # noqa: PLC0415  an extra, and only a process that listens needs it
    from starlette.routing import Mount  # noqa: PLC0415  same

    from bilan.web.api.app import api  # noqa: PLC0415  same
    from bilan.web.guard import Guard  # noqa: PLC0415  same
    from bilan.web.pages.app import pages  # noqa: PLC0415  same

    watch = Watch(site.project, site.vitals, site.now)
    return Guard(Starlette(routes=[*routes(watch), Mount("/api/v1", api(site)), *pages(site)]), site)
