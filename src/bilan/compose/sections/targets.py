"""Aims for total trade: who declared what when, what superseded it, and how it ended."""

from bilan.compose.material import Material, writers
from bilan.config.models import TargetConfig
from bilan.document import Cell, Column, Finding, Mark, Section, Table, Text
from bilan.findings.promises import outcome
from bilan.findings.states import Standing, Track

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
        Column(printer.word("column-standing")),
    )
    rows = tuple(row for one in known if (row := _row(material, one)))
    line = material.source_line({one.source for one in known})
    return Section(
        "targets",
        printer.word("heading-targets"),
        printer.say("standing-targets") if rows else "",
        tables=(Table("targets", columns, rows, line, printer.word("table-targets")),) if rows else (),
        items=tuple(material.worded(one) for one in _told(material.findings)),
        notes=() if rows else (printer.word("none-declared"),),
    )


def _told(findings: tuple[Finding, ...]) -> list[Finding]:
    """Findings on aims; the pace alone is left out where the verdict repeats it."""
    judged = {one.subject for one in findings if one.rule == "target-verdict"}
    return [one for one in findings if one.section == "targets" and not (one.rule == "target-pace" and one.subject in judged)]


def _shape(material: Material, target: TargetConfig, state: str) -> str:
    """An open aim is only as firm as the statistics that see it furthest behind."""
    tracks = {one.track for one in material.facts.standing().values()}
    if state == "open" and target == material.facts.current_target() and tracks & {Track.BEHIND, Track.CLOSE}:
        return "late" if tracks == {Track.BEHIND} else "watch"
    return SHAPES.get(state, "unknown")


def _successor(material: Material, target: TargetConfig) -> Text:
    """`by the aim of 22 August 2025`."""
    later = next(one for one in material.facts.targets(target.indicator) if one.id == target.superseded_by)
    return material.printer.say("target-superseded-by", date=Text.of(material.printer.dated(later.set_on)))


def _standing(material: Material, code: str, one: Standing) -> Text:
    """`behind: needs 14.4% a year, had 7% (Kyrgyz statistics)`."""
    printer = material.printer
    pace, own = printer.amount(one.pace, form="short"), printer.amount(one.own, form="short")
    return printer.say("target-standing", track=one.track.value, pace=pace, own=own, statistics=material.statistics(code))


def _row(material: Material, target: TargetConfig) -> tuple[Cell, ...] | None:
    printer, goal = material.printer, material.facts.readings.latest("target.level", target.id)
    if goal is None:
        return None
    state, totals = outcome(material.facts, target)
    told = [
        printer.say("target-reached", amount=printer.amount(one, form="short"), statistics=material.statistics(one.reporter))
        for one in totals
    ]
    if target == material.facts.current_target():
        told += [_standing(material, code, one) for code, one in material.facts.standing().items()]
    if state == "superseded":
        told.append(_successor(material, target))
    reached = material.joined(told)
    deadline = Text.of(printer.period(goal.period)) if target.deadline else Text.of(printer.word("no-deadline"))
    mark = Mark(_shape(material, target, state), printer.word(f"target-{state}"))
    return Text.of(printer.dated(target.set_on)), printer.amount(goal, form="short"), deadline, mark, reached
