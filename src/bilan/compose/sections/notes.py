"""Data notes: scope, rounding, method, and what is missing, old or announced."""

from bilan.compose.figures.mirror import last_common
from bilan.compose.material import Material, writers
from bilan.document import Item, Section, Text

DIGITS = 3


@writers.register("notes")
def notes(material: Material) -> Section:
    """What is stale says so with its date; what is missing says so."""
    printer = material.printer
    items = [
        Item(printer.word("note-scope-lead"), printer.say("note-scope")),
        Item(printer.word("note-rounding-lead"), printer.say("note-rounding", digits=DIGITS)),
        Item(printer.word("note-mirror-lead"), _mirror(material)),
        Item(printer.word("note-share-lead"), printer.say("note-share")),
    ]
    items += [material.worded(one) for one in material.findings if one.section == "notes"]
    items += [Item(printer.word("note-missing-lead"), printer.say("note-missing", what=one)) for one in _missing(material)]
    if material.warnings:
        items.append(Item(printer.word("note-problem-lead"), printer.say("note-gate", count=material.warnings)))
    return Section("notes", printer.word("heading-notes"), items=tuple(items))


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
