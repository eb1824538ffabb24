"""What does a mail that came back say of each recipient? Read line by line, however long or deep it is (RFC 3464)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import islice

LONGEST_LINE = 2000
"""So much of a line, and of a field folded over lines, is read; no address or reason is longer."""
MOST_FIELDS = 200
HEAD_LINES = 1000
_REPORT = re.compile(r"message/(?:global-)?delivery-status\b", re.IGNORECASE)
_MAIL = re.compile(r"message/(?:rfc822|global)\b", re.IGNORECASE)
_BOUNDARY = re.compile(r"""\bboundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))""", re.IGNORECASE)
_FIELD = re.compile(r"([!-9;-~]{1,100})[ \t]*:(.*)", re.DOTALL)
Fields = Mapping[str, str]


class _In(Enum):
    """What the line at hand is part of."""

    HEAD = "head"
    REPORT = "report"
    BODY = "body"


def head(lines: Iterable[bytes]) -> Fields:
    """The first lines as fields, by their names in small letters, to the first blank line."""
    block = _Block()
    for line in islice(lines, HEAD_LINES):
        if not line.strip():
            break
        block.take(_text(line))
    return block.ended()


def reported(lines: Iterable[bytes]) -> Iterator[Fields]:
    """The fields of each group of every delivery status notification in a mail, forwarded ones too."""
    place, block, boundaries = _In.HEAD, _Block(), set[str]()
    for line in lines:
        text = _text(line)
        if _parts(text, boundaries):
            if place is _In.REPORT:
                yield block.ended()
            place, block = _In.HEAD, _Block()
        elif place is _In.BODY:
            continue
        elif text:
            block.take(text)
        elif place is _In.REPORT:
            yield block.ended()
        else:
            kind = block.ended().get("content-type", "")
            boundaries |= _named(kind)
            place = _In.REPORT if _REPORT.match(kind) else _In.HEAD if _MAIL.match(kind) else _In.BODY
    if place is _In.REPORT:
        yield block.ended()


@dataclass
class _Block:
    """Fields that are being read; of a field that comes twice the first counts."""

    fields: dict[str, str] = field(default_factory=dict)
    last: str = ""

    def take(self, text: str) -> None:
        found = _FIELD.match(text)
        if text[0] in " \t":
            if self.last and len(self.fields[self.last]) < LONGEST_LINE:
                self.fields[self.last] += f" {text.strip()}"
        elif found and len(self.fields) < MOST_FIELDS and found[1].lower() not in self.fields:
            self.last = found[1].lower()
            self.fields[self.last] = found[2].strip()
        else:
            self.last = ""

    def ended(self) -> Fields:
        """What was read; the next group begins."""
        told, self.fields, self.last = self.fields, {}, ""
        return told


def _text(line: bytes) -> str:
    """A line without its end, as far as it is read; a line of blanks is empty."""
    text = line[:LONGEST_LINE].decode("utf-8", "replace").rstrip("\r\n")
    return text if text.strip() else ""


def _parts(text: str, boundaries: set[str]) -> bool:
    """Whether a line parts what a mail consists of, or ends it."""
    if not text.startswith("--"):
        return False
    told = text[2:].rstrip()
    return told in boundaries or told.removesuffix("--") in boundaries


def _named(kind: str) -> set[str]:
    return {found[1] or found[2] for found in _BOUNDARY.finditer(kind)}
