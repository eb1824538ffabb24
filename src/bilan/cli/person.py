"""Who asks, and which process works? Names for the ledger's events and claims."""

import getpass
import os
import socket
from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def actor(given: str | None = None) -> str:
    """Who asks: as the option says, else BILAN_ACTOR, else the name of the account."""
    try:
        return given or os.environ.get("BILAN_ACTOR") or getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as containers have
        return f"account {os.getuid()}"


def owner() -> str:
    """This process, as claims name it."""
    return f"{socket.gethostname()}:{os.getpid()}"


def by(function: F) -> F:
    """The option that says who asks."""
    return click.option("--by", "person", help="Who asks (default: BILAN_ACTOR, else the name of the account).")(function)
