"""The outlook as a fan: what was observed, and the range of what may follow where the rules allow one."""

from decimal import Decimal

from bilan.charts.marks import Point, Track, Year
from bilan.charts.specs import Fan, Range
from bilan.compose.figures.axes import BILLION, MILLION, bare, sides, value_ticks, years
from bilan.compose.material import Caption, Material
from bilan.document import Figure, Text
from bilan.findings.outlook import named
from bilan.indicators.outlook_methods import LEVEL
from bilan.model import Reading
from bilan.period import Frequency, Period
from bilan.wording.printer import Printer

FIRST = ("trade.total", "trade.month", "trade.exports", "trade.imports")
SHOWN = {Frequency.ANNUAL: 14, Frequency.MONTHLY: 60}
HEADROOM = Decimal("1.05")
EVERY_YEAR, STEP = 8, 5
"""Up to how many years each has its label; else every fifth."""


def fan(material: Material) -> Figure | None:
    """The range of one series, total trade before others; None where no series may be forecast."""
    subject = chosen(material)
    if subject is None:
        return None
    observed, lows, highs = _series(material, subject)
    if not observed or not lows:
        return None
    largest = max(abs(one.value or Decimal(0)) for one in (*observed, *highs))
    scale = BILLION if largest >= BILLION else MILLION
    spec = _spec(material, subject.partition("/")[0], (observed, lows, highs), scale)
    printer, low, high = material.printer, lows[-1], highs[-1]
    ends = {"low": printer.amount(low, form="short", hedge=False), "high": printer.amount(high, form="short", hedge=False)}
    title = printer.say("fig-outlook-title", series=_name(material, subject), period=low.period, **ends)
    unit = "billion" if scale == BILLION else "million"
    caption = Caption(title, printer.say("fig-outlook-subtitle", scale=unit), _alt(material, observed, low, high))
    return material.figure(spec, "outlook.range", caption, [*observed, *lows, *highs])


def chosen(material: Material) -> str | None:
    """The series drawn: total trade of the reporter named first, then the others in the order of their names."""
    readings, countries = material.facts.readings, material.facts.countries
    subjects = [one for one in readings.subjects("outlook.low") if readings.latest("outlook.low", one)]

    def rank(subject: str) -> tuple[int, int, str]:
        reporter, _, series = subject.partition("/")
        first = FIRST.index(series) if series in FIRST else len(FIRST)
        return first, countries.index(reporter) if reporter in countries else len(countries), subject

    return min(subjects, key=rank, default=None)


def at(period: Period) -> int:
    """The place of a period on a time axis: its year, or its month counted from year 0."""
    return period.year if period.frequency is Frequency.ANNUAL else period.year * 12 + period.number - 1


def _series(material: Material, subject: str) -> tuple[list[Reading], list[Reading], list[Reading]]:
    """What was observed, as long as it is shown, and both ends of the range, period by period."""
    readings = material.facts.readings
    reporter, _, series = subject.partition("/")
    lows = [one for one in readings.series("outlook.low", subject) if one.value is not None]
    pairs = [(low, high) for low in lows if (high := readings.at("outlook.high", subject, low.period)) and high.value is not None]
    observed = [one for one in readings.series(series, reporter) if one.value is not None]
    if not pairs or not observed:
        return [], [], []
    shown = SHOWN.get(pairs[0][0].period.frequency, EVERY_YEAR)
    return observed[-shown:], [low for low, _ in pairs], [high for _, high in pairs]


def _spec(material: Material, reporter: str, series: tuple[list[Reading], list[Reading], list[Reading]], scale: Decimal) -> Fan:
    observed, lows, highs = series
    printer, last = material.printer, observed[-1]
    points = tuple(_point(printer, one, scale, labelled=one is last) for one in observed)
    ranges = tuple(
        Range(*(_point(printer, one, scale, labelled=low is lows[-1]) for one in (low, high)))
        for low, high in zip(lows, highs, strict=True)
    )
    values = [one.value or Decimal(0) for one in (*observed, *lows, *highs)]
    return Fan(
        Track(points, dict(sides(material)).get(reporter, "joint")),
        ranges,
        _years(material, observed[0].period, lows[-1].period),
        value_ticks(printer, min(Decimal(0), *values), max(values) * HEADROOM, scale),
        None,
        printer.word("chart-observed"),
        printer.word("chart-outlook"),
        printer.say("chart-level", level=LEVEL),
        printer.word("missing"),
    )


def _point(printer: Printer, one: Reading, scale: Decimal, *, labelled: bool) -> Point:
    label = bare(printer, one, scale) if labelled else ""
    return Point(at(one.period), one.value, label, one.precision, one.status, one.evidence, reading=one.id)


def _years(material: Material, first: Period, last: Period) -> tuple[Year, ...]:
    """Every year where they are few, else every fifth and the last; in a chart of months, each January."""
    wanted = range(first.year, last.year + 1)
    every = [year for year in wanted if len(wanted) <= EVERY_YEAR or year % STEP == 0 or year == last.year]
    labels = years(material.printer, every)
    if first.frequency is Frequency.ANNUAL:
        return labels
    return tuple(Year(one.year * 12, one.label) for one in labels)


def _name(material: Material, subject: str) -> Text:
    reporter, _, series = subject.partition("/")
    statistics = material.statistics(reporter)
    return material.printer.say("outlook-series", series=named(series), statistics=statistics, **material.partners(country=reporter))


def _alt(material: Material, observed: list[Reading], low: Reading, high: Reading) -> Text:
    printer, first, last = material.printer, observed[0], observed[-1]
    return printer.say(
        "fig-outlook-alt",
        first=printer.amount(first, form="short"), first_period=first.period, last=printer.amount(last, form="short"), period=last.period,
        end=low.period, low=printer.amount(low, form="short", hedge=False), high=printer.amount(high, form="short", hedge=False), level=LEVEL,
    )  # fmt: skip
