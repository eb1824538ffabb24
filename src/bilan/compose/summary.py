"""What does the mail that brings an edition say? Its lead, headline figures, findings and changes, in a few lines."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bilan.compose.material import Material
from bilan.compose.sections.changes import changes
from bilan.compose.sections.embargo import embargo
from bilan.compose.sections.glance import chosen, headlines
from bilan.document import Item, Summary, Text, Words

SUBJECT = 78
"""How long a line of a mail's head may be."""
WORDS = ("open", "attached", "large", "corrected", "withdrawn", "reason", "unsubscribe")


def summarise(material: Material, words: Mapping[str, Words], notes: Iterable[Words] = ()) -> Summary:
    """The summary of an edition; `words` are those of its cover and running lines, `notes` what every reader must know first."""
    printer = material.printer
    said = {name: Text.of(printer.word(f"mail-{name}")) for name in WORDS}
    said |= {"findings": Text.of(printer.word("heading-says")), "changes": Text.of(printer.word("heading-since"))}
    office = material.names([material.office.name])
    said |= {"office": office, "title": Text.of(words["partners"]), "head": Text.of(words["head"]), "lead": Text.of(words["lead"])}
    said["dates"] = Text.of(
        printer.say("issued-on", date=material.issued_on), " · ", printer.say("data-as-of-date", date=material.facts.as_of)
    )
    said["why"] = printer.say("mail-why", office=office, audience=Text.of(words["audience"]))
    under, since = embargo(material), changes(material)
    return Summary(
        subjects=_subjects(material, words),
        words=said,
        notes=tuple(text for one in (under.standing if under else "", *notes) if (text := Text.of(one))),
        headlines=tuple(headlines(material, drawn=False)),
        findings=tuple(_bare(material.worded(one) for one in chosen(material))),
        changes=tuple(_bare(since.items if since else ())),
    )


def _subjects(material: Material, words: Mapping[str, Words]) -> dict[str, Text]:
    """For each kind of message the first subject that fits its line: with the heaviest finding, without it, or the running head."""
    printer, partners, month = material.printer, Text.of(words["partners"]), material.identity.period
    fact = next((_open(Text.of(material.worded(one).lead)) for one in chosen(material)), None)
    texts = [printer.say("mail-subject", partners=partners, month=month, fact=fact)] if fact else []
    texts += [printer.say("mail-subject-short", partners=partners, month=month), Text.of(words["head"])]
    by_kind = {
        "edition": texts,
        "correction": [printer.say("mail-subject-correction", subject=one) for one in texts],
        "withdrawal": [printer.say("mail-subject-withdrawal", subject=one) for one in texts[-2:]],
    }
    return {kind: next((one for one in said if len(str(one)) <= SUBJECT), said[-1]) for kind, said in by_kind.items()}


def _open(text: Text) -> Text:
    """A finding's first words without the stop that ends them."""
    *before, last = text.parts
    return Text.of(*before, last.rstrip(" .") if isinstance(last, str) else last)


def _bare(items: Iterable[Item]) -> Iterable[Item]:
    return (replace(one, mark=None) for one in items)
