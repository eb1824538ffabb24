"""Which printed figures were revised since the edition before? Old value, new value, difference and reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bilan.compose.material import Material, writers
from bilan.compose.sections.changes import earlier, shown
from bilan.document import Cell, Column, Section, Table, Text
from bilan.findings.revisions import Kind, Revision
from bilan.indicators.context import Outline, derive
from bilan.model import Observation, Reading

MOST = 12
COUNTED = "days"
"""A number of days, to the date of the edition or between two promises, goes on by itself: no publisher revises it."""
MONEY = "USD"


@dataclass(frozen=True, slots=True)
class Restated:
    """A printed figure then and now, the publishers' revisions it rests on, and whether a row of ours was corrected."""

    before: Reading
    now: Reading
    causes: tuple[Revision, ...]
    corrected: bool


@writers.register("revisions")
def revisions(material: Material) -> Section | None:
    """Nothing for a first edition or where no printed digit moved; else a table, and how many revisions touch none."""
    printer = material.printer
    found = restated(material, material.previous) if material.previous else []
    if not found:
        return None
    used = {(one.key, one.period) for figure in found for one in figure.causes}
    small = sum((one.key, one.period) not in used for one in material.revisions if one.kind is not Kind.NEW)
    columns = (
        Column(printer.word("column-figure")),
        Column(printer.word("column-before"), "right", 26),
        Column(printer.word("column-after"), "right", 26),
        Column(printer.word("column-difference"), "right", 24),
        Column(printer.word("column-reason"), width_mm=42),
    )
    rows = tuple(_row(material, one) for one in found[:MOST])
    line = material.source_line({source for one in found for source in one.now.source_ids})
    return Section(
        "revisions",
        printer.word("heading-revisions"),
        printer.word("standing-revisions"),
        tables=(Table("revisions", columns, rows, line, printer.word("table-revisions")),),
        notes=(printer.say("revision-small", count=small),) if small else (),
    )


def restated(material: Material, previous: Mapping[str, Any]) -> list[Restated]:
    """Figures printed in the edition before that read otherwise now; the largest relative change first."""
    printed = {one["ref"] for one in previous.get("printed", ()) if one["kind"] == "reading"}
    had = {(one["series"], one["period"], one["digest"]) for one in previous["observations"]}
    found = []
    for known in previous["readings"]:
        now = material.facts.readings.get(known["id"])
        if known["id"] not in printed or known["value"] is None or now is None or now.value is None:
            continue
        if known["unit"] != now.unit or now.unit == COUNTED:
            continue
        before = earlier(material, known, previous["edition"]["number"])
        if shown(before) != shown(now):
            material.derived[before.id] = before
            leaves = _leaves(material, now)
            causes = tuple(one for one in material.revisions if one.after is not None and one.after.digest in leaves)
            corrected = not causes and any(_corrected(material.observations[name], had) for name in leaves if name in material.observations)
            found.append(Restated(before, now, causes, corrected))
    return sorted(found, key=lambda one: (-_size(one), one.now.id))


def _corrected(one: Observation, had: set[tuple[str, str, str]]) -> bool:
    """Whether the edition before had another version of this row."""
    place = (str(one.key), str(one.period))
    return (*place, one.digest) not in had and any(known[:2] == place for known in had)


def _size(one: Restated) -> Decimal:
    before, now = one.before.value or Decimal(0), one.now.value or Decimal(0)
    return abs(now - before) / abs(before) if before else Decimal(1)


def _leaves(material: Material, reading: Reading) -> set[str]:
    """Digests of the observations a reading rests on, through whatever lies between."""
    wanted, seen = [reading.id], set()
    while wanted:
        name = wanted.pop()
        inner = None if name in seen else material.facts.readings.get(name)
        seen.add(name)
        wanted += inner.inputs if inner else ()
    return seen


def _row(material: Material, one: Restated) -> tuple[Cell, ...]:
    printer = material.printer
    return (
        material.name_of(one.now),
        printer.amount(one.before, form="short"),
        printer.amount(one.now, form="short"),
        printer.change(made := _difference(material, one), digits=2 if made.unit in ("ratio", "index") else 1),
        _reason(material, one),
    )


def _difference(material: Material, one: Restated) -> Reading:
    """Relative to the earlier value for money and counts, in points for what is a percentage, else as it is."""
    before, now, unit = one.before.value or Decimal(0), one.now.value or Decimal(0), one.now.unit
    if unit == "percent":
        unit, value, formula = "percentage_points", now - before, "now - before"
    elif before and unit not in ("ratio", "index", "percentage_points"):
        unit, value, formula = "percent", 100 * (now - before) / abs(before), "100 * (now - before) / |before|"
    else:
        value, formula = now - before, "now - before"
    outline = Outline("revision.difference", one.now.id.replace(":", "/"), one.now.period, unit, formula, material.facts.as_of)
    made = derive(outline, value, (one.before, one.now))
    material.derived[made.id] = made
    return made


def _reason(material: Material, one: Restated) -> Text:
    printer = material.printer
    first = one.causes[0] if one.causes else None
    if first is None:
        return Text.of(printer.word("revision-corrected" if one.corrected else "revision-recomputed"))
    if first.kind is Kind.REBASED and first.factor is not None:
        return printer.say("revision-rebased", change=printer.change(_factor(material, first)))
    return Text.of(printer.word(f"revision-{first.kind.value}"))


def _factor(material: Material, one: Revision) -> Reading:
    """By how much a whole series moved, in percent: an approximate figure by nature."""
    outline = Outline(
        "revision.factor",
        str(one.key).replace(":", ""),
        one.period,
        "percent",
        "median of new / old over all periods",
        material.facts.as_of,
    )
    made = derive(outline, 100 * ((one.factor or Decimal(1)) - 1), ())
    material.derived[made.id] = made
    return made
