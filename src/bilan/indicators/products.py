"""What do the two countries sell each other, and on how few products does it rest? Each by its own statistics."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial

from bilan.indicators import concentration as formulas
from bilan.indicators.context import Context, derive
from bilan.indicators.definition import indicator
from bilan.indicators.expression import Missing
from bilan.indicators.prices import Comparison, compare, fisher
from bilan.indicators.prices import terms_of_trade as ratio_of_prices
from bilan.indicators.products_data import Breakdown
from bilan.indicators.products_readings import RULES, Study, bilateral, by_flow, data_of, each_flow, lacking, over_years
from bilan.indicators.specialisation import grubel_lloyd as two_way
from bilan.model import Reading
from bilan.period import Period

CHAPTERS = 96  # of the Harmonized System: 01 to 97 without 77
LARGEST = 5
ACTIVE_ABOVE = Decimal(1000)
LEAST_COVERAGE = Decimal(50)


@indicator(
    "product.hhi",
    question="On how few products does each flow with the partner rest?",
    unit="index",
    formula="sum of squared shares of the lines, 0 to 1",
    source="Herfindahl-Hirschman index; World Integrated Trade Solution",
    zero="a line of zero changes nothing; nothing traded gives no value",
    **RULES,
)
def hhi(context: Context) -> Iterator[Reading]:
    """Concentration of each flow, 1/n to 1, by year; the subject is `reporter/export` or `reporter/import`."""
    return by_flow(context, "product.hhi", formulas.hhi)


@indicator(
    "product.hhi_norm",
    question="How concentrated is each flow, whatever the number of products?",
    unit="index",
    formula="(HHI - 1/n) / (1 - 1/n), n the lines traded",
    source="World Integrated Trade Solution, normalised Herfindahl",
    zero="a line of zero is not counted; one line alone gives no value",
    **RULES,
)
def hhi_norm(context: Context) -> Iterator[Reading]:
    """Normalised concentration of each flow, 0 to 1; no value where a single product is traded."""
    return by_flow(context, "product.hhi_norm", formulas.hhi_norm)


@indicator(
    "product.concentration",
    question="How concentrated is each flow over the chapters of the Harmonized System?",
    unit="index",
    formula="(sqrt(sum of squared shares) - sqrt(1/96)) / (1 - sqrt(1/96))",
    source="UNCTAD Handbook of Statistics, product concentration index, here over the 96 chapters",
    zero="a chapter of zero counts among the 96; nothing traded gives no value",
    **RULES,
)
def concentration(context: Context) -> Iterator[Reading]:
    """UNCTAD's concentration of each flow, 0 to 1, always over chapters, so that n is the same for all."""
    return by_flow(context, "product.concentration", lambda lines: formulas.unctad_concentration(lines, CHAPTERS), level=2)


@indicator(
    "product.top_share",
    question="What part of each flow do its five largest products make up?",
    unit="share",
    formula="sum of the 5 largest lines / sum of the lines",
    source="World Integrated Trade Solution, share of the largest products",
    zero="a line of zero changes nothing; nothing traded gives no value",
    **RULES,
)
def top_share(context: Context) -> Iterator[Reading]:
    """Share of the five largest lines, 0 to 1; 1 where there are no more than five."""
    return by_flow(context, "product.top_share", lambda lines: formulas.top_k_share(lines, LARGEST))


@indicator(
    "product.active_lines",
    question="How many products does each flow consist of?",
    unit="count",
    formula="number of lines above 1000 USD in the year",
    source="World Integrated Trade Solution, number of products traded",
    zero="a line of zero is not active; zero active lines is a value",
    **RULES,
)
def active_lines(context: Context) -> Iterator[Reading]:
    """Number of lines above a thousand dollars a year."""
    return by_flow(context, "product.active_lines", lambda lines: formulas.active_lines(lines, ACTIVE_ABOVE))


@indicator(
    "product.top_product",
    question="Which product is the largest of each flow?",
    unit="USD",
    formula="the largest line",
    source="UN International Merchandise Trade Statistics 2010",
    zero="nothing traded gives no value",
    **RULES,
)
def top_product(context: Context) -> Iterator[Reading]:
    """Value of the largest line in USD; the subject is `reporter/flow/code`, the lowest code among equals."""
    data = data_of(context)
    for study, keys in bilateral(context, "product.top_product"):
        for one, key in each_flow(study, keys):
            for year, part in sorted(data.get(key, {}).items()):
                yield _largest(one, year, part)
        what = lacking(study, data, keys)
        if what:
            yield study.absent(what)


def _largest(study: Study, year: Period, part: Breakdown) -> Reading:
    try:
        code = formulas.largest_line(part.values(part.level))
    except Missing:
        return study.reading(year, (part,), lambda level: part.values(level)[formulas.largest_line(part.values(level))])
    named = replace(study, subject=f"{study.subject}/{code}")
    return named.reading(year, (part,), lambda level: part.values(level)[code])


@indicator(
    "product.grubel_lloyd",
    question="How far is the trade of each country with the partner two-way trade in the same products?",
    unit="index",
    formula="1 - sum |X - M| / sum (X + M) over lines",
    source="Grubel and Lloyd (1975), Intra-Industry Trade",
    zero="a line without trade either way drops out; none left gives no value",
    **RULES,
)
def grubel_lloyd(context: Context) -> Iterator[Reading]:
    """Two-way trade by each reporter's own statistics, 0 to 1; it falls as the classification becomes finer."""
    data = data_of(context)
    for study, keys in bilateral(context, "product.grubel_lloyd"):
        what = lacking(study, data, keys)
        if what:
            yield study.absent(what)
        else:
            yield from over_years(study, data, keys, two_way)


@indicator(
    "product.unit_value",
    question="How did the unit values of each flow move on the year before?",
    unit="index",
    formula="Fisher unit-value index of lines with quantities in both years, the year before = 100",
    source="IMF, Export and Import Price Index Manual (2009); it warns against unit values for mixed lines",
    periods=2,
    base="the year before",
    zero="a line with a quantity or value of zero drops out, which the coverage tells",
    **RULES,
)
def unit_value(context: Context) -> Iterator[Reading]:
    """Fisher unit-value index on the year before; no value where less than half of the trade has comparable quantities."""

    def index(of: Comparison) -> Decimal:
        if of.coverage < LEAST_COVERAGE:
            raise Missing("less than half of the trade has quantities in both years")
        return fisher(of)

    return _on_year_before(context, "product.unit_value", index)


@indicator(
    "product.unit_value_coverage",
    question="What part of each flow do its unit values speak for?",
    unit="percent",
    formula="100 * value of lines with quantities in both years / value of all lines, in the year where it is smaller",
    source="IMF, Export and Import Price Index Manual (2009)",
    periods=2,
    zero="a line with a quantity or value of zero is not covered",
    **RULES,
)
def unit_value_coverage(context: Context) -> Iterator[Reading]:
    """Percent of the trade whose lines have quantities by the same unit in both years."""
    return _on_year_before(context, "product.unit_value_coverage", lambda of: of.coverage)


def _on_year_before(context: Context, name: str, rule: Callable[[Comparison], Decimal]) -> Iterator[Reading]:
    data = data_of(context)
    for study, keys in bilateral(context, name):
        for one, key in each_flow(study, keys):
            years = data.get(key, {})
            for year, part in sorted(years.items()):
                before = years.get(year.shift(-1)) or Breakdown(key, year.shift(-1), fault=f"{year.shift(-1)} is missing")
                yield one.reading(year, (before, part), partial(_compared, rule, before, part))
        what = lacking(study, data, keys)
        if what:
            yield study.absent(what)


def _compared(rule: Callable[[Comparison], Decimal], before: Breakdown, part: Breakdown, _: int) -> Decimal:
    if before.level != part.level:
        raise Missing(f"the years are at HS{before.level} and HS{part.level}")
    return rule(compare(before.lines, part.lines))


@indicator(
    "product.terms_of_trade",
    question="Do a country's exports to the partner buy more imports from it than the year before?",
    unit="index",
    formula="100 * unit-value index of exports / unit-value index of imports, the year before = 100",
    source="UNCTAD Handbook of Statistics, terms of trade",
    needs=("product.unit_value",),
    periods=2,
    base="the year before",
)
def terms_of_trade(context: Context) -> Iterator[Reading]:
    """Net barter terms of trade with the partner on the year before, by each reporter's own statistics."""
    for study, _ in bilateral(context, "product.terms_of_trade"):
        yield from (_passed_on(study, one) for one in context.of("product.unit_value", study.reporter).values())
        sold, bought = (context.of("product.unit_value", f"{study.reporter}/{flow}") for flow in ("export", "import"))
        for year in sorted(sold.keys() & bought.keys()):
            exports, imports = sold[year], bought[year]
            value = None if exports.value is None or imports.value is None else ratio_of_prices(exports.value, imports.value)
            yield derive(study.outline(year), value, (exports, imports), "a unit-value index is missing")


def _passed_on(study: Study, absent: Reading) -> Reading:
    outline = study.outline(absent.period)
    return replace(derive(outline, None, ()), problems=tuple(replace(one, where=outline.id) for one in absent.problems))
