"""Which round figures is a reader told of when they are crossed? Declared in `partnership.toml`."""

from collections.abc import Iterator
from decimal import Decimal

from bilan.indicators.context import Context
from bilan.indicators.definition import indicator
from bilan.model import Reading
from bilan.period import Frequency, Period


@indicator(
    "threshold.level",
    question="Which round figures are worth a word when they are crossed?",
    unit="USD",
    formula="as declared in partnership.toml",
    source="chosen by the office that issues the briefing",
)
def level(context: Context) -> Iterator[Reading]:
    """Every declared threshold, in its own unit; the subject is its id."""
    period = Period(context.as_of.year, Frequency.ANNUAL)
    for one in context.partnership.threshold:
        yield Reading(
            id=f"threshold.level:{one.id}:{period}",
            indicator="threshold.level",
            period=period,
            as_of=context.as_of,
            unit=one.unit,
            value=Decimal(str(one.value)),
            formula="as declared in partnership.toml",
        )
