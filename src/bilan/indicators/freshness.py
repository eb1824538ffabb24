"""How old is what we know? Days since the last period of each series ended, and days its next figure is late."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from bilan.indicators.context import Context, Outline, derive
from bilan.indicators.definition import Definition, SeriesEntry, indicator
from bilan.model import Observation, Reading
from bilan.period import Frequency, Period

AGE = "as-of date - last day of the last period"
OVERDUE = "as-of date - (last day of the next period + lag declared for the series)"
WHOLE = (Frequency.ANNUAL, Frequency.QUARTERLY, Frequency.MONTHLY)


@indicator(
    "data.age",
    question="How many days ago did the last period of a series end?",
    unit="days",
    formula=AGE,
    source="our own; the subject is the indicator and its reporter",
    frequency=None,
    missing="a series without a row has no reading",
    provisional="exact, whatever the figure it speaks of is",
)
def age(context: Context) -> Iterator[Reading]:
    """Age in days of the last period of every series the catalogue reads, for each country that has it."""
    for definition, reporter, last in _latest(context):
        yield _days(context, ("data.age", AGE), (definition.name, reporter), last, (context.as_of - last.period.end).days)


@indicator(
    "data.overdue",
    question="How many days late is the next figure of a series?",
    unit="days",
    formula=OVERDUE,
    source="our own; expected is the end of the next period and the lag declared for the series",
    frequency=None,
    missing="a series without a row has no reading, nor has one of year-to-date spans, which come as they come",
    negative="below zero the figure is not due yet",
    provisional="exact, whatever the figure it speaks of is",
)
def overdue(context: Context) -> Iterator[Reading]:
    """Days since the next figure was due, for every annual, quarterly or monthly series and each country that has it."""
    for definition, reporter, last in _latest(context):
        if last.period.frequency in WHOLE:
            due = expected(last.period, definition.series)
            yield _days(context, ("data.overdue", OVERDUE), (definition.name, reporter), last, (context.as_of - due).days)


def expected(last: Period, entry: SeriesEntry | None) -> date:
    """The day by which the figure after `last` is usually out."""
    return last.shift(1).end + timedelta(days=entry.lag if entry else 0)


def _latest(context: Context) -> Iterator[tuple[Definition, str, Observation]]:
    for definition in context.definitions.values():
        for reporter, series in context.declared(definition):
            if series.latest is not None:
                yield definition, reporter, series.latest


def _days(context: Context, told: tuple[str, str], series: tuple[str, str], last: Observation, days: int) -> Reading:
    """The reading rests on the last observation alone, and a bound makes its date no less exact."""
    (name, formula), (indicator_name, reporter) = told, series
    outline = Outline(name, f"{indicator_name}/{reporter}", last.period, "days", formula, context.as_of, reporter)
    reading = derive(outline, Decimal(days), ())
    return replace(reading, inputs=(last.digest,), source_ids=last.source_ids, published_on=last.published_on)
