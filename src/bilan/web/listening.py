"""How does a process answer while it does its work? A server in a thread of its own, gone with the work."""

import importlib.util
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bilan.errors import BilanError, UsageError

if TYPE_CHECKING:
    from starlette.types import ASGIApp

NEEDED = ("argon2", "fastapi", "python_multipart", "starlette", "uvicorn")
LINGER_SECONDS = 2
PORT = 8765


def address(text: str) -> tuple[str, int]:
    """Host and port of `127.0.0.1:8765`, `[::1]:8765`, `:8765` or `127.0.0.1`; loopback and 8765 where one is left out."""
    host, colon, port = text.rpartition(":") if not text.endswith("]") else (text, "", "")
    host = host if colon or not port else port
    number = int(port) if colon and port else PORT
    if number > 65535:  # noqa: PLR2004  what a port may be
        raise UsageError(f"listen {text}", f"{number} is no port", "write it as 127.0.0.1:8765")
    return host.strip("[]") or "127.0.0.1", number


def door(host: str, port: int) -> socket.socket:
    """A listening socket; UsageError where the server's packages are missing, BilanError where the address is taken or not ours."""
    lacking = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if lacking:
        raise UsageError("serve", f"needs {', '.join(lacking)} to listen", 'install it: pip install "bilan[serve]"')
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=64)
    except OSError as error:
        raise BilanError(f"{host}:{port}", f"cannot be listened on: {error.strerror or error}", "choose another with --listen") from None


@contextmanager
def listening(application: "ASGIApp", listener: socket.socket) -> Iterator[None]:
    """Answer on a socket for as long as the block lasts; what is being answered at its end is answered."""
    import uvicorn  # noqa: PLC0415  an extra

    settings = uvicorn.Config(application, log_level="warning", lifespan="off", timeout_graceful_shutdown=LINGER_SECONDS)
    server = uvicorn.Server(settings)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name="answers", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(2 * LINGER_SECONDS + 1)
        listener.close()
