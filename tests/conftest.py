"""What every test relies on: laws are tried without a deadline, and no test leaves the machine."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from tests.postgres import Server, running
from tests.storage import served

settings.register_profile("bilan", deadline=None, max_examples=60, derandomize=True, database=None)
settings.load_profile("bilan")

LOCAL = ("127.0.0.1", "::1", "localhost")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write what is composed now into tests/golden")
    parser.addoption("--requests", default="3", help="how many made-up requests each operation of the API is sent")
    parser.addoption("--every-edition", action="store_true", help="check the standards of all editions, not of a few that cover them")


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder of the checkout, itself a project."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server for whoever asks: `postgres.fresh()` is the address of an empty ledger."""
    with running() as server:
        yield server


@pytest.fixture(autouse=True)
def no_secret_of_another_test(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one test hides is no secret of the next."""
    monkeypatch.setattr("bilan.secret._known", {})


@pytest.fixture(scope="session")
def storage() -> Iterator[Callable[[str], str]]:
    """Makes a bucket on S3-like storage and gives its address."""
    with served() as bucket:
        yield bucket


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that would leave the machine fails and says so."""
    connect = socket.socket.connect

    def only_local(self: socket.socket, address: object) -> None:
        if self.family != socket.AF_UNIX and not (isinstance(address, tuple) and address[0] in LOCAL):
            pytest.fail(f"this test tried to reach {address}")
        connect(self, address)  # type: ignore[arg-type]  # any address a socket takes

    monkeypatch.setattr(socket.socket, "connect", only_local)
