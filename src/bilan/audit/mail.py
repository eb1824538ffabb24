"""Does a mail say what was printed for it, in its subject, its HTML and its plain text alike?"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from itertools import chain

from bilan.audit.against import audit_html, audit_text
from bilan.audit.evidence import Composed, Evidence
from bilan.audit.numerals import pieces
from bilan.audit.pages import LAYERS, audit
from bilan.audit.paper import bare
from bilan.audit.runs import runs
from bilan.document import Printed
from bilan.errors import Problem

_ADDRESS = re.compile(r"(?:https?:|mailto:)[^\s<>]+")
_MOST = 80


def audit_mail(subject: str, html: str, text: str, made: Sequence[Printed], lang: str, composed: Composed | None = None) -> list[Problem]:
    """What keeps a mail from leaving; an empty list means that every number in it is one that was printed for it.

    `made` is the printer's ledger, or `rows_of(manifest)`. The HTML is audited by its marks; with `composed` each numeral,
    partner and direction must also stand in the sentence it was composed for. The plain text says what the HTML says, word
    for word and in its order; it may add words, and the addresses that the HTML links to.
    """
    evidence = Evidence(html, (), (text,), made, lang, composed=composed)
    said = _without_addresses(text, html)
    found = [*audit_text(subject, made, lang), *audit_html(html, made, lang), *audit(evidence, LAYERS["composition"])]
    found += [*audit_text(said, made, lang), *_twins(evidence, said)]
    return list(dict.fromkeys(found))


def _twins(evidence: Evidence, text: str) -> Iterator[Problem]:
    """Runs of the HTML that the plain text lacks or has elsewhere, and numerals that it has more often."""
    paper, place = bare(text), 0
    for run in runs(evidence.html):
        found = paper.find(bare(run.text), place)
        if found < 0:
            yield evidence.problem(_cut(run.text), "does not stand in the plain text as it does in the HTML")
        else:
            place = found + len(bare(run.text))
    more = Counter(pieces(text)) - Counter(chain.from_iterable(pieces(run.text) for run in runs(evidence.html)))
    yield from (evidence.problem(one, f"stands in the plain text {many} times more than in the HTML") for one, many in more.items())


def _without_addresses(text: str, html: str) -> str:
    """The plain text without the addresses that the HTML links to; an address of its own stays and is read like any text."""
    links = _Links()
    links.feed(html)
    links.close()
    return _ADDRESS.sub(lambda found: " " if found[0].rstrip(".,;)") in links.found else found[0], text)


def _cut(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"


class _Links(HTMLParser):
    """The addresses a page links to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found.add(dict(attrs).get("href") or "")
