"""The two economies side by side: GDP, people, prices."""

from decimal import Decimal

from bilan.charts.specs import Multiples, Panel
from bilan.compose.figures.axes import BILLION, MILLION, sides, track, years
from bilan.compose.material import Caption, Material
from bilan.document import Figure, Text
from bilan.model import Reading

PANELS = (
    ("macro.gdp", "panel-gdp", BILLION),
    ("macro.population", "panel-population", MILLION),
    ("macro.inflation", "panel-inflation", Decimal(1)),
)
YEARS_SHOWN = 14


def multiples(material: Material) -> Figure | None:
    """Three panels with a line for each country; None where nothing is known."""
    panels, readings, alts = [], list[Reading](), list[Text]()
    for indicator, name, scale in PANELS:
        panel, used = _panel(material, indicator, name, scale)
        if panel is not None:
            panels.append(panel)
            readings += used
            alts.append(_alt(material, name, used))
    if not panels:
        return None
    printer = material.printer
    alt = Text.of(printer.say("fig-macro-alt"), *(part for one in alts for part in (" ", one)))
    spec = Multiples(tuple(panels), len(panels), printer.word("missing"), height_mm=44.0)
    caption = Caption(_title(material), printer.say("fig-macro-subtitle"), alt)
    return material.figure(spec, "macro", caption, readings)


def _title(material: Material) -> Text:
    """How many times the larger economy outweighs the smaller, for the last year both are known."""
    readings, (first, second) = material.facts.readings, material.facts.countries
    ratio = readings.latest("macro.gdp_ratio", f"{first}-{second}")
    if ratio is None:
        there = {one.reporter for indicator, _, _ in PANELS for code in (first, second) for one in readings.series(indicator, code)}
        if len(there) == 1:
            (known,) = there
            wanting = second if known == first else first
            return material.printer.say("fig-macro-title-one", **material.partners(known=known, wanting=wanting))
        return material.printer.say("fig-macro-title-plain")
    named = material.partners(larger=ratio.reporter, smaller=ratio.partner)
    return material.printer.say("fig-macro-title", times=material.printer.amount(ratio, digits=1), **named)


def _panel(material: Material, indicator: str, name: str, scale: Decimal) -> tuple[Panel | None, list[Reading]]:
    known = {code: [one for one in material.facts.readings.series(indicator, code) if one.value is not None] for code, _ in sides(material)}
    last = max((group[-1].period.year for group in known.values() if group), default=0)
    shown = {code: [one for one in group if one.period.year > last - YEARS_SHOWN] for code, group in known.items()}
    tracks = tuple(
        track(material.printer, shown[code], who, material.printer.country(code), labelled=[shown[code][-1].period.year], scale=scale)
        for code, who in sides(material)
        if shown[code]
    )
    if not tracks:
        return None, []
    used = [one for group in shown.values() for one in group]
    marks = years(material.printer, (min(one.period.year for one in used), last))
    return Panel(material.printer.word(name), "", tracks, marks), used


def _alt(material: Material, name: str, used: list[Reading]) -> Text:
    """The last value of each country."""
    printer = material.printer
    last = {one.reporter: one for one in used}
    told = [
        printer.say("fig-macro-alt-country", country=printer.country(code), value=printer.amount(one, form="short"), period=one.period)
        for code, one in last.items()
    ]
    return printer.say("fig-macro-alt-panel", panel=printer.word(name), countries=material.joined(told))
