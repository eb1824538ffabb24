"""What do the readings of trade say? Growth, balance, two statistics, share."""

from collections.abc import Iterator
from decimal import Decimal

from bilan.document import Finding
from bilan.findings.facts import Facts
from bilan.findings.noise import COURSES, LEVELS, at, course, value
from bilan.findings.rule import HEDGES, MOVING, Says, finding, rule
from bilan.model import Precision

STABLE_BELOW_PERCENT = Decimal(1)
MIRROR_NOTICE = Decimal("0.05")


@rule("trade-growth", section="trade", weight=70, says=Says(opposites=COURSES, hedges=MOVING))
def growth(facts: Facts) -> Iterator[Finding]:
    """Trade grew, fell or hardly moved on the year before, by each reporter's own statistics."""
    for code in facts.countries:
        change, total = facts.readings.latest("trade.growth", code), facts.readings.latest("trade.total", code)
        if change is None or change.value is None or total is None or total.period != change.period:
            continue
        direction = "stable" if abs(change.value) < STABLE_BELOW_PERCENT else "up" if change.value > 0 else "down"
        yield finding(
            "trade-growth", (total, change), code, statistics=code, total=total, growth=change, period=total.period, direction=direction
        )


@rule("trade-balance", section="trade", weight=60, says=Says(topic="balance", hedges=HEDGES))
def balance(facts: Facts) -> Iterator[Finding]:
    """Who sells more, by the statistics of the last reporter that prints both flows."""
    latest = [one for code in facts.countries if (one := facts.readings.latest("trade.balance", code)) is not None]
    if not latest:
        return
    last = max(latest, key=lambda one: (one.period, one.precision is Precision.EXACT))
    exports = facts.readings.at("trade.exports", last.reporter, last.period)
    imports = facts.readings.at("trade.imports", last.reporter, last.period)
    if exports is None or imports is None or not last.value:
        return
    seller, buyer = (last.reporter, last.partner) if last.value > 0 else (last.partner, last.reporter)
    more, less = (exports, imports) if last.value > 0 else (imports, exports)
    yield finding(
        "trade-balance", (exports, imports, last), last.reporter,
        statistics=last.reporter, seller=seller, buyer=buyer, more=more, less=less, period=last.period,
    )  # fmt: skip


@rule("totals-differ", section="mirror", weight=85, says=Says(hedges=HEDGES))
def totals_differ(facts: Facts) -> Iterator[Finding]:
    """The two countries' totals of the same year are apart."""
    first, second = facts.countries
    gap = facts.readings.latest("mirror.total_gap", f"{first}-{second}")
    if gap is None or not gap.value:
        return
    one, other = facts.readings.at("trade.total", first, gap.period), facts.readings.at("trade.total", second, gap.period)
    if one is None or other is None:
        return
    high, low = (one, other) if gap.value > 0 else (other, one)
    yield finding(
        "totals-differ", (gap, high, low), f"{first}-{second}",
        gap=gap, high=high, low=low, statistics_high=high.reporter, statistics_low=low.reporter, period=gap.period,
    )  # fmt: skip


@rule("mirror-below", section="mirror", weight=65, says=Says(opposites=("below", "above"), hedges=MOVING))
def mirror_below(facts: Facts) -> Iterator[Finding]:
    """The buyer records clearly less, or more, than the seller: freight would make it a little more."""
    for direction in facts.readings.subjects("mirror.ratio"):
        ratio = facts.readings.latest("mirror.ratio", direction)
        if ratio is None or ratio.value is None or abs(ratio.value - 1) < MIRROR_NOTICE:
            continue
        seller, buyer = direction.split(">")
        exports = facts.readings.at("trade.exports", seller, ratio.period)
        imports = facts.readings.at("trade.imports", buyer, ratio.period)
        if exports is None or imports is None:
            continue
        side = "below" if ratio.value < 1 else "above"
        yield finding(
            "mirror-below", (ratio, exports, imports), direction, int(abs(ratio.value - 1) * 20),
            seller=seller, buyer=buyer, exports=exports, imports=imports, ratio=ratio, period=ratio.period, side=side,
        )  # fmt: skip


@rule("partner-share", section="trade", weight=50, says=Says(hedges=HEDGES))
def partner_share(facts: Facts) -> Iterator[Finding]:
    """What part of each country's trade in goods is with the other."""
    shares = [one for code in facts.countries if (one := facts.readings.latest("trade.partner_share", code)) is not None]
    if len(shares) == len(facts.countries) and shares[0].period == shares[1].period:
        first, second = shares
        yield finding(
            "partner-share", shares, "", share=first, other=second, country=first.reporter, partner=second.reporter, period=first.period
        )


@rule("year-to-date", section="trade", weight=45, says=Says(opposites=(*COURSES, LEVELS), hedges=MOVING))
def year_to_date(facts: Facts) -> Iterator[Finding]:
    """A year-to-date figure newer than the last full year, against the same months of the year before where both are known."""
    for code in facts.countries:
        part, total = facts.readings.latest("trade.ytd", code), facts.readings.latest("trade.total", code)
        if part is None or (total is not None and part.period.year <= total.period.year):
            continue
        growth = at(facts, "trade.growth_ytd", code, part.period)
        if growth is None:
            yield finding("year-to-date", (part,), code, statistics=code, total=part, period=part.period, direction=LEVELS)
        else:
            yield finding(
                "year-to-date", (part, growth), code, statistics=code, total=part, growth=growth, period=part.period,
                direction=course(value(growth), "trade.growth_ytd", growth),
            )  # fmt: skip
