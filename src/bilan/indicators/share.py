"""What part of a country's trade in goods is with the partner?"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, localcontext

from bilan.indicators.context import Context, Outline, derive, from_observation
from bilan.indicators.definition import indicator
from bilan.indicators.expression import EXACT
from bilan.model import Observation, Reading, SeriesKey
from bilan.period import Period

FORMULA = "100 * total trade with the partner / (merchandise trade, % of GDP * GDP / 100), ratio and GDP of one vintage"


@indicator(
    "trade.partner_share",
    question="What part of all its trade in goods does the reporter do with the partner?",
    unit="percent",
    formula=FORMULA,
    source="World Integrated Trade Solution, partner share",
    needs=("trade.total", "macro.gdp", "macro.merchandise_trade_share"),
)
def partner_share(context: Context) -> Iterator[Reading]:
    """Share in percent, for each year with a total and a ratio to GDP.

    The ratio and GDP are taken from one vintage: a ratio revised after the last known GDP belongs to another GDP.
    """
    for reporter in context.countries:
        partner = context.partner_of(reporter)
        for period, total in sorted(context.of("trade.total", reporter).items()):
            outline = Outline("trade.partner_share", reporter, period, "percent", FORMULA, context.as_of, reporter, partner)
            yield _share(context, outline, total)


def _share(context: Context, outline: Outline, total: Reading) -> Reading:
    gdp = context.of("macro.gdp", outline.reporter).get(outline.period)
    if gdp is None or gdp.value is None or gdp.published_on is None:
        return derive(outline, None, (total,), f"GDP of {outline.period} is not known")
    ratio = _vintage(context, outline.reporter, outline.period, gdp)
    if ratio is None or not ratio.value or total.value is None:
        return derive(outline, None, (total, gdp), f"no ratio of trade to GDP of the vintage of {gdp.published_on.isoformat()}")
    with localcontext(EXACT):
        value = 100 * total.value / (ratio.value * gdp.value / Decimal(100))
    return derive(outline, value, (total, gdp, _read(ratio, context)))


def _read(ratio: Observation, context: Context) -> Reading:
    """The ratio under its digest: the reading of that name may rest on a later vintage."""
    one = from_observation("macro.merchandise_trade_share", "percent", ratio, context.as_of)
    return replace(one, id=ratio.digest)


def _vintage(context: Context, reporter: str, period: Period, gdp: Reading) -> Observation | None:
    key = SeriesKey("merchandise_trade_share_gdp", reporter)
    known = [one for one in context.view.history(key, period) if gdp.published_on is not None and one.published_on <= gdp.published_on]
    return known[-1] if known and known[-1].value is not None else None
