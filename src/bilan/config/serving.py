"""How does a process that stays work, and how does it tell? Where pages are laid out, the log."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from bilan.config.base import Model

Engine = Annotated[str, StringConstraints(pattern=r"^(local|dask(\+tls)?://[^/\s:@]+:\d{1,5})$")]


class LogConfig(Model):
    """How the work is told where nothing else is asked for: lines for people, or JSON."""

    format: Literal["text", "json"] = "text"
