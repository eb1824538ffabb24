"""How far is the declared aim, and what pace would reach it?"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, localcontext

from bilan.config.models import TargetConfig
from bilan.indicators.context import BOUNDS, Context, Outline, derive
from bilan.indicators.definition import indicator
from bilan.indicators.expression import EXACT
from bilan.model import Precision, Reading
from bilan.period import Frequency, Period, known_from

SPAN, SHORTEST = 5, 3
"""Years over which own growth is measured, and the fewest it may be measured over."""


@indicator(
    "target.level",
    question="What do the two governments aim at?",
    unit="USD",
    formula="as declared",
    source="declared by the governments",
)
def level(context: Context) -> Iterator[Reading]:
    """Every aim for total trade declared by the as-of date; the subject is the aim's id."""
    for target in context.targets("trade.total"):
        yield Reading(
            id=f"target.level:{target.id}:{_horizon(target, context)}",
            indicator="target.level",
            period=_horizon(target, context),
            as_of=context.as_of,
            unit="USD",
            value=Decimal(target.value),
            precision=Precision.EXACT,
            formula=f"declared on {target.set_on} by {target.stated_by}",
            source_ids=(target.source,),
            published_on=known_from(target.set_on),
            published=target.set_on,
        )


def _horizon(target: TargetConfig, context: Context) -> Period:
    return Period(target.deadline or context.as_of.year, Frequency.ANNUAL)


def _each(context: Context, name: str, unit: str, formula: str) -> Iterator[tuple[Outline, Reading, Reading, int]]:
    target = context.current_target("trade.total")
    if target is None:
        return
    goals = context.of("target.level", target.id)
    goal = next(iter(goals.values()))
    for reporter in context.countries:
        known = [one for one in context.of("trade.total", reporter).values() if one.value is not None]
        if known:
            last = max(known, key=lambda one: one.period)
            outline = Outline(name, reporter, last.period, unit, formula, context.as_of, reporter, context.partner_of(reporter))
            yield outline, goal, last, (target.deadline or 0) - last.period.year


@indicator(
    "target.distance",
    question="How much trade is missing to the current aim?",
    unit="USD",
    formula="aim - last total of the reporter",
    needs=("target.level", "trade.total"),
)
def distance(context: Context) -> Iterator[Reading]:
    """Distance in dollars from each reporter's last total; negative once passed."""
    for outline, goal, last, _ in _each(context, "target.distance", "USD", "aim - last total of the reporter"):
        value = goal.value - last.value if goal.value is not None and last.value is not None else None
        yield derive(outline, value, (goal, last), "no total")


@indicator(
    "target.pace",
    question="What yearly growth would reach the current aim in time?",
    unit="percent",
    formula="100 * ((aim / last total) ** (1 / years left) - 1)",
    needs=("target.level", "trade.total"),
)
def pace(context: Context) -> Iterator[Reading]:
    """Required growth in percent a year from the last total to the deadline."""
    for outline, goal, last, years in _each(context, "target.pace", "percent", "100 * ((aim / last total) ** (1 / years left) - 1)"):
        if years <= 0 or goal.value is None or not last.value or last.value < 0:
            yield derive(outline, None, (goal, last), "the aim has no deadline ahead" if years <= 0 else "no positive total")
            continue
        with localcontext(EXACT):
            needed = 100 * ((goal.value / last.value) ** (Decimal(1) / Decimal(years)) - 1)
        yield derive(outline, needed, (goal, last))


@indicator(
    "target.own_pace",
    question="How fast did trade grow a year in the years before, by the reporter's own statistics?",
    unit="percent",
    formula="100 * ((last total / earlier total) ** (1 / years) - 1)",
    source="compound annual growth rate; over five years, or where that year has no total the longest span of at least three",
    needs=("target.level", "trade.total"),
)
def own_pace(context: Context) -> Iterator[Reading]:
    """Compound growth in percent a year up to each reporter's last total, for comparison with the pace an aim takes."""
    for outline, _, last, _ in _each(context, "target.own_pace", "percent", "100 * ((last total / earlier total) ** (1 / years) - 1)"):
        base = _base(context, last)
        if base is None or not base.value or not last.value or last.value < 0:
            yield derive(outline, None, (last,), f"no positive total {SHORTEST} to {SPAN} years before")
            continue
        years = last.period.year - base.period.year
        stated = replace(outline, formula=f"100 * ((total of {last.period} / total of {base.period}) ** (1 / {years}) - 1)")
        with localcontext(EXACT):
            grown = 100 * ((last.value / base.value) ** (Decimal(1) / Decimal(years)) - 1)
        yield derive(stated, grown, (base, last))


def _base(context: Context, last: Reading) -> Reading | None:
    """The total to grow from: the oldest of the span that has a positive value and is no bound."""
    totals = context.of("trade.total", last.reporter)
    candidates = (totals.get(last.period.shift(-years)) for years in range(SPAN, SHORTEST - 1, -1))
    return next((one for one in candidates if one is not None and one.value and one.value > 0 and one.precision not in BOUNDS), None)
