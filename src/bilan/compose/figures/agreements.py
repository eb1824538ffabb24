"""Agreements in time: the treaties, protocols and ratifications that carry a short label."""

from datetime import date, timedelta
from typing import Literal

from bilan.charts.specs import Event as Dot
from bilan.charts.specs import Timeline
from bilan.compose.figures.axes import years
from bilan.compose.material import Caption, Material
from bilan.document import Figure, Text
from bilan.period import Frequency, Period, known_from
from bilan.sources.dossier import Event

RECENT_DAYS = 365
EXPANDED_YEARS = 3
MOST = 8
KINDS = ("treaty", "agreement", "ratification", "summit")


def timeline(material: Material) -> Figure | None:
    """The time line; None where no event is marked for it."""
    events = [one for one in material.facts.dossier.events if one.kind in KINDS and material.printer.has(f"short-{one.id}")][-MOST:]
    if not events:
        return None
    printer, as_of = material.printer, material.facts.as_of
    dots = tuple(
        Dot(known_from(one.on), Text.of(printer.dated(one.on)), printer.say(f"short-{one.id}"), _state(one, as_of)) for one in events
    )
    expand = date(as_of.year - EXPANDED_YEARS + 1, 1, 1)
    shown = [year for year in range(known_from(events[0].on).year, as_of.year + 1) if year % 5 == 0 or year >= expand.year]
    spec = Timeline(dots, years(material.printer, shown), expand if known_from(events[0].on) < expand else None, height_mm=30.0)
    since = Period(known_from(events[0].on).year, Frequency.ANNUAL)
    title = printer.say("fig-agreements-title", since=since, event=printer.say(f"short-{events[-1].id}"))
    caption = Caption(title, printer.say("fig-agreements-subtitle"), _alt(material, events))
    return material.figure(spec, "agreements", caption, sources={source for one in events for source in one.source_ids})


def _state(one: Event, as_of: date) -> Literal["earlier", "recent", "expected"]:
    day = known_from(one.on)
    if day > as_of:
        return "expected"
    return "recent" if day > as_of - timedelta(days=RECENT_DAYS) else "earlier"


def _alt(material: Material, events: list[Event]) -> Text:
    printer = material.printer
    first, last = events[0], events[-1]
    return printer.say(
        "fig-agreements-alt", count=len(events), first=printer.say(f"short-{first.id}"), last=printer.say(f"short-{last.id}"),
        since=Text.of(printer.dated(first.on)), until=Text.of(printer.dated(last.on)),
    )  # fmt: skip
