"""What is there to gain? The two markets side by side, and what trade and investment have done so far."""

from decimal import Decimal

from bilan.compose.figures.macro import multiples
from bilan.compose.material import Material, writers
from bilan.compose.sections.risks import untold
from bilan.document import Cell, Column, Section, Table, Text
from bilan.model import Evidence, Precision, Reading
from bilan.period import Frequency, Period
from bilan.sources.dossier import ProjectFact

MARKET = (
    "macro.gdp", "macro.gdp_growth", "macro.population", "macro.gdp_per_person", "macro.inflation", "trade.total", "trade.cagr",
    "investment.net_inflow_share",
)  # fmt: skip
MILLIONS = "USD_million"
RULES = ("trade-growth", "year-to-date", "project-done")
OF_INVESTMENT = ("investment-stated", "investment-flow")


@writers.register("opportunity")
def opportunity(material: Material) -> Section:
    """Measures without a value for either country are left out; what another section of this audience tells is not told here."""
    printer, others = material.printer, material.audience.sections
    figure = None if "macro" in others else multiples(material)
    tables = tuple(table for table in (_markets(material), _amounts(material)) if table)
    rules = RULES if "investment" in others else (*RULES, *OF_INVESTMENT)
    items = tuple(material.worded(one) for one in untold(material) if one.rule in rules)
    return Section(
        "opportunity",
        printer.word("heading-opportunity"),
        printer.word("standing-opportunity") if tables else "",
        figures=(figure,) if figure else (),
        tables=tables,
        items=items,
        notes=() if tables or figure or items else (printer.word("no-data"),),
    )


def _markets(material: Material) -> Table | None:
    printer, codes = material.printer, material.facts.countries
    found = {name: [material.facts.readings.latest(name, code) for code in codes] for name in MARKET}
    rows = tuple(_row(material, name, ones) for name, ones in found.items() if any(ones))
    if not rows:
        return None
    columns = (
        Column(printer.word("column-market")),
        *(Column(printer.say("column-of-country", country=printer.country(code)), "right", 42) for code in codes),
    )
    line = material.source_line({source for ones in found.values() for one in ones if one for source in one.source_ids})
    return Table("opportunity", columns, rows, line, printer.word("table-opportunity"))


def _row(material: Material, name: str, ones: list[Reading | None]) -> tuple[Cell, ...]:
    return Text.of(material.printer.word(f"market-{name.replace('.', '-')}")), *(_cell(material, one) for one in ones)


def _cell(material: Material, one: Reading | None) -> Text:
    if one is None:
        return Text.of(material.printer.word("no-due"))
    return material.printer.say("market-value", value=one, period=one.period)


def _amounts(material: Material) -> Table | None:
    """What projects are said to cost, the last amount stated of each."""
    printer = material.printer
    stated = {one.project: one for one in sorted(material.facts.dossier.projects, key=lambda one: one.on) if one.unit == MILLIONS}
    if not stated:
        return None
    columns = (
        Column(printer.word("project")),
        Column(printer.word("amount"), "right", 34),
        Column(printer.word("column-stated"), "right", 36),
        Column(printer.word("source"), width_mm=52),
    )
    rows = tuple(_amount(material, one) for one in stated.values())
    line = material.source_line({source for one in stated.values() for source in one.source_ids})
    return Table("opportunity.projects", columns, rows, line, printer.word("table-amounts"))


def _amount(material: Material, fact: ProjectFact) -> tuple[Cell, ...]:
    printer = material.printer
    year = Period(fact.on.year, Frequency.ANNUAL)
    stated = Reading(
        f"project.amount:{fact.project}:{year}", "project.amount", year, material.facts.as_of, "USD", Decimal(fact.value) * 1_000_000,
        precision=Precision.ROUNDED, evidence=Evidence.ANNOUNCED, formula="amount as stated", inputs=(f"projects.csv#{fact.id}",),
        source_ids=fact.source_ids, published_on=fact.known_on, published=fact.as_of,
    )  # fmt: skip
    material.derived[stated.id] = stated
    when = Text.of(printer.dated(fact.as_of) if fact.as_of else printer.word("not-dated"))
    said_by = [material.sources[one].publisher for one in fact.source_ids if one in material.sources]
    return material.own(f"project-{fact.project}", fact.name), printer.amount(stated, form="short"), when, material.names(said_by)
