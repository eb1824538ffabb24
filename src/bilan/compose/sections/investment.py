"""Investment as stated: amounts so far with their base, and yearly inflows."""

from bilan.compose.material import Material, writers
from bilan.document import Column, Section, Table, Text
from bilan.findings.records import base_of
from bilan.model import Reading

ROWS = 6


@writers.register("investment")
def investment(material: Material) -> Section:
    """Statements of different bases stand in rows of their own; nothing is chained."""
    printer = material.printer
    tables = tuple(table for table in (_statements(material), _flows(material)) if table)
    return Section(
        "investment",
        printer.word("heading-investment"),
        printer.say("standing-investment") if tables else "",
        tables=tables,
        items=tuple(material.worded(one) for one in material.findings if one.section == "investment"),
        notes=() if tables else (printer.word("no-data"),),
    )


def _all(material: Material, indicator: str) -> list[Reading]:
    readings = material.facts.readings
    found = [one for subject in readings.subjects(indicator) for one in readings.series(indicator, subject) if one.value is not None]
    return sorted(found, key=lambda one: (str(one.published_on), one.id), reverse=True)


def _statements(material: Material) -> Table | None:
    printer, found = material.printer, _all(material, "investment.cumulative")[:ROWS]
    if not found:
        return None
    rows = tuple(
        (_base(material, one), printer.amount(one, form="short"), _known(material, one), _publishers(material, one)) for one in found
    )
    columns = (
        Column(printer.word("column-base")),
        Column(printer.word("amount"), "right", 34),
        Column(printer.word("column-stated"), "right", 36),
        Column(printer.word("source"), width_mm=52),
    )
    return Table("investment.cumulative", columns, rows, "", printer.word("table-investment"))


def _flows(material: Material) -> Table | None:
    printer, found = material.printer, _all(material, "investment.flow")[:ROWS]
    if not found:
        return None
    rows = tuple(
        (material.year(one.period), printer.amount(one, form="short"), _known(material, one), _publishers(material, one)) for one in found
    )
    columns = (
        Column(printer.word("year")),
        Column(printer.word("amount"), "right", 34),
        Column(printer.word("column-stated"), "right", 36),
        Column(printer.word("source"), width_mm=52),
    )
    return Table("investment.flow", columns, rows, "", printer.word("table-investment-flow"))


def _base(material: Material, one: Reading) -> Text:
    base = base_of(one)
    return material.printer.say("base", base=base["base"], since=base["since"], years=base["years"])


def _known(material: Material, one: Reading) -> Text:
    return Text.of(material.printer.dated(one.published) if one.published else material.printer.word("not-dated"))


def _publishers(material: Material, one: Reading) -> Text:
    return material.names([material.sources[source].publisher for source in one.source_ids if source in material.sources])
