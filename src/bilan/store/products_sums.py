"""Which sums are kept, so that a new month costs a month? By month and chapter, by year and product, each for its latest state."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from bilan.store.products_asof import Piece, as_of_sql
from bilan.store.products_log import Entry
from bilan.store.products_model import AMOUNT, FOREVER, listed, quoted

_BY = "reporter, partner, flow, product, digits, frequency, period, unit, quantity_unit"
_SUMS = "value, quantity, rows, measured, missing"
ORDER = "grain, reporter, partner, flow, period, product, digits, frequency, unit, quantity_unit"  # one year of one flow lies together
_KEPT = f"grain, {_BY}, value::DECIMAL(38, 4) AS value, quantity::DECIMAL(38, 4) AS quantity" + "".join(
    f", {name}::BIGINT AS {name}" for name in ("rows", "measured", "missing")
)
_COUNTED = (
    f"coalesce(sum(value), 0::{AMOUNT}) AS value, coalesce(sum(quantity), 0::{AMOUNT}) AS quantity, count(value) AS rows, "
    "count(quantity) AS measured, count(*) - count(value) AS missing"
)
_IS_CODE = "product >= '0' AND product < ':'"
_DIGITS = f"CASE WHEN {_IS_CODE} THEN length(product) ELSE 0 END::TINYINT AS digits"
_FREQUENCY = "CASE WHEN length(period) = 4 THEN 'A' WHEN period[6] = 'Q' THEN 'Q' ELSE 'M' END AS frequency"
_EVER = date.fromisoformat(FOREVER).replace(day=30)

MONTHS = "reporter, partner, flow, product AS chapter, digits, frequency, period, unit, quantity_unit"
YEARS = "reporter, partner, flow, product, digits, frequency, period AS year, unit, quantity_unit"
_SHOWN = "value, CASE WHEN measured > 0 THEN quantity END AS quantity, rows, missing"


def year_of(period: str) -> str:
    """The name under which the sums of a period's year are kept."""
    return "Y" + period[:4]


def months_sql(rows: str) -> str:
    """Sums of `rows` (a SELECT) by month and chapter of the Harmonized System; codes that do not start with a digit stand alone."""
    chapter = f"CASE WHEN {_IS_CODE} THEN left(product, 2) ELSE product END AS product"
    by = f"reporter, partner, flow, {chapter}, {_DIGITS}, period, unit, quantity_unit"
    sums = f"SELECT {by}, {_COUNTED} FROM ({rows}) GROUP BY ALL"  # noqa: S608  SQL of ours
    shown = f"reporter, partner, flow, product, digits, {_FREQUENCY}, period, unit, quantity_unit, {_SUMS}"
    return f"SELECT 'M' AS grain, {shown} FROM ({sums})"  # noqa: S608  SQL of ours


def years_sql(rows: str) -> str:
    """Sums of `rows` (a SELECT) by year and product."""
    by = f"reporter, partner, flow, product, {_FREQUENCY}, left(period, 4) AS year, unit, quantity_unit"
    sums = f"SELECT {by}, {_COUNTED} FROM ({rows}) GROUP BY ALL"  # noqa: S608  SQL of ours
    shown = f"reporter, partner, flow, product, {_DIGITS}, frequency, year AS period, unit, quantity_unit, {_SUMS}"
    return f"SELECT 'Y' AS grain, {shown} FROM ({sums})"  # noqa: S608  SQL of ours


def changed_sums(after: Sequence[Piece], before: Sequence[Piece], periods: Mapping[str, int], kept: Sequence[Entry], folder: Path) -> str:
    """The sums anew of the months with new rows and of their years: a year by what changed, never from all its rows."""
    latest = datetime.max  # noqa: DTZ901  moments of the store are UTC without a zone
    months = sorted(periods)
    now = as_of_sql(after, _EVER, latest, months)
    corrected = kept_sql(folder, kept, "Y", {year_of(period) for period in months})
    known = {period for one in before for period in one.periods} & set(months)
    if known:
        corrected.append(_single(as_of_sql(before, _EVER, latest, known), "-"))
    years = _together([_single(now), *corrected]) if corrected else years_sql(now)
    return f"SELECT {_KEPT} FROM ({months_sql(now)} UNION ALL {years}) ORDER BY {ORDER}"  # noqa: S608  SQL of ours


def _single(rows: str, sign: str = "") -> str:
    """Each of `rows` (a SELECT) as what it adds to the sums of its year, or takes away from them."""
    counted = {
        "value": "value",
        "quantity": "quantity",
        "rows": "(value IS NOT NULL)::BIGINT",
        "measured": "(quantity IS NOT NULL)::BIGINT",
    }
    sums = ", ".join(f"{sign}{sql} AS {name}" for name, sql in (counted | {"missing": "(value IS NULL)::BIGINT"}).items())
    key = f"reporter, partner, flow, product, {_FREQUENCY}, left(period, 4) AS period, unit, quantity_unit"
    return f"SELECT {key}, {sums} FROM ({rows})"  # noqa: S608  SQL of ours


def _together(parts: Sequence[str]) -> str:
    """The sums by year and product of several parts; none where nothing is left."""
    key = "reporter, partner, flow, product, frequency, period, unit, quantity_unit"
    rows = " UNION ALL ".join(f"SELECT {key}, {_SUMS} FROM ({part})" for part in parts)  # noqa: S608  SQL of ours
    totals = ", ".join(f"coalesce(sum({name}), 0) AS {name}" for name in _SUMS.split(", "))
    sums = f"SELECT {key}, {totals} FROM ({rows}) GROUP BY {key} HAVING sum(rows) + sum(missing) > 0"  # noqa: S608  SQL of ours
    return f"SELECT 'Y' AS grain, {_BY.replace('digits', _DIGITS)}, {_SUMS} FROM ({sums})"  # noqa: S608  SQL of ours


def kept_sql(folder: Path, entries: Sequence[Entry], grain: str, wanted: Iterable[str]) -> list[str]:
    """A SELECT for each file that keeps the newest sums of some of the wanted months (`M`) or years (`Y`)."""
    newest = {name: one for one in entries for name in one.known_from}
    names: dict[int, set[str]] = {}
    for name in wanted:
        if name in newest:
            names.setdefault(newest[name].number, set()).add(name)
    return [_kept(folder, one, grain, names[one.number]) for one in entries if one.number in names]


def _kept(folder: Path, entry: Entry, grain: str, names: set[str]) -> str:
    """A SELECT of some of the sums of a file; said in the fewest names, as each of them costs every query its share."""
    others = {name for name in entry.known_from if name.startswith("Y") == (grain == "Y")} - names
    condition = ""
    if others:
        word, fewer = ("NOT IN", others) if len(others) < len(names) else ("IN", names)
        condition = f" AND period {word} ({listed(sorted(name.removeprefix('Y') for name in fewer))})"
    return f"SELECT * FROM read_parquet({quoted(str(folder / entry.sums))}) WHERE grain = '{grain}'{condition}"  # noqa: S608  quoted


def sums_as_of(folder: Path, entries: Sequence[Entry], grain: str, as_of: date, seen_by: datetime) -> str:
    """A SELECT of the sums as of a date: kept ones where they hold, from the relation `products` where they do not."""
    newest = {name: one for one in entries for name in one.known_from if name.startswith("Y") == (grain == "Y")}
    holds = {name for name, one in newest.items() if one.seen_at <= seen_by and one.known_from[name] <= as_of}
    shown = f"{MONTHS if grain == 'M' else YEARS}, {_SHOWN}"
    parts = [f"SELECT {shown} FROM ({part})" for part in kept_sql(folder, entries, grain, holds)]  # noqa: S608  SQL of ours
    rest = sorted(set(newest) - holds)
    if rest or not parts:
        rows = _rest(rest, grain)
        anew = months_sql(rows) if grain == "M" else years_sql(rows)
        parts.append(f"SELECT {shown} FROM (SELECT {_KEPT} FROM ({anew}))")  # noqa: S608  SQL of ours
    return " UNION ALL ".join(parts)


def _rest(names: Sequence[str], grain: str) -> str:
    period = "period" if grain == "M" else "'Y' || left(period, 4)"
    return f"SELECT * FROM products WHERE {period} IN ({listed(names) or 'NULL'})"  # noqa: S608  quoted
