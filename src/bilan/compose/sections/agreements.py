"""Agreements and meetings: the time line, and the last events with their sources."""

from bilan.compose.figures.agreements import timeline
from bilan.compose.material import Material, writers
from bilan.document import Column, Section, Table, Text
from bilan.sources.dossier import Event

ROWS = 8


@writers.register("agreements")
def agreements(material: Material) -> Section:
    """Dates are printed as precisely as they are known."""
    figure, printer = timeline(material), material.printer
    events = material.facts.dossier.events[-ROWS:][::-1]
    rows = tuple((Text.of(printer.dated(one.on)), material.own(f"event-{one.id}", one.title), _place(material, one)) for one in events)
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


def _place(material: Material, event: Event) -> Text:
    """The place in the language of the briefing where the partnership names it (`place-bishkek`), else as in the table."""
    if not event.place:
        return Text.of(material.printer.word("no-due"))
    slug = "-".join("".join(sign if sign.isalnum() else " " for sign in event.place.lower()).split())
    return material.own(f"place-{slug}", event.place)
