"""What do product tables and statistics say to SQL as of a date? Relations on a locked connection, and slices as provenance."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from bilan.errors import StoreError
from bilan.model import Observation, Status, weakest_status
from bilan.period import Frequency, Period
from bilan.store.locked import Limits, LockedConnection, Parameters, unavailable
from bilan.store.products_asof import as_of_sql, pieces
from bilan.store.products_log import Entry, read_log
from bilan.store.products_model import WORLD, Slice, listed, quoted
from bilan.store.products_sums import sums_as_of

_OBSERVATIONS = {
    "indicator": "VARCHAR", "reporter": "VARCHAR", "partner": "VARCHAR", "flow": "VARCHAR", "product": "VARCHAR", "frequency": "VARCHAR",
    "period": "VARCHAR", "value": "DECIMAL(38, 15)", "unit": "VARCHAR", "precision": "VARCHAR", "status": "VARCHAR",
}  # fmt: skip
_CONTENT = "concat_ws('|', product, period, coalesce(value::VARCHAR, ''), unit, coalesce(quantity::VARCHAR, ''), coalesce(quantity_unit, ''), status, published_on::VARCHAR, source_id)"  # fmt: skip


class ProductView:
    """The product tables in `folder` as of a date; opened when first asked, as is the function that gives the statistics."""

    def __init__(
        self, folder: Path, moment: tuple[date, datetime], statistics: Callable[[], Sequence[Observation]], limits: Limits
    ) -> None:
        self.folder, self.limits, self.statistics = folder, limits, statistics
        self.as_of, self.seen_by = moment
        self._connection: LockedConnection | None = None

    def sources(self) -> list[str]:
        """Hashes of the files taken in by the moment of the view, sorted; what its content rests on."""
        return sorted({name for one in self._entries() for name in one.sources})

    def has_rows(self) -> bool:
        """Whether a row was known on the date."""
        entries = [one for one in self._entries() if one.periods]
        return bool(entries) and bool(self._answer("run", "SELECT 1 FROM products LIMIT 1", ()))

    def query(self, sql: str, parameters: Parameters) -> list[tuple[Any, ...]]:
        """Rows of one SELECT over products, product_months, product_years and observations."""
        return self._answer("query", sql, parameters)

    def slice(self, key: tuple[str, str, str], period: Period) -> Slice:
        """Provenance of the rows of a period, or within it."""
        reporter, partner, flow = key
        partner = partner or WORLD
        sql = _slice_sql(period)
        rows = self._answer("run", sql, {"reporter": reporter, "partner": partner, "flow": flow})
        digest, count, total, units, sources, published, status = rows[0]
        name = f"products/{reporter}/{partner}/{flow}/{period}#{str(digest)[:16]}"
        ids = tuple(sorted({one for joined in sources or () for one in str(joined).split(";") if one}))
        found = weakest_status(Status(one) for one in status or () if one != Status.WITHDRAWN)
        exact = None if total is None or len(units) != 1 else _plain(total)
        return Slice(name, count, exact, units[0] if units and len(units) == 1 else "", ids, published, found)

    def _answer(self, how: str, sql: str, parameters: Parameters) -> list[tuple[Any, ...]]:
        """The rows; a second time from a new connection where a compaction took the files away in between."""
        for last in (False, True):
            try:
                if self._connection is None:
                    self._connection = self._open()
                rows: list[tuple[Any, ...]] = getattr(self._connection, how)(sql, parameters)
            except FileNotFoundError as error:
                self._connection = None
                if last:
                    raise unavailable(error) from error
            else:
                return rows
        raise AssertionError

    def _entries(self) -> list[Entry]:
        return [one for one in read_log(self.folder) if one.earliest <= self.seen_by] if self.folder.exists() else []

    def _open(self) -> LockedConnection:
        from bilan.store.engine import duckdb  # noqa: PLC0415  only who asks for data pays it

        entries = self._entries()
        for one in entries:
            _check_size(self.folder, one)
        rows = as_of_sql(pieces(self.folder, entries), self.as_of, self.seen_by)
        relations: dict[str, tuple[str, Sequence[object]]] = {"products": (f"CREATE VIEW products AS {rows}", ())}
        for name, grain in (("product_months", "M"), ("product_years", "Y")):
            sums = sums_as_of(self.folder, entries, grain, self.as_of, self.seen_by)
            relations[name] = (f"CREATE VIEW {name} AS {sums}", ())
        relations["observations"] = _observations(self.statistics())
        try:
            return LockedConnection(relations, [self.folder / name for one in entries for name in one.files], self.limits)
        except duckdb.Error as error:
            raise FileNotFoundError(str(error).splitlines()[0]) from error


def _check_size(folder: Path, entry: Entry) -> None:
    if entry.rows and (folder / entry.rows).stat().st_size != entry.size:
        raise StoreError(entry.rows, "is damaged: it has another size than was written", "delete products/ in the store and ingest again")


def _observations(statistics: Sequence[Observation]) -> tuple[str, Sequence[object]]:
    cells = [
        (
            one.key.indicator, one.key.reporter, one.key.partner, one.key.flow, one.key.product, one.key.frequency.value, str(one.period),
            None if one.value is None else format(one.value, "f"), one.unit, one.precision.value, one.status.value,
        )
        for one in statistics
    ]  # fmt: skip
    lists = [list(column) for column in zip(*cells, strict=True)] or [[] for _ in _OBSERVATIONS]
    casts = ", ".join(f"unnest(?::VARCHAR[])::{kind} AS {name}" for name, kind in _OBSERVATIONS.items())
    return f"CREATE TABLE observations AS SELECT {casts}", lists


def _slice_sql(period: Period) -> str:
    """Content, size and sum of a slice; summed are the most detailed codes of the period itself, or else of what lies within it."""
    chosen = "reporter = $reporter AND partner = $partner AND flow = $flow"
    return f"""
    WITH rows AS (SELECT * FROM products WHERE {chosen} AND period IN ({listed(_within(period))})),
    summed AS (SELECT *, rank() OVER (ORDER BY period <> {quoted(str(period))}, length(period), length(product) DESC) AS place FROM rows
               WHERE value IS NOT NULL)
    SELECT sha256(coalesce(string_agg({_CONTENT}, chr(10) ORDER BY product, period), '')), count(*),
      (SELECT sum(value) FROM summed WHERE place = 1), (SELECT list(DISTINCT unit) FROM summed WHERE place = 1),
      list(DISTINCT source_id), max(published_on), list(DISTINCT status)
    FROM rows"""  # noqa: S608  quoted


def _within(period: Period) -> list[str]:
    """The period, and the quarters and months it holds."""
    found = [period]
    for frequency, count in ((Frequency.QUARTERLY, 4), (Frequency.MONTHLY, 12)):
        parts = [Period(period.year, frequency, number) for number in range(1, count + 1)]
        found += [one for one in parts if period.start <= one.start and one.end <= period.end and one != period]
    return [str(one) for one in found]


def _plain(value: Decimal) -> Decimal:
    """The value without the zeros the column fills up with."""
    text = format(value, "f")
    return Decimal(text.rstrip("0").rstrip(".")) if "." in text else value
