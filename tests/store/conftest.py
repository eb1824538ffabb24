import csv
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from bilan.model import Observation, SeriesKey
from bilan.period import Frequency, Period
from bilan.store.done import Ingest
from bilan.store.parquet import Store
from bilan.store.products_model import FIELDS, ProductMapping

KEY = SeriesKey("trade", "KGZ", "KAZ", "total", "TOTAL", Frequency.ANNUAL)
COAL = {
    "reporter": "KGZ", "partner": "KAZ", "flow": "import", "product": "270119", "period": "2023-07", "value": "862.18", "unit": "USD",
    "quantity": "", "quantity_unit": "", "status": "final", "published_on": "2023-09-15", "source_id": "customs",
}  # fmt: skip

Make = Callable[..., Observation]
Moment = Callable[[int], datetime]
Row = Mapping[str, str]
Product = Callable[..., Row]
Write = Callable[[str, Iterable[Row]], Path]
Deliver = Callable[..., Ingest]


@pytest.fixture
def make() -> Make:
    """Make an observation of the one series, named by its row."""

    def maker(row: str, value: str | None = "1317.884", published_on: date = date(2024, 4, 9), **other: object) -> Observation:
        facts: dict[str, object] = {
            "key": KEY,
            "period": Period(2023, Frequency.ANNUAL),
            "value": None if value is None else Decimal(value),
            "unit": "USD_million",
            "published_on": published_on,
            "source_ids": ("early",),
            "row": f"trade.csv#{row}",
        }
        return Observation(**{**facts, **other})  # type: ignore[arg-type]

    return maker


@pytest.fixture
def moment() -> Moment:
    """The n-th day on which the tables were taken in."""
    return lambda day: datetime(2026, 11, 1, 12, tzinfo=UTC) + timedelta(days=day)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


@pytest.fixture
def product() -> Product:
    """Make a row of a product table: Kyrgyz imports of coal in July 2023, with what is given."""

    def maker(value: str = COAL["value"], published_on: str = COAL["published_on"], **other: str) -> Row:
        return {**COAL, "value": value, "published_on": published_on, **other}

    return maker


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write rows as `name`, CSV or Parquet; Parquet keeps its columns as text."""

    def writer(name: str, rows: Iterable[Row]) -> Path:
        path, found = tmp_path / name, list(rows)
        target = path.with_suffix(".csv")
        with target.open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, list(found[0]) if found else list(FIELDS), lineterminator="\n")
            table.writeheader()
            table.writerows(found)
        if path.suffix == ".parquet":
            duckdb.execute(f"COPY (SELECT * FROM read_csv('{target}', all_varchar = true)) TO '{path}' (FORMAT parquet)")  # noqa: S608
            target.unlink()
        return path

    return writer


@pytest.fixture
def deliver(store: Store, write: Write, moment: Moment) -> Deliver:
    """Take a file of product rows in on the n-th day; `mapping` as keywords."""

    def delivered(*rows: Row, day: int = 0, kind: str = "csv", **mapping: Any) -> Ingest:  # noqa: ANN401  fields of ProductMapping
        return store.ingest_products(write(f"delivery.{kind}", rows), ProductMapping(**mapping), moment(day))

    return delivered
