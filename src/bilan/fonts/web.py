"""How does a page on screen carry its letters along? As a font cut down to the signs it shows."""

from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from pathlib import Path

NEEDLESS = ("GPOS", "GSUB", "GDEF", "BASE", "JSTF", "DSIG", "FFTM", "meta")
NAMES = (1, 2)
"""Family and style: all that is kept of what the font says of itself."""


def woff(path: Path, signs: Iterable[str]) -> bytes:
    """The font as WOFF with these signs alone; those it lacks are left out. Same input, same bytes."""
    return _cut(path, "".join(sorted(set(signs))))


@lru_cache(maxsize=32)
def _cut(path: Path, signs: str) -> bytes:
    from fontTools import subset  # noqa: PLC0415  only who makes a page pays it
    from fontTools.ttLib import TTFont  # noqa: PLC0415  same

    font = TTFont(path, recalcTimestamp=False)
    for table in NEEDLESS:
        if table in font:
            del font[table]
    options = subset.Options(ignore_missing_unicodes=True, hinting=False, desubroutinize=True, notdef_outline=True, name_IDs=NAMES)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=map(ord, signs))
    subsetter.subset(font)
    font.flavor = "woff"
    made = BytesIO()
    font.save(made)
    return made.getvalue()
