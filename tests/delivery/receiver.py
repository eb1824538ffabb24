"""A program elsewhere that webhooks call, on this machine."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Heard = list[tuple[str, dict[str, str], bytes]]


class Receiver:
    """A program that is called: answers what it is told to (`first` to the first calls), and keeps what it heard."""

    def __init__(self, port: int = 0) -> None:
        self.heard: Heard = []
        self.status, self.location, self.hangs_up = 200, "", False
        self.first: list[int] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.heard.append((self.path, dict(self.headers), body))
                if outer.hangs_up:
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                self.send_response(outer.first.pop(0) if outer.first else outer.status)
                if outer.location:
                    self.send_header("Location", outer.location)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

            def handle(self) -> None:
                with contextlib.suppress(OSError):
                    super().handle()

        self.server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/hook?for=bilan"


@contextlib.contextmanager
def listening(port: int = 0) -> Iterator[Receiver]:
    """One that is there, at a port or any."""
    made = Receiver(port)
    thread = threading.Thread(target=made.server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield made
    finally:
        made.server.shutdown()
        thread.join()
        made.server.server_close()
