"""Where may trade and the economies go? Bilan's own arithmetic, with the reason where there must be none.

No source says these values: their evidence is `forecast`, and the rules of `outlook_rules` speak through the problems
of a reading without value (`outlook.few`, `outlook.stale`…).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal, localcontext

from bilan.errors import Problem, Severity
from bilan.indicators.context import Context, Outline, derive, from_observation
from bilan.indicators.definition import indicator
from bilan.indicators.expression import EXACT
from bilan.indicators.freshness import expected
from bilan.indicators.outlook_methods import LEVEL, Interval, log_drift, theta
from bilan.indicators.outlook_rules import GRACE_DAYS, HORIZONS, Refusal, refusals, too_far, unbroken
from bilan.model import Evidence, Observation, Precision, Reading, weakest_status
from bilan.period import Frequency, Period

LOOKED = (
    "trade.total", "trade.exports", "trade.imports", "trade.month", "macro.gdp", "macro.merchandise_exports",
    "macro.merchandise_imports", "macro.remittances",
)  # fmt: skip
NEAR = {"macro.gdp": 1, "macro.remittances": 1}  # no trade: over series of all kinds the ranges hold one year ahead, not three
OWN = "Bilan's own arithmetic; coverage measured by benchmarks/outlook.py"
FORMULAS = {
    Frequency.ANNUAL: "exp(log of the last + years ahead * mean growth -/+ 1.2816 * spread of growth * root of years ahead), growth in logs",
    Frequency.MONTHLY: "Theta with seasonal factors, divided and multiplied by the 80 % quantile of its past errors as far ahead",
}
FORMULA = f"years: {FORMULAS[Frequency.ANNUAL]}; months: {FORMULAS[Frequency.MONTHLY]}"
COUNTED = "figures without a gap up to the last one"
SHARE_FORMULA = "total of the year before * this year so far / the same months of the year before"
LEAST_MONTHS = 12  # a month here and there is no monthly series
ZERO = NEGATIVE = "a figure that is zero or negative forbids an outlook"
MISSING = "a gap ends the run of figures; a rule that forbids an outlook is named in the problem"
BREAKS = "a jump beyond six median deviations in the last three periods, or a change of unit, forbids an outlook"
PROVISIONAL = "has the weakest status of the figures; derived figures and bounds forbid an outlook"


@dataclass(frozen=True, slots=True)
class Fit:
    """The run of figures without a gap that an outlook would rest on, and the day by which the next one is surely out."""

    reporter: str
    name: str
    run: tuple[Observation, ...]
    due: date

    @property
    def last(self) -> Observation:
        """The last figure."""
        return self.run[-1]

    @property
    def values(self) -> tuple[Decimal, ...]:
        """In US dollars; raises DefinitionError for figures in another unit."""
        readings = [from_observation("outlook", "USD", one, one.published_on) for one in self.run]
        return tuple(one.value for one in readings if one.value is not None)

    def reading(self, name: str, ahead: int, as_of: date) -> Reading:
        """A reading without value so many periods after the last figure, with all it rests on."""
        period = self.last.period.shift(ahead)
        return Reading(
            id=f"{name}:{self.reporter}/{self.name}:{period}",
            indicator=name,
            period=period,
            as_of=as_of,
            unit="USD",
            reporter=self.last.key.reporter,
            partner=self.last.key.partner,
            precision=Precision.APPROXIMATE,
            evidence=Evidence.FORECAST,
            status=weakest_status(one.status for one in self.run),
            formula=FORMULAS[self.last.key.frequency],
            inputs=tuple(one.digest for one in self.run),
            source_ids=tuple(sorted({source for one in self.run for source in one.source_ids})),
            published_on=max(one.published_on for one in self.run),
        )


def _fits(context: Context) -> Iterator[Fit]:
    for name in LOOKED:
        definition = context.definitions.get(name)
        for reporter, series in context.declared(definition) if definition else ():
            run, often = unbroken(series.observations), series.key.frequency
            if run and (often is Frequency.ANNUAL or len(series.observations) >= LEAST_MONTHS):
                due = expected(run[-1].period, definition.series if definition else None) + timedelta(days=GRACE_DAYS[often])
                yield Fit(reporter, name, run, due)


def _intervals(context: Context, name: str, pick: Callable[[Interval], Decimal]) -> Iterator[Reading]:
    for fit in _fits(context):
        against = refusals(fit.run, context.as_of, fit.due)
        if against:
            yield _refused(fit.reading(name, 1, context.as_of), against)
            continue
        frequency = fit.last.key.frequency
        method = log_drift if frequency is Frequency.ANNUAL else theta
        for interval in method(fit.values, NEAR.get(fit.name, HORIZONS[frequency])):
            reading = fit.reading(name, interval.horizon, context.as_of)
            refused = too_far(interval, len(fit.run))
            yield _refused(reading, (refused,)) if refused else replace(reading, value=pick(interval))


def _refused(reading: Reading, against: tuple[Refusal, ...]) -> Reading:
    told = (Problem(reading.id, f"no outlook: {one.message}", severity=Severity.NOTE, rule=f"outlook.{one.rule}") for one in against)
    return replace(reading, problems=tuple(told))


@indicator(
    "outlook.points",
    question="How many figures without a gap could an outlook rest on?",
    unit="count",
    formula=COUNTED,
    source=OWN,
    needs=LOOKED,
    frequency=None,
    provisional="exact, whatever the figures are",
)
def points(context: Context) -> Iterator[Reading]:
    """Length of the unbroken run of each series, at its last period; the subject is `KGZ/trade.total`."""
    for fit in _fits(context):
        reading = fit.reading("outlook.points", 0, context.as_of)
        yield replace(
            reading, unit="count", value=Decimal(len(fit.run)), precision=Precision.EXACT, evidence=Evidence.DERIVED, formula=COUNTED
        )


def _end(name: str, question: str, pick: Callable[[Interval], Decimal]) -> Callable[[Context], Iterator[Reading]]:
    """Declare one of the values of an interval as an indicator; a reading without value says why there is none."""

    def compute(context: Context) -> Iterator[Reading]:
        return _intervals(context, name, pick)

    indicator(
        name, question=question, unit="USD", formula=FORMULA, source=OWN, needs=LOOKED, frequency=None,
        zero=ZERO, missing=MISSING, negative=NEGATIVE, breaks=BREAKS, provisional=PROVISIONAL,
    )(compute)  # fmt: skip
    return compute


low = _end("outlook.low", f"Where does the range begin that is built to hold {LEVEL} % of outcomes?", lambda one: one.low)
centre = _end("outlook.centre", "What is the middle of the range (never printed alone)?", lambda one: one.centre)
high = _end("outlook.high", f"Where does the range end that is built to hold {LEVEL} % of outcomes?", lambda one: one.high)


@indicator(
    "outlook.same_share",
    question="What would the year give if its first months had the same share in it as the year before?",
    unit="USD",
    formula=SHARE_FORMULA,
    source="Bilan's own arithmetic, no forecast",
    needs=("trade.ytd", "trade.total"),
)
def same_share(context: Context) -> Iterator[Reading]:
    """Arithmetic for a year whose total is not known yet, from the last figure of the year so far."""
    for reporter in context.countries:
        so_far = {period: one for period, one in context.of("trade.ytd", reporter).items() if one.value is not None}
        totals = context.of("trade.total", reporter)
        if not so_far:
            continue
        last = so_far[max(so_far)]
        year = Period(last.period.year, Frequency.ANNUAL)
        if totals and max(totals) >= year:
            continue
        outline = Outline("outlook.same_share", reporter, year, "USD", SHARE_FORMULA, context.as_of, reporter, context.partner_of(reporter))
        yield _at_share(outline, last, so_far.get(last.period.year_before()), totals.get(year.year_before()))


def _at_share(outline: Outline, last: Reading, before: Reading | None, whole: Reading | None) -> Reading:
    if before is None or not before.value:
        return derive(outline, None, (last,), "the same months of the year before are not known")
    if whole is None or whole.value is None or last.value is None:
        return derive(outline, None, (last, before), "the total of the year before is not known")
    with localcontext(EXACT):
        return derive(outline, whole.value * last.value / before.value, (last, before, whole))
