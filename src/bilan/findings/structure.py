"""What does trade consist of? Concentration, trade both ways in the same products, terms of trade."""

from collections.abc import Iterator
from decimal import Decimal

from bilan.document import Finding
from bilan.findings.facts import Facts
from bilan.findings.noise import COURSES, at, course, latest, value
from bilan.findings.rule import HEDGES, MOVING, Says, finding, rule
from bilan.indicators.products import LARGEST

CONCENTRATED, SPREAD = Decimal("0.25"), Decimal("0.15")
"""Herfindahl-Hirschman indices from which, and up to which, these words are in use."""
TWO_WAY, ONE_WAY = Decimal("0.5"), Decimal("0.25")
YEAR_BEFORE = 100


@rule(
    "concentration", section="measures", weight=30,
    says=Says(opposites=("concentrated", "spread", "between"), hedges=HEDGES, limited=True),
)  # fmt: skip
def concentration(facts: Facts) -> Iterator[Finding]:
    """On how few products each flow with the partner rests."""
    for about in facts.readings.subjects("product.hhi"):
        index = latest(facts, "product.hhi", about)
        share = at(facts, "product.top_share", about, index.period) if index else None
        if index is None or share is None:
            continue
        state = "concentrated" if value(index) >= CONCENTRATED else "spread" if value(index) < SPREAD else "between"
        yield finding(
            "concentration", (index, share), about, statistics=index.reporter, flow=about.partition("/")[2], index=index, share=share,
            count=LARGEST, period=index.period, state=state,
        )  # fmt: skip


@rule(
    "two-way-trade", section="measures", weight=29,
    says=Says(opposites=("two-way", "one-way", "between"), hedges=HEDGES, limited=True),
)  # fmt: skip
def two_way(facts: Facts) -> Iterator[Finding]:
    """How far trade with the partner is in the same products both ways."""
    for code in facts.countries:
        index = latest(facts, "product.grubel_lloyd", code)
        if index is not None:
            state = "two-way" if value(index) >= TWO_WAY else "one-way" if value(index) < ONE_WAY else "between"
            yield finding("two-way-trade", (index,), code, statistics=code, index=index, none=0, all=1, period=index.period, state=state)


@rule("terms-of-trade", section="measures", weight=28, says=Says(opposites=COURSES, hedges=MOVING, limited=True))
def terms(facts: Facts) -> Iterator[Finding]:
    """Whether a country's exports to the partner buy more imports from it than the year before."""
    for code in facts.countries:
        index = latest(facts, "product.terms_of_trade", code)
        if index is not None:
            direction = course(value(index) - YEAR_BEFORE, "product.terms_of_trade", index)
            yield finding(
                "terms-of-trade", (index,), code, statistics=code, index=index, base=YEAR_BEFORE, period=index.period, direction=direction
            )
