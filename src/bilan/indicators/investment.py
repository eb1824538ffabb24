"""How much has one partner invested in the other, as stated?"""

from collections.abc import Iterator
from dataclasses import replace

from bilan.indicators.context import Context, from_observation
from bilan.indicators.definition import indicator
from bilan.model import Evidence, Reading, SeriesKey
from bilan.period import Frequency

CUMULATIVE = "cumulative_"


@indicator(
    "investment.cumulative",
    question="How much has one partner invested in the other so far, as stated, and since when?",
    unit="USD",
    formula="as stated",
    source="statements; the base of each stays with it, so that two bases are never chained",
)
def cumulative(context: Context) -> Iterator[Reading]:
    """Cumulative statements by investor and base; the subject is `investor/base`."""
    for investor in context.countries:
        pair = (investor, context.partner_of(investor))
        keys = context.view.keys()
        for key in sorted(one for one in keys if (one.reporter, one.partner) == pair):
            if key.indicator.startswith(CUMULATIVE):
                base = key.indicator.removeprefix(CUMULATIVE)
                for one in context.view.series(key).observations:
                    yield from_observation("investment.cumulative", "USD", one, context.as_of, f"{investor}/{base}")


@indicator(
    "investment.flow",
    question="How much direct investment flowed in a year, by the host's measure?",
    unit="USD",
    formula="as reported",
    source="IMF Balance of Payments Manual 6, gross inflow as the host reports it",
)
def flow(context: Context) -> Iterator[Reading]:
    """Gross inflow of direct investment by year; the subject is the investor."""
    for investor in context.countries:
        key = SeriesKey("gross_fdi_inflow", investor, context.partner_of(investor))
        for one in context.view.series(key).observations:
            yield from_observation("investment.flow", "USD", one, context.as_of)


@indicator(
    "trade.announced",
    question="What total was announced without saying whose statistics it quotes?",
    unit="USD",
    formula="as stated",
    source="statements; never mixed with either country's statistics",
)
def announced(context: Context) -> Iterator[Reading]:
    """The last announcement of each year whose reporter is only inferred; forecasts are left out."""
    found: dict[str, Reading] = {}
    for one in sorted(context.view.statements("trade"), key=lambda known: (known.published_on, known.row)):
        whole = one.key.flow == "total" and one.key.product == "TOTAL" and one.key.frequency is Frequency.ANNUAL
        if whole and one.evidence is not Evidence.FORECAST:
            reading = from_observation("trade.announced", "USD", one, context.as_of)
            name = f"trade.announced:{one.period}"
            found[name] = replace(reading, id=name, reporter="", partner="")
    yield from found.values()
