"""Trade: what each flow gave to growth, every year by reporter, and what it means."""

from bilan.compose.figures.trade import contribution
from bilan.compose.material import Material, writers
from bilan.document import Cell, Column, Section, Table, Text
from bilan.model import Reading
from bilan.period import Period

ROWS = 7


@writers.register("trade")
def trade(material: Material) -> Section:
    """Figures of one reporter stay in one column."""
    figure = contribution(material)
    table = _table(material)
    printer = material.printer
    items = tuple(material.worded(one) for one in material.findings if one.section == "trade")
    return Section(
        "trade",
        printer.word("heading-trade"),
        printer.say("standing-trade"),
        figures=(figure,) if figure else (),
        tables=(table,) if table else (),
        items=items,
        notes=() if figure or table or items else (printer.word("no-data"),),
    )


def _table(material: Material) -> Table | None:
    printer, facts = material.printer, material.facts
    series = {code: facts.readings.series("trade.total", code) for code in facts.countries}
    periods = sorted({one.period for group in series.values() for one in group}, reverse=True)[:ROWS]
    if not periods:
        return None
    detail = next((code for code in reversed(facts.countries) if facts.readings.latest("trade.exports", code)), None)
    columns = [
        Column(printer.word("year"), width_mm=13),
        *(Column(printer.say("column-statistics-total", statistics=material.statistics(code)), "right") for code in facts.countries),
    ]
    if detail:
        statistics = material.statistics(detail)
        columns += [Column(printer.say(f"column-{flow}-of", statistics=statistics), "right") for flow in ("exports", "imports")]
    rows = tuple(_row(material, period, detail) for period in periods)
    used = [one for group in series.values() for one in group if one.period in periods]
    return Table(
        "trade.years",
        tuple(columns),
        rows,
        material.source_line({source for one in used for source in one.source_ids}),
        printer.word("table-trade"),
    )


def _row(material: Material, period: Period, detail: str | None) -> tuple[Cell, ...]:
    readings, codes = material.facts.readings, material.facts.countries
    cells: list[Cell] = [material.year(period), *(_cell(material, readings.at("trade.total", code, period)) for code in codes)]
    if detail:
        cells += [_cell(material, readings.at(f"trade.{flow}", detail, period)) for flow in ("exports", "imports")]
    return tuple(cells)


def _cell(material: Material, one: Reading | None) -> Cell:
    return Text.of(material.printer.word("no-due")) if one is None or one.value is None else material.printer.amount(one, form="short")
