"""Trade by year and reporter against the aim, and what exports and imports gave to its growth."""

from decimal import Decimal

from bilan.charts.marks import Target
from bilan.charts.specs import Contribution, TradeBars
from bilan.compose.figures.axes import BILLION, bar, bare, course, sides, track, value_ticks, years
from bilan.compose.material import HERO_MM, Caption, Material
from bilan.document import Argument, Figure, Text
from bilan.model import Reading

YEARS_SHOWN = 10
HEADROOM = Decimal("1.08")


def trade_bars(material: Material) -> Figure | None:
    """The hero figure; None where no total is known."""
    facts, printer = material.facts, material.printer
    last = max((one.period.year for one in facts.totals()), default=0)
    series = {
        code: [one for one in facts.readings.series("trade.total", code) if one.period.year > last - YEARS_SHOWN]
        for code in facts.countries
    }
    shown = [one for group in series.values() for one in group if one.value is not None]
    if not shown:
        return None
    labelled = _labelled(series)
    tracks = tuple(
        track(material.printer, series[code], who, material.statistics(code), labelled=labelled[code])
        for code, who in sides(material)
        if series[code]
    )
    aim = _aim(material)
    values = [one.value for one in shown if one.value is not None] + ([aim.value] if aim else [])
    spec = TradeBars(
        tracks,
        years(material.printer, range(min(one.period.year for one in shown), last + 1)),
        value_ticks(material.printer, Decimal(0), max(values) * HEADROOM, BILLION),
        aim,
        printer.word("missing"),
        height_mm=HERO_MM.get(material.identity.audience, 55.0),
    )
    title, readings = _title(material), [*shown, *_distances(material)]
    return material.figure(spec, "trade.total", Caption(title, printer.say("fig-trade-subtitle"), _alt(material, series)), readings)


def _labelled(series: dict[str, list[Reading]]) -> dict[str, list[int]]:
    return {
        code: sorted({group[0].period.year, *(one.period.year for one in group[-2:])}) if group else [] for code, group in series.items()
    }


def _distances(material: Material) -> list[Reading]:
    found = (material.facts.readings.latest("target.distance", code) for code in material.facts.countries)
    return [one for one in found if one is not None and one.value is not None and one.value > 0]


def _aim(material: Material) -> Target | None:
    facts, printer = material.facts, material.printer
    target = facts.current_target()
    goal = facts.readings.latest("target.level", target.id) if target else None
    if target is None or goal is None or goal.value is None:
        return None
    label = printer.say("fig-aim", value=bare(material.printer, goal, BILLION))
    nearest = max(facts.totals(), key=lambda one: (one.period, one.value or Decimal(0)), default=None)
    left = facts.readings.latest("target.distance", nearest.reporter) if nearest else None
    if nearest is None or left is None or left.value is None or left.value <= 0:
        return Target(goal.value, label)
    return Target(goal.value, label, nearest.value, printer.say("fig-to-go", distance=bare(material.printer, left, BILLION)))


def _title(material: Material) -> Text:
    printer, distances = material.printer, _distances(material)
    args: dict[str, Argument] = {}
    for name, one in zip(("one", "other"), distances, strict=False):
        args |= {
            name: printer.amount(one, form="short"),
            "statistics" + ("" if name == "one" else "_other"): material.statistics(one.reporter),
        }
    return printer.say(("fig-trade-title-plain", "fig-trade-title-one", "fig-trade-title")[len(distances)], **args)


def _alt(material: Material, series: dict[str, list[Reading]]) -> Text:
    printer = material.printer
    parts: list[Text | str] = [printer.say("fig-trade-alt")]
    for code, group in series.items():
        known = [one for one in group if one.value is not None]
        if known:
            parts += [" ", printer.say(
                "fig-trade-alt-reporter" if len(known) > 1 else "fig-trade-alt-year", statistics=material.statistics(code),
                first=printer.amount(known[0], form="short"), first_period=known[0].period,
                last=printer.amount(known[-1], form="short"), last_period=known[-1].period,
            ), course(printer, known)]  # fmt: skip
    target = material.facts.current_target()
    goal = material.facts.readings.latest("target.level", target.id) if target else None
    if goal is not None:
        amount = printer.amount(goal, form="short")
        dated = target is not None and target.deadline
        told = (
            printer.say("fig-trade-alt-aim", target=amount, deadline=goal.period)
            if dated
            else printer.say("fig-trade-alt-goal", target=amount)
        )
        parts += [" ", told]
    return Text.of(*parts)


def contribution(material: Material) -> Figure | None:
    """Points of growth from each flow, for the last reporter and year that has them; None where there is none."""
    readings, printer = material.facts.readings, material.printer
    parts = [one for code in material.facts.countries if (one := readings.latest("trade.contribution_imports", code)) is not None]
    if not parts:
        return None
    imports = max(parts, key=lambda one: one.period)
    exports = readings.at("trade.contribution_exports", imports.reporter, imports.period)
    growth = readings.at("trade.growth", imports.reporter, imports.period)
    if exports is None or exports.value is None or growth is None or growth.value is None or imports.value is None:
        return None
    who = dict(sides(material))[imports.reporter]
    bars = tuple(
        bar(printer, one, printer.word(name), who, label=printer.change(one, form="short", digits=1))
        for name, one in (("fig-exports", exports), ("fig-imports", imports))
    )
    total = bar(printer, growth, printer.word("fig-growth"), "joint", label=printer.change(growth))
    grows = growth.value >= 0
    larger = "imports" if (imports.value > exports.value) is grows else "exports"
    caption = Caption(
        printer.say("fig-contribution-title" if grows else "fig-contribution-title-down", larger=larger),
        printer.say("fig-contribution-subtitle", period=imports.period, statistics=material.statistics(imports.reporter)),
        printer.say(
            "fig-contribution-alt", period=imports.period,
            exports=printer.change(exports), imports=printer.change(imports), total=printer.change(growth),
        ),
    )  # fmt: skip
    return material.figure(Contribution(bars, total, printer.word("missing")), "trade.contribution", caption, (exports, imports, growth))
