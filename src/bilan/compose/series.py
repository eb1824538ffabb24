"""How is a series called on a page, and what the gate found in it? In words, as far as there are words."""

from collections.abc import Iterable

from bilan.compose.material import Material
from bilan.document import Text
from bilan.errors import Problem
from bilan.gate.check import GateResult
from bilan.wording.printer import Printer

ALL_PRODUCTS = "TOTAL"
PARTS = 6
PATTERN = frozenset("*?[")


def series_in_words(printer: Printer, name: str) -> Text:
    """`trade, Kazakhstan, exports`; a name may stop early or be a pattern, and what has no word is printed as its code."""
    given = ["" if PATTERN & set(part) else part for part in name.rstrip("/").split("/")]
    if len(given) > PARTS or not given[0]:
        return Text.of(printer.constant(name, "code"))
    indicator, reporter, partner, flow, product, frequency = (*given, *[""] * (PARTS - len(given)))
    parts = [_worded(printer, f"series-{indicator}", indicator)]
    parts += [_place(printer, code) for code in (reporter, "" if flow else partner) if code]
    parts += [_worded(printer, f"gate-flow-{flow}", flow)] if flow else []
    parts += [Text.of(printer.constant(product, "code"))] if product not in ("", ALL_PRODUCTS) else []
    parts += [Text.of(printer.word(message))] if printer.has(message := f"gate-frequency-{frequency}") else []
    return in_a_row(printer, "gate-part", parts)


def found_in_words(printer: Printer, result: GateResult) -> Text:
    """What a check of the gate found first, and how often more; `result.said` must name a message."""
    what = printer.say(result.said, **dict(result.args))
    return printer.say("gate-more", what=what, count=result.more) if result.more else what


def awaited_in_words(material: Material) -> Text:
    """What the edition was issued without, because it had not come by its deadline."""
    printer = material.printer
    return printer.say("awaited", series=in_a_row(printer, "gate-list", [series_in_words(printer, name) for name in material.awaited]))


def awaited_problems(awaited: Iterable[str]) -> tuple[Problem, ...]:
    """The same for the manifest and the summary of a run."""
    said = "awaited until the deadline of its schedule; no new vintage came, the edition rests on the last one known"
    return tuple(Problem(name, said, "it is issued anew once the data come", rule="awaited") for name in awaited)


def in_a_row(printer: Printer, message: str, texts: Iterable[Text]) -> Text:
    """Texts joined two by two with a message that takes `$one` and `$other`."""
    whole: Text | None = None
    for one in texts:
        whole = one if whole is None else printer.say(message, one=whole, other=one)
    return whole or Text()


def _place(printer: Printer, code: str) -> Text:
    return Text.of(printer.country(code) if printer.partner(code) else printer.constant(code, "code"))


def _worded(printer: Printer, message: str, code: str) -> Text:
    return printer.say(message) if printer.has(message) else Text.of(printer.constant(code, "code"))
