"""How does a person look through the archive? One plain page a language, for the whole and for each partnership."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from bilan.archive.entry import ISSUED, SUPERSEDED, Entry
from bilan.archive.feed import anchor, feed_name
from bilan.archive.furniture import Furniture
from bilan.archive.markup import Node, html, node
from bilan.archive.style import style
from bilan.archive.words import words

STAMP = "bilan-index"
COLUMNS = ("audience", "language", "number", "status", "pages", "as-of", "files")
MONTHS_AT_ONCE = 3
"""How many months of a partnership stand on the page of the whole archive; its own page has all."""


def pages(furniture: Furniture, found: Sequence[Entry], stamp: str) -> Iterator[tuple[str, bytes]]:
    """`index.html` and `index.<lang>.html` of the archive and of each partnership; `stamp` tells from which index."""
    pairs = sorted({entry.partnership for entry in found})
    for language in furniture.languages:
        wording = _Page(furniture, language, stamp)
        names = ("index.html", f"index.{language}.html") if language == furniture.languages[0] else (f"index.{language}.html",)
        for home, content in (("", wording.whole(found, pairs)), *((f"{pair}/", wording.one(found, pair)) for pair in pairs)):
            made = html(content)
            yield from ((f"{home}{name}", made) for name in names)


class _Page:
    """The page in one language."""

    def __init__(self, furniture: Furniture, language: str, stamp: str) -> None:
        self.stamp = stamp
        self.furniture, self.language, self.words = furniture, language, words(language)

    def whole(self, found: Sequence[Entry], pairs: list[str]) -> Node:
        """The archive: the newest months of each partnership."""
        parts = [self._pair(pair, [entry for entry in found if entry.partnership == pair]) for pair in pairs]
        nothing = [] if parts else [node("p", self.words.word("archive-none"))]
        return self._page(self.words.word("archive"), [*parts, *nothing], "")

    def one(self, found: Sequence[Entry], pair: str) -> Node:
        """A partnership: every month, and its feeds."""
        mine = [entry.within() for entry in found if entry.partnership == pair]
        title = self.furniture.title(pair, self.language)
        up = node("p", node("a", self.words.word("archive"), href=f"../index.{self.language}.html"))
        return self._page(title, [up, *self._months(mine, "h2"), self._feeds(mine)], pair)

    def _pair(self, pair: str, mine: list[Entry]) -> Node:
        title, home = self.furniture.title(pair, self.language), f"{pair}/index.{self.language}.html"
        months = self._months(mine, "h3", MONTHS_AT_ONCE)
        more = node("p", node("a", self.words.word("archive-all"), href=home, aria_label=f"{self.words.word('archive-all')}: {title}"))
        return node("section", node("h2", node("a", title, href=home)), *months, more)

    def _months(self, mine: Iterable[Entry], heading: str, most: int | None = None) -> Iterator[Node]:
        newest = sorted(mine, key=lambda one: one.period, reverse=True)
        for number, (month, entries) in enumerate(groupby(newest, key=lambda one: one.period), start=1):
            if most is not None and number > most:
                return
            yield node(heading, self.words.month(month))
            yield self._table(self.words.list_of(month), list(entries))

    def _table(self, caption: str, entries: list[Entry]) -> Node:
        word = self.words.word
        heads = [word("data-as-of") if name == "as-of" else word(f"archive-{name}") for name in COLUMNS]
        head = node("thead", node("tr", *(node("th", text, scope="col") for text in heads)))
        rows = sorted(entries, key=lambda one: (one.audience, one.language, -one.issue))
        body = node("tbody", *(self._row(one, heads) for one in rows))
        return node("div", node("table", node("caption", caption), head, body), class_="list")

    def _row(self, entry: Entry, heads: list[str]) -> Node:
        audience, words = self.furniture.audience(entry.audience, self.language), self.words
        cells: list[tuple[str | Node, ...]] = [
            (node("span", words.own_name(entry.language), lang=entry.language),),
            (words.number(entry.number, entry.issue),),
            tuple(self._status(entry)),
            (words.count(entry.pages),),
            (words.day(entry.as_of),),
            tuple(self._files(entry, audience)),
        ]
        told = [node("td", *cell, data_label=head) for cell, head in zip(cells, heads[1:], strict=True)]
        return node("tr", node("th", audience, scope="row"), *told, id=anchor(entry), class_=entry.state)

    def _status(self, entry: Entry) -> Iterator[Node]:
        yield node("strong", self.words.since(entry.state, entry.since if entry.state == ISSUED else entry.settled_at))
        if entry.erratum:
            yield node("span", f"{self.words.word('archive-corrects')} ", node("q", entry.erratum, lang=entry.language), class_="why")
        if entry.reason and entry.state != SUPERSEDED:
            yield node("span", f"{self.words.word('archive-why')} ", node("q", entry.reason, lang=entry.language), class_="why")

    def _files(self, entry: Entry, audience: str) -> Iterator[Node]:
        data = {name.rpartition(".")[2].upper(): name for name in entry.files if f"{entry.stem}.data." in name}
        found = {"PDF": entry.pdf, self.words.word("archive-page"): entry.html}
        found |= {f"{self.words.word('archive-data')} ({kind})": name for kind, name in data.items()}
        found |= {self.words.word("archive-manifest"): entry.manifest}
        about = f"{audience}, {self.words.own_name(entry.language)}, {self.words.month(entry.period)}"
        for text, name in found.items():
            if name:
                yield node("a", text, href=quote(name), hreflang=entry.language, aria_label=f"{text}: {about}")

    def _feeds(self, mine: list[Entry]) -> Node:
        readers = {one.reader: one for one in mine}
        named = {"": self.words.word("archive-all")} | {
            reader: f"{self.furniture.audience(one.audience, self.language)}, {self.words.own_name(one.language)}"
            for reader, one in sorted(readers.items())
        }
        links = [node("li", node("a", text, href=feed_name(reader), type="application/atom+xml")) for reader, text in named.items()]
        return node("nav", node("h2", self.words.word("archive-feeds"), id="feeds"), node("ul", *links), aria_labelledby="feeds")

    def _page(self, heading: str, content: list[Node], pair: str) -> Node:
        furniture, word = self.furniture, self.words.word
        others = [
            node("a", self.words.own_name(one), href=f"index.{one}.html", hreflang=one, lang=one)
            if one != self.language
            else node("span", self.words.own_name(one), aria_current="page")
            for one in furniture.languages
        ]
        feed = node("link", rel="alternate", type="application/atom+xml", href=feed_name(""), title=heading) if pair else None
        return node(
            "html",
            node(
                "head",
                node("meta", charset="utf-8"),
                node("meta", name="viewport", content="width=device-width, initial-scale=1"),
                node("meta", name=STAMP, content=self.stamp),
                node("title", f"{heading} · {furniture.office}" if heading != furniture.office else heading),
                feed,
                node("style", style(furniture.brand)),
            ),
            node(
                "body",
                node("a", word("archive-skip"), href="#editions", class_="skip"),
                node(
                    "header", node("p", furniture.office), node("h1", heading), node("nav", *others, aria_label=word("archive-languages"))
                ),
                node("main", *content, id="editions"),
            ),
            lang=self.language,
        )
