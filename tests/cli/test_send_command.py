import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.delivery.smtp_server import MailServer, mail_server

Said = tuple[int, str, str]
Bilan = Callable[..., Said]
NAME = "kz-kg/2026-10/minister.en"
SETTINGS = """
[archive]
url = "https://bilan.example.org/reports"
[delivery]
from = "bilan@example.org"
[delivery.smtp]
host = "localhost"
port = {port}
security = "none"
"""


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as running:
        yield running


@pytest.fixture
def mailing(issued: Path, server: MailServer) -> Path:
    """A project with an edition issued and two on the list."""
    settings = issued / "bilan.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + SETTINGS.format(port=server.port), encoding="utf-8")
    enlist(issued, "ok@example.org", "refuse@example.org")
    return issued


def enlist(folder: Path, *addresses: str) -> None:
    entry = '[[recipient]]\nname = "R"\naddress = "{}"\naudiences = ["minister"]\nlanguage = "en"\n'
    (folder / "recipients.toml").write_text("\n".join(entry.format(one) for one in addresses), encoding="utf-8")


def test_an_edition_goes_to_everybody_on_the_list_once(mailing: Path, bilan: Bilan, server: MailServer) -> None:
    code, out, _ = bilan("send", NAME, "--json", "--project", mailing)

    rows = json.loads(out)
    assert code == 5
    assert [(row["recipient"], row["state"], row["code"]) for row in rows] == [
        ("ok@example.org", "sent", 250),
        ("refuse@example.org", "refused", 550),
    ]
    (taken,) = server.taken
    assert taken.message["Subject"] == "Kazakhstan – Kyrgyzstan, October 2026 · The statistics disagree"
    assert "In 2024, trade came to $1.7 billion on Kazakh statistics" in taken.message.get_body(("plain",)).get_content()  # type: ignore[union-attr]  # it has one
    (attached,) = taken.message.iter_attachments()
    assert attached.get_content() == (mailing / "reports" / f"{NAME}.pdf").read_bytes()

    assert bilan("send", NAME, "--project", mailing)[:2] == (0, "nothing waits to be sent\n")
    assert server.recipients() == ["ok@example.org"]


def test_a_dry_run_sends_nothing(mailing: Path, bilan: Bilan, server: MailServer) -> None:
    code, out, _ = bilan("send", NAME, "--dry-run", "--project", mailing)

    assert code == 0
    assert [line.split()[1] for line in out.splitlines()[1:]] == ["ok@example.org", "refuse@example.org"]
    assert "would be sent" in out
    assert (server.connections, bilan("send", "--dry-run", "--project", mailing)[1]) == (0, "nothing waits to be sent\n")


def test_one_of_the_list_alone(mailing: Path, bilan: Bilan, server: MailServer) -> None:
    code, out, _ = bilan("send", NAME, "--to", "OK@example.org", "--project", mailing)

    assert (code, server.recipients()) == (0, ["ok@example.org"])
    assert "sent" in out


def test_a_test_goes_to_the_asker_alone_and_is_no_delivery(mailing: Path, bilan: Bilan, server: MailServer) -> None:
    code, out, _ = bilan("send", NAME, "--test", "--to", "me@example.org", "--project", mailing)

    assert (code, server.recipients()) == (0, ["me@example.org"])
    assert server.taken[0].message["Subject"].startswith("[Test] ")
    assert "me@example.org" in out
    assert bilan("send", "--dry-run", "--project", mailing)[1] == "nothing waits to be sent\n"


def test_a_test_that_does_not_arrive_is_told(mailing: Path, bilan: Bilan) -> None:
    code, out, _ = bilan("send", NAME, "--test", "--to", "refuse@example.org", "--project", mailing)

    assert code == 5
    assert "refused" in out
    assert "no such user" in out


def test_what_was_refused_is_sent_again_when_asked(mailing: Path, bilan: Bilan, server: MailServer) -> None:
    bilan("send", NAME, "--project", mailing)
    server.rules.fixes["refuse"] = 1

    code, out, _ = bilan("send", NAME, "--resend-failed", "--project", mailing)

    assert code == 0
    assert "refuse@example.org" in out
    assert server.recipients() == ["ok@example.org", "refuse@example.org"]


@pytest.mark.parametrize(("decision", "arrived"), [("sent", 0), ("again", 1)])
def test_a_person_decides_about_an_unknown_delivery(mailing: Path, bilan: Bilan, server: MailServer, decision: str, arrived: int) -> None:
    enlist(mailing, "cut-lost@example.org")
    assert bilan("send", NAME, "--project", mailing)[0] == 5
    server.rules.fixes["cut-lost"] = 1

    code, _, _ = bilan("send", "--resolve", decision, "1", "--project", mailing)

    assert (code, len(server.taken)) == (0, arrived)
    code, _, err = bilan("send", "--resolve", decision, "1", "--project", mailing)
    assert code == 2
    assert "is sent: there is nothing to decide" in err


def test_what_waits_for_its_turn_is_shown_and_the_delivery_called_incomplete(mailing: Path, bilan: Bilan, server: MailServer) -> None:
    settings = mailing / "bilan.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + "messages-per-minute = 1\n", encoding="utf-8")
    enlist(mailing, "ok-1@example.org", "ok-2@example.org")

    code, out, _ = bilan("send", NAME, "--project", mailing)

    assert (code, len(server.taken)) == (5, 1)
    assert "ok-2@example.org  smtp     waits" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--test"], "--test: needs an edition and an address"),
        ([NAME, "--test"], "--test: needs an edition and an address"),
        (["--to", "a@example.org"], "--to: needs an edition"),
        (["--resend-failed"], "--resend-failed: needs an edition"),
        ([NAME, "--resolve", "sent"], "--resolve: needs the number of a delivery"),
        ([NAME, "--to", "x@example.org"], "--to x@example.org: is not on the list"),
        (["kz-kg/2026-10/minster.en"], "is not in the ledger (did you mean 'kz-kg/2026-10/minister.en'?)"),
        (["--resolve", "sent", "99"], "delivery 99: is not in the ledger"),
    ],
)
def test_what_cannot_be_meant_is_told(mailing: Path, bilan: Bilan, arguments: list[str], said: str) -> None:
    code, _, err = bilan("send", *arguments, "--project", mailing)

    assert code == 2
    assert said in err


def test_says_nothing_when_asked_to_be_quiet(mailing: Path, bilan: Bilan) -> None:
    assert bilan("send", NAME, "-q", "--project", mailing)[:2] == (5, "")
