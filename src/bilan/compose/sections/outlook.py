"""Outlook: ranges where the rules allow one; otherwise why there is none, the pace the aim takes, and plain arithmetic."""

from collections.abc import Iterator

from bilan.compose.figures.outlook import fan
from bilan.compose.material import Material, writers
from bilan.document import Column, Item, Section, Table, Text
from bilan.findings.outlook import named
from bilan.indicators.outlook_methods import LEVEL
from bilan.indicators.outlook_rules import HORIZONS, POINTS_NEEDED
from bilan.model import Reading
from bilan.period import Frequency

COVERAGE = {"yearly": 82, "monthly": 82, "years": HORIZONS[Frequency.ANNUAL]}  # measured by benchmarks/outlook.py
SHOWN = (1, 2, 3, 6, 12)
TRADE = ("trade.total", "trade.month")


@writers.register("outlook")
def outlook(material: Material) -> Section | None:
    """Nothing where no series could have an outlook at all."""
    printer, facts = material.printer, material.facts
    subjects = facts.readings.subjects("outlook.low")
    if not subjects:
        return None
    ranges = _table(material, [subject for subject in subjects if facts.readings.latest("outlook.low", subject)])
    refused = [subject for subject in subjects if not facts.readings.latest("outlook.low", subject)]
    trade = [subject for subject in refused if subject.partition("/")[2] in TRADE]
    others = [subject for subject in refused if subject not in trade and not _told(subject, trade)]
    items = [_none(material, subject) for subject in trade]
    items += [item for code in facts.countries if (item := _pace(material, code))]
    items += [material.worded(one) for one in material.findings if one.rule == "outlook-same-share"]
    notes = [*_not_worked_out(material)]
    if others:
        notes.append(printer.say("outlook-also", names=material.joined([_briefly(material, subject) for subject in others])))
    if ranges:
        notes.append(printer.say("outlook-coverage", **COVERAGE))
    figure = fan(material)
    return Section(
        "outlook",
        printer.word("heading-outlook"),
        printer.say("standing-outlook", level=LEVEL),
        figures=(figure,) if figure else (),
        tables=(ranges,) if ranges else (),
        items=tuple(items),
        notes=tuple(notes),
    )


def _told(subject: str, trade: list[str]) -> bool:
    """Whether it is a flow of a total that is told already."""
    reporter, _, series = subject.partition("/")
    return series.startswith("trade.") and f"{reporter}/{TRADE[0]}" in trade


def _table(material: Material, subjects: list[str]) -> Table | None:
    """Low and high end side by side; the middle is not shown."""
    printer, readings = material.printer, material.facts.readings
    rows, used = [], []
    for subject in subjects:
        lows = [one for one in readings.series("outlook.low", subject) if one.value is not None]
        start = lows[0].period.shift(-1)
        for low in lows:
            high = readings.at("outlook.high", subject, low.period)
            if high is None or low.period.distance(start) not in SHOWN:
                continue
            used.append(low)
            ends = [printer.amount(one, form="short", hedge=False) for one in (low, high)]
            rows.append((_series(material, subject), material.year(low.period), *ends))
    if not rows:
        return None
    columns = (
        Column(printer.word("column-outlook-series")),
        Column(printer.word("column-outlook-period"), width_mm=30),
        Column(printer.word("column-outlook-low"), "right", 26),
        Column(printer.word("column-outlook-high"), "right", 26),
    )
    line = material.source_line({source for one in used for source in one.source_ids})
    return Table("outlook", columns, tuple(rows), line, printer.word("table-outlook"))


def _none(material: Material, subject: str) -> Item:
    printer = material.printer
    said = printer.say("outlook-none", reasons=material.joined(_reasons(material, subject)))
    return Item(printer.say("outlook-none-lead", series=_series(material, subject)), said)


def _reasons(material: Material, subject: str) -> list[Text]:
    """What the rules saw, in the order they are asked."""
    printer, readings = material.printer, material.facts.readings
    points = readings.latest("outlook.points", subject)
    first = readings.series("outlook.low", subject)[0]
    frequency = first.period.frequency
    found = []
    for problem in first.problems:
        rule = problem.rule.removeprefix("outlook.")
        if rule == "few" and points is not None:
            unit = "month" if frequency is Frequency.MONTHLY else "year"
            needed = POINTS_NEEDED[frequency]
            found.append(printer.say("outlook-because-few", frequency=unit, points=points, period=points.period, needed=needed))
        elif rule == "stale":
            found.append(printer.say("outlook-because-stale", period=first.period.shift(-1)))
        else:
            found.append(printer.say(f"outlook-because-{rule}"))
    return found


def _briefly(material: Material, subject: str) -> Text:
    reasons = material.joined(_reasons(material, subject)[:1])
    return material.printer.say("outlook-also-one", series=_series(material, subject), reasons=reasons)


def _series(material: Material, subject: str) -> Text:
    reporter, _, series = subject.partition("/")
    return material.printer.say(
        "outlook-series", series=named(series), statistics=material.statistics(reporter), **material.partners(country=reporter)
    )


def _pace(material: Material, code: str) -> Item | None:
    facts, printer = material.facts, material.printer
    pace, target = facts.readings.latest("target.pace", code), facts.current_target()
    goal = facts.readings.latest("target.level", target.id) if target else None
    if pace is None or goal is None:
        return None
    said = printer.say(
        "outlook-pace", target=goal, deadline=goal.period, pace=pace, period=pace.period, statistics=material.statistics(code)
    )
    return Item(printer.word("outlook-pace-lead"), said)


def _not_worked_out(material: Material) -> Iterator[Text]:
    """A year so far of which no share is known."""
    for code in material.facts.countries:
        whole: list[Reading] = material.facts.readings.series("outlook.same_share", code)
        part = material.facts.readings.latest("trade.ytd", code)
        if whole and whole[-1].value is None and part is not None:
            yield material.printer.say("outlook-share-missing", statistics=material.statistics(code), part=part, period=part.period)
