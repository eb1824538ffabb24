"""How do two texts stand side by side? Paragraph by paragraph, and word by word where a paragraph changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser

BLOCKS = ("p", "li", "h1", "h2", "h3", "h4", "tr", "figcaption", "caption", "dt", "dd", "summary")
SKIPPED = ("style", "script", "svg", "head", "nav", "title")
_GAPS = re.compile(r"\s+")
Words = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph in both texts, or in one; pieces of words with whether they changed."""

    before: Words
    after: Words


class _Text(HTMLParser):
    """The paragraphs of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self._skipped = 0
        self._now: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  the parser's door
        self._skipped += tag in SKIPPED
        if tag in BLOCKS:
            self.end_block()
        if tag in ("td", "th"):
            self._now.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._skipped -= tag in SKIPPED and self._skipped > 0
        if tag in BLOCKS:
            self.end_block()

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._now.append(data)

    def end_block(self) -> None:
        text = _GAPS.sub(" ", "".join(self._now)).strip()
        if text:
            self.blocks.append(text)
        self._now = []


def paragraphs(page: str) -> list[str]:
    """What a page says, paragraph by paragraph."""
    reader = _Text()
    reader.feed(page)
    reader.close()
    reader.end_block()
    return reader.blocks


def sides(before: str, after: str) -> Iterator[Row]:
    """Paragraphs that are not the same in two pages, side by side."""
    old, new = paragraphs(before), paragraphs(after)
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        paired = min(i2 - i1, j2 - j1)
        for number in range(paired):
            yield Row(*_words(old[i1 + number], new[j1 + number]))
        yield from (Row(((text, True),), ()) for text in old[i1 + paired : i2])
        yield from (Row((), ((text, True),)) for text in new[j1 + paired : j2])


def _words(before: str, after: str) -> tuple[Words, Words]:
    old, new = before.split(" "), after.split(" ")
    left: list[tuple[str, bool]] = []
    right: list[tuple[str, bool]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        changed = tag != "equal"
        if i2 > i1:
            left.append((" ".join(old[i1:i2]), changed))
        if j2 > j1:
            right.append((" ".join(new[j1:j2]), changed))
    return tuple(left), tuple(right)
