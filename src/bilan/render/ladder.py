"""What is given up, and in which order, when the pages of an edition do not suffice? Never type, and never part of a sentence."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from bilan.document import Briefing, Figure, Item, Section

AT = "@"
"""Joins a figure's id and its height where the same figure is drawn lower: `trade.total@46`."""
LOWER_MM = {62.0: (54.0, 46.0), 50.0: (46.0, 44.0)}
"""Heights a large figure may be drawn at instead."""
GLANCE = "glance"
FINDINGS = (GLANCE, "quotes", "trade", "opportunity", "mirror", "investment", "targets", "risks")
"""Sections whose items are findings, in the order in which they keep them longest where two weigh the same."""
KEPT = {GLANCE: 2, "quotes": 1, "risks": 1}
FEW_CHANGES = 2


@dataclass(frozen=True, slots=True)
class Rung:
    """The edition after one more step: what was done, in words for the manifest, and what is left to print."""

    step: str
    briefing: Briefing


def lower_heights(height: float) -> tuple[float, ...]:
    """The heights a figure of that height may be drawn at when pages are short."""
    return LOWER_MM.get(height, ())


def rungs(briefing: Briefing, drawn: Mapping[str, Figure]) -> list[Rung]:
    """Every step in order, each on top of those before: gaps, lower figure, lightest findings, changes, notes of projects."""
    made = [Rung("gaps 5 mm", briefing)]
    for steps in (lambda one: _lower(one, drawn), _fewer_findings, _fewer_changes, _no_notes):
        made += steps(made[-1].briefing)
    return made


def _lower(briefing: Briefing, drawn: Mapping[str, Figure]) -> Iterator[Rung]:
    glance = briefing.section(GLANCE)
    if glance is None or not glance.figures:
        return
    first = glance.figures[0]
    lower = sorted((one for name, one in drawn.items() if name.startswith(f"{first.id}{AT}")), key=lambda one: -one.height_mm)
    for figure in lower:
        instead = _replacing(first.id, figure)
        yield Rung(f"figure {first.id} {figure.height_mm:g} mm high", _changed(briefing, instead))


def _replacing(name: str, figure: Figure) -> Callable[[Section], Section]:
    put = replace(figure, id=name)
    return lambda section: replace(section, figures=tuple(put if one.id == name else one for one in section.figures))


def _fewer_findings(briefing: Briefing) -> Iterator[Rung]:
    """One finding less each time, the lightest first; of equal weight the one of the later section, and there the last."""
    order = {name: place for place, name in enumerate(FINDINGS)}
    spare = [
        (_weight(item), -order[section.id], -place, section.id, item)
        for section in briefing.sections
        if section.id in order
        for place, item in enumerate(section.items)
        if place >= _least(section)
    ]
    for *_, name, item in sorted(spare, key=lambda one: one[:3]):
        briefing = _changed(briefing, _without(name, item))
        yield Rung(f"finding left out: {name}: {item.lead}", briefing)


def _least(section: Section) -> int:
    """How many findings a section keeps: at least one where nothing else stands in it."""
    return KEPT.get(section.id, 0 if section.figures or section.tables else 1)


def _weight(item: Item) -> int:
    weight: int = getattr(item, "weight", 0)
    return weight


def _without(name: str, item: Item) -> Callable[[Section], Section]:
    def shorter(section: Section) -> Section:
        kept = tuple(one for one in section.items if one is not item)
        return replace(section, items=kept) if section.id == name else section

    return shorter


def _fewer_changes(briefing: Briefing) -> Iterator[Rung]:
    yield from _if_other(
        briefing, f"changes: {FEW_CHANGES} told", "changes", lambda section: replace(section, items=section.items[:FEW_CHANGES])
    )


def _no_notes(briefing: Briefing) -> Iterator[Rung]:
    yield from _if_other(
        briefing, "no notes on projects", "projects", lambda section: replace(section, items=tuple(replace(one, body="") for one in section.items))
    )  # fmt: skip


def _if_other(briefing: Briefing, step: str, name: str, change: Callable[[Section], Section]) -> Iterator[Rung]:
    """The step, unless it would change nothing."""
    changed = _changed(briefing, lambda section: change(section) if section.id == name else section)
    if changed != briefing:
        yield Rung(step, changed)


def _changed(briefing: Briefing, change: Callable[[Section], Section]) -> Briefing:
    return replace(briefing, sections=tuple(change(one) for one in briefing.sections))
