"""How does the store bear 10 million rows of product-level trade with vintages, against plain pandas and Polars?

Makes the same tables whenever it runs, lets every engine do the same work from the same files, each in a fresh process and
interleaved, checks that all results are equal to the last digit, and prints time, CPU, peak memory and what was reached.

    python benchmarks/scale.py [--rows 200000 2000000 10000000] [--rounds 2] [--format parquet|csv] [--folder FOLDER]
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
ENGINES = ("ours, 1 thread", "ours, 2 threads", "pandas", "pandas, tuned", "Polars")
STEPS = ("first", "again", "appended")
WORK = {
    "first": "files to twelve aggregates, nothing known before",
    "again": "twelve aggregates once more",
    "appended": "one month more, twelve aggregates",
}
MEMORY, FIRST, APPENDED, ONE_SERIES, ALL_KEYS = 1 / 10, 1 / 3, 1 / 50, 10.0, 500.0


@dataclass(frozen=True, slots=True)
class Spent:
    """What a process took: seconds of wall and CPU, MiB of memory at its peak."""

    wall: float
    cpu: float
    peak: float


@dataclass
class Table:
    """Everything measured at one size: by engine and step the runs, and what the look-ups took in milliseconds."""

    rows: int
    runs: dict[tuple[str, str], list[Spent]] = field(default_factory=dict)
    look_ups: list[dict[str, float]] = field(default_factory=list)

    def least(self, engine: str, step: str) -> Spent:
        """The least of the rounds: other work on the machine only adds."""
        runs = self.runs[engine, step]
        return Spent(min(one.wall for one in runs), min(one.cpu for one in runs), min(one.peak for one in runs))


def run(command: Sequence[str]) -> tuple[Spent, dict[str, Any]]:
    """Run one of the modules beside this to its end in a fresh process; what it took and what it found.

    This process stays small, and loads no library: a child's peak is never less than its parent's size when it started.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    started = time.perf_counter()
    module = [sys.executable, "-m", f"benchmarks.{command[0]}", *command[1:]]
    process = subprocess.Popen(module, stdout=subprocess.PIPE, text=True, env=kept, cwd=ROOT)  # noqa: S603  our own modules
    told = process.stdout.read() if process.stdout else ""
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)}: ended with {process.returncode}")
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Spent(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / unit), json.loads(told.splitlines()[-1])


def command(engine: str, step: str, folder: Path, files: tuple[Path, Path]) -> list[str]:
    """What makes an engine do a step."""
    base, month = str(files[0]), str(files[1])
    whole = [base, month] if step == "appended" else [base]
    if engine == "Polars":
        return ["scale_polars", *whole]
    if engine.startswith("pandas"):
        return ["scale_pandas", "tuned" if "tuned" in engine else "plain", *whole]
    threads = "2" if "2" in engine else "1"
    taken_in = {"first": [base], "again": [], "appended": [month]}[step]
    return ["scale_ours", step, str(folder / f"store-{threads}"), threads, *taken_in]


def measure(rows: int, kind: str, rounds: int, folder: Path) -> Table:
    """Every engine and step, in turn, as many rounds as asked for; ends where results differ."""
    _, made = run(["scale_tables", str(folder), str(rows), kind])
    base, month, count = folder / f"base.{kind}", folder / f"month.{kind}", made["rows"]
    table = Table(count)
    for number in range(rounds):
        for store in folder.glob("store-*"):
            shutil.rmtree(store)
        for step in STEPS:
            results = {}
            for engine in ENGINES if number % 2 == 0 else ENGINES[::-1]:
                if step == "again" and not engine.startswith("ours"):
                    table.runs.setdefault((engine, step), []).append(table.runs[engine, "first"][-1])  # they start from the files
                    continue
                spent, found = run(command(engine, step, folder, (base, month)))
                table.runs.setdefault((engine, step), []).append(spent)
                results[engine] = found["digest"]
            if len(set(results.values())) != 1:
                sys.exit(f"{count} rows, {step}: the results differ: {results}")
        table.look_ups.append(look_ups(folder))
    return table


def look_ups(folder: Path) -> dict[str, float]:
    """Milliseconds for one series and for all keys before and after compaction, and what compaction took."""
    store = str(folder / "store-1")
    script = "scale_ours"
    _, before = run([script, "look-ups", store, "2"])
    spent, _ = run([script, "compact", store, "1"])
    _, after = run([script, "look-ups", store, "2"])
    return {
        "series": before["series"], "all": before["all"], "series-compact": after["series"], "all-compact": after["all"],
        "compaction": spent.cpu, "compaction-peak": spent.peak,
    }  # fmt: skip


def show(table: Table) -> None:
    """The table of one size."""
    print(f"\n{table.rows:,} rows; least of {len(table.look_ups)} rounds\n")
    print("| work | engine | wall s | CPU s | peak MiB | CPU, pandas = 1 | peak, pandas = 1 |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: |")
    for step in STEPS:
        base = table.least("pandas", step)
        for engine in ENGINES:
            one = table.least(engine, step)
            ratios = f"{one.cpu / base.cpu:.3f} | {one.peak / base.peak:.3f}"
            print(f"| {WORK[step]} | {engine} | {one.wall:.2f} | {one.cpu:.2f} | {one.peak:.0f} | {ratios} |")
    least = {name: min(one[name] for one in table.look_ups) for name in table.look_ups[0]}
    print(f"\nAs of a date, ms: one series {least['series']:.1f}, compacted {least['series-compact']:.1f}; ", end="")
    print(f"all keys {least['all']:.0f}, compacted {least['all-compact']:.0f}. ", end="")
    print(f"Compaction: {least['compaction']:.1f} s of CPU, {least['compaction-peak']:.0f} MiB.")


def judge(table: Table) -> None:
    """Whether the aims were reached at this size."""
    ours, pandas = "ours, 1 thread", "pandas"
    first, whole = table.least(ours, "first"), table.least(pandas, "first")
    appended, again = table.least(ours, "appended"), table.least(pandas, "appended")
    look_up = {name: min(one[name] for one in table.look_ups) for name in table.look_ups[0]}
    aims = (
        ("peak memory at most 1/10 of pandas'", max(first.peak, appended.peak) / whole.peak, MEMORY, "of pandas"),
        ("CPU of a first computation at most 1/3, taking in included", first.cpu / whole.cpu, FIRST, "of pandas"),
        ("CPU after one month more at most 1/50 of all anew", appended.cpu / again.cpu, APPENDED, "of pandas"),
        ("one series as of a date in at most 10 ms", min(look_up["series"], look_up["series-compact"]), ONE_SERIES, "ms"),
        ("all keys as of a date in at most 500 ms", min(look_up["all"], look_up["all-compact"]), ALL_KEYS, "ms"),
    )
    print(f"\n| aim at {table.rows:,} rows | measured | |\n| --- | ---: | --- |")
    for name, found, limit, unit in aims:
        print(f"| {name} | {found:.3f} {unit} | {'reached' if found <= limit else 'not reached'} |")


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="scale.py", description="Time, CPU and memory of the store against pandas and Polars.")
    parser.add_argument("--rows", type=int, nargs="+", default=[200_000, 2_000_000, 10_000_000])
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--format", choices=("parquet", "csv"), default="parquet")
    parser.add_argument("--folder", type=Path, default=None, help="where the tables go (default: a temporary folder)")
    asked = parser.parse_args(arguments)
    for rows in asked.rows:
        with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
            table = measure(rows, asked.format, asked.rounds, Path(folder).absolute())
        show(table)
        judge(table)
        sys.stdout.flush()
    print(f"\nAll results equal to the last digit, in every engine and with either number of threads ({asked.format} files).")


if __name__ == "__main__":
    main(sys.argv[1:])
