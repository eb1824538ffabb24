"""What is the API as a whole? Its parts under one roof, refusals as problem details, and a description that is true."""

from collections.abc import Awaitable, Callable
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from bilan.errors import BilanError
from bilan.secret import redacted
from bilan.web.api import (
    bounces,
    data,
    deliveries,
    editions,
    jobs,
    lists,
    longwork,
    occurrences,
    people,
    schedule,
    templates,
    upkeep,
    uploads,
)
from bilan.web.api.common import EVERYWHERE, Mistake, ProblemDetails
from bilan.web.problems import RefusedError, answer, misdirection, refusal
from bilan.web.site import Site

ROUTERS = (
    editions.router, jobs.router, data.router, lists.router, uploads.router, schedule.router, occurrences.router, deliveries.router,
    people.router, longwork.router, upkeep.router, templates.router, bounces.router,
)  # fmt: skip
ABOUT = """Everything that page and command line do. Lists are paged: give `next` as `after`. Refusals are problem details (RFC 9457).
What takes long is a job: ask, then follow it. Send a personal token as `Authorization: Bearer …`."""


class Api(FastAPI):
    """Describes also the shape of refusals, which answers do not name by themselves."""

    def openapi(self) -> dict[str, Any]:
        """The description."""
        schema = super().openapi()
        parts = schema.setdefault("components", {}).setdefault("schemas", {})
        for model in (ProblemDetails, Mistake):
            parts[model.__name__] = model.model_json_schema(ref_template="#/components/schemas/{model}")
            parts[model.__name__].pop("$defs", None)
        return schema


def api(site: Site) -> FastAPI:
    """The API of a site."""
    app = Api(
        title="Bilan",
        version=version("bilan"),
        description=ABOUT,
        openapi_url="/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        responses=EVERYWHERE,
        generate_unique_id_function=lambda route: f"{route.tags[0]}-{route.name}",
    )
    app.state.site = site
    for router in ROUTERS:
        app.include_router(router)
    for kind, handler in _HANDLERS.items():
        app.add_exception_handler(kind, handler)
    return app


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, RefusedError)  # noqa: S101  registered for nothing else
    return answer(error)


async def _ours(_: Request, error: Exception) -> Response:
    assert isinstance(error, BilanError)  # noqa: S101  same
    told = refusal(error)
    told.detail, told.hint = redacted(told.detail), redacted(told.hint)
    return answer(told)


async def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101  same
    mistakes = [{"where": ".".join(str(part) for part in one["loc"]), "message": str(one["msg"])} for one in error.errors()]
    unreadable = any(one["type"] == "json_invalid" for one in error.errors())
    told = "; ".join(f"{one['where']}: {one['message']}" for one in mistakes)
    return answer(RefusedError(400 if unreadable else 422, told), mistakes)


async def misdirected(_: Request, error: Exception) -> Response:
    """What the framework refuses, as problem details."""
    assert isinstance(error, HTTPException)  # noqa: S101  registered for nothing else
    return answer(misdirection(error))


_HANDLERS: dict[type[Exception], Callable[[Request, Exception], Awaitable[Response]]] = {
    RefusedError: _refused, BilanError: _ours, RequestValidationError: _invalid, HTTPException: misdirected,
}  # fmt: skip
