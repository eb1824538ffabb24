"""How does a process that stays work, and how does it tell? Where pages are laid out, the page and its log-in, the log."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from bilan.config.base import Model

Engine = Annotated[str, StringConstraints(pattern=r"^(local|dask(\+tls)?://[^/\s:@]+:\d{1,5})$")]
Listen = Annotated[str, StringConstraints(pattern=r"^([^\s:/]+|\[[0-9a-fA-F:]+\])?(:\d{1,5})?$")]
Origin = Annotated[str, StringConstraints(pattern=r"^(https?://[a-zA-Z0-9.\-\[\]:]+)?$")]


class OidcConfig(Model):
    """`[serve.oidc]`: log in through a provider of OpenID Connect; the client's secret comes from BILAN_OIDC_SECRET.

    Who logs in for the first time gets an account with `role`, if one is named; else `bilan account add --subject` makes one beforehand.
    """

    issuer: Annotated[str, StringConstraints(pattern=r"^https?://[^\s?#]+$")]
    client: str = Field(min_length=1)
    name: str = "OpenID Connect"
    claim: Literal["preferred_username", "email", "sub"] = "preferred_username"
    role: Literal["", "view", "run"] = ""


class ServeConfig(Model):
    """`bilan serve`: where it answers, as `127.0.0.1:8765`, empty for nowhere, and for whom.

    `url` is the address people reach it by, as `https://bilan.example.org`; `workers` how many processes work off what they ask
    for; `login` `auto` asks everybody to log in wherever others than this machine can reach it.
    """

    listen: Listen = ""
    url: Origin = ""
    workers: int = Field(default=1, ge=0, le=32)
    login: Literal["auto", "always"] = "auto"
    requests_per_minute: int = Field(default=600, ge=10)
    jobs_each: int = Field(default=12, ge=1)
    jobs: int = Field(default=120, ge=1)
    upload_megabytes: int = Field(default=20, ge=1, le=1000)
    oidc: OidcConfig | None = None


class LogConfig(Model):
    """How the work is told where nothing else is asked for: lines for people, or JSON."""

    format: Literal["text", "json"] = "text"
