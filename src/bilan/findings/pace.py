"""How does trade move over the years? Against its average, by flow, in prices of one year, in shares, to records and thresholds."""

from collections.abc import Iterator
from decimal import Decimal

from bilan.document import Argument, Finding
from bilan.findings.changes import side
from bilan.findings.facts import Facts
from bilan.findings.noise import COURSES, DOWN, LEVELS, STABLE, UP, at, course, drift, few, firm, latest, pair, quiet, record, value
from bilan.findings.rule import COUNTED, MOVING, Says, finding, rule
from bilan.model import Reading
from bilan.period import Frequency, Period

AVERAGED_YEARS = 5
ALIKE = Decimal("0.1")
"""Two contributions less than this part of the growth apart are told as alike."""
STANDINGS = {UP: "above", DOWN: "below", STABLE: "near"}


@rule("trade-trend", section="trade", weight=44, says=Says(opposites=("above", "below", "near"), hedges=COUNTED, limited=True))
def trend(facts: Facts) -> Iterator[Finding]:
    """Growth of the last year beside the average of the last five; not for a series of fewer than five years."""
    for code in facts.countries:
        growth = latest(facts, "trade.growth", code)
        average = at(facts, "trade.cagr", code, growth.period) if growth else None
        if growth is None or average is None or few(facts, "trade.total", code):
            continue
        standing = STANDINGS[course(value(growth) - value(average), "trade.growth", growth, average)]
        yield finding(
            "trade-trend", (growth, average), code, statistics=code, growth=growth, average=average, standing=standing,
            period=growth.period, since=growth.period.shift(-AVERAGED_YEARS),
        )  # fmt: skip


@rule(
    "trade-drivers", section="trade", weight=42, says=Says(opposites=("exports", "imports", "both", "opposed"), hedges=MOVING, limited=True)
)
def drivers(facts: Facts) -> Iterator[Finding]:
    """How many points of the growth of trade each flow makes up; growth below the noise has no parts worth telling."""
    for code in facts.countries:
        growth = latest(facts, "trade.growth", code)
        if growth is None or course(value(growth), "trade.growth", growth) == STABLE:
            continue
        exports, imports = (at(facts, f"trade.contribution_{flow}", code, growth.period) for flow in ("exports", "imports"))
        if exports is not None and imports is not None:
            yield finding(
                "trade-drivers", (growth, exports, imports), code, statistics=code, growth=growth, exports=exports, imports=imports,
                period=growth.period, outcome=_driver(value(exports), value(imports), abs(value(growth))),
            )  # fmt: skip


def _driver(exports: Decimal, imports: Decimal, growth: Decimal) -> str:
    if exports * imports < 0:
        return "opposed"
    if abs(abs(exports) - abs(imports)) < ALIKE * growth:
        return "both"
    return "exports" if abs(exports) > abs(imports) else "imports"


@rule("trade-real-growth", section="trade", weight=46, says=Says(opposites=COURSES, hedges=MOVING, limited=True))
def real(facts: Facts) -> Iterator[Finding]:
    """Growth in dollars beside growth once the rise of prices is taken out."""
    for code in facts.countries:
        found = latest(facts, "trade.real_growth", code)
        growth = at(facts, "trade.growth", code, found.period) if found else None
        if found is not None and growth is not None:
            yield finding(
                "trade-real-growth", (found, growth), code, statistics=code, real=found, growth=growth, period=found.period,
                direction=course(value(found), "trade.real_growth", found),
            )  # fmt: skip


@rule("partner-share-change", section="trade", weight=52, says=Says(opposites=(*COURSES, LEVELS), hedges=COUNTED, limited=True))
def share(facts: Facts) -> Iterator[Finding]:
    """The partner's share in a country's trade against the year before, in points where both years rest on one formula."""
    for code in facts.countries:
        found = next((one for name in ("trade.share_turnover", "trade.partner_share") if (one := pair(facts, name, code))), None)
        if found is None:
            continue
        now, before = found
        points = at(facts, "trade.share_change", code, now.period) if now.indicator == "trade.share_turnover" else None
        direction = LEVELS if few(facts, now.indicator, code) else course(value(now) - value(before), now.indicator, now, before)
        args: dict[str, Argument] = {"form": "points", "change": points} if points and direction != LEVELS else {"form": "levels"}
        yield finding(
            "partner-share-change", (now, before, *(one for one in args.values() if isinstance(one, Reading))), code, quiet(direction),
            country=code, partner=now.partner, share=now, before=before, period=now.period, earlier=before.period,
            direction=direction, **args,
        )  # fmt: skip


@rule("trade-record", section="trade", weight=54, says=Says(opposites=("high", "low"), hedges=COUNTED, limited=True))
def best(facts: Facts) -> Iterator[Finding]:
    """The highest or lowest total of an unbroken run of at least eight years."""
    for code in facts.countries:
        found = record(facts, "trade.total", code)
        if found is not None:
            total, since, end = found
            yield finding(
                "trade-record", (total,), code, statistics=code, total=total, period=total.period, since=since, side=end
            )  # fmt: skip


@rule(
    "balance-change", section="trade", weight=49,
    says=Says(opposites=("turned", "wider", "narrower", LEVELS), hedges=COUNTED, limited=True),
)  # fmt: skip
def balance(facts: Facts) -> Iterator[Finding]:
    """The surplus of one side against the year before: changed sides, wider or narrower."""
    for code in facts.countries:
        found = pair(facts, "trade.balance", code)
        if found is None or not found[0].value or not found[1].value:
            continue
        now, before = found
        outcome = _outcome(facts, now, before)
        if outcome:
            seller, buyer = (now.reporter, now.partner) if value(now) > 0 else (now.partner, now.reporter)
            yield finding(
                "balance-change", (now, before), code, quiet(outcome), statistics=code, seller=seller, buyer=buyer, gap=now, before=before,
                period=now.period, earlier=before.period, outcome=outcome,
            )  # fmt: skip


def _outcome(facts: Facts, now: Reading, before: Reading) -> str:
    if value(now) * value(before) < 0:
        return "turned"
    moved = drift(now, before)
    if moved == STABLE:
        return ""
    return LEVELS if few(facts, "trade.balance", now.reporter) else "wider" if moved == UP else "narrower"


@rule("threshold-crossed", section="trade", weight=56, says=Says(opposites=("above", "below"), hedges=MOVING, limited=True))
def crossed(facts: Facts) -> Iterator[Finding]:
    """A total that passed a declared round figure, or fell back beyond half of a width of two per cent."""
    for one in facts.partnership.threshold:
        level = facts.readings.at("threshold.level", one.id, Period(facts.as_of.year, Frequency.ANNUAL))
        for code in facts.countries:
            found = pair(facts, one.indicator, code) if one.indicator == "trade.total" else None
            if found is None or firm(level) is None or level is None:
                continue
            now, before = found
            was = side(value(before), value(level), None)
            is_now = side(value(now), value(level), was)
            if is_now != was and drift(now, level) != STABLE:
                yield finding(
                    "threshold-crossed", (now, before, level), f"{code}/{one.id}", statistics=code, total=now, threshold=level,
                    period=now.period, earlier=before.period, side=is_now,
                )  # fmt: skip
