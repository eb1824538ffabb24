"""Agreements and meetings: the time line, and the last events with their sources."""

from bilan.compose.figures.agreements import timeline
from bilan.compose.material import Material, writers
from bilan.document import Column, Section, Table, Text

ROWS = 8


@writers.register("agreements")
def agreements(material: Material) -> Section:
    """Dates are printed as precisely as they are known."""
    figure, printer = timeline(material), material.printer
    events = material.facts.dossier.events[-ROWS:][::-1]
    rows = tuple(
        (Text.of(printer.dated(one.on)), material.own(f"event-{one.id}", one.title), Text.of(one.place or printer.word("no-due")))
        for one in events
    )
    columns = (Column(printer.word("date"), width_mm=32), Column(printer.word("event")), Column(printer.word("place"), width_mm=34))
    line = material.source_line({source for one in events for source in one.source_ids})
    table = Table("events", columns, rows, line, printer.word("table-agreements"))
    return Section(
        "agreements",
        printer.word("heading-agreements"),
        printer.say("standing-agreements"),
        figures=(figure,) if figure else (),
        tables=(table,) if rows else (),
        notes=() if rows else (printer.word("no-data"),),
    )
