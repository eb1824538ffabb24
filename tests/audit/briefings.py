"""A small briefing with the page a template makes of it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bilan.document import Briefing, Column, Headline, Identity, Item, Mark, Printed, Section, Table, Text
from bilan.model import Precision, Reading
from bilan.period import Period

NAMES = ("Kazakhstan", "Kazakh", "Kyrgyzstan", "Kyrgyz")


def reading(name: str, value: str, unit: str = "USD", precision: str = "exact", formula: str = "as reported") -> Reading:
    indicator, reporter, period = name.split(":")
    return Reading(
        name, indicator, Period.parse(period), date(2026, 10, 31), unit, Decimal(value), reporter=reporter, precision=Precision(precision),
        formula=formula,
    )  # fmt: skip


def numeral(text: str, ref: str, value: str = "", shown: str = "", scale: str = "1") -> Printed:
    return Printed(text, "reading", ref, shown, value or shown, shown, scale)


TOTAL = reading("trade.total:KAZ:2023", "1570000000")
OTHER = reading("trade.total:KGZ:2023", "1320000000")
GROWTH = reading("trade.growth:KAZ:2023", "11.6", "percent", formula="growth(total)")
READINGS = (TOTAL, OTHER, GROWTH)
ONE = numeral("$1.57 billion", TOTAL.id, "1570000000", "1.57", "1000000000")
TWO = numeral("$1.32 billion", OTHER.id, "1320000000", "1.32", "1000000000")
UP = numeral("11.6%", GROWTH.id, "11.6", "11.6")
LEAD = Text.of("Trade grew.")
BODY = Text.of("On Kazakh statistics, it reached ", ONE, ", up ", UP, " on the year before.")
STANDING = Text.of("Kazakhstan reports ", ONE, " and Kyrgyzstan reports ", TWO, " of trade.")
TABLE = Table(
    "totals", (Column("Reporter"), Column("Total")), (("Kazakhstan", ONE), ("Kyrgyzstan", (TWO, Mark("watch", "Late")))), title="Totals"
)
HEADLINES = (
    Headline("Trade, Kazakh statistics", Text.of(ONE), Text.of(UP), None, "in a year"),
    Headline("Trade, Kyrgyz statistics", Text.of(TWO)),
)


def briefing(**changes: object) -> Briefing:
    section = Section("trade", "Trade", STANDING, HEADLINES, (), (TABLE,), (Item(LEAD, BODY),), ("A note without numerals.",))
    number = Printed("3", "edition", "number")
    identity = Identity("kz-kg", Period.parse("2026-10"), "analyst", "en")
    made = Briefing(
        identity, 3, 1, date(2026, 10, 31), date(2026, 11, 2), "abcd", "Title", "English",
        {"edition": "Edition", "number": number, "head": "Edition"}, (section,), readings=READINGS,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]  # parts by name


def page(one: Briefing) -> str:
    """The page of a briefing, as the built-in template makes it."""
    (section,) = one.sections
    said = [f"<p><b>Edition</b> <i>{_html(one.words['number'])}</i></p><h2>{section.heading}</h2><p>{_html(section.standing)}</p>"]
    said += [
        f"<div><div>{each.label}</div><div>{_html(each.value)}</div><div>{_html(each.change)}</div><div>{each.note}</div></div>"
        for each in section.headlines
    ]
    said += [f"<li><b>{_html(item.lead)}</b> {_html(item.body)}</li>" for item in section.items]
    (table,) = section.tables
    said.append(f"<h3>{table.title}</h3><table><thead><tr><th>Reporter</th><th>Total</th></tr></thead>")
    for name, cell in table.rows:
        cells = cell if isinstance(cell, tuple) else (cell,)
        inner = "<br>".join(f"<span>{part.word}</span>" if isinstance(part, Mark) else _html(part) for part in cells)
        said.append(f"<tr><td>{name}</td><td>{inner}</td></tr>")
    return "".join([*said, "</table>", *(f"<p>{_html(note)}</p>" for note in section.notes)])


def _html(words: object) -> str:
    return words.__html__() if isinstance(words, Printed | Text) else str(words)
