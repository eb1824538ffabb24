"""A product table in memory behind the view's protocol, for the tests that read trade by product."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

import duckdb

from bilan.config.models import PartnershipConfig
from bilan.indicators import products, products_world
from bilan.indicators.definition import functions
from bilan.indicators.engine import Readings, compute
from bilan.model import Observation, Series, SeriesKey
from bilan.period import Period
from bilan.store.products_model import Slice

AS_OF = date(2025, 6, 30)
MODULES = (products, products_world)
COLUMNS = (
    "reporter VARCHAR, partner VARCHAR, flow VARCHAR, product VARCHAR, period VARCHAR, value DECIMAL(24, 6), unit VARCHAR, "
    "quantity DECIMAL(24, 6), quantity_unit VARCHAR, status VARCHAR, published_on DATE, source_id VARCHAR"
)
Row = tuple[Any, ...]


@dataclass(frozen=True)
class ProductTable:
    """Rows as the relation `products`; nothing else is known."""

    rows: tuple[Row, ...] = ()

    @property
    def has_products(self) -> bool:
        return bool(self.rows)

    def query(self, sql: str, parameters: Mapping[str, Any] | Sequence[Any] = ()) -> list[Row]:
        found: list[Row] = self._connection.execute(sql, parameters).fetchall()
        return found

    @cached_property
    def _connection(self) -> duckdb.DuckDBPyConnection:
        connection = duckdb.connect(":memory:", config={"threads": 1})
        connection.execute(f"CREATE TABLE products ({COLUMNS})")
        for one in self.rows:
            connection.execute("INSERT INTO products VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", one)
        return connection

    def slice(self, reporter: str, partner: str, flow: str, period: Period) -> Slice:
        whom = (partner, "") if partner == "WLD" else (partner,)
        rows = [one for one in self.rows if (one[0], one[2]) == (reporter, flow) and one[1] in whom and one[4].startswith(str(period))]
        content = hashlib.sha256(repr(sorted(rows, key=repr)).encode()).hexdigest()[:16]
        sources = tuple(sorted({one[11] for one in rows}))
        name = f"products/{reporter}/{partner}/{flow}/{period}#{content}"
        return Slice(name, len(rows), None, "USD", sources, max((one[10] for one in rows), default=None))

    def series(self, key: SeriesKey) -> Series:
        return Series(key, AS_OF)

    def history(self, key: SeriesKey, period: Period) -> list[Observation]:
        del key, period
        return []

    def statements(self, indicator: str) -> list[Observation]:
        del indicator
        return []

    def keys(self) -> Iterable[SeriesKey]:
        return ()


def row(place: str, product: str, period: str, value: str | None, **more: str) -> Row:
    """A row: `KGZ>KAZ` is an export as KGZ reports it, `KGZ<KAZ` an import; USD, final, customs, of 1 March 2024."""
    flow = "export" if ">" in place else "import"
    reporter, partner = place.replace("<", ">").split(">")
    quantity = Decimal(more["quantity"]) if "quantity" in more else None
    return (
        reporter, partner, flow, product, period, None if value is None else Decimal(value), more.get("unit", "USD"), quantity,
        more.get("quantity_unit", "kg" if quantity is not None else None), more.get("status", "final"),
        date.fromisoformat(more.get("published", "2024-03-01")), more.get("source", "customs"),
    )  # fmt: skip


def months(place: str, product: str, year: str, value: str, **more: str) -> list[Row]:
    """The same row for each month of a year; `without` names a month to leave out."""
    without = more.pop("without", "")
    names = [f"{year}-{month:02d}" for month in range(1, 13)]
    return [row(place, product, name, value, **more) for name in names if name != without]


def readings(rows: Iterable[Row], partnership: PartnershipConfig, as_of: date = AS_OF) -> Readings:
    """Every reading by product of a table."""
    ours = {one.name: one for one in functions if one.name.startswith("product.")}
    ordered = sorted(ours, key=lambda name: (bool(ours[name].needs), name))
    return compute(ProductTable(tuple(rows)), partnership, as_of, {name: ours[name] for name in ordered})
