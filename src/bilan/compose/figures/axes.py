"""How are axes and series labelled? Ticks and years printed through the door, in one scale a figure."""

from collections.abc import Sequence
from decimal import Decimal

from bilan.charts.scale import decimals, ticks
from bilan.charts.specs import Point, Tick, Track, Who, Year
from bilan.compose.material import Material
from bilan.document import Text
from bilan.model import Precision, Reading
from bilan.period import Frequency, Period

BILLION = Decimal(10**9)
MILLION = Decimal(10**6)
SIGNIFICANT = 3


def value_ticks(material: Material, low: Decimal, high: Decimal, scale: Decimal) -> tuple[Tick, ...]:
    """Hairlines of the value axis; zero is drawn but not labelled."""
    places = ticks(low / scale, high / scale)
    digits = decimals(places)
    return tuple(Tick(place * scale, material.printer.axis(place, digits)) for place in places)


def years(material: Material, wanted: Sequence[int]) -> tuple[Year, ...]:
    """Labels of the time axis."""
    return tuple(Year(year, material.printer.period(Period(year, Frequency.ANNUAL))) for year in sorted(set(wanted)))


def bare(material: Material, one: Reading, scale: Decimal) -> Text:
    """A chart label: the number alone in the scale of the figure, to three significant digits."""
    if one.value is None:
        return Text()
    size = abs(one.value / scale)
    digits = max(0, SIGNIFICANT - 1 - (size.adjusted() if size else 0))
    rounded = round(size, digits)
    if one.precision is not Precision.EXACT or rounded == size:
        digits = max(0, -int(rounded.normalize().as_tuple().exponent))
    return material.printer.amount(one, form="bare", hedge=False, scale=scale, digits=digits)


def track(
    material: Material, series: Sequence[Reading], who: Who, name: str = "", *, labelled: Sequence[int] = (), scale: Decimal = BILLION
) -> Track:
    """A series as marks by year; only the years in `labelled` carry their value."""
    points = tuple(
        Point(one.period.year, one.value, bare(material, one, scale) if one.period.year in labelled else "", one.precision, one.status)
        for one in series
    )
    return Track(points, who, name)


def sides(material: Material) -> tuple[tuple[str, Who], ...]:
    """Both countries with the colour that is theirs alone."""
    first, second = material.facts.countries
    return (first, "a"), (second, "b")
