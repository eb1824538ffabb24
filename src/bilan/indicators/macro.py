"""How do the two economies compare?"""

from collections.abc import Iterator
from decimal import localcontext

from bilan.indicators.context import Context, Outline, derive
from bilan.indicators.definition import indicator
from bilan.indicators.expression import EXACT
from bilan.model import Reading


@indicator(
    "macro.gdp_ratio",
    question="How many times does the larger economy outweigh the smaller one?",
    unit="ratio",
    formula="GDP of the larger / GDP of the smaller",
    needs=("macro.gdp",),
)
def gdp_ratio(context: Context) -> Iterator[Reading]:
    """Ratio of the two GDPs for each year both are known; the reporter is the larger, the partner the smaller."""
    first, second = context.countries
    ours, theirs = context.of("macro.gdp", first), context.of("macro.gdp", second)
    for period in sorted(ours.keys() & theirs.keys()):
        small, large = sorted((ours[period], theirs[period]), key=lambda one: (one.value is not None, one.value or 0))
        outline = Outline(
            "macro.gdp_ratio", f"{first}-{second}", period, "ratio", "GDP of the larger / GDP of the smaller", context.as_of,
            large.reporter, small.reporter,
        )  # fmt: skip
        if not small.value or large.value is None:
            yield derive(outline, None, (large, small), "one GDP is missing or zero")
            continue
        with localcontext(EXACT):
            ratio = large.value / small.value
        yield derive(outline, ratio, (large, small))
