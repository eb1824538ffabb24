"""Does each label of a chart stand at the mark it speaks of, and nothing in the chart say what nobody composed?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from bilan.audit.data import Asked, Value
from bilan.audit.geometry import FINEST, LONG, axes, ends
from bilan.audit.numerals import squeezed
from bilan.audit.shapes import Drawn, Letter, Shape, lines_from

Place = tuple[float, float]
NEAR_AIM = 10.0
"""How far above or below its line the label of an aim may stand, in points."""
BESIDE = 2.0
KINDS = ("label", "name", "note")
_OPPOSED = -0.35
"""Cosine between the way from mark to mark and the way from label to label, below which two labels stand crossed."""


@dataclass(frozen=True, slots=True)
class Tied:
    """A text, where it stands, and the mark of what it speaks of."""

    text: str
    kind: str
    at: Place
    mark: Shape
    end: Place


def crossed(drawn: Drawn, asked: Asked) -> Iterator[str]:
    """What is wrong with the labels at the marks of a drawing."""
    yield from _uncomposed(drawn, asked)
    yield from _misread(drawn, asked)
    tied = [one for value in asked.values for kind in KINDS for one in _tied(drawn, value, kind, asked)]
    levels = [one for one in tied if one.mark.mark not in LONG or one.mark.axis == "y"]
    yield from _opposed(levels)
    for kind in KINDS:
        yield from _unordered([one for one in tied if one not in levels and one.kind == kind])
    yield from _turned(tied)
    yield from _off_column(levels, drawn)
    yield from _off_aim(drawn, asked)


def _uncomposed(drawn: Drawn, asked: Asked) -> Iterator[str]:
    """Texts that are no piece of a composed one."""
    known = [squeezed(text) for text in asked.texts]
    for one in drawn.letters:
        said = squeezed(one.text)
        if said and not any(said in text for text in known):
            yield f"'{said}' is drawn and was not composed for this chart"


def _misread(drawn: Drawn, asked: Asked) -> Iterator[str]:
    """Labels that do not say what is printed for their reading."""
    for one in drawn.letters:
        for reading in one.readings:
            if not any(_says(squeezed(one.text), squeezed(text)) for text in asked.spoken.get(reading, ())):
                yield f"'{squeezed(one.text)}' is not what is printed for '{reading}'"


def _says(text: str, numeral: str) -> bool:
    """Whether a text has a printed numeral in it, as a whole."""
    return re.search(rf"(?<![\d.,]){re.escape(numeral)}(?!\d)(?![.,]\d)", text) is not None


def _tied(drawn: Drawn, value: Value, kind: str, asked: Asked) -> Iterator[Tied]:
    """The text of a value, told from equal ones of other scales by standing nearest; nothing where two may be meant."""
    text, mark = squeezed(getattr(value, kind)), mark_of(drawn.marks, value, asked)
    if not text or mark is None:
        return
    equal = [mark_of(drawn.marks, one, asked) for one in asked.values if one is not value and squeezed(getattr(one, kind)) == text]
    in_rows = mark[0].mark in LONG and mark[0].axis == "x"
    if any(one is None or (one[0].scale == mark[0].scale and not in_rows) for one in equal):
        return
    found = [
        one for one in drawn.letters if _starts(text, one, kind) and (kind != "name" or lines_from(drawn.letters, one).startswith(text))
    ]
    found = found or [one for one in drawn.letters if _starts(text, one, kind)]
    if found and (in_rows or len(found) > len(equal)):
        near = min(found, key=lambda one: _far(one, kind, *mark))
        yield Tied(text, kind, (near.x, near.y), *mark)


def _far(letter: Letter, kind: str, mark: Shape, end: Place) -> float:
    """How far a text stands from its mark; a bar's name stands in its row, left of where it starts."""
    if mark.mark not in LONG or mark.axis == "y":
        return (letter.x - end[0]) ** 2 + (letter.y - end[1]) ** 2
    start = mark.low[0] if kind == "name" else end[0]
    beyond = kind == "name" and letter.x > start + BESIDE
    return (10 * (letter.y - end[1])) ** 2 + (letter.x - start) ** 2 * (10 if beyond else 1)


def mark_of(marks: Sequence[Shape], value: Value, asked: Asked) -> tuple[Shape, Place] | None:
    """The mark of a value and where it ends; None where two marks may be meant."""
    if not value.reading and sum(one.value == value.value for one in asked.values) > 1:
        return None
    found = []
    for one in marks:
        readings = one.reading.split()
        for index, shown in enumerate(one.values):
            said = readings[index] if len(readings) == len(one.values) else ""
            if shown == value.value and said in ("", value.reading):
                found.append((one, _end(one, index)))
    last = found[-1] if found else None
    return last if last and all(abs(a - b) <= 2 * FINEST for _, end in found for a, b in zip(end, last[1], strict=True)) else None


def _end(one: Shape, index: int) -> Place:
    if len(one.values) > 1:
        return one.points[index] if len(one.points) == len(one.values) else one.middle
    if one.mark not in LONG:
        return one.middle
    return (one.middle[0], ends(one, "y")[1]) if one.axis == "y" else (ends(one, "x")[1], one.middle[1])


def _starts(text: str, letter: Letter, kind: str) -> bool:
    """Whether a drawn text is the label, or the first line of the name."""
    said = squeezed(letter.text)
    return said == text if kind != "name" else bool(said) and not letter.readings and f"{text} ".startswith(f"{said} ")


def _opposed(tied: Sequence[Tied]) -> Iterator[str]:
    """Two texts of which each stands nearer to the other's mark: the ways from mark to mark and from text to text oppose."""
    for one, other in combinations(tied, 2):
        way, said = _way(one.end, other.end), _way(one.at, other.at)
        size = (way[0] ** 2 + way[1] ** 2) ** 0.5 * (said[0] ** 2 + said[1] ** 2) ** 0.5
        if one.text != other.text and size > FINEST and (way[0] * said[0] + way[1] * said[1]) / size < _OPPOSED:
            yield f"'{one.text}' and '{other.text}' stand at each other's marks"


def _unordered(tied: Sequence[Tied]) -> Iterator[str]:
    """Texts of bars in rows whose order is not that of the bars."""
    for one, other in combinations(tied, 2):
        way, said = other.end[1] - one.end[1], other.at[1] - one.at[1]
        if abs(way) > FINEST and way * said <= 0:
            yield f"'{one.text}' and '{other.text}' stand at each other's bars"
        elif abs(way) <= FINEST and (other.mark.low[0] - one.mark.low[0]) * (other.at[0] - one.at[0]) < 0:
            yield f"'{one.text}' and '{other.text}' stand in each other's columns"
    edges = {one.mark.scale: one.at[0] for one in tied if one.kind == "name"}
    for one in tied:
        if one.kind == "name" and abs(edges[one.mark.scale] - one.at[0]) > BESIDE:
            yield f"'{one.text}' does not stand under the other names"
        if one.kind != "name" and not one.mark.low[1] - BESIDE <= one.at[1] <= one.mark.high[1] + BESIDE:
            yield f"'{one.text}' stands beside another bar than its own"


def _turned(tied: Sequence[Tied]) -> Iterator[str]:
    """Names that stand on the other side of their value than the other names of the chart."""
    names = {one.end: one for one in tied if one.kind == "name"}
    sides = [(one, one.at[1] < names[one.end].at[1]) for one in tied if one.kind == "label" and one.end in names]
    if len({side for _, side in sides}) > 1:
        yield f"'{sides[0][0].text}' and its name stand otherwise than the others"


def _way(start: Place, end: Place) -> Place:
    return end[0] - start[0], end[1] - start[1]


def _off_column(tied: Sequence[Tied], drawn: Drawn) -> Iterator[str]:
    """Labels of columns that stand neither over their own nor at the right end of all."""
    right = max((one.high[0] for one in drawn.marks), default=0.0)
    for one in tied:
        over = one.mark.low[0] - BESIDE <= one.at[0] <= one.mark.high[0] + BESIDE
        if one.mark.mark == "column" and one.kind == "label" and not over and one.at[0] <= right:
            yield f"'{one.text}' stands over another column than its own"
        if one.mark.mark == "column" and over and one.at[0] <= right and one.at[1] > max(one.mark.low[1], one.end[1]) + BESIDE:
            yield f"'{one.text}' does not stand over its column"


def _off_aim(drawn: Drawn, asked: Asked) -> Iterator[str]:
    """Labels of aims that do not stand at their line, and what is left to one that does not stand right of all marks."""
    lines = [line for (_, name), line in axes(drawn).items() if name == "y"]
    right = max((one.high[0] for one in drawn.marks), default=0.0)
    for aim in asked.aims:
        labels = [one for one in drawn.letters if aim.label and squeezed(one.text) == squeezed(aim.label)]
        if labels and lines and not any(abs(one.y - line(aim.value)) <= NEAR_AIM for one in labels for line in lines):
            yield f"'{squeezed(aim.label)}' does not stand at the line of {aim.value:f}"
        if any(aim.left and squeezed(one.text) == squeezed(aim.left) and one.x < right for one in drawn.letters):
            yield f"'{squeezed(aim.left)}' does not stand at its bracket"
