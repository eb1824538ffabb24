"""How wide is a text? Measured in the very font the page uses, without hinting."""

from functools import cache
from pathlib import Path

from matplotlib.ft2font import FT2Font, LoadFlags

_MEASURED_AT = 100


@cache
def advance(font: Path, text: str) -> float:
    """The width of a text in ems, kerned, as any page will set it."""
    face = _face(font)
    face.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    return float(face.get_width_height()[0]) / 64 / _MEASURED_AT


@cache
def _face(font: Path) -> FT2Font:
    face = FT2Font(str(font))
    face.set_size(_MEASURED_AT, 72)
    return face
