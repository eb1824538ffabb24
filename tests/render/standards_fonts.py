"""An independent look at the fonts of a finished PDF: embedded, the glyphs there, widths true, every glyph read back as text."""

import re
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from fontTools.ttLib import TTFont
from pikepdf import Array, String
from tests.render.standards import drawn, streams

Node = Any  # pikepdf is untyped
Used = dict[tuple[int, int], set[int]]


def fonts(file: Node) -> list[str]:
    """What speaks against the fonts of a file; each glyph drawn is looked at."""
    used, found = _used(file)
    said = [complaint for key, codes in sorted(used.items()) for complaint in _font(found[key], codes)]
    return said if used else ["no text at all"]


def _used(file: Node) -> tuple[Used, dict[tuple[int, int], Any]]:
    used: Used = defaultdict(set)
    found: dict[tuple[int, int], Any] = {}
    for resources, stream in streams(file):
        font = None
        for operands, operator in drawn(stream):
            if operator == "Tf":
                font = resources.Font[str(operands[0])]
                found[font.objgen] = font
            elif operator in ("Tj", "TJ", "'", '"') and font is not None:
                used[font.objgen] |= set(_codes(operands))
    return used, found


def _codes(operands: Node) -> Iterator[int]:
    for operand in operands:
        if isinstance(operand, Array):
            yield from _codes(operand)
        elif isinstance(operand, String):
            raw = bytes(operand)
            yield from (raw[place] << 8 | raw[place + 1] for place in range(0, len(raw), 2))


def _font(font: Node, codes: set[int]) -> Iterator[str]:
    name = str(font.BaseFont)
    (inner,) = font.DescendantFonts
    if (font.Subtype, font.Encoding, inner.Subtype) != ("/Type0", "/Identity-H", "/CIDFontType2"):
        yield f"{name}: not an Identity-H TrueType font"
        return
    if not re.match(r"/[A-Z]{6}\+", name) or "/FontFile2" not in inner.FontDescriptor:
        yield f"{name}: not embedded as a subset"
        return
    if inner.get("/CIDToGIDMap") != "/Identity":
        yield f"{name}: no map from codes to glyphs"
    if "/CIDSet" in inner.FontDescriptor:
        yield f"{name}: a CIDSet, which must be complete and is not looked at here"
    yield from (f"{name}: {wrong}" for wrong in _glyphs(font, inner, codes))


def _glyphs(font: Node, inner: Node, codes: set[int]) -> Iterator[str]:
    face = TTFont(BytesIO(inner.FontDescriptor.FontFile2.read_bytes()))
    order, scale, widths, texts = face.getGlyphOrder(), 1000 / face["head"].unitsPerEm, _widths(inner), _texts(font)
    for code in sorted(codes):
        if code == 0 or code >= len(order):
            yield f"the glyph {code} is not there"
        elif abs(face["hmtx"][order[code]][0] * scale - widths.get(code, float(inner.get("/DW", 1000)))) > 1:
            yield f"another width for glyph {code}"
        elif not _readable(texts.get(code, "")):
            yield f"glyph {code} reads as {texts.get(code)!r}"


def _widths(inner: Node) -> dict[int, float]:
    entries, place = list(inner.W), 0
    widths: dict[int, float] = {}
    while place < len(entries):
        start, after = int(entries[place]), entries[place + 1]
        if isinstance(after, Array):
            widths.update((start + number, float(width)) for number, width in enumerate(after))
            place += 2
        else:
            widths.update(dict.fromkeys(range(start, int(after) + 1), float(entries[place + 2])))
            place += 3
    return widths


def _texts(font: Node) -> dict[int, str]:
    text = font.ToUnicode.read_bytes().decode("latin-1") if "/ToUnicode" in font else ""
    pairs = [
        pair for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL) for pair in re.findall(r"<(\w+)>\s*<(\w*)>", block)
    ]
    assert "beginbfrange" not in text
    return {int(code, 16): bytes.fromhex(sign).decode("utf-16-be") for code, sign in pairs}


def _readable(text: str) -> bool:
    """A sign of a script: none of the codes that stand for nothing, none of those anybody may use for anything."""
    return bool(text) and not any(ord(sign) in (0, 0xFEFF, 0xFFFE) or 0xE000 <= ord(sign) <= 0xF8FF for sign in text)
