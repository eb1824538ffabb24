"""Which signs stand where on a finished page, how large, in which colour, and as part of what?"""

import ctypes
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

LAST_BLANK = 32
TOLD = frozenset(("H1", "H2", "H3", "H4", "H5", "H6", "TH", "Caption", "Figure"))
"""Tags that guards ask about; a sign belongs to the innermost of them that it stands in."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign on paper: its box and its base line in points, its tag, which element of that tag, and which piece of text it was set with."""

    text: str
    size: float
    left: float
    bottom: float
    right: float
    top: float
    base: float = 0.0
    colour: str = ""
    tag: str = ""
    block: int = 0
    piece: int = 0

    @property
    def area(self) -> float:
        """Square points it covers."""
        return max(self.right - self.left, 0.0) * max(self.top - self.bottom, 0.0)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of text as the PDF holds it."""

    size: float
    base: float
    colour: str = ""
    tag: str = ""
    block: int = 0
    number: int = 0


def signs(page: pdfium.PdfPage) -> Iterator[Sign]:
    """Every sign of a page but blanks, in the order of its text."""
    tags, text = _tags(page), page.get_textpage()
    left, right, bottom, top = box = [ctypes.c_double() for _ in range(4)]
    sides = [ctypes.byref(side) for side in box]
    pieces: dict[int | None, _Piece] = {}
    try:
        for index in range(text.count_chars()):
            point = raw.FPDFText_GetUnicode(text, index)
            if point <= LAST_BLANK:
                continue
            raw.FPDFText_GetCharBox(text, index, *sides)
            held = raw.FPDFText_GetTextObject(text, index)
            at = ctypes.cast(held, ctypes.c_void_p).value
            piece = pieces.get(at) or pieces.setdefault(at, _piece(text, index, held, tags, len(pieces) + 1))
            yield Sign(
                chr(point), piece.size, left.value, bottom.value, right.value, top.value, piece.base, piece.colour, piece.tag, piece.block,
                piece.number,
            )  # fmt: skip
    finally:
        text.close()


def _piece(text: pdfium.PdfTextPage, index: int, held: Any, tags: Mapping[int, tuple[str, int]], number: int) -> _Piece:  # noqa: ANN401  a pointer
    """What all signs of a piece have in common; it is set in one size and on one line."""
    matrix, origin, channels = raw.FS_MATRIX(), [ctypes.c_double() for _ in range(2)], [ctypes.c_uint() for _ in range(4)]
    raw.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
    raw.FPDFText_GetCharOrigin(text, index, *(ctypes.byref(one) for one in origin))
    size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
    if not held:
        return _Piece(size, origin[1].value)
    known = raw.FPDFPageObj_GetFillColor(held, *(ctypes.byref(one) for one in channels))
    colour = "#" + "".join(f"{one.value:02X}" for one in channels[:3]) if known else ""
    return _Piece(size, origin[1].value, colour, *tags.get(raw.FPDFPageObj_GetMarkedContentID(held), ("", 0)), number)


def _tags(page: pdfium.PdfPage) -> dict[int, tuple[str, int]]:
    """The tag and the element of each piece of marked content."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    found: dict[int, tuple[str, int]] = {}
    if not tree:
        return found
    try:
        for index in range(raw.FPDF_StructTree_CountChildren(tree)):
            _walk(raw.FPDF_StructTree_GetChildAtIndex(tree, index), ("", 0), found)
    finally:
        raw.FPDF_StructTree_Close(tree)
    return found


def _walk(element: Any, within: tuple[str, int], found: dict[int, tuple[str, int]]) -> None:  # noqa: ANN401  a pointer
    kind = _kind(element)
    here = (kind, ctypes.cast(element, ctypes.c_void_p).value or 0) if kind in TOLD else within
    for index in range(raw.FPDF_StructElement_GetMarkedContentIdCount(element)):
        found[raw.FPDF_StructElement_GetMarkedContentIdAtIndex(element, index)] = here
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            _walk(child, here, found)


def _kind(element: Any) -> str:  # noqa: ANN401  a pointer
    length = raw.FPDF_StructElement_GetType(element, None, 0)
    name = ctypes.create_string_buffer(length)
    raw.FPDF_StructElement_GetType(element, name, length)
    return name.raw[: max(length - 2, 0)].decode("utf-16-le")
