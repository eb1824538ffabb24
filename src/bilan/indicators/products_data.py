"""What trade by product does an indicator read? One flow of one year by product, as of the view's date.

A year is taken from annual rows where there are any, else from monthly rows if all twelve months are there. A year that
lacks months gives nothing while it runs and a fault once it is over; no twelve months across two years stand in for it.
A table may hold several levels of the Harmonized System: the most detailed complete one is read. A product without a
row was not traded; an empty or withdrawn value is missing, never zero, and so is an absent month where the table writes
its zeros out.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from typing import Any, NamedTuple, TypeVar
from weakref import ref

from bilan.indicators.context import UNITS, Context, DataView, ProductSlice
from bilan.indicators.expression import EXACT, Missing
from bilan.indicators.formulas import ZERO
from bilan.indicators.prices import Line
from bilan.model import Status
from bilan.period import Frequency, Period

WORLD = "WLD"
EXPORT, IMPORT = "export", "import"
_WHOLE_YEAR = sum(1 << month for month in range(1, 13))
_STATUS = (Status.FINAL, Status.ESTIMATED, Status.PROVISIONAL)  # as ranked in the query, weakest last
_ROWS = """
SELECT reporter, CASE WHEN partner = '' THEN 'WLD' ELSE partner END AS partner, flow, left(period, 4) AS year,
  length(period) = 4 AS annual, length(product) AS level, product, unit,
  sum(value) AS value, sum(quantity) AS quantity, coalesce(min(quantity_unit), '') AS quantity_unit,
  bool_or(value > 0 AND coalesce(quantity, 0) <= 0) OR coalesce(min(quantity_unit) <> max(quantity_unit), false) AS unweighed,
  max(CASE status WHEN 'provisional' THEN 2 WHEN 'estimated' THEN 1 ELSE 0 END) AS status,
  count(*) FILTER (WHERE value IS NULL) AS empty,
  bit_or(CASE WHEN value IS NOT NULL AND length(period) = 7 THEN 1 << right(period, 2)::INTEGER ELSE 0 END) AS months,
  count(*) FILTER (WHERE value = 0) AS zeros
FROM products
WHERE reporter IN (?, ?, ?) AND partner IN (?, ?, ?, ?) AND flow IN ('export', 'import')
  AND regexp_full_match(product, '([0-9]{2}){1,5}') AND regexp_full_match(period, '[0-9]{4}(-(0[1-9]|1[0-2]))?')
GROUP BY ALL
ORDER BY reporter, partner, flow, year, annual, level, product, unit
"""
T = TypeVar("T")
Key = tuple[str, str, str]
"""Reporter, partner and flow; the world is `WLD` on either side."""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """One flow of one year by product, in US dollars; a `fault` says why it cannot be used.

    `level` is the number of digits of the codes, `gaps` the products that lack a value for part of the year or all of it.
    """

    key: Key
    year: Period
    level: int = 0
    lines: dict[str, Line] = field(default_factory=dict)
    status: Status = Status.FINAL
    gaps: frozenset[str] = frozenset()
    fault: str = ""

    def values(self, level: int) -> dict[str, Decimal]:
        """Value in USD by product, summed to codes of `level` digits; raises Missing with the fault."""
        if self.fault:
            raise Missing(self.fault)
        found: dict[str, Decimal] = defaultdict(lambda: ZERO)
        with localcontext(EXACT):
            for code, line in self.lines.items():
                found[code[:level]] += line.value
        return dict(found)

    def unknown(self, product: str) -> bool:
        """Whether a line of the product has no value in the whole year: missing, not zero."""
        return any(code.startswith(product) for code in self.gaps - self.lines.keys())


Breakdowns = Mapping[Key, Mapping[Period, Breakdown]]


class _Row(NamedTuple):
    reporter: str
    partner: str
    flow: str
    year: str
    annual: bool
    level: int
    product: str
    unit: str
    value: Decimal | None
    quantity: Decimal | None
    quantity_unit: str
    unweighed: bool | None
    status: int
    empty: int
    months: int
    zeros: int


class _Shared:
    """What was read from the last view, kept while it lives: the indicators of one run read a large table once."""

    def __init__(self) -> None:
        self._view: Callable[[], DataView | None] = lambda: None
        self._found: dict[Any, Any] = {}

    def get(self, view: DataView, what: Hashable, read: Callable[[], T]) -> T:
        """What was read under that name from this very view, or what is read now."""
        if self._view() is not view:
            found: dict[Any, Any] = {}
            self._view, self._found = ref(view, lambda _: found.clear()), found
        if what not in self._found:
            self._found[what] = read()
        known: T = self._found[what]
        return known


_shared = _Shared()


def breakdowns(context: Context, *, world: bool = False) -> Breakdowns:
    """Trade of the two countries with each other, and with `world` also theirs with the world and the world's own, by year.

    Shared by whoever asks for the same of one view: not to be changed.
    """
    return _shared.get(context.view, (context.countries, context.as_of, world), lambda: _breakdowns(context, world=world))


def slice_of(context: Context, key: Key, year: Period) -> ProductSlice:
    """Provenance of one flow of one year."""
    return _shared.get(context.view, (key, year), lambda: context.view.slice(*key, year))


def _breakdowns(context: Context, *, world: bool) -> Breakdowns:
    first, second = context.countries
    others = (WORLD, WORLD, "") if world else (first, first, first)
    parameters = (first, second, others[0], first, second, *others[1:])
    grouped: dict[tuple[Key, str], list[_Row]] = defaultdict(list)
    for fields in context.view.query(_ROWS, parameters):
        row = _Row(*fields)
        if row.reporter != row.partner or row.reporter == WORLD:
            grouped[(row.reporter, row.partner, row.flow), row.year].append(row)
    found: dict[Key, dict[Period, Breakdown]] = defaultdict(dict)
    for (key, year), rows in grouped.items():
        period = Period(int(year), Frequency.ANNUAL)
        one = _breakdown(key, period, rows)
        if not (one.fault and period.end >= context.as_of):
            found[key][period] = one
    return dict(found)


def _breakdown(key: Key, year: Period, rows: Sequence[_Row]) -> Breakdown:
    levels = sorted({row.level for row in rows}, reverse=True)
    for annual in (True, False):
        for level in levels:
            chosen = [row for row in rows if (row.annual, row.level) == (annual, level)]
            if _complete(chosen, annual=annual):
                return _read(key, year, level, chosen)
    months = max(_months(row for row in rows if row.level == level).bit_count() for level in levels)
    return Breakdown(key, year, levels[0], fault=f"{year} has {months} of 12 months by product")


def _complete(rows: Sequence[_Row], *, annual: bool) -> bool:
    return any(row.value is not None for row in rows) if annual else _months(rows) == _WHOLE_YEAR


def _months(rows: Iterable[_Row]) -> int:
    there = 0
    for row in rows:
        there |= row.months
    return there


def _read(key: Key, year: Period, level: int, rows: Sequence[_Row]) -> Breakdown:
    strange = sorted({row.unit for row in rows if UNITS.get(row.unit, ("",))[0] != "USD"})
    if strange:
        return Breakdown(key, year, level, fault=f"unit '{strange[0]}' is no amount of US dollars")
    writes_zeros = any(row.zeros for row in rows)
    by_product: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        by_product[row.product].append(row)
    lines: dict[str, Line] = {}
    gaps: set[str] = set()
    for product, parts in by_product.items():
        short = writes_zeros and not parts[0].annual and _months(parts) != _WHOLE_YEAR
        if short or any(row.empty for row in parts):
            gaps.add(product)
        line = _line(parts)
        if line is not None:
            lines[product] = line
    status = _STATUS[max(row.status for row in rows)]
    return Breakdown(key, year, level, lines, status, frozenset(gaps))


def _line(parts: Sequence[_Row]) -> Line | None:
    known = [row for row in parts if row.value is not None]
    if not known:
        return None
    weights = {row.quantity_unit for row in known}
    with localcontext(EXACT):
        value = sum(((row.value or ZERO) * UNITS[row.unit][1] for row in known), ZERO)
        quantity = sum((row.quantity or ZERO for row in known), ZERO)
    weighed = len(weights) == 1 and not any(row.unweighed for row in known)
    return Line(value, quantity, weights.pop()) if weighed else Line(value)


def common_level(parts: Iterable[Breakdown]) -> int:
    """The most detailed level all parts can be summed to; raises Missing with the fault of a part that has none."""
    used = list(parts)
    fault = next((one.fault for one in used if one.fault), "")
    if fault:
        raise Missing(fault)
    return min(one.level for one in used)
