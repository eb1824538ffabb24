"""How quick is one cold analyst edition, everything included, against the chain a user would write?

Runs both interleaved, each in a fresh process, and prints medians, ratios and the share of each stage.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from bilan.fonts.cut import Face, cache_folder, font_files

HERE = Path(__file__).parent
NOW = "1795500000"  # 24 November 2026: the same edition whenever this runs
BUILD = ("-m", "bilan", "build", "kz-kg", "-a", "analyst", "-l", "en", "-q")
PDF = "reports/kz-kg/2026-10/analyst.en.pdf"
AIMS = (
    ("CPU", "cpu", 0.65),
    ("wall", "wall", 0.5),
    ("memory, largest process", "largest", 1.0),
    ("memory, all processes", "together", 1.0),
)
UNCHANGED_SECONDS = 0.5
FIGURES = ("$1.7 billion", "$1.34 billion", "18.7 times", "$1.3bn", "$1.66bn", "$862 million", "8.4%", "$114 million")
WORDS_APART = 0.15  # our charts hold some 120 words of text, the naive ones the same as outlines
PAUSE = 0.01


@dataclass(frozen=True, slots=True)
class Run:
    """A process with its children: seconds of wall and CPU, MiB of the largest process and of all of them at once."""

    wall: float
    cpu: float
    largest: float
    together: float = 0.0


def environment() -> dict[str, str]:
    """The same for both chains, and as users have it: compiled bytecode is written and read."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "SOURCE_DATE_EPOCH": NOW}


def run(command: list[str], folder: Path, *, sampled: bool = False) -> Run:
    """Run a command to its end. `sampled` also reads the memory of all its processes, which costs time of its own."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment(), stdout=subprocess.DEVNULL)  # noqa: S603  our own commands
    peak = Peak(process.pid)
    if sampled:
        peak.start()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)}: ended with {process.returncode}")
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / unit, peak.stop() if sampled else 0.0)


class Peak(threading.Thread):
    """The most memory a process and its children ever held together; pages they share count once."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.most = pid, 0.0
        self._done = threading.Event()

    def run(self) -> None:
        """Look until told to stop."""
        while not self._done.wait(PAUSE):
            self.most = max(self.most, sum(map(_proportional, _family(self.pid))))

    def stop(self) -> float:
        """The peak in MiB; 0 on a system without /proc."""
        self._done.set()
        self.join()
        return self.most / 2**10


def _family(pid: int) -> list[int]:
    try:
        lists = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return []
    return [pid, *(one for child in " ".join(lists).split() for one in _family(int(child)))]


def _proportional(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((float(line.split()[1]) for line in lines if line.startswith("Pss:")), 0.0)


def forget(folder: Path) -> None:
    """Back to a project nothing was built in."""
    for name in ("reports", ".bilan", "data/store"):
        shutil.rmtree(folder / name, ignore_errors=True)


def shares(folder: Path, rounds: int) -> None:
    """Print what each stage takes of a cold edition: medians of wall and CPU, and the percentage of all CPU."""
    found: dict[tuple[str, str], list[tuple[float, float]]] = {}
    out = folder.parent / "shares.json"
    for _ in range(rounds):
        forget(folder)
        run([sys.executable, str(HERE / "shares.py"), str(folder), str(out)], folder)
        for place, path in (("main", out), ("pages", out.with_name("shares.json.pages"))):
            for stage, wall, cpu in json.loads(path.read_text(encoding="utf-8")):
                found.setdefault((place, stage), []).append((wall, cpu))
    rows = [(place, stage, *map(statistics.median, zip(*many, strict=True))) for (place, stage), many in found.items()]
    whole = sum(cpu for *_, cpu in rows)
    print(f"{'process':8} {'stage':28} {'wall ms':>8} {'CPU ms':>8} {'of CPU':>7}")
    for place, stage, wall, cpu in sorted(rows, key=lambda row: (row[0], -row[3])):
        if max(wall, cpu) >= 0.001:  # noqa: PLR2004  a millisecond
            print(f"{place:8} {stage:28} {wall * 1000:8.0f} {cpu * 1000:8.0f} {cpu / whole:7.1%}")


def compared(folder: Path, rounds: int) -> None:
    """Print the chains side by side; the first two rounds warm up and read memory, and their time does not count."""
    families = ("IBM Plex Sans", "IBM Plex Serif")
    cut = font_files(families, cache_folder(os.environ)).files[Face("IBM Plex Sans", 400)].parent
    naive_pdf = folder.parent / "naive.pdf"
    build = [sys.executable, *BUILD]
    naive = [sys.executable, str(HERE / "naive.py"), str(folder / "data/kz-kg"), "2026-10-31", "2026-11-24", str(cut), str(naive_pdf)]
    chains = {"ours": build, "ours, nothing changed": build, "naive": naive}
    runs: dict[str, list[Run]] = {name: [] for name in chains}
    together = {}
    for number in range(rounds + 2):
        forget(folder)
        for name, command in chains.items():
            one = run(command, folder, sampled=number == 1)
            if number == 1:
                together[name] = one.together
            elif number:
                runs[name].append(one)
    alike(folder / PDF, naive_pdf)
    medians = {name: median(many, together[name]) for name, many in runs.items()}
    report(medians, rounds)


def median(runs: list[Run], together: float) -> Run:
    """The median of each figure on its own."""
    wall, cpu, largest = (statistics.median(getattr(one, name) for one in runs) for name in ("wall", "cpu", "largest"))
    return Run(wall, cpu, largest, together)


def alike(ours: Path, naive: Path) -> None:
    """Print pages and words of both PDFs; ends the program where they do not say the same at about the same length."""
    texts = [pages(path) for path in (ours, naive)]
    words = [len(" ".join(text).split()) for text in texts]
    print(
        f"\npages {len(texts[0])} and {len(texts[1])}, words {words[0]} and {words[1]} (the naive chain's charts hold outlines, no words)"
    )
    if abs(len(texts[0]) - len(texts[1])) > 1:
        sys.exit("not comparable: the page counts differ by more than one")
    if abs(words[0] - words[1]) > WORDS_APART * words[0]:
        sys.exit(f"not comparable: the words differ by more than {WORDS_APART:.0%}")
    for figure in FIGURES:
        if not all(figure in " ".join(" ".join(text).split()) for text in texts):
            sys.exit(f"not comparable: not both print {figure}")


def pages(path: Path) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(path)
    return [str(document[number].get_textpage().get_text_bounded()) for number in range(len(document))]


def report(medians: dict[str, Run], rounds: int) -> None:
    """Print the table and what became of each aim."""
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"\nmedians of {rounds} rounds, {os.cpu_count()} cores, load {load}; CPU of all processes; memory: largest process, all at once")
    print(f"{'':24} {'wall s':>7} {'CPU s':>7} {'largest MiB':>12} {'all MiB':>8}")
    for name, one in medians.items():
        print(f"{name:24} {one.wall:7.2f} {one.cpu:7.2f} {one.largest:12.0f} {one.together:8.0f}")
    ours, naive = medians["ours"], medians["naive"]
    print()
    for name, field, aim in AIMS:
        if getattr(naive, field):
            ratio = getattr(ours, field) / getattr(naive, field)
            reached = ratio <= aim if aim < 1 else ratio < aim
            print(f"{name}: {ratio:.2f} of naive, aim {aim:g}: {'reached' if reached else 'not reached'}")
    quick = medians["ours, nothing changed"].wall
    print(f"nothing changed: {quick:.2f} s, aim {UNCHANGED_SECONDS:g} s: {'reached' if quick <= UNCHANGED_SECONDS else 'not reached'}")


def main() -> None:
    """Measure in a temporary project, the one `bilan init` makes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "demo"
        run([sys.executable, "-m", "bilan", "init", str(folder)], Path(place))
        run([sys.executable, *BUILD], folder)  # cuts fonts, compiles
        shares(folder, rounds)
        compared(folder, rounds)


if __name__ == "__main__":
    main()
