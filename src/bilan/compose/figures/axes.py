"""How are axes and series labelled? Ticks and years printed through the door, in one scale a figure."""

from collections.abc import Sequence
from decimal import Decimal

from bilan.charts.marks import Bar, Point, Tick, Track, Who, Year
from bilan.charts.scale import decimals, ticks
from bilan.compose.material import Material
from bilan.document import Text, Words
from bilan.model import Precision, Reading
from bilan.period import Frequency, Period
from bilan.wording.printer import Printer

BILLION = Decimal(10**9)
MILLION = Decimal(10**6)
SIGNIFICANT = 3


def value_ticks(printer: Printer, low: Decimal, high: Decimal, scale: Decimal) -> tuple[Tick, ...]:
    """Hairlines of the value axis; zero is drawn but not labelled."""
    places = ticks(low / scale, high / scale)
    digits = decimals(places)
    return tuple(Tick(place * scale, printer.axis(place, digits)) for place in places)


def years(printer: Printer, wanted: Sequence[int]) -> tuple[Year, ...]:
    """Labels of the time axis."""
    return tuple(Year(year, printer.period(Period(year, Frequency.ANNUAL))) for year in sorted(set(wanted)))


def bare(printer: Printer, one: Reading, scale: Decimal) -> Text:
    """A chart label: the number alone in the scale of the figure, to three significant digits."""
    if one.value is None:
        return Text()
    size = abs(one.value / scale)
    digits = max(0, SIGNIFICANT - 1 - (size.adjusted() if size else 0))
    rounded = round(size, digits)
    if one.precision is not Precision.EXACT or rounded == size:
        digits = max(0, -int(rounded.normalize().as_tuple().exponent))
    return printer.amount(one, form="bare", hedge=False, scale=scale, digits=digits)


def track(
    printer: Printer, series: Sequence[Reading], who: Who, name: Words = "", *, labelled: Sequence[int] = (), scale: Decimal = BILLION
) -> Track:
    """A series as marks by year; only the years in `labelled` carry their value."""
    points = tuple(
        Point(
            one.period.year,
            one.value,
            bare(printer, one, scale) if one.period.year in labelled else "",
            one.precision,
            one.status,
            one.evidence,
            reading=one.id,
        )
        for one in series
    )
    return Track(points, who, name)


def bar(printer: Printer, one: Reading, name: Words, who: Who, *, scale: Decimal = BILLION, label: Text | None = None) -> Bar:
    """A reading as one bar, labelled with the number alone unless a label is given."""
    said = bare(printer, one, scale) if label is None else label
    return Bar(name, one.value, said, who, one.precision, one.status, one.evidence, reading=one.id)


def course(printer: Printer, series: Sequence[Reading]) -> Text:
    """Where a series goes from its first to its last value, and its highest and lowest where they lie between the two."""
    known = [one for one in series if one.value is not None]
    if len(known) < 2:  # noqa: PLR2004  one value goes nowhere
        return Text()
    said = Text.of(" ", printer.say("chart-alt-direction", direction=_direction(known[0], known[-1])))
    for message, choose in (("chart-alt-highest", max), ("chart-alt-lowest", min)):
        found = choose(known, key=_value)
        if _value(found) not in (_value(known[0]), _value(known[-1])):
            said = Text.of(said, " ", printer.say(message, value=printer.amount(found, form="short"), period=found.period))
    return said


def _value(one: Reading) -> Decimal:
    return one.value or Decimal(0)


def _direction(first: Reading, last: Reading) -> str:
    if _value(last) == _value(first):
        return "level"
    return "up" if _value(last) > _value(first) else "down"


def sides(material: Material) -> tuple[tuple[str, Who], ...]:
    """Both countries with the colour that is theirs alone."""
    first, second = material.facts.countries
    return (first, "a"), (second, "b")
