"""Which addresses did other servers call dead? Read from the mails they sent back, or from a list."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from bilan.config.address import mail_address
from bilan.dispatch.returned import Fields, head, reported
from bilan.errors import InvalidFileError

MOST_ADDRESSES, MOST_LINES = 10_000, 1_000_000
MOST_MISTAKES = 500
LONGEST_ADDRESS, LONGEST_REASON = 320, 300
_LASTING = re.compile(r"\s*5(\d\d|\.\d+\.\d+)\b")
_HEAD = ("address", "code", "reason")
_ENDS = re.compile(rb"^From ", re.MULTILINE)
_PARTS = "split it, and bring one part after the other"
_ONE_A_LINE = "write one address a line, with code and reason after it"


@dataclass(frozen=True, slots=True)
class Bounce:
    """One address a server would not deliver to: for good, or only for now."""

    address: str
    reason: str
    lasting: bool


def read_bounces(path: Path) -> list[Bounce]:
    """The bounces of a file, as `bounces_in` has them; InvalidFileError also where it cannot be read."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InvalidFileError(path.name, (f"cannot be read: {error.strerror}",), "name a file with bounces") from None
    return bounces_in(path.name, content)


def bounces_in(name: str, content: bytes) -> list[Bounce]:
    """The bounces of a mail that came back (`.eml`), a mailbox of them, or a list `address,code,reason`; one an address.

    InvalidFileError with every line that is no address, or where there are more lines or addresses than are taken at once. Time
    and memory grow with the size of the content, whatever it holds.
    """
    lines = content.count(b"\n") + content.count(b"\r") - content.count(b"\r\n")
    if lines > MOST_LINES:
        raise InvalidFileError(name, (f"has {lines} lines, {MOST_LINES} at most",), _PARTS)
    if content.startswith(b"From "):
        return _sorted(name, (bounce for mail in _mails(content) for bounce in _of_mail(mail)))
    if head(io.BytesIO(content)).get("content-type", "").lower().startswith("multipart/report"):
        return _sorted(name, _of_mail(io.BytesIO(content)))
    if b"\0" in content:
        raise InvalidFileError(name, ("is neither a mail nor a list of addresses",), _ONE_A_LINE)
    return _sorted(name, _of_list(name, content.decode("utf-8-sig", "replace")))


def _mails(content: bytes) -> Iterator[Iterable[bytes]]:
    """The mails of a mailbox, without the line each begins with."""
    starts = _ENDS.finditer(content)
    start = next(starts).start()
    for end in chain((one.start() for one in starts), (len(content),)):
        mail = io.BytesIO(content[start:end])
        mail.readline()
        yield mail
        start = end


def _of_mail(lines: Iterable[bytes]) -> Iterator[Bounce]:
    """What the notifications in a mail say of each recipient."""
    for fields in reported(lines):
        if "final-recipient" in fields:
            yield from _recipient(fields)


def _recipient(fields: Fields) -> Iterator[Bounce]:
    written = fields["final-recipient"].rpartition(";")[2].strip().strip("<>")
    try:
        address = _address(written)
    except ValueError:
        return
    failed = fields.get("action", "").lower() == "failed"
    status = fields.get("status", "")
    words = fields.get("diagnostic-code", "").rpartition(";")[2]
    yield Bounce(address, _reason(words) or _reason(status) or "returned", failed and bool(_LASTING.match(status)))


def _of_list(name: str, text: str) -> Iterator[Bounce]:
    mistakes: list[str] = []
    more = 0
    for number, cells in _rows(name, text):
        if not any(cells) or (number == 1 and cells[0].lower() == _HEAD[0]):
            continue
        try:
            address = _address(cells[0])
        except ValueError as error:
            more += len(mistakes) == MOST_MISTAKES
            mistakes += [f"line {number}: {error}"] if len(mistakes) < MOST_MISTAKES else []
            continue
        code, reason = (*cells[1:3], "", "")[:2]
        yield Bounce(address, _reason(reason) or _reason(code) or "bounced", lasting=not code or bool(_LASTING.match(code)))
    if mistakes:
        raise InvalidFileError(name, (*mistakes, *([f"{more} more lines are no address"] if more else [])), _ONE_A_LINE)


def _rows(name: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a list with their line numbers; InvalidFileError where it is no table."""
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        for row in reader:
            yield reader.line_num, [cell.strip() for cell in row]
    except csv.Error as error:
        raise InvalidFileError(name, (f"line {reader.line_num}: {error}",), _ONE_A_LINE) from None


def _address(written: str) -> str:
    if len(written) > LONGEST_ADDRESS:
        raise ValueError(f"'{written[:20]}…' is longer than any mail address")
    return mail_address(written)


def _reason(text: str) -> str:
    """Words on one line, without signs that are none, and no more of them than a person reads."""
    told = "".join(sign if sign.isprintable() else " " for sign in text[: 2 * LONGEST_REASON])
    return " ".join(told.split())[:LONGEST_REASON]


def _sorted(name: str, found: Iterable[Bounce]) -> list[Bounce]:
    """One an address; what is for good counts more than what is for now."""
    by_address: dict[str, Bounce] = {}
    for one in found:
        known = by_address.get(one.address.casefold())
        if known is None or (one.lasting and not known.lasting):
            by_address[one.address.casefold()] = one
        if len(by_address) > MOST_ADDRESSES:
            raise InvalidFileError(name, (f"has more than {MOST_ADDRESSES} addresses",), _PARTS)
    return [by_address[key] for key in sorted(by_address)]
