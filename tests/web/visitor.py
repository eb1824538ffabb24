"""Somebody who looks at pages: an HTTP client in front of the application, without a network, that keeps its cookies."""

import asyncio
from typing import TYPE_CHECKING, Any, Self

import httpx

if TYPE_CHECKING:
    from starlette.types import ASGIApp

HERE = "http://testserver"


class Visitor:
    """Asks an application as a browser would; redirects are not followed."""

    def __init__(self, app: "ASGIApp", base: str = HERE, where: tuple[str, int] = ("127.0.0.1", 5000)) -> None:
        self._runner = asyncio.Runner()
        transport = httpx.ASGITransport(app, client=where)
        self.client = httpx.AsyncClient(transport=transport, base_url=base)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._runner.run(self.client.aclose())
        self._runner.close()

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:  # noqa: ANN401  what httpx takes
        """One request."""
        return self._runner.run(self.client.request(method, path, **more))

    def get(self, path: str, **more: Any) -> httpx.Response:  # noqa: ANN401  same
        """One GET."""
        return self.ask("GET", path, **more)

    def post(self, path: str, **more: Any) -> httpx.Response:  # noqa: ANN401  same
        """One POST."""
        return self.ask("POST", path, **more)
