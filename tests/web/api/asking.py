"""Who asks the API in tests: requests to the application itself, without a server."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx

from bilan.web.application import application
from bilan.web.site import Site


class Client:
    """A visitor of a site, with a token or without."""

    def __init__(self, site: Site, token: str = "") -> None:
        self._app: Any = application(site)
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}

    def get(self, path: str, **options: Any) -> httpx.Response:  # noqa: ANN401  httpx's options
        return self.ask("GET", path, **options)

    def post(self, path: str, **options: Any) -> httpx.Response:  # noqa: ANN401  httpx's options
        return self.ask("POST", path, **options)

    def ask(self, method: str, path: str, **options: Any) -> httpx.Response:  # noqa: ANN401  httpx's options
        async def answered() -> httpx.Response:
            transport = httpx.ASGITransport(self._app)
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost/api/v1", headers=self._headers) as client:
                return await client.request(method, path, **options)

        return asyncio.run(answered())


Clients = Callable[[str], Client]
"""Who asks with the token of a role, or with none."""
