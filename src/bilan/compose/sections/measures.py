"""Which standard measures describe the partnership? The last value of each by either country, with its year."""

from bilan.compose.material import Material, writers
from bilan.document import Cell, Column, Section, Table, Text
from bilan.model import Reading

MEASURES = (
    "trade.coverage_ratio", "trade.normalised_balance", "trade.cagr", "trade.share_exports", "trade.share_imports",
    "macro.openness", "macro.gdp_per_person", "macro.remittance_weight", "investment.net_inflow_share", "movement.arrivals",
    "product.hhi", "product.top_share", "product.grubel_lloyd", "product.terms_of_trade",
)  # fmt: skip
FLOW = "/export"


@writers.register("measures")
def measures(material: Material) -> Section | None:
    """Nothing where no measure has a value; what needs trade by product says so once."""
    printer, codes = material.printer, material.facts.countries
    found = {name: [_last(material, name, code) for code in codes] for name in MEASURES}
    rows = tuple(_row(material, name, ones) for name, ones in found.items() if any(ones))
    if not rows:
        return None
    columns = (
        Column(printer.word("column-measure")),
        *(Column(printer.say("column-of-country", country=printer.country(code)), "right", 42) for code in codes),
    )
    line = material.source_line({source for ones in found.values() for one in ones if one for source in one.source_ids})
    wanting = [one for one in material.facts.readings if any(problem.rule == "missing-products" for problem in one.problems)]
    return Section(
        "measures",
        printer.word("heading-measures"),
        printer.word("standing-measures"),
        tables=(Table("measures", columns, rows, line, printer.word("table-measures")),),
        items=tuple(material.worded(one) for one in material.findings if one.section == "measures"),
        notes=(printer.word("measure-wanting"),) if wanting else (),
    )


def _last(material: Material, name: str, code: str) -> Reading | None:
    """The last value by a country; of measures by product that of its exports."""
    readings = material.facts.readings
    return readings.latest(name, code) or readings.latest(name, f"{code}{FLOW}")


def _row(material: Material, name: str, ones: list[Reading | None]) -> tuple[Cell, ...]:
    return Text.of(material.printer.word(f"measure-{name.replace('.', '-')}")), *(_cell(material, one) for one in ones)


def _cell(material: Material, one: Reading | None) -> Text:
    if one is None:
        return Text.of(material.printer.word("no-due"))
    return material.printer.say("measure-value", value=one, period=one.period)
