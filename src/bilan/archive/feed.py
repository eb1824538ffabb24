"""How do readers' programs learn of a new edition, a correction, a withdrawal? One Atom feed (RFC 4287) a partnership and a reader."""

import uuid
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from bilan.archive.entry import ISSUED, WITHDRAWN, Entry
from bilan.archive.furniture import Furniture
from bilan.archive.markup import Node, node, xml
from bilan.archive.words import words

MOST = 200
"""How many editions a feed holds: those last issued, superseded or withdrawn."""
_SPACE = uuid.UUID("6f1b4a0e-6a0b-5d0c-9d5e-0b11a6ab1a4e")
_ATOM = "http://www.w3.org/2005/Atom"


def feed_name(reader: str) -> str:
    """The file of a feed in its partnership's folder: `feed.atom` for all, `feed.analyst.fr.atom` for one reader."""
    return f"feed.{reader}.atom" if reader else "feed.atom"


def feeds(furniture: Furniture, found: Sequence[Entry], identity: str) -> Iterator[tuple[str, bytes]]:
    """The feeds of every partnership: one of all its editions in the first language, one a reader in that reader's.

    `identity` is the archive's own, a URN of a UUID: each feed's id comes from it.
    """
    for pair in sorted({entry.partnership for entry in found}):
        mine = [entry for entry in found if entry.partnership == pair]
        yield f"{pair}/{feed_name('')}", xml(_Feed(furniture, furniture.languages[0], identity).made(pair, "", mine))
        for reader in sorted({entry.reader for entry in mine}):
            his = [entry for entry in mine if entry.reader == reader]
            yield f"{pair}/{feed_name(reader)}", xml(_Feed(furniture, his[0].language, identity).made(pair, reader, his))


def edition_id(entry: Entry) -> str:
    """The id of an issue: the same in every feed, in every copy of the archive, for ever."""
    return uuid.uuid5(_SPACE, f"{entry.name}|{entry.issue}|{entry.key}").urn


def anchor(entry: Entry) -> str:
    """Where an issue stands on a page."""
    return f"{entry.partnership}.{entry.period}.{entry.reader}.{entry.issue}"


def changed(entry: Entry) -> str:
    """When there was last something to tell of an edition."""
    return max(entry.since, entry.settled_at)


class _Feed:
    """Feeds in one language."""

    def __init__(self, furniture: Furniture, language: str, identity: str) -> None:
        self.furniture, self.language, self.identity = furniture, language, uuid.UUID(identity)
        self.words = words(language)

    def made(self, pair: str, reader: str, mine: list[Entry]) -> Node:
        """A feed: who, what, when, and the entries, the latest change first."""
        latest = sorted(mine, key=lambda one: (changed(one), one.order), reverse=True)[:MOST]
        title = self.furniture.title(pair, self.language)
        if reader:
            title = f"{title} · {self.furniture.audience(mine[0].audience, self.language)}"
        own = self._address(pair, feed_name(reader))
        page = self._address(pair, f"index.{self.language}.html")
        return node(
            "feed",
            node("id", uuid.uuid5(self.identity, f"{pair}/{feed_name(reader)}").urn),
            node("title", self.words.newest(title)),
            node("updated", changed(latest[0])),
            node("author", node("name", self.furniture.office)),
            node("link", rel="self", type="application/atom+xml", href=own) if self.furniture.url else None,
            node("link", rel="alternate", type="text/html", hreflang=self.language, href=page),
            node("generator", "Bilan"),
            *(self._entry(one) for one in latest),
            xmlns=_ATOM,
            **{"xml:lang": self.language},
        )

    def _entry(self, entry: Entry) -> Node:
        audience = self.furniture.audience(entry.audience, self.language)
        title = f"{entry.title or entry.name} · {audience}"
        return node(
            "entry",
            node("id", edition_id(entry)),
            node("title", title if entry.state == ISSUED else self.words.stated(entry.state, title)),
            node("published", entry.since),
            node("updated", changed(entry)),
            node("category", term=entry.audience, label=audience),
            node("category", term=entry.language),
            node("category", term=entry.state, label=self.words.word(f"archive-{entry.state}")),
            *self._links(entry),
            node("summary", self._summary(entry)),
            **{"xml:lang": self.language},
        )

    def _links(self, entry: Entry) -> Iterator[Node]:
        """Where to read it, and the PDF to take along; of one that no longer counts only the list, which says why."""
        pair, at = entry.partnership, {"hreflang": entry.language}
        if entry.state == WITHDRAWN:
            page = self._address(pair, f"index.{self.language}.html")
            yield node("link", rel="alternate", type="text/html", href=f"{page}#{anchor(entry)}")
            return
        mine, kind = (entry.html, "text/html") if entry.html else (entry.pdf, "application/pdf")
        yield node("link", rel="alternate", type=kind, href=self._address("", mine), **at)
        if entry.state == ISSUED:
            yield node(
                "link", rel="enclosure", type="application/pdf", length=str(entry.bytes), href=self._address("", entry.pdf), **at
            )  # fmt: skip

    def _summary(self, entry: Entry) -> str:
        told = [self.words.told(entry.as_of, entry.pages)]
        if entry.erratum:
            told.append(f"{self.words.word('archive-corrects')} {entry.erratum}")
        if entry.state != ISSUED:
            told.append(self.words.since(entry.state, entry.settled_at))
        if entry.reason:
            told.append(f"{self.words.word('archive-why')} {entry.reason}")
        return " · ".join(told)

    def _address(self, pair: str, name: str) -> str:
        """Where a file is: at the archive's address, else beside the feed."""
        whole = f"{pair}/{name}" if pair else name
        return f"{self.furniture.url}/{quote(whole)}" if self.furniture.url else quote(whole.partition("/")[2])
