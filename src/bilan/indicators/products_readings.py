"""How does trade by product become a reading? With the slices it rests on, or with what is missing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TypedDict

from bilan.errors import Problem, Severity
from bilan.indicators.context import Context, Outline, ProductSlice, running_year, without_products
from bilan.indicators.definition import functions
from bilan.indicators.expression import Missing
from bilan.indicators.formulas import Lines
from bilan.indicators.products_data import EXPORT, IMPORT, WORLD, Breakdown, Breakdowns, Key, breakdowns, common_level, slice_of
from bilan.model import Evidence, Precision, Reading, weakest_status
from bilan.period import Period

NO_PRODUCTS = "trade by product"


class ByProduct(TypedDict):
    """The rules that all indicators by product share."""

    missing: str
    negative: str
    breaks: str
    provisional: str


RULES: ByProduct = {
    "missing": "a year needs annual rows or all twelve months; a line without a value is left out and makes the reading approximate",
    "negative": "a negative line gives no value and is named",
    "breaks": "flows at different levels of the Harmonized System are summed to the coarser one, which the formula states",
    "provisional": "has the weakest status of its lines",
}
Rule = Callable[..., Decimal]
"""Formula over the lines of each part, in the order of the parts; raises Missing where there is no value."""


@dataclass(frozen=True, slots=True)
class Study:
    """An indicator by product at work: its registered name, and whom it speaks of."""

    context: Context
    name: str
    subject: str
    reporter: str
    partner: str

    def outline(self, year: Period, level: int = 0) -> Outline:
        """What the reading of a year is about; the formula states the level of the Harmonized System it was taken at."""
        known = functions.get(self.name)
        formula = f"{known.formula}; lines are HS{level}" if level else known.formula
        return Outline(self.name, self.subject, year, known.unit, formula, self.context.as_of, self.reporter, self.partner)

    def absent(self, what: str) -> Reading:
        """A reading without value for the running year that says what it needs, as `trade by product`."""
        return without_products(self.outline(running_year(self.context.as_of)), what)

    def reading(self, year: Period, parts: Sequence[Breakdown], compute: Callable[[int], Decimal], level: int = 0) -> Reading:
        """The reading of a year from its parts; `compute` gets the level, the common one of the parts unless it is given.

        The reading lists the slice of each part and has the weakest status of them; a product that lacks a value for
        part of the year makes it approximate.
        """
        outline = self.outline(year)
        inputs = [(part, slice_of(self.context, part.key, part.year)) for part in parts if part.level]
        try:
            level = level or common_level(parts)
            outline = self.outline(year, level)
            value = compute(level)
        except Missing as gap:
            return _reading(outline, None, inputs, Problem(outline.id, f"has no value: {gap.reason}", rule="missing"))
        gaps = sum(len(part.gaps) for part in parts)
        note = Problem(outline.id, f"lines that lack a value for part of the year: {gaps}", "", Severity.NOTE, "incomplete-lines")
        return _reading(outline, value, inputs, note if gaps else None)


def data_of(context: Context, *, world: bool = False) -> Breakdowns:
    """Trade by product of the two countries, empty where there are no product tables."""
    return breakdowns(context, world=world) if context.view.has_products else {}


def lacking(study: Study, data: Breakdowns, keys: Sequence[Key]) -> str:
    """What the indicator needs and these flows do not give; empty if nothing."""
    if not study.context.view.has_products:
        return NO_PRODUCTS
    key = next((one for one in keys if one not in data), None)
    if key is None:
        return ""
    reporter, partner, flow = key
    if reporter == WORLD:
        to = "" if partner == WORLD else f" to {partner}"
        return f"the world's exports{to} by product, reporter WLD"
    whom = "the world" if partner == WORLD else "the partner"
    return f"the reporter's trade with {whom} by product, here {flow}s of {reporter}"


def over_years(study: Study, data: Breakdowns, keys: Sequence[Key], rule: Rule, level: int = 0) -> Iterator[Reading]:
    """A reading for each year any of the flows has; `rule` gets the lines of each flow at one level."""
    for year in sorted({year for key in keys for year in data[key]}):
        parts = [data[key].get(year) or Breakdown(key, year, fault=f"{'-'.join(key)} of {year} is missing") for key in keys]
        yield study.reading(year, parts, partial(_apply, rule, parts), level)


def _apply(rule: Rule, parts: Sequence[Breakdown], level: int) -> Decimal:
    return rule(*(part.values(level) for part in parts))


def by_flow(context: Context, name: str, rule: Callable[[Lines], Decimal], level: int = 0) -> Iterator[Reading]:
    """Readings of a rule over the lines of each country's exports to, and imports from, the partner.

    The subject is `reporter/export` or `reporter/import`; the reporter alone where both are lacking.
    """
    data = data_of(context)
    for study, keys in bilateral(context, name):
        for one, key in each_flow(study, keys):
            if key in data:
                yield from over_years(one, data, (key,), rule, level)
        what = lacking(study, data, keys)
        if what:
            yield study.absent(what)


def bilateral(context: Context, name: str) -> Iterator[tuple[Study, tuple[Key, Key]]]:
    """Each country's study, with its exports to and its imports from the partner."""
    for reporter in context.countries:
        partner = context.partner_of(reporter)
        yield Study(context, name, reporter, reporter, partner), ((reporter, partner, EXPORT), (reporter, partner, IMPORT))


def each_flow(study: Study, keys: Sequence[Key]) -> Iterator[tuple[Study, Key]]:
    """The study of each flow, its subject `reporter/flow`."""
    for key in keys:
        yield Study(study.context, study.name, f"{study.reporter}/{key[2]}", study.reporter, study.partner), key


def _reading(outline: Outline, value: Decimal | None, inputs: Sequence[tuple[Breakdown, ProductSlice]], problem: Problem | None) -> Reading:
    published = [one.published_on for _, one in inputs if one.published_on]
    return Reading(
        id=outline.id,
        indicator=outline.indicator,
        period=outline.period,
        as_of=outline.as_of,
        unit=outline.unit,
        value=value,
        reporter=outline.reporter,
        partner=outline.partner,
        precision=Precision.APPROXIMATE if any(part.gaps for part, _ in inputs) else Precision.EXACT,
        evidence=Evidence.DERIVED,
        status=weakest_status(part.status for part, _ in inputs),
        formula=outline.formula,
        inputs=tuple(one.id for _, one in inputs),
        source_ids=tuple(sorted({source for _, one in inputs for source in one.source_ids})),
        published_on=max(published, default=None),
        problems=(problem,) if problem else (),
    )
