"""Does every heading of a chart stand at its own bars and lines, and every broken label read in its order?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from bilan.audit.data import Asked, Record
from bilan.audit.geometry import LONG
from bilan.audit.numerals import squeezed
from bilan.audit.placing import mark_of
from bilan.audit.shapes import Drawn, Letter, lines_from

SAME = 0.1
BESIDE = 6.0


@dataclass(frozen=True, slots=True)
class _Placed:
    """A record, the bounds of its marks, and where its heading and notes stand."""

    record: Record
    low: tuple[float, float]
    high: tuple[float, float]
    heading: Letter | None
    notes: tuple[Letter, ...]
    rows: bool


def astray(drawn: Drawn, asked: Asked) -> Iterator[str]:
    """What is wrong with headings, notes and broken labels."""
    placed = [found for one in asked.records if (found := _placed(drawn, one, asked)) is not None]
    for one in placed:
        if one.heading is not None and one.record.above and one.heading.y > one.low[1] + SAME:
            yield f"'{one.record.heading}' does not stand above its marks"
        if one.heading is not None and not one.record.above and not one.low[1] - BESIDE <= one.heading.y <= one.high[1] + BESIDE:
            yield f"'{one.record.heading}' does not stand in its row"
        yield from _aside(one, drawn)
    for one, other in combinations(placed, 2):
        yield from _mixed(one, other)
    yield from _broken(drawn.letters, asked)


def _placed(drawn: Drawn, record: Record, asked: Asked) -> _Placed | None:
    marks = [held[0] for one in record.values if (held := mark_of(drawn.marks, one, asked)) is not None]
    if not marks:
        return None
    low = min(one.low[0] for one in marks), min(one.low[1] for one in marks)
    high = max(one.high[0] for one in marks), max(one.high[1] for one in marks)
    notes = tuple(found for text in record.notes if (found := _first(drawn.letters, text)) is not None)
    rows = all(one.mark in LONG and one.axis == "x" for one in marks)
    return _Placed(record, low, high, _first(drawn.letters, record.heading), notes, rows)


def _mixed(one: _Placed, other: _Placed) -> Iterator[str]:
    """Texts of two records that do not lie to each other as their marks do."""
    for axis in (0, 1) if one.record.above else (1,):
        first, second = (one, other) if one.low[axis] < other.low[axis] else (other, one)
        if first.high[axis] > second.low[axis]:
            continue
        ours, theirs = _texts(first), _texts(second)
        if any(_at(mine, axis) >= _at(their, axis) for mine in ours for their in theirs):
            yield f"texts of '{first.record.heading}' and '{second.record.heading}' stand at each other's marks"


def _aside(one: _Placed, drawn: Drawn) -> Iterator[str]:
    """What is said of bars in rows together, not right of their values."""
    readings = {value.reading for value in one.record.values if value.reading}
    values = [letter.x for letter in drawn.letters if readings.intersection(letter.readings) and letter.y > one.low[1] - BESIDE]
    for note in one.notes if one.rows and one.record.above else ():
        if values and note.x <= max(values):
            yield f"'{squeezed(note.text)}' does not stand right of the values it speaks of"


def _texts(one: _Placed) -> list[Letter]:
    return [*([one.heading] if one.heading else []), *one.notes]


def _at(letter: Letter, axis: int) -> float:
    return letter.y if axis else letter.x


def _first(letters: Sequence[Letter], words: str) -> Letter | None:
    """The first line of words, where only one drawn text can be it."""
    wanted = f"{squeezed(words)} "
    found = [one for one in letters if squeezed(one.text) and wanted.startswith(f"{squeezed(one.text)} ")]
    return found[0] if len(found) == 1 else None


def _broken(letters: Sequence[Letter], asked: Asked) -> Iterator[str]:
    """Labels of several lines whose lines do not follow each other."""
    texts = list(dict.fromkeys(squeezed(one) for one in asked.texts))
    for one in letters:
        said = squeezed(one.text)
        if not said or any(said in text and not text.startswith(said) for text in texts):
            continue
        begun = [text for text in texts if f"{text} ".startswith(f"{said} ")]
        if begun and said not in begun and not any(lines_from(letters, one).startswith(text) for text in begun):
            yield f"the lines of '{begun[0]}' do not follow each other"
