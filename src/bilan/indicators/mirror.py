"""How far apart are the two countries' records of the same goods?"""

from collections.abc import Iterator

from bilan.indicators.context import Context, Outline, derive
from bilan.indicators.definition import indicator
from bilan.model import Reading


def pairs(context: Context) -> Iterator[tuple[str, Reading, Reading]]:
    """Direction `seller>buyer`, the seller's exports and the buyer's imports of one period, both known."""
    for seller in context.countries:
        buyer = context.partner_of(seller)
        exports, imports = context.of("trade.exports", seller), context.of("trade.imports", buyer)
        for period in sorted(exports.keys() & imports.keys()):
            yield f"{seller}>{buyer}", exports[period], imports[period]


def _compare(context: Context, name: str, unit: str, formula: str) -> Iterator[Reading]:
    for direction, export, imported in pairs(context):
        seller, buyer = direction.split(">")
        outline = Outline(name, direction, export.period, unit, formula, context.as_of, seller, buyer)
        if export.value is None or imported.value is None or (name == "mirror.ratio" and export.value == 0):
            yield derive(outline, None, (export, imported), "one side is missing or zero")
        elif name == "mirror.ratio":
            yield derive(outline, imported.value / export.value, (export, imported))
        else:
            yield derive(outline, imported.value - export.value, (export, imported))


@indicator(
    "mirror.gap",
    question="How much more, or less, does the buyer record than the seller?",
    unit="USD",
    formula="imports of the buyer - exports of the seller",
    source="Eurostat, asymmetries in trade statistics",
    needs=("trade.exports", "trade.imports"),
)
def gap(context: Context) -> Iterator[Reading]:
    """Absolute mirror gap in dollars, for each direction and period both sides report."""
    return _compare(context, "mirror.gap", "USD", "imports of the buyer - exports of the seller")


@indicator(
    "mirror.ratio",
    question="What part of the seller's record does the buyer's record reach?",
    unit="ratio",
    formula="imports of the buyer / exports of the seller",
    source="Eurostat, asymmetries in trade statistics",
    needs=("trade.exports", "trade.imports"),
)
def ratio(context: Context) -> Iterator[Reading]:
    """Mirror gap as a ratio; one is agreement."""
    return _compare(context, "mirror.ratio", "ratio", "imports of the buyer / exports of the seller")


@indicator(
    "mirror.total_gap",
    question="How far apart are the two totals of the same trade?",
    unit="USD",
    formula="total of the first country - total of the second",
    source="Eurostat, asymmetries in trade statistics",
    needs=("trade.total",),
)
def total_gap(context: Context) -> Iterator[Reading]:
    """Difference of the two countries' totals, for each period both report."""
    first, second = context.countries
    ours, theirs = context.of("trade.total", first), context.of("trade.total", second)
    for period in sorted(ours.keys() & theirs.keys()):
        one, other = ours[period], theirs[period]
        outline = Outline(
            "mirror.total_gap", f"{first}-{second}", period, "USD", "total of the first - total of the second", context.as_of, first, second
        )
        known = one.value is not None and other.value is not None
        value = one.value - other.value if one.value is not None and other.value is not None else None
        yield derive(outline, value, (one, other), "" if known else "one total is missing")
