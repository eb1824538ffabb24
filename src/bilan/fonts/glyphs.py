"""Which characters would print as an empty box?"""

import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from bilan.fonts.cut import Fonts


def missing_glyphs(text: str, fonts: Fonts, families: Sequence[str]) -> frozenset[str]:
    """The characters of a text that none of the families, tried in order, can draw in every one of its cuts."""
    wanted = {sign for sign in text if unicodedata.category(sign) not in ("Cc", "Cf", "Zl", "Zp")}
    for family in families:
        held = [signs_of(path) for face, path in fonts.files.items() if face.family == family]
        if held:
            wanted -= frozenset.intersection(*held)
    return frozenset(wanted)


@cache
def signs_of(path: Path) -> frozenset[str]:
    """Every character a font file can draw."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  only editions that are laid out need it

    with TTFont(path, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))
