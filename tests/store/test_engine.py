import subprocess
import sys
from pathlib import Path

import duckdb

from bilan.store import engine

USE = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from bilan.store.parquet import Store
from bilan.store.products_model import ProductMapping
store, table = Store(Path(sys.argv[1])), Path(sys.argv[1] + ".csv")
table.write_text("reporter,partner,flow,product,period,value,unit,published_on,source_id\\nKGZ,KAZ,import,72,2023,1.5,USD,2024-01-01,x\\n")
store.ingest_products(table, ProductMapping(), datetime(2026, 11, 1, tzinfo=UTC))
print(store.as_of(date(2026, 11, 1)).query("SELECT sum(value) FROM product_years")[0][0], "duckdb" in sys.modules)
"""


def test_is_what_the_package_named_duckdb_passes_on() -> None:
    assert (engine.duckdb.connect, engine.duckdb.Error) == (duckdb.connect, duckdb.Error)


def test_is_all_that_is_loaded_to_take_a_table_in_and_to_ask(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", USE, str(tmp_path / "store")], capture_output=True, text=True, check=True)  # noqa: S603  our own script

    assert done.stdout == "1.5000 False\n"
