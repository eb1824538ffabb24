"""Aims for total trade: who declared what when, what superseded it, and how it ended."""

from bilan.compose.material import Material, writers
from bilan.config.models import TargetConfig
from bilan.document import Cell, Column, Mark, Section, Table, Text
from bilan.findings.promises import outcome

SHAPES = {"met": "done", "missed": "late", "open": "on-track", "disputed": "watch"}


@writers.register("targets")
def targets(material: Material) -> Section:
    """The newest aim first."""
    printer, known = material.printer, material.facts.targets()[::-1]
    columns = (
        Column(printer.word("declared-on"), width_mm=34),
        Column(printer.word("target"), "right", 22),
        Column(printer.word("deadline"), "right", 24),
        Column(printer.word("column-outcome"), width_mm=38),
        Column(printer.word("column-reached")),
    )
    rows = tuple(row for one in known if (row := _row(material, one)))
    line = material.source_line({one.source for one in known})
    return Section(
        "targets",
        printer.word("heading-targets"),
        printer.say("standing-targets"),
        tables=(Table("targets", columns, rows, line, printer.word("table-targets")),) if rows else (),
        items=tuple(material.worded(one) for one in material.findings if one.section == "targets"),
        notes=() if rows else (printer.word("none-declared"),),
    )


def _row(material: Material, target: TargetConfig) -> tuple[Cell, ...] | None:
    printer, goal = material.printer, material.facts.readings.latest("target.level", target.id)
    if goal is None:
        return None
    state, totals = outcome(material.facts, target)
    reached = material.joined(
        [
            printer.say("target-reached", amount=printer.amount(one, form="short"), statistics=material.statistics(one.reporter))
            for one in totals
        ]
    )
    deadline = Text.of(printer.period(goal.period)) if target.deadline else Text.of(printer.word("no-deadline"))
    mark = Mark(SHAPES.get(state, "unknown"), printer.word(f"target-{state}"))
    return Text.of(printer.dated(target.set_on)), printer.amount(goal, form="short"), deadline, mark, reached
