"""Two records of the same goods: the pairs, the gap and its ratio, in both directions."""

from bilan.compose.figures.mirror import directions, last_common, mirror_pair
from bilan.compose.material import Material, writers
from bilan.document import Cell, Column, Section, Table
from bilan.model import Reading


@writers.register("mirror")
def mirror(material: Material) -> Section:
    """Without a year both sides report, the section says so."""
    figure = mirror_pair(material)
    table = _table(material)
    printer = material.printer
    items = tuple(material.worded(one) for one in material.findings if one.section == "mirror")
    return Section(
        "mirror",
        printer.word("heading-mirror"),
        printer.say("standing-mirror") if figure or items else "",
        figures=(figure,) if figure else (),
        tables=(table,) if table else (),
        items=items,
        notes=() if figure or items else (printer.word("no-data"),),
    )


def _table(material: Material) -> Table | None:
    period, printer = last_common(material), material.printer
    if period is None:
        return None
    rows: list[tuple[Cell, ...]] = []
    used: list[Reading] = []
    for direction in directions(material):
        gap, ratio = (material.facts.readings.at(f"mirror.{kind}", direction, period) for kind in ("gap", "ratio"))
        if gap is not None and ratio is not None:
            seller, buyer = direction.split(">")
            flow = printer.say("flow-direction", seller=printer.country(seller), buyer=printer.country(buyer))
            rows.append((flow, printer.amount(gap, form="short", hedge=False), printer.amount(ratio, hedge=False)))
            used += [gap, ratio]
    columns = (
        Column(printer.word("column-flow")),
        Column(printer.word("column-gap"), "right", 16),
        Column(printer.word("column-ratio"), "right", 13),
    )
    return Table("mirror.ratio", columns, tuple(rows), "", printer.word("table-mirror"))
