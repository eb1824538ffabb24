"""What may be quoted word for word? Findings as whole sentences that name their statistics, each with its source."""

from bilan.compose.material import Material, writers
from bilan.document import Argument, Finding, Item, Section
from bilan.model import Reading

QUOTABLE = (
    "trade-growth", "totals-differ", "trade-balance", "partner-share", "target-pace", "target-missed", "investment-stated", "year-to-date",
)  # fmt: skip
"""Rules fit for the public: statements on the two countries, none on data still being checked, on gaps or on our own doubts."""


@writers.register("quotes")
def quotes(material: Material) -> Section | None:
    """As many as the audience reads findings, the heaviest first, one of a rule; None where there is nothing to quote."""
    chosen = {one.rule: one for one in reversed(material.findings) if one.rule in QUOTABLE and _whole(one)}
    heaviest = sorted(chosen.values(), key=lambda one: (-one.weight, one.rule))[: material.audience.findings]
    if not heaviest:
        return None
    printer = material.printer
    items = tuple(_quote(material, one) for one in heaviest)
    return Section("quotes", printer.word("heading-quotes"), printer.word("standing-quotes"), items=items)


def _whole(finding: Finding) -> bool:
    """Whether every figure in the sentence is known: nobody is quoted with a gap."""
    return all(value.value is not None for _, value in finding.args if isinstance(value, Reading))


def _quote(material: Material, finding: Finding) -> Item:
    """The sentence, and below it where it comes from; neither leans on the sentence before."""
    first, second = material.facts.countries
    args: dict[str, Argument] = material.partners(first=first, second=second)
    for name, value in finding.args:
        args |= material.arguments(name, value)
    readings = [one for name in finding.reading_ids if (one := material.facts.readings.get(name))]
    sources = {source for one in readings for source in one.source_ids}
    return Item(material.printer.say(f"quote-{finding.rule}", **args), material.source_line(sources))
