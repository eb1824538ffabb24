"""How does a series look in a small chart? One line for what counts, paler ones for what was published before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bilan.period import Period
from bilan.pipeline.vintages import Vintage

WIDTH, HEIGHT, LEFT, RIGHT, TOP, FOOT = 640.0, 220.0, 84.0, 14.0, 12.0, 26.0
SPARK_WIDTH, SPARK_HEIGHT = 120.0, 28.0
MOST_VINTAGES = 6
Points = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """Lines in the units of the picture, oldest vintage first, the last what counts; the ends of both axes."""

    lines: tuple[tuple[str, Points], ...]
    low: Decimal
    high: Decimal
    first: Period
    last: Period
    published: tuple[str, ...]

    def path(self, points: Points) -> str:
        """A line as SVG has it."""
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def drawn(values: Mapping[Period, Sequence[Vintage]]) -> Drawn | None:
    """The chart of a series with its vintages; None where there is no value."""
    stages = _stages(values)
    known = [value for stage in stages.values() for value in stage.values()]
    if not known:
        return None
    periods, low, high = sorted(values), min(known), max(known)
    span = high - low or Decimal(1)

    def place(period: Period, value: Decimal) -> tuple[float, float]:
        across = periods.index(period) / max(1, len(periods) - 1)
        return LEFT + across * (WIDTH - LEFT - RIGHT), TOP + (1 - float((value - low) / span)) * (HEIGHT - TOP - FOOT)

    lines = tuple((day, [place(period, value) for period, value in sorted(stage.items())]) for day, stage in stages.items())
    return Drawn(lines, low, high, periods[0], periods[-1], tuple(stages))


def _stages(values: Mapping[Period, Sequence[Vintage]]) -> dict[str, dict[Period, Decimal]]:
    """What the series said on the days of its last few publications, and at last what counts."""
    days = sorted({one.observation.published_on for ones in values.values() for one in ones})
    shown = [*days[-MOST_VINTAGES:-1], days[-1]] if days else []
    stages: dict[str, dict[Period, Decimal]] = {}
    for day in shown:
        stage: dict[Period, Decimal] = {}
        for period, ones in values.items():
            there = [
                one.observation.value for one in ones if one.observation.published_on <= day and one.event not in ("forecast", "statement")
            ]
            if there and there[-1] is not None:
                stage[period] = there[-1]
        if stage:
            stages[day.isoformat()] = stage
    return stages


def spark(values: Sequence[Decimal]) -> str:
    """The points of a line so small that it has no axes; empty where there are too few values."""
    if len(values) < 2:  # noqa: PLR2004  a line needs two points
        return ""
    low, span = min(values), (max(values) - min(values)) or Decimal(1)
    step = (SPARK_WIDTH - 4) / (len(values) - 1)
    return " ".join(
        f"{2 + number * step:.1f},{2 + (1 - float((value - low) / span)) * (SPARK_HEIGHT - 4):.1f}" for number, value in enumerate(values)
    )
