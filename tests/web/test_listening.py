import socket
import urllib.request

import pytest

from bilan.errors import BilanError, UsageError
from bilan.web.listening import address, door, listening


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("127.0.0.1:80", ("127.0.0.1", 80)), (":9", ("127.0.0.1", 9)), ("localhost", ("localhost", 8765)), ("[::1]:7", ("::1", 7)),
        ("[::1]", ("::1", 8765)), ("host.example:8", ("host.example", 8)),
    ],
)  # fmt: skip
def test_an_address_may_leave_something_out(text: str, said: tuple[str, int]) -> None:
    assert address(text) == said


def test_no_port_is_told() -> None:
    with pytest.raises(UsageError, match="70000 is no port"):
        address("127.0.0.1:70000")


def test_an_address_that_is_taken_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(BilanError, match="cannot be listened on"):
        door("127.0.0.1", other.getsockname()[1])


def test_a_missing_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "uvicorn" else name)
    with pytest.raises(UsageError, match="needs uvicorn to listen"):
        door("127.0.0.1", 0)


def test_it_answers_while_the_work_goes_on_and_no_longer() -> None:
    from starlette.applications import Starlette  # noqa: PLC0415  an extra
    from starlette.responses import PlainTextResponse  # noqa: PLC0415  same
    from starlette.routing import Route  # noqa: PLC0415  same

    listener = door("127.0.0.1", 0)
    url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    application = Starlette(routes=[Route("/", lambda _: PlainTextResponse("well"))])
    with listening(application, listener), urllib.request.urlopen(url, timeout=20) as answer:
        assert answer.read() == b"well"
    with pytest.raises(OSError, match="refused"):
        urllib.request.urlopen(url, timeout=5)
