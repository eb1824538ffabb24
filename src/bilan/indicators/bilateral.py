"""What do two statistics say of one trade, and where does it tend? Relative mirror gap, trend over ten years."""

from collections.abc import Iterator
from decimal import localcontext

from bilan.indicators.context import BOUNDS, Context, Outline, derive
from bilan.indicators.definition import indicator
from bilan.indicators.expression import EXACT, Missing
from bilan.indicators.growth_formulas import least_squares_growth
from bilan.indicators.mirror import pairs
from bilan.model import Reading

SPAN = 10
RELATIVE = "200 * (imports of the buyer - exports of the seller) / (imports of the buyer + exports of the seller)"
TREND = f"100 * (exp(slope of ln(total) on the year) - 1), over the last {SPAN} years, five points at least"


@indicator(
    "mirror.relative",
    question="How far apart are the two records, against their mean?",
    unit="percent",
    formula=RELATIVE,
    source="Eurostat, asymmetries in trade statistics, relative asymmetry",
    needs=("trade.exports", "trade.imports"),
    zero="two records of zero give no value",
    missing="both sides of one period are needed; where one is missing there is no reading",
    negative="below zero the buyer records less than the seller",
)
def relative(context: Context) -> Iterator[Reading]:
    """Mirror gap in percent of the mean of the two records, for each direction and period both sides report."""
    for direction, export, imported in pairs(context):
        seller, buyer = direction.split(">")
        outline = Outline("mirror.relative", direction, export.period, "percent", RELATIVE, context.as_of, seller, buyer)
        if export.value is None or imported.value is None or export.value + imported.value == 0:
            yield derive(outline, None, (export, imported), "one side is missing, or both are zero")
            continue
        with localcontext(EXACT):
            apart = 200 * (imported.value - export.value) / (imported.value + export.value)
        yield derive(outline, apart, (export, imported))


@indicator(
    "trade.trend",
    question="How fast has trade grown along its trend, every year counted and not the two ends alone?",
    unit="percent",
    formula=TREND,
    source="UNCTAD Handbook of Statistics, least-squares growth rate",
    needs=("trade.total",),
    periods=5,
    zero="a total of zero gives no value",
    missing="years without a total are left out; fewer than five points give no value",
    negative="a total that is negative gives no value",
    provisional="weakest status of the points; a bound is left out of the fit",
)
def trend(context: Context) -> Iterator[Reading]:
    """Trend growth in percent a year, for each year of each reporter with a total that is no bound."""
    for reporter in context.countries:
        known = [one for one in context.of("trade.total", reporter).values() if one.value is not None and one.precision not in BOUNDS]
        for last in sorted(known, key=lambda one: one.period):
            points = [one for one in known if last.period.year - SPAN < one.period.year <= last.period.year]
            outline = Outline(
                "trade.trend", reporter, last.period, "percent", TREND, context.as_of, reporter, context.partner_of(reporter)
            )  # fmt: skip
            yield _along(outline, sorted(points, key=lambda one: one.period))


def _along(outline: Outline, points: list[Reading]) -> Reading:
    values = {one.period.year: one.value for one in points if one.value is not None}
    try:
        with localcontext(EXACT):
            return derive(outline, 100 * least_squares_growth(values), points)
    except Missing as gap:
        return derive(outline, None, points, gap.reason)
