"""Data notes: scope, rounding, method, and what is missing, old, announced, or was noticed by the gate."""

from collections.abc import Iterable

from bilan.compose.figures.mirror import last_common
from bilan.compose.material import Material, writers
from bilan.document import Item, Section, Text
from bilan.gate.check import GateResult
from bilan.gate.rules import CHECKS

DIGITS = 3
MOST_ROWS = 3
ALL_PRODUCTS = "TOTAL"
SERIES_PARTS = 6


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
            items.append(Item(printer.word(f"gate-lead-{check}"), printer.say("gate-whole", list=_joined(material, "gate-list", told))))
    return items


def _entry(material: Material, result: GateResult) -> Text:
    """`trade, Kazakhstan: 350.9 for 2024 is outside the declared bounds (trade.csv#bt055)`"""
    printer = material.printer
    what = printer.say(result.said, **dict(result.args))
    if result.more:
        what = printer.say("gate-more", what=what, count=result.more)
    message = "gate-entry-held" if result.action == "hold" else "gate-entry"
    return printer.say(message, series=_series(material, result.series), what=what, rows=_rows(material, result.rows))


def _rows(material: Material, rows: tuple[str, ...]) -> Text:
    printer = material.printer
    shown = _joined(material, "gate-rows", [Text.of(printer.constant(row, "code")) for row in rows[:MOST_ROWS]])
    left = len(rows) - MOST_ROWS
    return printer.say("gate-rows-more", rows=shown, count=left) if left > 0 else shown


def _series(material: Material, name: str) -> Text:
    """A series in words: what, whose, which flow, which product, how often; what has no word is printed as its code."""
    printer = material.printer
    if name.count("/") != SERIES_PARTS - 1:
        return Text.of(printer.constant(name, "code"))
    indicator, reporter, partner, flow, product, frequency = name.split("/")
    parts = [_worded(material, f"series-{indicator}", indicator)]
    parts += [_place(material, code) for code in (reporter, "" if flow else partner) if code]
    parts += [_worded(material, f"gate-flow-{flow}", flow)] if flow else []
    parts += [Text.of(printer.constant(product, "code"))] if product not in ("", ALL_PRODUCTS) else []
    parts += [Text.of(printer.word(message))] if printer.has(message := f"gate-frequency-{frequency}") else []
    return _joined(material, "gate-part", parts)


def _place(material: Material, code: str) -> Text:
    known = code in {one.code for one in material.facts.partnership.country}
    return Text.of(material.printer.country(code) if known else material.printer.constant(code, "code"))


def _worded(material: Material, message: str, code: str) -> Text:
    printer = material.printer
    return printer.say(message) if printer.has(message) else Text.of(printer.constant(code, "code"))


def _joined(material: Material, message: str, texts: Iterable[Text]) -> Text:
    whole: Text | None = None
    for one in texts:
        whole = one if whole is None else material.printer.say(message, one=whole, other=one)
    return whole or Text()
