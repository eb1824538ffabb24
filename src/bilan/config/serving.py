"""How does a process that stays work, and how does it tell? Where pages are laid out, the log."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from bilan.config.base import Model

Engine = Annotated[str, StringConstraints(pattern=r"^(local|dask(\+tls)?://[^/\s:@]+:\d{1,5})$")]


Listen = Annotated[str, StringConstraints(pattern=r"^([^\s:/]+|\[[0-9a-fA-F:]+\])?(:\d{1,5})?$")]


class ServeConfig(Model):
    """`bilan serve`: where it tells how it is, as `127.0.0.1:8765`; empty for nowhere."""

    listen: Listen = ""


class LogConfig(Model):
    """How the work is told where nothing else is asked for: lines for people, or JSON."""

    format: Literal["text", "json"] = "text"
