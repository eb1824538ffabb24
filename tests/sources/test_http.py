import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from tests.sources.server import Reply, Server, sample, serving, zipped

from bilan.secret import Secret
from bilan.sources.http import Client, Limits, Means, agent
from bilan.sources.http_request import FetchError, Known, Reason, Request

NOW = datetime(2026, 11, 25, 12, 0, 0, tzinfo=UTC)
KEY = Secret("BILAN_TEST_KEY", "s3cr3t-k3y")


@dataclass
class World:
    """A clock that moves only when someone sleeps, or by `step` whenever it is read."""

    time: float = 0.0
    step: float = 0.0
    slept: list[float] = field(default_factory=list)

    def clock(self) -> float:
        self.time += self.step
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    @property
    def means(self) -> Means:
        return Means(now=lambda: NOW, clock=self.clock, sleep=self.sleep, random=lambda: 1.0)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as told:
        yield told


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def client(world: World) -> Iterator[Client]:
    with Client("Bilan/1 (test)", world.means, Limits(between=0, max_bytes=10_000), trust_env=False) as made:
        yield made


def refusal(client: Client, request: Request) -> FetchError:
    with pytest.raises(FetchError) as caught:
        client.get(request)
    return caught.value


def test_gives_the_answer_with_address_status_headers_and_instant(server: Server, client: Client) -> None:
    server.always(Reply(b"data", headers={"ETag": '"v1"', "Content-Type": "text/plain", "Set-Cookie": "id=1"}))

    response = client.get(Request(f"{server.address}/a", (("q", "1"),), (("Accept", "text/plain"),)))

    assert (response.address, response.status, response.body) == (f"{server.address}/a?q=1", 200, b"data")
    assert (response.headers["etag"], response.headers["content-type"], response.received_at) == ('"v1"', "text/plain", NOW)
    assert "set-cookie" not in response.headers
    assert server.asked[0].headers["user-agent"] == "Bilan/1 (test)"
    assert server.asked[0].headers["accept"] == "text/plain"


def test_the_agent_names_program_version_and_contact() -> None:
    assert agent("0.1.0", "office@example.org") == "Bilan/0.1.0 (office@example.org)"
    assert agent("0.1.0", "") == "Bilan/0.1.0 (no contact given)"
    assert agent("0.1.0", "Бюро\r\nX: (1)") == "Bilan/0.1.0 (X: 1)"


def test_a_compressed_answer_is_unpacked(server: Server, client: Client) -> None:
    server.always(zipped(b"data" * 100))

    assert client.get(Request(server.address)).body == b"data" * 100
    assert server.asked[0].headers["accept-encoding"] == "gzip"


@pytest.mark.parametrize("status", [500, 502, 503, 504, 408])
def test_a_server_in_trouble_is_asked_again_after_growing_pauses(server: Server, client: Client, world: World, status: int) -> None:
    server.always(Reply(b"no", status), Reply(b"no", status), Reply(b"data"))

    assert client.get(Request(server.address)).body == b"data"
    assert world.slept == [1, 2]


def test_a_server_that_stays_in_trouble_is_given_up_after_five_attempts(server: Server, client: Client, world: World) -> None:
    server.always(sample("comtrade_error_500.json"))

    error = refusal(client, Request(server.address))

    assert (error.reason, len(server.asked), world.slept) == (Reason.SERVER, 5, [1, 2, 4, 8])
    assert "failed on its side (status 500)" in str(error)
    assert "Internal server error" in str(error)
    assert error.hint == "ask again later; what is stored stays in use"


@pytest.mark.parametrize("said", ["7", "Wed, 25 Nov 2026 12:00:07 GMT"])
def test_waits_as_long_as_the_server_asks(server: Server, client: Client, world: World, said: str) -> None:
    server.always(Reply(b"slow down", 429, {"Retry-After": said}), Reply(b"data"))

    assert client.get(Request(server.address)).body == b"data"
    assert world.slept == [7.5]


def test_a_server_that_asks_for_a_day_is_not_waited_for(server: Server, client: Client, world: World) -> None:
    server.always(Reply(b"", 429, {"Retry-After": "86400"}))

    error = refusal(client, Request(server.address))

    assert (error.reason, error.wait, world.slept) == (Reason.LIMITED, 86400, [])
    assert "asks to wait 86400 s" in str(error)


@pytest.mark.parametrize(
    ("status", "reason"), [(401, Reason.DENIED), (403, Reason.QUOTA), (404, Reason.NOT_FOUND), (400, Reason.REFUSED), (304, Reason.REFUSED)]
)
def test_a_refusal_is_not_tried_again(server: Server, client: Client, world: World, status: int, reason: Reason) -> None:
    server.always(Reply(b"" if status == 304 else b"no", status))

    assert refusal(client, Request(server.address)).reason is reason
    assert (len(server.asked), world.slept) == (1, [])


def test_a_status_that_the_request_accepts_is_an_answer(server: Server, client: Client) -> None:
    server.always(sample("sdmx_error_404.xml"))

    assert client.get(Request(server.address, accepts=(404,))).status == 404


def test_an_error_page_of_a_server_is_not_quoted(server: Server, client: Client) -> None:
    server.always(sample("error_page_502.html"))

    assert "<" not in str(refusal(client, Request(server.address)))


@pytest.mark.parametrize("cut", [0, 3])
def test_a_connection_cut_in_the_body_is_tried_again(server: Server, client: Client, world: World, cut: int) -> None:
    server.always(Reply(b"whole data", cut=cut), Reply(b"whole data"))

    assert client.get(Request(server.address)).body == b"whole data"
    assert world.slept == [1]


def test_an_answer_always_cut_short_is_never_taken_for_whole(server: Server, client: Client) -> None:
    server.always(Reply(b"whole data", length=20))

    error = refusal(client, Request(server.address))

    assert (error.reason, len(server.asked)) == (Reason.CUT, 5)
    assert "broke off its answer" in str(error)


def test_a_server_that_keeps_silent_is_given_up_and_asked_again(server: Server, world: World) -> None:
    server.always(Reply(b"data", held=True), Reply(b"data"))

    with Client("Bilan", world.means, Limits(read=0.05, between=0), trust_env=False) as client:
        assert client.get(Request(server.address)).body == b"data"

    assert world.slept == [1]


def test_an_answer_that_takes_too_long_as_a_whole_is_given_up(server: Server) -> None:
    server.always(Reply(b"x" * 1000))
    world = World(step=100)

    with Client("Bilan", world.means, Limits(whole=60, between=0, attempts=1), trust_env=False) as client:
        error = refusal(client, Request(server.address))

    assert error.reason is Reason.SLOW


def test_nobody_listening_is_told_after_five_attempts(client: Client, world: World) -> None:
    with serving() as gone:
        address = gone.address

    error = refusal(client, Request(address))

    assert (error.reason, len(world.slept)) == (Reason.UNREACHABLE, 4)
    assert "cannot be reached" in str(error)


@pytest.mark.parametrize("address", ["https://", "http://[::1", "http://exa mple.org", "nonsense"])
def test_an_address_that_is_none_is_told(client: Client, address: str) -> None:
    assert refusal(client, Request(address)).reason in (Reason.REFUSED, Reason.UNREACHABLE)


def test_a_huge_body_is_refused_before_it_is_read(server: Server, client: Client) -> None:
    server.always(Reply(b"x" * 10_001))

    assert refusal(client, Request(server.address)).reason is Reason.TOO_LARGE
    assert len(server.asked) == 1


def test_a_huge_body_in_a_small_compressed_one_is_refused(server: Server, client: Client) -> None:
    server.always(zipped(b"x" * 5_000_000))

    assert refusal(client, Request(server.address)).reason is Reason.TOO_LARGE


def test_asks_only_for_what_changed(server: Server, client: Client) -> None:
    server.always(Reply(status=304, headers={"ETag": '"v1"'}))

    response = client.get(Request(server.address), Known('"v1"', "Tue, 24 Nov 2026 12:00:00 GMT"))

    assert response.unchanged
    assert server.asked[0].headers["if-none-match"] == '"v1"'
    assert server.asked[0].headers["if-modified-since"] == "Tue, 24 Nov 2026 12:00:00 GMT"


def test_follows_a_redirect_on_the_same_host_and_keeps_the_address_asked(server: Server, client: Client) -> None:
    server.always(Reply(status=302, headers={"Location": "/new?x=1"}), Reply(b"data"))

    response = client.get(Request(f"{server.address}/old", secret_headers=(("Key", KEY),)))

    assert (response.address, response.body) == (f"{server.address}/old", b"data")
    assert [one.path for one in server.asked] == ["/old", "/new"]
    assert server.asked[1].headers["key"] == KEY.value


def test_refuses_a_redirect_to_another_host(server: Server, client: Client) -> None:
    with serving() as other:
        server.always(Reply(status=301, headers={"Location": f"{other.address}/a"}))

        error = refusal(client, Request(server.address))

    assert (error.reason, other.asked) == (Reason.REDIRECT, [])
    assert "allowed-hosts" in error.hint


def test_follows_a_redirect_to_a_host_that_is_allowed_and_gives_it_no_key(server: Server, world: World) -> None:
    with serving() as other:
        server.always(Reply(status=307, headers={"Location": f"{other.address}/a"}))
        other.always(Reply(b"data"))
        allowed = (other.address.removeprefix("http://"),)

        with Client("Bilan", world.means, Limits(between=0), allowed=allowed, trust_env=False) as client:
            client.get(Request(server.address, secret_headers=(("Key", KEY),), secret_query=(("k", KEY),)))

    assert "key" not in other.asked[0].headers
    assert other.asked[0].query == {}


def test_redirects_in_a_circle_end(server: Server, client: Client) -> None:
    server.always(Reply(status=302, headers={"Location": "/again"}))

    assert "redirects more than 5 times" in str(refusal(client, Request(server.address)))


def test_a_redirect_to_a_file_is_refused(server: Server, client: Client) -> None:
    server.always(Reply(status=302, headers={"Location": "file:///etc/passwd"}))

    assert refusal(client, Request(server.address)).reason is Reason.REDIRECT


def test_a_redirect_that_gives_up_encryption_is_refused(client: Client) -> None:
    with pytest.raises(FetchError, match="not encrypted"):
        client._led(Request("https://x.org/a"), "http://x.org/b")


def test_a_key_is_not_sent_without_encryption(client: Client) -> None:
    error = refusal(client, Request("http://example.org/a", secret_headers=(("Key", KEY),)))

    assert "a key is not sent over a connection without encryption" in str(error)


def test_a_key_is_sent_and_shown_nowhere(server: Server, client: Client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("bilan").setLevel(logging.DEBUG)
    server.always(Reply(f"bad key {KEY.value}".encode(), 503, {"Retry-After": "1"}), Reply(f"bad key {KEY.value}".encode(), 401))

    error = refusal(client, Request(server.address, secret_headers=(("Key", KEY),), secret_query=(("subscription", KEY),)))

    assert (server.asked[1].headers["key"], server.asked[1].query["subscription"]) == (KEY.value, KEY.value)
    assert str(error).endswith("does not accept the key (status 401): bad key ***")
    assert "attempt 1" in caplog.text
    assert KEY.value not in caplog.text


def test_a_host_is_asked_once_a_second_at_most(server: Server, world: World) -> None:
    server.always(Reply(b"data"))

    with Client("Bilan", world.means, Limits(between=1), trust_env=False) as client:
        for _ in range(3):
            client.get(Request(server.address))

    assert world.slept == [1, 1]


def test_the_proxies_of_the_system_count_only_where_they_may(server: Server, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    server.always(Reply(b"data"))
    monkeypatch.setenv("HTTP_PROXY", server.address)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)

    with Client("Bilan", world.means, Limits(between=0, attempts=1)) as client:
        assert client.get(Request("http://data.example/a")).body == b"data"

    assert server.asked[0].headers["host"] == "data.example"
