"""Both records of the same goods, in both directions, for the last year both sides report."""

from decimal import Decimal

from bilan.charts.specs import Mirror, MirrorPair
from bilan.compose.figures.axes import BILLION, bar, bare, sides
from bilan.compose.material import Caption, Material
from bilan.document import Figure, Text
from bilan.model import Reading
from bilan.period import Period

ROW_MM = 22.0


def mirror_pair(material: Material) -> Figure | None:
    """Two pairs of bars; None where no direction has both records."""
    period = last_common(material)
    if period is None:
        return None
    found = [found for direction in directions(material) if (found := _pair(material, direction, period))]
    rows = tuple(row for row, _ in found)
    readings = [one for _, used in found for one in used]
    printer = material.printer
    gaps = [one for one in readings if one.indicator == "mirror.ratio"]
    widest = max(gaps, key=lambda one: abs((one.value or Decimal(1)) - 1))
    named = material.partners(seller=widest.reporter, buyer=widest.partner)
    title = printer.say("fig-mirror-title", ratio=printer.amount(widest, hedge=False), **named)
    caption = Caption(title, printer.say("fig-mirror-subtitle", period=period), _alt(material, readings, period))
    return material.figure(MirrorPair(rows, printer.word("missing"), height_mm=ROW_MM * len(rows)), "mirror.gap", caption, readings)


def directions(material: Material) -> list[str]:
    """`KAZ>KGZ` and back."""
    first, second = material.facts.countries
    return [f"{first}>{second}", f"{second}>{first}"]


def last_common(material: Material) -> Period | None:
    """The last period for which a mirror ratio is known."""
    latest = [material.facts.readings.latest("mirror.ratio", direction) for direction in directions(material)]
    return max((one.period for one in latest if one is not None), default=None)


def _pair(material: Material, direction: str, period: Period) -> tuple[Mirror, list[Reading]] | None:
    readings, printer = material.facts.readings, material.printer
    seller, buyer = direction.split(">")
    exports, imports = readings.at("trade.exports", seller, period), readings.at("trade.imports", buyer, period)
    gap, ratio = readings.at("mirror.gap", direction, period), readings.at("mirror.ratio", direction, period)
    if exports is None or imports is None or gap is None or ratio is None or ratio.value is None:
        return None
    who = dict(sides(material))
    heading = printer.say("flow-direction", seller=printer.country(seller), buyer=printer.country(buyer))
    sold = bar(printer, exports, printer.say("fig-exports-by", statistics=material.statistics(seller)), who[seller])
    bought = bar(printer, imports, printer.say("fig-imports-by", statistics=material.statistics(buyer)), who[buyer])
    label = printer.say("fig-gap", gap=bare(material.printer, gap, BILLION), ratio=printer.amount(ratio, hedge=False))
    return Mirror(heading, sold, bought, label), [exports, imports, gap, ratio]


def _alt(material: Material, readings: list[Reading], period: Period) -> Text:
    printer = material.printer
    parts: list[Text | str] = [printer.say("fig-mirror-alt", period=period)]
    for index in range(0, len(readings), 4):
        exports, imports = readings[index : index + 2]
        parts += [" ", printer.say(
            "fig-mirror-alt-more", seller=printer.country(exports.reporter), buyer=printer.country(imports.reporter),
            exports=printer.amount(exports, form="short"), imports=printer.amount(imports, form="short"),
        )]  # fmt: skip
    return Text.of(*parts)
