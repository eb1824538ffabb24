"""What may a page on screen hold? Words, lists, tables and pictures of its own; nothing that runs, asks or sends."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from pathlib import PurePosixPath

from bilan.render.vector import ATTRIBUTES as VECTOR_ATTRIBUTES
from bilan.render.vector import SHAPES

ELEMENTS = frozenset(
    (
        "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "nav", "section", "article", "aside", "div", "span", "p",
        "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
        "colgroup", "col", "figure", "figcaption", "img", "a", "b", "strong", "i", "em", "small", "sub", "sup", "br", "hr", "blockquote", "q",
        "cite", "data", "time", "abbr", "bdi", "mark", "code", "wbr", "details", "summary", "address", "s", "u",
    )
)  # fmt: skip
EMPTY = frozenset(("area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"))
"""Elements that have no end."""
ATTRIBUTES = frozenset(
    (
        "id", "class", "lang", "dir", "title", "alt", "href", "src", "scope", "headers", "colspan", "rowspan", "value", "datetime", "role",
        "name", "content", "open", "start", "reversed", "width", "height", "cite", "abbr", "tabindex",
    )
)  # fmt: skip
META = ("viewport", "color-scheme", "description", "author", "generator")
DROPPED = ("style", "data-head", "data-foot")
"""Measures and running lines of the printed page; the screen has its own."""
LINKS = ("https://", "http://", "mailto:", "#")
DRAWN = frozenset(one.lower() for one in SHAPES)
DRAWN_ATTRIBUTES = frozenset(one.lower() for one in (*VECTOR_ATTRIBUTES, "class", "role", "aria-hidden", "aria-label", "xmlns"))
"""What a template may draw by itself, in small letters, as HTML is read; a browser gives `viewbox` its capital back."""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'"
SCROLLED = ('<div class="scrolls" tabindex="0">', "</div>")
"""Around a table that may be wider than the screen."""
SHOWN = 60
TYPES = {".png": "image/png", ".jpg": "image/jpeg", ".svg": "image/svg+xml"}
_REACHES = re.compile(r"@import|url\((?!\s*[\"']?data:(?:image|font)/)[^)]{0,60}", re.IGNORECASE)
_TOLD = re.compile(r"(?:data|aria)-[a-z][a-z-]*")
_PICTURE = re.compile(r"data:image/(?:png|jpeg|svg\+xml)[;,][^\"'<>\s]*")
Asset = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True)
class Clean:
    """A page with nothing in it but what is allowed, and what was left out, each once."""

    text: str
    refused: tuple[str, ...]


def cleaned(source: str, drawings: Mapping[str, str], asset: Asset) -> Clean:
    """A page read element by element and written anew.

    `drawings` stand where the page has `figures/ID.svg`; other pictures come from `asset` and are carried along.
    Headings of the second level get an id, in their order: `part-1`, `part-2`…
    """
    page = _Page(drawings, asset)
    page.feed(source)
    page.close()
    return Clean("".join(page.pieces), tuple(page.refused))


class _Page(HTMLParser):
    def __init__(self, drawings: Mapping[str, str], asset: Asset) -> None:
        super().__init__(convert_charrefs=True)
        self.refused: dict[str, None] = {}
        self._drawings, self._asset = drawings, asset
        self.pieces: list[str] = ["<!doctype html>\n"]
        self._open: list[tuple[str, str]] = []
        self._skipped: list[str] = []
        self._parts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        vector = tag == "svg" or any(one == "svg" for one, _ in self._open)
        if self._skipped or tag not in (DRAWN if vector else ELEMENTS):
            self._skip(tag)
        elif tag == "img":
            self._picture(given)
        elif tag == "meta":
            self._meta(given)
        else:
            self._element(tag, given, vector=vector)

    def _element(self, tag: str, given: dict[str, str], *, vector: bool) -> None:
        if tag == "h2" and "id" not in given:
            self._parts += 1
            given["id"] = f"part-{self._parts}"
        before, after = SCROLLED if tag == "table" and "t" in given.get("class", "").split() else ("", "")
        self.pieces.append(f"{before}<{tag}{''.join(self._kept(tag, given, vector=vector))}>")
        if tag not in EMPTY:
            self._open.append((tag, f"</{tag}>{after}"))
        if tag == "head":
            self.pieces.append(f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">')

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            if tag == self._skipped[-1]:
                self._skipped.pop()
            return
        if any(one == tag for one, _ in self._open):
            last = ""
            while last != tag:
                last, end = self._open.pop()
                self.pieces.append(end)

    def handle_data(self, data: str) -> None:
        if self._skipped:
            return
        if self._open and self._open[-1][0] == "style":
            for found in _REACHES.findall(data):
                self._refuse(f"'{found}' in a style sheet")
            self.pieces.append(_REACHES.sub("none", data).replace("<", ""))
        else:
            self.pieces.append(escape(data, quote=False))

    def close(self) -> None:
        super().close()
        self.pieces += [end for _, end in reversed(self._open)]
        self._open.clear()

    def _skip(self, tag: str) -> None:
        """Leave an element out with all that is in it."""
        if not self._skipped:
            self._refuse(f"<{tag}>")
        if tag not in EMPTY:
            self._skipped.append(tag)

    def _meta(self, given: Mapping[str, str]) -> None:
        """The character set is ours; what steers a browser is not for a template to say."""
        if given.get("name") in META:
            self.pieces.append(f"<meta{''.join(self._kept('meta', given, vector=False))}>")
        elif "charset" not in given:
            self._refuse(f"<meta {' '.join(given)}>")

    def _kept(self, tag: str, given: Mapping[str, str], *, vector: bool) -> Iterator[str]:
        for name, value in given.items():
            if name in DROPPED:
                continue
            known = name in DRAWN_ATTRIBUTES if vector else name in ATTRIBUTES or _TOLD.fullmatch(name)
            if not known or (vector and "url(" in value.lower()):
                self._refuse(f"<{tag} {name}>")
            elif name == "href" and not value.startswith(LINKS):
                self._refuse(f"<{tag} href='{value[:SHOWN]}'>")
            else:
                yield f' {name}="{escape(value)}"'

    def _picture(self, given: Mapping[str, str]) -> None:
        src = given.get("src", "").removeprefix("./")
        if src in self._drawings:
            self.pieces.append(self._drawings[src])
            return
        carried = src if _PICTURE.fullmatch(src) else self._carried(src)
        if not carried:
            self._refuse(f"<img src='{src[:SHOWN]}'>")
            return
        rest = {name: value for name, value in given.items() if name != "src"}
        self.pieces.append(f'<img src="{escape(carried)}"{"".join(self._kept("img", rest, vector=False))}>')

    def _carried(self, src: str) -> str:
        kind = TYPES.get(PurePosixPath(src).suffix.lower())
        body = self._asset(src) if kind and ":" not in src else None
        return f"data:{kind};base64,{b64encode(body).decode()}" if body is not None else ""

    def _refuse(self, what: str) -> None:
        self.refused[what] = None
