"""How is a series called on the page? By what it measures, whose it is, which flow and how often, in words."""

from collections.abc import Iterable

from bilan.compose.material import Material
from bilan.document import Text
from bilan.errors import Problem

ALL_PRODUCTS = "TOTAL"
PARTS = 6
PATTERN = frozenset("*?[")


def series_in_words(material: Material, name: str) -> Text:
    """`trade, Kazakhstan, exports`; a name may stop early or be a pattern, and what has no word is printed as its code."""
    printer = material.printer
    given = ["" if PATTERN & set(part) else part for part in name.rstrip("/").split("/")]
    if len(given) > PARTS or not given[0]:
        return Text.of(printer.constant(name, "code"))
    indicator, reporter, partner, flow, product, frequency = (*given, *[""] * (PARTS - len(given)))
    parts = [_worded(material, f"series-{indicator}", indicator)]
    parts += [_place(material, code) for code in (reporter, "" if flow else partner) if code]
    parts += [_worded(material, f"gate-flow-{flow}", flow)] if flow else []
    parts += [Text.of(printer.constant(product, "code"))] if product not in ("", ALL_PRODUCTS) else []
    parts += [Text.of(printer.word(message))] if printer.has(message := f"gate-frequency-{frequency}") else []
    return in_a_row(material, "gate-part", parts)


def awaited_in_words(material: Material) -> Text:
    """What the edition was issued without, because it had not come by its deadline."""
    named = [series_in_words(material, name) for name in material.awaited]
    return material.printer.say("awaited", series=in_a_row(material, "gate-list", named))


def awaited_problems(awaited: Iterable[str]) -> tuple[Problem, ...]:
    """The same for the manifest and the summary of a run."""
    said = "awaited until the deadline of its schedule; no new vintage came, the edition rests on the last one known"
    return tuple(Problem(name, said, "it is issued anew once the data come", rule="awaited") for name in awaited)


def in_a_row(material: Material, message: str, texts: Iterable[Text]) -> Text:
    """Texts joined two by two with a message that takes `$one` and `$other`."""
    whole: Text | None = None
    for one in texts:
        whole = one if whole is None else material.printer.say(message, one=whole, other=one)
    return whole or Text()


def _place(material: Material, code: str) -> Text:
    known = code in {one.code for one in material.facts.partnership.country}
    return Text.of(material.printer.country(code) if known else material.printer.constant(code, "code"))


def _worded(material: Material, message: str, code: str) -> Text:
    printer = material.printer
    return printer.say(message) if printer.has(message) else Text.of(printer.constant(code, "code"))
