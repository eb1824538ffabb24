"""What does a template maker see? Pictures of the pages, renewed with every save; loopback only unless told otherwise."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bilan.errors import BilanError
from bilan.web.preview_samples import SAMPLES
from bilan.web.preview_studio import Studio, View
from bilan.web.preview_watch import News, saves
from bilan.wording.languages import languages

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

LOOPBACK = ("localhost", "127.0.0.1", "::1")
ANYWHERE = ("0.0.0.0", "::")  # noqa: S104  asked for by name, never the default
FILES = {"preview.html": "text/html", "preview.js": "text/javascript", "preview.css": "text/css", "preview.svg": "image/svg+xml"}
UNKNOWN = "there is no such audience, language or sample"
DPI = 110
HEARTBEAT = 15.0
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def application(studio: Studio, first: View, host: str = LOOPBACK[1]) -> "Starlette":
    """The preview as an ASGI application; `first` is what a visitor sees who asks for nothing else."""
    from starlette.applications import Starlette  # noqa: PLC0415  an extra, and only a preview needs it
    from starlette.middleware import Middleware  # noqa: PLC0415  same
    from starlette.middleware.trustedhost import TrustedHostMiddleware  # noqa: PLC0415  same
    from starlette.routing import Route  # noqa: PLC0415  same

    served = _Preview(studio, first)
    routes = [
        Route("/", served.file),
        Route("/choices", served.choices),
        Route("/pages", served.pages),
        Route("/page/{number:int}.png", served.picture),
        Route("/events", served.events),
        Route("/{name}", served.file),
    ]
    hosts = ["*"] if host in ANYWHERE else [*LOOPBACK, "[::1]", host]
    return Starlette(routes=routes, middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=hosts)], lifespan=served.life)


class _Preview:
    """Answers; whatever a visitor asks for that is not there is told as JSON."""

    def __init__(self, studio: Studio, first: View) -> None:
        self.studio, self.first = studio, first
        self.news = News()
        self.stop = asyncio.Event()

    @asynccontextmanager
    async def life(self, _: object) -> AsyncIterator[None]:
        """Watch files while the server lives."""
        self.studio.start()
        watching = asyncio.create_task(self._watch())
        try:
            yield
        finally:
            self.stop.set()
            watching.cancel()
            await asyncio.to_thread(self.studio.close)

    async def _watch(self) -> None:
        async for paths in saves(self.studio.project, self.stop):
            await asyncio.to_thread(self.studio.changed, paths)
            await self.news.tell()

    async def file(self, request: "Request") -> "Response":
        """The page, its script and its style."""
        from starlette.responses import Response  # noqa: PLC0415  an extra

        name = request.path_params.get("name", "preview.html")
        if name not in FILES:
            return _refused(f"'{name}' is not there")
        text = (Path(__file__).parent / name).read_text(encoding="utf-8")
        return Response(text, media_type=f"{FILES[name]}; charset=utf-8", headers=HEADERS)

    async def choices(self, _: "Request") -> "Response":
        """What the switches offer, and where they stand at first."""
        said = {"audience": self.studio.project.audiences(), "lang": languages(), "sample": list(SAMPLES)}
        return _json(
            {"choices": said, "first": {"audience": self.first.audience, "lang": self.first.language, "sample": self.first.sample}}
        )

    async def pages(self, request: "Request") -> "Response":
        """How many pages a view has, its problems, or the mistake with its line."""
        view = self._view(request)
        if view is None:
            return _refused(UNKNOWN)
        return _json((await asyncio.to_thread(self.studio.shown, view)).as_json())

    async def picture(self, request: "Request") -> "Response":
        """One page as PNG."""
        from starlette.responses import Response  # noqa: PLC0415  an extra

        view, number = self._view(request), int(request.path_params["number"])
        if view is None:
            return _refused(UNKNOWN)
        try:
            return Response(await asyncio.to_thread(self.studio.picture, view, number, DPI), media_type="image/png", headers=HEADERS)
        except BilanError as error:
            return _refused(str(error))

    async def events(self, request: "Request") -> "Response":
        """A line for every change, as server-sent events."""
        from starlette.responses import StreamingResponse  # noqa: PLC0415  an extra

        async def told() -> AsyncIterator[str]:
            number = self.news.number
            yield f"data: {number}\n\n"
            while not self.stop.is_set() and not await request.is_disconnected():
                try:
                    number = await asyncio.wait_for(self.news.after(number), HEARTBEAT)
                    yield f"data: {number}\n\n"
                except TimeoutError:
                    yield ": still here\n\n"

        return StreamingResponse(told(), media_type="text/event-stream", headers=HEADERS)

    def _view(self, request: "Request") -> View | None:
        asked = request.query_params
        view = View(
            asked.get("audience", self.first.audience), asked.get("lang", self.first.language), asked.get("sample", self.first.sample)
        )
        known = view.audience in self.studio.project.audiences() and view.language in languages() and view.sample in SAMPLES
        return view if known else None


def _json(said: object) -> "Response":
    from starlette.responses import JSONResponse  # noqa: PLC0415  an extra

    return JSONResponse(said, headers=HEADERS)


def _refused(message: str) -> "Response":
    from starlette.responses import JSONResponse  # noqa: PLC0415  an extra

    return JSONResponse({"error": message}, status_code=404, headers=HEADERS)
