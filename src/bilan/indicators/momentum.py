"""Does monthly trade gather pace, the season taken out? The last three months against the three before them."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, localcontext

from bilan.indicators.context import Context, Outline, derive
from bilan.indicators.definition import indicator
from bilan.indicators.expression import EXACT, Missing
from bilan.indicators.outlook_methods import CYCLE, SEASONAL_FIT, seasonal_factors
from bilan.model import Reading
from bilan.period import Frequency, Period

FORMULA = "100 * (mean of the last 3 months / mean of the 3 months before - 1), each month divided by its seasonal factor"
LEAST = 12
"""A month here and there is no monthly series: nothing is said of it."""
SPAN = 3


@indicator(
    "trade.momentum",
    question="Does trade grow from one quarter of a year to the next, the season taken out?",
    unit="percent",
    formula=FORMULA,
    source="three months on three months, as central banks print it; factors as ratios to a centred twelve-month mean",
    needs=("trade.month",),
    frequency=Frequency.MONTHLY,
    periods=SEASONAL_FIT,
    zero="a month of zero gives no value: a season multiplies",
    missing="a gap ends the run; below 36 months up to the last one there is no season to take out, and no value",
    negative="a negative month gives no value",
    breaks="a break makes the factors of both sides one; never shown without the months as they are (trade.month)",
)
def momentum(context: Context) -> Iterator[Reading]:
    """Change in percent at the last month known, for each country with a year of months; where no season is seen, of the months as they are."""
    for reporter in context.countries:
        months = context.of("trade.month", reporter)
        if len(months) < LEAST:
            continue
        last, partner = max(months), context.partner_of(reporter)
        outline = Outline("trade.momentum", reporter, last, "percent", FORMULA, context.as_of, reporter, partner)
        run = _run(months, last)
        try:
            yield derive(outline, three_on_three([one.value for one in run if one.value is not None]), run)
        except Missing as error:
            yield derive(outline, None, run, str(error))


def three_on_three(values: Sequence[Decimal]) -> Decimal:
    """Percent by which the last three months, seasonally adjusted, lie above the three before; raises Missing with the reason.

    The factors are of outlook_methods, which every machine computes alike.
    """
    if len(values) < SEASONAL_FIT:
        raise Missing(f"needs {SEASONAL_FIT} months without a gap, there are {len(values)}")
    if min(values) <= 0:
        raise Missing("a month is not positive")
    with localcontext(EXACT):
        factors = seasonal_factors([float(one / values[-1]) for one in values])
        adjusted = [one / Decimal(factors[place % CYCLE]) for place, one in enumerate(values)]
        return 100 * (sum(adjusted[-SPAN:], Decimal(0)) / sum(adjusted[-2 * SPAN : -SPAN], Decimal(0)) - 1)


def _run(months: Mapping[Period, Reading], last: Period) -> list[Reading]:
    """The months without a gap up to the last one, oldest first."""
    run = []
    period = last
    while period in months and months[period].value is not None:
        run.append(months[period])
        period = period.shift(-1)
    return run[::-1]
