"""Is each bar as long and each point as high as the value it shows? Measured in the finished drawing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from bilan.audit.data import Asked
from bilan.audit.shapes import Drawn, Shape

LONG = ("column", "bar", "floating")
FINEST = 0.04
"""How far from its value a mark may lie, in the drawing's points: coordinates are written to a hundredth."""
POWERS = tuple(Decimal(10) ** power for power in (0, 3, 6, 9, 12, -2))


@dataclass(frozen=True, slots=True)
class Axis:
    """A straight line from values to places: where zero lies, and how far a unit is; no sign of growth needed downwards."""

    zero: float
    unit: float

    def __call__(self, value: Decimal) -> float:
        """The place of a value."""
        return self.zero + self.unit * float(value)


def misdrawn(drawn: Drawn, asked: Asked) -> Iterator[str]:
    """What in a drawing does not show the values it was asked to show."""
    yield from _untrue(drawn.marks, asked)
    for (scale, axis), marks in _scales(drawn.marks).items():
        bars = [one for one in marks if one.mark in LONG and len(one.values) == 1]
        yield from _wrong_lengths(bars, axis)
        yield from _floating(bars, axis, drawn.shapes)
        yield from _off_line(_places(marks, axis), scale)
        if axis == "y":
            yield from _out_of_time(marks, asked)
    yield from _no_line(drawn, asked)


def axes(drawn: Drawn) -> dict[tuple[str, str], Axis]:
    """The line each scale of a drawing follows, where its marks tell it."""
    found = {}
    for (scale, axis), marks in _scales(drawn.marks).items():
        bars = [one for one in marks if one.mark in LONG and len(one.values) == 1]
        line = _fitted(_places(marks, axis)) if any(one.mark not in LONG for one in marks) else _from_bars(bars, axis)
        if line is not None:
            found[scale, axis] = line
    return found


def ends(bar: Shape, axis: str) -> tuple[float, float]:
    """Where a bar starts and where it ends, along its axis; y grows downwards, a positive column upwards."""
    index = 0 if axis == "x" else 1
    low, high = bar.low[index], bar.high[index]
    return (low, high) if (bar.values[0] >= 0) == (axis == "x") else (high, low)


def _scales(marks: Iterable[Shape]) -> dict[tuple[str, str], list[Shape]]:
    found: dict[tuple[str, str], list[Shape]] = defaultdict(list)
    for one in marks:
        if all(value.is_finite() for value in one.values):
            found[one.scale, one.axis].append(one)
    return found


def _untrue(marks: Sequence[Shape], asked: Asked) -> Iterator[str]:
    """Marks of values nobody asked for, and values asked for without a mark."""
    shown = {value for one in marks for value in one.values}
    wanted = {one.value for one in asked.values}
    yield from (f"a mark shows {value:f}, which the chart was not asked to show" for value in sorted(shown - wanted))
    yield from (f"no mark shows {value:f}" for value in sorted(wanted - shown))
    known = defaultdict(set)
    for one in asked.values:
        known[one.reading].add(one.value)
    for mark in marks:
        readings = mark.reading.split()
        if len(readings) == len(mark.values):
            for reading, value in zip(readings, mark.values, strict=True):
                if reading in known and value not in known[reading]:
                    yield f"the mark of '{reading}' shows {value:f}"


def _wrong_lengths(bars: Sequence[Shape], axis: str) -> Iterator[str]:
    index = 0 if axis == "x" else 1
    lengths = [(float(abs(one.values[0])), one.high[index] - one.low[index]) for one in bars]
    unit = _slope(lengths)
    for one, (value, length) in zip(bars, lengths, strict=True):
        if abs(length - unit * value) > FINEST:
            yield f"the {one.mark} of {one.values[0]:f} is {length:.2f} long, not {unit * value:.2f}"


def _slope(pairs: Sequence[tuple[float, float]]) -> float:
    """Length of a unit, as most of the bars have it: the one that puts the most of them right."""
    ratios = [length / value for value, length in pairs if value]
    fits = [(sum(abs(length - ratio * value) <= FINEST for value, length in pairs), -abs(ratio), ratio) for ratio in ratios]
    return max(fits)[2] if fits else 0.0


def _floating(bars: Sequence[Shape], axis: str, shapes: Sequence[Shape]) -> Iterator[str]:
    """Bars that start neither where another bar starts or ends nor on a line of an axis."""
    index = 0 if axis == "x" else 1
    rulers = [one.low[index] for one in shapes if not one.mark and one.high[index] - one.low[index] <= FINEST]
    for one in bars:
        start = ends(one, axis)[0]
        others = [place for other in bars if other is not one for place in ends(other, axis)]
        if all(abs(start - place) > 2 * FINEST for place in (*rulers, *others)):
            yield f"the {one.mark} of {one.values[0]:f} starts at {start:.2f}, on no axis and at no other {one.mark}"


def _places(marks: Iterable[Shape], axis: str) -> list[tuple[Decimal, float]]:
    """Values and where the points that show them lie; bars count with their end where all start at one place."""
    index = 0 if axis == "x" else 1
    found: list[tuple[Decimal, float]] = []
    for one in marks:
        if one.mark in LONG:
            continue
        if len(one.values) == 1:
            found.append((one.values[0], one.middle[index]))
        elif len(one.values) == len(one.points):
            found += [(value, point[index]) for value, point in zip(one.values, one.points, strict=True)]
    return found


def _off_line(places: Sequence[tuple[Decimal, float]], scale: str) -> Iterator[str]:
    line = _fitted(places)
    if line is None:
        return
    for value, place in places:
        if abs(line(value) - place) > FINEST:
            yield f"the point of {value:f} lies at {place:.2f}, not at {line(value):.2f} of scale '{scale}'"


def _fitted(places: Sequence[tuple[Decimal, float]]) -> Axis | None:
    """The line that most places lie on; None where all values are equal."""
    ordered = sorted(set(places))
    candidates = []
    for first in ordered[: len(ordered) // 2 + 1]:
        for second in ordered[len(ordered) // 2 :][-4:]:
            if first[0] != second[0]:
                unit = (second[1] - first[1]) / float(second[0] - first[0])
                line = Axis(first[1] - unit * float(first[0]), unit)
                candidates.append((sum(abs(line(value) - place) <= FINEST for value, place in places), line.unit, line.zero))
    if not candidates:
        return None
    _, unit, zero = max(candidates)
    return Axis(zero, unit)


def _from_bars(bars: Sequence[Shape], axis: str) -> Axis | None:
    """The line of bars that all start at one place."""
    starts = sorted(ends(one, axis)[0] for one in bars)
    if not bars or starts[-1] - starts[0] > 2 * FINEST:
        return None
    index = 0 if axis == "x" else 1
    unit = _slope([(float(abs(one.values[0])), one.high[index] - one.low[index]) for one in bars])
    return Axis(starts[0], unit if axis == "x" else -unit) if unit else None


def _out_of_time(marks: Iterable[Shape], asked: Asked) -> Iterator[str]:
    """Marks of a later year that stand left of those of an earlier one."""
    places = sorted((year, x) for year, x, _ in dated(marks, asked))
    for (year, x), (later, further) in pairwise(places):
        if later > year and further <= x:
            yield f"the mark of {later} stands left of that of {year}"


def dated(marks: Iterable[Shape], asked: Asked) -> Iterator[tuple[int, float, float]]:
    """Year and place of every mark whose year is known: by its reading, else by a value that only one year has."""
    by_reading = {one.reading: one.year for one in asked.values if one.reading and one.year is not None}
    by_value: dict[Decimal, set[int]] = defaultdict(set)
    for one in asked.values:
        if one.year is not None:
            by_value[one.value].add(one.year)
    for mark in marks:
        readings = mark.reading.split()
        points = [mark.middle] if len(mark.values) == 1 else mark.points
        told = readings if len(readings) == len(points) else [""] * len(points)
        for reading, value, (x, y) in zip(told, mark.values, points, strict=False):
            years = {by_reading[reading]} if reading in by_reading else by_value.get(value, set())
            if len(years) == 1:
                yield next(iter(years)), x, y


def _no_line(drawn: Drawn, asked: Asked) -> Iterator[str]:
    """Aims without a level line where they belong."""
    lines = [one for one in drawn.shapes if not one.mark and len(one.points) > 1]
    for axis in [line for (_, name), line in axes(drawn).items() if name == "y"]:
        for aim in asked.aims:
            if not any(abs(one.low[1] - axis(aim.value)) <= FINEST and one.high[1] - one.low[1] <= FINEST for one in lines):
                yield f"no line stands at the aim of {aim.value:f}"
