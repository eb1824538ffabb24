"""Agreements and meetings: the time line, how far treaties have come, and the last events with their sources."""

from bilan.compose.figures.agreements import timeline
from bilan.compose.material import Material, writers
from bilan.document import Cell, Column, Section, Table, Text
from bilan.sources.dossier import Event, TreatyStep
from bilan.sources.names import name_at
from bilan.sources.treaties import TreatyState

ROWS = 8


@writers.register("agreements")
def agreements(material: Material) -> Section:
    """Dates are printed as precisely as they are known."""
    figure, printer = timeline(material), material.printer
    tables = tuple(table for table in (_treaties(material), _events(material)) if table)
    return Section(
        "agreements",
        printer.word("heading-agreements"),
        printer.say("standing-agreements") if tables else "",
        figures=(figure,) if figure else (),
        tables=tables,
        items=tuple(material.worded(one) for one in material.findings if one.section == "agreements"),
        notes=() if tables else (printer.word("no-data"),),
    )


def _treaties(material: Material) -> Table | None:
    printer, found = material.printer, material.facts.treaties()
    if not found:
        return None
    columns = (
        Column(printer.word("column-treaty")),
        Column(printer.word("column-signed"), width_mm=30),
        *(Column(printer.country(code), width_mm=33) for code in material.facts.countries),
        Column(printer.word("column-in-force"), width_mm=36),
    )
    line = material.source_line({source for one in found for step in one.steps for source in step.source_ids})
    return Table("treaties", columns, tuple(_row(material, one) for one in found), line, printer.word("table-treaties"))


def _row(material: Material, one: TreatyState) -> tuple[Cell, ...]:
    printer = material.printer
    nothing = Text.of(printer.word("no-due"))
    signed = Text.of(printer.dated(one.signed.on)) if one.signed and one.signed.on else nothing
    sides = (_step(material, one.by[code]) if code in one.by else nothing for code in material.facts.countries)
    return material.own(f"treaty-{one.id}", one.title), signed, *sides, _force(material, one)


def _step(material: Material, step: TreatyStep) -> Text:
    if not step.on:
        return material.printer.say("treaty-step-undated", step=step.step.value)
    return material.printer.say("treaty-step", step=step.step.value, date=Text.of(material.printer.dated(step.on)))


def _force(material: Material, one: TreatyState) -> Text:
    """Since when it is in force, that it ended, or for how long it has waited."""
    printer, last = material.printer, one.ended or one.in_force
    age = one.age_days(material.facts.as_of)
    if last is None:
        return printer.say("treaty-waiting", days=age) if age is not None else Text.of(printer.word("no-due"))
    if one.ended:
        return (
            printer.say("treaty-ended", date=Text.of(printer.dated(last.on))) if last.on else Text.of(printer.word("treaty-ended-undated"))
        )
    return Text.of(printer.dated(last.on)) if last.on else Text.of(printer.word("treaty-in-force-undated"))


def _events(material: Material) -> Table | None:
    printer, told = material.printer, set[str]()
    events = material.facts.dossier.events[-ROWS:][::-1]
    if not events:
        return None
    rows = tuple(
        (Text.of(printer.dated(one.on)), material.own(f"event-{one.id}", one.title), _place(material, one, told)) for one in events
    )
    columns = (Column(printer.word("date"), width_mm=32), Column(printer.word("event")), Column(printer.word("place"), width_mm=34))
    line = material.source_line({source for one in events for source in one.source_ids})
    return Table("events", columns, rows, line, printer.word("table-agreements"))


def _place(material: Material, event: Event, told: set[str]) -> Text:
    """The place as it was called on the as-of date, with its name before once in a table; else as the partnership or the table has it."""
    printer, names = material.printer, material.facts.dossier.names
    if not event.place:
        return Text.of(printer.word("no-due"))
    message, bare = f"place-{_slug(event.place)}", _slug(event.place.partition(" (")[0])  # a remark in brackets is no part of a name
    entity = next((one.entity for one in names if one.entity.startswith("place-") and _slug(one.name) == bare), f"place-{bare}")
    naming = name_at(names, entity, printer.lang, material.facts.as_of)
    if naming is None:
        return material.own(message, event.place)
    if not naming.former or entity in told:
        return material.names([naming.name])
    told.add(entity)
    return printer.say("name-formerly", name=material.names([naming.name]), former=material.names([naming.former]))


def _slug(place: str) -> str:
    return "-".join("".join(sign if sign.isalnum() else " " for sign in place.lower()).split())
