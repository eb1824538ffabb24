"""A real HTTP server on this machine that answers as told, faults included; for tests of everything that fetches."""

import gzip
import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

SAMPLES = Path(__file__).parent / "samples"
HOLD = 5.0  # seconds after which a held answer lets go, should a test forget its time-out


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Reply:
    """One answer: `cut` sends so many bytes and hangs up, `length` lies about the size, `held` never sends its body."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None
    length: int | None = None
    held: bool = False


Route = Callable[[Asked], Reply]


class Server:
    """Answers by `route`, and remembers what it was asked; every reply in `first` comes before any of the route's."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.first: list[Reply] = []
        self.route: Route = lambda _: Reply(status=404, body=b"nothing here")
        self.over = threading.Event()
        self.address = ""

    def always(self, *replies: Reply) -> None:
        """These replies in order, the last of them again and again."""
        self.first = list(replies[:-1])
        self.route = lambda _: replies[-1]

    def answer(self, asked: Asked) -> Reply:
        """The reply to a request."""
        self.asked.append(asked)
        return self.first.pop(0) if self.first else self.route(asked)


def sample(name: str, **changes: Any) -> Reply:  # noqa: ANN401  fields of Reply
    """The reply of a sample, with the status and headers that its manifest tells."""
    told = next(one for one in manifest() if one["file"] == name)
    headers = {"Content-Type": told["content_type"], **told["headers"]}
    return Reply(**{"body": (SAMPLES / name).read_bytes(), "status": told["status"], "headers": headers} | changes)


def manifest() -> list[dict[str, Any]]:
    """What each sample is, and how it must be handled."""
    told: list[dict[str, Any]] = json.loads((SAMPLES / "manifest.json").read_text(encoding="utf-8"))
    return told


def as_json(what: object, headers: Mapping[str, str] | None = None) -> Reply:
    """A reply with a JSON body."""
    return Reply(json.dumps(what).encode(), headers={"Content-Type": "application/json", **(headers or {})})


def zipped(body: bytes) -> Reply:
    """A reply compressed with gzip."""
    return Reply(gzip.compress(body, mtime=0), headers={"Content-Encoding": "gzip"})


def pages(replies: Sequence[Reply], name: str = "page", start: int = 1) -> Route:
    """A route that answers by the number of the page asked for."""
    return lambda asked: replies[int(asked.query.get(name, start)) - start]


@contextmanager
def serving() -> Iterator[Server]:
    """A server on a free port of 127.0.0.1, for as long as the block lasts."""
    told = Server()
    http = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"told": told}))
    http.daemon_threads = True
    told.address = f"http://127.0.0.1:{http.server_port}"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield told
    finally:
        told.over.set()
        http.shutdown()
        http.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    told: Server

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        self._send(self.told.answer(Asked(parts.path, dict(parse_qsl(parts.query, keep_blank_values=True)), headers)))
        self.close_connection = True

    def _send(self, reply: Reply) -> None:
        bare = reply.status == HTTPStatus.NOT_MODIFIED
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if not bare:
            self.send_header("Content-Length", str(len(reply.body) if reply.length is None else reply.length))
        self.send_header("Connection", "close")
        with suppress(OSError):  # the client may leave before all was sent
            self.end_headers()
            if reply.held:
                self.told.over.wait(HOLD)
            elif not bare:
                self.wfile.write(reply.body if reply.cut is None else reply.body[: reply.cut])

    def log_message(self, *_: object) -> None:
        """Say nothing."""
