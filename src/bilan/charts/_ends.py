"""Where do the labels at the right end of a series stand? Beside their marks, spread so that none touches another."""

from collections.abc import Sequence
from dataclasses import dataclass

from bilan.charts._canvas import Canvas, Place
from bilan.charts._style import Look
from bilan.charts._words import wrap
from bilan.document import Text, Words

_AIR = 0.8
_MOVED, _FAR = 2.4, 12.0
"""How far a label may stand above or below its mark, and beside it, before a leader ties them."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What is said beside a mark: a value, and a name under it."""

    mark: Place
    value: Words
    name: Words
    value_look: Look
    name_look: Look


def ending_width(canvas: Canvas, endings: Sequence[Ending], limit: float) -> float:
    """The room to the right that endings need when names wrap at `limit`."""
    widths = [canvas.measure(one.value, one.value_look) for one in endings]
    widths += [canvas.measure(line, one.name_look) for one in endings for line in _lines(canvas, one, limit)]
    return max(widths, default=0.0)


def draw_endings(canvas: Canvas, endings: Sequence[Ending], left: float, floor: float, limit: float) -> None:
    """Put endings at `left`, above `floor`; one that had to move is tied to its mark by a leader."""
    ordered = sorted(endings, key=lambda one: one.mark[1])
    lines = [_lines(canvas, one, limit) for one in ordered]
    above = [one.value_look.middle + _AIR if one.value else one.name_look.middle + _AIR for one in ordered]
    below = [_depth(one, len(rows)) for one, rows in zip(ordered, lines, strict=True)]
    wanted = [one.mark[1] + (up - down) / 2 for one, up, down in zip(ordered, above, below, strict=True)]
    sizes = [up + down for up, down in zip(above, below, strict=True)]
    centres = spread(wanted, sizes, floor, canvas.height)
    for one, rows, centre, size, up in zip(ordered, lines, centres, sizes, above, strict=True):
        _draw(canvas, one, rows, (left, centre + size / 2 - up))


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Centres as near as can be to the wanted ones (ascending), of pieces that do not overlap, between two bounds."""
    offsets = [sum(sizes[:index]) + size / 2 for index, size in enumerate(sizes)]
    blocks: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        mean, count = want - offset, 1
        while blocks and blocks[-1][0] > mean:
            other, number = blocks.pop()
            mean, count = (mean * count + other * number) / (count + number), count + number
        blocks.append((mean, count))
    last = max(low, high - sum(sizes))
    free = [min(max(mean, low), last) for mean, count in blocks for _ in range(count)]
    return [place + offset for place, offset in zip(free, offsets, strict=True)]


def _lines(canvas: Canvas, one: Ending, limit: float) -> list[Text]:
    return wrap(one.name, limit, lambda words: canvas.measure(words, one.name_look))


def _depth(one: Ending, lines: int) -> float:
    return (one.value_look.middle if one.value else one.name_look.middle - one.name_look.leading) + one.name_look.leading * lines + _AIR


def _draw(canvas: Canvas, one: Ending, lines: Sequence[Text], place: Place) -> None:
    left, middle = place
    if abs(middle - one.mark[1]) > _MOVED or left - one.mark[0] > _FAR:
        canvas.leader(one.mark, (left - _AIR, middle))
    baseline = middle - (one.value_look if one.value else one.name_look).middle
    if one.value:
        canvas.text((left, baseline), one.value, one.value_look)
        baseline -= one.name_look.leading
    for line in lines:
        canvas.text((left, baseline), line, one.name_look)
        baseline -= one.name_look.leading
