"""Do the numbers of a document agree with each other? Sums, differences, growth, repeated facts, titles."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from bilan.document import Briefing, Figure, Printed, Table, Text, Words
from bilan.errors import Problem, Severity
from bilan.indicators.expression import EXACT
from bilan.model import Precision, Reading
from bilan.period import Period

SUMS = {
    "trade.total": (("trade.exports", 1), ("trade.imports", 1)),
    "trade.turnover": (("trade.exports", 1), ("trade.imports", 1)),
    "trade.balance": (("trade.exports", 1), ("trade.imports", -1)),
    "trade.growth": (("trade.contribution_exports", 1), ("trade.contribution_imports", 1)),
}
"""Indicators that other ones of the same subject and period add up to."""
GROWTH = {
    "trade.growth": "trade.total",
    "trade.growth_exports": "trade.exports",
    "trade.growth_imports": "trade.imports",
    "macro.gdp_growth": "macro.gdp_constant",
}
"""Yearly growth and what it is the growth of: of an economy, prices taken out."""
OF_STATED = ("trade.growth",)
"""Ours, but of a total that a publisher stated, which may differ from the sum of its parts."""
FIRM = (Precision.EXACT, Precision.ROUNDED)
LONG_TITLE = 20
HINT = "look at both readings with bilan trace"


@dataclass(frozen=True, slots=True)
class Span:
    """All exact values that a printed numeral may stand for."""

    low: Decimal
    high: Decimal

    def meets(self, other: "Span") -> bool:
        """Whether one value may stand behind both."""
        return self.low <= other.high and other.low <= self.high

    def plus(self, other: "Span", sign: int) -> "Span":
        """All sums, or with a minus all differences."""
        low, high = (other.low, other.high) if sign > 0 else (-other.high, -other.low)
        return Span(EXACT.add(self.low, low), EXACT.add(self.high, high))


def agree(briefing: Briefing) -> list[Problem]:
    """What in a briefing contradicts something else in it; holds where the arithmetic is ours, else warns."""
    printed = [one for text in _texts(briefing.sections) for one in text.printed] + [
        one for words in briefing.words.values() for one in Text.of(words).printed
    ]
    readings = {one.id: one for one in briefing.readings}
    spans = _spans(printed, readings)
    return [*_repeated(printed), *_sums(spans, readings), *_grown(spans, readings), *_titles(briefing)]


def span_of(one: Printed) -> Span | None:
    """What a numeral may stand for: half a unit of its last digit that counts to either side; None for one without a value."""
    if one.kind != "reading" or not one.shown:
        return None
    shown, scale = Decimal(one.shown), Decimal(one.scale)
    whole, _, places = one.shown.lstrip("-").partition(".")
    digits = -len(places) if places else len(whole) - len(whole.rstrip("0")) if whole.strip("0") else 0
    half = EXACT.multiply(Decimal(5).scaleb(digits - 1), scale)
    value = EXACT.multiply(shown, scale)
    return Span(EXACT.subtract(value, half), EXACT.add(value, half))


def _texts(one: object) -> Iterator[Text]:
    """Every text with numerals in a record and all that it holds."""
    if isinstance(one, Printed | Text):
        yield Text.of(one)
    elif isinstance(one, tuple | list):
        for part in one:
            yield from _texts(part)
    elif dataclasses.is_dataclass(one) and not isinstance(one, type):
        for field in dataclasses.fields(one):
            if field.name != "labels":
                yield from _texts(getattr(one, field.name))


def _spans(printed: Iterable[Printed], readings: Mapping[str, Reading]) -> dict[str, Span]:
    """The narrowest span of each firm reading that is printed, with the sign of its value."""
    found: dict[str, Span] = {}
    for one in printed:
        span, reading = span_of(one), readings.get(one.ref)
        if span is None or reading is None or reading.value is None or reading.precision not in FIRM:
            continue
        if reading.value < 0 <= span.low:
            span = Span(-span.high, -span.low)
        if one.ref not in found or span.high - span.low < found[one.ref].high - found[one.ref].low:
            found[one.ref] = span
    return found


def _repeated(printed: Iterable[Printed]) -> Iterator[Problem]:
    """One reading printed twice, in roundings no single value has."""
    seen: dict[str, list[tuple[Printed, Span]]] = defaultdict(list)
    for one in dict.fromkeys(printed):
        span = span_of(one)
        if span is None:
            continue
        size = span if span.low >= 0 or span.high <= 0 else None
        ours = Span(min(abs(size.low), abs(size.high)), max(abs(size.low), abs(size.high))) if size else span
        for other, theirs in seen[one.ref]:
            if not ours.meets(theirs):
                yield Problem(f"reading '{one.ref}'", f"is printed as '{other.text}' and as '{one.text}'", HINT, Severity.HOLD, "agreement")
        seen[one.ref].append((one, ours))


def _sums(spans: Mapping[str, Span], readings: Mapping[str, Reading]) -> Iterator[Problem]:
    for name, span in spans.items():
        one = readings[name]
        parts = [(name.replace(f"{one.indicator}:", f"{part}:", 1), sign) for part, sign in SUMS.get(one.indicator, ())]
        if not parts or any(part not in spans for part, _ in parts):
            continue
        whole = Span(Decimal(0), Decimal(0))
        for part, sign in parts:
            whole = whole.plus(spans[part], sign)
        if not span.meets(whole):
            terms = " and ".join(f"'{part}'" for part, _ in parts)
            yield _apart(one, f"is not what {terms} come to as printed")


def _grown(spans: Mapping[str, Span], readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """Growth that the two printed levels do not give."""
    for name, span in spans.items():
        one = readings[name]
        base = GROWTH.get(one.indicator)
        if base is None:
            continue
        now, before = (f"{base}:{one.reporter}:{period}" for period in (one.period, _before(one.period)))
        levels = spans.get(now), spans.get(before)
        if levels[0] is None or levels[1] is None or levels[0].low <= 0 or levels[1].low <= 0:
            continue
        told = Span(_percent(levels[0].low, levels[1].high), _percent(levels[0].high, levels[1].low))
        if not span.meets(told):
            yield _apart(one, f"is not the growth from '{before}' to '{now}' as printed")


def _before(period: Period) -> Period:
    return dataclasses.replace(period, year=period.year - 1)


def _percent(now: Decimal, before: Decimal) -> Decimal:
    return EXACT.multiply(EXACT.subtract(EXACT.divide(now, before), Decimal(1)), Decimal(100))


def _apart(one: Reading, message: str) -> Problem:
    """A result of ours that is wrong holds; a publisher's own total may differ from its parts, and the reader is told."""
    stated = one.formula.startswith("as ") or one.indicator in OF_STATED
    return Problem(f"reading '{one.id}'", message, HINT, Severity.WARNING if stated else Severity.HOLD, "agreement")


def _titles(briefing: Briefing) -> Iterator[Problem]:
    """Two titles that tell the same fact."""
    seen: dict[object, str] = {}
    for where, words in _titled(briefing):
        text = Text.of(words)
        facts = frozenset(one.ref for one in text.printed if one.kind == "reading")
        key: object = facts or (str(text) if len(str(text)) > LONG_TITLE else None)
        if key is not None and key in seen:
            yield Problem(where, f"has a title that tells what the title of {seen[key]} tells", "choose another finding", rule="agreement")
        elif key is not None:
            seen[key] = where


def _titled(briefing: Briefing) -> Iterator[tuple[str, Words]]:
    for section in briefing.sections:
        parts: tuple[Figure | Table, ...] = (*section.figures, *section.tables)
        for one in parts:
            yield f"{'figure' if isinstance(one, Figure) else 'table'} '{one.id}'", one.title
