from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.delivery.conftest import NOW, PDF
from tests.delivery.smtp_server import MailServer, Rules, certified, mail_server

from bilan.config.delivery import DeliveryConfig
from bilan.delivery.records import Answer, Note, Parcel, Post, Recipient, Result
from bilan.delivery.smtp import Mailer, Smtp
from bilan.delivery.unsubscribe import token
from bilan.errors import ConfigError, HeldError

Parcels = Callable[..., Parcel]
Open = Callable[..., Mailer]
LINK = '[archive]\nurl = "https://bilan.example.org/reports"\n'


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as running:
        yield running


@pytest.fixture
def mailer(post: Callable[..., Post]) -> Iterator[Open]:
    opened: list[Mailer] = []

    def make(server: MailServer, delivery: str = "", smtp: str = 'security = "none"\n', archive: str = LINK, **environ: str) -> Mailer:
        text = f'{archive}[delivery]\nfrom = "bilan@example.org"\n{delivery}[delivery.smtp]\nhost = "localhost"\nport = {server.port}\ntimeout = 20\n{smtp}'
        opened.append(Smtp().open(post(text, **environ)))
        return opened[-1]

    yield make
    for one in opened:
        one.close()


def test_a_mail_arrives_with_everything_in_it(server: MailServer, mailer: Open, parcel: Parcels) -> None:
    answer = mailer(server).deliver(parcel())

    assert answer.result is Result.SENT
    (taken,) = server.taken
    assert (taken.sender, taken.recipient) == ("bilan@example.org", "ok@example.org")
    assert [part.get_content() for part in taken.message.iter_attachments()] == [PDF]
    assert "ehlo example.org" in server.seen


def test_many_mails_share_a_connection_until_it_has_served_its_number(server: MailServer, mailer: Open, parcel: Parcels) -> None:
    line = mailer(server, smtp='security = "none"\nmessages-per-connection = 2\n')

    said = [line.deliver(parcel(f"ok-{number}@example.org")).result for number in range(5)]
    line.close()

    assert said == [Result.SENT] * 5
    assert (server.connections, server.seen.count("quit")) == (3, 3)


def test_a_connection_found_dead_is_replaced_and_the_mail_is_sent_once(mailer: Open, parcel: Parcels) -> None:
    with mail_server(Rules(hangs_up_after=1)) as server:
        line = mailer(server)

        assert [line.deliver(parcel(f"ok-{number}@example.org")).result for number in range(3)] == [Result.SENT] * 3
        assert server.recipients() == ["ok-0@example.org", "ok-1@example.org", "ok-2@example.org"]
        line.close()


def test_after_the_first_byte_nothing_is_repeated(server: MailServer, mailer: Open, parcel: Parcels) -> None:
    line = mailer(server)
    line.deliver(parcel())

    assert line.deliver(parcel("cut-kept@example.org")).result is Result.UNKNOWN
    assert line.deliver(parcel("cut-lost@example.org")).result is Result.UNKNOWN
    assert server.recipients() == ["ok@example.org", "cut-kept@example.org"]
    assert line.deliver(parcel("ok-2@example.org")).result is Result.SENT


def test_a_mail_too_large_for_the_server_is_sent_once_more_with_a_link(server: MailServer, mailer: Open, parcel: Parcels) -> None:
    answer = mailer(server).deliver(parcel("large@example.org"))

    assert answer.result is Result.SENT
    (taken,) = server.taken
    assert list(taken.message.iter_attachments()) == []
    assert server.seen.count("DATA") == 2


def test_a_server_that_says_its_limit_is_not_bothered_with_more(mailer: Open, parcel: Parcels) -> None:
    with mail_server(Rules(size=40_000)) as server:
        line = mailer(server)
        answer = line.deliver(parcel(pdf=PDF * 3000))

        assert (answer.result, server.seen.count("DATA")) == (Result.SENT, 1)
        assert list(server.taken[0].message.iter_attachments()) == []
        line.close()


def test_where_no_link_leads_to_it_a_mail_too_large_is_refused(server: MailServer, mailer: Open, parcel: Parcels) -> None:
    assert mailer(server, archive="").deliver(parcel("large@example.org")) == Answer(Result.REFUSED, "5.3.4 too large", 552)
    assert server.taken == []


def test_an_edition_above_the_size_we_attach_is_linked(server: MailServer, mailer: Open, parcel: Parcels) -> None:
    line = mailer(server, delivery="attach-up-to-mib = 0\n")

    assert line.deliver(parcel()).result is Result.SENT
    assert list(server.taken[0].message.iter_attachments()) == []


def test_an_edition_above_the_size_without_a_place_to_link_to_is_told(server: MailServer, mailer: Open, parcel: Parcels) -> None:
    answer = mailer(server, delivery="attach-up-to-mib = 0\n", archive="").deliver(parcel())

    assert answer.result is Result.REFUSED
    assert "too many to attach, and archive.url names no place" in answer.text
    assert server.connections == 0


def test_an_address_taken_off_the_allowed_domains_gets_nothing_any_more(server: MailServer, mailer: Open, parcel: Parcels) -> None:
    with pytest.raises(ValueError, match=r"the domain example\.org is not among those allowed: gov\.kz"):
        mailer(server, delivery='domains = ["gov.kz"]\n').deliver(parcel())
    assert server.connections == 0


def test_a_mail_that_says_what_nobody_printed_never_reaches_the_server(server: MailServer, mailer: Open, parcel: Parcels) -> None:
    one = parcel()
    one.manifest["mail"]["words"]["lead"].append(" 7 percent")

    with pytest.raises(HeldError):
        mailer(server).deliver(one)
    assert server.connections == 0


def test_an_address_beyond_ascii_is_refused_where_the_server_cannot_take_it(
    mailer: Open, parcel: Parcels, recipient: Callable[..., Recipient]
) -> None:
    with mail_server(Rules(unicode=False)) as server:
        line = mailer(server)
        answer = line.deliver(parcel(to=recipient("бөлім@example.org")))
        line.close()

    assert answer == Answer(Result.REFUSED, "the server takes no address with letters beyond ASCII (SMTPUTF8)")
    assert server.taken == []


def test_a_server_that_is_away_refuses_nobody(server: MailServer, mailer: Open, parcel: Parcels) -> None:
    server.close()

    answer = mailer(server).deliver(parcel())

    assert (answer.result, answer.stuck) == (Result.DEFERRED, True)


def test_the_password_comes_from_the_environment_and_travels_encrypted(mailer: Open, parcel: Parcels, tmp_path: Path) -> None:
    smtp = 'user = "bilan"\nca = "../ca.pem"\n'
    rules = Rules(user="bilan", password="a b!")  # noqa: S106  the test server's
    with mail_server(rules, certified(tmp_path)) as server:
        line = mailer(server, smtp=smtp, BILAN_SMTP_PASSWORD="a b!")  # noqa: S106  the same
        assert line.deliver(parcel()).result is Result.SENT
        assert server.taken[0].encrypted
        line.close()


def test_a_password_that_is_missing_is_missed_by_name(server: MailServer, mailer: Open) -> None:
    with pytest.raises(ConfigError, match="the variable BILAN_SMTP_PASSWORD is not set"):
        mailer(server, smtp='user = "bilan"\n')


def test_without_a_server_there_is_no_mail(post: Callable[..., Post]) -> None:
    with pytest.raises(ConfigError, match="there is no mail server"):
        Smtp().open(post('[delivery]\nfrom = "bilan@example.org"\n'))


def test_an_outsiders_mail_is_signed_for_leaving(
    server: MailServer, mailer: Open, parcel: Parcels, recipient: Callable[..., Recipient]
) -> None:
    outsider = parcel(to=recipient(outsider=True))
    line = mailer(server, delivery='unsubscribe = "https://bilan.example.org/out"\n', BILAN_UNSUBSCRIBE_SECRET="s")  # noqa: S106  a test's

    assert line.deliver(outsider).result is Result.SENT
    link = f"https://bilan.example.org/out?token={token('ok@example.org', 's')}"
    assert server.taken[0].message["List-Unsubscribe"] == f"<{link}>"
    assert link in server.taken[0].message.get_body(("html",)).get_content()  # type: ignore[union-attr]  # it has one


def test_two_outsiders_leave_by_links_of_their_own(
    server: MailServer, mailer: Open, parcel: Parcels, recipient: Callable[..., Recipient]
) -> None:
    line = mailer(server, delivery='unsubscribe = "https://bilan.example.org/out"\n', BILAN_UNSUBSCRIBE_SECRET="s")  # noqa: S106  a test's
    addresses = ("ok-1@example.org", "ok-2@example.org")
    for one in addresses:
        line.deliver(parcel(to=recipient(one, outsider=True)))

    texts = [taken.message.get_body(("plain",)).get_content() for taken in server.taken]  # type: ignore[union-attr]  # they have one
    assert [token(one, "s") in text for text in texts for one in addresses] == [True, False, False, True]


def test_the_owner_is_told_by_mail(server: MailServer, mailer: Open) -> None:
    assert mailer(server).tell(Note("n1", "ops@example.org", "held", "why\n", NOW)).result is Result.SENT
    assert server.taken[0].message["Subject"] == "held"


def test_addresses_have_one_spelling_and_limits_count_by_domain() -> None:
    assert Smtp().checked("A@Example.ORG", DeliveryConfig()) == "A@example.org"
    assert Smtp().place("a@mfa.gov.kz") == "mfa.gov.kz"
