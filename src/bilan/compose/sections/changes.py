"""What changed since the edition before: revised, new and dropped readings, from its manifest and today's facts."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from bilan.compose.material import Material, writers
from bilan.document import Item, Section
from bilan.model import Precision, Reading
from bilan.period import Period

AIM = "target.level"
TOLD = ("trade.total", "trade.exports", "trade.imports", "trade.ytd", "investment.cumulative", "investment.flow", AIM, "macro.gdp")
MOST = 4
Known = Mapping[str, Mapping[str, Any]]


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
    """Revised, then new, then dropped; a manifest lists only what its edition showed, so `new` looks at dates too."""
    printer, before = material.printer, {_slot(one["id"]): one for one in previous["readings"] if one["indicator"] in TOLD}
    now = {_slot(one.id): one for one in material.facts.readings if one.indicator in TOLD and one.value is not None}
    seen = date.fromisoformat(previous["edition"]["as_of"])
    items = [
        Item(
            printer.word("change-revised-lead"),
            printer.say(
                "change-revised",
                what=material.name_of(one),
                before=printer.amount(_earlier(one, before[slot]), form="short"),
                after=printer.amount(one, form="short"),
            ),
        )
        for slot, one in now.items()
        if slot in before and _value(before[slot]) != one.value
    ]
    new = [one for slot, one in now.items() if slot not in before and _is_new(one, before, seen)]
    items += [Item(printer.word("change-new-lead"), printer.say("change-new", what=material.name_of(one))) for one in new]
    dropped = [_as_it_was(one, material) for slot, one in before.items() if slot not in now and one["value"] is not None]
    items += [Item(printer.word("change-dropped-lead"), printer.say("change-dropped", what=material.name_of(one))) for one in dropped]
    return tuple(items)


def _slot(name: str) -> str:
    """What stays the same from edition to edition: an aim without a deadline carries the year of the as-of date in its id."""
    return _series(name) if name.startswith(f"{AIM}:") else name


def _series(name: str) -> str:
    return name.rpartition(":")[0]


def _is_new(one: Reading, before: Known, seen: date) -> bool:
    """Published since, or of a later period than its series had before."""
    if one.published_on is not None and one.published_on > seen:
        return True
    periods = [Period.parse(old["period"]) for name, old in before.items() if _series(name) == _series(one.id)]
    return bool(periods) and one.period > max(periods)


def _value(before: Mapping[str, Any]) -> Decimal | None:
    return None if before["value"] is None else Decimal(before["value"])


def _earlier(one: Reading, before: Mapping[str, Any]) -> Reading:
    """The reading as the edition before had it; its id says so."""
    return replace(one, id=f"{one.id}@before", value=_value(before), precision=Precision(before["precision"]))


def _as_it_was(before: Mapping[str, Any], material: Material) -> Reading:
    """A reading that is no more, to name it."""
    return Reading(
        before["id"], before["indicator"], Period.parse(before["period"]), material.facts.as_of, before["unit"],
        reporter=before["reporter"], partner=before["partner"],
    )  # fmt: skip
