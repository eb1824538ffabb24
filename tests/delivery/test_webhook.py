import hashlib
import hmac
import json
import socket
from collections.abc import Callable, Iterator

import pytest
from tests.delivery.conftest import NOW, PDF
from tests.delivery.receiver import Receiver, listening

from bilan.config.delivery import DeliveryConfig, HookConfig, WebhookConfig
from bilan.delivery.records import Answer, Note, Parcel, Post, Result
from bilan.delivery.webhook import Caller, Webhook, is_public, signature
from bilan.errors import ConfigError

SETTINGS = '[archive]\nurl = "https://bilan.example.org/reports/"\n[delivery.webhook]\nallow = ["127.0.0.1", "two.example"]\ntimeout = 2\n'
KEY = "a secret of two"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with listening() as made:
        yield made


@pytest.fixture
def caller(post: Callable[..., Post]) -> Caller:
    return Webhook().open(post(SETTINGS, BILAN_WEBHOOK_SECRET=KEY))


def test_a_call_says_what_was_issued_and_proves_who_says_it(caller: Caller, receiver: Receiver, parcel: Callable[..., Parcel]) -> None:
    answer = caller.deliver(parcel(receiver.address, "webhook"))
    caller.close()

    ((path, headers, body),) = receiver.heard
    said = json.loads(body)
    assert answer == Answer(Result.SENT, "OK", 200)
    assert path == "/hook?for=bilan"
    assert (said["id"], said["kind"], said["bytes"], said["edition"]["audience"]) == ("k" * 40, "edition", len(PDF), "minister")
    assert said["sha256"] == hashlib.sha256(PDF).hexdigest()
    assert said["link"] == "https://bilan.example.org/reports/kz-kg/2026-10/minister.en.pdf"
    assert headers["Bilan-Delivery"] == headers["Idempotency-Key"] == said["id"]
    proof = hmac.new(KEY.encode(), headers["Bilan-Timestamp"].encode() + b"." + body, hashlib.sha256).hexdigest()
    assert headers["Bilan-Signature"] == f"v1={proof}"
    assert headers["Bilan-Timestamp"] == str(int(NOW.timestamp()))


@pytest.mark.parametrize(
    ("status", "result"),
    [
        (204, Result.SENT), (302, Result.REFUSED), (400, Result.REFUSED), (404, Result.REFUSED), (408, Result.DEFERRED),
        (410, Result.REFUSED), (429, Result.DEFERRED), (500, Result.DEFERRED), (503, Result.DEFERRED),
    ],
)  # fmt: skip
def test_an_answer_means_what_it_says(
    caller: Caller, receiver: Receiver, parcel: Callable[..., Parcel], status: int, result: Result
) -> None:
    receiver.status = status

    assert caller.deliver(parcel(receiver.address, "webhook")).result is result


def test_a_redirect_is_not_followed(caller: Caller, receiver: Receiver, parcel: Callable[..., Parcel]) -> None:
    receiver.status, receiver.location = 307, receiver.address

    assert caller.deliver(parcel(receiver.address, "webhook")).text.endswith("redirects are not followed")
    assert len(receiver.heard) == 1


def test_a_call_whose_answer_is_lost_is_made_again_with_the_same_id(
    caller: Caller, receiver: Receiver, parcel: Callable[..., Parcel]
) -> None:
    receiver.hangs_up = True
    first = caller.deliver(parcel(receiver.address, "webhook"))
    receiver.hangs_up = False
    second = caller.deliver(parcel(receiver.address, "webhook"))

    assert (first.result, second.result) == (Result.DEFERRED, Result.SENT)
    assert len({headers["Bilan-Delivery"] for _, headers, _ in receiver.heard}) == 1


def test_nobody_there_defers(caller: Caller, parcel: Callable[..., Parcel]) -> None:
    answer = caller.deliver(parcel("http://127.0.0.1:9/hook", "webhook"))

    assert answer.result is Result.DEFERRED
    assert "no answer: " in answer.text


def test_a_private_address_is_not_called_unless_it_is_allowed(
    post: Callable[..., Post], receiver: Receiver, parcel: Callable[..., Parcel]
) -> None:
    strict = Webhook().open(post(SETTINGS.replace('allow = ["127.0.0.1", "two.example"]\n', ""), BILAN_WEBHOOK_SECRET=KEY))

    answer = strict.deliver(parcel(receiver.address, "webhook"))

    assert answer.result is Result.REFUSED
    assert "leads to the private address 127.0.0.1" in answer.text
    assert receiver.heard == []


def test_a_public_name_that_leads_to_a_private_address_is_not_called(
    caller: Caller, parcel: Callable[..., Parcel], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, 443)) for one in ("93.184.215.14", "10.0.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)

    answer = caller.deliver(parcel("https://hooks.example.org/", "webhook"))

    assert (answer.result, "10.0.0.7" in answer.text) == (Result.REFUSED, True)


def test_the_next_address_of_a_host_is_tried_where_the_first_is_away(
    caller: Caller, receiver: Receiver, parcel: Callable[..., Parcel], monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = socket.getaddrinfo
    both = [(socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("::1", 0)), (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 0))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *rest, **more: both if host == "two.example" else ask(host, *rest, **more))

    assert caller.deliver(parcel(receiver.address.replace("127.0.0.1", "two.example"), "webhook")).result is Result.SENT


def test_an_encrypted_call_wants_a_certificate_that_holds(caller: Caller, receiver: Receiver, parcel: Callable[..., Parcel]) -> None:
    answer = caller.deliver(parcel(receiver.address.replace("http:", "https:"), "webhook"))

    assert answer.result is Result.DEFERRED
    assert "SSL" in answer.text


def test_without_a_key_nothing_is_called(post: Callable[..., Post], receiver: Receiver, parcel: Callable[..., Parcel]) -> None:
    with pytest.raises(ConfigError, match="BILAN_WEBHOOK_SECRET is not set"):
        Webhook().open(post(SETTINGS)).deliver(parcel(receiver.address, "webhook"))


def test_the_owner_is_told_by_the_same_signed_call(caller: Caller, receiver: Receiver) -> None:
    answer = caller.tell(Note("n1", receiver.address, "held", "why", NOW))

    assert answer.result is Result.SENT
    assert json.loads(receiver.heard[0][2]) == {"schema": 1, "id": "n1", "kind": "notice", "subject": "held", "text": "why"}


def test_an_event_is_told_by_the_same_signed_call(caller: Caller, receiver: Receiver) -> None:
    answer = caller.announce(HookConfig(url=receiver.address), {"id": "e1", "event": "held"}, NOW)

    ((_, headers, body),) = receiver.heard
    assert answer.result is Result.SENT
    assert json.loads(body) == {"id": "e1", "event": "held"}
    assert headers["Bilan-Delivery"] == headers["Idempotency-Key"] == "e1"
    assert headers["Bilan-Signature"] == f"v1={signature(body, int(NOW.timestamp()), KEY)}"


def test_a_hook_may_have_a_key_of_its_own(post: Callable[..., Post], receiver: Receiver) -> None:
    caller = Webhook().open(post(SETTINGS, BILAN_CRM_KEY="another"))

    caller.announce(HookConfig(url=receiver.address, secret="BILAN_CRM_KEY"), {"id": "e1"}, NOW)  # noqa: S106  the name of a variable

    ((_, headers, body),) = receiver.heard
    assert headers["Bilan-Signature"] == f"v1={signature(body, int(NOW.timestamp()), 'another')}"


@pytest.mark.parametrize(
    ("address", "wrong"),
    [
        ("ftp://x.example", "no address to call"),
        ("https:///path", "no address to call"),
        ("https://user:pass@x.example", "no address to call"),
        ("http://x.example/", "is not encrypted"),
        ("https://x.example/a b", "holds signs no address has"),
        ("https://x.example/a\r\nHost: y", "holds signs no address has"),
    ],
)
def test_tells_what_is_wrong_with_an_address(address: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        Webhook().checked(address, DeliveryConfig())


def test_an_unencrypted_host_may_be_allowed_by_name_and_port() -> None:
    allowed = DeliveryConfig(webhook=WebhookConfig(allow=("hooks.intern:8080",)))

    assert Webhook().checked("http://hooks.intern:8080/x", allowed)
    assert Webhook().place("http://hooks.intern:8080/x") == "hooks.intern"
    with pytest.raises(ValueError, match="is not encrypted"):
        Webhook().checked("http://hooks.intern:8081/x", allowed)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True), ("2606:4700::1111", True), ("127.0.0.1", False), ("10.1.2.3", False), ("169.254.169.254", False),
        ("192.168.0.1", False), ("100.64.0.1", False), ("0.0.0.1", False), ("224.0.0.1", False), ("::1", False), ("fe80::1%eth0", False),
        ("fd00::1", False), ("::ffff:10.0.0.1", False), ("64:ff9b::a00:1", False), ("64:ff9b::5db8:d70e", True), ("2002:7f00:1::", False),
    ],
)  # fmt: skip
def test_an_address_that_hides_a_private_one_is_private(address: str, *, public: bool) -> None:
    assert is_public(address) is public
