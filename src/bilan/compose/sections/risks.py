"""What may go wrong for somebody who invests? Findings that speak of doubt or delay, each with the age of its evidence."""

from datetime import date

from bilan.compose.material import Material, writers
from bilan.compose.sections.glance import chosen
from bilan.document import Finding, Item, Mark, Section, Text

MOST = 8
RISKS = {
    "project-cancelled": "late", "project-late": "late", "project-slipped": "watch", "project-silent": "unknown",
    "target-verdict": "watch", "target-missed": "late", "totals-differ": "watch", "mirror-below": "watch", "announced-total": "unknown",
    "data-old": "watch",
}  # fmt: skip
"""Rules a risk is told from, and the mark it gets."""


@writers.register("risks")
def risks(material: Material) -> Section:
    """The heaviest first; every risk says when its evidence was published. What page one says is not said again."""
    printer = material.printer
    found = [one for one in untold(material) if one.rule in RISKS][:MOST]
    return Section(
        "risks",
        printer.word("heading-risks"),
        printer.word("standing-risks") if found else "",
        items=tuple(_item(material, one) for one in found),
        notes=() if found else (printer.word("no-risk"),),
    )


def untold(material: Material) -> list[Finding]:
    """Findings that page one does not tell already, heaviest first."""
    told = set(chosen(material)) if "glance" in material.audience.sections else set()
    return [one for one in material.findings if one not in told]


def _item(material: Material, finding: Finding) -> Item:
    said, on = material.worded(finding), _published(material, finding)
    mark = Mark(RISKS[finding.rule], material.printer.word(f"risk-{RISKS[finding.rule]}"))
    if on is None:
        return Item(said.lead, said.body, mark)
    return Item(said.lead, Text.of(said.body, " ", material.printer.say("risk-evidence", published=on)), mark)


def _published(material: Material, finding: Finding) -> date | None:
    """When the newest reading a finding rests on was published; findings on projects say their date themselves."""
    found = (material.facts.readings.get(name) for name in finding.reading_ids)
    return max((one.published_on for one in found if one is not None and one.published_on is not None), default=None)
