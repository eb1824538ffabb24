"""At a glance: the strip of headline figures, the figure against the aim, and what this edition says."""

from bilan.compose.figures.sparks import spark
from bilan.compose.figures.trade import trade_bars
from bilan.compose.material import Material, writers
from bilan.document import Finding, Headline, Section, Text
from bilan.model import Reading


@writers.register("glance")
def glance(material: Material) -> Section:
    """Page one after the lead."""
    hero, figures = trade_bars(material), tuple(headlines(material))
    items = tuple(material.worded(one) for one in chosen(material))
    heading = "heading-points" if material.audience.pages == 1 else "heading-says"
    return Section(
        "glance",
        material.printer.word(heading),
        headlines=figures,
        figures=(hero,) if hero else (),
        items=items,
        notes=() if figures or items else (material.printer.word("no-data"),),
    )


def chosen(material: Material) -> tuple[Finding, ...]:
    """The heaviest findings, one of a rule, as many as the audience reads; what the lead already says is left out."""
    seen: set[str] = {"target-pace"}
    kept: list[Finding] = []
    for one in material.findings:
        if one.rule not in seen:
            seen.add(one.rule)
            kept.append(one)
    return tuple(kept[: material.audience.findings])


def headlines(material: Material, *, drawn: bool = True) -> list[Headline]:
    """Total by each reporter, the aim, investment as stated; what is not known is left out. A mail wants nothing drawn."""
    totals = [_total(material, one, drawn=drawn) for one in material.facts.totals()]
    return [*totals, *_aim(material), *_investment(material)]


def _total(material: Material, one: Reading, *, drawn: bool) -> Headline:
    printer, facts = material.printer, material.facts
    growth = facts.readings.at("trade.growth", one.reporter, one.period)
    known = growth is not None and growth.value is not None
    change = printer.say("kpi-change", change=printer.change(growth)) if growth is not None and known else printer.say("kpi-no-change")
    series = facts.readings.series("trade.total", one.reporter)
    small = spark(material, f"spark.{one.reporter}", series, one.reporter) if drawn and len(series) > 1 else None
    note = printer.say("kpi-span", **{"from": series[0].period, "last": one.period}) if small else Text.of(printer.period(one.period))
    return Headline(
        printer.say("kpi-total", statistics=material.statistics(one.reporter)), printer.amount(one, form="short"), change, small, note
    )


def _aim(material: Material) -> list[Headline]:
    printer, facts = material.printer, material.facts
    target = facts.current_target()
    goal = facts.readings.latest("target.level", target.id) if target else None
    if target is None or goal is None:
        return []
    paces = [one for code in facts.countries if (one := facts.readings.latest("target.pace", code)) is not None]
    label = printer.say("kpi-target", deadline=goal.period) if target.deadline else printer.say("kpi-target-none")
    change = printer.say("kpi-pace", pace=paces[0], other=paces[1]) if len(paces) > 1 else ""
    note = printer.say("kpi-declared", when=material.when(target.set_on))
    return [Headline(label, printer.amount(goal, form="short"), change, None, note)]


def _investment(material: Material) -> list[Headline]:
    found = next((one for one in material.findings if one.rule == "investment-stated"), None)
    if found is None:
        return []
    args = dict(found.args)
    total, printer = args["total"], material.printer
    if not isinstance(total, Reading):
        return []
    label = printer.say("kpi-investment", **material.partners(investor=total.reporter, host=total.partner))
    base = printer.say("base", base=args["base"], since=args["since"], years=args["years"])
    return [
        Headline(label, printer.amount(total, form="short"), base, None, printer.say("kpi-stated", when=material.when(total.published)))
    ]
