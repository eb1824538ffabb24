"""In which order are texts written, so that whoever reads the file gets each of them whole?

WeasyPrint sets the letters of a drawing one by one, and readers of a PDF put letters together that follow each other on nearly
one level: of two names a quarter of a line apart, one comes back torn. Between such two, another text is written.
"""

from collections.abc import Iterator, Sequence

from bilan.charts._pen import Letters, Shape
from bilan.charts._style import PT

_ONE_LEVEL = 0.2
"""Millimetres within which two texts stand on one line: they are put in their order from left to right, each whole."""
_HALF = 0.5
"""A text this part of its size above or below the one before begins a line of its own."""

Piece = Shape | Letters


def ordered(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with every text that would be torn written after a later one; nothing comes earlier than it was drawn."""
    done: list[Piece] = []
    waiting: list[Letters] = []
    last: Letters | None = None
    for piece in pieces:
        if isinstance(piece, Shape):
            done.append(piece)
            continue
        waiting.append(piece)
        for text in _following(last, waiting):
            done.append(text)
            last = text
    return [*done, *waiting]


def _following(last: Letters | None, waiting: list[Letters]) -> Iterator[Letters]:
    """The texts that may be written now, in the order they were drawn; they no longer wait."""
    while (text := next((one for one in waiting if last is None or not _near(last, one)), None)) is not None:
        waiting.remove(text)
        last = text
        yield text


def _near(one: Letters, other: Letters) -> bool:
    """Whether a reader may take two texts for one line that is not quite level."""
    apart = abs(one.place[1] - other.place[1])
    return _ONE_LEVEL < apart < _HALF * max(one.look.size, other.look.size) * PT
