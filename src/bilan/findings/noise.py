"""When is a change too small, a series too short, a base too thin, or a figure too old to be called anything?"""

from collections.abc import Mapping
from decimal import Decimal

from bilan.findings.facts import Facts
from bilan.model import Precision, Reading
from bilan.period import Frequency, Period

UP, DOWN, STABLE, LEVELS = "up", "down", "stable", "levels"
COURSES = (UP, DOWN, STABLE)
FEWEST = 5
"""A series shorter than this has levels and no direction."""
RECORD_POINTS = 8
RECENT_DAYS = 1096
"""What ended more than three years before the as-of date is no news."""
BOUNDS = (Precision.LOWER_BOUND, Precision.UPPER_BOUND)
NOISE: Mapping[str, Decimal] = {
    "trade.share_change": Decimal("0.1"),
    "trade.partner_share": Decimal("0.1"),
    "trade.share_turnover": Decimal("0.1"),
    "macro.inflation": Decimal("0.5"),
    "macro.gdp_growth": Decimal("0.5"),
    "macro.remittance_weight": Decimal("0.5"),
    "investment.net_inflow_share": Decimal("0.1"),
}
"""Changes of figures in percent below so many points are noise."""
LEVEL_NOISE: Mapping[str, Decimal] = {
    "trade.balance": Decimal(5),
    "mirror.total_gap": Decimal(5),
    "macro.gdp_per_person": Decimal(5),
}
"""Changes of levels below so many per cent are noise."""
USUAL = Decimal(1)
BLURRED = Decimal(5)
"""How many times the noise is larger between levels that are not exact."""
TINY: Mapping[str, Decimal] = {"USD": Decimal(10**6), "persons": Decimal(1000), "tonnes": Decimal(1000)}
"""A growth on less than this says more about its base than about anything else."""


def firm(one: Reading | None) -> Reading | None:
    """The reading if it has a value that is no bound."""
    return one if one is not None and one.value is not None and one.precision not in BOUNDS else None


def exact(*used: Reading) -> bool:
    """Whether every reading is exact."""
    return all(one.precision is Precision.EXACT for one in used)


def value(one: Reading) -> Decimal:
    """The value of a firm reading."""
    return one.value if one.value is not None else Decimal(0)


def subject(one: Reading) -> str:
    """What of an indicator a reading is about: the reporter, the direction, the flow."""
    return one.id.removeprefix(f"{one.indicator}:").rpartition(":")[0]


def recent(facts: Facts, one: Reading) -> bool:
    """Whether a reading may still be told as news."""
    return (facts.as_of - one.period.end).days <= RECENT_DAYS


def latest(facts: Facts, indicator: str, about: str) -> Reading | None:
    """The last reading of a series that has a value; None where that is a bound, or old."""
    one = firm(facts.readings.latest(indicator, about))
    return one if one is not None and recent(facts, one) else None


def at(facts: Facts, indicator: str, about: str, period: Period) -> Reading | None:
    """The firm reading of a period."""
    return firm(facts.readings.at(indicator, about, period))


def pair(facts: Facts, indicator: str, about: str) -> tuple[Reading, Reading] | None:
    """The last reading and the one of the year before, both firm."""
    now = latest(facts, indicator, about)
    before = at(facts, indicator, about, now.period.year_before()) if now else None
    return (now, before) if now and before else None


def few(facts: Facts, indicator: str, about: str) -> bool:
    """Whether a series has too few figures for a direction."""
    return sum(firm(one) is not None for one in facts.readings.series(indicator, about)) < FEWEST


def tiny(base: Reading) -> bool:
    """Whether a level is too small to grow from."""
    return abs(value(base)) < TINY.get(base.unit, Decimal(0))


def quiet(word: str) -> int:
    """How much less a finding weighs that tells of no movement."""
    return -15 if word in (STABLE, LEVELS) else 0


def course(points: Decimal, indicator: str, *used: Reading) -> str:
    """Up, down or stable by points of figures in percent; a figure that is not exact is printed without decimals."""
    noise = NOISE.get(indicator, USUAL)
    return _course(points, noise if exact(*used) else max(noise, USUAL))


def drift(now: Reading, before: Reading) -> str:
    """Up, down or stable by the size of two levels, whatever their signs."""
    noise = LEVEL_NOISE.get(now.indicator, USUAL) * (1 if exact(now, before) else BLURRED)
    base = abs(value(before))
    return _course((abs(value(now)) - base) * 100, noise * base)


def _course(change: Decimal, noise: Decimal) -> str:
    return STABLE if abs(change) < noise else UP if change > 0 else DOWN


def record(facts: Facts, indicator: str, about: str) -> tuple[Reading, Period, str] | None:
    """The last level, the first year it is compared with, and whether it is the highest or the lowest of an unbroken run.

    None with fewer than eight years in a row, or where the last stands out by no more than noise.
    """
    last = latest(facts, indicator, about)
    if last is None or last.period.frequency is not Frequency.ANNUAL:
        return None
    run = [last]
    while (earlier := at(facts, indicator, about, run[-1].period.year_before())) is not None:
        run.append(earlier)
    if len(run) < RECORD_POINTS:
        return None
    ends = {"high": max(run[1:], key=value), "low": min(run[1:], key=value)}
    beyond = {"high": value(last) > value(ends["high"]), "low": value(last) < value(ends["low"])}
    side = next((side for side in ends if beyond[side] and drift(last, ends[side]) != STABLE), None)
    return None if side is None else (last, run[-1].period, side)
