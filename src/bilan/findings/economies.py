"""What do the readings of the two economies say? Output, growth, prices, openness, remittances, the dollar."""

from collections.abc import Iterator

from bilan.document import Finding
from bilan.findings.facts import Facts
from bilan.findings.noise import COURSES, LEVELS, STABLE, at, course, drift, few, latest, pair, quiet, record, value
from bilan.findings.rule import COUNTED, MOVING, Says, finding, rule
from bilan.model import Reading

OPENNESS = ("macro.openness", "macro.merchandise_trade_share")
CLOSE, APART = "close", "apart"


@rule("gdp-per-person", section="macro", weight=40, says=Says(opposites=(APART, CLOSE), hedges=MOVING, limited=True))
def output(facts: Facts) -> Iterator[Finding]:
    """GDP per person of both countries in one year."""
    found = _both(facts, "macro.gdp_per_person")
    if found is not None:
        high, low = found
        yield _compared("gdp-per-person", high, low, CLOSE if drift(high, low) == STABLE else APART)


@rule("economies-growth", section="macro", weight=41, says=Says(opposites=(APART, CLOSE), hedges=MOVING, limited=True))
def growth(facts: Facts) -> Iterator[Finding]:
    """Growth of the two economies in one year, prices taken out."""
    found = _both(facts, "macro.gdp_growth")
    if found is not None:
        high, low = found
        near = course(value(high) - value(low), "macro.gdp_growth", high, low) == STABLE
        yield _compared("economies-growth", high, low, CLOSE if near else APART)


def _both(facts: Facts, indicator: str) -> tuple[Reading, Reading] | None:
    """Both countries' readings of the last year they share, the higher one first."""
    known = [latest(facts, indicator, code) for code in facts.countries]
    if any(one is None for one in known):
        return None
    shared = min(one.period for one in known if one is not None)
    found = [one for code in facts.countries if (one := at(facts, indicator, code, shared)) is not None]
    high, *rest = sorted(found, key=value, reverse=True)
    return (high, rest[0]) if rest else None


def _compared(name: str, high: Reading, low: Reading, standing: str) -> Finding:
    return finding(
        name, (high, low), "", country=high.reporter, partner=low.reporter, high=high, low=low, period=high.period, standing=standing
    )


@rule("gdp-record", section="macro", weight=37, says=Says(opposites=("high", "low"), hedges=COUNTED, limited=True))
def best(facts: Facts) -> Iterator[Finding]:
    """The highest or lowest GDP in dollars of an unbroken run of at least eight years."""
    for code in facts.countries:
        found = record(facts, "macro.gdp", code)
        if found is not None:
            total, since, end = found
            yield finding("gdp-record", (total,), code, country=code, total=total, period=total.period, since=since, side=end)


@rule("prices", section="macro", weight=36, says=Says(opposites=COURSES, hedges=MOVING, limited=True))
def prices(facts: Facts) -> Iterator[Finding]:
    """Whether consumer prices rose faster than the year before; not where they fell."""
    for code in facts.countries:
        found = pair(facts, "macro.inflation", code)
        if found is not None and min(value(one) for one in found) > 0:
            now, before = found
            direction = course(value(now) - value(before), "macro.inflation", now, before)
            yield _moved("prices", code, now, before, direction)


@rule("openness", section="macro", weight=34, says=Says(opposites=(*COURSES, LEVELS), hedges=COUNTED, limited=True))
def openness(facts: Facts) -> Iterator[Finding]:
    """How large trade in goods with the world is against GDP, and what it was the year before."""
    for code in facts.countries:
        found = next((one for name in OPENNESS if (one := pair(facts, name, code))), None)
        if found is not None:
            yield _moved("openness", code, *found, _weighed(facts, code, *found))


@rule("remittance-weight", section="macro", weight=39, says=Says(opposites=(*COURSES, LEVELS), hedges=COUNTED, limited=True))
def remittances(facts: Facts) -> Iterator[Finding]:
    """How much remittances weigh against GDP, and what they did the year before."""
    for code in facts.countries:
        found = pair(facts, "macro.remittance_weight", code)
        if found is not None:
            yield _moved("remittance-weight", code, *found, _weighed(facts, code, *found))


def _weighed(facts: Facts, code: str, now: Reading, before: Reading) -> str:
    if few(facts, now.indicator, code):
        return LEVELS
    return course(value(now) - value(before), now.indicator, now, before)


def _moved(name: str, code: str, now: Reading, before: Reading, direction: str) -> Finding:
    return finding(
        name,
        (now, before),
        code,
        quiet(direction),
        country=code,
        now=now,
        before=before,
        period=now.period,
        earlier=before.period,
        direction=direction,
    )


@rule("dollar-price", section="macro", weight=38, says=Says(opposites=COURSES, hedges=MOVING, limited=True))
def dollar(facts: Facts) -> Iterator[Finding]:
    """What a dollar cost in a country's currency on average over the year, and how much dearer or cheaper it became."""
    for code in facts.countries:
        rate = latest(facts, "macro.exchange_rate", code)
        change = at(facts, "macro.exchange_rate_change", code, rate.period) if rate else None
        if rate is not None and change is not None:
            direction = course(value(change), "macro.exchange_rate_change", change)
            yield finding(
                "dollar-price",
                (rate, change),
                code,
                quiet(direction),
                country=code,
                rate=rate,
                change=change,
                period=rate.period,
                direction=direction,
            )
