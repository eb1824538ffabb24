"""Which addresses did other servers call dead? Read from the mails they sent back, or from a list."""

import csv
import email
import io
import mailbox
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.message import Message
from email.policy import default
from pathlib import Path

from bilan.config.address import mail_address
from bilan.errors import InvalidFileError

_LASTING = re.compile(r"\s*5(\d\d|\.\d+\.\d+)\b")
_HEAD = ("address", "code", "reason")


@dataclass(frozen=True, slots=True)
class Bounce:
    """One address a server would not deliver to: for good, or only for now."""

    address: str
    reason: str
    lasting: bool


def read_bounces(path: Path) -> list[Bounce]:
    """The bounces of a file: a mail that came back (`.eml`), a mailbox of them, or a list `address,code,reason`.

    InvalidFileError with every line that is no address.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InvalidFileError(path.name, (f"cannot be read: {error.strerror}",), "name a file with bounces") from None
    if content.startswith(b"From "):
        box = mailbox.mbox(path, create=False)
        try:
            return _sorted(bounce for message in box for bounce in _of_report(message))
        finally:
            box.close()
    message = email.message_from_bytes(content, policy=default)
    if message.get_content_type() == "multipart/report":
        return _sorted(_of_report(message))
    return _sorted(_of_list(path.name, content.decode("utf-8-sig", "replace")))


def _of_report(message: Message) -> Iterator[Bounce]:
    """What a delivery status notification (RFC 3464) says of each recipient."""
    for part in message.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        for block in part.get_payload():
            if isinstance(block, Message) and block["Final-Recipient"]:
                yield from _reported(block)


def _reported(block: Message) -> Iterator[Bounce]:
    written = str(block["Final-Recipient"]).rpartition(";")[2].strip().strip("<>")
    try:
        address = mail_address(written)
    except ValueError:
        return
    failed = str(block["Action"] or "").strip().lower() == "failed"
    status = " ".join(str(block["Status"] or "").split())
    words = " ".join(str(block["Diagnostic-Code"] or "").rpartition(";")[2].split())
    yield Bounce(address, words or status or "returned", failed and bool(_LASTING.match(status)))


def _of_list(name: str, text: str) -> Iterator[Bounce]:
    mistakes: list[str] = []
    for number, row in enumerate(csv.reader(io.StringIO(text)), start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or (number == 1 and cells[0].lower() == _HEAD[0]):
            continue
        try:
            address = mail_address(cells[0])
        except ValueError as error:
            mistakes.append(f"line {number}: {error}")
            continue
        code, reason = (*cells[1:3], "", "")[:2]
        yield Bounce(address, reason or code or "bounced", lasting=not code or bool(_LASTING.match(code)))
    if mistakes:
        raise InvalidFileError(name, tuple(mistakes), "write one address a line, with code and reason after it")


def _sorted(found: Iterable[Bounce]) -> list[Bounce]:
    """One an address; what is for good counts more than what is for now."""
    by_address: dict[str, Bounce] = {}
    for one in found:
        known = by_address.get(one.address.casefold())
        if known is None or (one.lasting and not known.lasting):
            by_address[one.address.casefold()] = one
    return [by_address[key] for key in sorted(by_address)]
