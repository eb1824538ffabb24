"""Which growth did a revision turn? Told with today's figure; the one before it is in the table of revisions."""

from collections.abc import Iterator

from bilan.document import Finding
from bilan.findings.facts import Facts
from bilan.findings.noise import DOWN, STABLE, UP, at, course, value
from bilan.findings.rule import MOVING, Says, finding, rule

GROWTH = {"total": "trade.growth", "export": "trade.growth_exports", "import": "trade.growth_imports"}
ALL_PRODUCTS = "TOTAL"


@rule("revision-turned", section="notes", weight=60, says=Says(opposites=(UP, DOWN), hedges=MOVING, limited=True))
def turned(facts: Facts) -> Iterator[Finding]:
    """A yearly growth of trade with the partner that had the other sign before a revision."""
    for one in facts.revisions:
        flow = one.key.flow
        if not one.turned or one.key.indicator != "trade" or one.key.product != ALL_PRODUCTS or flow not in GROWTH:
            continue
        growth = at(facts, GROWTH[flow], one.key.reporter, one.period)
        direction = STABLE if growth is None else course(value(growth), growth.indicator, growth)
        if growth is not None and direction != STABLE:
            yield finding(
                "revision-turned", (growth,), f"{one.key.reporter}/{flow}", statistics=one.key.reporter, flow=flow, growth=growth,
                period=one.period, direction=direction,
            )  # fmt: skip
