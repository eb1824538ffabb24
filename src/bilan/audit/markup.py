"""Which texts does a page's markup show, and which of them are declared numerals?"""

from dataclasses import dataclass, field
from html.parser import HTMLParser

SPOKEN = ("alt", "title", "aria-label", "aria-description", "aria-valuetext")
SILENT = ("style", "script", "template", "metadata")
INLINE = ("a", "abbr", "b", "bdi", "cite", "code", "data", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "tspan", "u")


@dataclass(frozen=True, slots=True)
class Span:
    """A numeral as marked on the page: its text, kind, reference and, for a reading, its exact value."""

    text: str
    kind: str
    ref: str
    value: str = ""


@dataclass(slots=True)
class Markup:
    """What a document shows: declared spans, words outside them, spoken attributes, drawn labels, repeated heads."""

    spans: list[Span] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that is visible outside drawings, in order; neighbouring elements never join their digits."""
        return "".join(self.shown)


def read(source: str) -> Markup:
    """Read HTML or SVG."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    reader.finish()
    return reader.found


@dataclass(slots=True)
class _Open:
    """An element whose whole text matters, until its own end tag comes."""

    tag: str
    role: str
    attributes: dict[str, str]
    depth: int = 1
    text: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Markup()
        self._open: list[_Open] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.found.spoken += [attributes[name] for name in SPOKEN if attributes.get(name)]
        self._part(tag)
        for one in self._open:
            if one.tag == tag:
                one.depth += 1
        role = self._role(tag, attributes)
        if role:
            self._open.append(_Open(tag, role, attributes))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)
        for one in [one for one in self._open if one.tag == tag]:
            one.depth -= 1
            if not one.depth:
                self._open.remove(one)
                self._close(one)

    def handle_data(self, data: str) -> None:
        for one in self._open:
            one.text.append(data)
        roles = {one.role for one in self._open}
        if roles & {"silent", "spoken", "svg"}:
            return
        last = self.found.shown[-1][-1:] if self.found.shown else ""
        if last.isdigit() and data[:1].isdigit():
            self.found.shown.append("\n")
        self.found.shown.append(data)
        if "span" not in roles:
            self.found.loose.append(data)

    def finish(self) -> None:
        """An element left open still counts, with all that follows it."""
        for one in self._open:
            self._close(one)

    def _part(self, tag: str) -> None:
        if tag not in INLINE:
            self.found.shown.append("\n")

    def _role(self, tag: str, attributes: dict[str, str]) -> str:
        roles = {one.role for one in self._open}
        if tag in SILENT:
            return "silent"
        if tag in ("title", "desc"):
            return "spoken"
        if tag == "text" and "drawn" not in roles:
            return "drawn"
        if "span" not in roles and (tag == "data" or "data-fixed" in attributes):
            return "span"
        return tag if tag in ("svg", "thead") else ""

    def _close(self, one: _Open) -> None:
        text = "".join(one.text)
        match one.role:
            case "span":
                kind = one.attributes.get("data-fixed", "reading")
                ref = one.attributes.get("data-ref" if "data-fixed" in one.attributes else "data-id", "")
                self.found.spans.append(Span(text, kind, ref, one.attributes.get("value", "") if kind == "reading" else ""))
            case "drawn":
                self.found.drawn.append(text)
            case "thead":
                self.found.heads.append(text)
            case "spoken":
                self.found.spoken.append(text)
