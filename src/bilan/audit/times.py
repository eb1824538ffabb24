"""Do the labels of a chart's axes, time lines and grids stand where their value, year, day or row has its place?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from bilan.audit.data import Asked, Happening
from bilan.audit.geometry import FINEST, axes, dated
from bilan.audit.numerals import squeezed
from bilan.audit.shapes import Drawn, Letter

ROOM = 12.0
"""How far outside the first and last mark the label of a year may stand, in points."""
LEAST = 3
"""How many places a straight line must have before one of them can be told to lie off it."""


def off_place(drawn: Drawn, asked: Asked) -> Iterator[str]:
    """What is wrong with ticks, years, events and cells."""
    yield from _ticks(drawn, asked)
    yield from _years(drawn, asked)
    yield from _calendar(drawn, asked)
    yield from _events(drawn, asked.events)
    yield from _discs(drawn, asked.events)
    yield from _cells(drawn, asked)
    yield from _sides(drawn, asked)


def _ticks(drawn: Drawn, asked: Asked) -> Iterator[str]:
    """Ticks whose labels do not stand at their value, as the others do, or not beside the others."""
    found = list(axes(drawn).items())
    own = {squeezed(one.label) for one in asked.values} | {squeezed(text) for _, text in asked.years}
    levels = {squeezed(text): value for value, text in asked.levels if squeezed(text) not in own}
    labels = [(levels[squeezed(one.text)], one) for one in drawn.letters if squeezed(one.text) in levels]
    if len(found) != 1 or not labels:
        return
    ((_, name), line) = found[0]
    places = [((one.x, one.y), line(value)) for value, one in labels]
    index = 0 if name == "x" else 1
    usual = median_low(round(at[index] - wanted, 2) for at, wanted in places)
    edge = median_low(at[1 - index] for at, _ in places)
    for (value, one), (at, wanted) in zip(labels, places, strict=True):
        if abs(at[index] - wanted - usual) > 2 * FINEST or abs(at[1 - index] - edge) > 2 * FINEST:
            yield f"tick '{one.text}' does not stand at {value:f}"


@dataclass(frozen=True, slots=True)
class _Time:
    """Where the years of one scale lie, and between which heights its marks do."""

    places: tuple[tuple[int, float], ...]
    highest: float
    lowest: float

    def near(self, letter: Letter) -> bool:
        """Whether a text may belong to this scale."""
        return min(x for _, x in self.places) - ROOM <= letter.x <= max(x for _, x in self.places) + ROOM

    def fits(self, year: int, letter: Letter) -> bool:
        """Whether no other year is nearer, and no mark lies beside it; a year without a mark lies between its neighbours."""
        nearest = min(self.places, key=lambda one: abs(one[1] - letter.x))[0]
        if year in {one for one, _ in self.places}:
            return nearest == year and not self.highest + 1 < letter.y < self.lowest - 1
        before, after = [x for one, x in self.places if one < year], [x for one, x in self.places if one > year]
        return bool(before and after) and max(before) - ROOM < letter.x < min(after) + ROOM


def _years(drawn: Drawn, asked: Asked) -> Iterator[str]:
    """Labels of years that stand at another year's marks in every scale they may belong to, or at none."""
    scales = [found for scale in dict.fromkeys(one.scale for one in drawn.marks) if (found := _time(drawn, asked, scale)) is not None]
    texts = {squeezed(text): year for year, text in asked.years}
    for one in drawn.letters:
        year = texts.get(squeezed(one.text))
        if year is not None and scales and not any(scale.near(one) and scale.fits(year, one) for scale in scales):
            yield f"'{one.text}' does not stand at the marks of {year}"


def _time(drawn: Drawn, asked: Asked, scale: str) -> _Time | None:
    marks = [one for one in drawn.marks if one.scale == scale and one.axis == "y"]
    found: dict[int, list[float]] = {}
    for year, x, _ in dated(marks, asked):
        found.setdefault(year, []).append(x)
    places = tuple(sorted((year, sum(xs) / len(xs)) for year, xs in found.items()))
    return _Time(places, min(one.low[1] for one in marks), max(one.high[1] for one in marks)) if len(places) > 1 else None


def _calendar(drawn: Drawn, asked: Asked) -> Iterator[str]:
    """Years of a time line that do not follow each other on one line."""
    texts = {squeezed(text): year for year, text in asked.years} if asked.events else {}
    found = sorted((one.x, one.y, texts[squeezed(one.text)]) for one in drawn.letters if squeezed(one.text) in texts)
    for (_, y, year), (_, level, later) in pairwise(found):
        if later <= year or abs(level - y) > 1:
            yield f"{later} stands right of {year} on the time line"


def _events(drawn: Drawn, events: Sequence[Happening]) -> Iterator[str]:
    """Dates of a time line out of order, and words under another event's date."""
    whens = {squeezed(one.when): one for one in events}
    heads = [(whens[squeezed(one.text)], one) for one in drawn.letters if squeezed(one.text) in whens]
    ordered = sorted(heads, key=lambda pair: pair[0].day)
    for (event, one), (later, other) in pairwise(ordered):
        if later.day > event.day and (other.x <= one.x or abs(other.y - one.y) > 1):
            yield f"'{squeezed(later.when)}' and '{squeezed(event.when)}' do not stand in order on one line"
    level = max((one.y for _, one in heads), default=0.0)
    for event, head in heads:
        below = " ".join(squeezed(one.text) for one in sorted(_under(drawn, head), key=lambda one: one.y))
        if below and not f"{below} ".startswith(f"{squeezed(event.label)} "):
            yield f"'{squeezed(event.label)}' does not stand under '{squeezed(event.when)}'"
    for one in drawn.letters:
        own = [event for event, head in heads if abs(head.x - one.x) <= 2 * FINEST]
        said = any(f"{squeezed(event.label)} ".startswith(f"{squeezed(one.text)} ") for event in events)
        if heads and one.y <= level + 1 and said and squeezed(one.text) not in whens:
            yield f"'{squeezed(one.text)}' does not stand under a date"
        if heads and one.y > level + 1 and not any(squeezed(one.text) in squeezed(event.label) for event in own):
            yield f"'{squeezed(one.text)}' stands under another event's date"


def _under(drawn: Drawn, head: Letter) -> list[Letter]:
    """The texts that start below a date, at the same place."""
    return [one for one in drawn.letters if abs(head.x - one.x) <= 2 * FINEST and one.y > head.y + 1]


def _discs(drawn: Drawn, events: Sequence[Happening]) -> Iterator[str]:
    """Events whose discs do not lie in proportion to their days."""
    places = sorted(one.middle[0] for one in drawn.shapes if one.curved)
    ordered = sorted(events, key=lambda one: one.day)
    if not events:
        return
    if len(places) != len(ordered):
        yield f"{len(places)} discs are drawn for {len(ordered)} events"
        return
    for late in (False, True):
        part = [(float(one.day), x) for one, x in zip(ordered, places, strict=True) if one.late is late]
        if len(part) >= LEAST and part[-1][0] > part[0][0]:
            unit = (part[-1][1] - part[0][1]) / (part[-1][0] - part[0][0])
            off = [day for day, x in part if abs(part[0][1] + unit * (day - part[0][0]) - x) > 2 * FINEST]
            if off:
                yield f"{len(off)} events do not lie in proportion to their days"


def _cells(drawn: Drawn, asked: Asked) -> Iterator[str]:
    """Texts of a grid in another row or column than their own, and heads out of order."""
    rows, columns = _heads(drawn, [one.row for one in asked.cells]), _heads(drawn, [one.column for one in asked.cells])
    if not rows or not columns or len(rows) < len({one.row for one in asked.cells}):
        return
    for heads, along, across in ((rows, "y", "x"), (columns, "x", "y")):
        places = [(getattr(one, along), getattr(one, across)) for one in heads.values()]
        if any(after[0] <= before[0] or abs(after[1] - before[1]) > ROOM for before, after in pairwise(places)):
            yield "heads of rows or columns do not stand in their order"
    middles = {name: _middle(drawn, name, head, rows.values()) for name, head in rows.items()}
    for one in drawn.letters:
        wanted = {(cell.row, cell.column) for cell in asked.cells if cell.text and squeezed(cell.text) == squeezed(one.text)}
        place = (min(middles, key=lambda name: abs(middles[name] - one.y)), min(columns, key=lambda name: abs(columns[name].x - one.x)))
        if wanted and place not in wanted and (place[0], "") not in wanted:
            yield f"'{squeezed(one.text)}' stands in another row or column than its own"


def _middle(drawn: Drawn, name: str, head: Letter, heads: Iterable[Letter]) -> float:
    """The height in the middle of all lines of a head."""
    end = min((one.y for one in heads if one.y > head.y), default=float("inf"))
    own = [
        one.y
        for one in drawn.letters
        if abs(one.x - head.x) <= 2 * FINEST and head.y <= one.y < end and squeezed(one.text) in squeezed(name)
    ]
    return sum(own) / len(own)


def _heads(drawn: Drawn, names: Sequence[str]) -> dict[str, Letter]:
    """The first line of each head that is there once, in the order of the data."""
    return {name: letter for name in dict.fromkeys(names) if name and (letter := _first(drawn, name)) is not None}


def _sides(drawn: Drawn, asked: Asked) -> Iterator[str]:
    """Words before and after the last observed value the other way round, or those of the range not between its ends."""
    before, after, between = (_first(drawn, words) if words else None for words in asked.parted)
    if before and after and not (before.x < after.x and abs(before.y - after.y) <= 1):
        yield f"'{squeezed(before.text)}' and '{squeezed(after.text)}' do not stand on either side of the last observed value"
    ends = [one.y for one in drawn.letters if between and one is not between and abs(one.x - between.x) <= 1 and one.readings]
    if between and ends and not (min(ends) < between.y < max(ends)):
        yield f"'{squeezed(between.text)}' does not stand between the ends of the range"


def _first(drawn: Drawn, words: str) -> Letter | None:
    """The first line of words, where only one drawn text can be it."""
    found = [one for one in drawn.letters if squeezed(one.text) and f"{squeezed(words)} ".startswith(f"{squeezed(one.text)} ")]
    return found[0] if len(found) == 1 else None
