"""Is every numeral of a text, a page or a file one that was printed for it? For mails, light pages and finished PDFs."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bilan.audit.charts import drawn, spoken
from bilan.audit.evidence import Evidence
from bilan.audit.markup import read
from bilan.audit.numerals import pieces, squeezed
from bilan.audit.pages import LAYERS, audit
from bilan.document import Figure, Printed
from bilan.errors import Problem
from bilan.wording.numberwords import number_words_in
from bilan.wording.numerals import MINUS

NEVER = "resolves to no printed numeral"
_PAGE = re.compile(r"\b\d+ / \d+\b")
_COUNTED = re.compile(r"(?m)(?<![\w.,])\d{1,2}(?= ·)|^\d{1,2}(?=\s+[^\W\d])")
"""The number of a figure or table before its id, and of a point at the start of its line."""


def audit_html(html: str, made: Sequence[Printed], lang: str, figures: Sequence[Figure] = ()) -> list[Problem]:
    """What in a mail body or a light page was not printed so: marks, loose numerals, number words, misreadings, spoken texts.

    The page may count its figures, tables and points, and name ids, as every page of ours does. Without `figures` each
    numeral that is drawn or spoken in the page must be of a printed text.
    """
    counted = [
        Printed(one.text, one.kind, one.ref, one.text if one.kind == "ordinal" else "")
        for one in read(html).spans
        if (one.kind == "code" and one.ref == one.text) or (one.kind == "ordinal" and one.ref.endswith(f"-{one.text}"))
    ]
    evidence = Evidence(html, figures, (), [*made, *counted], lang)
    if figures:
        return audit(evidence, (*LAYERS["marks"], drawn, spoken))
    texts = (*evidence.markup.spoken, *evidence.markup.drawn)
    return [*audit(evidence, LAYERS["marks"]), *(evidence.problem(one, NEVER) for text in texts for one in unresolved(text, made))]


def audit_text(text: str, made: Sequence[Printed], lang: str) -> list[Problem]:
    """What in plain text resolves to nothing: numerals no printed text accounts for, number words nobody declared."""
    evidence = Evidence("", (), (text,), made, lang)
    words = [text[start:end] for start, end in number_words_in(text, lang) if not _inside(text[start:end], made)]
    return [evidence.problem(one, NEVER) for one in unresolved(text, made)] + [
        evidence.problem(one, "is a number in words and not declared") for one in words
    ]


def audit_pages(pages: Sequence[str], manifest: Mapping[str, Any]) -> list[Problem]:
    """Numerals on finished pages that no printed text of the manifest accounts for; page numbers and counted figures aside."""
    made = rows_of(manifest)
    evidence = Evidence("", (), pages, made, manifest["edition"]["language"])
    constants = _constants(manifest)
    found = [
        (number, one) for number, page in enumerate(pages, 1) for one in pieces(_COUNTED.sub(" ", _rest(_bared(page, constants), made)))
    ]
    told = [(number, evidence.problem(one, NEVER)) for number, one in found]
    return [Problem(f"page {number}", one.message, one.hint, one.severity, one.rule) for number, one in told]


def unresolved(text: str, made: Iterable[Printed]) -> list[str]:
    """The numerals of a text that are no part of a printed one; a printed text inside a longer numeral accounts for nothing."""
    return pieces(_rest(text, made))


def _rest(text: str, made: Iterable[Printed]) -> str:
    """A text without what was printed; the layout may break or close up a printed text at any of its spaces."""
    solid = re.sub(r"\s", "", text)
    rows = {squeezed(row.text): row for row in made if pieces(row.text)}
    alone = _alone(rows.values())
    for one in sorted(rows, key=lambda text: (-len(text), text)):
        if one.replace(" ", "") in solid:
            wanted = r"\s*".join(re.escape(word).replace(r"\-", r"\-\s*") for word in one.split(" "))
            end = alone if rows[one].kind in ("reading", "axis") and one == squeezed(rows[one].number) else ""
            text = re.sub(rf"(?<![\d{MINUS}+])(?<!\d[.,])(?<![{MINUS}+]\$){wanted}(?!\d)(?![.,]\d){end}", " \ue002 ", text)
    return text


def _alone(rows: Iterable[Printed]) -> str:
    """What must not follow a number printed without unit: the units that other numbers have, or it is one of these."""
    units = {squeezed(row.text.partition(row.number)[2]) for row in rows if row.number and row.kind == "reading"} - {""}
    return rf"(?!\s*(?:{'|'.join(sorted(map(re.escape, units), key=len, reverse=True))})(?!\w))" if units else ""


def rows_of(manifest: Mapping[str, Any]) -> list[Printed]:
    """The printed numerals a manifest lists."""
    return [
        Printed(one["text"], one["kind"], one["ref"], one["number"], one["value"], one["shown"], one["scale"])
        for one in manifest["printed"]
    ]


def _inside(word: str, made: Iterable[Printed]) -> bool:
    return any(word in row.text for row in made)


def _constants(manifest: Mapping[str, Any]) -> list[str]:
    """Texts of the layout: number, issue, key and dates of the edition, as its foot has them."""
    edition = manifest["edition"]
    key = str(edition["key"])
    spaced = " ".join(key[index : index + 4] for index in range(0, len(key), 4))
    return [spaced[:size] for size in (len(spaced), 39, 19, 14, 9)]


def _bared(page: str, constants: Iterable[str]) -> str:
    """A page without its number and the manifest's short id."""
    for one in constants:
        page = page.replace(one, " ")
    return _PAGE.sub(" ", page)
