"""Does each label of a chart stand at the mark it speaks of, and nothing in the chart say what nobody composed?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from bilan.audit.data import Asked, Value
from bilan.audit.geometry import FINEST, LONG, axes, ends
from bilan.audit.nearness import far, leaders, loose, swapped
from bilan.audit.numerals import squeezed
from bilan.audit.shapes import Box, Drawn, Letter, Shape, lines_from

Place = tuple[float, float]
NEAR_AIM, NEAR_BRACKET = 10.0, 12.0
"""How far above or below its line the label of an aim may stand, and what is left to it from its bracket, in points."""
BESIDE = 2.0
KINDS = ("label", "name", "note")
UNDER = 16.0
"""How far below a value the first line of its name may stand, in points."""


@dataclass(frozen=True, slots=True)
class Tied:
    """A text and the mark of what it speaks of: `whole` with its further lines, `last` of its series, `alone` without a value beside it."""

    kind: str
    letter: Letter
    mark: Shape
    end: Place
    whole: str = ""
    last: bool = False
    alone: bool = False

    @property
    def text(self) -> str:
        """The text, with single spaces."""
        return squeezed(self.letter.text)

    @property
    def room(self) -> Box:
        """Where its mark is: the whole of a column, else the end that shows its value."""
        return (*self.mark.low, *self.mark.high) if self.mark.mark in LONG else (*self.end, *self.end)

    @property
    def at(self) -> Place:
        """Where it is anchored."""
        return self.letter.x, self.letter.y


def crossed(drawn: Drawn, asked: Asked) -> Iterator[str]:
    """What is wrong with the labels at the marks of a drawing."""
    yield from _uncomposed(drawn, asked)
    yield from _misread(drawn, asked)
    yield from _torn(drawn, asked)
    tied = [one for value in asked.values for kind in KINDS for one in _tied(drawn, value, kind, asked)]
    levels = [one for one in tied if one.mark.mark not in LONG or one.mark.axis == "y"]
    yield from _apart(levels, drawn)
    yield from _unpaired(levels, drawn)
    for kind in KINDS:
        yield from _unordered([one for one in tied if one not in levels and one.kind == kind], drawn)
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


def _torn(drawn: Drawn, asked: Asked) -> Iterator[str]:
    """Names of bars in rows whose first line stands somewhere, and whose lines follow it nowhere."""
    rows = any(one.mark in LONG and one.axis == "x" for one in drawn.marks)
    for name in dict.fromkeys(squeezed(one.name) for one in asked.values if rows and one.name):
        begun = [one for one in drawn.letters if _starts(name, one, "name")]
        if begun and not any(f"{lines_from(drawn.letters, one)} ".startswith(f"{name} ") for one in begun):
            yield f"the lines of '{name}' do not follow each other"


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
    if not in_rows:
        found = found or [one for one in drawn.letters if _starts(text, one, kind)]
    if found and (in_rows or len(found) > len(equal)):
        near = min(found, key=lambda one: _far(one, kind, *mark))
        yield Tied(kind, near, *mark, text, last=bool(value.name), alone=not value.label)


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


def _apart(tied: Sequence[Tied], drawn: Drawn) -> Iterator[str]:
    """Labels that stand at another's mark or at none; lines may tie them to their own."""
    lines = leaders(drawn)
    texts = [(one.letter, one.room) for one in tied if one.kind != "name" or one.alone]
    for one, other in swapped(texts, lines):
        yield f"'{squeezed(one.text)}' and '{squeezed(other.text)}' stand at each other's marks"
    for letter in loose(texts, lines):
        yield f"'{squeezed(letter.text)}' stands at no mark, and no line ties it to its own"


def _unpaired(tied: Sequence[Tied], drawn: Drawn) -> Iterator[str]:
    """Names that do not stand right under the value they name, or under the word that says it is missing."""
    values = {one.end: one for one in tied if one.kind == "label"}
    spoken, named = {id(one.letter) for one in tied}, {one.end for one in tied if one.kind == "name"}
    for one in values.values():
        if one.last and one.mark.axis == "y" and one.end not in named:
            yield f"'{one.whole}' stands without the name of its series"
    for one in tied:
        value = values.get(one.end) if one.kind == "name" else None
        above = [two for two in drawn.letters if abs(one.at[0] - two.x) <= BESIDE and 0 < one.at[1] - two.y <= UNDER]
        if value and not any(two is value.letter or id(two) not in spoken for two in above):
            yield f"'{one.whole}' does not stand under '{value.whole}'"


def _unordered(tied: Sequence[Tied], drawn: Drawn) -> Iterator[str]:
    """Texts of bars in rows whose order is not that of the bars."""
    for one, other in combinations(tied, 2):
        way, said = other.end[1] - one.end[1], other.at[1] - one.at[1]
        if abs(way) > FINEST and way * said <= 0:
            yield f"'{one.whole}' and '{other.whole}' stand at each other's bars"
        elif abs(way) <= FINEST and (other.mark.low[0] - one.mark.low[0]) * (other.at[0] - one.at[0]) < 0:
            yield f"'{one.whole}' and '{other.whole}' stand in each other's columns"
    edges = {one.mark.scale: one.at[0] for one in tied if one.kind == "name"}
    for one in tied:
        if one.kind == "name" and abs(edges[one.mark.scale] - one.at[0]) > BESIDE:
            yield f"'{one.whole}' does not stand under the other names"
        if one.kind != "name" and not one.mark.low[1] - BESIDE <= one.at[1] <= one.mark.high[1] + BESIDE:
            yield f"'{one.whole}' stands beside another bar than its own"
        if one.kind == "name" and any(_gap(one, other.mark, drawn) < _gap(one, one.mark, drawn) for other in tied if other is not one):
            yield f"'{one.whole}' stands nearer to another bar than to its own"


def _gap(name: Tied, bar: Shape, drawn: Drawn) -> float:
    """How far all lines of a name stand above or below a bar; nothing beside it."""
    lines, said = [name.letter], name.text
    for one in sorted(drawn.letters, key=lambda letter: letter.y):
        if one.y > name.at[1] and abs(one.x - name.at[0]) <= BESIDE and f"{name.whole} ".startswith(f"{said} {squeezed(one.text)} "):
            lines.append(one)
            said = f"{said} {squeezed(one.text)}"
    return max(lines[0].box[1] - bar.high[1], bar.low[1] - lines[-1].y, 0.0)


def _off_column(tied: Sequence[Tied], drawn: Drawn) -> Iterator[str]:
    """Labels of columns that stand neither over their own nor, the last of each series, at the right end of all."""
    right = max((one.high[0] for one in drawn.marks), default=0.0)
    named = any(one.last for one in tied)
    for one in tied:
        if one.mark.mark != "column" or one.kind != "label":
            continue
        over = one.mark.low[0] - BESIDE <= one.at[0] <= one.mark.high[0] + BESIDE
        ends = one.at[0] > right and (one.last or not named)
        if not over and not ends:
            yield f"'{one.whole}' stands over another column than its own"
        if over and one.at[1] > max(one.mark.low[1], one.end[1]) + BESIDE:
            yield f"'{one.whole}' does not stand over its column"


def _off_aim(drawn: Drawn, asked: Asked) -> Iterator[str]:
    """Labels of aims that do not stand at their line, and what is left to one that does not stand right of all marks."""
    lines = [line for (_, name), line in axes(drawn).items() if name == "y"]
    right = max((one.high[0] for one in drawn.marks), default=0.0)
    for aim in asked.aims:
        labels = [one for one in drawn.letters if aim.label and squeezed(one.text) == squeezed(aim.label)]
        if labels and lines and not any(abs(one.y - line(aim.value)) <= NEAR_AIM for one in labels for line in lines):
            yield f"'{squeezed(aim.label)}' does not stand at the line of {aim.value:f}"
        brackets = [(*one.low, *one.high) for one in drawn.shapes if not one.mark and not one.leader and one.low[0] >= right]
        for one in (letter for letter in drawn.letters if aim.left and squeezed(letter.text) == squeezed(aim.left)):
            if one.x < right or not any(far(one, bracket, leaders(drawn)) <= NEAR_BRACKET for bracket in brackets):
                yield f"'{squeezed(aim.left)}' does not stand at its bracket"
