"""Which numerals does a text hold, whatever its spaces, line ends and signs look like?"""

import re
from collections import Counter
from collections.abc import Iterable

from bilan.wording.numerals import MINUS

# A sign counts only at the start of a word: the hyphen of "2024-2025" and the plus of "C5+1" are none.
_PIECE = re.compile(rf"(?:(?<![\w.,])(?P<sign>[{MINUS}+])(?=\$?\d)\$?)?(?P<digits>\d+(?:[.,]\d+)*|[¼-¾⅐-⅞])")


def pieces(text: str) -> list[str]:
    """The numerals in canonical form: sign, digits, separators.

    Groups parted by a space of any kind count as pieces of their own, so that a page's text and its source agree
    whichever space the layout made of it.
    """
    return [(match["sign"] or "").replace(MINUS, "-") + match["digits"] for match in _PIECE.finditer(text)]


def counted(texts: Iterable[str]) -> "Counter[str]":
    """How often each numeral stands in several texts."""
    return Counter(piece for text in texts for piece in pieces(text))


def squeezed(text: str) -> str:
    """The text with every run of space, line end or no-break space as one space."""
    return re.sub(r"[\s\u00a0\u202f]+", " ", text).strip()
