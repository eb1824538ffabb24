"""Projects and the evidence there is of them: state by dated evidence only."""

from bilan.compose.material import Material, writers
from bilan.document import Cell, Column, Item, Mark, Section, Table, Text
from bilan.findings.facts import SILENT_AFTER_DAYS, WATCH_AFTER_DAYS, ProjectState, State

SHAPES = {State.SILENT: "unknown"}


@writers.register("projects")
def projects(material: Material) -> Section:
    """A project without recent evidence is called silent, never on track."""
    printer, found = material.printer, material.facts.projects()
    short = tuple(Item(_name(material, one), _fact(material, one), _mark(material, one)) for one in found)
    return Section(
        "projects",
        printer.word("heading-projects"),
        printer.say("standing-projects", watch=WATCH_AFTER_DAYS, silent=SILENT_AFTER_DAYS) if material.audience.pages > 1 else "",
        tables=(_table(material, found),) if found and material.audience.pages > 1 else (),
        items=short,
        notes=() if found else (printer.word("no-data"),),
    )


def _table(material: Material, found: list[ProjectState]) -> Table:
    printer = material.printer
    columns = (
        Column(printer.word("project"), width_mm=45),
        Column(printer.word("state"), width_mm=34),
        Column(printer.word("last-evidence")),
        Column(printer.word("due"), width_mm=25),
        Column(printer.word("published"), "right", 24),
        Column(printer.word("days"), "right", 11),
    )
    rows = tuple(_row(material, one) for one in found)
    line = material.source_line({source for one in found for source in one.last.source_ids})
    return Table("projects", columns, rows, line)


def _row(material: Material, one: ProjectState) -> tuple[Cell, ...]:
    printer = material.printer
    name: tuple[Text, ...] = (_name(material, one),)
    if printer.has(f"project-{one.id}-place"):
        name = (*name, printer.say(f"project-{one.id}-place"))
    due = Text.of(printer.dated(one.due)) if one.due else Text.of(printer.word("no-due"))
    known = Text.of(printer.date(one.last.known_on, form="short"))
    return name, _mark(material, one), _fact(material, one), due, known, Text.of(printer.count(one.age_days, f"age of {one.id}"))


def _name(material: Material, one: ProjectState) -> Text:
    return material.own(f"project-{one.id}", one.last.name)


def _fact(material: Material, one: ProjectState) -> Text:
    return material.own(f"fact-{one.last.id}", one.last.value)


def _mark(material: Material, one: ProjectState) -> Mark:
    return Mark(SHAPES.get(one.state, one.state.value), material.printer.word(f"status-{one.state.value}"))
