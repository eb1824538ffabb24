"""What comes in and passes through? Investment, foreigners, cargo, and how far exports pay for imports."""

from collections.abc import Iterator
from decimal import Decimal

from bilan.document import Argument, Finding
from bilan.findings.facts import Facts
from bilan.findings.noise import COURSES, LEVELS, NOISE, at, course, few, latest, quiet, tiny, value
from bilan.findings.rule import COUNTED, MOVING, Says, finding, rule
from bilan.model import Reading

EVEN = Decimal(100)


@rule("investment-growth", section="investment", weight=49, says=Says(topic="investment-flow", opposites=COURSES, hedges=COUNTED))
def investment(facts: Facts) -> Iterator[Finding]:
    """The yearly inflow against that of the year before; where the series is short its levels are told instead."""
    for investor in facts.readings.subjects("investment.growth"):
        found = _grown(facts, "investment.growth", "investment.flow", investor)
        if found is not None and found[1] != LEVELS:
            (total, _, growth), direction = found
            yield finding(
                "investment-growth", (total, growth), investor, investor=investor, host=total.partner, total=total, growth=growth,
                period=total.period, direction=direction,
            )  # fmt: skip


@rule("fdi-net", section="investment", weight=44, says=Says(opposites=("in", "out"), hedges=MOVING, limited=True))
def net(facts: Facts) -> Iterator[Finding]:
    """Whether direct investment from everywhere came in or went out on balance, against GDP; near zero nothing is said."""
    for code in facts.countries:
        share = latest(facts, "investment.net_inflow_share", code)
        if share is not None and abs(value(share)) >= NOISE[share.indicator]:
            side = "in" if value(share) > 0 else "out"
            yield finding("fdi-net", (share,), code, country=code, share=share, period=share.period, side=side)


@rule("arrivals", section="measures", weight=33, says=Says(opposites=(*COURSES, LEVELS), hedges=COUNTED, limited=True))
def arrivals(facts: Facts) -> Iterator[Finding]:
    """Arrivals of foreigners against the year before."""
    for code in facts.countries:
        yield from _moved(facts, "arrivals", ("movement.arrivals_growth", "movement.arrivals"), code, country=code)


@rule("transit", section="measures", weight=31, says=Says(opposites=(*COURSES, LEVELS), hedges=COUNTED, limited=True))
def transit(facts: Facts) -> Iterator[Finding]:
    """Cargo from China through one country to the other, against the same months of the year before."""
    first, second = facts.countries
    for code, partner in ((first, second), (second, first)):
        yield from _moved(facts, "transit", ("movement.transit_growth", "movement.transit"), code, country=code, partner=partner)


def _moved(facts: Facts, name: str, of: tuple[str, str], code: str, **args: Argument) -> Iterator[Finding]:
    found = _grown(facts, *of, code)
    if found is not None:
        (total, before, growth), direction = found
        used = (total, before) if direction == LEVELS else (total, growth)
        yield finding(
            name, used, code, quiet(direction), total=total, before=before, growth=growth, period=total.period, earlier=before.period,
            direction=direction, **args,
        )  # fmt: skip


def _grown(facts: Facts, growth: str, level: str, about: str) -> tuple[tuple[Reading, Reading, Reading], str] | None:
    """The last level, the one it grew from, its growth, and the direction; levels alone from a short series or a thin base."""
    total = latest(facts, level, about)
    if total is None:
        return None
    before = at(facts, level, about, total.period.year_before())
    change = at(facts, growth, about, total.period)
    if before is None or change is None:
        return None
    short = few(facts, level, about) or tiny(before)
    return (total, before, change), LEVELS if short else course(value(change), growth, change)


@rule(
    "trade-coverage", section="measures", weight=36, says=Says(topic="balance", opposites=("above", "below"), hedges=MOVING, limited=True)
)
def coverage(facts: Facts) -> Iterator[Finding]:
    """What part of its imports from the partner a country's exports pay for; not where they nearly do."""
    for code in facts.countries:
        share = latest(facts, "trade.coverage_ratio", code)
        if share is None or abs(value(share) - EVEN) < 1:
            continue
        side = "above" if value(share) > EVEN else "below"
        yield finding("trade-coverage", (share,), code, statistics=code, partner=share.partner, share=share, period=share.period, side=side)
