"""Projects and the evidence there is of them: state by dated evidence only."""

from bilan.compose.material import Material, writers
from bilan.document import Cell, Column, Item, Mark, Section, Table, Text
from bilan.findings.states import ProjectState, State
from bilan.sources.names import Naming, name_at

SHAPES = {State.SILENT: "unknown", State.SLIPPED: "watch", State.CANCELLED: "unknown"}


@writers.register("projects")
def projects(material: Material) -> Section:
    """A project without recent evidence is called silent, never on track."""
    printer, found = material.printer, material.facts.projects()
    patience, several = material.facts.patience, material.audience.pages > 1
    short = tuple(Item(_called(material, one), _fact(material, one), _mark(material, one)) for one in found)
    return Section(
        "projects",
        printer.word("heading-projects"),
        printer.say("standing-projects", watch=patience.watch, silent=patience.silent) if found and several else "",
        tables=(_table(material, found),) if found and several else (),
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
        Column(printer.word("date"), "right", 24),
        Column(printer.word("days"), "right", 11),
    )
    rows = tuple(_row(material, one) for one in found)
    line = material.source_line({source for one in found for source in one.last.source_ids})
    return Table("projects", columns, rows, line)


def _row(material: Material, one: ProjectState) -> tuple[Cell, ...]:
    printer = material.printer
    told = Text.of(printer.date(one.last.on, form="short"))
    days = Text.of(printer.count(one.age_days, f"age of {one.id}"))
    return _lines(material, one), _state(material, one), _fact(material, one), _due(material, one), told, days


def _lines(material: Material, one: ProjectState) -> tuple[Text, ...]:
    """The name, below it the name before or the place."""
    printer, naming = material.printer, _naming(material, one)
    if naming is not None:
        return (
            (_name(material, one), printer.say("formerly", former=material.names([naming.former])))
            if naming.former
            else (_name(material, one),)
        )
    place = f"project-{one.id}-place"
    return (_name(material, one), printer.say(place)) if printer.has(place) else (_name(material, one),)


def _called(material: Material, one: ProjectState) -> Text:
    """The name in a list, with the one before it in brackets in the first year after a change."""
    naming = _naming(material, one)
    if naming is None or not naming.former:
        return _name(material, one)
    return material.printer.say("name-formerly", name=_name(material, one), former=material.names([naming.former]))


def _name(material: Material, one: ProjectState) -> Text:
    naming, printer = _naming(material, one), material.printer
    if naming is None:
        return material.own(f"project-{one.id}", one.last.name)
    named = f"project-{one.id}-named"
    return printer.say(named, name=material.names([naming.name])) if printer.has(named) else material.names([naming.name])


def _naming(material: Material, one: ProjectState) -> Naming | None:
    return name_at(material.facts.dossier.names, f"project-{one.id}", material.printer.lang, material.facts.as_of)


def _fact(material: Material, one: ProjectState) -> Text:
    return material.own(f"fact-{one.last.id}", one.last.value)


def _due(material: Material, one: ProjectState) -> Cell:
    """The date promised now, below it the one promised first where it was moved."""
    printer = material.printer
    if not one.due:
        return Text.of(printer.word("no-due"))
    if one.slip is None:
        return Text.of(printer.dated(one.due))
    return Text.of(printer.dated(one.due)), printer.say("due-first", date=Text.of(printer.dated(one.slip.first.value)))


def _state(material: Material, one: ProjectState) -> Cell:
    """The mark, below it how far the project has come where a row declares it."""
    mark = _mark(material, one)
    return (mark, material.printer.word(f"stage-{one.stage.value}")) if one.stage else mark


def _mark(material: Material, one: ProjectState) -> Mark:
    return Mark(SHAPES.get(one.state, one.state.value), material.printer.word(f"status-{one.state.value}"))
