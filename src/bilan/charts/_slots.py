"""Where does a year stand among columns? Every year has a place; empty ones are narrow, a long gap is one broken place."""

from collections.abc import Collection
from dataclasses import dataclass

EMPTY, BROKEN, LONG = 0.5, 1.5, 4
"""Width of an empty year and of a long gap, in pitches; how many years make a gap long."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of a year, or of the years of a long gap, in pitches from the left."""

    years: tuple[int, ...]
    start: float
    width: float
    filled: bool

    @property
    def middle(self) -> float:
        """Its middle, in pitches from the left."""
        return self.start + self.width / 2

    @property
    def broken(self) -> bool:
        """Whether the axis is broken here."""
        return len(self.years) > 1


def slots(years: Collection[int]) -> tuple[Slot, ...]:
    """Places for every year from the first to the last of those that have data."""
    places: list[Slot] = []
    last = min(years) - 1
    for year in sorted(set(years)):
        gap = tuple(range(last + 1, year))
        holes = [gap] if len(gap) >= LONG else [(one,) for one in gap]
        for hole in holes:
            places.append(_after(places, hole, BROKEN if len(hole) > 1 else EMPTY, filled=False))
        places.append(_after(places, (year,), 1.0, filled=True))
        last = year
    return tuple(places)


def _after(places: list[Slot], years: tuple[int, ...], width: float, *, filled: bool) -> Slot:
    start = places[-1].start + places[-1].width if places else 0.0
    return Slot(years, start, width, filled)
