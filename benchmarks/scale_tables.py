"""The tables of the scale benchmark, the same bytes each time: `-m benchmarks.scale_tables FOLDER ROWS parquet|csv`."""

import json
import subprocess
import sys
from pathlib import Path

import duckdb

GENERATOR = Path(__file__).parents[1] / "tools" / "synthetic.py"
LAST_MONTH = "2025-12"


def make(folder: Path, rows: int, kind: str) -> int:
    """Write `base`, the table without its last month, and `month`, that month; the number of rows of both."""
    whole = folder / "synthetic_monthly_trade.parquet"
    command = [sys.executable, str(GENERATOR), str(folder), "--rows", str(rows), "--world", "--format", "parquet"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  our own script
    options = "(FORMAT parquet, COMPRESSION zstd)" if kind == "parquet" else "(FORMAT csv, HEADER)"
    for name, sign in (("base", "<>"), ("month", "=")):
        select = f"SELECT * FROM '{whole}' WHERE period {sign} '{LAST_MONTH}'"  # noqa: S608  constants
        duckdb.execute(f"COPY ({select}) TO '{folder / name}.{kind}' {options}")
    found = duckdb.execute(f"SELECT count(*) FROM '{whole}'").fetchone()  # noqa: S608  constants
    whole.unlink()
    return found[0] if found else 0


if __name__ == "__main__":
    print(json.dumps({"rows": make(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])}))
