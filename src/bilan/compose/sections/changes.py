"""What changed since the edition before: new, revised and dropped readings, from two manifests."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from bilan.compose.material import Material, writers
from bilan.document import Item, Section
from bilan.model import Reading

TOLD = (
    "trade.total",
    "trade.exports",
    "trade.imports",
    "trade.ytd",
    "investment.cumulative",
    "investment.flow",
    "target.level",
    "macro.gdp",
)
MOST = 4


@writers.register("changes")
def changes(material: Material) -> Section:
    """A first edition says that there is none before it."""
    printer = material.printer
    if material.previous is None:
        items: tuple[Item, ...] = (Item(printer.word("change-first-lead"), printer.say("change-first")),)
    else:
        items = _since(material, material.previous)[:MOST] or (Item(printer.word("change-none-lead"), printer.say("change-none")),)
    return Section("changes", printer.word("heading-since"), items=items)


def _since(material: Material, previous: Mapping[str, Any]) -> tuple[Item, ...]:
    before = {one["id"]: one for one in previous.get("readings", []) if one["indicator"] in TOLD}
    now = {one.id: one for one in material.facts.readings if one.indicator in TOLD}
    printer = material.printer
    new = [one for name, one in now.items() if name not in before and one.value is not None]
    revised = [(one, _earlier(one, before[name])) for name, one in now.items() if name in before and _moved(one, before[name])]
    items = [
        Item(
            printer.word("change-revised-lead"),
            printer.say(
                "change-revised",
                what=material.name_of(one),
                before=printer.amount(old, form="short"),
                after=printer.amount(one, form="short"),
            ),
        )
        for one, old in revised
    ]
    items += [Item(printer.word("change-new-lead"), printer.say("change-new", what=material.name_of(one))) for one in new]
    return tuple(items)


def _moved(one: Reading, before: Mapping[str, Any]) -> bool:
    old = before["value"]
    return one.value is not None and (old is None or Decimal(old) != one.value)


def _earlier(one: Reading, before: Mapping[str, Any]) -> Reading:
    """The reading as the edition before had it; its id says so."""
    from dataclasses import replace  # noqa: PLC0415  one use

    old = before["value"]
    return replace(one, id=f"{one.id}@before", value=None if old is None else Decimal(old))
