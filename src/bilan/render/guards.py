"""Can these pages be handed out? Budget, empty pages, type, block, feet, headings, labels, colours, figures."""

from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

import pypdfium2 as pdfium

from bilan.document import Figure
from bilan.errors import Problem, Severity
from bilan.render import order
from bilan.render.signs import Sign, signs

SMALLEST_PT = 6.5
POINTS_PER_MM = 72 / 25.4
SIDE_MM = 18.0
FOOT_MM = 20.0
BLANK_MM = 45.0
SLACK_PT = 1.5
LEAST_SIGNS = 60
"""Running head and foot alone are shorter."""
SHOWN = 24
WHITE = "#ffffff"


def check(pdf: bytes, budget: int, html: str = "", figures: Iterable[Figure] = (), brand: Mapping[str, Any] | None = None) -> list[Problem]:
    """What is wrong with a finished PDF's layout; each problem names its page, and all but notes and warnings hold the edition."""
    document = pdfium.PdfDocument(pdf)
    tokens = frozenset(_colours(brand or {}))
    try:
        count = len(document)
        found = [_over(count, budget)] if count > budget else []
        for number in range(count):
            found += _of_page(document[number], number + 1, tokens, last=number == count - 1)
    finally:
        document.close()
    return [*found, *_of_figures(html, figures)]


def _of_page(page: pdfium.PdfPage, number: int, tokens: frozenset[str], *, last: bool) -> Iterator[Problem]:
    where, found = f"page {number}", [sign for sign in signs(page) if sign.text.strip()]
    if len(found) < LEAST_SIGNS:
        yield _hold(where, "is empty", "take away the break before it, or shorten the section", "empty-page")
    small = [sign for sign in found if sign.size < SMALLEST_PT - 0.05]
    if small:
        least = min(sign.size for sign in small)
        yield _hold(where, f"'{_run(small)}' is set in {least:.1f} pt, under {SMALLEST_PT} pt", "enlarge it or leave it out", "small-type")
    inner, outer = SIDE_MM * POINTS_PER_MM - SLACK_PT, page.get_width() - SIDE_MM * POINTS_PER_MM + SLACK_PT
    out = [sign for sign in found if sign.left < inner or sign.right > outer]
    if out:
        yield _hold(where, f"'{_run(out)}' stands outside the page block", "narrow the table or the figure", "overflow")
    block = [sign for sign in found if sign.bottom > FOOT_MM * POINTS_PER_MM]
    yield from _feet(where, block, last=last)
    yield from (_told(where, *one) for one in (*order.headings(block, closing=last), *order.collisions(found), *order.titles(found)))
    strange = [sign for sign in found if tokens and sign.colour and sign.colour.lower() not in tokens]
    if strange:
        said = f"'{_run(strange)}' is set in {strange[0].colour}, which is no colour of brand.toml"
        yield Problem(where, said, "use var(--ink) and its like, so that the brand recolours it", Severity.WARNING, "layout.colour")


def _feet(where: str, block: list[Sign], *, last: bool) -> Iterator[Problem]:
    foot = FOOT_MM * POINTS_PER_MM
    blank = (min((sign.bottom for sign in block), default=foot) - foot) / POINTS_PER_MM
    if blank > BLANK_MM and not last:
        yield Problem(
            where, f"leaves {blank:.0f} mm blank at its foot", "lower a figure, or reorder sections", Severity.NOTE, "layout.blank-foot"
        )


def _of_figures(html: str, figures: Iterable[Figure]) -> Iterator[Problem]:
    """Every figure of a section that is printed says in words what it shows and where it comes from; every picture has a text instead."""
    pictures = _Pictures()
    pictures.feed(html)
    for src in pictures.mute:
        yield _hold("figures", f"the picture '{src}' has no alternative text", 'write alt="…", or alt="" where it only decorates', "figure")
    for one in figures:
        if one.title and f"figures/{one.id}.svg" in pictures.seen:
            lacking = [name for name, text in (("alternative text", one.alt), ("source", one.source)) if not text]
            if lacking:
                yield _hold(
                    "figures", f"'{one.id}' has no {' and no '.join(lacking)}", "give the figure both where it is composed", "figure"
                )


class _Pictures(HTMLParser):
    """Which pictures a page shows, and which of them have no alternative text."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.mute: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            given = dict(attrs)
            src = given.get("src") or ""
            self.seen.add(src)
            if "alt" not in given:
                self.mute.append(src)


def _colours(brand: Mapping[str, Any]) -> Iterator[str]:
    """Every colour of a brand, and the white that stands on its band."""
    if "colour" in brand:
        yield from (WHITE, *_colours(brand["colour"]))
        return
    for value in brand.values():
        if isinstance(value, Mapping):
            yield from _colours(value)
        else:
            yield str(value).lower()


def _run(found: list[Sign]) -> str:
    return "".join(sign.text for sign in found[:SHOWN])


def _over(count: int, budget: int) -> Problem:
    pages = "1 page" if budget == 1 else f"{budget} pages"
    return _hold(
        "pages", f"{count} pages where the audience has {pages}", "print fewer sections or findings, or raise `pages`", "page-budget"
    )


def _told(where: str, rule: str, message: str, hint: str, severity: Severity) -> Problem:
    return Problem(where, message, hint, severity, f"layout.{rule}")


def _hold(where: str, message: str, hint: str, rule: str) -> Problem:
    return _told(where, rule, message, hint, Severity.HOLD)
