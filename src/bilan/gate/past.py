"""What did a series say, publication by publication?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from bilan.gate.robust import log, log_ratio, median
from bilan.model import Observation, Precision, SeriesKey, Status
from bilan.period import Period
from bilan.store.view import View, Vintage

LEAST_COMMON = 5  # periods two publications must share before they can move as one
COMMON_SPREAD = Decimal("0.01")
_WEAKNESS = {Precision.EXACT: 1, Precision.ROUNDED: 2, Precision.APPROXIMATE: 3}
State = dict[Period, Observation]


@dataclass(frozen=True, slots=True)
class Stage:
    """What stood for a period from a day on; None once it was withdrawn."""

    day: date
    observation: Observation | None


@dataclass(frozen=True, slots=True)
class Move:
    """A publication that changed at least half of a series.

    `middle` is the median logarithm of new over old, `size` the median of its size, and `spread` how far the
    changes lie around the middle; `common` where they are about one factor.
    """

    day: date
    changed: int
    known: int
    middle: Decimal
    size: Decimal
    spread: Decimal

    @property
    def common(self) -> bool:
        """Whether all values moved by about one factor."""
        return self.spread <= max(COMMON_SPREAD, self.size / 4)


@dataclass(frozen=True)
class Past:
    """The vintages of one series: for each period what stood from which day on, and the days of publication."""

    stages: Mapping[Period, tuple[Stage, ...]]
    days: tuple[date, ...]

    def on(self, day: date, *, before: bool = False) -> State:
        """What stood on a day, or just before it."""
        found: State = {}
        for period, stages in self.stages.items():
            last = None
            for stage in stages:
                if stage.day > day or (before and stage.day == day):
                    break
                last = stage.observation
            if last is not None:
                found[period] = last
        return found

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Publications that changed the series as a whole, oldest first."""
        pairs = ((day, self.on(day, before=True), self.on(day)) for day in self.days[1:])
        return tuple(move for day, old, new in pairs if (move := _move(day, old, new)) is not None)

    @cached_property
    def final(self) -> State:
        """What stands in the end."""
        return self.on(self.days[-1]) if self.days else {}


def distance(old: State, new: State) -> Decimal | None:
    """Median size of the logarithms of new over old; None where too few periods are known to both."""
    logs = _logs(old, new)
    return median([abs(one) for one in logs]) if len(logs) >= LEAST_COMMON else None


def pasts(view: View) -> dict[SeriesKey, Past]:
    """The past of every statistical series of a view."""
    by_key: dict[SeriesKey, list[Vintage]] = defaultdict(list)
    for one in view.vintages:
        if one.statistic:
            by_key[one.observation.key].append(one)
    return {key: past(vintages) for key, vintages in sorted(by_key.items())}


def past(vintages: Iterable[Vintage]) -> Past:
    """The past of one series from its vintages, given in the order of publication."""
    by_period: dict[Period, list[Vintage]] = defaultdict(list)
    for one in vintages:
        by_period[one.observation.period].append(one)
    kept = {period: _valid(ones) for period, ones in sorted(by_period.items())}
    days = {one.observation.published_on for ones in kept.values() for one in ones}
    return Past({period: tuple(_stages(ones)) for period, ones in kept.items()}, tuple(sorted(days)))


def threshold(factor: float) -> Decimal:
    """The logarithm of a factor written in a rule."""
    return log(Decimal(str(factor)))


def _valid(vintages: list[Vintage]) -> list[Vintage]:
    """Without versions of a row that a correction of the same or an earlier day replaced."""
    standing = {one.observation.row: one.observation.published_on for one in vintages if one.stands}
    return [one for one in vintages if one.stands or one.observation.published_on < standing.get(one.observation.row, date.max)]


def _stages(vintages: list[Vintage]) -> Iterable[Stage]:
    said: tuple[Decimal | None, str] | None = None
    rows: dict[str, Vintage] = {}
    for day in sorted({one.observation.published_on for one in vintages}):
        rows |= {one.observation.row: one for one in vintages if one.observation.published_on == day}
        best = _speaking(rows.values())
        now = (best.value, best.unit) if best else (None, "")
        if now != said and (best or said):
            yield Stage(day, best)
            said = now


def _speaking(rows: Iterable[Vintage]) -> Observation | None:
    """The row that spoke: the last published, of one day the most precise; a row deleted from its table is silent."""
    known = [one for one in rows if one.stands or one.observation.status is not Status.WITHDRAWN]
    if not known:
        return None
    newest = max(one.observation.published_on for one in known)
    best = min(
        (one for one in known if one.observation.published_on == newest),
        key=lambda one: (_WEAKNESS.get(one.observation.precision, 4), one.digest),
    )
    return None if best.observation.value is None else best.observation


def _move(day: date, old: State, new: State) -> Move | None:
    logs = _logs(old, new)
    changed = sum(1 for period in old.keys() & new.keys() if old[period].value != new[period].value)
    if len(logs) < LEAST_COMMON or changed * 2 < len(logs):
        return None
    middle = median(logs)
    return Move(day, changed, len(logs), middle, median([abs(one) for one in logs]), median([abs(one - middle) for one in logs]))


def _logs(old: State, new: State) -> list[Decimal]:
    common = old.keys() & new.keys()
    return [log_ratio(old[period].value or Decimal(0), new[period].value or Decimal(0)) for period in common]
