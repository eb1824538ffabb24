import mailbox
from email.message import EmailMessage, Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from bilan.dispatch.bounces import Bounce, read_bounces
from bilan.errors import InvalidFileError


def report(*blocks: str) -> MIMEMultipart:
    """A mail that came back, as RFC 3464 has it."""
    made = MIMEMultipart("report", report_type="delivery-status")
    made["Subject"] = "Undelivered mail"
    made.attach(MIMEText("Sorry."))
    status = MIMEBase("message", "delivery-status")
    status.set_payload([_block("Reporting-MTA: dns; mx.example.org"), *map(_block, blocks)])
    made.attach(status)
    return made


def _block(text: str) -> Message:
    block = Message()
    for line in text.splitlines():
        name, _, value = line.partition(": ")
        block[name] = value
    return block


DEAD = "Final-Recipient: rfc822; dead@example.org\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no such user"
LATE = "Final-Recipient: rfc822;<late@example.org>\nAction: delayed\nStatus: 4.4.1"
FULL = "Final-Recipient: rfc822; full@example.org\nAction: failed\nStatus: 4.2.2"
ODD = "Final-Recipient: rfc822; nobody\nAction: failed\nStatus: 5.1.1"


def test_a_mail_that_came_back_tells_who_is_dead_and_who_is_late(tmp_path: Path) -> None:
    path = tmp_path / "back.eml"
    path.write_bytes(report(DEAD, LATE, FULL, ODD).as_bytes())

    assert read_bounces(path) == [
        Bounce("dead@example.org", "550 no such user", lasting=True),
        Bounce("full@example.org", "4.2.2", lasting=False),
        Bounce("late@example.org", "4.4.1", lasting=False),
    ]


def test_a_mailbox_is_read_and_what_is_no_report_is_passed_over(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "back.mbox")
    chat = EmailMessage()
    chat.set_content("I am on leave.")
    for message in (report(DEAD), chat, report(LATE.replace("late", "dead"))):
        box.add(message)
    box.close()

    assert read_bounces(tmp_path / "back.mbox") == [Bounce("dead@example.org", "550 no such user", lasting=True)]


def test_a_list_of_addresses_is_read_with_or_without_code_and_reason(tmp_path: Path) -> None:
    path = tmp_path / "bounces.csv"
    path.write_text("\ufeffaddress,code,reason\na@example.org,550,gone\nb@example.org\n\nc@example.org,4.2.2\n", encoding="utf-8")

    assert read_bounces(path) == [
        Bounce("a@example.org", "gone", lasting=True),
        Bounce("b@example.org", "bounced", lasting=True),
        Bounce("c@example.org", "4.2.2", lasting=False),
    ]


def test_every_line_that_is_no_address_is_told(tmp_path: Path) -> None:
    path = tmp_path / "bounces.csv"
    path.write_text("a@example.org\nnobody\n@x.org\n", encoding="utf-8")

    with pytest.raises(InvalidFileError) as caught:
        read_bounces(path)
    assert [mistake.partition(":")[0] for mistake in caught.value.mistakes] == ["line 2", "line 3"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidFileError, match=r"gone\.mbox: cannot be used:\n  cannot be read: No such file"):
        read_bounces(tmp_path / "gone.mbox")
