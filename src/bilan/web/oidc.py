"""How does somebody come in through a provider of OpenID Connect? By its page and back, with state, nonce and a proof of the code."""

import base64
import hashlib
import hmac
import json
import warnings
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bilan.errors import BilanError, UsageError
from bilan.ledger.people_records import AccountRow, Role
from bilan.web.problems import RefusedError
from bilan.web.site import Site

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

COOKIE, MINUTES, SCOPE = "bilan_oidc", 10, "openid profile email"
BACK = "/oidc/back"
SIGNED = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519")
"""How a token may be signed: only by who holds a private key."""


class Provider:
    """The provider that the settings name."""

    def __init__(self, site: Site) -> None:
        config = site.project.config.serve.oidc
        if config is None:
            raise RefusedError(404, "no provider is set")
        if "oidc" not in site.secrets:
            raise UsageError("[serve.oidc]", "has no secret", "set BILAN_OIDC_SECRET, or BILAN_OIDC_SECRET_FILE")
        self.site, self.config = site, config
        self._client = _client(config.issuer.rstrip("/"), config.client, site.secrets["oidc"])

    async def start(self, request: "Request") -> "Response":
        """Send the browser to the provider; what it must bring back is kept in a sealed cookie for ten minutes."""
        request.scope["session"] = {}
        await self._asked(self._known())
        response = await self._asked(self._client.authorize_redirect(request, f"{self.site.origin}{BACK}"))
        return self._kept(response, request.scope["session"])

    async def back(self, request: "Request") -> AccountRow:
        """Who came back; RefusedError 401 where the answer is not one to our question, 403 where nobody here is that person."""
        request.scope["session"] = self._opened(request.cookies.get(COOKIE, ""))
        await self._asked(self._known())
        token = await self._asked(self._client.authorize_access_token(request))
        told = token.get("userinfo") or {}
        if not told.get("sub") or not told.get("iss"):
            raise RefusedError(401, "the provider did not say who this is")
        return self._account(told)

    async def _known(self) -> None:
        """Take in what the provider says of itself: it is the one of the settings, and signs in a way that nobody else can."""
        told = await self._client.load_server_metadata()
        if str(told.get("issuer")).rstrip("/") != self.config.issuer.rstrip("/"):
            raise RefusedError(503, "the provider calls itself otherwise than the settings do", "write its issuer into [serve.oidc]")
        offered = told.get("id_token_signing_alg_values_supported") or ()
        told["id_token_signing_alg_values_supported"] = [one for one in offered if one in SIGNED] or ["RS256"]

    def _account(self, told: dict[str, Any]) -> AccountRow:
        people, now = self.site.ledger.people, self.site.now()
        subject = f"{told['iss']}|{told['sub']}"
        account = people.by_subject(subject)
        if account is None and self.config.role:
            name = str(told.get(self.config.claim) or told["sub"])[:100]
            try:
                account = people.add(name, Role(self.config.role), now, subject=subject, by="oidc")
            except BilanError:
                raise RefusedError(403, f"an account cannot be made for {name}: the name is taken or no name") from None
        known = people.succeeded(account.name, now) if account else None
        if known is None:
            raise RefusedError(403, "nobody here has this log-in", "ask an administrator")
        return known

    async def _asked(self, work: Any) -> Any:  # noqa: ANN401  a coroutine of the library
        from authlib.common.errors import AuthlibBaseError  # noqa: PLC0415  an extra
        from joserfc.errors import JoseError  # noqa: PLC0415  same

        try:
            return await work
        except (AuthlibBaseError, JoseError) as error:
            raise RefusedError(401, f"the provider's answer cannot be taken: {error.error or 'state'}", "try again") from None
        except RefusedError:
            raise
        except Exception as error:  # noqa: BLE001  whatever the provider or the way to it does, nobody gets in by it
            raise RefusedError(503, f"the provider could not be asked: {type(error).__name__}", "try again in a moment") from None

    def _kept(self, response: "Response", session: dict[str, Any]) -> "Response":
        told = {"session": session, "at": self.site.now().isoformat()}
        body = base64.urlsafe_b64encode(json.dumps(told).encode()).decode()
        response.set_cookie(
            COOKIE, f"{body}.{self._seal(body)}", max_age=60 * MINUTES, path="/oidc", secure=self.site.secure, httponly=True, samesite="lax"
        )
        return response

    def _opened(self, cookie: str) -> dict[str, Any]:
        body, _, seal = cookie.rpartition(".")
        if not body or not hmac.compare_digest(seal.encode(), self._seal(body).encode()):
            raise RefusedError(401, "this log-in was not begun in this browser", "begin again")
        told = json.loads(base64.urlsafe_b64decode(body))
        if self.site.now() - datetime.fromisoformat(told["at"]) > timedelta(minutes=MINUTES):
            raise RefusedError(401, "this log-in was begun too long ago", "begin again")
        found: dict[str, Any] = told["session"]
        return found

    def _seal(self, body: str) -> str:
        return hmac.new(self.site.secrets["oidc"].encode(), f"oidc|{body}".encode(), hashlib.sha256).hexdigest()


def _client(issuer: str, client: str, secret: str) -> Any:  # noqa: ANN401  the library has no types
    with warnings.catch_warnings():
        from authlib.deprecate import AuthlibDeprecationWarning  # noqa: PLC0415  an extra; taking it in lets it always be shown

        warnings.simplefilter("ignore", AuthlibDeprecationWarning)  # the library calls its own choice of HTTP client deprecated
        from authlib.integrations.starlette_client import OAuth  # noqa: PLC0415  an extra

        return OAuth().register(
            "provider",
            client_id=client,
            client_secret=secret,
            server_metadata_url=f"{issuer}/.well-known/openid-configuration",
            client_kwargs={"scope": SCOPE, "code_challenge_method": "S256"},
        )
