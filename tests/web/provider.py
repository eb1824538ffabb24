"""A real provider of OpenID Connect on a free port of this machine, which can be told to misbehave."""

import base64
import hashlib
import json
import secrets
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT, SECRET = "bilan-desk", "the secret of the client"


@dataclass
class Oidc:
    """The provider: who is at its page now, what its tokens say otherwise than they should, and what it was asked."""

    issuer: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}))
    person: dict[str, Any] = field(default_factory=lambda: {"sub": "248289761001", "preferred_username": "aigul"})
    wrong: dict[str, Any] = field(default_factory=dict)
    signed: str = "RS256"
    metadata: dict[str, Any] = field(default_factory=dict)
    down: bool = False
    without_token: bool = False
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def discovery(self, _: Request) -> Response:
        if self.down:
            return Response("down", 500)
        addresses = {f"{name}_endpoint": f"{self.issuer}/{name}" for name in ("authorization", "token", "userinfo")}
        known = {"issuer": self.issuer, "jwks_uri": f"{self.issuer}/jwks", "id_token_signing_alg_values_supported": ["RS256"]}
        return JSONResponse(addresses | known | self.metadata)

    def jwks(self, _: Request) -> Response:
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})

    def authorize(self, request: Request) -> Response:
        code, asked = secrets.token_urlsafe(12), dict(request.query_params)
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        self.codes[code] = asked
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}", 302)

    async def token(self, request: Request) -> Response:
        form = await request.form()
        asked = self.codes.pop(str(form.get("code")), None)
        told = base64.b64encode(f"{CLIENT}:{SECRET}".replace(" ", "+").encode()).decode()
        plain = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        if request.headers.get("authorization", "") not in (f"Basic {told}", f"Basic {plain}"):
            return JSONResponse({"error": "invalid_client"}, 401)
        proof = base64.urlsafe_b64encode(hashlib.sha256(str(form.get("code_verifier", "")).encode()).digest()).decode().rstrip("=")
        if asked is None or proof != asked["code_challenge"]:
            return JSONResponse({"error": "invalid_grant"}, 400)
        more = {} if self.without_token else {"id_token": self.id_token(asked)}
        return JSONResponse({"access_token": "access", "token_type": "Bearer", "expires_in": 300} | more)

    def id_token(self, asked: dict[str, str]) -> str:
        now = int(time.time())  # noqa: TID251  the library looks at the real clock
        right = {"iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300, "nonce": asked["nonce"], **self.person}
        claims = {name: value for name, value in (right | self.wrong).items() if value is not None}
        header = {"alg": self.signed, "kid": "one"}
        if self.signed == "none":
            parts = [base64.urlsafe_b64encode(json.dumps(one).encode()).decode().rstrip("=") for one in (header, claims)]
            return f"{parts[0]}.{parts[1]}."
        if self.signed == "HS256":
            return jwt.encode(header, claims, OctKey.import_key(self.key.as_pem(private=False)), algorithms=["HS256"])
        if self.signed == "another key":
            return jwt.encode(header | {"alg": "RS256"}, claims, RSAKey.generate_key(2048), algorithms=["RS256"])
        return jwt.encode(header, claims, self.key, algorithms=["RS256"])

    @property
    def app(self) -> Starlette:
        routes = [
            Route("/.well-known/openid-configuration", self.discovery), Route("/jwks", self.jwks), Route("/authorization", self.authorize),
            Route("/token", self.token, methods=["POST"]),
        ]  # fmt: skip
        return Starlette(routes=routes)


@contextmanager
def running() -> Iterator[Oidc]:
    """A provider while the block lasts."""
    door, made = socket.create_server(("127.0.0.1", 0)), Oidc()
    made.issuer = f"http://127.0.0.1:{door.getsockname()[1]}"
    server = uvicorn.Server(uvicorn.Config(made.app, log_level="warning", lifespan="off", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
    thread.start()
    try:
        yield made
    finally:
        server.should_exit = True
        thread.join()
        door.close()
