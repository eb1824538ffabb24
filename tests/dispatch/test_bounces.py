import mailbox
import time
import tracemalloc
from email.message import EmailMessage, Message
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from bilan.dispatch.bounces import LONGEST_REASON, MOST_ADDRESSES, MOST_LINES, MOST_MISTAKES, Bounce, bounces_in, read_bounces
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


def test_a_mail_that_was_sent_on_is_read_however_deep_it_lies() -> None:
    inner = report(DEAD).as_bytes()
    outer = b"Content-Type: multipart/report; boundary=out\n\n--out\nContent-Type: message/rfc822\n\n" + inner + b"\n--out--\n"

    assert bounces_in("x", outer) == [Bounce("dead@example.org", "550 no such user", lasting=True)]


def test_lines_end_as_on_the_network_too() -> None:
    content = report(DEAD, LATE).as_bytes().replace(b"\n", b"\r\n")

    assert [one.address for one in bounces_in("x", content)] == ["dead@example.org", "late@example.org"]


def test_a_reason_is_one_line_of_bounded_length() -> None:
    (one,) = bounces_in("x", f'a@example.org,550,"gone\n\u2028\x1b[31m {"x" * 999}"\n'.encode())

    assert one.reason.startswith("gone [31m xxx")
    assert (len(one.reason), one.reason.isprintable()) == (LONGEST_REASON, True)


def test_what_is_no_text_is_told_as_one_mistake() -> None:
    with pytest.raises(InvalidFileError) as caught:
        bounces_in("x.png", b"\x89PNG\0\0\n" * 50)
    assert caught.value.mistakes == ("is neither a mail nor a list of addresses",)


def test_mistakes_without_end_are_counted_and_not_kept() -> None:
    with pytest.raises(InvalidFileError) as caught:
        bounces_in("x", b"nobody\n" * (MOST_MISTAKES + 7))
    assert (len(caught.value.mistakes), caught.value.mistakes[-1]) == (MOST_MISTAKES + 1, "7 more lines are no address")


def test_a_list_that_is_no_table_is_told() -> None:
    with pytest.raises(InvalidFileError) as caught:
        bounces_in("x", b"a@example.org," + b"x" * 200_000 + b"\n")
    assert caught.value.mistakes == ("line 1: field larger than field limit (131072)",)


def test_an_address_without_end_is_told_by_its_beginning() -> None:
    with pytest.raises(InvalidFileError) as caught:
        bounces_in("x", b"a" * 5000 + b"@example.org\n")
    assert caught.value.mistakes == (f"line 1: '{'a' * 20}…' is longer than any mail address",)


def test_more_than_is_taken_at_once_is_refused() -> None:
    many = "".join(f"a{number}@example.org\n" for number in range(MOST_ADDRESSES + 1))
    with pytest.raises(InvalidFileError, match="has more than 10000 addresses"):
        bounces_in("x", many.encode())
    with pytest.raises(InvalidFileError, match=f"has {MOST_LINES + 1} lines, {MOST_LINES} at most"):
        bounces_in("x", b"\n" * (MOST_LINES + 1))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"Content-Type: multipart/report; boundary=b\n\n--b\n" + b"Content-Type: message/rfc822\n\n" * 20_000, id="mails in mails"),
        pytest.param(
            b"".join(b"Content-Type: multipart/report; boundary=b%d\n\n--b%d\n" % (one, one) for one in range(20_000)), id="parts in parts"
        ),
        pytest.param(b"Content-Type: multipart/report;" + b' ";' * 1_000_000 + b"\n\n", id="a head without end"),
        pytest.param(b"Content-Type: multipart/report;\n" + b" x;\n" * 200_000 + b"\n", id="a folded head without end"),
        pytest.param(b"Content-Type: multipart/report; boundary=b\n" + b"X: y\n" * 200_000, id="heads without end"),
        pytest.param(
            b"Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n" + b"\n" * 200_000, id="empty groups"
        ),
        pytest.param(
            b"Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n"
            + b"QUFB" * 500_000, id="an encoding that unfolds",
        ),
        pytest.param(b"From \n" * 50_000, id="mails without content"),
    ],
)  # fmt: skip
def test_hostile_mail_is_read_in_time_and_says_nothing(content: bytes) -> None:
    began = time.process_time()

    assert bounces_in("x", content) == []
    assert time.process_time() - began < 5


def test_hostile_mail_needs_little_more_room_than_it_takes_itself() -> None:
    head = b"Content-Type: multipart/report; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\n"
    content = head + b"X: y\n\n" * 30_000
    tracemalloc.start()
    try:
        assert bounces_in("x", content) == []
        assert tracemalloc.get_traced_memory()[1] < len(content)
    finally:
        tracemalloc.stop()
