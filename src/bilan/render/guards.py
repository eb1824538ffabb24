"""Can these pages be handed out? Budget, empty pages, type too small, text outside the block, blank feet."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from bilan.errors import Problem, Severity

SMALLEST_PT = 6.5
POINTS_PER_MM = 72 / 25.4
SIDE_MM = 18.0
FOOT_MM = 20.0
BLANK_MM = 45.0
SLACK_PT = 1.5


def check(pdf: bytes, budget: int) -> list[Problem]:
    """What is wrong with a finished PDF's layout; each problem holds the edition and names its page."""
    document = pdfium.PdfDocument(pdf)
    try:
        count = len(document)
        found = [_over(count, budget)] if count > budget else []
        for number in range(count):
            found += _of_page(document[number], number + 1, last=number == count - 1)
    finally:
        document.close()
    return found


@dataclass(frozen=True, slots=True)
class _Sign:
    text: str
    size: float
    left: float
    right: float
    bottom: float


def _of_page(page: pdfium.PdfPage, number: int, *, last: bool) -> Iterator[Problem]:
    signs = [sign for sign in _signs(page) if sign.text.strip()]
    where = f"page {number}"
    if len(signs) < 60:  # noqa: PLR2004  running head and foot alone are shorter
        yield _hold(where, "is empty", "take away the break before it, or shorten the section", "empty-page")
    small = [sign for sign in signs if sign.size < SMALLEST_PT - 0.05]
    if small:
        least = min(sign.size for sign in small)
        yield _hold(where, f"'{_run(small)}' is set in {least:.1f} pt, under {SMALLEST_PT} pt", "enlarge it or leave it out", "small-type")
    width = page.get_width()
    inner, outer = SIDE_MM * POINTS_PER_MM - SLACK_PT, width - SIDE_MM * POINTS_PER_MM + SLACK_PT
    out = [sign for sign in signs if sign.left < inner or sign.right > outer]
    if out:
        yield _hold(where, f"'{_run(out)}' stands outside the page block", "narrow the table or the figure", "overflow")
    foot = FOOT_MM * POINTS_PER_MM
    blank = (min((sign.bottom for sign in signs if sign.bottom > foot), default=foot) - foot) / POINTS_PER_MM
    if blank > BLANK_MM and not last:
        yield Problem(
            where, f"leaves {blank:.0f} mm blank at its foot", "lower a figure, or reorder sections", Severity.NOTE, "layout.blank-foot"
        )


def _signs(page: pdfium.PdfPage) -> Iterator[_Sign]:
    text = page.get_textpage()
    matrix, box = raw.FS_MATRIX(), [ctypes.c_double() for _ in range(4)]
    try:
        for index in range(text.count_chars()):
            point = raw.FPDFText_GetUnicode(text, index)
            if point <= 32:  # noqa: PLR2004  blanks have no size that matters
                continue
            raw.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
            size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
            raw.FPDFText_GetCharBox(text, index, *(ctypes.byref(side) for side in box))
            yield _Sign(chr(point), size, box[0].value, box[1].value, box[2].value)
    finally:
        text.close()


def _run(signs: list[_Sign]) -> str:
    return "".join(sign.text for sign in signs[:24])


def _over(count: int, budget: int) -> Problem:
    pages = "1 page" if budget == 1 else f"{budget} pages"
    return _hold(
        "pages", f"{count} pages where the audience has {pages}", "print fewer sections or findings, or raise `pages`", "page-budget"
    )


def _hold(where: str, message: str, hint: str, rule: str) -> Problem:
    return Problem(where, message, hint, Severity.HOLD, f"layout.{rule}")
