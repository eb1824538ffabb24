"""Do the two countries' statistics move together? Their growth, and the gap between their totals."""

from collections.abc import Iterator
from decimal import Decimal

from bilan.document import Finding
from bilan.findings.facts import Facts
from bilan.findings.noise import COURSES, LEVELS, STABLE, course, drift, few, latest, pair, quiet, value
from bilan.findings.rule import COUNTED, MOVING, Says, finding, rule

APART_POINTS = Decimal(5)


@rule("growth-differs", section="mirror", weight=62, says=Says(opposites=("opposite", "apart"), hedges=MOVING, limited=True))
def growth(facts: Facts) -> Iterator[Finding]:
    """Growth of one year by the two statistics: in opposite directions, or five points and more apart."""
    first, second = (latest(facts, "trade.growth", code) for code in facts.countries)
    if first is None or second is None or first.period != second.period:
        return
    high, low = (first, second) if value(first) >= value(second) else (second, first)
    courses = {course(value(one), "trade.growth", one) for one in (high, low)}
    verdict = "opposite" if courses == {"up", "down"} else "apart" if value(high) - value(low) >= APART_POINTS else ""
    if verdict:
        yield finding(
            "growth-differs", (high, low), "-".join(facts.countries), high=high, low=low, period=high.period,
            statistics_high=high.reporter, statistics_low=low.reporter, verdict=verdict,
        )  # fmt: skip


@rule("mirror-gap-change", section="mirror", weight=60, says=Says(opposites=(*COURSES, LEVELS), hedges=COUNTED, limited=True))
def gap(facts: Facts) -> Iterator[Finding]:
    """The gap between the two totals against the year before: wider, narrower or much the same."""
    about = "-".join(facts.countries)
    found = pair(facts, "mirror.total_gap", about)
    if found is None or not found[1].value:
        return
    now, before = found
    direction = drift(now, before)
    if direction != STABLE and few(facts, "mirror.total_gap", about):
        direction = LEVELS
    yield finding(
        "mirror-gap-change",
        (now, before),
        about,
        quiet(direction),
        gap=now,
        before=before,
        period=now.period,
        earlier=before.period,
        direction=direction,
    )
