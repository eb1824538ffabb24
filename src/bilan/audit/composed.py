"""What did composition say? Every text of a briefing, and which of them belong together."""

from collections.abc import Iterator
from dataclasses import dataclass

from bilan.audit.runs import told
from bilan.document import Briefing, Cell, Figure, Headline, Item, Mark, Printed, Section, Table, Text, Words

NOTHING = Text()
TOLD_TOGETHER = (("edition", "number"), ("issued", "issued-on"), ("as-of", "as-of-date"))
"""Words of the cover that name each other."""


@dataclass(frozen=True, slots=True)
class Group:
    """Texts that belong together, in told words: a row of a table, a headline, an item of a list.

    The parts of a table stand in their order; those of a group with `roles` in the order of the template, the same for each.
    """

    where: str
    parts: tuple[str, ...]
    roles: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A composed sentence with the place it was composed for, and the lead it follows."""

    where: str
    text: Text
    lead: Text = NOTHING


def groups(briefing: Briefing) -> list[Group]:
    """Every group of a briefing; a text that stands alone is a group of one."""
    tied = [one for pair in TOLD_TOGETHER for one in pair if all(name in briefing.words for name in pair)]
    found = [Group(f"words.{name}", (told(words),)) for name, words in briefing.words.items() if told(words) and name not in tied]
    found += [_group("cover", *(briefing.words[name] for name in pair)) for pair in TOLD_TOGETHER if pair[0] in tied]
    for section in briefing.sections:
        found += [one for one in _of_section(section) if one.parts]
    return found


def statuses(briefing: Briefing) -> set[str]:
    """The words of marks of items, which a template may print beside each or above several."""
    return {told(item.mark.word) for section in briefing.sections for item in section.items if item.mark}


def lines(briefing: Briefing) -> Iterator[Line]:
    """Every composed sentence that has a numeral in it, and every one that follows a lead."""
    for name, words in briefing.words.items():
        yield Line(f"words.{name}", Text.of(words))
    for section in briefing.sections:
        where = f"section {section.id}"
        for item in section.items:
            yield Line(where, Text.of(item.body), Text.of(item.lead))
        for words in (section.standing, *section.notes, *(one.change for one in section.headlines)):
            yield Line(where, Text.of(words))
        for figure in _figures(section):
            yield from (Line(f"figure {figure.id}", words) for words in (figure.title, figure.subtitle, figure.alt))
        for table in section.tables:
            for row in table.rows:
                yield from (Line(f"table {table.id}", Text.of(cell)) for cell in row if isinstance(cell, str | Printed | Text))


def _of_section(section: Section) -> Iterator[Group]:
    where = f"section {section.id}"
    for words in (section.heading, section.standing, *section.notes):
        yield _group(where, words)
    for headline in section.headlines:
        yield _headline(where, headline)
    for item in section.items:
        yield _item(where, item)
    for figure in _figures(section):
        for words in (figure.title, figure.subtitle, figure.source):
            yield _group(f"figure {figure.id}", words)
    for table in section.tables:
        yield from _of_table(table)


def _figures(section: Section) -> list[Figure]:
    return [*section.figures, *(one.figure for one in section.headlines if one.figure is not None)]


def _of_table(table: Table) -> Iterator[Group]:
    where = f"table {table.id}"
    for words in (table.title, table.source):
        yield _group(where, words)
    yield _group(where, *(column.head for column in table.columns))
    for row in table.rows:
        yield _group(where, *(part for cell in row for part in _cell(cell)))


def _headline(where: str, one: Headline) -> Group:
    parts = [(role, text) for role, text in enumerate(map(told, (one.label, one.value, one.change, one.note))) if text]
    return Group(where, tuple(text for _, text in parts), tuple(role for role, _ in parts))


def _item(where: str, one: Item) -> Group:
    return _group(where, one.lead, one.body)


def _cell(cell: Cell) -> list[Words]:
    parts = cell if isinstance(cell, tuple) else (cell,)
    return [part.word if isinstance(part, Mark) else part for part in parts]


def _group(where: str, *words: Words) -> Group:
    return Group(where, tuple(text for text in map(told, words) if text))
