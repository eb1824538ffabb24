"""What changed since the edition before? Its state and today's, compared; each kind of change in its own words."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from bilan.compose.material import Material, writers
from bilan.document import Item, Section, Text
from bilan.findings.changes import Change, Difference, differences
from bilan.model import Precision, Reading
from bilan.period import Period
from bilan.wording.display import Display, display

MOST = 12
MOST_ON_ONE_PAGE = 3


@writers.register("changes")
def changes(material: Material) -> Section:
    """A first edition says that there is none before it."""
    printer = material.printer
    if material.previous is None:
        items: tuple[Item, ...] = (Item(printer.word("change-first-lead"), printer.say("change-first")),)
    else:
        items = _since(material, material.previous) or (Item(printer.word("change-none-lead"), printer.say("change-none")),)
    return Section("changes", printer.word("heading-since"), items=items)


def told(material: Material, previous: Mapping[str, Any]) -> list[Difference]:
    """The differences this reader is told: on a single page a revision counts only where it changes what stood there."""
    found = differences(previous.get("state", {}), material.state)
    if material.audience.pages > 1:
        return found
    stood = {one["ref"] for one in previous.get("printed", ()) if one["kind"] == "reading"}
    number = previous["edition"]["number"]
    quiet = (Change.METHOD, Change.RECOVERED, Change.DROPPED)
    return [
        one
        for one in found
        if one.change not in quiet and (one.change is not Change.REVISED or (one.after["id"] in stood and _restated(material, one, number)))
    ]


def earlier(material: Material, known: Mapping[str, Any], number: int) -> Reading:
    """A reading as the edition before had it; its id says so. Whoever prints it puts it under `derived`."""
    return Reading(
        id=f"{known['id']}@before",
        indicator=known["indicator"],
        period=Period.parse(known["period"]),
        as_of=material.facts.as_of,
        unit=known["unit"],
        value=None if known["value"] is None else Decimal(known["value"]),
        reporter=known["reporter"],
        partner=known["partner"],
        precision=Precision(known["precision"]),
        formula=f"as edition {number} had it",
    )


def shown(reading: Reading) -> tuple[Display, Precision]:
    """What a reader sees of a reading: digits, scale and hedge."""
    return display(reading, reading.value or Decimal(0), "short", None, None), reading.precision


def _restated(material: Material, one: Difference, number: int) -> bool:
    """Whether a reader sees another figure than before."""
    now = material.facts.readings.get(one.after["id"])
    return now is not None and shown(earlier(material, one.before, number)) != shown(now)


def _since(material: Material, previous: Mapping[str, Any]) -> tuple[Item, ...]:
    most = MOST if material.audience.pages > 1 else MOST_ON_ONE_PAGE
    items = [item for one in told(material, previous) if (item := _WORDED[one.change](material, one, previous)) is not None]
    if len(items) <= most:
        return tuple(items)
    rest = material.printer.say("change-more", count=len(items) - most + 1)
    return (*items[: most - 1], Item(material.printer.word("change-more-lead"), rest))


def _item(material: Material, change: Change, **args: Any) -> Item:  # noqa: ANN401  arguments of a message
    return Item(material.printer.word(f"change-{change}-lead"), material.printer.say(f"change-{change}", **args))


def _revised(material: Material, one: Difference, previous: Mapping[str, Any]) -> Item | None:
    now = material.facts.readings.get(one.after["id"])
    if now is None:
        return None
    before = earlier(material, one.before, previous["edition"]["number"])
    material.derived[before.id] = before
    was, is_now = (material.printer.amount(reading, form="short") for reading in (before, now))
    return _item(material, one.change, what=material.name_of(now), before=was, after=is_now)


def _named(material: Material, one: Difference, _: Mapping[str, Any]) -> Item:
    known = one.before if one.after is None else one.after
    reading = Reading(
        known["id"], known["indicator"], Period.parse(known["period"]), material.facts.as_of, known["unit"],
        reporter=known["reporter"], partner=known["partner"],
    )  # fmt: skip
    now = material.facts.readings.get(known["id"]) if one.after else None
    if now is None:
        return _item(material, one.change, what=material.name_of(reading))
    return _item(material, one.change, what=Text.of(material.printer.say("change-value", what=material.name_of(now), value=now)))


def _meaning(material: Material, one: Difference, _: Mapping[str, Any]) -> Item | None:
    finding = next((known for known in material.findings if f"{known.rule}/{known.subject}" == one.subject), None)
    return None if finding is None else _item(material, one.change, sentence=material.worded(finding).body)


def _target(material: Material, one: Difference, _: Mapping[str, Any]) -> Item | None:
    goal = material.facts.readings.latest("target.level", one.subject)
    if goal is None:
        return None
    return _item(material, one.change, target=goal, state=Text.of(material.printer.word(f"target-{one.after}")))


def _crossed(material: Material, one: Difference, _: Mapping[str, Any]) -> Item | None:
    name, _slash, subject = one.subject.partition("/")
    threshold = next(known for known in material.facts.partnership.threshold if known.id == name)
    goal = material.facts.readings.latest("threshold.level", name)
    last = material.facts.readings.latest(threshold.indicator, subject)
    if goal is None or last is None:
        return None
    return _item(material, one.change, what=material.name_of(last), value=last, threshold=goal, side=one.after)


def _project(material: Material, one: Difference, _: Mapping[str, Any]) -> Item:
    printer, name = material.printer, material.arguments("project", one.subject)["project"]
    after = Text.of(printer.word(f"status-{one.after}"))
    if one.before is None:
        return Item(printer.word("change-project-lead"), printer.say("change-project-new", project=name, after=after))
    before = Text.of(printer.word(f"status-{one.before}"))
    return _item(material, one.change, project=name, before=before, after=after)


def _event(material: Material, one: Difference, _: Mapping[str, Any]) -> Item | None:
    event = next((known for known in material.facts.dossier.events if known.id == one.subject), None)
    if event is None:
        return None
    return _item(material, one.change, event=material.own(f"event-{event.id}", event.title), date=material.printer.dated(event.on))


def _last(material: Material, one: Difference, _: Mapping[str, Any]) -> Item | None:
    """The last value of a series that grew old, or is fresh again."""
    indicator, _colon, subject = one.subject.partition(":")
    last = material.facts.readings.latest(indicator, subject)
    return None if last is None else _item(material, one.change, what=material.name_of(last))


def _method(material: Material, one: Difference, _: Mapping[str, Any]) -> Item | None:
    known = [last for who in material.facts.readings.subjects(one.subject) if (last := material.facts.readings.latest(one.subject, who))]
    return _item(material, one.change, what=material.name_of(known[0])) if known else None


_WORDED: dict[Change, Callable[[Material, Difference, Mapping[str, Any]], Item | None]] = {
    Change.CROSSED: _crossed,
    Change.TARGET: _target,
    Change.MEANING: _meaning,
    Change.REVISED: _revised,
    Change.PROJECT: _project,
    Change.NEW: _named,
    Change.EVENT: _event,
    Change.STALE: _last,
    Change.RECOVERED: _last,
    Change.DROPPED: _named,
    Change.METHOD: _method,
}
