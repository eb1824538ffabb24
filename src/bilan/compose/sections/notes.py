"""Data notes: scope, rounding, method, and what is missing, old, announced, or was noticed by the gate."""

from bilan.compose.figures.mirror import last_common
from bilan.compose.material import Material, writers
from bilan.compose.series import found_in_words, in_a_row, series_in_words
from bilan.document import Item, Section, Text
from bilan.gate.check import GateResult
from bilan.gate.rules import CHECKS
from bilan.wording.printer import Printer

DIGITS = 3
MOST_ROWS = 3


@writers.register("notes")
def notes(material: Material) -> Section:
    """What is stale says so with its date; what is missing says so; each warning of the gate is told with its rows."""
    printer = material.printer
    items = [
        Item(printer.word("note-scope-lead"), printer.say("note-scope")),
        Item(printer.word("note-rounding-lead"), printer.say("note-rounding", digits=DIGITS)),
        Item(printer.word("note-mirror-lead"), _mirror(material)),
    ]
    if any(material.facts.readings.latest("trade.partner_share", code) for code in material.facts.countries):
        items.append(Item(printer.word("note-share-lead"), printer.say("note-share")))
    items += [material.worded(one) for one in material.findings if one.section == "notes"]
    items += [Item(printer.word("note-missing-lead"), printer.say("note-missing", what=one)) for one in _missing(material)]
    noticed = _noticed(material)
    if material.warnings and not noticed:
        items.append(Item(printer.word("note-problem-lead"), printer.say("note-gate", count=material.warnings)))
    return Section("notes", printer.word("heading-notes"), items=(*items, *noticed))


def _mirror(material: Material) -> Text:
    """The definition, and what the partnership adds of how its two statistics are made, once there is a gap to explain."""
    printer = material.printer
    said = printer.say("note-mirror")
    if last_common(material) is None or not printer.has("note-mirror-why"):
        return said
    return Text.of(said, " ", printer.say("note-mirror-why"))


def _missing(material: Material) -> list[Text]:
    """Readings of the last year a reporter covers that have no value."""
    found: list[Text] = []
    for total in material.facts.totals():
        for indicator in ("trade.exports", "trade.imports", "trade.partner_share", "trade.growth"):
            one = material.facts.readings.at(indicator, total.reporter, total.period)
            if one is not None and one.value is None:
                found.append(material.name_of(one))
    return found


def _noticed(material: Material) -> list[Item]:
    """One note for each check that failed somewhere, in the order of the checks: every series with its first fault."""
    printer, items = material.printer, []
    for check in CHECKS:
        told = [_entry(material, one) for one in material.gate if one.rule == check and one.action != "pass" and one.said]
        if told:
            items.append(Item(printer.word(f"gate-lead-{check}"), printer.say("gate-whole", list=in_a_row(printer, "gate-list", told))))
    return items


def _entry(material: Material, result: GateResult) -> Text:
    """`trade, Kazakhstan: 350.9 for 2024 is outside the declared bounds (trade.csv#bt055)`"""
    printer = material.printer
    message = "gate-entry-held" if result.action == "hold" else "gate-entry"
    series, what = series_in_words(printer, result.series), found_in_words(printer, result)
    return printer.say(message, series=series, what=what, rows=_rows(printer, result.rows))


def _rows(printer: Printer, rows: tuple[str, ...]) -> Text:
    shown = in_a_row(printer, "gate-rows", [Text.of(printer.constant(row, "code")) for row in rows[:MOST_ROWS]])
    left = len(rows) - MOST_ROWS
    return printer.say("gate-rows-more", rows=shown, count=left) if left > 0 else shown
