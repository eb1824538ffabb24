"""Our way: the table taken into the store, the twelve aggregates asked of the view. `-m benchmarks.scale_ours STEP STORE THREADS [FILE]`."""

import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from benchmarks.scale_results import AS_OF, LAST_YEAR, digest, finish

from bilan.store.locked import Limits
from bilan.store.parquet import Store
from bilan.store.products_model import ProductMapping
from bilan.store.view import View

PAIR = "reporter <> 'WLD' AND partner <> 'WLD'"
CENTS = "(sum(value) * 100)::BIGINT"
FLOWS = f"""SELECT reporter, year, coalesce({CENTS.replace("sum(value)", "sum(value) FILTER (flow = 'export')")}, 0) AS x,
  coalesce({CENTS.replace("sum(value)", "sum(value) FILTER (flow = 'import')")}, 0) AS m
  FROM product_years WHERE {PAIR} GROUP BY ALL"""  # noqa: S608  constants
CHAPTERS = f"SELECT reporter, flow, chapter, left(period, 4) AS year, {CENTS} AS cents FROM product_months WHERE {PAIR} GROUP BY ALL"  # noqa: S608
MONTHS = f"SELECT reporter, flow, period, {CENTS} AS cents FROM product_months WHERE {PAIR} GROUP BY ALL"  # noqa: S608
TURNOVER = "SELECT reporter, chapter, year, sum(cents)::BIGINT AS cents FROM chapters GROUP BY ALL"
QUERIES = {
    "totals": f"SELECT reporter, partner, flow, year, {CENTS} FROM product_years GROUP BY ALL",  # noqa: S608
    "months": MONTHS,
    "chapters": CHAPTERS,
    "top-products": f"""SELECT reporter, flow, product, (value * 100)::BIGINT FROM (SELECT * FROM product_years WHERE {PAIR} AND year = '{LAST_YEAR}'
      QUALIFY row_number() OVER (PARTITION BY reporter, flow ORDER BY value DESC, product) <= 10)""",  # noqa: S608
    "hhi": f"""SELECT reporter, flow, year, (sum(value * value) * 10000)::HUGEINT, (sum(value) * sum(value) * 10000)::HUGEINT
      FROM product_years WHERE {PAIR} GROUP BY ALL""",  # noqa: S608
    "balance": f"SELECT reporter, year, x - m FROM ({FLOWS})",  # noqa: S608
    "coverage": f"SELECT reporter, year, x, m FROM ({FLOWS})",  # noqa: S608
    "partner-share": f"""SELECT reporter, flow, year, (sum(value) FILTER ({PAIR}) * 100)::BIGINT,
      (sum(value) FILTER (partner = 'WLD') * 100)::BIGINT FROM product_years WHERE reporter <> 'WLD' GROUP BY ALL""",  # noqa: S608
    "growth": f"""WITH chapters AS ({CHAPTERS}) SELECT reporter, flow, chapter, now.year, now.cents - past.cents, past.cents
      FROM chapters now JOIN chapters past USING (reporter, flow, chapter) WHERE now.year::INTEGER = past.year::INTEGER + 1
      AND past.cents > 0""",  # noqa: S608
    "unit-values": f"""SELECT reporter, flow, left(product, 2), {CENTS}, {CENTS.replace("value", "quantity")} FROM product_years
      WHERE {PAIR} AND year = '{LAST_YEAR}' AND quantity > 0 GROUP BY ALL""",  # noqa: S608
    "rolling-year": f"""SELECT reporter, period, twelve FROM (SELECT reporter, period, sum(sum(cents)) OVER last_year AS twelve,
      count(*) OVER last_year AS months FROM ({MONTHS}) GROUP BY reporter, period
      WINDOW last_year AS (PARTITION BY reporter ORDER BY period ROWS BETWEEN 11 PRECEDING AND CURRENT ROW)) WHERE months = 12""",  # noqa: S608
    "contribution": f"""WITH chapters AS ({CHAPTERS}), turnover AS ({TURNOVER}),
      total AS (SELECT reporter, year, sum(cents)::BIGINT AS cents FROM turnover GROUP BY ALL)
      SELECT reporter, chapter, now.year, now.cents - past.cents, total.cents FROM turnover now
      JOIN turnover past USING (reporter, chapter) JOIN total ON total.reporter = past.reporter AND total.year = past.year
      WHERE now.year::INTEGER = past.year::INTEGER + 1""",  # noqa: S608
}


def aggregates(view: View) -> str:
    """Hash of the twelve results."""
    return digest(finish({name: view.query(sql) for name, sql in QUERIES.items()}))


def best(work: Callable[[], object], times: int = 15) -> float:
    """The shortest of several runs, in milliseconds."""
    spent = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        spent.append(time.perf_counter() - started)
    return min(spent) * 1000


def look_ups(view: View) -> dict[str, Any]:
    """Milliseconds for one series and for all keys as of the date, each answered anew by the files."""
    product = view.query("SELECT max(product) FROM product_years WHERE product < '50'")[0][0]
    series = (
        "SELECT period, value FROM products WHERE reporter = 'KGZ' AND partner = 'KAZ' AND flow = 'import' AND product = ? ORDER BY period"
    )
    return {
        "series": best(lambda: view.query(series, [product])),
        "all": best(lambda: view.query("SELECT count(*), sum(value) FROM products"), 5),
        "rows": len(view.query(series, [product])),
    }


def main(step: str, folder: Path, threads: int, path: str = "") -> dict[str, Any]:
    """Do one step in this process; what it found."""
    store = Store(folder, Limits(threads=threads))
    if path:
        store.ingest_products(Path(path), ProductMapping(ignore=("synthetic",)), datetime(2026, 11, 25, tzinfo=UTC))
    if step == "compact":
        done = store.compact(datetime(2026, 11, 25, tzinfo=UTC))
        return {"files": done.files_after, "rows": done.rows}
    view = store.as_of(date.fromisoformat(AS_OF))
    return look_ups(view) if step == "look-ups" else {"digest": aggregates(view)}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])))
