"""Which pages are there, and what stands around each? Routes by language, static files, and refusals shown as pages."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.convertors import Convertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Match, Route

from bilan.errors import BilanError
from bilan.secret import fresh_secret
from bilan.web.files import FOREVER
from bilan.web.jobs.following import followed
from bilan.web.pages import acting, building, entering, figures, planning, reading, through, trying
from bilan.web.pages.frame import HERE, STATIC, Frame, chosen, colours, keep, static
from bilan.web.principal import who
from bilan.web.problems import RefusedError, answer, misdirection, refusal
from bilan.web.site import Site
from bilan.wording.languages import languages

View = Callable[..., Response]
VIEWS: tuple[tuple[str, str, View], ...] = (
    *reading.VIEWS, *building.VIEWS, *acting.VIEWS, *planning.VIEWS, *trying.VIEWS, *figures.VIEWS, *entering.VIEWS,
)  # fmt: skip
"""Path below the language, method, and what answers; a POST is given its form."""


class Number(Convertor[int]):
    """A number in an address, no larger than one the ledger can hold."""

    regex = "[0-9]{1,9}"

    def convert(self, value: str) -> int:
        """As it is meant."""
        return int(value)

    def to_string(self, value: int) -> str:
        """As it is written."""
        return str(value)


register_url_convertor("number", Number())


def pages(site: Site) -> list[Route]:
    """Every page as a route."""

    def home(request: Request) -> Response:
        return RedirectResponse(f"/{chosen(request, site)}/", 302)

    def file(request: Request) -> Response:
        name = request.path_params["name"]
        if name == "brand.css":
            return Response(colours(site.project.brand), media_type="text/css", headers={"Cache-Control": "private, max-age=300"})
        if name not in STATIC or static(name) != request.url.path:
            raise HTTPException(404)
        return Response((HERE / "static" / name).read_bytes(), media_type=STATIC[name], headers={"Cache-Control": FOREVER})

    async def follow(request: Request) -> Response:
        language = request.path_params["language"]
        frame = Frame(site, request, None, language if language in languages() else "en")
        try:
            frame.principal = await run_in_threadpool(who, site, request)
            stream = await followed(site, frame.who, request, request.path_params["job"], partial(building.followed_as, frame))
        except RefusedError as error:
            return answer(error)
        except BilanError as error:
            return answer(refusal(error))
        return StreamingResponse(stream, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})

    made = [Route(f"/{{language}}/{path}", _answered(site, view, method), methods=[method]) for path, method, view in VIEWS]
    rest = Route("/{path:path}", _answered(site, _nothing, "GET"), methods=["GET"])
    return [
        Route("/", home),
        *through.routes(site),
        Route("/{language}/jobs/{job}/events", follow),
        Route("/static/{hash}/{name}", file),
        *made,
        rest,
    ]


async def misled(site: Site, request: Request, error: Exception) -> Response:
    """What the framework refuses, as a page."""
    assert isinstance(error, HTTPException)  # noqa: S101  called for nothing else
    frame = Frame(site, request, None, chosen(request, site))
    return await run_in_threadpool(frame.refused, misdirection(error))


def _answered(site: Site, view: View, method: str) -> Callable[[Request], Awaitable[Response]]:
    async def answered(request: Request) -> Response:
        form: dict[str, Any] = {}
        if method == "POST":
            async with request.form(max_files=1, max_fields=60) as got:
                form = {name: got.getlist(name) if name.endswith("[]") else got[name] for name in got}
                return await run_in_threadpool(_shown, site, request, view, form)
        return await run_in_threadpool(_shown, site, request, view, form)

    return answered


def _shown(site: Site, request: Request, view: View, form: dict[str, Any]) -> Response:
    """A page; a refusal of any kind is a page too."""
    language = request.path_params.get("language", "")
    known = language in languages()
    frame = Frame(site, request, None, language if known else chosen(request, site))
    secret = ""
    try:
        principal = who(site, request)
        if site.open and principal and not principal.secret and request.method == "GET":
            secret = fresh_secret()  # the forms of a visitor without log-in are marked with a secret of their own
            principal = replace(principal, secret=secret)
        frame.principal = principal
        _holdable(frame, form)
        asked = view if known else _nothing
        response = asked(frame, form) if request.method == "POST" else asked(frame)
    except RefusedError as error:
        response = _refused(frame, error)
    except BilanError as error:
        response = frame.refused(error)
    if secret:
        keep(site, response, secret)
    return response


def _holdable(frame: Frame, form: dict[str, Any]) -> None:
    """RefusedError where a form holds a NUL, which no ledger on PostgreSQL takes."""
    texts = [one for value in form.values() for one in (value if isinstance(value, list) else [value])]
    if any("\0" in one for one in texts if isinstance(one, str)):
        raise RefusedError(422, frame.words.word("web-stale-form"))


def _refused(frame: Frame, error: RefusedError) -> Response:
    if error.status == 401 and frame.principal is None and frame.request.method == "GET":  # noqa: PLR2004  nobody is logged in
        return RedirectResponse(frame.link("login", then=frame.request.url.path), 303)
    return frame.refused(error)


def _named(request: Request, path: str) -> bool:
    """Whether there is a page at that address."""
    scope = {**request.scope, "path": path}
    pages = (one for one in request.app.routes if isinstance(one, Route) and "language" in one.param_convertors)
    return any(one.matches(scope)[0] is Match.FULL for one in pages)


def _nothing(frame: Frame, _form: object = None) -> Response:
    """A page named without a language is the one in the visitor's; else there is nothing."""
    request, path = frame.request, frame.request.url.path
    if request.method == "GET" and path.split("/")[1] not in languages() and _named(request, f"/{frame.language}{path}"):
        return RedirectResponse(request.url.replace(scheme="", netloc="", path=f"/{frame.language}{path}"), 302)
    raise RefusedError(404, frame.words.word("web-not-found"))
