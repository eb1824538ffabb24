"""How wide is the column of names beside rows, and how do names and values stand in it?"""

from collections.abc import Sequence

from bilan.charts._canvas import Canvas
from bilan.charts._style import Look
from bilan.charts._words import wrap
from bilan.document import Text, Words

_SHARES = (0.3, 0.36, 0.42, 0.48, 0.54)
GAP = 2.0


def name_width(canvas: Canvas, names: Sequence[Words], room: float, pitch: float) -> float:
    """The narrowest column, of a few, in which every name fits its row; no wider than its longest line."""
    look = canvas.style.label(canvas.style.colour.ink)
    for share in _SHARES:
        lines = [broken(canvas, name, room * share, look) for name in names]
        widths = [canvas.measure(line, look) for rows in lines for line in rows]
        if all(len(rows) * look.leading <= pitch - 0.6 for rows in lines) and all(width <= room * share for width in widths):
            break
    return max(widths, default=0.0)


def write_name(canvas: Canvas, name: Words, place: tuple[float, float], width: float, look: Look) -> None:
    """A name in its column, its lines centred on the middle of its row."""
    left, middle = place
    lines = broken(canvas, name, width + 0.01, look)
    for number, line in enumerate(lines):
        canvas.text((left, middle - look.middle + ((len(lines) - 1) / 2 - number) * look.leading), line, look)


def broken(canvas: Canvas, words: Words, width: float, look: Look) -> list[Text]:
    """Words in lines no wider than a width."""
    return wrap(words, width, lambda one: canvas.measure(one, look))
