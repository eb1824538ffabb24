import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.delivery.smtp_server import MailServer, Rules, certified, mail_server

from bilan.config.delivery import SmtpConfig
from bilan.delivery.conversation import Conversation, Server, StuckError
from bilan.delivery.records import Answer, Result

MAIL = b"Subject: x\r\n\r\nOne line.\r\n.\r\n.hidden\r\nLast line.\r\n"
SENDER = "bilan@example.org"
WRONG = Rules(user="bilan", password="other")  # noqa: S106  the test server's
Connect = Callable[..., Conversation]


@pytest.fixture
def connect(tmp_path: Path) -> Iterator[Connect]:
    opened: list[Conversation] = []

    def make(server: MailServer, **settings: object) -> Conversation:
        said = {"host": "localhost", "port": server.port, "security": "none", "timeout": 0.4} | settings
        opened.append(Conversation(Server(SmtpConfig.model_validate(said), "secret", "test.example.org", tmp_path)))
        return opened[-1]

    yield make
    for one in opened:
        one.close()


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as running:
        yield running


@pytest.mark.parametrize(
    ("behaviour", "result", "code", "kept"),
    [
        ("ok", Result.SENT, 250, 1),
        ("refuse", Result.REFUSED, 550, 0),
        ("busy", Result.DEFERRED, 450, 0),
        ("grey", Result.DEFERRED, 451, 0),
        ("shut", Result.DEFERRED, 421, 0),
        ("full", Result.DEFERRED, 452, 0),
        ("never", Result.REFUSED, 554, 0),
        ("late", Result.DEFERRED, 451, 0),
        ("spam", Result.REFUSED, 554, 0),
        ("large", Result.REFUSED, 552, 0),
        ("closing", Result.DEFERRED, 421, 0),
        ("odd", Result.UNKNOWN, -1, 0),
        ("later", Result.UNKNOWN, 354, 0),
        ("cut-before", Result.DEFERRED, None, 0),
        ("mute-before", Result.DEFERRED, None, 0),
        ("cut-data", Result.DEFERRED, None, 0),
        ("cut-kept", Result.UNKNOWN, None, 1),
        ("cut-lost", Result.UNKNOWN, None, 0),
        ("mute-kept", Result.UNKNOWN, None, 1),
        ("mute-lost", Result.UNKNOWN, None, 0),
    ],
)
def test_what_cannot_be_known_is_called_unknown_and_all_else_by_its_name(
    server: MailServer, connect: Connect, behaviour: str, result: Result, code: int | None, kept: int
) -> None:
    attached = MAIL.replace(b"x", b"application/pdf")

    answer = connect(server).hand_over(SENDER, f"{behaviour}@example.org", attached)

    assert (answer.result, answer.code, len(server.taken)) == (result, code, kept)


def test_the_mail_arrives_as_it_was_whatever_its_lines_begin_with(server: MailServer, connect: Connect) -> None:
    assert connect(server).hand_over(SENDER, "ok@example.org", MAIL).result is Result.SENT

    (taken,) = server.taken
    assert (taken.sender, taken.recipient, taken.content) == (SENDER, "ok@example.org", MAIL)


def test_one_connection_serves_many_mails_and_a_refusal_ends_none_of_it(server: MailServer, connect: Connect) -> None:
    talk = connect(server)

    said = [talk.hand_over(SENDER, f"{name}@example.org", MAIL).result for name in ("ok", "refuse", "ok-2", "spam", "late", "ok-3")]

    assert said == [Result.SENT, Result.REFUSED, Result.SENT, Result.REFUSED, Result.DEFERRED, Result.SENT]
    assert (server.connections, talk.used, talk.open) == (1, 6, True)
    talk.part()
    assert server.seen[-1] == "quit"


@pytest.mark.parametrize("behaviour", ["shut", "closing", "cut-before", "cut-lost", "mute-kept"])
def test_a_connection_that_is_lost_is_not_used_again(server: MailServer, connect: Connect, behaviour: str) -> None:
    talk = connect(server)
    talk.hand_over(SENDER, f"{behaviour}@example.org", MAIL)

    assert not talk.open


def test_a_refusal_before_any_recipient_is_named_is_no_refusal_by_the_recipient(connect: Connect) -> None:
    with mail_server(Rules(mail="550 5.7.1 not from you")) as server:
        answer = connect(server).hand_over(SENDER, "ok@example.org", MAIL)

    assert answer == Answer(Result.DEFERRED, "5.7.1 not from you", 550, stuck=True)


def test_a_mail_too_large_is_told_by_the_size_the_server_says(connect: Connect) -> None:
    with mail_server(Rules(size=10_000, mail="552 5.3.4 too large")) as server:
        talk = connect(server)
        answer = talk.hand_over(SENDER, "ok@example.org", MAIL)

        assert talk.limit() == 10_000
        assert f"SIZE={len(MAIL)}" in server.seen[-2]
        assert (answer.result, answer.code, answer.stuck) == (Result.REFUSED, 552, False)


def test_an_address_in_another_script_is_sent_as_it_is(server: MailServer, connect: Connect) -> None:
    talk = connect(server)

    assert talk.takes_unicode()
    assert talk.hand_over(SENDER, "бөлім@example.org", MAIL).result is Result.SENT
    assert server.recipients() == ["бөлім@example.org"]


# What keeps a server from being used at all


def stuck(connect: Connect, server: MailServer, **settings: object) -> str:
    with pytest.raises(StuckError) as caught:
        connect(server, **settings)
    assert (caught.value.answer.result, caught.value.answer.stuck) == (Result.DEFERRED, True)
    assert not any(line.startswith(("MAIL", "AUTH", "DATA")) for line in server.seen)
    return str(caught.value)


def test_a_server_that_forgets_to_encrypt_gets_nothing(connect: Connect) -> None:
    with mail_server(Rules(encrypts=False)) as server:
        assert "offers no encryption (STARTTLS); nothing was sent in the clear" in stuck(connect, server, security="starttls")


def test_a_certificate_nobody_vouches_for_is_no_certificate(connect: Connect, tmp_path: Path) -> None:
    with mail_server(context=certified(tmp_path)) as server:
        assert "certificate verify failed" in stuck(connect, server, security="starttls")


def test_a_certificate_for_another_name_is_no_certificate(connect: Connect, tmp_path: Path) -> None:
    with mail_server(context=certified(tmp_path, "elsewhere.example")) as server:
        assert "certificate verify failed" in stuck(connect, server, security="starttls", ca="ca.pem")


def test_a_certificates_file_that_is_not_there_is_named(connect: Connect, tmp_path: Path) -> None:
    with mail_server(context=certified(tmp_path)) as server:
        assert "certificates in 'gone.pem' cannot be read" in stuck(connect, server, security="starttls", ca="gone.pem")


@pytest.mark.parametrize(("security", "tls"), [("starttls", False), ("tls", True)])
def test_with_a_certificate_that_holds_everything_travels_encrypted(connect: Connect, tmp_path: Path, security: str, *, tls: bool) -> None:
    rules = Rules(user="bilan", password="secret")  # noqa: S106  the test server's
    with mail_server(rules, certified(tmp_path), tls=tls) as server:
        talk = connect(server, security=security, ca="ca.pem", user="bilan", timeout=5)
        assert talk.hand_over(SENDER, "ok@example.org", MAIL).result is Result.SENT
        talk.part()

        assert [one.encrypted for one in server.taken] == [True]


def test_a_wrong_password_is_told_and_refuses_no_recipient(connect: Connect, tmp_path: Path) -> None:
    with mail_server(WRONG, certified(tmp_path)) as server, pytest.raises(StuckError) as caught:
        connect(server, security="starttls", ca="ca.pem", user="bilan", timeout=5)

    assert caught.value.answer == Answer(Result.DEFERRED, "the server cannot be used: 5.7.8 wrong password", 535, stuck=True)


def test_a_password_no_login_can_carry_is_told(tmp_path: Path) -> None:
    with mail_server(Rules(user="bilan", password="x"), certified(tmp_path)) as server:  # noqa: S106  the test server's
        settings = SmtpConfig(host="localhost", port=server.port, ca="ca.pem", user="bilan", timeout=5)
        with pytest.raises(StuckError, match="holds letters a login cannot carry"):
            Conversation(Server(settings, "ü", "test.example.org", tmp_path))


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (Rules(greeting="554 not today"), "the server cannot be used: not today"),
        (Rules(hello="421 too many"), "does not greet back: too many"),
    ],
    ids=["greeting", "hello"],
)
def test_a_server_that_does_not_greet_is_told_in_its_own_words(connect: Connect, rules: Rules, said: str) -> None:
    with mail_server(rules) as server:
        assert said in stuck(connect, server)


def test_a_server_that_is_not_there_is_told(connect: Connect) -> None:
    with mail_server() as server:
        pass

    assert "Connection refused" in stuck(connect, server)


def test_a_server_that_never_speaks_is_not_waited_for(connect: Connect) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, mail_server() as server:
        server.port = silent.getsockname()[1]
        assert "timed out" in stuck(connect, server)
