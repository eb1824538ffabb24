"""What stands on a page between its tags? Runs of words in which each numeral carries what it resolves to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from bilan.audit.numerals import squeezed
from bilan.document import Printed, Text, Words

OPEN, CLOSE = "\ue000", "\ue001"
SILENT = ("style", "script", "template", "title", "svg", "metadata")
# Neither parts a sentence: the one enlarges a numeral, the others are what a browser draws nothing for.
JOINED = ("small", "wbr")
EMPTY = ("br", "img", "hr", "meta", "link", "input", "wbr", "col", "source", "area", "base", "embed", "param", "track")


@dataclass(frozen=True, slots=True)
class Run:
    """Words between two tags: `text` as it is read, `told` with each numeral as kind, reference, value and text.

    `image` is the source of a picture that stands there instead.
    """

    text: str
    told: str
    image: str = ""


def runs(source: str) -> list[Run]:
    """The runs of a page in order; none is empty."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    reader.end()
    return reader.found


def told(words: Words) -> str:
    """Composed words in the same form as those of a run."""
    parts = words.parts if isinstance(words, Text) else (words,)
    return squeezed("".join(_numeral(part) if isinstance(part, Printed) else part for part in parts))


def numerals(text: str) -> Iterator[str]:
    """The numerals in told words, each with what it resolves to."""
    for piece in text.split(OPEN)[1:]:
        yield OPEN + piece.partition(CLOSE)[0] + CLOSE


def kind_of(numeral: str) -> str:
    """The kind of a told numeral."""
    return numeral.strip(OPEN).partition("|")[0]


def _numeral(one: Printed) -> str:
    return _told(one.kind, one.ref, one.value if one.kind == "reading" else "", one.text)


def _told(kind: str, ref: str, value: str, text: str) -> str:
    return f"{OPEN}{kind}|{ref}|{value}|{squeezed(text)}{CLOSE}"


def plain(text: str) -> str:
    """Told words as they are read."""
    parts: Iterable[str] = text.split(OPEN)
    first, *others = parts
    return first + "".join(piece.partition(CLOSE)[0].split("|", 3)[-1] + piece.partition(CLOSE)[2] for piece in others)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Run] = []
        self._words: list[str] = []
        self._span: tuple[str, dict[str, str], int, list[str]] | None = None
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if self._silent or tag in SILENT:
            self._silent += [tag] if tag not in EMPTY else []
            self._part()
        elif self._span is not None:
            one, attributes, depth, text = self._span
            self._span = (one, attributes, depth + (tag == one), text)
        elif tag == "data" or "data-fixed" in given:
            self._span = (tag, given, 1, [])
        elif tag not in JOINED:
            self._part()
            if tag == "img":
                self.found.append(Run("", "", given.get("src", "")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag in self._silent:
                del self._silent[len(self._silent) - 1 - self._silent[::-1].index(tag) :]
        elif self._span is not None:
            one, attributes, depth, text = self._span
            self._span = (one, attributes, depth - (tag == one), text)
            if not self._span[2]:
                self._close()
        elif tag not in JOINED:
            self._part()

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        (self._words if self._span is None else self._span[3]).append(data)

    def end(self) -> None:
        """What was left open still counts."""
        if self._span is not None:
            self._close()
        self._part()

    def _close(self) -> None:
        if self._span is None:
            return
        _, given, _, text = self._span
        fixed = given.get("data-fixed")
        ref = given.get("data-id" if fixed is None else "data-ref", "")
        self._words.append(_told(fixed or "reading", ref, given.get("value", "") if fixed is None else "", "".join(text)))
        self._span = None

    def _part(self) -> None:
        said = squeezed("".join(self._words))
        self._words = []
        if said:
            self.found.append(Run(squeezed(plain(said)), said))
